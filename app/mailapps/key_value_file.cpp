#include "mailapps/key_value_file.h"

#include "mailapps/registry.h"
#include "model/charset.h"

#include <QStringDecoder>
#include <algorithm>

namespace mailapps {

namespace {

bool blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

bool same(QByteArrayView left, QByteArrayView right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

} // namespace

KeyValueFile::KeyValueFile(const QByteArray &bytes, Dialect dialect) : m_bytes(bytes), m_dialect(dialect)
{
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) {
        m_problems.append({0, QStringLiteral("encoding")});
        return;
    }
    int line = 0;
    for (qsizetype begin = 0; begin < bytes.size();) {
        const qsizetype lineBreak = bytes.indexOf('\n', begin);
        const qsizetype next = lineBreak < 0 ? bytes.size() : lineBreak + 1;
        qsizetype end = lineBreak < 0 ? bytes.size() : lineBreak;
        while (end > begin && bytes[end - 1] == '\r')
            --end;
        readLine(begin, end, ++line);
        begin = next;
    }
    // A disk that was full, or a PC that lost its power, leaves nothing, or zeros.
    if (m_problems.isEmpty() && m_sections.isEmpty())
        m_problems.append({0, QStringLiteral("half-written")});
}

void KeyValueFile::readLine(qsizetype begin, qsizetype end, int line)
{
    if (m_problems.isEmpty() && QByteArrayView(m_bytes).sliced(begin, end - begin).contains('\0'))
        m_problems.append({line, QStringLiteral("half-written")});
    if (m_dialect == Dialect::Windows) {
        while (begin < end && blank(m_bytes[begin]))
            ++begin;
        while (end > begin && blank(m_bytes[end - 1]))
            --end;
    }
    const QByteArrayView text = QByteArrayView(m_bytes).sliced(begin, end - begin);
    if (text.startsWith('[')) {
        const qsizetype close = text.lastIndexOf(']');
        const QByteArray name = text.sliced(1, std::max<qsizetype>(close, 1) - 1).toByteArray();
        m_skipping = close < 0
            || std::any_of(m_sections.begin(), m_sections.end(),
                           [&](const Section &known) { return same(known.name, name); });
        if (!m_skipping)
            m_sections.append({name, {}, end});
        return;
    }
    if (m_sections.isEmpty() || m_skipping || text.trimmed().isEmpty())
        return;
    Section &section = m_sections.last();
    section.end = end;
    const qsizetype equals = text.indexOf('=');
    if (equals <= 0 || (m_dialect == Dialect::Windows && text.startsWith(';')))
        return;
    Place value{begin + equals + 1, end, line};
    QByteArrayView key = text.first(equals);
    if (m_dialect == Dialect::Windows) {
        while (value.begin < value.end && blank(m_bytes[value.begin]))
            ++value.begin;
        const char quote = value.end - value.begin >= 2 ? m_bytes[value.begin] : '\0';
        if ((quote == '"' || quote == '\'') && m_bytes[value.end - 1] == quote) {
            ++value.begin;
            --value.end;
        }
        key = key.trimmed();
    }
    section.entries.append({key.toByteArray(), value});
}

const KeyValueFile::Section *KeyValueFile::section(const QString &name) const
{
    const auto raw = encoded(name);
    const auto found = std::find_if(m_sections.begin(), m_sections.end(),
                                    [&](const Section &one) { return raw && same(one.name, *raw); });
    return found == m_sections.end() ? nullptr : &*found;
}

QStringList KeyValueFile::sections() const
{
    QStringList names;
    for (const Section &one : m_sections)
        names.append(decoded(one.name));
    return names;
}

bool KeyValueFile::contains(const QString &section, QByteArrayView key) const
{
    return find(section, key).has_value();
}

std::optional<KeyValueFile::Place> KeyValueFile::find(const QString &name, QByteArrayView key) const
{
    const Section *const inside = section(name);
    std::optional<Place> found;
    if (!inside || holdsPassword(QString::fromLatin1(key)))
        return found;
    for (const Entry &entry : inside->entries)
        if (same(entry.key, key) && (!found || m_dialect == Dialect::Sylpheed))
            found = entry.value;
    return found;
}

std::optional<QString> KeyValueFile::text(const QString &section, QByteArrayView key) const
{
    const auto place = find(section, key);
    if (!place)
        return std::nullopt;
    return decoded(QByteArrayView(m_bytes).sliced(place->begin, place->end - place->begin));
}

std::optional<int> KeyValueFile::number(const QString &section, QByteArrayView key) const
{
    const QString value = text(section, key).value_or(QString()).trimmed();
    qsizetype digits = value.startsWith(u'-') || value.startsWith(u'+') ? 1 : 0;
    while (digits < value.size() && value[digits] >= u'0' && value[digits] <= u'9')
        ++digits;
    bool ok = false;
    const int found = value.left(digits).toInt(&ok);
    return ok ? std::optional(found) : std::nullopt;
}

std::optional<bool> KeyValueFile::flag(const QString &section, QByteArrayView key) const
{
    const auto value = text(section, key);
    if (!value)
        return std::nullopt;
    return !value->isEmpty() && !value->startsWith(u'0');
}

std::optional<QByteArray> KeyValueFile::with(const QString &name, QByteArrayView key,
                                             const QString &value) const
{
    const auto literal = encoded(value);
    if (!literal || holdsPassword(QString::fromLatin1(key)) || literal->contains('\n')
        || literal->contains('\r') || literal->contains('\0'))
        return std::nullopt;
    QByteArray changed = m_bytes;
    if (const auto place = find(name, key))
        return changed.replace(place->begin, place->end - place->begin, *literal);
    const Section *const inside = section(name);
    if (!inside)
        return std::nullopt;
    const bool crlf = m_bytes.contains('\n') ? m_bytes.contains("\r\n") : m_dialect == Dialect::Windows;
    return changed.insert(inside->end, QByteArray(crlf ? "\r\n" : "\n") + key.toByteArray() + '=' + *literal);
}

std::optional<QByteArray> KeyValueFile::encoded(const QString &text) const
{
    return m_dialect == Dialect::Windows ? model::toCp932(text) : std::optional(text.toUtf8());
}

/// Host names and numbers are ASCII; a name that a program wrote in another code page is shown as it can be.
QString KeyValueFile::decoded(QByteArrayView bytes) const
{
    if (m_dialect == Dialect::Windows)
        if (const auto text = model::fromCp932(bytes.toByteArray()))
            return *text;
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(bytes);
    return utf8.hasError() ? QString::fromLatin1(bytes) : text;
}

} // namespace mailapps
