// Undo and recovery: both look by hash at what stands on the disk now, and only then touch it.
#include "remedies/journal.h"
#include "remedies/journal_state.h"
#include "remedies/owner.h"

#include <QFileInfo>
#include <algorithm>

namespace remedies {

using model::EntryState;
using model::Outcome;
using model::Refusal;

namespace {

enum class Now
{
    Before, ///< as it was
    After, ///< as we left it
    Gone,
    Other ///< somebody wrote it since, or something else stands there
};

Now now(const Part &part)
{
    const QFileInfo about(part.path);
    if (!about.exists() && !about.isSymLink())
        return Now::Gone;
    const QByteArray hash = disk::hashOf(part.path);
    return hash == part.before ? Now::Before : hash == part.after ? Now::After : Now::Other;
}

bool all(const Record &record, Now wanted)
{
    return std::all_of(record.parts.begin(), record.parts.end(),
                       [&](const Part &part) { return now(part) == wanted; });
}

bool any(const Record &record, Now wanted)
{
    return std::any_of(record.parts.begin(), record.parts.end(),
                       [&](const Part &part) { return now(part) == wanted; });
}

/// Refuses before anything is touched: a half undone entry helps nobody.
Outcome mayUndo(const Record &record)
{
    for (const Part &part : record.parts) {
        if (inUse(part.owner))
            return disk::refuse(Refusal::ProgramRunning, part.path);
        const Now state = now(part);
        if (!part.beside && (state == Now::Other || state == Now::Gone))
            return disk::refuse(Refusal::ChangedMeanwhile, part.path);
        if (state != Now::Before && disk::hashOf(part.backup) != part.before)
            return disk::refuse(Refusal::Unreadable, part.backup, QStringLiteral("backup"));
    }
    return {};
}

void removeTemps(const Record &record)
{
    for (const Part &part : record.parts)
        QFile::remove(part.temp); // its name is in the journal, so it is ours
}

} // namespace

Outcome Journal::State::putBack(const Record &record, QString *where)
{
    for (const Part &part : record.parts) {
        const Now state = now(part);
        if (state == Now::Before)
            continue;
        const bool inPlace = state == Now::After || (state == Now::Gone && part.beside);
        if (!inPlace && !part.beside)
            return disk::refuse(Refusal::ChangedMeanwhile, part.path);
        const Outcome outcome = inPlace ? restore(part) : restoreBeside(part, record.entry.id, where);
        if (!outcome.ok())
            return outcome;
    }
    // An index: where one stands already, the program made it and knows better.
    for (const Move &move : record.moves)
        if (!QFileInfo::exists(move.from) && QFileInfo::exists(move.to))
            disk::placeNew(move.to, move.from);
    return {};
}

void Journal::State::rollBack(Record record)
{
    removeTemps(record);
    record.entry.state = EntryState::RolledBack;
    for (const Part &part : std::as_const(record.parts)) {
        const Now state = now(part);
        if (state == Now::After && !restore(part).ok())
            return;
        // Mail that came in while we worked is no conflict: the folder was not exchanged, so nothing is
        // missing.
        if ((state == Now::Other || state == Now::Gone) && !part.beside)
            record.entry.state = EntryState::Conflict;
    }
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

    Outcome outcome = mayUndo(record);
    outcome.entry = id;
    if (outcome.refusal == Refusal::ChangedMeanwhile) {
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

bool Journal::State::settle(Record &record)
{
    if (record.undoing) {
        QString where;
        const Outcome outcome = putBack(record, &where);
        if (!outcome.ok() && outcome.refusal != Refusal::ChangedMeanwhile)
            return false;
        record.entry.state = outcome.ok() ? EntryState::Undone : EntryState::Conflict;
    } else if (all(record, Now::After)) {
        record.entry.state = EntryState::Done;
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
        if (m_state->settle(record) && m_state->keep(record).ok())
            settled.append(record.entry);
    }
    return settled;
}

} // namespace remedies
