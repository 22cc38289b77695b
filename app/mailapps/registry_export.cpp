#include "mailapps/registry_export.h"

#include "mailapps/registry_lines.h"
#include "mailapps/registry_value_text.h"

#include <QSet>

namespace mailapps {

namespace {

constexpr QLatin1String oldHeader("REGEDIT4");
constexpr QLatin1String newHeader("Windows Registry Editor Version 5.00");
/// Windows allows 512 keys below each other, each with a name of 255 characters; real paths have 200.
constexpr qsizetype pathCap = 4096, depthCap = 512;

/// "HKEY_CURRENT_USER\Software" to "HKCU\Software"; another person's hive (HKEY_USERS\S-1-5-21-…, of a
/// company log-in S-1-12-1-…) is read as one's own: support looks at what a customer sent. Empty for the
/// hives that no reader asks for.
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
    const QString person = below.section(u'\\', 0, 0).toUpper();
    if (hive == u"HKEY_USERS" && (person.startsWith(u"S-1-5-21-") || person.startsWith(u"S-1-12-1-"))
        && !person.endsWith(u"_CLASSES"))
        return joined("HKCU", below.section(u'\\', 1));
    return {};
}

struct Line
{
    QString name, written;
};

/// "name"=what, @=what. Nothing if it is neither.
std::optional<Line> valueLine(const QString &line)
{
    qsizetype at = 0;
    Line found;
    if (line.startsWith(u'"'))
        found.name = quoted(line, at);
    else if (line.startsWith(u'@'))
        at = 1;
    else
        return std::nullopt;
    while (at >= 0 && at < line.size() && line.at(at).isSpace())
        ++at;
    if (at < 0 || at >= line.size() || line.at(at) != u'=')
        return std::nullopt;
    found.written = line.mid(at + 1).trimmed();
    return found;
}

/// A value may go on in the next line: bytes behind a backslash, a text until its quote.
enum class Open
{
    Nothing,
    Bytes,
    Text
};

Open opens(const QString &line)
{
    const auto value = valueLine(line);
    if (!value)
        return Open::Nothing;
    if (value->written.startsWith(u"hex", Qt::CaseInsensitive) && line.endsWith(u'\\'))
        return Open::Bytes;
    qsizetype at = 0;
    if (value->written.startsWith(u'"') && (quoted(value->written, at), at < 0))
        return Open::Text;
    return Open::Nothing;
}

/// Whether `line` can be the next one of what is open; what cannot shows that the file was damaged between.
bool goesOn(Open open, const QString &line)
{
    if (open == Open::Bytes)
        return !line.isEmpty() && !line.startsWith(u'[') && !line.startsWith(u'"') && !line.startsWith(u'@');
    qsizetype at = 0;
    quoted(u'"' + line, at);
    return !line.startsWith(u"[HKEY_") && (at < 0 || at == line.size() + 1);
}

bool goesOnAfter(Open open, const QString &line)
{
    qsizetype at = 0;
    return open == Open::Bytes ? line.endsWith(u'\\') : (quoted(u'"' + line, at), at < 0);
}

} // namespace

RegistryExport::RegistryExport(const QByteArray &bytes)
{
    parse(bytes);
    m_current.clear();
}

void RegistryExport::report(int line, const char *why)
{
    if (m_problems.size() < problemCap)
        m_problems.append({line, QString::fromLatin1(why)});
}

void RegistryExport::parse(const QByteArray &bytes)
{
    RegistryLines lines(bytes);
    bool more = lines.next();
    while (more && lines.line().isEmpty())
        more = lines.next();
    m_isExport = more && (lines.line() == newHeader || lines.line() == oldHeader);
    if (!m_isExport)
        return report(0, "not-a-registry-export");
    m_ansi = lines.line() == oldHeader;

    QString whole; // of the value that goes on
    int first = 0;
    Open open = Open::Nothing;
    while (lines.next()) {
        const QString &line = lines.line();
        if (m_kept > memoryCap)
            return report(lines.number(), "too-large");
        if (lines.isDamaged())
            report(lines.number(), "encoding");
        if (open != Open::Nothing && goesOn(open, line)) {
            // Longer than anything that is kept: its end is found, its bytes are not gathered.
            if (whole.size() <= RegistryLines::lineCap)
                whole += (open == Open::Bytes ? QString() : QStringLiteral("\n")) + line;
            const bool again = goesOnAfter(open, line);
            if (open == Open::Bytes && whole.endsWith(u'\\'))
                whole.chop(1);
            if (!again) {
                parseValue(whole, first);
                open = Open::Nothing;
            }
            continue;
        }
        if (open != Open::Nothing)
            report(first, "half-written");
        open = Open::Nothing;
        if (line.isEmpty() || line.startsWith(u';'))
            continue;
        if (line.startsWith(u'[')) {
            this->open(line, lines.number());
            continue;
        }
        if (!lines.isCut())
            open = opens(line);
        if (open == Open::Nothing) {
            parseValue(line, lines.number());
            continue;
        }
        whole = line;
        first = lines.number();
        if (open == Open::Bytes)
            whole.chop(1);
    }
    if (open != Open::Nothing)
        report(first, "half-written");
}

void RegistryExport::open(const QString &line, int number)
{
    m_current.clear();
    const qsizetype close = line.lastIndexOf(u']');
    if (close < 0 || close > pathCap || line.count(u'\\') > depthCap)
        return report(number, "malformed");
    if (line.at(1) == u'-')
        return; // removes a key; an export has none
    const QString path = shortened(line.mid(1, close - 1));
    m_current = path.toLower();
    if (!path.isEmpty())
        ensure(path);
}

void RegistryExport::ensure(const QString &path)
{
    if (m_nodes.contains(path.toLower()))
        return;
    m_nodes.insert(path.toLower(), {});
    m_kept += path.size() * 4 + 100;
    const qsizetype slash = path.lastIndexOf(u'\\');
    if (slash < 0)
        return;
    // The keys above need not stand in the file.
    ensure(path.left(slash));
    m_nodes[path.left(slash).toLower()].keys.append(path.mid(slash + 1));
}

void RegistryExport::parseValue(const QString &line, int number)
{
    if (m_current.isEmpty())
        return;
    const auto value = valueLine(line);
    if (!value)
        return report(number, "malformed");
    if (value->written == u"-")
        return; // removes a value; an export has none
    if (holdsPassword(value->name))
        return keep(value->name, std::nullopt); // its bytes are not even looked at
    if (line.size() >= RegistryLines::lineCap) {
        report(number, "too-large");
        return keep(value->name, std::nullopt);
    }
    const auto read = valueOf(value->written, m_ansi);
    if (!read)
        return report(number, "malformed");
    keep(value->name, read);
}

void RegistryExport::keep(const QString &name, std::optional<RegistryValue> value)
{
    if (value && value->bytes.size() > registryValueCap)
        value.reset();
    const Entry entry{name, value.value_or(RegistryValue()), value.has_value()};
    m_kept += name.size() * 2 + entry.value.bytes.size() + 150;
    m_nodes[m_current].entries.append(entry);
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
    QStringList found;
    QSet<QString> seen;
    for (const Entry &entry : m_nodes.value(key.toLower()).entries)
        if (const QString lower = entry.name.toLower(); !seen.contains(lower)) {
            seen.insert(lower);
            found.append(entry.name);
        }
    return found;
}

std::optional<RegistryValue> RegistryExport::read(const QString &key, const QString &name) const
{
    const auto node = m_nodes.constFind(key.toLower());
    if (node == m_nodes.cend())
        return std::nullopt;
    // Backwards: of two with one name the later one counts, as in an import.
    for (auto entry = node->entries.crbegin(); entry != node->entries.crend(); ++entry)
        if (entry->name.compare(name, Qt::CaseInsensitive) == 0)
            return entry->isKept ? std::optional(entry->value) : std::nullopt;
    return std::nullopt;
}

} // namespace mailapps
