// A message that the sending server would not take, and messages that it could not take.
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"

namespace rules {

using namespace model;

namespace {

/// "Not now" is no word about whose address it is (RFC 5321 section 4.2.1).
bool isTemporary(const Fact &fact)
{
    const QString code = fact.seen.value(seen::code).toString();
    return code.startsWith(u'4') || words(fact).startsWith(u'4');
}

/// The pack's way out asks for no log-in, so the test mail was sent without one.
bool sentWithoutLogin(const Case &visit, const Fact &fact)
{
    if (!visit.provider)
        return false;
    for (const ProviderServer &server : visit.provider->outgoing)
        if (sameDoor(server.endpoint, fact.endpoint))
            return !server.auth;
    return false;
}

const char *meaning(const Case &visit, const Fact &fact)
{
    if (says(fact, {"greylist", "graylist"}))
        return "submit.greylisted";
    if (says(fact, {"blocked using", "blacklist", "blocklist", "spamhaus", "spamcop", "barracuda", "dnsbl"}))
        return "submit.listed";
    if (says(fact,
             {"relay access denied", "relaying denied", "relay not permitted", "not permitted to relay",
              "unable to relay", "rcpthosts"}))
        return "submit.relay-denied";
    if (fact.failure == Failure::RecipientRefused && sentWithoutLogin(visit, fact)
        && (hasCode(fact, {"530", "5.7.0", "5.7.1"})
            || says(fact, {"access denied", "authentication required"})))
        return "submit.relay-denied";
    if (hasCode(fact, {"5.2.2", "4.2.2"}) || says(fact, {"over quota", "mailbox full", "quota exceeded"}))
        return "mailbox.full";
    if (says(fact,
             {"rate limit", "too many messages", "too many recipients", "sending limit", "try later",
              "too fast", "too much mail"})
        || hasCode(fact, {"4.7.28", "5.4.5"}))
        return "submit.rate-limited";
    // Many servers answer for the sender only when they hear the recipient (Postfix: smtpd_delay_reject).
    if (says(fact, {"sender address rejected"})
        || (fact.failure == Failure::SenderRefused && !isTemporary(fact)))
        return hasCode(fact, {"5.1.8", "4.1.8"}) || says(fact, {"domain not found", "domain does not exist"})
            ? "submit.sender-domain-unknown"
            : "submit.sender-refused";
    if (fact.failure == Failure::RecipientRefused)
        return hasCode(fact, {"5.1.1"}) || says(fact, {"user unknown", "no such user"})
            ? "submit.recipient-refused"
            : nullptr;
    return nullptr;
}

QString domainOf(const QString &address)
{
    return address.mid(address.lastIndexOf(u'@') + 1);
}

} // namespace

QList<Finding> submitRefusals(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const Fact &fact : visit.at(Step::Submit)) {
        if (fact.ok() || fact.failure == Failure::NotTried || fact.failure == Failure::TooBig
            || fact.failure == Failure::Cancelled)
            continue;
        const char *id = packWord(visit, fact, QLatin1String("submit"));
        if (!id)
            id = meaning(visit, fact);
        if (!id)
            continue;
        Finding one = findingAt(id, fact, 0.85);
        one.values.insert(QStringLiteral("address"), visit.address);
        one.values.insert(QStringLiteral("domain"), domainOf(visit.address));
        one.values.insert(QStringLiteral("reply"), words(fact));
        found.append(one);
    }
    return found;
}

QList<Finding> submitSize(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const Fact &fact : visit.facts) {
        const qint64 limit = fact.seen.value(seen::sizeLimit).toInteger();
        if (fact.step == Step::Submit && fact.failure == Failure::TooBig) {
            Finding refused = findingAt("submit.too-big", fact, 0.95);
            refused.values.insert(QStringLiteral("bytes"), fact.seen.value(seen::bytes).toInteger());
            refused.values.insert(QStringLiteral("limit_bytes"),
                                  limit > 0            ? limit
                                      : visit.provider ? visit.provider->limits.messageBytes
                                                       : 0);
            found.append(refused);
        }
        if (fact.step != Step::Capabilities || limit <= 0 || !matters(visit, fact))
            continue;
        for (const OwnProfile &own : ownProfiles(visit)) {
            for (const Outbox &outbox : own.profile->outboxes) {
                // Where the average is over the limit, at least one message is.
                if (outbox.count < 1 || outbox.bytes / outbox.count <= limit)
                    continue;
                Finding waits = findingAt("submit.too-big", fact, outbox.count == 1 ? 0.9 : 0.8);
                waits.values.insert(QStringLiteral("bytes"), outbox.bytes / outbox.count);
                waits.values.insert(QStringLiteral("limit_bytes"), limit);
                waits.values.insert(QStringLiteral("program"), own.app->id);
                found.append(waits);
            }
        }
    }
    return found;
}

} // namespace rules
