// What the name service answered for the servers this person needs.
#include "rules/evidence.h"
#include "rules/families.h"
#include "rules/nearest_hosts.h"

#include <QRegularExpression>
#include <algorithm>

namespace rules {

using namespace model;

namespace {

bool isHostName(const QString &host)
{
    static const QRegularExpression grammar(
        QStringLiteral(
            "^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"),
        QRegularExpression::CaseInsensitiveOption);
    return grammar.match(host).hasMatch();
}

Finding withNearest(Finding found, const Case &visit)
{
    found.values.insert(QStringLiteral("nearest"),
                        nearestHosts(visit, found.values.value(u"host").toString()));
    return found;
}

std::optional<Finding> conclude(const Case &visit, const Fact &fact, bool othersResolve)
{
    const Failure failure = fact.failure;
    if (failure == Failure::NameUnknown)
        return withNearest(findingAt("dns.name-unknown", fact, othersResolve ? 0.9 : 0.6), visit);
    if (failure == Failure::NameWithoutAddress)
        return findingAt("dns.name-without-address", fact, 0.85);
    if (failure == Failure::ResolverSilent)
        return findingAt("dns.resolver-silent", fact, othersResolve ? 0.5 : 0.9);
    if (failure == Failure::ResolverFailed)
        return findingAt("dns.resolver-failing", fact, othersResolve ? 0.6 : 0.85);
    if (failure == Failure::ResolverRefused)
        return findingAt("dns.resolver-refuses", fact, 0.9);
    if (failure != Failure::NameMalformed)
        return std::nullopt;
    if (!isHostName(fact.endpoint.host))
        return withNearest(findingAt("dns.name-unknown", fact, 0.9), visit);
    return findingAt("dns.misconfigured", fact, 0.5);
}

} // namespace

QList<Finding> nameService(const Case &visit, const Context &)
{
    QList<Finding> found;
    const QList<Fact> answers = visit.at(Step::Resolve);
    for (const Fact &fact : answers) {
        if (!matters(visit, fact))
            continue;
        const bool answeredToo = std::any_of(answers.begin(), answers.end(), [&](const Fact &other) {
            return other.ok() && other.endpoint.host == fact.endpoint.host;
        });
        const bool othersResolve
            = std::any_of(answers.begin(), answers.end(), [](const Fact &other) { return other.ok(); });
        if (answeredToo)
            continue;
        if (std::optional<Finding> one = conclude(visit, fact, othersResolve)) {
            one->about->port = 0; // it is about the name
            one->values.remove(QStringLiteral("port"));
            one->values.remove(QStringLiteral("protocol"));
            found.append(*one);
        }
    }
    return found;
}

} // namespace rules
