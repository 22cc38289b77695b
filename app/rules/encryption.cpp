// Encryption that is missing, refused or broken before any certificate is looked at.
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"
#include "rules/hellos.h"

namespace rules {

using namespace model;

namespace {

struct Meaning
{
    Failure failure;
    const char *id;
    double confidence;
};

constexpr Meaning meanings[] = {
    {Failure::NotOffered, "tls.not-offered", 0.9},
    {Failure::TlsRefused, "tls.refused", 0.9},
    {Failure::TlsInjected, "tls.injected", 0.95},
    {Failure::Preauth, "tls.preauth", 0.95},
    {Failure::HandshakeTimeout, "tls.handshake-timeout", 0.85},
};

/// Nothing where another family knows the failure.
std::optional<Finding> byFailure(const Fact &fact)
{
    if (fact.failure == Failure::HandshakeFailed)
        return handshakeFailed(fact);
    if (fact.failure == Failure::TlsTooOld) {
        // The library knows no more than that its own oldest version was refused.
        Finding old = findingAt("tls.too-old", fact, 0.9);
        old.values.insert(QStringLiteral("version"), QStringLiteral("TLS < 1.2"));
        return old;
    }
    for (const Meaning &meaning : meanings)
        if (fact.failure == meaning.failure)
            return findingAt(meaning.id, fact, meaning.confidence);
    return std::nullopt;
}

} // namespace

QList<Finding> encryption(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const Fact &fact : visit.facts) {
        const bool isOpening
            = fact.step == Step::Greeting || fact.step == Step::Secure || fact.step == Step::Capabilities;
        // A server that wants our certificate says so only when its handshake is done: then the greeting
        // fails.
        const bool worksElsewhere = anyOk(
            visit, fact.endpoint, fact.failure == Failure::HandshakeFailed ? fact.step : Step::Secure);
        if (fact.ok() || !isOpening || worksElsewhere || !matters(visit, fact))
            continue;
        std::optional<Finding> one = explainedByHellos(visit, fact);
        if (!one)
            one = byFailure(fact);
        if (!one)
            continue;
        for (const QLatin1String key : {seen::tlsVersion, seen::alert, seen::tlsError, seen::strayBytes})
            if (fact.seen.contains(key))
                one->values.insert(key, fact.seen.value(key));
        found.append(*one);
    }
    return found;
}

} // namespace rules
