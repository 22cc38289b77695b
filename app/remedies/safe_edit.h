// Exchanges the content of other programs' settings files so that, whatever happens in between, each file is
// exactly as before or exactly as intended, and can be put back later.
#pragma once

#include "model/change.h"
#include "remedies/journal.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <functional>

namespace remedies {

/// The stations of one change, in this order. With several files each station is passed for all of them, from
/// Recheck to Readback file by file.
enum class EditStep
{
    Running = 1, ///< E1: the program is closed
    Examined, ///< E2: plain, ours, hashed
    Patched, ///< E3: the new content is known
    Agreed, ///< E4: the person has seen the preview; this engine is called after it
    Intended, ///< E5: the journal says so
    BackedUp, ///< E6
    Written, ///< E7: the new content stands beside, read back
    Rechecked, ///< E8: still closed, still the same file
    Replaced, ///< E9
    Synced, ///< E10: the folder is on the disk
    ReadBack, ///< E11
    Recorded ///< E12: the journal says done
};

/// Told after each station; for tests, which end the process or meddle with files there.
using EditObserver = std::function<void(EditStep)>;

/// What to make of a file's content.
struct Patch
{
    QByteArray bytes;
    QList<model::Change> changes;
    model::Refusal refusal = model::Refusal::None;
    QString detail;
};

struct Edit
{
    QString path;
    QString owner; ///< owner.h: who must be closed
    std::function<Patch(const QByteArray &)> patch; ///< pure
};

struct Record;

class SafeEdit
{
public:
    SafeEdit(Journal &journal, const QString &remedy, EditObserver observer = {});

    /// All files, or none. Ok with detail "program-started" means: made, but the program was started
    /// meanwhile and may write its own settings over it.
    model::Outcome run(const QList<Edit> &edits);

private:
    friend class Journal;
    model::Outcome prepare(const QList<Edit> &edits, Record &record, QList<QByteArray> &contents);
    model::Outcome store(const Record &record, const QList<QByteArray> &contents);
    model::Outcome exchange(const Record &record);
    model::Outcome giveUp(Record record, model::Outcome why);
    void passed(EditStep step) const;

    Journal &m_journal;
    QString m_remedy;
    bool m_lost = false; ///< a file is in no place, and could not be brought back just now
    EditObserver m_observer;
    QString m_undoes; ///< id of the entry whose keys this edit puts back
};

} // namespace remedies
