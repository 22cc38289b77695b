// The mailbox on the server: how full, and how many.
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"

#include <algorithm>

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

/// What the server itself says of the room beats a sum held against the usual contract.
bool quotaTold(const Case &visit)
{
    const QList<Fact> looks = visit.at(Step::Mailbox);
    return std::any_of(looks.begin(), looks.end(), [](const Fact &fact) {
        return fact.ok() && fact.seen.value(seen::quotaLimit).toInteger() > 0;
    });
}

QList<Finding> fill(const Case &visit, const Fact &fact)
{
    qint64 used = fact.seen.value(seen::quotaUsed).toInteger();
    qint64 limit = fact.seen.value(seen::quotaLimit).toInteger();
    double sure = 0.95;
    if (limit <= 0 && !quotaTold(visit) && fact.seen.contains(seen::bytes) && visit.provider
        && visit.provider->limits.mailboxBytes > 0) {
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
    return found;
}

} // namespace rules
