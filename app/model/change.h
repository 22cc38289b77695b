// What a remedy would change, or has changed: shown before, recorded during, undone after.
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace model {

/// One value in one place. Words for people are made from it by the screen, not here.
struct Change
{
    QString file; ///< path, or registry key
    QString key; ///< pref name, value name; empty where the whole file moves
    QString oldValue; ///< empty: not set
    QString newValue; ///< empty: removed
};

/// Why a change was not made, or not undone: a closed list.
enum class Refusal
{
    None,
    NotApplicable,
    ProgramRunning, ///< the mail program is open: close it first
    NotWritable, ///< read-only file, folder or disk, immutable
    DiskFull,
    LinkedFile, ///< symlink or hard link: not ours to replace
    ForeignOwner,
    NotPlainFile, ///< folder, device, FIFO, or too large
    Unreadable, ///< half-written, empty, or not in the expected form
    ChangedMeanwhile, ///< somebody wrote it since: nothing was overwritten
    InputOutput, ///< the system reported an error while writing
    AnotherTodoku, ///< a second copy holds the journal
    NotFound, ///< no such entry or file
};

QString name(Refusal refusal); ///< kebab case

enum class EntryState
{
    Intended,
    Done,
    Undone,
    RolledBack,
    Conflict
};
QString name(EntryState state); ///< "intended", "done", …

/// One line of the journal.
struct JournalEntry
{
    QString id; ///< "20261122-193700-1"
    QString remedy; ///< remedy id
    QDateTime at;
    EntryState state = EntryState::Intended;
    QList<Change> changes;
    QString backup; ///< path of the copy made before
};

/// One value that an undo leaves alone, because it is no longer the one that was written.
struct Clash
{
    Change change; ///< what stood there before, and what was written
    QString now; ///< what stands there; empty: not set
    bool known = true; ///< false: the place cannot be read key by key, only as a whole
};

/// What became of an attempt to apply, verify or undo.
struct Outcome
{
    Refusal refusal = Refusal::None;
    QString file; ///< the one that was in the way
    QString detail; ///< system's word for it, for the report; never shown alone
    QString entry; ///< journal entry id where one was made
    qint64 bytesNeeded = 0; ///< DiskFull: how much must be free
    QList<Clash> conflict = {}; ///< ChangedMeanwhile, of an undo: what stands in its way

    bool ok() const { return refusal == Refusal::None; }
};

} // namespace model
