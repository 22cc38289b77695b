// Undo and recovery: both look by hash at what stands on the disk now, and only then touch it.
#include "remedies/journal.h"
#include "remedies/journal_state.h"
#include "remedies/owner.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace remedies {

using model::EntryState;
using model::Outcome;
using model::Refusal;

namespace {

bool isMail(const Record &record)
{
    return std::any_of(record.parts.begin(), record.parts.end(),
                       [](const Part &part) { return part.beside; });
}

void removeTemps(const Record &record)
{
    for (const Part &part : record.parts)
        if (!part.temp.isEmpty())
            QFile::remove(part.temp); // its name is in the journal, so it is ours
}

/// Another try at the next start would end the same way: somebody else's file stands there, the folder is
/// gone, or the copy is.
bool isFinal(Refusal refusal)
{
    return refusal == Refusal::ChangedMeanwhile || refusal == Refusal::NotFound
        || refusal == Refusal::Unreadable;
}

} // namespace

bool Journal::State::all(const Record &record, Now wanted) const
{
    return std::all_of(record.parts.begin(), record.parts.end(),
                       [&](const Part &part) { return now(part) == wanted; });
}

bool Journal::State::any(const Record &record, Now wanted) const
{
    return std::any_of(record.parts.begin(), record.parts.end(),
                       [&](const Part &part) { return now(part) == wanted; });
}

Outcome Journal::State::mayUndo(const Record &record) const
{
    QString asked;
    for (const Part &part : record.parts) {
        if (part.owner != asked && inUse(part.owner))
            return disk::refuse(Refusal::ProgramRunning, part.path);
        asked = part.owner;
        const Now state = now(part);
        if (!part.beside && (state == Now::Other || state == Now::Gone))
            return disk::refuse(Refusal::ChangedMeanwhile, part.path);
        if (!part.registry && state != Now::Before && disk::hashOf(part.backup) != part.before)
            return disk::refuse(Refusal::Unreadable, part.backup, QStringLiteral("backup"));
    }
    return {};
}

bool Journal::State::neverBegan(const Record &record) const
{
    return !any(record, Now::After)
        && std::any_of(record.parts.begin(), record.parts.end(), [](const Part &part) {
               return !part.registry && disk::hashOf(part.backup) != part.before;
           });
}

void Journal::State::discardCopies(const Record &record) const
{
    QStringList folders, needed;
    for (const Part &part : record.parts) {
        // A copy that was being written when the process ended, or of a value that stands as before.
        if (!part.beside && (part.registry || disk::hashOf(part.backup) != part.before))
            QFile::remove(part.backup);
        const QString own = QFileInfo(part.backup).path();
        const bool ours = part.beside && QFileInfo(own).fileName().startsWith(record.entry.id + u'-');
        if (ours && !folders.contains(own))
            folders.append(own);
        if (record.begun && !needed.contains(own) && now(part) != Now::Before)
            needed.append(own);
    }
    for (const QString &own : std::as_const(folders))
        if (!needed.contains(own))
            QDir(own).removeRecursively();
}

Outcome Journal::State::putBack(Record &record, QString *where)
{
    Outcome outcome = chooseNames(record);
    if (!outcome.ok())
        return outcome;
    for (qsizetype i = 0; i < record.parts.size(); ++i) {
        const Part &part = record.parts[i];
        const Now state = now(part);
        if (state == Now::Before || part.restored)
            continue;
        const bool inPlace = state == Now::After || (state == Now::Gone && !part.registry);
        if (!inPlace && !part.beside)
            return disk::refuse(Refusal::ChangedMeanwhile, part.path);
        outcome = inPlace ? restore(part) : restoreBeside(part);
        if (!outcome.ok())
            return outcome;
        if (!inPlace)
            *where = part.back;
        if (part.beside)
            outcome = keepRestored(record, i);
        if (!outcome.ok())
            return outcome;
    }
    // An index: where one stands already, the program made it and knows better.
    returnIndexes(record);
    return {};
}

void Journal::State::rollBack(Record record)
{
    removeTemps(record);
    record.entry.state = EntryState::RolledBack;
    for (const Part &part : std::as_const(record.parts)) {
        const Now state = now(part);
        // Mail that is in no place although the folder was about to be exchanged is mail all the same.
        const bool lost = state == Now::Gone && part.beside && record.begun;
        const bool ours = lost || (state == Now::After && (record.begun || !part.beside));
        if (ours && !restore(part).ok())
            return;
        // Mail that came in while we worked is no conflict: the folder was not exchanged, so nothing is
        // missing.
        if ((state == Now::Other || state == Now::Gone) && !part.beside)
            record.entry.state = EntryState::Conflict;
    }
    returnIndexes(record);
    // Before the journal says so: if we end here, the next start finds all as it was and does this again.
    discardCopies(record);
    keep(record);
}

Outcome Journal::undo(const QString &id)
{
    if (!writable())
        return disk::refuse(Refusal::AnotherTodoku, folder());
    const Record *known = m_state->find(id);
    if (!known)
        return disk::refuse(Refusal::NotFound, folder());
    Record record = *known;
    if (record.entry.state != EntryState::Done && record.entry.state != EntryState::Conflict)
        return disk::refuse(Refusal::NotApplicable, folder(), model::name(record.entry.state));

    Outcome outcome = m_state->mayUndo(record);
    outcome.entry = id;
    if (outcome.refusal == Refusal::ChangedMeanwhile) {
        outcome.conflict = m_state->clashes(record);
        if (outcome.conflict.isEmpty()) {
            outcome = undoKeys(id);
            outcome.entry = id;
            return outcome;
        }
        record.entry.state = EntryState::Conflict;
        m_state->keep(record);
    }
    if (!outcome.ok())
        return outcome;
    record.undoing = true;
    outcome = m_state->keep(record);
    QString where;
    if (outcome.ok())
        outcome = m_state->putBack(record, &where);
    if (outcome.ok()) {
        record.undoing = false;
        record.entry.state = EntryState::Undone;
        outcome = m_state->keep(record);
        outcome.detail = where;
    }
    outcome.entry = id;
    return outcome;
}

bool Journal::State::settleMail(Record &record)
{
    record.entry.state = EntryState::RolledBack;
    // Either nothing has gone, or all of it was put back, and of the copies some are discarded already.
    if (!record.begun || (all(record, Now::Before) && neverBegan(record)))
        return true;
    if (any(record, Now::Other) || any(record, Now::Gone)) {
        record.entry.state = EntryState::Conflict;
        return true;
    }
    takeIndexes(record);
    record.entry.state = EntryState::Done;
    for (const Part &part : std::as_const(record.parts)) {
        const Outcome outcome = goAhead(part);
        if (outcome.refusal == Refusal::Unreadable)
            record.entry.state = EntryState::Conflict; // without its copy it stays where it is
        else if (!outcome.ok())
            return false;
    }
    return true;
}

/// Settings that are in no place at all, as an exchange leaves them that was cut in the middle. False: not
/// now (the program is open, the disk is full, somebody holds a file).
bool Journal::State::bringBackLost(const Record &record)
{
    return std::none_of(record.parts.begin(), record.parts.end(), [this](const Part &part) {
        if (part.registry || now(part) != Now::Gone)
            return false;
        const Outcome outcome = restore(part);
        return !outcome.ok() && !isFinal(outcome.refusal);
    });
}

bool Journal::State::settle(Record &record)
{
    if (!record.undoing && !isMail(record) && !bringBackLost(record))
        return false;
    if (record.undoing) {
        QString where;
        const Outcome outcome = putBack(record, &where);
        if (!outcome.ok() && !isFinal(outcome.refusal))
            return false;
        record.entry.state = outcome.ok() ? EntryState::Undone : EntryState::Conflict;
    } else if (isMail(record)) {
        return settleMail(record);
    } else if (all(record, Now::After)) {
        record.entry.state = EntryState::Done;
    } else if (neverBegan(record)) {
        record.entry.state = EntryState::RolledBack;
    } else if (any(record, Now::Other) || any(record, Now::Gone)) {
        record.entry.state = EntryState::Conflict;
    } else {
        // As it was, or some files changed and some not: the person asked for all or nothing.
        QString where;
        if (!putBack(record, &where).ok())
            return false;
        record.entry.state = EntryState::RolledBack;
    }
    record.undoing = false;
    return true;
}

QList<model::JournalEntry> Journal::recover()
{
    QList<model::JournalEntry> settled;
    if (!writable())
        return settled;
    const QList<Record> records = m_state->records;
    for (Record record : records) {
        if (record.entry.state != EntryState::Intended && !record.undoing)
            continue;
        removeTemps(record);
        if (!m_state->settle(record))
            continue;
        if (record.entry.state == EntryState::RolledBack)
            m_state->discardCopies(record);
        if (!m_state->keep(record).ok())
            continue;
        if (record.undoes.isEmpty())
            settled.append(record.entry);
    }
    for (const Record &record : std::as_const(m_state->records)) {
        const Record *undone = m_state->find(record.undoes);
        if (!undone || undone->entry.state == EntryState::Undone || record.entry.state != EntryState::Done
            || !m_state->noteUndone(record.undoes, {}).ok())
            continue;
        settled.append(m_state->find(record.undoes)->entry);
    }
    return settled;
}

} // namespace remedies
