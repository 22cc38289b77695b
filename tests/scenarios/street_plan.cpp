#include "street_plan.h"

#include "dns_server.h"

#include <QHash>
#include <QHostAddress>
#include <QJsonArray>
#include <algorithm>

namespace scenario {

using namespace Qt::StringLiterals;

namespace {

struct Place
{
    QString host;
    quint16 port;
};

/// The servers that are there, and well, unless a world says otherwise.
const QList<Place> &usualDoors()
{
    static const QList<Place> doors{{u"imap.made.test"_s, 993},
                                    {u"imap.made.test"_s, 143},
                                    {u"pop.made.test"_s, 995},
                                    {u"pop.made.test"_s, 110},
                                    {u"smtp.made.test"_s, 587},
                                    {u"smtp.made.test"_s, 465},
                                    {u"smtp.made.test"_s, 25},
                                    // pages whose content is known: resources/knowledge/web-checks.json
                                    {u"www.msftconnecttest.com"_s, 80},
                                    {u"detectportal.firefox.com"_s, 80},
                                    {u"connectivitycheck.gstatic.com"_s, 80},
                                    {u"1.1.1.1"_s, 80}};
    return doors;
}

QJsonObject usualZone()
{
    QJsonObject zone{{u"made.test"_s, QJsonObject{{u"MX"_s, u"10 smtp.made.test"_s}}}};
    int last = 11;
    for (const auto *host : {u"imap.made.test", u"pop.made.test", u"smtp.made.test"})
        zone.insert(QString::fromUtf16(host), QJsonObject{{u"A"_s, u"203.0.113.%1"_s.arg(last++)}});
    last = 80;
    for (const auto *host :
         {u"www.msftconnecttest.com", u"detectportal.firefox.com", u"connectivitycheck.gstatic.com"})
        zone.insert(QString::fromUtf16(host), QJsonObject{{u"A"_s, u"198.51.100.%1"_s.arg(last++)}});
    return zone;
}

QJsonObject over(QJsonObject base, const QJsonObject &differs)
{
    for (auto one = differs.begin(); one != differs.end(); ++one)
        base.insert(one.key(), one.value());
    return base;
}

Place placeIn(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    return {text.left(colon), text.mid(colon + 1).toUShort()};
}

bool tlsFirst(quint16 port)
{
    return port == 993 || port == 995 || port == 465;
}

QJsonObject packServer(const QString &at)
{
    const Place place = placeIn(at);
    QJsonObject server{{u"host"_s, place.host},
                       {u"port"_s, place.port},
                       {u"security"_s, tlsFirst(place.port) ? u"tls"_s : u"starttls"_s},
                       {u"user"_s, QJsonArray{u"address"_s}}};
    if (tongueOfPort(place.port) == Tongue::Smtp)
        server.insert(u"auth"_s, true);
    else
        server.insert(u"protocol"_s, tongueOfPort(place.port) == Tongue::Imap ? u"imap"_s : u"pop3"_s);
    return server;
}

QJsonObject packOf(const QJsonObject &net)
{
    QJsonArray incoming, outgoing;
    QStringList uses{u"imap.made.test:993"_s, u"smtp.made.test:587"_s};
    if (net.contains("uses"_L1))
        uses = net.value("uses"_L1).toVariant().toStringList();
    for (const QString &at : uses)
        (tongueOfPort(placeIn(at).port) == Tongue::Smtp ? outgoing : incoming).append(packServer(at));
    const QJsonObject usual{{u"schema"_s, u"todoku-pack/1"_s},
                            {u"id"_s, u"made"_s},
                            {u"name"_s, QJsonObject{{u"en"_s, u"Made up"_s}}},
                            {u"domains"_s, QJsonArray{u"made.test"_s}},
                            {u"incoming"_s, incoming},
                            {u"outgoing"_s, outgoing}};
    return over(usual, net.value("pack"_L1).toObject());
}

QStringList addressesOf(const QJsonObject &zone, QString host)
{
    if (!QHostAddress(host).isNull())
        return {host};
    // Aliases lead to the same machine
    for (int hop = 0; hop < 8 && zone.value(host).toObject().contains("CNAME"_L1); ++hop)
        host = zone.value(host).toObject().value("CNAME"_L1).toString();
    if (zone.value(host) == "many"_L1)
        return {QString::fromLatin1(manyTimes)};
    QStringList found;
    const QJsonObject types = zone.value(host).toObject();
    for (const auto type : {"A"_L1, "AAAA"_L1}) {
        const QJsonValue value = types.value(type);
        for (const QString &one :
             value.isArray() ? value.toVariant().toStringList() : QStringList(value.toString()))
            if (!QHostAddress(one).isNull())
                found.append(one);
    }
    return found;
}

/// The most special key that fits this door: its address, its host, its port, any.
QJsonValue described(const QJsonObject &servers, const QString &host, const QString &address, quint16 port)
{
    const QString number = QString::number(port);
    for (const QString &key : {address + u':' + number, host + u':' + number, address + u":*"_s,
                               host + u":*"_s, u"*:"_s + number, u"*:*"_s})
        if (servers.contains(key))
            return servers.value(key);
    return QJsonObject();
}

QByteArrayList linesOf(const QJsonValue &value)
{
    QByteArrayList lines;
    if (value.isString())
        lines.append(value.toString().toUtf8());
    for (const QJsonValue &line : value.toArray())
        lines.append(line.toString().toUtf8());
    return lines;
}

Behaviour behaviourOf(const QJsonObject &server, quint16 port)
{
    static const QHash<QString, Tongue> tongues{{u"smtp"_s, Tongue::Smtp},
                                                {u"imap"_s, Tongue::Imap},
                                                {u"pop3"_s, Tongue::Pop3},
                                                {u"http"_s, Tongue::Http},
                                                {u"none"_s, Tongue::None}};
    Behaviour one;
    one.tongue = tongues.value(server.value("tongue"_L1).toString(), tongueOfPort(port));
    one.tlsFirst = server.value("tls_first"_L1).toBool(tlsFirst(port));
    one.certificate = server.value("certificate"_L1).toString(one.certificate);
    one.versions = server.value("version"_L1).toString();
    one.asksForCertificate = server.value("asks_for_certificate"_L1).toBool();
    one.hasGreeting = server.contains("greeting"_L1);
    one.greeting = linesOf(server.value("greeting"_L1));
    one.on = server.value("on"_L1).toObject();
    return one;
}

DoorPlan doorOf(const Place &place, const QString &address, const QJsonObject &server)
{
    DoorPlan door{place.host, address, place.port, {}, server.value("at_once"_L1).toInt()};
    for (const QJsonValue &one : server.value("connections"_L1).toArray())
        door.behaviours.append(behaviourOf(over(server, one.toObject()), place.port));
    if (door.behaviours.isEmpty())
        door.behaviours.append(behaviourOf(server, place.port));
    return door;
}

QString wallRule(const QString &what, const QString &address, quint16 port)
{
    const QString to = (address.contains(u':') ? u"ip6 daddr "_s : u"ip daddr "_s) + address
        + u" tcp dport %1 "_s.arg(port);
    return to + (what == "filtered"_L1 ? u"drop"_s : u"reject with icmpx type admin-prohibited"_s);
}

void planDoors(StreetPlan &plan, const QJsonObject &net, const QJsonObject &zone)
{
    const QJsonObject servers = net.value("servers"_L1).toObject();
    QList<Place> places = usualDoors();
    for (const QString &key : servers.keys()) {
        const Place place = placeIn(key);
        const bool known = std::any_of(places.begin(), places.end(), [&place](const Place &one) {
            return one.host == place.host && one.port == place.port;
        });
        if (!known && place.port != 0 && place.host != "*"_L1 && QHostAddress(place.host).isNull())
            places.append(place);
    }
    // An address of nobody's name: where no server should be, and one answers
    QStringList named;
    for (const Place &place : std::as_const(places))
        named += addressesOf(zone, place.host);
    for (const QString &key : servers.keys())
        if (const Place place = placeIn(key);
            !QHostAddress(place.host).isNull() && !named.contains(place.host))
            places.append(place);
    for (const Place &place : std::as_const(places)) {
        const QStringList addresses = addressesOf(zone, place.host);
        for (const QString &address : addresses) {
            if (!plan.street.addresses.contains(address))
                plan.street.addresses.append(address);
            const QJsonValue server = described(servers, place.host, address, place.port);
            const QString word = server.toString();
            if (word == "filtered"_L1 || word == "prohibited"_L1)
                plan.street.wall.append(wallRule(word, address, place.port));
            else if (word != "closed"_L1)
                plan.doors.append(doorOf(place, address, server.toObject()));
        }
    }
}

void planResolvers(StreetPlan &plan, const QJsonObject &net, const QJsonObject &zone)
{
    const bool onlySix = plan.street.link == "v6-only"_L1;
    const QString usual = QString::fromLatin1(onlySix ? gatewayAddress6 : gatewayAddress);
    QJsonArray described = net.value("resolvers"_L1).toArray();
    if (described.isEmpty())
        described.append(QJsonObject());
    for (const QJsonValue &value : std::as_const(described)) {
        const QJsonObject one = value.toObject();
        ResolverPlan resolver{one.value("at"_L1).toString(usual), one.value("does"_L1).toString(),
                              over(zone, one.value("dns"_L1).toObject())};
        if (!plan.street.addresses.contains(resolver.address))
            plan.street.addresses.append(resolver.address);
        plan.resolvers.append(resolver);
    }
}

} // namespace

StreetPlan planOf(const QJsonObject &net)
{
    StreetPlan plan;
    plan.pack = packOf(net);
    plan.street.rate = net.value("rate"_L1).toString();
    plan.street.link = net.value("link"_L1).toString(plan.street.link);
    plan.street.wall = net.value("wall"_L1).toVariant().toStringList();
    plan.street.way = net.value("way"_L1).toVariant().toStringList();
    const QJsonObject zone = over(usualZone(), net.value("dns"_L1).toObject());
    planDoors(plan, net, zone);
    planResolvers(plan, net, zone);
    return plan;
}

} // namespace scenario
