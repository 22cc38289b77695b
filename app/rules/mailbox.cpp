// The mailbox on the server: how full, how many, and copies of one message.
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"

namespace rules {

using namespace model;

namespace {

constexpr qint64 usualMessageLimit = 10'000;

void addFill(Finding &found, qint64 used, qint64 limit)
{
    found.values.insert(QStringLiteral("percent"), int(used * 100 / limit));
    found.values.insert(QStringLiteral("bytes"), used);
    found.values.insert(QStringLiteral("limit_bytes"), limit);
}

QList<Finding> fill(const Case &visit, const Fact &fact)
{
    qint64 used = fact.seen.value(seen::quotaUsed).toInteger();
    qint64 limit = fact.seen.value(seen::quotaLimit).toInteger();
    double sure = 0.95;
    if (limit <= 0 && visit.provider && visit.provider->limits.mailboxBytes > 0) {
        // The pack's figure is the usual contract; this person's may be larger.
        used = fact.seen.value(seen::bytes).toInteger();
        limit = visit.provider->limits.mailboxBytes;
        sure = 0.7;
    }
    if (limit <= 0 || used < limit / 100 * 90)
        return {};
    Finding found = findingAt(used >= limit ? "mailbox.full" : "mailbox.nearly-full", fact, sure);
    addFill(found, used, limit);
    return {found};
}

QList<Finding> count(const Case &visit, const Fact &fact)
{
    qint64 limit = visit.provider ? visit.provider->limits.mailboxMessages : 0;
    if (limit <= 0)
        limit = usualMessageLimit;
    const qint64 messages = fact.seen.value(seen::messages).toInteger();
    if (messages <= limit)
        return {};
    Finding found = findingAt("mailbox.too-many-messages", fact, 0.7);
    found.values.insert(QStringLiteral("messages"), messages);
    found.values.insert(QStringLiteral("limit"), limit);
    return {found};
}

} // namespace

QList<Finding> mailbox(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const Fact &fact : visit.at(Step::Mailbox)) {
        if (!fact.ok())
            continue;
        found += fill(visit, fact);
        found += count(visit, fact);
    }
    for (const Fact &fact : visit.at(Step::Arrive)) {
        const int copies = fact.seen.value(seen::copies).toInt();
        if (copies < 2)
            continue;
        Finding twice = findingAt("mailbox.duplicates", fact, 0.9);
        twice.values.insert(QStringLiteral("copies"), copies);
        found.append(twice);
    }
    return found;
}

} // namespace rules
