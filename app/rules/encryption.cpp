// Encryption that is missing, refused or broken before any certificate is looked at.
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"

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
    {Failure::TlsTooOld, "tls.too-old", 0.95},
    {Failure::HandshakeFailed, "tls.handshake-failed", 0.7},
};

} // namespace

QList<Finding> encryption(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const Fact &fact : visit.facts) {
        if (fact.ok() || !matters(visit, fact))
            continue;
        for (const Meaning &meaning : meanings) {
            if (fact.failure != meaning.failure || anyOk(visit, fact.endpoint, Step::Secure))
                continue;
            Finding one = findingAt(meaning.id, fact, meaning.confidence);
            for (const QLatin1String key : {seen::tlsVersion, seen::alert, seen::tlsError, seen::strayBytes})
                if (fact.seen.contains(key))
                    one.values.insert(key, fact.seen.value(key));
            found.append(one);
        }
    }
    return found;
}

} // namespace rules
