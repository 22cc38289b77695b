// What the name servers say of themselves and of the domain: one of them dead, one that lies, records that
// cannot be used.
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"
#include "rules/nearest_hosts.h"

#include <QJsonArray>
#include <QSet>
#include <algorithm>

namespace rules {

using namespace model;

namespace {

QStringList listOf(const Fact &fact, QLatin1String key)
{
    QStringList list;
    for (const QJsonValue &value : fact.seen.value(key).toArray())
        list.append(value.toString());
    return list;
}

bool isRecord(const Fact &fact, QLatin1String record)
{
    return fact.seen.value(seen::record).toString() == record;
}

/// One name server; port 0 stands for the usual one.
QString serverOf(const Fact &fact)
{
    return fact.endpoint.port == 0 ? fact.address : fact.address + u' ' + QString::number(fact.endpoint.port);
}

QList<Finding> partlyDead(const QList<Fact> &answers)
{
    QSet<QString> alive;
    for (const Fact &fact : answers)
        if (fact.ok() && !fact.address.isEmpty())
            alive.insert(serverOf(fact));
    QStringList said;
    QList<Finding> found;
    for (const Fact &fact : answers) {
        if (fact.ok() || fact.address.isEmpty() || alive.isEmpty() || alive.contains(serverOf(fact))
            || said.contains(serverOf(fact)) || fact.failure == Failure::LocalResource)
            continue;
        Finding dead = finding("dns.resolver-partly-dead");
        dead.confidence = fact.failure == Failure::ResolverSilent ? 0.9 : 0.6;
        dead.values.insert(QStringLiteral("resolver"), fact.address);
        because(dead, fact);
        said.append(serverOf(fact));
        found.append(dead);
    }
    return found;
}

/// The addresses that are given out for names that do not exist.
QList<Finding> lies(const Case &visit, const QList<Fact> &answers)
{
    QList<Finding> found;
    QStringList lied;
    for (const Fact &fact : answers) {
        const QStringList addresses = listOf(fact, seen::addresses);
        if (!fact.seen.value(seen::madeUp).toBool() || addresses.isEmpty())
            continue;
        if (lied.isEmpty()) {
            Finding one = finding("dns.resolver-lies");
            one.confidence = 0.9;
            one.values.insert(QStringLiteral("address"), addresses.first());
            because(one, fact);
            found.append(one);
        }
        lied += addresses;
    }
    // A host that "is" where all invented names are does not exist either.
    for (const Fact &fact : visit.at(Step::Resolve)) {
        const QStringList addresses = listOf(fact, seen::addresses);
        const bool all = !addresses.isEmpty()
            && std::all_of(addresses.begin(), addresses.end(),
                           [&](const QString &address) { return lied.contains(address); });
        if (!all || !matters(visit, fact))
            continue;
        Finding unknown = findingAt("dns.name-unknown", fact, 0.85);
        unknown.values.insert(QStringLiteral("nearest"), nearestHosts(visit, fact.endpoint.host));
        because(unknown, fact);
        found.append(unknown);
    }
    return found;
}

bool protocolAnswers(const Case &visit, Protocol protocol)
{
    return std::any_of(visit.facts.begin(), visit.facts.end(), [&](const Fact &fact) {
        return fact.step == Step::Connect && fact.ok() && fact.endpoint.protocol == protocol;
    });
}

std::optional<Finding> unusable(const Case &visit, const Fact &fact)
{
    const QStringList targets = listOf(fact, seen::targets);
    const bool absent = !targets.isEmpty() && targets.count(QStringLiteral(".")) == targets.size();
    double sure = 0;
    if (fact.seen.value(seen::loops).toBool())
        sure = 0.9;
    else if (isRecord(fact, QLatin1String("mx")) && absent)
        sure = 0.85; // RFC 7505: a null MX says that nobody there takes mail
    else if (isRecord(fact, QLatin1String("srv")) && absent
             && !protocolAnswers(visit, fact.endpoint.protocol))
        sure = 0.75; // RFC 6186: the service is declared absent, and indeed it does not answer
    if (sure <= 0)
        return std::nullopt;
    Finding broken = findingAt("dns.misconfigured", fact, sure);
    broken.values.insert(QStringLiteral("record"), fact.seen.value(seen::record));
    return broken;
}

} // namespace

QList<Finding> nameServers(const Case &visit, const Context &)
{
    const QList<Fact> answers = visit.at(Step::NameServer);
    QList<Finding> found = partlyDead(answers) + lies(visit, answers);
    for (const Fact &fact : answers)
        if (const auto broken = unusable(visit, fact))
            found.append(*broken);
    return found;
}

} // namespace rules
