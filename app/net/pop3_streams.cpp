#include "net/pop3_streams.h"

namespace net {

using model::Failure;

namespace {
constexpr int undecided = -1;
constexpr int theEnd = -2;
} // namespace

int Pop3OctetReader::stuffingAt(QByteArrayView rest) const
{
    if (rest.front() != '.')
        return 0;
    if (rest.size() < 2)
        return undecided;
    if (rest[1] == '\n')
        return theEnd; // a bare LF is tolerated as everywhere
    if (rest[1] != '\r')
        return 1;
    if (rest.size() < 3)
        return undecided;
    return rest[2] == '\n' ? theEnd : 1;
}

Failure Pop3OctetReader::some(QByteArrayView bytes, qsizetype *taken)
{
    qsizetype at = 0;
    while (at < bytes.size()) {
        if (m_atLineStart) {
            const int stuffing = stuffingAt(bytes.sliced(at));
            if (stuffing == undecided)
                break;
            if (stuffing == theEnd) {
                at = bytes.indexOf('\n', at) + 1;
                m_complete = true;
                break;
            }
            at += stuffing;
            m_atLineStart = false;
        }
        // As much at once as holds no line that begins with a dot.
        const qsizetype dotted = bytes.indexOf("\n.", at);
        const qsizetype end = dotted < 0 ? bytes.size() : dotted + 1;
        if (end > at && !m_sink(bytes.sliced(at, end - at))) {
            *taken = end;
            return Failure::TooBig;
        }
        at = end;
        m_atLineStart = bytes[at - 1] == '\n';
    }
    *taken = at;
    return Failure::None;
}

Failure Pop3ListReader::line(const QByteArray &text)
{
    if (!m_inList || m_complete || text == ".")
        return Reader::line(text);
    if (++m_reply.listed > mostListed)
        return Failure::Endless;
    const qsizetype blank = text.indexOf(' ');
    bool valid = false;
    const int number = text.left(blank).toInt(&valid);
    // Some servers add words behind the value.
    const QByteArray value = blank < 0 ? QByteArray() : text.mid(blank + 1).trimmed();
    if (valid && number > 0 && !value.isEmpty())
        m_sink(number, value.left(value.indexOf(' ') < 0 ? value.size() : value.indexOf(' ')));
    return Failure::None;
}

} // namespace net
