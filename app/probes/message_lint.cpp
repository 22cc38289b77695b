#include "probes/message_lint.h"

#include <algorithm>
#include <cstring>

namespace probes {

namespace {

constexpr qint64 longestLine = 998;

struct Row
{
    Defect defect;
    const char *name;
    bool stops;
};

constexpr Row rows[] = {
    {Defect::Nul, "nul", true},
    {Defect::BrokenHeader, "broken-header", true},
    {Defect::BareCr, "bare-cr", true},
    {Defect::LongHeaderLine, "long-header-line", false},
    {Defect::NoBoundary, "no-boundary", false},
    {Defect::DoubleField, "double-field", false},
    {Defect::BadDate, "bad-date", false},
    {Defect::EightBitHeader, "eight-bit-header", false},
    {Defect::LongLine, "long-line", false},
    {Defect::BadBase64, "bad-base64", false},
    {Defect::Unclosed, "unclosed", false},
};

bool isBase64(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/'
        || c == '=' || c == ' ' || c == '\t';
}

/// RFC 5322 section 3.6.8: printable US-ASCII without the colon; blanks before the colon are tolerated.
bool isFieldName(const QByteArray &name)
{
    return !name.isEmpty()
        && std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c <= '~' && c != ':'; });
}

/// `boundary="x"` or `boundary=x`; empty if there is none.
QByteArray boundaryIn(const QByteArray &contentType)
{
    const QByteArray lower = contentType.toLower();
    qsizetype at = -1;
    do
        at = lower.indexOf("boundary", at + 1);
    while (at > 0 && lower.at(at - 1) != ';' && lower.at(at - 1) != ' ' && lower.at(at - 1) != '\t');
    if (at < 0)
        return {};
    const QByteArray rest = contentType.mid(at + 8).trimmed();
    if (!rest.startsWith('='))
        return {};
    QByteArray value = rest.mid(1).trimmed();
    if (value.startsWith('"')) {
        QByteArray unquoted;
        for (qsizetype i = 1; i < value.size() && value.at(i) != '"'; ++i) {
            i += value.at(i) == '\\';
            unquoted += value.mid(i, 1);
        }
        return unquoted;
    }
    const auto end = std::find_if(value.begin(), value.end(),
                                  [](char c) { return c == ';' || c == ' ' || c == '\t' || c == '('; });
    return value.left(end - value.begin());
}

} // namespace

QString name(Defect defect)
{
    const auto *const row = std::find_if(std::begin(rows), std::end(rows),
                                         [&](const Row &one) { return one.defect == defect; });
    return QString::fromLatin1(row->name);
}

bool stopsPrograms(Defect defect)
{
    const auto *const row = std::find_if(std::begin(rows), std::end(rows),
                                         [&](const Row &one) { return one.defect == defect; });
    return row->stops;
}

QList<Defect> MessageLint::defects() const
{
    QList<Defect> list;
    for (const Row &row : rows)
        if (m_defects & (1u << int(row.defect)))
            list.append(row.defect);
    return list;
}

void MessageLint::take(QByteArrayView octets)
{
    m_octets += octets.size();
    if (octets.contains('\0'))
        found(Defect::Nul);
    while (!octets.isEmpty()) {
        if (m_lastWasCr && octets.front() != '\n')
            found(Defect::BareCr);
        const qsizetype end = octets.indexOf('\n');
        const QByteArrayView part = octets.first(end < 0 ? octets.size() : end);
        const qsizetype cr = part.indexOf('\r');
        if (cr >= 0 && cr < part.size() - 1)
            found(Defect::BareCr);
        m_lastWasCr = part.endsWith('\r') || (part.isEmpty() && m_lastWasCr);
        m_lineOctets += part.size();
        if (m_line.size() < keptOfLine)
            m_line.append(part.first(qMin(part.size(), keptOfLine - m_line.size())));
        if (end < 0)
            return;
        if (m_lastWasCr) {
            --m_lineOctets;
            if (m_line.endsWith('\r'))
                m_line.chop(1);
        }
        m_lastWasCr = false;
        line();
        m_line.clear();
        m_lineOctets = 0;
        octets = octets.sliced(end + 1);
    }
}

void MessageLint::line()
{
    if (m_inHeader)
        headerLine();
    else
        bodyLine();
}

void MessageLint::headerLine()
{
    if (m_lineOctets == 0) {
        field();
        return endOfHeader();
    }
    // A part may begin with its body at once; only the message itself must have a header.
    if (!m_inTopHeader && delimiter())
        return;
    if (m_inTopHeader) {
        if (m_lineOctets > longestLine)
            found(Defect::LongHeaderLine);
        if (std::any_of(m_line.begin(), m_line.end(), [](char c) { return uchar(c) > 127; }))
            found(Defect::EightBitHeader);
    }
    if (m_line.startsWith(' ') || m_line.startsWith('\t')) {
        if (m_inTopHeader && !m_anyField)
            found(Defect::BrokenHeader); // continues nothing
        if (m_field.size() < keptOfField)
            m_field += ' ' + m_line.trimmed();
        return;
    }
    field();
    const qsizetype colon = m_line.indexOf(':');
    if (colon > 0 && isFieldName(m_line.left(colon).trimmed())) {
        m_anyField = true;
        m_field = m_line;
        return;
    }
    // "From x" of an mbox is a leftover of some servers; programs know it.
    const bool leftover = m_line.startsWith("From ") || m_line.startsWith(">From ");
    if (m_inTopHeader && !leftover)
        found(Defect::BrokenHeader);
}

void MessageLint::field()
{
    const QByteArray whole = std::exchange(m_field, {});
    const qsizetype colon = whole.indexOf(':');
    if (colon < 0)
        return;
    const QByteArray name = whole.left(colon).trimmed().toLower();
    const QByteArray value = whole.mid(colon + 1).trimmed();
    if (m_inTopHeader)
        topField(name, value);
    if (name == "content-type" && value.left(10).toLower() == "multipart/") {
        m_multipart = true;
        m_newBoundary = boundaryIn(value);
    } else if (name == "content-transfer-encoding") {
        m_base64 = value.toLower() == "base64";
    }
}

void MessageLint::topField(const QByteArray &name, const QByteArray &value)
{
    constexpr const char *once[] = {"from", "date", "subject", "content-type"};
    for (unsigned i = 0; i < std::size(once); ++i) {
        if (name != once[i])
            continue;
        if (m_seenFields & (1u << i))
            found(Defect::DoubleField);
        m_seenFields |= 1u << i;
    }
    const auto keep = [&value](QByteArray *into) {
        if (into->isEmpty())
            *into = value;
    };
    if (name == "from")
        keep(&m_head.from);
    else if (name == "subject")
        keep(&m_head.subject);
    else if (name == "message-id")
        keep(&m_head.messageId);
    else if (name == "date") {
        keep(&m_head.date);
        if (!headerDate(value).isValid())
            found(Defect::BadDate);
    }
}

void MessageLint::endOfHeader()
{
    if (m_inTopHeader && !m_anyField)
        found(Defect::BrokenHeader);
    if (m_multipart) {
        if (m_newBoundary.isEmpty())
            found(Defect::NoBoundary);
        else if (m_parts.size() < deepest)
            m_parts.append({m_newBoundary});
    }
    m_inHeader = m_inTopHeader = false;
    m_encodedPart = m_base64 && !m_multipart;
    m_multipart = m_base64 = false;
    m_newBoundary.clear();
}

/// A line that separates or ends the parts of a multipart, also of an outer one: then the inner ones are
/// over.
bool MessageLint::delimiter()
{
    if (!m_line.startsWith("--"))
        return false;
    for (qsizetype i = m_parts.size() - 1; i >= 0; --i) {
        const QByteArray &boundary = m_parts.at(i).boundary;
        if (m_line.mid(2, boundary.size()) != boundary)
            continue;
        const QByteArray rest = m_line.mid(2 + boundary.size());
        const bool ends = rest.startsWith("--");
        if (!ends && !rest.trimmed().isEmpty())
            continue; // a longer boundary that only begins alike
        while (m_parts.size() > i + 1) {
            const Multipart inner = m_parts.takeLast();
            if (!inner.closed)
                found(inner.opened ? Defect::Unclosed : Defect::NoBoundary);
        }
        m_parts[i].opened = true;
        m_parts[i].closed = ends;
        m_inHeader = !ends;
        m_encodedPart = false;
        m_field.clear();
        m_multipart = m_base64 = false;
        return true;
    }
    return false;
}

void MessageLint::bodyLine()
{
    if (delimiter())
        return;
    if (m_lineOctets > longestLine)
        found(Defect::LongLine);
    if (m_encodedPart && !std::all_of(m_line.begin(), m_line.end(), isBase64))
        found(Defect::BadBase64);
}

void MessageLint::finish()
{
    if (m_lineOctets > 0)
        line();
    if (m_inHeader && m_inTopHeader) {
        field();
        if (!m_anyField)
            found(Defect::BrokenHeader);
    }
    if (m_inTopHeader && m_multipart)
        endOfHeader();
    for (const Multipart &part : std::as_const(m_parts))
        if (!part.closed)
            found(part.opened ? Defect::Unclosed : Defect::NoBoundary);
    m_parts.clear();
}

} // namespace probes
