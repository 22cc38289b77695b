#include "remedies/safe_edit.h"

#include "mailapps/plain_file.h"
#include "remedies/journal_state.h"
#include "remedies/owner.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <algorithm>

namespace remedies {

using model::EntryState;
using model::Outcome;
using model::Refusal;

namespace {

bool anyInUse(const Record &record)
{
    return std::any_of(record.parts.begin(), record.parts.end(),
                       [](const Part &part) { return inUse(part.owner); });
}

} // namespace

SafeEdit::SafeEdit(Journal &journal, const QString &remedy, EditObserver observer)
    : m_journal(journal), m_remedy(remedy), m_observer(std::move(observer))
{
}

void SafeEdit::passed(EditStep step) const
{
    if (m_observer)
        m_observer(step);
}

Outcome SafeEdit::run(const QList<Edit> &edits)
{
    Record record;
    QList<QByteArray> contents;
    Outcome outcome = prepare(edits, record, contents);
    if (!outcome.ok())
        return outcome;
    passed(EditStep::Agreed);
    outcome = m_journal.m_state->keep(record);
    if (!outcome.ok())
        return outcome;
    passed(EditStep::Intended);
    outcome = store(record, contents);
    if (outcome.ok())
        outcome = exchange(record);
    if (!outcome.ok())
        return giveUp(record, outcome);
    record.entry.state = EntryState::Done;
    outcome = m_journal.m_state->keep(record);
    if (!outcome.ok())
        return giveUp(record, outcome); // a change that cannot be recorded could not be undone later
    outcome.entry = record.entry.id;
    passed(EditStep::Recorded);
    // A program that was started in the last moments has read the old value and writes it at its exit.
    if (anyInUse(record))
        outcome.detail = QStringLiteral("program-started");
    return outcome;
}

/// E1 to E3, and whether there is a place for the backups: nothing is written yet but folders of our own.
Outcome SafeEdit::prepare(const QList<Edit> &edits, Record &record, QList<QByteArray> &contents)
{
    Journal::State &state = *m_journal.m_state;
    if (!m_journal.writable())
        return disk::refuse(Refusal::AnotherTodoku, m_journal.folder());
    for (const Edit &edit : edits)
        if (inUse(edit.owner))
            return disk::refuse(Refusal::ProgramRunning, edit.path);
    passed(EditStep::Running);

    record.entry.id = state.newId();
    record.entry.remedy = m_remedy;
    record.undoes = m_undoes;
    record.entry.at = QDateTime::currentDateTimeUtc();
    QList<QByteArray> old;
    qint64 needed = 0;
    for (const Edit &edit : edits) {
        Part part;
        part.path = edit.path;
        part.owner = edit.owner;
        QByteArray bytes;
        const Outcome outcome = disk::examine(edit.path, mailapps::prefsCap, &part.like, &bytes);
        if (!outcome.ok())
            return outcome;
        part.before = part.like.hash;
        part.backup = QStringLiteral("%1/%2-%3-%4")
                          .arg(state.backups(), record.entry.id)
                          .arg(record.parts.size() + 1)
                          .arg(QFileInfo(edit.path).fileName());
        part.temp = QStringLiteral("%1.todoku-%2").arg(edit.path, record.entry.id);
        record.parts.append(part);
        old.append(bytes);
        needed += 2 * bytes.size() + 64 * 1024;
    }
    passed(EditStep::Examined);

    for (qsizetype i = 0; i < edits.size(); ++i) {
        const Patch patch = edits[i].patch(old[i]);
        if (patch.refusal != Refusal::None)
            return disk::refuse(patch.refusal, edits[i].path, patch.detail);
        record.parts[i].after = QCryptographicHash::hash(patch.bytes, QCryptographicHash::Sha256).toHex();
        record.entry.changes += patch.changes;
        contents.append(patch.bytes);
    }
    if (record.parts.isEmpty())
        return disk::refuse(Refusal::NotApplicable, {});
    record.entry.backup = record.parts.first().backup;
    passed(EditStep::Patched);

    Outcome outcome = disk::makeFolder(state.backups());
    if (outcome.ok())
        outcome = disk::room(state.backups(), needed);
    return outcome.ok() ? disk::room(QFileInfo(record.parts.first().path).path(), needed) : outcome;
}

/// E6 and E7: two verified copies of every file, the old content and the new one.
Outcome SafeEdit::store(const Record &record, const QList<QByteArray> &contents)
{
    disk::Stand closed;
    closed.mode = 0600;
    for (const Part &part : record.parts) {
        const Outcome outcome = disk::copyNew(part.path, part.backup, closed, part.before);
        if (!outcome.ok())
            return outcome;
    }
    const Outcome synced = disk::syncFolder(m_journal.m_state->backups());
    if (!synced.ok())
        return synced;
    passed(EditStep::BackedUp);
    for (qsizetype i = 0; i < contents.size(); ++i) {
        const Part &part = record.parts[i];
        const Outcome outcome = disk::writeNew(part.temp, contents[i], part.like);
        if (!outcome.ok())
            return outcome;
    }
    passed(EditStep::Written);
    return {};
}

/// E8 to E11, file by file.
Outcome SafeEdit::exchange(const Record &record)
{
    for (const Part &part : record.parts) {
        if (inUse(part.owner))
            return disk::refuse(Refusal::ProgramRunning, part.path);
        disk::Stand now;
        Outcome outcome = disk::examine(part.path, mailapps::prefsCap, &now);
        if (!outcome.ok())
            return outcome;
        if (now.hash != part.before || !now.sameFile(part.like))
            return disk::refuse(Refusal::ChangedMeanwhile, part.path);
        passed(EditStep::Rechecked);
        outcome = disk::replace(part.temp, part.path);
        // Windows can take the old file away and not put the new one there.
        if (!outcome.ok() && !QFileInfo::exists(part.path))
            m_lost = !m_journal.m_state->restore(part).ok();
        if (!outcome.ok())
            return outcome;
        passed(EditStep::Replaced);
        outcome = disk::syncFolder(QFileInfo(part.path).path());
        if (!outcome.ok())
            return outcome;
        passed(EditStep::Synced);
        // A program that was started just now may have read the new value and written the file anew.
        if (!m_journal.m_state->stands(record, part))
            return disk::refuse(Refusal::ChangedMeanwhile, part.path);
        passed(EditStep::ReadBack);
    }
    return {};
}

/// Files that were exchanged already go back, our temporary ones go away; the backups stay.
Outcome SafeEdit::giveUp(Record record, Outcome why)
{
    if (!m_lost) // else it stays intended, and the next start tries again
        m_journal.m_state->rollBack(record);
    why.entry = record.entry.id;
    return why;
}

} // namespace remedies
