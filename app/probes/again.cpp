#include "probes/again.h"

#include "model/seen.h"
#include "probes/look.h"
#include "probes/plan.h"

#include <algorithm>

namespace probes {

using model::Endpoint;
using model::Fact;
using model::Failure;
using model::Step;

namespace {

bool wasAgain(const Fact &fact)
{
    return fact.seen.value(model::seen::again).toBool();
}

bool isLook(const Fact &fact)
{
    return fact.step == Step::Connect || fact.step == Step::Greeting || fact.step == Step::Secure
        || fact.step == Step::Capabilities;
}

bool isTurnedAway(const Fact &fact)
{
    if (!isLook(fact) || wasAgain(fact))
        return false;
    switch (fact.failure) {
    case Failure::Refused:
    case Failure::ClosedEarly:
    case Failure::Reset:
    case Failure::Busy:
        return true;
    default: // nothing that a second connection would do
        return false;
    }
}

/// Somebody else was let in: with a limit, the others were turned away because of it.
bool anotherStood(const model::Case &visit, const Fact &refused)
{
    return std::any_of(visit.facts.begin(), visit.facts.end(), [&refused](const Fact &fact) {
        return fact.address == refused.address && fact.endpoint.port != refused.endpoint.port
            && !wasAgain(fact) && fact.step == Step::Greeting && fact.ok();
    });
}

bool allLooksEnded(const model::Case &visit, const net::Environment &environment, const QString &address)
{
    const QList<Door> all = doors(visit, environment);
    return std::all_of(all.begin(), all.end(), [&](const Door &door) {
        return !addressesFor(visit, environment, door.endpoint).contains(address)
            || isSettled(visit, environment, door.endpoint);
    });
}

bool isAnswered(const model::Case &visit, const Fact &refused)
{
    return std::any_of(visit.facts.begin(), visit.facts.end(), [&refused](const Fact &fact) {
        return wasAgain(fact) && fact.endpoint == refused.endpoint && fact.address == refused.address
            && (!fact.ok() || fact.step == Step::Capabilities);
    });
}

} // namespace

QList<Job> Again::due(const model::Case &visit, const net::Environment &environment)
{
    QList<Job> jobs;
    for (const Fact &fact : visit.facts) {
        if (!isTurnedAway(fact) || !isConfigured(visit, fact.endpoint) || !anotherStood(visit, fact)
            || !allLooksEnded(visit, environment, fact.address))
            continue;
        jobs.append({QStringLiteral("again %1 %2").arg(fact.endpoint.text(), fact.address),
                     fact.endpoint,
                     fact.address,
                     {}});
        if (!isAnswered(visit, fact))
            return jobs; // alone
    }
    return jobs;
}

std::unique_ptr<Probe> Again::make(const Job &job, const Context &context)
{
    auto dialogue = look::dialogueFor(job, *context.environment);
    dialogue->mark({{model::seen::again, true}, {model::seen::configured, true}});
    return std::make_unique<Again>(std::move(dialogue), context.environment->bounds.againPauseMs);
}

Again::Again(std::unique_ptr<net::DialogueBase> dialogue, int pauseMs) : DialogueProbe(std::move(dialogue))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { DialogueProbe::start(); });
}

void Again::start()
{
    m_pause.start();
}

} // namespace probes
