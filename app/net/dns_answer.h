// The answers in a message of a name server (RFC 1035 section 4): names that are pointed to, nothing more.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

namespace net {

struct DnsRecord
{
    enum class Type
    {
        Cname = 5,
        Mx = 15, ///< RFC 7505: the target "." says that the domain takes no mail
        Srv = 33, ///< RFC 2782: the target "." says that the service does not exist
    };
    QString owner; ///< lower case, without the final dot
    int type = 0; ///< any number that was in the message
    QString target; ///< the same form, "." for the root; empty for types not named above
    int port = 0; ///< Srv
};

/// Nothing if the message cannot be read: names that never end, records beyond the message, over 64 answers.
std::optional<QList<DnsRecord>> dnsAnswers(const QByteArray &message);

} // namespace net
