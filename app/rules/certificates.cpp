// Certificates, the clock that judges them, and programs on this PC that put themselves in between.
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"

#include <QJsonArray>
#include <QSet>
#include <array>

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

/// Certificates are independent hints at the clock only if they are different certificates.
int differentCertificates(const Case &visit, QLatin1String error)
{
    QSet<QString> seenOnes;
    for (const Fact &fact : visit.at(Step::Secure))
        if (hasError(fact, error))
            seenOnes.insert(fact.seen.value(seen::certificateFrom).toString() + u' '
                            + fact.seen.value(seen::certificateUntil).toString());
    return int(seenOnes.size());
}

/// Issuers that security products make on the person's own PC (faults.md X15).
QString productBehind(const Fact &fact)
{
    static constexpr std::array<std::pair<const char *, const char *>, 10> products{{
        {"avast", "Avast"},
        {"avg web/mail", "AVG"},
        {"norton web/mail", "Norton"},
        {"eset ssl filter", "ESET"},
        {"kaspersky", "Kaspersky"},
        {"bitdefender personal", "Bitdefender"},
        {"sophos ssl", "Sophos"},
        {"adguard personal", "AdGuard"},
        {"dr.web", "Dr.Web"},
        {"trend micro ssl", "Trend Micro"},
    }};
    const QString issuer = fact.seen.value(seen::certificateIssuer).toString();
    for (const auto &[part, product] : products)
        if (issuer.contains(QLatin1String(part), Qt::CaseInsensitive))
            return QString::fromLatin1(product);
    return {};
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

Finding rejected(const Fact &fact, const Meaning &meaning, bool clockDoubtful)
{
    Finding one = findingAt(meaning.id, fact, clockDoubtful ? 0.4 : 0.9);
    one.values.insert(QStringLiteral("names"), fact.seen.value(seen::certificateNames).toArray());
    one.values.insert(QStringLiteral("issuer"), fact.seen.value(seen::certificateIssuer).toString());
    one.values.insert(QStringLiteral("from"), day(fact, seen::certificateFrom));
    one.values.insert(QStringLiteral("until"), day(fact, seen::certificateUntil));
    return one;
}

} // namespace

QList<Finding> clock(const Case &visit, const Context &)
{
    // A provider forgets to renew one certificate, hardly two; none hands out one that is not valid yet.
    const int early = differentCertificates(visit, QLatin1String("not-yet-valid"));
    const int late = differentCertificates(visit, QLatin1String("expired"));
    if (early < 2 && late < 2)
        return {};
    Finding wrong = finding("pc.clock-wrong");
    wrong.confidence = early >= 2 ? 0.85 : 0.6;
    wrong.values.insert(QStringLiteral("pc_date"),
                        visit.startedAt.toLocalTime().date().toString(Qt::ISODate));
    for (const Fact &fact : visit.at(Step::Secure))
        if (hasError(fact, QLatin1String("not-yet-valid")) || hasError(fact, QLatin1String("expired")))
            because(wrong, fact);
    return {wrong};
}

QList<Finding> interception(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const Fact &fact : visit.at(Step::Secure)) {
        const QString product = productBehind(fact);
        if (product.isEmpty() || !matters(visit, fact))
            continue;
        Finding one = findingAt("pc.mail-intercepted", fact, 0.8);
        one.values.insert(QStringLiteral("product"), product);
        if (fact.ok())
            one.severity = Severity::Hurts;
        found.append(one);
    }
    return found;
}

QList<Finding> certificates(const Case &visit, const Context &context)
{
    QList<Finding> found;
    const bool clockDoubtful = !clock(visit, context).isEmpty();
    for (const Fact &fact : visit.at(Step::Secure)) {
        if (!matters(visit, fact))
            continue;
        for (const Meaning &meaning : meanings) {
            if (fact.failure != Failure::CertificateRejected || !hasError(fact, meaning.error))
                continue;
            // A product on this PC that signs by itself explains an authority nobody knows.
            if (meaning.error == u"unknown-authority" && !productBehind(fact).isEmpty())
                continue;
            // A certificate alone: either its companion was forgotten, or nobody knows who issued it.
            const bool eitherOfTwo = hasError(fact, QLatin1String("chain"))
                && hasError(fact, QLatin1String("unknown-authority"));
            const bool aboutTime = meaning.error == u"expired" || meaning.error == u"not-yet-valid";
            Finding one = rejected(fact, meaning, aboutTime && clockDoubtful);
            if (eitherOfTwo && meaning.error == u"chain")
                one.confidence = 0.6;
            if (eitherOfTwo && meaning.error == u"unknown-authority")
                one.confidence = 0.5;
            found.append(one);
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
