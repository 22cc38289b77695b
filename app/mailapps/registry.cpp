#include "mailapps/registry.h"

#include <QtEndian>

namespace mailapps {

QString RegistryValue::text() const
{
    if (type == Type::Number || bytes.size() % 2 != 0)
        return {};
    QString text(bytes.size() / 2, Qt::Uninitialized);
    qFromLittleEndian<char16_t>(bytes.constData(), text.size(), text.data());
    const qsizetype end = text.indexOf(QChar(u'\0'));
    return end < 0 ? text : text.left(end);
}

std::optional<quint32> RegistryValue::number() const
{
    if (type == Type::Text || bytes.size() != 4)
        return std::nullopt;
    return qFromLittleEndian<quint32>(bytes.constData());
}

bool holdsPassword(const QString &valueName)
{
    return valueName.contains(QStringLiteral("passw"), Qt::CaseInsensitive);
}

std::optional<RegistryValue> Registry::value(const QString &key, const QString &name) const
{
    return holdsPassword(name) ? std::nullopt : read(key, name);
}

QString Registry::text(const QString &key, const QString &name) const
{
    const auto found = value(key, name);
    return found ? found->text() : QString();
}

std::optional<quint32> Registry::number(const QString &key, const QString &name) const
{
    const auto found = value(key, name);
    return found ? found->number() : std::nullopt;
}

#ifndef Q_OS_WIN
namespace {

/// Where there is no registry, nothing is found in it.
class NoRegistry : public Registry
{
public:
    bool contains(const QString &) const override { return false; }
    QStringList keys(const QString &) const override { return {}; }
    QStringList names(const QString &) const override { return {}; }

protected:
    std::optional<RegistryValue> read(const QString &, const QString &) const override { return {}; }
};

} // namespace

std::shared_ptr<const Registry> machineRegistry()
{
    return std::make_shared<NoRegistry>();
}
#endif

} // namespace mailapps
