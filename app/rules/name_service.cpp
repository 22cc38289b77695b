// What the name service answered for the servers this person needs.
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

namespace rules {

using namespace model;

namespace {

/// Insertions, deletions and changes that lead from one name to the other.
int distance(const QString &one, const QString &other)
{
    QList<int> row(other.size() + 1);
    for (int i = 0; i < int(row.size()); ++i)
        row[i] = i;
    for (int i = 1; i <= int(one.size()); ++i) {
        int diagonal = row[0];
        row[0] = i;
        for (int k = 1; k <= int(other.size()); ++k) {
            const int changed = diagonal + (one[i - 1] == other[k - 1] ? 0 : 1);
            diagonal = row[k];
            row[k] = std::min({row[k] + 1, row[k - 1] + 1, changed});
        }
    }
    return row.last();
}

/// The pack's host names that may have been meant, nearest first, at most three.
QJsonArray nearest(const Case &visit, const QString &host)
{
    QStringList names;
    if (visit.provider && host.size() <= 253) {
        for (const auto &list : {visit.provider->incoming, visit.provider->outgoing})
            for (const ProviderServer &server : list)
                if (server.endpoint.host != host && !names.contains(server.endpoint.host))
                    names.append(server.endpoint.host);
        std::stable_sort(names.begin(), names.end(), [&](const QString &a, const QString &b) {
            return distance(host, a) < distance(host, b);
        });
    }
    return QJsonArray::fromStringList(names.mid(0, 3));
}

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
    found.values.insert(QStringLiteral("nearest"), nearest(visit, found.values.value(u"host").toString()));
    return found;
}

/// A filter or the hosts file sends unwanted names to nowhere.
QString nowhere(const Fact &fact)
{
    for (const QJsonValue &address : fact.seen.value(seen::addresses).toArray())
        if (address.toString() == u"0.0.0.0" || address.toString() == u"::")
            return address.toString();
    return {};
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
        if (const QString address = nowhere(fact); !address.isEmpty()) {
            Finding hosts = findingAt("dns.hosts-override", fact, 0.85);
            hosts.values.insert(QStringLiteral("address"), address);
            found.append(hosts);
        }
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
