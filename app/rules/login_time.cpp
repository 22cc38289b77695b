// A log-in that takes too long or never ends, and one that opens sending.
#include "rules/evidence.h"
#include "rules/families.h"

#include <algorithm>

namespace rules {

using namespace model;

namespace {

constexpr qint64 slowLoginMs = 15'000;

} // namespace

QList<Finding> loginTime(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const Fact &fact : visit.at(Step::Login)) {
        const bool silent = fact.failure == Failure::Silent || fact.failure == Failure::Drip;
        if (!silent && !(fact.ok() && fact.milliseconds >= slowLoginMs))
            continue;
        Finding one = findingAt(silent ? "login.silent" : "login.slow", fact, 0.9);
        one.values.insert(QStringLiteral("seconds"), seconds(fact.milliseconds));
        found.append(one);
    }
    return found;
}

QList<Finding> popBeforeSmtp(const Case &visit, const Context &)
{
    // Facts stand in the order in which they happened: refused, fetched mail, accepted without a log-in.
    const Fact *refused = nullptr;
    const Fact *fetched = nullptr;
    for (const Fact &fact : visit.facts) {
        if (fact.step == Step::Submit && fact.failure == Failure::RecipientRefused)
            refused = &fact;
        if (refused && fact.step == Step::Login && fact.ok() && fact.endpoint.protocol == Protocol::Pop3)
            fetched = &fact;
        if (!fetched || fact.step != Step::Submit || !fact.ok() || fact.endpoint != refused->endpoint
            || fact.seen.contains(QStringLiteral("auth_ms")))
            continue;
        Finding found = findingAt("login.pop-before-smtp", *refused, 0.9);
        because(found, *fetched);
        because(found, fact);
        return {found};
    }
    return {};
}

} // namespace rules
