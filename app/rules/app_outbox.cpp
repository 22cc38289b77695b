// What waits in a mail program's outbox, and whether the program was told not to send.
#include "rules/evidence.h"
#include "rules/families.h"

namespace rules {

using namespace model;

namespace {

// A message written a moment ago may simply be on its way.
constexpr qint64 freshSeconds = 300;

Finding stuck(const Case &visit, const OwnProfile &own, const Outbox &outbox)
{
    Finding found = finding("app.outbox-stuck");
    const bool fresh = visit.startedAt.isValid() && outbox.oldest.isValid()
        && outbox.oldest.secsTo(visit.startedAt) < freshSeconds;
    found.confidence = fresh ? 0.6 : 0.9;
    found.values.insert(QStringLiteral("program"), own.app->id);
    found.values.insert(QStringLiteral("profile"), own.profile->path);
    found.values.insert(QStringLiteral("path"), outbox.path);
    found.values.insert(QStringLiteral("count"), outbox.count);
    found.values.insert(QStringLiteral("bytes"), outbox.bytes);
    if (outbox.oldest.isValid())
        found.values.insert(QStringLiteral("oldest"), outbox.oldest.toUTC().toString(Qt::ISODate));
    return found;
}

} // namespace

QList<Finding> appOutbox(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const OwnProfile &own : ownProfiles(visit)) {
        for (const Outbox &outbox : own.profile->outboxes)
            if (outbox.count > 0)
                found.append(stuck(visit, own, outbox));
        if (own.profile->offline.value_or(false)) {
            Finding offline = finding("app.offline");
            offline.confidence = 0.95;
            offline.values.insert(QStringLiteral("program"), own.app->id);
            offline.values.insert(QStringLiteral("profile"), own.profile->path);
            found.append(offline);
        }
    }
    return found;
}

} // namespace rules
