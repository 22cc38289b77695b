// A door that turned us away while another connection stood, and lets us in alone: a limit on connections.
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"

namespace rules {

using namespace model;

namespace {

bool wasAgain(const Fact &fact)
{
    return fact.seen.value(seen::again).toBool();
}

/// Null: this door was not asked again over this address, or still turned us away.
const Fact *letIn(const Case &visit, const Fact &refused)
{
    for (const Fact &fact : visit.facts)
        if (wasAgain(fact) && fact.ok() && fact.endpoint == refused.endpoint
            && fact.address == refused.address && fact.step == std::max(refused.step, Step::Greeting))
            return &fact;
    return nullptr;
}

double sure(const Fact &refused)
{
    if (says(refused, {"too many", "maximum number", "connection limit", "concurrent", "simultaneous"}))
        return 0.95;
    // "Busy" may have been meant as it was said, and have passed meanwhile.
    return refused.failure == Failure::Busy ? 0.6 : 0.75;
}

} // namespace

QList<Finding> connectionLimit(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const Fact &fact : visit.facts) {
        if (fact.ok() || wasAgain(fact) || !matters(visit, fact))
            continue;
        const Fact *const in = letIn(visit, fact);
        if (!in)
            continue;
        Finding one = findingAt("server.connection-limit", fact, sure(fact));
        because(one, *in);
        if (const QString said = words(fact); !said.isEmpty())
            one.values.insert(QStringLiteral("reply"), said);
        found.append(one);
    }
    return found;
}

} // namespace rules
