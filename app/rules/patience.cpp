#include "rules/patience.h"

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
