// Who answers the door at all: closed, filtered or dead, and some addresses of several.
#include "rules/families.h"
#include "rules/line_evidence.h"

#include <QJsonArray>
#include <QSet>
#include <algorithm>

namespace rules {

using namespace model;

namespace {

bool isOpen(const Case &visit, const Endpoint &door)
{
    return anyOk(visit, door, Step::Connect);
}

/// All connection attempts to this door.
QList<Fact> attempts(const Case &visit, const Endpoint &door)
{
    QList<Fact> found;
    for (const Fact &fact : visit.at(Step::Connect))
        if (fact.endpoint.host == door.host && fact.endpoint.port == door.port
            && fact.failure != Failure::Cancelled && fact.failure != Failure::LocalResource)
            found.append(fact);
    return found;
}

bool any(const QList<Fact> &facts, Failure failure)
{
    return std::any_of(facts.begin(), facts.end(),
                       [failure](const Fact &fact) { return fact.failure == failure; });
}

struct Host
{
    QList<Endpoint> tried;
    bool anyOpen = false;
    bool refuses = false; ///< it answers, if only with a no: the machine is alive
};

Host lookAt(const Case &visit, const QString &host)
{
    Host seen;
    for (const Endpoint &door : doors(visit)) {
        if (door.host != host || attempts(visit, door).isEmpty())
            continue;
        seen.tried.append(door);
        seen.anyOpen = seen.anyOpen || isOpen(visit, door);
        seen.refuses = seen.refuses || any(attempts(visit, door), Failure::Refused);
    }
    return seen;
}

bool otherHostAnswers(const Case &visit, const QString &host)
{
    const QList<Fact> connects = visit.at(Step::Connect);
    return std::any_of(connects.begin(), connects.end(),
                       [&](const Fact &fact) { return fact.ok() && fact.endpoint.host != host; });
}

/// How sure it is that this silent host is down: 0 where its machine still answers for pages, or where
/// nothing else answers either.
double downSureness(const Case &visit, const QString &host)
{
    if (answersForPages(visit, host))
        return 0;
    if (otherHostAnswers(visit, host))
        return 0.85;
    if (!webOf(visit).works())
        return 0;
    // The internet answers and no mail server does: it alone, or all of them because the line wants no mail.
    QSet<QString> hosts;
    for (const Fact &fact : visit.at(Step::Connect))
        if (matters(visit, fact))
            hosts.insert(fact.endpoint.host);
    return hosts.size() > 1 ? 0.45 : 0.6;
}

QJsonArray openPorts(const Case &visit, const Endpoint &door)
{
    QJsonArray open;
    for (const Endpoint &other : doors(visit))
        if (other.host == door.host && other.protocol == door.protocol && isOpen(visit, other))
            open.append(int(other.port));
    return open;
}

Finding down(const Case &visit, const Endpoint &door, const Host &host, double sure)
{
    QList<Fact> all;
    for (const Endpoint &tried : host.tried)
        all += attempts(visit, tried);
    Finding found = findingAt("server.down", all.first(), sure);
    QJsonArray ports;
    for (const Endpoint &tried : host.tried)
        ports.append(int(tried.port));
    found.about = Endpoint{door.host, 0, door.protocol, door.security};
    found.values.insert(QStringLiteral("ports"), ports);
    for (const Fact &fact : all)
        because(found, fact);
    return found;
}

Finding shut(const Case &visit, const Endpoint &door, const QList<Fact> &tries)
{
    // One address that refuses proves that the machine is there and this door is closed.
    const bool closed = any(tries, Failure::Refused);
    // With no other door answering anywhere, a line that swallows everything fits as well.
    const double sure = closed ? 0.9 : anyConnected(visit) ? 0.8 : 0.5;
    Finding found = findingAt(closed ? "server.port-closed" : "server.port-filtered", tries.first(), sure);
    found.values.insert(QStringLiteral("open_ports"), openPorts(visit, door));
    for (const Fact &fact : tries)
        because(found, fact);
    return found;
}

/// Filtered port 25 beside an open 587 or 465 is the line's doing (rule linePort25), not the server's.
bool isPort25Policy(const Case &visit, const Endpoint &door, const QList<Fact> &tries)
{
    if (door.port != 25 || any(tries, Failure::Refused))
        return false;
    return isOpen(visit, {door.host, 587, Protocol::Smtp, Security::StartTls})
        || isOpen(visit, {door.host, 465, Protocol::Smtp, Security::Tls});
}

/// Of doors that were only guessed, one that is shut says nothing while another of the same direction is
/// open: a company without POP3 is not broken.
bool isIdleGuess(const Case &visit, const Endpoint &door)
{
    if (!visit.provider || !visit.provider->guessed)
        return false;
    const QList<Endpoint> all = doors(visit);
    return std::any_of(all.begin(), all.end(), [&](const Endpoint &other) {
        return (other.protocol == Protocol::Smtp) == (door.protocol == Protocol::Smtp)
            && isOpen(visit, other);
    });
}

/// This PC or its line has no IPv4 (or no IPv6) at all: every address of that family is out of reach, and the
/// servers are found over the other one.
bool lacksFamilyOf(const Case &visit, const QString &address)
{
    bool otherWorks = false;
    for (const Fact &fact : visit.at(Step::Connect)) {
        if (fact.address.contains(u':') != address.contains(u':'))
            otherWorks = otherWorks || fact.ok();
        else if (fact.failure != Failure::Unreachable)
            return false;
    }
    return otherWorks;
}

} // namespace

QList<Finding> serverDoors(const Case &visit, const Context &)
{
    QList<Finding> found;
    QSet<QString> deadHosts;
    for (const Endpoint &door : doors(visit)) {
        const QList<Fact> tries = attempts(visit, door);
        // A closed door that nobody uses is no finding.
        if (tries.isEmpty() || isOpen(visit, door)
            || std::none_of(tries.begin(), tries.end(), [&](const Fact &f) { return matters(visit, f); }))
            continue;
        if (isIdleGuess(visit, door))
            continue;
        const Host host = lookAt(visit, door.host);
        const double sure = downSureness(visit, door.host);
        if (host.tried.size() > 1 && !host.anyOpen && !host.refuses && sure > 0) {
            if (!deadHosts.contains(door.host))
                found.append(down(visit, door, host, sure));
            deadHosts.insert(door.host);
            continue;
        }
        if (!isPort25Policy(visit, door, tries))
            found.append(shut(visit, door, tries));
    }
    return found;
}

QList<Finding> serverAddresses(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const Endpoint &door : doors(visit)) {
        QStringList good, bad;
        QList<Fact> carrying;
        for (const Fact &fact : visit.facts) {
            if (fact.endpoint.host != door.host || fact.endpoint.port != door.port || fact.address.isEmpty()
                || (fact.step != Step::Connect && fact.step != Step::Greeting) || !matters(visit, fact))
                continue;
            // IPv6 without an answer is the line's matter (rule lineIpv6).
            const bool noRoute
                = (fact.address.contains(u':')
                   && (fact.failure == Failure::ConnectTimeout || fact.failure == Failure::Unreachable))
                || (fact.failure == Failure::Unreachable && lacksFamilyOf(visit, fact.address));
            if (noRoute || fact.failure == Failure::Cancelled || fact.failure == Failure::LocalResource)
                continue;
            if (!fact.ok()) {
                bad.append(fact.address);
                carrying.append(fact);
            } else if (fact.step == Step::Greeting) {
                good.append(fact.address);
            }
        }
        bad.removeDuplicates();
        good.removeDuplicates();
        for (const QString &address : std::as_const(good)) // one machine, asked twice: rule connectionLimit
            bad.removeAll(address);
        if (bad.isEmpty() || good.isEmpty())
            continue;
        Finding one = findingAt("server.one-of-several-bad", carrying.first(), 0.8);
        one.values.insert(QStringLiteral("bad"), QJsonArray::fromStringList(bad));
        one.values.insert(QStringLiteral("good"), QJsonArray::fromStringList(good));
        for (const Fact &fact : carrying)
            because(one, fact);
        found.append(one);
    }
    return found;
}

} // namespace rules
