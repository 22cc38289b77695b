#include "net/gateways.h"

#include <QFile>
#include <QtEndian>
#include <algorithm>

namespace net {

namespace {

constexpr uint isUp = 0x1, viaGateway = 0x2,
               isReject = 0x200; // RTF_UP, RTF_GATEWAY, RTF_REJECT of linux/route.h

QByteArrayList fieldsOf(const QByteArray &line)
{
    return line.simplified().split(' ');
}

struct Candidate
{
    uint metric;
    QHostAddress address;
};

QList<QHostAddress> byMetric(QList<Candidate> candidates)
{
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) { return a.metric < b.metric; });
    QList<QHostAddress> found;
    for (const Candidate &one : candidates)
        if (!found.contains(one.address))
            found.append(one.address);
    return found;
}

} // namespace

QList<QHostAddress> gatewaysInIpv4Table(const QByteArray &text)
{
    QList<Candidate> found;
    for (const QByteArray &line : text.split('\n')) {
        const QByteArrayList fields
            = fieldsOf(line); // Iface Destination Gateway Flags RefCnt Use Metric Mask …
        if (fields.size() < 8 || fields.at(1) != "00000000" || fields.at(7) != "00000000")
            continue;
        const uint flags = fields.at(3).toUInt(nullptr, 16);
        // The kernel prints the bytes on the wire as one number of this machine.
        const quint32 gateway = qFromBigEndian(fields.at(2).toUInt(nullptr, 16));
        if ((flags & isUp) && (flags & viaGateway) && gateway != 0)
            found.append({fields.at(6).toUInt(), QHostAddress(gateway)});
    }
    return byMetric(found);
}

QList<QHostAddress> gatewaysInIpv6Table(const QByteArray &text)
{
    const QByteArray nothing(32, '0');
    QList<Candidate> found;
    for (const QByteArray &line : text.split('\n')) {
        const QByteArrayList fields
            = fieldsOf(line); // dest len source len next-hop metric refs use flags iface
        if (fields.size() < 10 || fields.at(0) != nothing || fields.at(1) != "00")
            continue;
        const uint flags = fields.at(8).toUInt(nullptr, 16);
        const QByteArray bytes = QByteArray::fromHex(fields.at(4));
        if (!(flags & viaGateway) || (flags & isReject) || bytes.size() != 16)
            continue;
        QHostAddress address(reinterpret_cast<const quint8 *>(bytes.constData()));
        if (address.isLinkLocal())
            address.setScopeId(QString::fromLatin1(fields.at(9)));
        found.append({fields.at(5).toUInt(nullptr, 16), address});
    }
    return byMetric(found);
}

bool isNeighbour(const QByteArray &arpTable, const QHostAddress &address)
{
    const QByteArray wanted = address.toString().toLatin1();
    for (const QByteArray &line : arpTable.split('\n')) {
        const QByteArrayList fields = fieldsOf(line); // address, type, flags, hardware address, mask, device
        if (fields.size() >= 4 && fields.at(0) == wanted)
            return (fields.at(2).toUInt(nullptr, 16) & 0x2) != 0
                && fields.at(3) != "00:00:00:00:00:00"; // ATF_COM
    }
    return false;
}

#ifdef Q_OS_LINUX

namespace {

QByteArray contentOf(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.read(1024 * 1024) : QByteArray();
}

bool hasDefault(const QByteArray &ipv4Table)
{
    const auto lines = ipv4Table.split('\n');
    return std::any_of(lines.begin(), lines.end(), [](const QByteArray &line) {
        const QByteArrayList fields = fieldsOf(line);
        return fields.size() >= 8 && fields.at(1) == "00000000" && fields.at(7) == "00000000";
    });
}

} // namespace

DefaultRoutes defaultRoutes()
{
    const QByteArray table = contentOf("/proc/net/route");
    DefaultRoutes routes;
    routes.known = !table.isEmpty();
    routes.gateways = gatewaysInIpv4Table(table) + gatewaysInIpv6Table(contentOf("/proc/net/ipv6_route"));
    routes.any = hasDefault(table) || !routes.gateways.isEmpty();
    routes.gateways = routes.gateways.mid(0, 4);
    return routes;
}

bool isNeighbourNow(const QHostAddress &address)
{
    return isNeighbour(contentOf("/proc/net/arp"), address);
}

#elif !defined(Q_OS_WIN)

DefaultRoutes defaultRoutes()
{
    return {};
}

bool isNeighbourNow(const QHostAddress &)
{
    return false;
}

#endif

} // namespace net
