// This PC's link, and what the line lets through.
#include "model/seen.h"
#include "rules/families.h"
#include "rules/line_evidence.h"
#include "rules/patience.h"

#include <QJsonArray>
#include <algorithm>

namespace rules {

using namespace model;

namespace {

/// Practice, tests and proxies on this PC need no line.
bool staysOnThisPc(const Case &visit)
{
    return visit.practice || std::any_of(visit.facts.begin(), visit.facts.end(), [](const Fact &fact) {
               return fact.step == Step::Connect
                   && (fact.address.startsWith(u"127.") || fact.address == u"::1");
           });
}

/// A dead address costs the person time only if nobody answers; "no route" is noticed at once and harmless.
bool keepsWaiting(const Fact &fact)
{
    return fact.failure == Failure::ConnectTimeout
        || (fact.failure == Failure::Unreachable && fact.milliseconds >= 2'000);
}

} // namespace

QList<Finding> lineLink(const Case &visit, const Context &)
{
    if (anyConnected(visit) || staysOnThisPc(visit))
        return {};
    for (const Fact &fact : visit.at(Step::Link)) {
        if (fact.failure == Failure::NoNetwork) {
            Finding found = findingAt("line.no-link", fact, 0.95);
            found.about.reset();
            return {found};
        }
    }
    // An address, and no way out of the own network: it was handed out by nobody who leads further.
    for (const Fact &fact : visit.at(Step::Gateway)) {
        if (fact.failure != Failure::NoNetwork)
            continue;
        Finding found = finding("line.no-link");
        found.confidence = 0.8;
        because(found, fact);
        return {found};
    }
    return {};
}

QList<Finding> lineIpv6(const Case &visit, const Context &)
{
    QList<Finding> found;
    const QList<Fact> connects = visit.at(Step::Connect);
    QStringList said;
    for (const Fact &dead : connects) {
        if (!isIpv6(dead.address) || !keepsWaiting(dead) || said.contains(dead.endpoint.host)
            || !matters(visit, dead))
            continue;
        const auto sameDoorOver = [&](bool six) {
            return std::find_if(connects.begin(), connects.end(), [&](const Fact &fact) {
                return fact.ok() && isIpv6(fact.address) == six && fact.endpoint == dead.endpoint;
            });
        };
        const auto four = sameDoorOver(false);
        if (four == connects.end() || sameDoorOver(true) != connects.end())
            continue;
        Finding broken = findingAt("line.ipv6-broken", dead, 0.8);
        broken.about->port = 0;
        because(broken, *four);
        broken.values.insert(QStringLiteral("seconds"), seconds(dead.milliseconds));
        said.append(dead.endpoint.host);
        found.append(broken);
    }
    return found;
}

QList<Finding> lineUpload(const Case &visit, const Context &context)
{
    for (const Fact &fact : visit.at(Step::Submit)) {
        const qint64 upload = fact.seen.value(seen::uploadMs).toInteger();
        for (const Waiting &program : relevantWaiting(visit, context)) {
            if (upload <= qint64(program.seconds) * 1000)
                continue;
            Finding slow = findingAt("line.slow-upload", fact, 0.7);
            slow.values.insert(QStringLiteral("seconds"), seconds(upload));
            slow.values.insert(QStringLiteral("bytes"), fact.seen.value(seen::bytes));
            slow.values.insert(QStringLiteral("program"), program.program);
            slow.values.insert(QStringLiteral("program_seconds"), program.seconds);
            return {slow};
        }
    }
    return {};
}

QList<Finding> lineMiddlebox(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const Fact &fact : visit.facts) {
        if (fact.endpoint.protocol != Protocol::Smtp || !matters(visit, fact))
            continue;
        const bool starred = fact.step == Step::Greeting && words(fact).startsWith(u"220 ***");
        const QJsonArray offers = fact.seen.value(seen::capabilities).toArray();
        // Cisco's inspection overwrites a keyword in place, with the same length.
        const bool overwritten = std::any_of(offers.begin(), offers.end(), [](const QJsonValue &offer) {
            return offer.toString().startsWith(u"XXXX");
        });
        if (!starred && !overwritten)
            continue;
        Finding box = findingAt("line.smtp-inspection", fact, 0.85);
        const bool hidesEncryption
            = std::any_of(visit.facts.begin(), visit.facts.end(), [&](const Fact &other) {
                  return other.endpoint == fact.endpoint && other.failure == Failure::NotOffered;
              });
        if (!hidesEncryption)
            box.severity = Severity::Hurts;
        found.append(box);
    }
    return found;
}

} // namespace rules
