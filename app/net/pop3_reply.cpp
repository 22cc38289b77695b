#include "net/pop3_reply.h"

#include "net/bounds.h"

namespace net {

using model::Failure;

namespace {
/// "[IN-USE] do come back" gives IN-USE.
QByteArray responseCodeIn(const QByteArray &text)
{
    const qsizetype end = text.indexOf(']');
    return text.startsWith('[') && end > 1 && end <= 64 ? text.mid(1, end - 1).toUpper() : QByteArray();
}
} // namespace

QByteArray Pop3Reply::offered(const QByteArray &keyword) const
{
    for (const QByteArray &line : list) {
        const QByteArray upper = line.simplified().toUpper();
        if (upper == keyword || upper.startsWith(keyword + ' '))
            return upper;
    }
    return {};
}

qsizetype Pop3Reply::Reader::lineCap() const
{
    return Bounds::lineBytes;
}

Failure Pop3Reply::Reader::status(const QByteArray &text)
{
    if (m_expect == Expect::Challenge && (text == "+" || text.startsWith("+ "))) {
        m_reply.challenge = true;
        m_reply.text = text.mid(2);
        m_complete = true;
        return Failure::None;
    }
    const QByteArray word = text.left(text.indexOf(' ') < 0 ? text.size() : text.indexOf(' '));
    if (word != "+OK" && word != "-ERR")
        return Failure::ProtocolError;
    m_reply.ok = word == "+OK";
    m_reply.text = text.mid(word.size() + 1);
    m_reply.code = responseCodeIn(m_reply.text);
    m_inList = m_reply.ok && m_expect == Expect::List;
    m_complete = !m_inList;
    return Failure::None;
}

Failure Pop3Reply::Reader::line(const QByteArray &text)
{
    if (m_complete)
        return Failure::ProtocolError;
    if (!m_inList)
        return status(text);
    if (text == ".") {
        m_complete = true;
        return Failure::None;
    }
    if (++m_reply.listed > mostListed)
        return Failure::Endless;
    if (m_reply.list.size() >= kept)
        m_reply.list.removeFirst();
    m_reply.list.append(text.startsWith('.') ? text.mid(1) : text);
    return Failure::None;
}

} // namespace net
