#include "remedies/file_remedy.h"

#include "mailapps/plain_file.h"

#include <algorithm>

namespace remedies {

using model::Outcome;
using model::Refusal;

bool FileRemedy::applies(const model::Case &visit) const
{
    return !preview(visit).isEmpty();
}

QList<model::Change> FileRemedy::preview(const model::Case &visit) const
{
    QList<model::Change> changes;
    for (const Edit &edit : edits(visit)) {
        const mailapps::FileBytes file = mailapps::readPlainFile(edit.path, mailapps::prefsCap);
        if (!file.why.isEmpty())
            continue;
        const Patch patch = edit.patch(file.bytes);
        if (patch.refusal == Refusal::None)
            changes += patch.changes;
    }
    return changes;
}

Outcome FileRemedy::apply(const model::Case &visit, Journal &journal) const
{
    QList<Edit> wanted;
    for (const Edit &edit : edits(visit)) {
        const mailapps::FileBytes file = mailapps::readPlainFile(edit.path, mailapps::prefsCap);
        // A file that cannot be read is passed on: the edit knows best what to call it.
        if (!file.why.isEmpty() || edit.patch(file.bytes).refusal != Refusal::NotApplicable)
            wanted.append(edit);
    }
    if (!wanted.isEmpty())
        return SafeEdit(journal, id()).run(wanted);
    Outcome none;
    none.refusal = Refusal::NotApplicable;
    return none;
}

bool FileRemedy::verify(const model::JournalEntry &entry) const
{
    return !entry.changes.isEmpty()
        && std::all_of(entry.changes.begin(), entry.changes.end(), [this](const model::Change &change) {
               const mailapps::FileBytes file = mailapps::readPlainFile(change.file, mailapps::prefsCap);
               return file.why.isEmpty() && valueIn(file.bytes, change.key) == change.newValue;
           });
}

} // namespace remedies
