#include "net/imap_reply.h"

#include "net/bounds.h"

namespace net {

using model::Failure;
using Kind = ImapReply::Expect::Kind;

namespace {

constexpr int deepest = 32;

QByteArray firstWord(const QByteArray &text)
{
    const qsizetype blank = text.indexOf(' ');
    return text.left(blank < 0 ? text.size() : blank).toUpper();
}

bool isStatusWord(const QByteArray &word)
{
    return word == "OK" || word == "NO" || word == "BAD" || word == "BYE" || word == "PREAUTH";
}

QByteArrayList words(const QByteArray &text)
{
    const QByteArray upper = text.simplified().toUpper();
    return upper.isEmpty() ? QByteArrayList() : upper.split(' ');
}

/// "OK [CODE args] words"
bool readStatus(const QByteArray &text, ImapReply &reply)
{
    const QByteArray word = firstWord(text);
    if (!isStatusWord(word))
        return false;
    reply.status = word;
    reply.text = text.mid(word.size() + 1);
    if (!reply.text.startsWith('['))
        return true;
    const qsizetype end = reply.text.indexOf(']');
    if (end < 0)
        return true; // unfinished: then it is only words
    const QByteArray inside = reply.text.mid(1, end - 1);
    reply.code = firstWord(inside);
    reply.codeArguments = inside.mid(reply.code.size() + 1);
    reply.text = reply.text.mid(end + 1).trimmed();
    return true;
}

} // namespace

QByteArrayList ImapReply::capabilities() const
{
    for (auto line = untagged.crbegin(); line != untagged.crend(); ++line)
        if (firstWord(*line) == "CAPABILITY")
            return words(line->mid(qsizetype(sizeof "CAPABILITY") - 1));
    return code == "CAPABILITY" ? words(codeArguments) : QByteArrayList();
}

qsizetype ImapReply::Reader::lineCap() const
{
    return Bounds::imapLineBytes;
}

Failure ImapReply::Reader::whenClosed() const
{
    return m_reply.bye ? Failure::Busy : Failure::ClosedEarly;
}

/// Parentheses, quotes and literals of one line of data. Iterative: depth is the server's to choose.
Failure ImapReply::Reader::syntax(const QByteArray &text)
{
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (quoted) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '(') {
            if (++m_depth > deepest)
                return Failure::Endless;
        } else if (c == ')') {
            --m_depth;
        }
    }
    if (quoted)
        return Failure::ProtocolError; // a quoted string never spans lines, RFC 9051 section 4.3
    if (!text.endsWith('}'))
        return Failure::None;

    const qsizetype open = text.lastIndexOf('{');
    const QByteArray size = open < 0 ? QByteArray() : text.mid(open + 1, text.size() - open - 2);
    if (size.isEmpty())
        return Failure::ProtocolError;
    for (const char c : size)
        if (c < '0' || c > '9')
            return Failure::ProtocolError;
    if (size.size() > 18 || size.toLongLong() > Bounds::imapLiteralBytes)
        return Failure::Endless;
    m_literalLeft = qsizetype(size.toLongLong());
    return Failure::None;
}

Failure ImapReply::Reader::untagged(const QByteArray &text)
{
    const QByteArray word = firstWord(text);
    if (m_open.isEmpty() && word == "BYE") {
        m_reply.bye = true;
        m_reply.byeText = text.mid(4);
    }
    if (m_expect.kind == Kind::Greeting) {
        if (!readStatus(text, m_reply))
            return Failure::ProtocolError;
        m_complete = true;
        return Failure::None;
    }
    // Words for people may hold any bracket; only data has a syntax.
    if (m_open.isEmpty() && isStatusWord(word)) {
        m_reply.untagged.append(text);
        return Failure::None;
    }
    if (m_open.isEmpty())
        m_depth = 0;
    if (const Failure failure = syntax(text); failure != Failure::None)
        return failure;
    m_open += text;
    if (text.endsWith('}')) {
        m_open += '\n'; // tells "a literal follows" from "nothing is open", also where the literal is empty
        return Failure::None;
    }
    m_reply.untagged.append(m_open);
    m_open.clear();
    return Failure::None;
}

Failure ImapReply::Reader::line(const QByteArray &text)
{
    if (m_complete)
        return Failure::ProtocolError;
    if (++m_lines > m_expect.lines)
        return Failure::Endless;
    if (!m_open.isEmpty())
        return untagged(text);
    if (text.startsWith("* "))
        return untagged(text.mid(2));
    if (m_expect.kind == Kind::Greeting)
        return Failure::ProtocolError;
    if (text == "+" || text.startsWith("+ ")) {
        if (m_expect.kind != Kind::Continuation)
            return Failure::ProtocolError;
        m_reply.status = "+";
        m_reply.text = text.mid(2);
        m_complete = true;
        return Failure::None;
    }
    const qsizetype blank = text.indexOf(' ');
    return blank < 1 ? Failure::ProtocolError : tagged(text.left(blank), text.mid(blank + 1));
}

Failure ImapReply::Reader::tagged(const QByteArray &tag, const QByteArray &text)
{
    const bool due = tag == m_expect.tag;
    if (!due && !m_expect.behind.contains(tag))
        return Failure::ProtocolError; // another's tag: what it answers was never asked
    ImapReply early;
    ImapReply &reply = due ? m_reply : early;
    if (!readStatus(text, reply) || reply.status == "BYE" || reply.status == "PREAUTH")
        return Failure::ProtocolError; // those two are never tagged, RFC 9051 section 7.1
    reply.tag = tag;
    m_complete = due;
    if (!due) {
        m_expect.behind.removeAll(tag); // nothing is answered twice
        m_reply.early.push_back(early);
    }
    return Failure::None;
}

Failure ImapReply::Reader::bytes(const QByteArray &part)
{
    if (part.size() > m_literalLeft)
        return Failure::ProtocolError;
    m_literalLeft -= part.size();
    m_open += part; // grows as bytes come, never by what was announced
    return Failure::None;
}

} // namespace net
