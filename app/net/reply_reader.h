// What every reply reader answers: how much it wants next, and whether the reply is complete.
#pragma once

#include "model/failure.h"

#include <QByteArray>
#include <QByteArrayView>

namespace net {

/// Fed by Dialogue with bytes from outside, in order; keeps nothing of the last reply. Pure: no socket, no
/// clock.
class ReplyReader
{
public:
    virtual ~ReplyReader() = default;
    ReplyReader() = default;
    ReplyReader(const ReplyReader &) = delete;
    ReplyReader &operator=(const ReplyReader &) = delete;

    /// Longest line, without its end, that this protocol may send.
    virtual qsizetype lineCap() const = 0;
    /// 0: a line is wanted. Else so many bytes, line ends among them, at most as many at a time as come.
    virtual qsizetype wantedBytes() const { return 0; }
    /// A line without its CRLF (a bare LF is tolerated). None, or why the dialogue must end.
    virtual model::Failure line(const QByteArray &text) = 0;
    /// Part of what wantedBytes() asked for.
    virtual model::Failure bytes(const QByteArray &) { return model::Failure::ProtocolError; }
    /// True: whole lines are not waited for; some() gets whatever has come.
    virtual bool wantsAnything() const { return false; }
    /// Looks at `bytes` and says how many of them are done with; 0: more must come first.
    virtual model::Failure some(QByteArrayView, qsizetype *) { return model::Failure::ProtocolError; }
    virtual bool complete() const = 0;
    /// What it means that the server hangs up now.
    virtual model::Failure whenClosed() const { return model::Failure::ClosedEarly; }
};

} // namespace net
