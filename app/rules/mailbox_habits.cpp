// What lies in the mailbox because of how it is used: mail that nobody takes away, copies, spam that was let
// through with a mark, and wanted mail in the folder for the unwanted.
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"

#include <algorithm>

namespace rules {

using namespace model;

namespace {

/// Mail of a long holiday is not "never taken away".
constexpr qint64 manyWithPop3 = 200, manyOtherwise = 1000;
constexpr int oldWithPop3Days = 90, oldOtherwiseDays = 365;
/// Two may be a list and a direct copy; four are a program that sends again and again.
constexpr int manyCopies = 3;

Protocol usedProtocol(const Case &visit, const Fact &fact)
{
    const auto account = visit.account();
    return account && account->incoming ? account->incoming->endpoint.protocol : fact.endpoint.protocol;
}

qint64 messagesAt(const Case &visit, const Endpoint &door)
{
    qint64 messages = 0;
    for (const Fact &fact : visit.at(Step::Mailbox))
        if (fact.ok() && sameDoor(fact.endpoint, door))
            messages = std::max(messages, fact.seen.value(seen::messages).toInteger());
    return messages;
}

QList<Finding> leftOnServer(const Case &visit, const Fact &fact)
{
    const QDateTime oldest = QDateTime::fromString(fact.seen.value(seen::oldest).toString(), Qt::ISODate);
    if (!oldest.isValid() || fact.endpoint.protocol != Protocol::Pop3
        || usedProtocol(visit, fact) != Protocol::Pop3)
        return {}; // with IMAP the mail is meant to stay
    const bool surely = visit.account().has_value();
    const qint64 messages = messagesAt(visit, fact.endpoint);
    const qint64 days = visit.startedAt.isValid() ? oldest.daysTo(visit.startedAt) : 0;
    if (messages < (surely ? manyWithPop3 : manyOtherwise)
        || days < (surely ? oldWithPop3Days : oldOtherwiseDays))
        return {};
    Finding found = findingAt("mailbox.left-on-server", fact, surely ? 0.8 : 0.5);
    found.values.insert(QStringLiteral("messages"), messages);
    found.values.insert(QStringLiteral("oldest"), oldest.toLocalTime().date().toString(Qt::ISODate));
    return {found};
}

QList<Finding> duplicates(const Fact &fact, int least)
{
    const int copies = fact.seen.value(seen::copies).toInt();
    if (copies < least)
        return {};
    Finding twice = findingAt("mailbox.duplicates", fact, 0.9);
    twice.values.insert(QStringLiteral("copies"), copies);
    if (fact.seen.contains(seen::subject))
        twice.values.insert(QStringLiteral("subject"), fact.seen.value(seen::subject));
    // Whoever sent it several times is the one who can stop it.
    if (fact.step == Step::Mailbox && !fact.seen.value(seen::ownCopies).toBool())
        twice.side = Side::Partner;
    return {twice};
}

QList<Finding> marked(const Fact &fact)
{
    const int count = fact.seen.value(seen::tagged).toInt();
    if (count == 0)
        return {};
    Finding found = findingAt("mailbox.tagged-spam", fact, 0.9);
    found.values.insert(QStringLiteral("count"), count);
    found.values.insert(QStringLiteral("tag"), fact.seen.value(seen::tag));
    return {found};
}

QList<Finding> inJunk(const Case &visit, const Fact &fact)
{
    const qint64 unseen = fact.seen.value(seen::unseen).toInteger();
    if (!fact.ok() || unseen <= 0)
        return {};
    Finding found = findingAt("mailbox.mail-in-junk", fact, 0.6);
    // Everybody's Junk holds something unread: only who misses mail is sent there as to the cause.
    if (visit.symptom == u"mail-missing")
        found.severity = Severity::Hurts;
    found.values.insert(QStringLiteral("count"), unseen);
    found.values.insert(QStringLiteral("folder"), fact.seen.value(seen::folder));
    return {found};
}

} // namespace

QList<Finding> mailboxHabits(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const Fact &fact : visit.at(Step::Mailbox)) {
        if (!fact.ok())
            continue;
        found += leftOnServer(visit, fact);
        found += duplicates(fact, manyCopies);
        found += marked(fact);
    }
    for (const Fact &fact : visit.at(Step::Junk))
        found += inJunk(visit, fact);
    for (const Fact &fact : visit.at(Step::Arrive))
        found += duplicates(fact, 2); // a test message was sent once
    return found;
}

} // namespace rules
