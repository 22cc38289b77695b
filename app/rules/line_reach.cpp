// How far this PC gets at all: to the router, to somebody's welcome page, to a proxy, or to the internet.
#include "model/seen.h"
#include "rules/families.h"
#include "rules/ip_address.h"
#include "rules/line_evidence.h"

#include <algorithm>

namespace rules {

using namespace model;

namespace {

constexpr int proxyWantsLogin = 407;

bool isNameServiceFailure(const Fact &fact)
{
    return fact.failure == Failure::ResolverSilent || fact.failure == Failure::ResolverFailed
        || fact.failure == Failure::ResolverRefused;
}

/// A name server that is not a store on this PC has answered: something beyond the cable lives.
bool nameServerAnswered(const Case &visit)
{
    const QList<Fact> asked = visit.at(Step::NameServer);
    return std::any_of(asked.begin(), asked.end(), [](const Fact &fact) {
        const auto address = ipAddress(fact.address);
        return fact.ok() && address && !address->isLoopback();
    });
}

bool namesFail(const Case &visit)
{
    const QList<Fact> names = visit.at(Step::Resolve);
    return std::any_of(names.begin(), names.end(), isNameServiceFailure);
}

std::optional<Finding> gatewayDead(const Case &visit, const WebLook &web)
{
    const QList<Fact> routers = visit.at(Step::Gateway);
    const bool allDead = !routers.isEmpty()
        && std::all_of(routers.begin(), routers.end(),
                       [](const Fact &fact) { return !fact.ok() && fact.failure != Failure::NoNetwork; });
    if (!allDead || !web.nobodyAnswers() || nameServerAnswered(visit))
        return std::nullopt;
    Finding dead = finding("line.gateway-dead");
    dead.confidence = !web.silent.isEmpty() || namesFail(visit) ? 0.9 : 0.75;
    becauseAll(dead, routers);
    becauseAll(dead, web.silent);
    return dead;
}

std::optional<Finding> captivePortal(const WebLook &web)
{
    if (!web.genuine.isEmpty() || web.foreign.isEmpty())
        return std::nullopt;
    Finding portal = finding("line.captive-portal");
    const auto leading = std::find_if(web.foreign.begin(), web.foreign.end(), [](const Fact &fact) {
        return fact.seen.contains(seen::redirectHost);
    });
    portal.confidence = leading != web.foreign.end() || web.foreign.size() > 1 ? 0.9 : 0.75;
    if (leading != web.foreign.end())
        portal.values.insert(QStringLiteral("portal"), leading->seen.value(seen::redirectHost));
    becauseAll(portal, web.foreign);
    return portal;
}

std::optional<Finding> proxyOnly(const WebLook &web)
{
    if (web.works())
        return std::nullopt;
    for (const Fact &fact : web.throughProxy) {
        const bool came = fact.seen.value(seen::asExpected).toBool();
        if (!came && fact.seen.value(seen::httpStatus).toInt() != proxyWantsLogin)
            continue;
        Finding only = finding("line.proxy-only");
        only.confidence = came ? 0.9 : 0.6;
        only.values.insert(QStringLiteral("proxy"), fact.seen.value(seen::proxy));
        because(only, fact);
        becauseAll(only, web.silent);
        return only;
    }
    return std::nullopt;
}

std::optional<Finding> noInternet(const Case &visit, const WebLook &web)
{
    if (!web.nobodyAnswers() || web.silent.isEmpty())
        return std::nullopt;
    Finding none = finding("line.no-internet");
    const QList<Fact> routers = visit.at(Step::Gateway);
    const bool routerLives
        = std::any_of(routers.begin(), routers.end(), [](const Fact &fact) { return fact.ok(); });
    // Names that resolve may come out of somebody's store; they speak a little against it all the same.
    none.confidence = (namesFail(visit) ? 0.9 : 0.75) - (routerLives ? 0.0 : 0.1);
    becauseAll(none, web.silent);
    becauseAll(none, routers);
    return none;
}

} // namespace

QList<Finding> lineReach(const Case &visit, const Context &)
{
    if (anythingSpoken(visit))
        return {};
    const WebLook web = webOf(visit);
    // Somebody who takes every connection for himself lets connections stand, too.
    if (const auto portal = captivePortal(web))
        return {*portal};
    if (!nothingStood(visit))
        return {};
    if (const auto only = proxyOnly(web))
        return {*only};
    if (const auto dead = gatewayDead(visit, web))
        return {*dead};
    if (const auto none = noInternet(visit, web))
        return {*none};
    return {};
}

} // namespace rules
