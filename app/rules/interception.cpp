// Products that put themselves between the mail program and the server: told by the certificates they make
// and by the words they greet with. Which products there are is data (resources/knowledge/interceptors.json).
#include "rules/interception.h"

#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"

#include <algorithm>

namespace rules {

using namespace model;

namespace {

bool holdsAny(const QString &text, const QStringList &patterns)
{
    return std::any_of(patterns.begin(), patterns.end(), [&text](const QString &pattern) {
        return text.contains(pattern, Qt::CaseInsensitive);
    });
}

} // namespace

const Interceptor *interceptorBehind(const Fact &fact, const Context &context)
{
    const QString issuer = fact.seen.value(seen::certificateIssuer).toString() + u'\n'
        + fact.seen.value(seen::certificateHouse).toString();
    for (const Interceptor &one : context.interceptors) {
        if (fact.step == Step::Secure && holdsAny(issuer, one.issuers))
            return &one;
        if (fact.step == Step::Greeting && holdsAny(words(fact), one.banners))
            return &one;
    }
    return nullptr;
}

QList<Finding> interception(const Case &visit, const Context &context)
{
    QList<Finding> found;
    for (const Fact &fact : visit.facts) {
        const Interceptor *const one = interceptorBehind(fact, context);
        if (!one || !matters(visit, fact))
            continue;
        // A box of the network whose certificate is not trusted: rule certificates says so, with its name.
        if (!one->onThisPc && !fact.ok())
            continue;
        Finding behind = findingAt("pc.mail-intercepted", fact, fact.step == Step::Secure ? 0.85 : 0.7);
        behind.values.insert(QStringLiteral("product"), one->product);
        if (!one->onThisPc)
            behind.side = Side::Line;
        if (fact.ok()) // it works: good to know, and it may hurt where the mail program trusts others than
                       // the system
            behind.severity = one->onThisPc ? Severity::Hurts : Severity::Note;
        found.append(behind);
    }
    return found;
}

} // namespace rules
