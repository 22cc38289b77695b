#include "mailapps/registry_export.h"

#include "mailapps/cp932.h"

#include <QStringDecoder>
#include <QtEndian>

namespace mailapps {

namespace {

constexpr QLatin1String oldHeader("REGEDIT4");
constexpr QLatin1String newHeader("Windows Registry Editor Version 5.00");

QByteArray utf16(const QString &text)
{
    QByteArray bytes((text.size() + 1) * 2, '\0');
    qToLittleEndian<char16_t>(text.constData(), text.size(), bytes.data());
    return bytes;
}

/// "HKEY_CURRENT_USER\Software" to "HKCU\Software"; another person's hive (HKEY_USERS\S-1-5-21-…) is read as
/// one's own: support looks at what a customer sent. Empty for the hives that no reader asks for.
QString shortened(const QString &path)
{
    const QString hive = path.section(u'\\', 0, 0).toUpper(), below = path.section(u'\\', 1);
    const auto joined = [](const char *name, const QString &rest) {
        return rest.isEmpty() ? QString::fromLatin1(name) : QString::fromLatin1(name) + u'\\' + rest;
    };
    if (hive == u"HKEY_CURRENT_USER")
        return joined("HKCU", below);
    if (hive == u"HKEY_LOCAL_MACHINE")
        return joined("HKLM", below);
    if (hive == u"HKEY_CLASSES_ROOT")
        return joined("HKCR", below);
    const QString person = below.section(u'\\', 0, 0);
    if (hive == u"HKEY_USERS" && person.startsWith(u"S-1-5-21-")
        && !person.endsWith(u"_Classes", Qt::CaseInsensitive))
        return joined("HKCU", below.section(u'\\', 1));
    return {};
}

/// The text between the quote at `at` and its partner, with \\ and \" resolved; `at` ends behind the partner,
/// or is -1 where there is none.
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

std::optional<QByteArray> hexBytes(const QString &list)
{
    QByteArray bytes;
    bytes.reserve(list.size() / 3 + 1);
    for (const QStringView part : QStringView(list).split(u',')) {
        const QStringView digits = part.trimmed();
        if (digits.isEmpty())
            continue;
        bool ok = false;
        const uint value = digits.toUInt(&ok, 16);
        if (!ok || value > 0xff)
            return std::nullopt;
        bytes.append(char(value));
    }
    return bytes;
}

} // namespace

RegistryExport::RegistryExport(const QByteArray &bytes)
{
    const auto mark = QStringConverter::encodingForData(bytes);
    if (!mark && bytes.startsWith(oldHeader.data())) {
        m_ansi = true;
        const auto text = fromCp932(bytes);
        if (!text)
            m_problems.append({0, QStringLiteral("encoding")});
        parse(text ? *text : QString::fromLatin1(bytes));
        return;
    }
    QStringDecoder decoder(mark.value_or(QStringConverter::Utf8));
    const QString text = decoder(bytes);
    if (decoder.hasError())
        m_problems.append({0, QStringLiteral("encoding")});
    parse(text);
}

void RegistryExport::parse(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    qsizetype at = 0;
    const auto clean = [&lines](qsizetype index) {
        QString line = lines.at(index);
        if (line.startsWith(QChar::ByteOrderMark))
            line.remove(0, 1);
        return line.trimmed();
    };
    while (at < lines.size() && clean(at).isEmpty())
        ++at;
    const QString header = at < lines.size() ? clean(at) : QString();
    m_isExport = header == newHeader || header == oldHeader;
    if (!m_isExport) {
        m_problems.append({0, QStringLiteral("not-a-registry-export")});
        return;
    }
    m_ansi = header == oldHeader;
    for (++at; at < lines.size(); ++at) {
        const int number = int(at) + 1;
        QString line = clean(at);
        if (line.isEmpty() || line.startsWith(u';'))
            continue;
        if (line.startsWith(u'[')) {
            const qsizetype close = line.lastIndexOf(u']');
            m_current.clear();
            if (close < 0)
                m_problems.append({number, QStringLiteral("malformed")});
            else if (line.at(1) != u'-') // "[-KEY]" removes; an export has none
                open(shortened(line.mid(1, close - 1)));
            continue;
        }
        // Only hex goes on behind a backslash; a text ends with its quote.
        while (line.endsWith(u'\\') && at + 1 < lines.size()) {
            line.chop(1);
            line += clean(++at);
        }
        if (line.endsWith(u'\\'))
            m_problems.append({number, QStringLiteral("half-written")});
        else
            parseValue(line, number);
    }
}

void RegistryExport::open(const QString &path)
{
    m_current = path.toLower();
    if (path.isEmpty())
        return;
    // The keys above need not stand in the file.
    QString below = path;
    while (true) {
        const bool known = m_nodes.contains(below.toLower());
        m_nodes[below.toLower()];
        const qsizetype slash = below.lastIndexOf(u'\\');
        if (known || slash < 0)
            return;
        const QString name = below.mid(slash + 1);
        below.truncate(slash);
        m_nodes[below.toLower()].keys.append(name);
        if (m_nodes[below.toLower()].keys.size() > 1)
            return;
    }
}

void RegistryExport::parseValue(const QString &line, int number)
{
    if (m_current.isEmpty())
        return;
    const auto malformed = [&] { m_problems.append({number, QStringLiteral("malformed")}); };
    qsizetype at = 0;
    QString name;
    if (line.startsWith(u'"'))
        name = quoted(line, at);
    else if (line.startsWith(u'@'))
        at = 1;
    else
        return malformed();
    while (at >= 0 && at < line.size() && line.at(at).isSpace())
        ++at;
    if (at < 0 || at >= line.size() || line.at(at) != u'=')
        return malformed();
    Node &node = m_nodes[m_current];
    const QString what = line.mid(at + 1).trimmed();
    if (what == u"-")
        return; // removes a value; an export has none
    using Type = RegistryValue::Type;
    RegistryValue value;
    if (holdsPassword(name)) {
        node.names.append(name);
        return; // its bytes are not even looked at
    }
    if (what.startsWith(u'"')) {
        qsizetype inside = 0;
        const QString text = quoted(what, inside);
        if (inside < 0)
            return m_problems.append({number, QStringLiteral("half-written")});
        value = {Type::Text, utf16(text)};
    } else if (what.startsWith(u"dword:", Qt::CaseInsensitive)) {
        bool ok = false;
        const quint32 read = what.mid(6).trimmed().toUInt(&ok, 16);
        if (!ok)
            return malformed();
        value = {Type::Number, QByteArray(4, '\0')};
        qToLittleEndian(read, value.bytes.data());
    } else if (what.startsWith(u"hex", Qt::CaseInsensitive) && what.contains(u':')) {
        const auto bytes = hexBytes(what.section(u':', 1));
        if (!bytes)
            return malformed();
        const QString kind = what.section(u':', 0, 0).mid(3).toLower();
        const bool text = kind == u"(1)" || kind == u"(2)";
        value = {text ? Type::Text : kind == u"(4)" ? Type::Number : Type::Binary, *bytes};
        if (text && m_ansi)
            value.bytes = utf16(fromCp932(*bytes).value_or(QString::fromLatin1(*bytes)));
    } else {
        return malformed();
    }
    if (!node.values.contains(name.toLower()))
        node.names.append(name);
    if (value.bytes.size() <= registryValueCap)
        node.values.insert(name.toLower(), value);
}

bool RegistryExport::contains(const QString &key) const
{
    return m_nodes.contains(key.toLower());
}

QStringList RegistryExport::keys(const QString &key) const
{
    return m_nodes.value(key.toLower()).keys;
}

QStringList RegistryExport::names(const QString &key) const
{
    return m_nodes.value(key.toLower()).names;
}

std::optional<RegistryValue> RegistryExport::read(const QString &key, const QString &name) const
{
    const auto node = m_nodes.constFind(key.toLower());
    if (node == m_nodes.cend())
        return std::nullopt;
    const auto value = node->values.constFind(name.toLower());
    return value == node->values.cend() ? std::nullopt : std::optional(*value);
}

} // namespace mailapps
