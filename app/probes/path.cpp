#include "probes/path.h"

#include "model/stalled.h"
#include "net/small_opening.h"
#include "probes/path_row.h"
#include "probes/path_small.h"
#include "probes/plan.h"
#include "probes/trouble.h"

#include <algorithm>

namespace probes::path {

using model::Endpoint;
using model::Fact;
using model::Failure;
using model::isStalled;
using model::Step;

namespace {

constexpr int mostStalledHosts = 2;
constexpr qint64 repeatedSynMs
    = 950; // a lost first packet is sent again after one second (RFC 6298 section 2)
constexpr qint64 quickMs = 400;

bool isNeeded(const model::Case &visit, const net::Environment &environment, const Fact &fact)
{
    return neededHosts(visit, environment).contains(fact.endpoint.host);
}

QList<Fact> connects(const model::Case &visit, const QString &host)
{
    QList<Fact> found;
    for (const Fact &fact : visit.at(Step::Connect))
        if (fact.endpoint.host == host)
            found.append(fact);
    return found;
}

/// Some connections of this host came at once, another only at the second try or, although needed, not at
/// all.
bool losesSome(const model::Case &visit, const QList<Fact> &tries)
{
    const bool quick = std::any_of(tries.begin(), tries.end(), [](const Fact &fact) {
        return fact.ok() && fact.milliseconds <= quickMs;
    });
    return quick && std::any_of(tries.begin(), tries.end(), [&](const Fact &fact) {
               return (fact.ok() && fact.milliseconds >= repeatedSynMs)
                   || (fact.failure == Failure::ConnectTimeout && !fact.address.contains(u':')
                       && isConfigured(visit, fact.endpoint));
           });
}

Job jobFor(const QString &kind, const Fact &fact)
{
    return {QStringLiteral("path %1 %2 %3").arg(kind, fact.endpoint.text(), fact.address), fact.endpoint,
            fact.address, kind};
}

} // namespace

QList<Job> due(const model::Case &visit, const net::Environment &environment)
{
    QList<Job> jobs;
    QStringList stalled;
    for (const Fact &fact : visit.facts) {
        if (!isStalled(fact) || !isNeeded(visit, environment, fact) || stalled.contains(fact.endpoint.host)
            || stalled.size() >= mostStalledHosts || !net::SmallOpening::isPossible())
            continue;
        stalled.append(fact.endpoint.host);
        jobs.append(jobFor(QStringLiteral("small"), fact));
    }
    for (const QString &host : neededHosts(visit, environment)) {
        const QList<Fact> tries = connects(visit, host);
        if (visit.practice || !losesSome(visit, tries))
            continue;
        const auto open
            = std::find_if(tries.begin(), tries.end(), [](const Fact &fact) { return fact.ok(); });
        jobs.append(jobFor(QStringLiteral("row"), *open));
    }
    return jobs;
}

std::unique_ptr<Probe> make(const Job &job, const Context &context)
{
    if (job.detail == u"small")
        return std::make_unique<PathSmall>(job, context);
    return std::make_unique<PathRow>(job, context);
}

} // namespace probes::path
