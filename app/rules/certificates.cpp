// Certificates that are refused. Whether the clock that judges them is right: rule clock.
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"
#include "rules/interception.h"

#include <QJsonArray>
#include <QSet>
#include <array>
#include <optional>

namespace rules {

using namespace model;

namespace {

constexpr int soonDays = 14;

bool hasError(const Fact &fact, QLatin1String error)
{
    return fact.seen.value(seen::certificateErrors).toArray().contains(QJsonValue(error));
}

QString day(const Fact &fact, QLatin1String key)
{
    return fact.seen.value(key).toString().left(10);
}

struct Meaning
{
    QLatin1String error;
    const char *id;
};

const std::array<Meaning, 7> meanings{{
    {QLatin1String("expired"), "tls.certificate-expired"},
    {QLatin1String("not-yet-valid"), "tls.certificate-not-yet-valid"},
    {QLatin1String("name"), "tls.certificate-name"},
    {QLatin1String("self-signed"), "tls.certificate-self-signed"},
    {QLatin1String("unknown-authority"), "tls.certificate-unknown-authority"},
    {QLatin1String("chain"), "tls.certificate-chain"},
    {QLatin1String("weak"), "tls.certificate-weak"},
}};

/// The two last labels: what may be somebody else's, for want of a list of public suffixes.
QString houseOf(const QString &host)
{
    return host.section(u'.', -2);
}

/// Hosts of different houses whose certificates nobody knows and the same issuer made: then it was neither
/// house.
QJsonArray hostsBehindOneIssuer(const Case &visit, const Fact &fact)
{
    QStringList hosts;
    QSet<QString> houses;
    for (const Fact &other : visit.at(Step::Secure)) {
        if (!hasError(other, QLatin1String("unknown-authority"))
            || other.seen.value(seen::certificateIssuer) != fact.seen.value(seen::certificateIssuer))
            continue;
        hosts.append(other.endpoint.host);
        houses.insert(houseOf(other.endpoint.host));
    }
    hosts.removeDuplicates();
    return houses.size() > 1 ? QJsonArray::fromStringList(hosts) : QJsonArray();
}

/// What is weak, as the certificate itself shows: at the handshake, or to a hello of our own.
QJsonArray weaknessOf(const Case &visit, const Fact &fact)
{
    for (const Fact &other : visit.facts)
        if ((other.step == Step::Secure || other.step == Step::TlsLook) && other.endpoint == fact.endpoint
            && other.address == fact.address && other.seen.contains(seen::weakness))
            return other.seen.value(seen::weakness).toArray();
    return {};
}

/// Addresses of this door that show other certificates than this one does: a row of machines, or somebody in
/// between.
QJsonArray addressesThatDiffer(const Case &visit, const Fact &fact)
{
    QStringList addresses;
    const QJsonValue own = fact.seen.value(seen::certificatePrint);
    for (const Fact &other : visit.at(Step::Secure))
        if (own.isString() && other.endpoint == fact.endpoint
            && other.seen.value(seen::certificatePrint).isString()
            && other.seen.value(seen::certificatePrint) != own)
            addresses.append(other.address);
    addresses.removeDuplicates();
    return QJsonArray::fromStringList(addresses);
}

Finding rejected(const Case &visit, const Fact &fact, const Meaning &meaning, bool clockDoubtful)
{
    Finding one = findingAt(meaning.id, fact, clockDoubtful ? 0.4 : 0.9);
    one.values.insert(QStringLiteral("names"), fact.seen.value(seen::certificateNames).toArray());
    one.values.insert(QStringLiteral("issuer"), fact.seen.value(seen::certificateIssuer).toString());
    one.values.insert(QStringLiteral("from"), day(fact, seen::certificateFrom));
    one.values.insert(QStringLiteral("until"), day(fact, seen::certificateUntil));
    if (meaning.error == u"weak")
        one.values.insert(seen::weakness, weaknessOf(visit, fact));
    if (const QJsonArray others = addressesThatDiffer(visit, fact); !others.isEmpty())
        one.values.insert(QStringLiteral("differs"), others);
    return one;
}

/// An issuer that nobody knows and a link that was not sent look the same: which of the two is it, and how
/// sure is that? Nothing: neither, for another finding says it.
std::optional<Finding> ofTheIssuer(const Case &visit, const Context &context, const Fact &fact,
                                   const Meaning &meaning)
{
    const bool aboutLink = meaning.error == u"chain";
    const bool eitherOfTwo
        = hasError(fact, QLatin1String("chain")) && hasError(fact, QLatin1String("unknown-authority"));
    const Interceptor *const product = interceptorBehind(fact, context);
    const QJsonArray hosts = hostsBehindOneIssuer(visit, fact);
    // A product that signs by itself explains the issuer; no link is missing then.
    if (product && (product->onThisPc || aboutLink))
        return std::nullopt;
    if (!hosts.isEmpty() && aboutLink)
        return std::nullopt;
    Finding one = rejected(visit, fact, meaning, false);
    if (product) {
        one.side = Side::Line;
        one.values.insert(QStringLiteral("product"), product->product);
    } else if (!hosts.isEmpty()) {
        one.values.insert(QStringLiteral("hosts"), hosts);
    } else if (eitherOfTwo) {
        one.confidence = aboutLink ? 0.6 : 0.5;
    }
    return one;
}

/// The reasons of one certificate; "other" alone may be a weakness that this system's TLS library has no word
/// for.
bool isRejectedFor(const Case &visit, const Fact &fact, QLatin1String error)
{
    if (fact.failure != Failure::CertificateRejected)
        return false;
    return hasError(fact, error)
        || (error == u"weak" && hasError(fact, QLatin1String("other")) && !weaknessOf(visit, fact).isEmpty());
}

} // namespace

QList<Finding> certificates(const Case &visit, const Context &context)
{
    QList<Finding> found;
    const bool clockDoubtful = !clock(visit, context).isEmpty();
    for (const Fact &fact : visit.at(Step::Secure)) {
        if (!matters(visit, fact))
            continue;
        for (const Meaning &meaning : meanings) {
            if (!isRejectedFor(visit, fact, meaning.error))
                continue;
            if (meaning.error == u"unknown-authority" || meaning.error == u"chain") {
                if (const auto one = ofTheIssuer(visit, context, fact, meaning))
                    found.append(*one);
                continue;
            }
            const bool aboutTime = meaning.error == u"expired" || meaning.error == u"not-yet-valid";
            found.append(rejected(visit, fact, meaning, aboutTime && clockDoubtful));
        }
        const auto until
            = QDateTime::fromString(fact.seen.value(seen::certificateUntil).toString(), Qt::ISODate);
        if (fact.ok() && until.isValid() && visit.startedAt.isValid()
            && visit.startedAt.daysTo(until) < soonDays) {
            Finding soon = findingAt("tls.certificate-expires-soon", fact, 0.95);
            soon.values.insert(QStringLiteral("until"), day(fact, seen::certificateUntil));
            found.append(soon);
        }
    }
    return found;
}

} // namespace rules
