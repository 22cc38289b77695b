#include "mailapps/registry_value_text.h"

#include "model/charset.h"

#include <QtEndian>

namespace mailapps {

namespace {

using Type = RegistryValue::Type;

QByteArray utf16(const QString &text)
{
    QByteArray bytes((text.size() + 1) * 2, '\0');
    qToLittleEndian<char16_t>(text.constData(), text.size(), bytes.data());
    return bytes;
}

int digit(QChar character)
{
    const char16_t unit = character.unicode();
    if (unit >= u'0' && unit <= u'9')
        return unit - u'0';
    const char16_t lower = unit | 0x20;
    return lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : -1;
}

/// "25,00,41": a comma too many at the end is forgiven, as regedit does.
std::optional<QByteArray> hexBytes(QStringView list)
{
    QByteArray bytes;
    bytes.reserve(list.size() / 3 + 1);
    int value = -1; // of the byte that is being read
    int digits = 0;
    for (const QChar character : list) {
        if (character.isSpace())
            continue;
        if (character == u',') {
            if (digits > 0)
                bytes.append(char(value));
            value = -1, digits = 0;
            continue;
        }
        const int next = digit(character);
        if (next < 0 || ++digits > 2)
            return std::nullopt;
        value = value < 0 ? next : value * 16 + next;
    }
    if (digits > 0)
        bytes.append(char(value));
    return bytes;
}

std::optional<RegistryValue> hexValue(QStringView kind, QStringView list, bool ansi)
{
    auto bytes = hexBytes(list);
    if (!bytes)
        return std::nullopt;
    const bool text = kind == u"(1)" || kind == u"(2)";
    if (ansi && (text || kind == u"(7)"))
        bytes = utf16(model::fromCp932(*bytes).value_or(QString::fromLatin1(*bytes)));
    return RegistryValue{text ? Type::Text : kind == u"(4)" ? Type::Number : Type::Binary, *bytes};
}

} // namespace

QString quoted(const QString &line, qsizetype &at)
{
    QString text;
    for (++at; at < line.size(); ++at) {
        if (line.at(at) == u'\\' && at + 1 < line.size())
            text += line.at(++at);
        else if (line.at(at) == u'"')
            return ++at, text;
        else
            text += line.at(at);
    }
    at = -1;
    return {};
}

std::optional<RegistryValue> valueOf(const QString &written, bool ansi)
{
    if (written.startsWith(u'"')) {
        qsizetype at = 0;
        const QString text = quoted(written, at);
        if (at != written.size())
            return std::nullopt;
        return RegistryValue{Type::Text, utf16(text)};
    }
    if (written.startsWith(u"dword:", Qt::CaseInsensitive)) {
        bool ok = false;
        const quint32 number = QStringView(written).mid(6).trimmed().toUInt(&ok, 16);
        if (!ok)
            return std::nullopt;
        RegistryValue value{Type::Number, QByteArray(4, '\0')};
        qToLittleEndian(number, value.bytes.data());
        return value;
    }
    const qsizetype colon = written.indexOf(u':');
    if (colon < 0 || !written.startsWith(u"hex", Qt::CaseInsensitive))
        return std::nullopt;
    return hexValue(written.mid(3, colon - 3).toLower(), QStringView(written).mid(colon + 1), ansi);
}

} // namespace mailapps
