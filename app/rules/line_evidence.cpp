#include "rules/line_evidence.h"

#include "model/seen.h"

#include <algorithm>

namespace rules {

using namespace model;

namespace {

constexpr int serverTrouble = 500; // from here on the page itself may be broken (RFC 9110 section 15.6)

bool isMailHost(const Case &visit, const QString &host)
{
    return std::any_of(visit.facts.begin(), visit.facts.end(), [&](const Fact &fact) {
        return (fact.step == Step::Resolve || fact.step == Step::Connect) && fact.endpoint.host == host;
    });
}

bool noConnection(const Fact &fact)
{
    return isFiltered(fact) || fact.failure == Failure::Refused || fact.failure == Failure::Silent;
}

} // namespace

WebLook webOf(const Case &visit)
{
    WebLook look;
    for (const Fact &fact : visit.at(Step::Web)) {
        const bool known = fact.seen.contains(seen::asExpected);
        const bool genuine = fact.seen.value(seen::asExpected).toBool();
        if (fact.seen.contains(seen::proxy)) {
            if (fact.ok())
                look.throughProxy.append(fact);
        } else if (genuine) {
            look.genuine.append(fact);
        } else if (isMailHost(visit, fact.endpoint.host)) {
            continue; // answersForPages()
        } else if (fact.ok() && !known) {
            look.answered.append(fact);
        } else if (fact.ok() && fact.seen.value(seen::httpStatus).toInt() < serverTrouble) {
            look.foreign.append(fact);
        } else if (noConnection(fact)) {
            look.silent.append(fact);
        }
    }
    return look;
}

bool answersForPages(const Case &visit, const QString &host)
{
    const QList<Fact> pages = visit.at(Step::Web);
    return std::any_of(pages.begin(), pages.end(), [&](const Fact &fact) {
        return fact.endpoint.host == host && !fact.seen.contains(seen::proxy)
            && (fact.ok() || fact.failure == Failure::Refused || fact.failure == Failure::ClosedEarly);
    });
}

bool nothingStood(const Case &visit)
{
    return !anyConnected(visit);
}

bool anythingVerified(const Case &visit)
{
    return std::any_of(visit.facts.begin(), visit.facts.end(),
                       [](const Fact &fact) { return fact.step == Step::Secure && fact.ok(); });
}

bool anythingSpoken(const Case &visit)
{
    return anythingVerified(visit)
        || std::any_of(visit.facts.begin(), visit.facts.end(),
                       [](const Fact &fact) { return fact.step == Step::Capabilities && fact.ok(); });
}

bool isFiltered(const Fact &fact)
{
    return fact.failure == Failure::ConnectTimeout || fact.failure == Failure::Unreachable;
}

bool isIpv6(const QString &address)
{
    return address.contains(u':');
}

void becauseAll(Finding &finding, const QList<Fact> &facts)
{
    for (const Fact &fact : facts)
        because(finding, fact);
}

} // namespace rules
