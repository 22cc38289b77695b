// What the journal keeps beyond what it shows: where each file of an entry stood, by hash. For this folder
// only.
#pragma once

#include "remedies/disk.h"
#include "remedies/journal.h"
#include "remedies/registry_store.h"

#include <QJsonObject>
#include <optional>

namespace remedies {

/// One file of an entry, or one value of the registry.
struct Part
{
    bool registry = false; ///< then `before` and `after` are words of encoded(), and there is no `temp`
    QString path; ///< or the key
    QString name; ///< of the value
    QString owner; ///< asked before every replacement, see owner.h
    QString backup; ///< the copy made before
    QString temp; ///< stands beside `path` while it is exchanged
    QByteArray before, after; ///< SHA-256, hexadecimal; `after` empty: no file stands there then
    disk::Stand like; ///< mode and group to restore
    bool beside = false; ///< mail: if somebody wrote the file since, bring it back under another name
    QString back; ///< that name, once it is chosen
    bool restored = false; ///< mail: an undo has put it back; if it is gone again, the program has sent it
};

/// How a part stands now.
enum class Now
{
    Before, ///< as it was
    After, ///< as we left it
    Gone,
    Other ///< somebody wrote it since, or something else stands there
};
Now now(const Part &part, const RegistryStore &registry);
/// Writes the value that `word` says, or takes it away.
model::Outcome setValue(RegistryStore &registry, const Part &part, const QByteArray &word);

/// A file that went along, and goes back if its place is free (an index that the program can make anew).
struct Move
{
    QString from, to;
};

struct Record
{
    model::JournalEntry entry;
    QList<Part> parts;
    QList<Move> moves;
    bool undoing = false; ///< an undo has begun and is not finished
    /// Mail alone: originals may have gone. Until then a folder that is empty was emptied by its program,
    /// which has sent what was in it; to bring that back would send it twice.
    bool begun = false;
    QString undoes; ///< id of the entry whose keys this one puts back; it is told as that entry's end
};

/// Puts the indexes of mail folders aside, and back where nobody has made a new one.
model::Outcome takeIndexes(const Record &record);
void returnIndexes(const Record &record);

QJsonObject toJson(const Record &record);
/// Nothing if a field is missing or of the wrong kind: such a line is no basis for touching a file.
std::optional<Record> recordFrom(const QJsonObject &object);

struct Journal::State
{
    State(const QString &folder, std::shared_ptr<RegistryStore> registry);

    QString folder;
    std::shared_ptr<RegistryStore> registry;
    QList<Record> records; ///< in the order in which they began
    std::unique_ptr<disk::Lock> lock; ///< null: another Todoku holds it, or the folder cannot be made

    QString file() const { return folder + QStringLiteral("/journal.jsonl"); }
    QString backups() const { return folder + QStringLiteral("/backups"); }
    QString newId() const;
    Now now(const Part &part) const { return remedies::now(part, *registry); }
    bool all(const Record &record, Now wanted) const;
    bool any(const Record &record, Now wanted) const;
    model::Outcome write(const QJsonObject &object);
    Record *find(const QString &id);
    /// Appends the record as it stands now and waits until it is on the disk.
    model::Outcome keep(const Record &record);
    /// A short line for one part alone.
    model::Outcome keepRestored(Record &record, qsizetype part);
    /// Puts the backup of one part in the place of what `after` names; the caller has checked that.
    model::Outcome restore(const Part &part);
    model::Outcome restoreValue(const Part &part);
    model::Outcome restoreBeside(const Part &part);
    /// Takes away mail that a crash left half way: what has gone already may have been sent by the program
    /// meanwhile, so the way ahead is the only one that sends nothing twice.
    model::Outcome goAhead(const Part &part);
    /// Every part back, and what moved along. What is back already costs nothing, so an interrupted undo can
    /// go on. `where` names a file that had to be brought back under another name.
    model::Outcome putBack(Record &record, QString *where);
    /// Chooses names for mail whose place is taken, and keeps them: an undo that is interrupted goes on with
    /// the same.
    model::Outcome chooseNames(Record &record);
    /// Refuses before anything is touched: a half undone entry helps nobody.
    model::Outcome mayUndo(const Record &record) const;
    /// The content never got as far as a whole copy, so the file was not exchanged.
    bool neverBegan(const Record &record) const;
    /// Of an attempt that came to nothing: copies of mail that stands untouched, halves of copies.
    void discardCopies(const Record &record) const;
    /// What of the entry, or of this part of it, no longer stands as it was written.
    QList<model::Clash> clashes(const Record &record) const;
    QList<model::Clash> clashes(const Record &record, const Part &part, Now state) const;
    /// What was written is there, be it in a file that the program has written anew since.
    bool stands(const Record &record, const Part &part) const;
    /// Another entry has put this one's keys back. Returns `outcome`, unless that cannot be kept.
    model::Outcome noteUndone(const QString &id, const model::Outcome &outcome);
    bool settleMail(Record &record);
    bool bringBackLost(const Record &record);
    /// Decides about an entry that a crash left unfinished; false: it must wait (the program is open, the
    /// disk is full, somebody holds a file).
    bool settle(Record &record);
    /// After a refusal: files that were exchanged go back, temporary ones go away. What cannot be done now
    /// stays "intended" and is settled at the next start.
    void rollBack(Record record);
    void load();
};

} // namespace remedies
