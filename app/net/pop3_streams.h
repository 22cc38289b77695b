// Long POP3 answers read as they come: a message octet by octet, LIST and UIDL entry by entry (RFC 1939).
#pragma once

#include "net/pop3_reply.h"

#include <functional>

namespace net {

/// A message (RETR, TOP), with the dots that stuffing added taken away again (RFC 1939 section 3).
class Pop3OctetReader : public Pop3Reply::Reader
{
public:
    /// Hears the octets in order; false: enough, the dialogue ends with TooBig.
    using Sink = std::function<bool(QByteArrayView)>;
    explicit Pop3OctetReader(Sink sink) : Reader(Pop3Reply::Expect::List), m_sink(std::move(sink)) { }

    bool wantsAnything() const override { return m_inList && !m_complete; }
    model::Failure some(QByteArrayView bytes, qsizetype *taken) override;

private:
    /// How many octets at the start of a line are the stuffing's; -1: more must come to tell, -2: the end.
    int stuffingAt(QByteArrayView rest) const;

    Sink m_sink;
    bool m_atLineStart = true;
};

/// "NUMBER VALUE" lines; what cannot be read is counted and left out. Nothing is kept here.
class Pop3ListReader : public Pop3Reply::Reader
{
public:
    using Sink = std::function<void(int number, const QByteArray &value)>;
    explicit Pop3ListReader(Sink sink) : Reader(Pop3Reply::Expect::List), m_sink(std::move(sink)) { }

    model::Failure line(const QByteArray &text) override;

private:
    Sink m_sink;
};

} // namespace net
