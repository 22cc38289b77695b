// One POP3 reply (RFC 1939 section 3), with its response code (RFC 2449 section 8, RFC 3206) if it has one.
#pragma once

#include "net/reply_reader.h"

#include <QByteArrayList>

namespace net {

struct Pop3Reply
{
    enum class Expect
    {
        Line, ///< +OK or -ERR
        List, ///< after +OK, lines until a lone dot
        Challenge, ///< "+ " of SASL (RFC 5034), or +OK or -ERR
    };
    class Reader;

    bool ok = false;
    bool challenge = false;
    QByteArray code; ///< "IN-USE", "SYS/TEMP"; upper case, without brackets
    QByteArray text; ///< behind the status, response code still in it
    QByteArrayList list; ///< dots taken away; see Reader for how many are kept
    qint64 listed = 0; ///< how many there were

    /// CAPA: the line that begins with this word (RFC 2449 section 5), upper case; empty if it is not there.
    QByteArray offered(const QByteArray &keyword) const;
};

class Pop3Reply::Reader : public ReplyReader
{
public:
    explicit Reader(Expect expect = Expect::Line) : m_expect(expect) { }
    qsizetype lineCap() const override;
    model::Failure line(const QByteArray &text) override;
    bool complete() const override { return m_complete; }
    const Pop3Reply &reply() const { return m_reply; }

    /// Lists are counted to the end, but only the newest lines are kept.
    static constexpr qsizetype kept = 1000;
    static constexpr qint64 mostListed = 1'000'000;

protected:
    model::Failure status(const QByteArray &text);

    Pop3Reply m_reply;
    Expect m_expect;
    bool m_inList = false;
    bool m_complete = false;
};

} // namespace net
