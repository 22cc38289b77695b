// Doors that the line keeps shut: port 25 alone, or everything that is mail.
#include "model/seen.h"
#include "rules/families.h"
#include "rules/line_evidence.h"
#include "rules/outgoing_table.h"

#include <QJsonArray>
#include <QSet>
#include <algorithm>

namespace rules {

using namespace model;

namespace {

QStringList mailHosts(const Case &visit)
{
    QStringList hosts;
    for (const Fact &fact : visit.at(Step::Connect))
        if (matters(visit, fact) && !hosts.contains(fact.endpoint.host))
            hosts.append(fact.endpoint.host);
    return hosts;
}

QList<Fact> connectsOf(const Case &visit, const QString &host)
{
    QList<Fact> found;
    for (const Fact &fact : visit.at(Step::Connect))
        if (fact.endpoint.host == host && fact.failure != Failure::Cancelled
            && fact.failure != Failure::LocalResource)
            found.append(fact);
    return found;
}

/// Several doors of it were tried, and to none of them came any answer.
bool isSwallowed(const QList<Fact> &tries)
{
    QSet<quint16> ports;
    for (const Fact &fact : tries)
        ports.insert(fact.endpoint.port);
    return ports.size() > 1 && std::all_of(tries.begin(), tries.end(), isFiltered);
}

/// Two names for one machine are one machine. Where all leads to this PC (a routed world), names are all
/// there is.
bool areSeveral(const Case &visit, const QStringList &hosts)
{
    QSet<QString> addresses;
    bool here = true;
    for (const QString &host : hosts)
        for (const Fact &fact : connectsOf(visit, host)) {
            here = here && fact.address.startsWith(u"127.");
            if (!isIpv6(fact.address))
                addresses.insert(fact.address);
        }
    return hosts.size() > 1 && (here || addresses.size() > 1);
}

/// A machine that answers for pages and swallows all mail: the ports are the difference. Two machines that
/// went silent together: rarely both at once. One machine alone: it may as well be down.
double confidence(const Case &visit, const QStringList &swallowed)
{
    const bool alive = std::any_of(swallowed.begin(), swallowed.end(),
                                   [&](const QString &host) { return answersForPages(visit, host); });
    return alive ? 0.85 : areSeveral(visit, swallowed) ? 0.65 : 0.45;
}

} // namespace

QList<Finding> linePort25(const Case &visit, const Context &)
{
    QList<Finding> found;
    const QList<Fact> connects = visit.at(Step::Connect);
    for (const Fact &dead : connects) {
        const bool six = isIpv6(dead.address);
        if (dead.endpoint.port != 25 || !isFiltered(dead))
            continue;
        const OutgoingDoors doors = outgoingDoors(visit, dead.endpoint.host, six);
        if (judgeOutgoing(doors) != OutgoingVerdict::Port25Blocked)
            continue;
        const quint16 port = doors.port587 == DoorState::Open ? 587 : 465;
        Finding blocked = findingAt("line.port25-blocked", dead, 0.9);
        for (const Fact &fact : connects)
            if (fact.ok() && fact.endpoint.host == dead.endpoint.host && fact.endpoint.port == port)
                because(blocked, fact);
        blocked.values.insert(QStringLiteral("other_port"), int(port));
        blocked.values.insert(QStringLiteral("family"),
                              six ? QStringLiteral("ipv6") : QStringLiteral("ipv4"));
        // Normal for a home line in Japan (OP25B): trouble only for those who still send through it, and not
        // even for them where the other family is open.
        if (!matters(visit, dead) || anyOk(visit, dead.endpoint, Step::Connect))
            blocked.severity = Severity::Note;
        found.append(blocked);
    }
    return found;
}

QList<Finding> lineMailPorts(const Case &visit, const Context &)
{
    if (!nothingStood(visit))
        return {};
    const WebLook web = webOf(visit);
    const QStringList hosts = mailHosts(visit);
    QStringList swallowed;
    std::copy_if(hosts.begin(), hosts.end(), std::back_inserter(swallowed),
                 [&](const QString &host) { return isSwallowed(connectsOf(visit, host)); });
    const bool alive = std::any_of(swallowed.begin(), swallowed.end(),
                                   [&](const QString &host) { return answersForPages(visit, host); });
    if (swallowed.isEmpty() || swallowed.size() != hosts.size() || !(web.works() || alive)
        || !web.foreign.isEmpty())
        return {};
    QJsonArray ports;
    Finding blocked = findingAt("line.mail-ports-blocked", connectsOf(visit, swallowed.first()).first(),
                                confidence(visit, swallowed));
    blocked.about->port = 0;
    for (const QString &host : std::as_const(swallowed))
        for (const Fact &fact : connectsOf(visit, host)) {
            if (!ports.contains(int(fact.endpoint.port)))
                ports.append(int(fact.endpoint.port));
            because(blocked, fact);
        }
    blocked.values.insert(QStringLiteral("ports"), ports);
    becauseAll(blocked, web.genuine);
    return {blocked};
}

} // namespace rules
