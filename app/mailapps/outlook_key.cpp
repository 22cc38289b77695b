#include "mailapps/outlook_key.h"

#include <algorithm>

namespace mailapps::outlook {

namespace {

constexpr qsizetype longestText = 500;

bool isPlainText(const QString &text)
{
    return text.size() <= longestText && text.isValidUtf16()
        && std::none_of(text.begin(), text.end(),
                        [](QChar one) { return one.category() == QChar::Other_Control; });
}

} // namespace

void Key::wrong(const QString &name, const QString &why) const
{
    m_unreadable->append({m_path + u'\\' + name, 0, why});
}

QString Key::text(const QString &name) const
{
    const auto value = m_registry.value(m_path, name);
    if (!value)
        return {};
    const QString text = value->text().trimmed();
    const bool empty
        = std::all_of(value->bytes.begin(), value->bytes.end(), [](char byte) { return byte == 0; });
    if (value->type == RegistryValue::Type::Number
        || (text.isEmpty() && !empty && !value->bytes.startsWith(' ')) || !isPlainText(text)) {
        wrong(name);
        return {};
    }
    return text;
}

std::optional<quint32> Key::number(const QString &name) const
{
    const auto value = m_registry.value(m_path, name);
    if (value && !value->number())
        wrong(name);
    return value ? value->number() : std::nullopt;
}

QByteArray Key::bytes(const QString &name) const
{
    const auto value = m_registry.value(m_path, name);
    if (value && value->type == RegistryValue::Type::Binary)
        return value->bytes;
    if (value)
        wrong(name);
    return {};
}

} // namespace mailapps::outlook
