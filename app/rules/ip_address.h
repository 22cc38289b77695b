// IP literals without Qt's network module, which rules may not see: what kind of address it is, and in which
// network.
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace rules {

struct IpAddress
{
    QByteArray bytes; ///< 4 or 16, as on the wire

    bool isIpv6() const { return bytes.size() == 16; }
    bool isNowhere() const; ///< 0.0.0.0, ::
    bool isLoopback() const; ///< 127.0.0.0/8, ::1
    /// Kept for homes, companies and machines by themselves: RFC 1918, RFC 6598, RFC 3927, RFC 4193, RFC
    /// 4291.
    bool isPrivate() const;
    bool isPublic() const { return !isNowhere() && !isLoopback() && !isPrivate(); }
    /// "203.0.113.0/24"; false for what cannot be read or is of the other family.
    bool isIn(const QString &network) const;
};

/// RFC 4291 section 2.2 and dotted IPv4; a scope behind % is left out.
std::optional<IpAddress> ipAddress(const QString &literal);

} // namespace rules
