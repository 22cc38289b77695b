#include "rules/patience.h"

#include "model/seen.h"
#include "rules/evidence.h"

#include <algorithm>

namespace rules {

using namespace model;

namespace {

/// A program that is here but does not carry this address says nothing about how this mail is sent.
bool carriesOurMail(const Case &visit, const QString &program)
{
    const bool read = std::any_of(visit.apps.begin(), visit.apps.end(),
                                  [&](const MailApp &app) { return app.id == program; });
    const QList<OwnAccount> accounts = ownAccounts(visit);
    return !read || std::any_of(accounts.begin(), accounts.end(), [&](const OwnAccount &own) {
        return own.app->id == program;
    });
}

} // namespace

std::optional<LongestWait> longestWait(const Case &visit)
{
    std::optional<LongestWait> longest;
    for (const Fact &fact : visit.at(Step::Submit)) {
        if (!fact.seen.contains(seen::dotToReplyMs))
            continue;
        const qint64 waited = fact.seen.value(seen::dotToReplyMs).toInteger();
        if (!longest || waited > longest->milliseconds)
            longest = LongestWait{waited, fact.seen.value(seen::bytes).toInteger(), fact.number};
    }
    return longest;
}

int neededTimeoutSeconds(const Case &visit)
{
    const int recommended = visit.provider ? visit.provider->recommendedTimeoutSeconds : 0;
    const std::optional<LongestWait> longest = longestWait(visit);
    if (!longest)
        return recommended;
    // Twice: tomorrow's message may be larger, and a scanner is slower at noon than at night.
    const qint64 minutes = (2 * longest->milliseconds + 59'999) / 60'000;
    return std::max(recommended, int(std::clamp<qint64>(minutes, 5, 60)) * 60);
}

QList<Waiting> relevantWaiting(const Case &visit, const Context &context)
{
    QList<Waiting> chosen, found, all;
    for (const Waiting &waiting : context.waiting) {
        if (waiting.seconds <= 0)
            continue;
        if (!visit.appId.isEmpty() && waiting.program == visit.appId)
            chosen.append(waiting);
        if (waiting.found && carriesOurMail(visit, waiting.program))
            found.append(waiting);
        all.append(waiting);
    }
    // A program that is here with its own setting says more than the same program's usual value.
    const bool chosenIsHere
        = std::any_of(chosen.begin(), chosen.end(), [](const Waiting &waiting) { return waiting.found; });
    if (chosenIsHere)
        chosen.removeIf([](const Waiting &waiting) { return !waiting.found; });
    if (!chosen.isEmpty())
        return chosen;
    return found.isEmpty() ? all : found;
}

} // namespace rules
