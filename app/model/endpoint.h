// One door of one server: what is asked for, before any address is known.
#pragma once

#include "model/protocol.h"

#include <QString>

namespace model {

struct Endpoint
{
    QString host; ///< DNS name or IP literal, lower case, without trailing dot
    quint16 port = 0;
    Protocol protocol = Protocol::Imap;
    Security security = Security::Tls;

    bool operator==(const Endpoint &) const = default;

    /// "imap.example.ne.jp:993", IPv6 literals in brackets.
    QString text() const;
};

} // namespace model
