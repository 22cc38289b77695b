#include "remedies/outbox_remedy.h"

#include "remedies/concerned.h"
#include "remedies/owner.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace remedies {

namespace {

/// Of Becky!: its outbox is a folder that holds files of many messages each.
QFileInfoList bmfFiles(const QString &folder)
{
    return QDir(folder).entryInfoList({QStringLiteral("*.bmf")}, QDir::Files | QDir::Hidden, QDir::Name);
}

/// In the programs' own way: .eml for Live Mail, a number for Sylpheed.
bool isMessage(const QString &name, MailFolder::Kind kind)
{
    if (kind == MailFolder::Kind::EmlFolder)
        return name.endsWith(u".eml", Qt::CaseInsensitive);
    return !name.isEmpty()
        && std::all_of(name.begin(), name.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

QList<MailFolder> OutboxRemedy::folders(const model::AppProfile &profile, const model::Outbox &outbox) const
{
    if (outbox.count == 0)
        return {};
    const QString owner
        = m_kind.executables.isEmpty() ? thunderbirdOwner(profile.path) : programOwner(m_kind.executables);
    const bool isFolder = QFileInfo(outbox.path).isDir();
    QList<MailFolder> found;
    if (m_kind.kind == MailFolder::Kind::Bmf) {
        const QString index = outbox.path + QStringLiteral("/Folder.idx");
        for (const QFileInfo &file : bmfFiles(outbox.path))
            found.append({file.filePath(), owner, profile.path, outbox.count, m_kind.kind,
                          found.isEmpty() ? index : QString()});
    } else if (isFolder == (m_kind.kind != MailFolder::Kind::Mbox)) {
        found.append({outbox.path, owner, profile.path, outbox.count, m_kind.kind});
    }
    return found;
}

bool OutboxRemedy::applies(const model::Case &visit) const
{
    return !preview(visit).isEmpty();
}

QList<model::Change> OutboxRemedy::preview(const model::Case &visit) const
{
    QList<model::Change> changes;
    for (const model::AppProfile &profile : profilesConcerned(visit, m_kind.program))
        for (const model::Outbox &outbox : profile.outboxes)
            if (!folders(profile, outbox).isEmpty())
                changes.append({outbox.path, QStringLiteral("messages"), QString::number(outbox.count),
                                QStringLiteral("0")});
    return changes;
}

model::Outcome OutboxRemedy::apply(const model::Case &visit, Journal &journal) const
{
    QList<MailFolder> all;
    for (const model::AppProfile &profile : profilesConcerned(visit, m_kind.program))
        for (const model::Outbox &outbox : profile.outboxes)
            all += folders(profile, outbox);
    return SetAside(journal, id()).run(all);
}

bool OutboxRemedy::isEmpty(const QString &path) const
{
    const QFileInfo place(path);
    if (!place.isDir())
        return place.isFile() && place.size() == 0;
    const QStringList names = QDir(path).entryList(QDir::Files | QDir::Hidden);
    return std::none_of(names.begin(), names.end(),
                        [this](const QString &name) { return isMessage(name, m_kind.kind); });
}

bool OutboxRemedy::verify(const model::JournalEntry &entry) const
{
    return !entry.changes.isEmpty()
        && std::all_of(entry.changes.begin(), entry.changes.end(),
                       [this](const model::Change &change) { return isEmpty(change.file); });
}

} // namespace remedies
