// A name that this PC, or a device in the home, sends somewhere else than the world does.
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"
#include "rules/ip_address.h"

#include <QJsonArray>
#include <algorithm>
#include <array>

namespace rules {

using namespace model;

namespace {

/// Names that belong into a home or a company: there a private address is in order.
bool isLocalName(const QString &host)
{
    static const std::array endings{".local",     ".lan",       ".home",  ".internal",
                                    ".localhost", ".home.arpa", ".intra", ".corp"};
    return !host.contains(u'.') || host == u"localhost"
        || std::any_of(endings.begin(), endings.end(),
                       [&](const char *ending) { return host.endsWith(QLatin1String(ending)); });
}

/// Whoever is there is the right one, or at least speaks mail: under this name, or under another one that a
/// company's own name service leads to the same place. What another address of the name does says nothing.
bool speaksMail(const Case &visit, const Fact &resolved, const QString &literal)
{
    const QJsonArray all = resolved.seen.value(seen::addresses).toArray();
    return std::any_of(visit.facts.begin(), visit.facts.end(), [&](const Fact &fact) {
        return fact.step == Step::Greeting && fact.ok()
            && (fact.address == literal
                || (fact.endpoint.host == resolved.endpoint.host && !all.contains(fact.address)));
    });
}

bool isRejected(const Case &visit, const QString &host)
{
    return std::any_of(visit.facts.begin(), visit.facts.end(), [&](const Fact &fact) {
        return fact.endpoint.host == host && fact.failure == Failure::CertificateRejected;
    });
}

double sureness(const Case &visit, const Fact &fact, const QString &literal)
{
    const auto address = ipAddress(literal);
    if (!address)
        return 0;
    if (address->isNowhere())
        return 0.85;
    const bool asked = fact.seen.contains(seen::answeredBy);
    if (!asked || (speaksMail(visit, fact, literal) && !isRejected(visit, fact.endpoint.host)))
        return 0;
    if (fact.seen.contains(seen::hostsLine))
        return 0.9;
    if (isLocalName(fact.endpoint.host) || speaksMail(visit, fact, literal))
        return 0;
    // A company may well keep its servers inside: then the address is right, and the server down.
    return address->isLoopback() ? 0.85 : address->isPrivate() ? 0.5 : 0;
}

} // namespace

QList<Finding> hostsOverride(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const Fact &fact : visit.at(Step::Resolve)) {
        const QJsonArray addresses = fact.seen.value(seen::addresses).toArray();
        if (!matters(visit, fact))
            continue;
        for (const QJsonValue &value : addresses) {
            const double sure = sureness(visit, fact, value.toString());
            if (sure <= 0)
                continue;
            Finding other = findingAt("dns.hosts-override", fact, sure);
            other.about->port = 0;
            other.values.insert(QStringLiteral("address"), value);
            other.values.insert(QStringLiteral("line"), fact.seen.value(seen::hostsLine).toInt());
            found.append(other);
            break;
        }
    }
    return found;
}

} // namespace rules
