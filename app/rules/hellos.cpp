#include "rules/hellos.h"

#include "model/seen.h"
#include "rules/evidence.h"

#include <QSet>
#include <algorithm>

namespace rules {

using namespace model;

namespace {

constexpr int soundGroupBits = 2048; // what libraries ask for today

/// All hellos said to one door over one address.
class Hellos
{
public:
    Hellos(const Case &visit, const Fact &failed)
    {
        for (const Fact &fact : visit.at(Step::TlsLook))
            if (fact.endpoint == failed.endpoint && fact.address == failed.address)
                m_facts.append(fact);
    }
    const QList<Fact> &facts() const { return m_facts; }
    /// Null: not said, or not answered by a ServerHello.
    const Fact *answered(QLatin1String hello) const
    {
        const Fact *const fact = said(hello);
        return fact && fact->ok() ? fact : nullptr;
    }
    const Fact *said(QLatin1String hello) const
    {
        for (const Fact &fact : m_facts)
            if (fact.seen.value(seen::hello).toString() == hello)
                return &fact;
        return nullptr;
    }
    const Fact *first(Failure failure) const
    {
        for (const Fact &fact : m_facts)
            if (fact.failure == failure)
                return &fact;
        return nullptr;
    }
    bool anyAnswered() const { return first(Failure::None) != nullptr; }
    /// The newest version that any hello was answered with.
    QString newest() const
    {
        QString version; // "3" < "1.0" < "1.1" …: SSL 3.0 is the oldest of them
        for (const Fact &fact : m_facts)
            if (fact.ok())
                version = std::max(version, fact.seen.value(seen::tlsVersion).toString(), isOlder);
        return version;
    }
    bool asksCertificate() const
    {
        return std::any_of(m_facts.begin(), m_facts.end(),
                           [](const Fact &fact) { return fact.seen.value(seen::asksCertificate).toBool(); });
    }
    int groupBits() const
    {
        int bits = 0;
        for (const Fact &fact : m_facts)
            if (fact.ok() && fact.seen.contains(seen::dhBits))
                bits = fact.seen.value(seen::dhBits).toInt();
        return bits;
    }
    /// What a hello of today was refused with: to an old one, every good server says no.
    std::optional<int> alert() const
    {
        const QStringList old{QStringLiteral("tls11"), QStringLiteral("tls10"), QStringLiteral("ssl3")};
        for (const Fact &fact : m_facts)
            if (!fact.ok() && fact.seen.contains(seen::alert)
                && !old.contains(fact.seen.value(seen::hello).toString()))
                return fact.seen.value(seen::alert).toInt();
        return std::nullopt;
    }

private:
    static bool isOlder(const QString &a, const QString &b)
    {
        const auto age = [](const QString &version) {
            return version.isEmpty() ? QString() : version == u"3" ? QStringLiteral("0.9") : version;
        };
        return age(a) < age(b);
    }

    QList<Fact> m_facts;
};

struct Cause
{
    const char *id;
    Side side = Side::Path;
    double confidence = 0.85;
};

bool isAboutOurCertificate(int alert)
{
    return (alert >= 41 && alert <= 46) || alert == 48 || alert == 116;
}

bool isName(const QString &host)
{
    return !host.contains(u':')
        && std::any_of(host.begin(), host.end(), [](QChar c) { return c.isLetter(); });
}

/// By the number alone (RFC 8446 section 6).
Cause meaningOf(std::optional<int> alert, bool nameWasSaid)
{
    switch (alert.value_or(-1)) {
    case 40: // handshake_failure
    case 47: // illegal_parameter
    case 71: // insufficient_security
        return {"no-common-parameters", Side::Path, 0.7};
    case 70: // protocol_version
    case 86: // inappropriate_fallback
        return {"version-refused", Side::Provider, 0.7};
    case 80: // internal_error
        return {"server-error", Side::Provider, 0.7};
    case 112: // unrecognized_name
        return {nameWasSaid ? "breaks-on-sni" : "needs-sni", nameWasSaid ? Side::Provider : Side::ThisPc,
                0.8};
    default:
        return alert && isAboutOurCertificate(*alert) ? Cause{"client-certificate", Side::Provider, 0.8}
                                                      : Cause{"unknown", Side::Path, 0.6};
    }
}

Cause causeWhereModernWorks(const Hellos &hellos, const Fact &failed)
{
    const auto alert = failed.seen.value(seen::alert);
    if (failed.seen.contains(seen::ownTls) && hellos.newest() == u"1.3" && hellos.said(QLatin1String("tls12"))
        && !hellos.answered(QLatin1String("tls12")))
        return {"only-tls13", Side::ThisPc, 0.9};
    const bool aboutOurs = alert.isDouble() && isAboutOurCertificate(alert.toInt());
    const bool cutAfterwards = failed.step == Step::Greeting || alert.toInt() == 40
        || failed.failure == Failure::ClosedEarly || failed.failure == Failure::Reset;
    if (aboutOurs || (hellos.asksCertificate() && cutAfterwards))
        return {"client-certificate", Side::Provider, 0.9};
    if (hellos.groupBits() > 0 && hellos.groupBits() < soundGroupBits)
        return {"weak-key-exchange", Side::Provider};
    return meaningOf(alert.isDouble() ? std::optional(alert.toInt()) : std::nullopt,
                     isName(failed.endpoint.host));
}

Cause causeOf(const Hellos &hellos, const Fact &failed)
{
    if (hellos.first(Failure::Endless))
        return {"certificate-too-large", Side::Provider};
    if (hellos.first(Failure::PlainOnTlsPort) && !hellos.anyAnswered())
        return {"plain-text", Side::Path};
    if (hellos.answered(QLatin1String("modern")))
        return causeWhereModernWorks(hellos, failed);
    if (hellos.answered(QLatin1String("tls12")))
        return {"breaks-on-tls13"};
    if (hellos.answered(QLatin1String("small")))
        return {"breaks-on-large-hello"};
    if (hellos.answered(QLatin1String("no-sni")))
        return {"breaks-on-sni"};
    if (hellos.answered(QLatin1String("legacy")))
        return {"no-common-parameters", Side::Provider, 0.9};
    return meaningOf(hellos.alert(), isName(failed.endpoint.host));
}

bool isHandshake(const Fact &failed)
{
    if (failed.ok() || (failed.step != Step::Secure && failed.step != Step::Greeting))
        return false;
    switch (failed.failure) {
    case Failure::HandshakeFailed:
        return true;
    case Failure::HandshakeTimeout:
    case Failure::TlsTooOld:
    case Failure::PlainOnTlsPort:
    case Failure::ClosedEarly:
    case Failure::Reset:
        return failed.step == Step::Secure;
    default: // not a matter of the handshake
        return false;
    }
}

Finding withCause(const Fact &failed, const Cause &cause)
{
    Finding found = findingAt("tls.handshake-failed", failed, cause.confidence);
    found.side = cause.side;
    found.values.insert(QStringLiteral("cause"), QString::fromLatin1(cause.id));
    if (failed.seen.contains(seen::alert))
        found.values.insert(seen::alert, failed.seen.value(seen::alert));
    return found;
}

} // namespace

Finding handshakeFailed(const Fact &failed)
{
    const QJsonValue alert = failed.seen.value(seen::alert);
    return withCause(failed,
                     meaningOf(alert.isDouble() ? std::optional(alert.toInt()) : std::nullopt,
                               isName(failed.endpoint.host)));
}

std::optional<Finding> explainedByHellos(const Case &visit, const Fact &failed)
{
    if (!isHandshake(failed))
        return std::nullopt;
    const Hellos hellos(visit, failed);
    if (hellos.facts().isEmpty())
        return std::nullopt;
    Finding found;
    const QString newest = hellos.newest();
    const Cause cause = causeOf(hellos, failed);
    const QLatin1String id(cause.id);
    if (!newest.isEmpty() && newest != u"1.2" && newest != u"1.3") {
        found = findingAt("tls.too-old", failed, 0.95);
        found.values.insert(QStringLiteral("version"),
                            newest == u"3" ? QStringLiteral("SSL 3.0") : QStringLiteral("TLS ") + newest);
    } else if (id == u"plain-text" && failed.endpoint.security == Security::Tls) {
        found = findingAt("server.plain-on-tls-port", failed, 0.95);
    } else if (id == u"unknown" && failed.failure != Failure::HandshakeFailed) {
        return std::nullopt; // the failure itself says more: a timeout, a connection that was cut
    } else if (id == u"version-refused") {
        return std::nullopt; // too old, but nobody knows how old
    } else {
        found = withCause(failed, cause);
        for (const Fact &fact : hellos.facts())
            for (const QLatin1String key : {seen::alert, seen::cipher, seen::dhBits, seen::certificateBytes})
                if (!found.values.contains(key) && fact.seen.contains(key))
                    found.values.insert(key, fact.seen.value(key));
    }
    for (const Fact &fact : hellos.facts())
        because(found, fact);
    return found;
}

} // namespace rules
