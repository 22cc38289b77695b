// Somebody on the line who answers for every mail server.
#include "rules/families.h"
#include "rules/line_evidence.h"

#include <algorithm>
#include <initializer_list>

namespace rules {

using namespace model;

namespace {

bool isOneOf(Failure failure, std::initializer_list<Failure> some)
{
    return std::find(some.begin(), some.end(), failure) != some.end();
}

/// 0: nobody was there.
double sureness(const Fact &control)
{
    // The words of a mail server, from an address at which none can be.
    if (isOneOf(control.failure, {Failure::None, Failure::Busy, Failure::Unwelcome}))
        return 0.9;
    // Some firewalls take every connection before they know whether anybody is behind.
    if (isOneOf(control.failure,
                {Failure::Silent, Failure::Drip, Failure::ClosedEarly, Failure::Reset, Failure::NotMail,
                 Failure::WrongService, Failure::TlsOnPlainPort}))
        return 0.6;
    return 0;
}

} // namespace

QList<Finding> lineMailProxy(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const Fact &control : visit.at(Step::Control)) {
        if (sureness(control) <= 0)
            continue;
        const auto own = std::find_if(visit.facts.begin(), visit.facts.end(), [&](const Fact &fact) {
            return fact.step == Step::Connect && fact.ok() && fact.endpoint.protocol == Protocol::Smtp
                && fact.endpoint.port == control.endpoint.port && matters(visit, fact);
        });
        if (own == visit.facts.end())
            continue;
        Finding proxy = findingAt("line.mail-proxy", *own, sureness(control));
        because(proxy, control);
        if (const QString said = words(control); !said.isEmpty())
            proxy.values.insert(QStringLiteral("reply"), said);
        // Where the door came to nothing, it is the proxy that keeps mail from going out.
        if (!anyOk(visit, own->endpoint, Step::Capabilities))
            proxy.severity = Severity::Blocks;
        found.append(proxy);
    }
    return found;
}

} // namespace rules
