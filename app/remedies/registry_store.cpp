#include "remedies/registry_store.h"

#include "mailapps/registry.h"
#include "remedies/disk.h"

#include <QtEndian>

namespace remedies {

using model::Outcome;
using model::Refusal;

namespace {

enum Type : quint32
{
    Sz = 1,
    Dword = 4
};

QByteArray utf16(const QString &text)
{
    QByteArray bytes(text.size() * 2, Qt::Uninitialized);
    qToLittleEndian<char16_t>(text.utf16(), text.size(), bytes.data());
    return bytes;
}

} // namespace

RegistryData RegistryData::number(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return {Dword, bytes};
}

RegistryData RegistryData::text(const QString &value)
{
    return {Sz, utf16(value + QChar(u'\0'))};
}

QString RegistryData::words() const
{
    if (type == Dword && bytes.size() == 4)
        return QString::number(qFromLittleEndian<quint32>(bytes.constData()));
    if (type != Sz)
        return {};
    return mailapps::RegistryValue{mailapps::RegistryValue::Type::Text, bytes}.text();
}

QByteArray encoded(const std::optional<RegistryData> &data)
{
    return data ? QByteArray::number(data->type) + ':' + data->bytes.toHex() : QByteArray();
}

bool decode(const QByteArray &text, std::optional<RegistryData> *data)
{
    data->reset();
    if (text.isEmpty())
        return true;
    const qsizetype colon = text.indexOf(':');
    bool number = false;
    const RegistryData found{text.left(colon).toUInt(&number), QByteArray::fromHex(text.mid(colon + 1))};
    if (colon < 0 || !number || encoded(found) != text)
        return false;
    *data = found;
    return true;
}

bool mayChangeValue(const QString &key, const QString &name)
{
    return key.startsWith(QStringLiteral("HKCU\\"), Qt::CaseInsensitive) && !mailapps::holdsPassword(name);
}

namespace {

QString quoted(const QString &text)
{
    QString inner = text;
    return u'"' + inner.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\"")) + u'"';
}

/// regedit breaks its own lines, but reads long ones, too.
QString asHex(const RegistryData &data)
{
    const QString kind = data.type == 3 ? QStringLiteral("hex:")
                                        : QStringLiteral("hex(%1):").arg(QString::number(data.type, 16));
    return kind + QString::fromLatin1(data.bytes.toHex(','));
}

QString asLine(const std::optional<RegistryData> &data)
{
    if (!data)
        return QStringLiteral("-");
    if (data->type == Dword && data->bytes.size() == 4)
        return QStringLiteral("dword:%1")
            .arg(qFromLittleEndian<quint32>(data->bytes.constData()), 8, 16, QLatin1Char('0'));
    // Between quotes only what says the same when it is read again.
    const QString text = data->words();
    const bool plain = data->type == Sz && RegistryData::text(text) == *data && !text.contains(u'\n')
        && !text.contains(u'\r');
    return plain ? quoted(text) : asHex(*data);
}

} // namespace

QByteArray registryFile(const QList<RegistryLine> &lines)
{
    QString text = QChar(QChar::ByteOrderMark) + QStringLiteral("Windows Registry Editor Version 5.00\r\n");
    QString open;
    for (const RegistryLine &line : lines) {
        if (line.key != open)
            text += QStringLiteral("\r\n[HKEY_CURRENT_USER\\%1]\r\n").arg(line.key.section(u'\\', 1));
        open = line.key;
        text += (line.name.isEmpty() ? QStringLiteral("@") : quoted(line.name)) + u'=' + asLine(line.data)
            + QStringLiteral("\r\n");
    }
    return utf16(text + QStringLiteral("\r\n"));
}

#ifndef Q_OS_WIN
namespace {

class NoRegistryStore : public RegistryStore
{
public:
    Outcome read(const QString &key, const QString &, std::optional<RegistryData> *) const override
    {
        return disk::refuse(Refusal::NotFound, key);
    }
    Outcome write(const QString &key, const QString &, const RegistryData &) override
    {
        return disk::refuse(Refusal::NotFound, key);
    }
    Outcome remove(const QString &key, const QString &) override
    {
        return disk::refuse(Refusal::NotFound, key);
    }
};

} // namespace

std::shared_ptr<RegistryStore> machineRegistryStore()
{
    return std::make_shared<NoRegistryStore>();
}
#endif

} // namespace remedies
