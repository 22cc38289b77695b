#include "probes/trouble.h"

#include "model/seen.h"
#include "probes/plan.h"

#include <QDateTime>
#include <QHostAddress>
#include <QRegularExpression>
#include <algorithm>

namespace probes {

using model::Fact;
using model::Failure;
using model::Step;

namespace {

bool isHere(const QString &address)
{
    return QHostAddress(address).isLoopback();
}

bool nameServiceFailed(const Fact &fact)
{
    return fact.step == Step::Resolve
        && (fact.failure == Failure::ResolverSilent || fact.failure == Failure::ResolverFailed
            || fact.failure == Failure::ResolverRefused);
}

bool connected(const Fact &fact)
{
    return fact.step == Step::Connect && fact.ok();
}

/// Every address of this door was tried, and none let us in.
bool isShut(const model::Case &visit, const net::Environment &environment, const model::Endpoint &door)
{
    const QStringList addresses = addressesFor(visit, environment, door);
    return !addresses.isEmpty()
        && std::all_of(addresses.begin(), addresses.end(), [&](const QString &address) {
               return std::any_of(visit.facts.begin(), visit.facts.end(), [&](const Fact &fact) {
                   return fact.step == Step::Connect && !fact.ok() && fact.endpoint == door
                       && fact.address == address;
               });
           });
}

bool hostIsOutOfReach(const model::Case &visit, const net::Environment &environment, const QString &host)
{
    const bool answered = std::any_of(visit.facts.begin(), visit.facts.end(), [&](const Fact &fact) {
        return connected(fact) && fact.endpoint.host == host;
    });
    if (answered)
        return false;
    if (std::any_of(visit.facts.begin(), visit.facts.end(),
                    [&](const Fact &fact) { return nameServiceFailed(fact) && fact.endpoint.host == host; }))
        return true;
    const QList<Door> all = doors(visit, environment);
    const bool named = std::any_of(all.begin(), all.end(), [](const Door &door) { return door.configured; });
    bool any = false;
    for (const Door &door : all) {
        if (door.endpoint.host != host || (named && !door.configured))
            continue;
        any = true;
        if (!isShut(visit, environment, door.endpoint))
            return false;
    }
    return any;
}

/// A date in a server's first words that differs by more than anybody's patience explains.
bool datesDiffer(const model::Case &visit, const Fact &fact)
{
    constexpr qint64 tolerance = 5 * 60;
    static const QRegularExpression date(
        QStringLiteral("\\b(\\d{1,2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} [+-]\\d{4})"));
    const auto found = date.match(fact.seen.value(model::seen::reply).toString());
    const QDateTime said = QDateTime::fromString(found.captured(1), Qt::RFC2822Date);
    return fact.step == Step::Greeting && said.isValid() && visit.startedAt.isValid()
        && qAbs(visit.startedAt.secsTo(said)) > tolerance;
}

bool somebodyElse(const model::Case &visit, const Fact &fact)
{
    if (!isConfigured(visit, fact.endpoint) && !fact.seen.value(model::seen::configured).toBool())
        return false;
    return fact.failure == Failure::CertificateRejected
        || (fact.failure == Failure::WrongService
            && fact.seen.value(model::seen::service).toString() == u"http")
        || datesDiffer(visit, fact);
}

} // namespace

QStringList neededHosts(const model::Case &visit, const net::Environment &environment)
{
    const QList<Door> all = doors(visit, environment);
    const bool named = std::any_of(all.begin(), all.end(), [](const Door &door) { return door.configured; });
    QStringList found;
    for (const Door &door : all) {
        const QString &host = door.endpoint.host;
        const bool here = host == u"localhost" || host.endsWith(u".localhost") || isHere(host);
        if ((door.configured || !named) && !here && !found.contains(host))
            found.append(host);
    }
    return found;
}

bool outOfReach(const model::Case &visit, const net::Environment &environment)
{
    const QStringList hosts = neededHosts(visit, environment);
    return std::any_of(hosts.begin(), hosts.end(),
                       [&](const QString &host) { return hostIsOutOfReach(visit, environment, host); });
}

bool worthAPage(const model::Case &visit, const net::Environment &environment)
{
    return std::any_of(visit.facts.begin(), visit.facts.end(),
                       [&](const Fact &fact) { return somebodyElse(visit, fact); })
        || outOfReach(visit, environment);
}

bool anythingReached(const model::Case &visit)
{
    return std::any_of(visit.facts.begin(), visit.facts.end(),
                       [](const Fact &fact) { return connected(fact) && !isHere(fact.address); });
}

bool mayAsk(const net::Environment &environment, const QString &host, quint16 port)
{
    return environment.route.isEmpty() || environment.route.of(host, port);
}

} // namespace probes
