// The routers that this PC hands everything to which is not in its own network: its default gateways.
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>

namespace net {

/// Of /proc/net/route, by metric. Routes without a gateway (a mobile or dial-up line) give none.
QList<QHostAddress> gatewaysInIpv4Table(const QByteArray &text);
/// Of /proc/net/ipv6_route; link-local addresses with the interface as their scope.
QList<QHostAddress> gatewaysInIpv6Table(const QByteArray &text);
/// True if /proc/net/arp has a hardware address for it: it spoke on the cable a short while ago.
bool isNeighbour(const QByteArray &arpTable, const QHostAddress &address);

struct DefaultRoutes
{
    QList<QHostAddress> gateways; ///< each once, IPv4 first, at most 4
    bool any = false; ///< there is a default route, though perhaps without a gateway
    bool known = false; ///< the system could be asked (Linux and Windows)
};
DefaultRoutes defaultRoutes();
/// The system knows its hardware address.
bool isNeighbourNow(const QHostAddress &address);

} // namespace net
