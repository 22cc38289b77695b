#include "remedies/thunderbird_outbox.h"

#include "remedies/owner.h"
#include "remedies/prefs_remedy.h"
#include "remedies/set_aside.h"

#include <QFileInfo>
#include <algorithm>

namespace remedies {

namespace {

QList<MailFolder> waiting(const model::Case &visit)
{
    QList<MailFolder> found;
    for (const model::AppProfile &profile : profilesConcerned(visit, QStringLiteral("thunderbird")))
        for (const model::Outbox &outbox : profile.outboxes)
            if (outbox.count > 0 && !QFileInfo(outbox.path).isDir())
                found.append({outbox.path, thunderbirdOwner(profile.path), profile.path, outbox.count});
    return found;
}

} // namespace

bool ThunderbirdOutbox::applies(const model::Case &visit) const
{
    return !waiting(visit).isEmpty();
}

QList<model::Change> ThunderbirdOutbox::preview(const model::Case &visit) const
{
    QList<model::Change> changes;
    for (const MailFolder &folder : waiting(visit))
        changes.append(
            {folder.path, QStringLiteral("messages"), QString::number(folder.messages), QStringLiteral("0")});
    return changes;
}

model::Outcome ThunderbirdOutbox::apply(const model::Case &visit, Journal &journal) const
{
    return SetAside(journal, id()).run(waiting(visit));
}

bool ThunderbirdOutbox::verify(const model::JournalEntry &entry) const
{
    return !entry.changes.isEmpty()
        && std::all_of(entry.changes.begin(), entry.changes.end(), [](const model::Change &change) {
               return QFileInfo(change.file).isFile() && QFileInfo(change.file).size() == 0;
           });
}

} // namespace remedies
