// Sending from another company's line where the provider takes mail from its own only.
#include "model/seen.h"
#include "rules/families.h"
#include "rules/ip_address.h"
#include "rules/line_evidence.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

namespace rules {

using namespace model;

namespace {

/// Of this PC, as the world sees it: the server says it, or the PC has a public one itself.
QStringList ownAddresses(const Case &visit)
{
    static const QRegularExpression bracketed(QStringLiteral("\\[(\\d{1,3}(?:\\.\\d{1,3}){3})\\]"));
    QStringList found;
    const auto add = [&found](const QString &text) {
        const auto address = ipAddress(text);
        if (address && address->isPublic() && !found.contains(text))
            found.append(text);
    };
    for (const Fact &fact : visit.facts) {
        add(fact.seen.value(seen::ownAddress).toString());
        if (fact.step == Step::Link)
            for (const QJsonValue &address : fact.seen.value(seen::addresses).toArray())
                add(address.toString());
        // A refusal names whom it refuses; the server's own address may stand there as well.
        if (fact.endpoint.protocol == Protocol::Smtp && !fact.ok())
            if (const QString said = bracketed.match(words(fact)).captured(1); said != fact.address)
                add(said);
    }
    return found;
}

bool isInside(const QString &address, const QStringList &networks)
{
    const auto own = ipAddress(address);
    return own && std::any_of(networks.begin(), networks.end(), [&](const QString &network) {
               return own->isIn(network);
           });
}

bool hasFamily(const QStringList &networks, const QString &address)
{
    return std::any_of(networks.begin(), networks.end(),
                       [&](const QString &network) { return isIpv6(network) == isIpv6(address); });
}

/// The provider turned the sending away, or let nobody in.
bool isTurnedAway(const Fact &fact)
{
    switch (fact.step) {
    case Step::Connect:
        return isFiltered(fact) || fact.failure == Failure::Refused;
    case Step::Greeting:
        return fact.failure == Failure::Unwelcome || fact.failure == Failure::ClosedEarly
            || fact.failure == Failure::Reset;
    default:
        return fact.failure == Failure::SenderRefused || fact.failure == Failure::RecipientRefused
            || fact.failure == Failure::MessageRefused;
    }
}

} // namespace

QList<Finding> lineOutside(const Case &visit, const Context &)
{
    if (!visit.provider || visit.provider->outsideSending != u"no" || visit.provider->networks.isEmpty())
        return {};
    const QStringList &networks = visit.provider->networks;
    const QStringList own = ownAddresses(visit);
    const auto outside = std::find_if(own.begin(), own.end(), [&](const QString &address) {
        return hasFamily(networks, address) && !isInside(address, networks);
    });
    if (outside == own.end()
        || std::any_of(own.begin(), own.end(), [&](const QString &one) { return isInside(one, networks); }))
        return {};
    for (const Fact &fact : visit.facts) {
        if (fact.endpoint.protocol != Protocol::Smtp || !matters(visit, fact) || !isTurnedAway(fact)
            || anyOk(visit, fact.endpoint, fact.step))
            continue;
        Finding found = findingAt("line.outside-network", fact, fact.step == Step::Connect ? 0.7 : 0.85);
        found.values.insert(QStringLiteral("address"), *outside);
        return {found};
    }
    return {};
}

} // namespace rules
