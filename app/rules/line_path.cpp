// Packets that get lost: large ones always, or any now and then.
#include "model/seen.h"
#include "model/stalled.h"
#include "rules/families.h"
#include "rules/line_evidence.h"

#include <QSet>
#include <algorithm>

namespace rules {

using namespace model;

namespace {

constexpr int fewestLost = 2; // one lost packet happens on every line

/// The same door again, with small segments.
const Fact *smallTry(const QList<Fact> &paths, const QString &host)
{
    const auto found = std::find_if(paths.begin(), paths.end(), [&](const Fact &fact) {
        return fact.seen.contains(seen::segmentBytes) && fact.endpoint.host == host;
    });
    return found == paths.end() ? nullptr : &*found;
}

/// Small segments passed where usual ones stalled again at the same moment.
bool isProof(const Fact &fact)
{
    return fact.ok() && !fact.seen.value(seen::usualPassed).toBool();
}

bool anyTry(const QList<Fact> &paths)
{
    return std::any_of(paths.begin(), paths.end(),
                       [](const Fact &fact) { return fact.seen.contains(seen::segmentBytes); });
}

/// Not every stalled server is tried again: what all those who were tried have in common holds for the rest.
bool allTriesPassed(const QList<Fact> &paths)
{
    return anyTry(paths) && std::all_of(paths.begin(), paths.end(), [](const Fact &fact) {
               return isProof(fact) || !fact.seen.contains(seen::segmentBytes);
           });
}

/// Where small segments cannot be asked for: every server connects, short words come, and every certificate
/// stays away. A server that does not even greet is silent for another reason.
bool looksLikeIt(const Case &visit)
{
    QSet<QString> hosts;
    bool greeted = false, silent = false;
    for (const Fact &fact : visit.facts) {
        if (fact.failure == Failure::HandshakeTimeout && matters(visit, fact))
            hosts.insert(fact.endpoint.host);
        greeted = greeted || (fact.step == Step::Greeting && fact.ok());
        silent = silent || (fact.step == Step::Greeting && fact.failure == Failure::Silent);
    }
    return hosts.size() > 1 && greeted && !silent && !anythingVerified(visit);
}

} // namespace

QList<Finding> lineLargePackets(const Case &visit, const Context &)
{
    QList<Finding> found;
    QStringList said;
    const QList<Fact> paths = visit.at(Step::Path);
    const bool guess = !anyTry(paths) && looksLikeIt(visit);
    const bool alike = allTriesPassed(paths);
    for (const Fact &fact : visit.facts) {
        const QString &host = fact.endpoint.host;
        if (!isStalled(fact) || fact.step == Step::Path || said.contains(host) || !matters(visit, fact))
            continue;
        const Fact *const small = smallTry(paths, host);
        if (small ? !isProof(*small) : !guess && !alike)
            continue;
        Finding hole = findingAt("line.mtu-blackhole", fact, small ? 0.9 : alike ? 0.7 : 0.5);
        hole.about->port = 0;
        if (small)
            because(hole, *small);
        said.append(host);
        found.append(hole);
    }
    return found;
}

QList<Finding> lineLossy(const Case &visit, const Context &)
{
    int tries = 0, lost = 0;
    QList<Fact> rows;
    for (const Fact &fact : visit.at(Step::Path)) {
        if (!fact.seen.contains(seen::connections))
            continue;
        tries += fact.seen.value(seen::connections).toInt();
        lost += fact.seen.value(seen::lost).toInt();
        rows.append(fact);
    }
    if (lost < fewestLost)
        return {};
    Finding lossy = finding("line.lossy");
    lossy.confidence = lost > fewestLost ? 0.85 : 0.7;
    lossy.values = {{QStringLiteral("tries"), tries}, {QStringLiteral("lost"), lost}};
    becauseAll(lossy, rows);
    return {lossy};
}

} // namespace rules
