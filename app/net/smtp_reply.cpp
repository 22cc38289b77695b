#include "net/smtp_reply.h"

#include "net/bounds.h"

namespace net {

using model::Failure;

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// class.subject.detail at the beginning, RFC 3463 section 2.
QByteArray enhancedCodeIn(const QByteArray &text)
{
    qsizetype at = 0;
    int parts = 0;
    while (parts < 3) {
        const qsizetype begin = at;
        while (at < text.size() && isDigit(text.at(at)))
            ++at;
        if (at == begin || at - begin > 3)
            return {};
        if (++parts < 3) {
            if (at >= text.size() || text.at(at) != '.')
                return {};
            ++at;
        }
    }
    if (at < text.size() && text.at(at) != ' ')
        return {};
    const char first = text.at(0);
    const bool known = (first == '2' || first == '4' || first == '5') && text.at(1) == '.';
    return known ? text.left(at) : QByteArray();
}

} // namespace

std::optional<QByteArray> SmtpReply::offered(const QByteArray &keyword) const
{
    // The first line is the server's name, never an extension: "250 AUTH" is a host called AUTH.
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray line = lines.at(i).simplified().toUpper();
        if (line == keyword || line.startsWith(keyword + ' '))
            return line;
        if (keyword == "AUTH" && line.startsWith("AUTH=")) // written so by servers older than RFC 4954
            return QByteArray("AUTH ") + line.mid(5);
    }
    return std::nullopt;
}

qsizetype SmtpReply::Reader::lineCap() const
{
    return Bounds::lineBytes;
}

Failure SmtpReply::Reader::line(const QByteArray &text)
{
    if (m_complete)
        return Failure::ProtocolError;
    if (text.size() < 3 || !isDigit(text.at(0)) || !isDigit(text.at(1)) || !isDigit(text.at(2)))
        return Failure::ProtocolError;
    if (text.at(0) < '2' || text.at(0) > '5')
        return Failure::ProtocolError;
    const bool more = text.size() > 3 && text.at(3) == '-';
    if (text.size() > 3 && !more && text.at(3) != ' ')
        return Failure::ProtocolError;

    const int code = text.left(3).toInt();
    if (!m_reply.lines.isEmpty() && code != m_reply.code)
        return Failure::ProtocolError; // 250- then 550: nobody knows which of them is meant
    if (m_reply.lines.size() >= Bounds::linesPerReply)
        return Failure::Endless;
    m_reply.code = code;
    m_reply.lines.append(text.mid(4));
    if (m_reply.enhanced.isEmpty())
        m_reply.enhanced = enhancedCodeIn(m_reply.lines.constLast());
    m_complete = !more;
    return Failure::None;
}

} // namespace net
