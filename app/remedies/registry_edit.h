// Changes values of the registry under the same promises as safe_edit.h makes for files: every value is as
// before or as intended, the journal says which, and it can be put back.
#pragma once

#include "remedies/registry_store.h"
#include "remedies/safe_edit.h"

namespace remedies {

struct ValueEdit
{
    QString key; ///< "HKCU\Software\Microsoft\…", which must exist
    QString name; ///< of the value; never one that holds a password
    QString owner; ///< owner.h: who must be closed
    RegistryData wanted; ///< RegistryData::number() or ::text()
};

class RegistryEdit
{
public:
    RegistryEdit(Journal &journal, const QString &remedy, EditObserver observer = {});

    /// All values, or none. The backup is a .reg file in the journal's folder, mode 0600. NotApplicable if
    /// all stand as wanted already. Ok with detail "program-started" as in SafeEdit.
    model::Outcome run(const QList<ValueEdit> &edits);

private:
    model::Outcome prepare(const QList<ValueEdit> &edits, Record &record, QByteArray &backup);
    model::Outcome exchange(const Record &record);
    void passed(EditStep step) const;

    Journal &m_journal;
    QString m_remedy;
    EditObserver m_observer;
};

} // namespace remedies
