// A connection that is always cut at the same point: somebody who watches it, on this PC or on the line.
#include "rules/evidence.h"
#include "rules/families.h"

#include <algorithm>
#include <optional>

namespace rules {

using namespace model;

namespace {

bool isCut(const Fact &fact)
{
    return fact.failure == Failure::Reset || fact.failure == Failure::ClosedEarly;
}

/// From the log-in on, a server in good health does not hang up.
bool isLate(Step step)
{
    return step == Step::Login || step == Step::Mailbox || step == Step::Fetch || step == Step::Submit;
}

/// The talk was on before it broke: a cut while it began may be the server's own (rule serverVoice).
bool wasOn(const Case &visit, const Fact &cut)
{
    return std::any_of(visit.facts.begin(), visit.facts.end(), [&](const Fact &fact) {
        return fact.number < cut.number && fact.step == Step::Greeting && fact.ok()
            && fact.endpoint == cut.endpoint && fact.address == cut.address;
    });
}

bool isMeant(const Case &visit, const Fact &fact)
{
    if (!isCut(fact))
        return false;
    if (isLate(fact.step))
        return true;
    return (fact.step == Step::Secure || fact.step == Step::Capabilities) && wasOn(visit, fact)
        && matters(visit, fact);
}

/// "Always" needs more than one: before the log-in on two doors, for each is asked but once.
const Fact *again(const Case &visit, const Fact &first)
{
    for (const Fact &other : visit.facts)
        if (other.number > first.number && other.step == first.step && isMeant(visit, other)
            && (isLate(first.step) || !sameDoor(first.endpoint, other.endpoint)))
            return &other;
    return nullptr;
}

/// It came through once: then it is not always.
bool everPassed(const Case &visit, const Fact &cut)
{
    return std::any_of(visit.facts.begin(), visit.facts.end(), [&](const Fact &fact) {
        return fact.step == cut.step && fact.ok() && sameDoor(fact.endpoint, cut.endpoint);
    });
}

} // namespace

QList<Finding> cutAtStep(const Case &visit, const Context &)
{
    for (const Fact &fact : visit.facts) {
        if (!isMeant(visit, fact) || everPassed(visit, fact))
            continue;
        const Fact *const other = again(visit, fact);
        if (!other || everPassed(visit, *other))
            continue;
        Finding cut = findingAt("line.cut-at-step", fact, 0.75);
        because(cut, *other);
        cut.values.insert(QStringLiteral("step"), name(fact.step));
        return {cut};
    }
    return {};
}

} // namespace rules
