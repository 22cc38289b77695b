// The waiting time set in a mail program against what its server needs.
#include "model/patience.h"
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"
#include "rules/patience.h"

namespace rules {

using namespace model;

namespace {

/// Only where sending is the trouble does an unmeasured recommendation explain anything.
bool sendingIsTheTrouble(const Case &visit)
{
    return visit.symptom == u"sent-many-times" || visit.symptom == u"cannot-send";
}

} // namespace

QList<Finding> appTimeout(const Case &visit, const Context &)
{
    const std::optional<LongestWait> longest = longestWait(visit);
    const int needed = neededTimeoutSeconds(visit);
    QList<Finding> found;
    for (const OwnProfile &own : ownProfiles(visit)) {
        if (!own.profile->timeoutSeconds || needed == 0 || *own.profile->timeoutSeconds >= needed)
            continue;
        const int set = *own.profile->timeoutSeconds;
        const bool tooShort = longest && longest->milliseconds > qint64(set) * 1000;
        // A margin of a half is no luxury: the measured night is not the busy noon.
        const bool tight = longest && longest->milliseconds * 3 > qint64(set) * 2000;
        Finding one = finding("app.timeout-too-short");
        one.confidence = tooShort ? 0.95 : tight ? 0.7 : 0.4;
        if (!tooShort && !tight && (longest || !sendingIsTheTrouble(visit)))
            one.severity = Severity::Note;
        one.values.insert(QStringLiteral("program"), own.app->id);
        one.values.insert(QStringLiteral("profile"), own.profile->path);
        one.values.insert(QStringLiteral("program_seconds"), set);
        one.values.insert(QStringLiteral("needed_timeout"), needed);
        if (longest)
            one.because.append(longest->fact);
        found.append(one);
    }
    return found;
}

} // namespace rules
