// The record of every change: written before it is made, kept with its backup, the basis of undo and of
// recovery.
#pragma once

#include "model/change.h"

#include <QList>
#include <QString>
#include <memory>

namespace remedies {

class RegistryStore;

class Journal
{
public:
    /// `folder` is created with mode 0700. Empty: the person's own data folder (XDG_DATA_HOME/todoku,
    /// %LOCALAPPDATA%\Todoku). `registry`: what entries about it are undone in; none: this machine's.
    explicit Journal(const QString &folder = {}, std::shared_ptr<RegistryStore> registry = {});
    ~Journal();

    /// Where a journal given this folder keeps its files; nothing is made there.
    static QString folderFor(const QString &given);

    /// False while another Todoku holds it: reading works, changing is refused (faults.md F28).
    bool writable() const;
    QString folder() const;
    QList<model::JournalEntry> entries() const;

    /// Puts the state before `entry` back; never overwrites later changes. Where a settings file has moved on
    /// but the values that the entry wrote stand (a program that writes its file anew when it closes), these
    /// values alone go back: ok with detail "keys-only". Mail comes back under another name where its own is
    /// taken: ok with that path as detail. Else ChangedMeanwhile, and `conflict` says what stands there.
    model::Outcome undo(const QString &entry);
    /// After a crash: finishes or rolls back every "intended" entry by comparing hashes, never by guessing.
    QList<model::JournalEntry> recover();

private:
    model::Outcome undoKeys(const QString &entry);

    friend class RegistryEdit;
    friend class SafeEdit;
    friend class SetAside;
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace remedies
