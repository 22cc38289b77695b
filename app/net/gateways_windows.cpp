#include "net/gateways.h"

#ifdef Q_OS_WIN

#include <algorithm>

// Order matters, and the empty lines keep it: each needs what stands before.
#include <winsock2.h>

#include <ws2ipdef.h>

#include <iphlpapi.h>

namespace net {

namespace {

QHostAddress addressOf(const SOCKADDR_INET &address)
{
    QHostAddress found(reinterpret_cast<const sockaddr *>(&address));
    if (found.isLinkLocal() && address.si_family == AF_INET6)
        found.setScopeId(QString::number(address.Ipv6.sin6_scope_id));
    return found;
}

bool isUnspecified(const QHostAddress &address)
{
    return address.isNull() || address == QHostAddress(QHostAddress::AnyIPv4)
        || address == QHostAddress(QHostAddress::AnyIPv6);
}

} // namespace

DefaultRoutes defaultRoutes()
{
    DefaultRoutes routes;
    MIB_IPFORWARD_TABLE2 *table = nullptr;
    if (GetIpForwardTable2(AF_UNSPEC, &table) != NO_ERROR)
        return routes;
    routes.known = true;
    for (ULONG i = 0; i < table->NumEntries; ++i) {
        const MIB_IPFORWARD_ROW2 &row = table->Table[i];
        if (row.DestinationPrefix.PrefixLength != 0)
            continue;
        routes.any = true;
        const QHostAddress gateway = addressOf(row.NextHop);
        if (!isUnspecified(gateway) && !routes.gateways.contains(gateway) && routes.gateways.size() < 4)
            routes.gateways.append(gateway);
    }
    FreeMibTable(table);
    std::stable_partition(routes.gateways.begin(), routes.gateways.end(), [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    });
    return routes;
}

bool isNeighbourNow(const QHostAddress &address)
{
    MIB_IPNET_TABLE2 *table = nullptr;
    if (GetIpNetTable2(AF_UNSPEC, &table) != NO_ERROR)
        return false;
    bool found = false;
    for (ULONG i = 0; i < table->NumEntries && !found; ++i) {
        const MIB_IPNET_ROW2 &row = table->Table[i];
        QHostAddress known = addressOf(row.Address);
        found = known.isEqual(address)
            && row.PhysicalAddressLength > 0
            // As long as Windows has not given up on it: just now it may be asking again (stale, delay,
            // probe)
            && row.State != NlnsUnreachable && row.State != NlnsIncomplete;
    }
    FreeMibTable(table);
    return found;
}

} // namespace net

#endif
