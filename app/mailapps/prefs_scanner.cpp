#include "mailapps/prefs_scanner.h"

#include <algorithm>
#include <array>
#include <limits>

namespace mailapps {

namespace {

/// Every problem may cost one more walk to the end of the file (an open quote): after that many it is given
/// up.
constexpr int problemCap = 20;

constexpr std::array<QByteArrayView, 4> starters{"user_pref", "pref", "sticky_pref", "lockPref"};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

Span span(qsizetype begin, qsizetype end)
{
    return {quint32(begin), quint32(end)};
}

} // namespace

PrefsScanner::PrefsScanner(QByteArrayView bytes) : m_bytes(bytes)
{
    if (!bytes.contains('\n'))
        m_lineBreak = '\r';
    if (bytes.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
}

void PrefsScanner::run()
{
    for (;;) {
        const Blank blank = skipBlank();
        if (blank == Blank::End)
            return;
        const qsizetype begin = m_at;
        if (blank == Blank::OpenComment) {
            problems.append({int(lineAt(begin)), QStringLiteral("half-written")});
            return;
        }
        m_hitEnd = false;
        if (statement())
            continue;
        problems.append(
            {int(lineAt(begin)), m_hitEnd ? QStringLiteral("half-written") : QStringLiteral("malformed")});
        if (problems.size() >= problemCap || !toNextStatement(begin))
            return;
    }
}

PrefsScanner::Blank PrefsScanner::skipBlank()
{
    while (m_at < m_bytes.size()) {
        const char c = m_bytes[m_at];
        const char next = m_at + 1 < m_bytes.size() ? m_bytes[m_at + 1] : '\0';
        if (isBlank(c)) {
            ++m_at;
        } else if (c == '#' || (c == '/' && next == '/')) {
            while (m_at < m_bytes.size() && m_bytes[m_at] != '\n' && m_bytes[m_at] != '\r')
                ++m_at;
        } else if (c == '/' && next == '*') {
            const qsizetype close = m_bytes.indexOf("*/", m_at + 2);
            if (close < 0)
                return Blank::OpenComment;
            m_at = close + 2;
        } else {
            return Blank::More;
        }
    }
    return Blank::End;
}

bool PrefsScanner::statement()
{
    const qsizetype begin = m_at;
    if (std::find(starters.begin(), starters.end(), word()) == starters.end())
        return false;
    Pref pref;
    if (!token('(') || !name(pref) || !token(',') || !value(pref))
        return false;
    // Attributes ("sticky", "locked") stand in shipped default files; here they are only stepped over.
    while (skipBlank() == Blank::More && m_bytes[m_at] == ',') {
        ++m_at;
        if (skipBlank() != Blank::More || word().isEmpty())
            return false;
    }
    if (!token(')') || !token(';'))
        return false;
    pref.statement = span(begin, m_at);
    pref.line = lineAt(begin);
    prefs.push_back(pref);
    return true;
}

bool PrefsScanner::token(char wanted)
{
    if (skipBlank() != Blank::More) {
        m_hitEnd = true;
        return false;
    }
    if (m_bytes[m_at] != wanted)
        return false;
    ++m_at;
    return true;
}

bool PrefsScanner::name(Pref &pref)
{
    if (skipBlank() != Blank::More) {
        m_hitEnd = true;
        return false;
    }
    return quoted(pref.name, &pref.escaped);
}

bool PrefsScanner::value(Pref &pref)
{
    if (skipBlank() != Blank::More) {
        m_hitEnd = true;
        return false;
    }
    const char c = m_bytes[m_at];
    if (c == '"' || c == '\'') {
        pref.kind = Pref::Kind::Text;
        return quoted(pref.value, nullptr);
    }
    if (c == '+' || c == '-' || isDigit(c))
        return number(pref);
    pref.kind = Pref::Kind::Flag;
    const qsizetype begin = m_at;
    const QByteArrayView text = word();
    pref.value = span(begin, m_at);
    return text == QByteArrayView("true") || text == QByteArrayView("false");
}

bool PrefsScanner::number(Pref &pref)
{
    const qsizetype begin = m_at;
    if (!isDigit(m_bytes[m_at]))
        ++m_at;
    const qsizetype digits = m_at;
    qint64 size = 0;
    while (m_at < m_bytes.size() && isDigit(m_bytes[m_at]) && m_at - digits < 12)
        size = size * 10 + (m_bytes[m_at++] - '0');
    pref.kind = Pref::Kind::Number;
    pref.value = span(begin, m_at);
    m_hitEnd = m_at >= m_bytes.size();
    const bool negative = m_bytes[begin] == '-';
    const qint64 limit = qint64(std::numeric_limits<qint32>::max()) + (negative ? 1 : 0);
    const bool followed = m_at < m_bytes.size() && (isWordCharacter(m_bytes[m_at]) || isDigit(m_bytes[m_at]));
    return m_at > digits && size <= limit && !followed;
}

bool PrefsScanner::quoted(Span &inside, bool *escaped)
{
    const char quote = m_bytes[m_at];
    if (quote != '"' && quote != '\'')
        return false;
    const qsizetype begin = ++m_at;
    while (m_at < m_bytes.size() && m_bytes[m_at] != quote) {
        if (m_bytes[m_at] == '\\') {
            ++m_at;
            if (escaped)
                *escaped = true;
        }
        ++m_at;
    }
    if (m_at >= m_bytes.size()) {
        m_hitEnd = true;
        return false;
    }
    inside = span(begin, m_at++);
    return true;
}

QByteArrayView PrefsScanner::word()
{
    const qsizetype begin = m_at;
    while (m_at < m_bytes.size() && isWordCharacter(m_bytes[m_at]))
        ++m_at;
    m_hitEnd = m_at >= m_bytes.size();
    return m_bytes.sliced(begin, m_at - begin);
}

/// To the next line that begins like a setting. Counted from where the broken statement began, not from where
/// it was noticed: an open quote swallows the good lines behind it.
bool PrefsScanner::toNextStatement(qsizetype from)
{
    qsizetype lineEnd = m_bytes.indexOf(m_lineBreak, from);
    while (lineEnd >= 0) {
        m_at = lineEnd + 1;
        const QByteArrayView rest = m_bytes.sliced(m_at);
        for (const QByteArrayView starter : starters)
            if (rest.startsWith(starter))
                return true;
        lineEnd = m_bytes.indexOf(m_lineBreak, m_at);
    }
    return false;
}

quint32 PrefsScanner::lineAt(qsizetype position)
{
    for (; m_counted < position; ++m_counted)
        if (m_bytes[m_counted] == m_lineBreak)
            ++m_line;
    return m_line;
}

} // namespace mailapps
