// Takes a mail folder out of a program's reach without losing a byte: a verified copy of the whole file,
// every message as a file of its own, and only then an empty folder in its place.
#pragma once

#include "model/change.h"
#include "remedies/journal.h"

#include <QList>
#include <QString>
#include <functional>

namespace remedies {

struct MailFolder
{
    QString path; ///< an mbox file
    QString owner; ///< owner.h
    QString profile; ///< beside it lies what is set aside if the journal is on another disk
    int messages = 0; ///< as counted before, for the preview
};

enum class AsideStep
{
    Intended = 1, ///< the journal says so
    Copied, ///< the whole folder, read back
    Split, ///< every message as .eml
    Emptied, ///< an empty file stands in its place
    Recorded ///< the journal says done
};

struct Record;

class SetAside
{
public:
    using Observer = std::function<void(AsideStep)>; ///< told after each step; for tests

    SetAside(Journal &journal, const QString &remedy, Observer observer = {});

    /// All folders, or none. Needs twice their size (DiskFull says how much); memory does not grow with them.
    model::Outcome run(const QList<MailFolder> &folders);

    /// Where the messages of a folder go: below the journal, or beside the profile where that is another
    /// disk. A folder of that name is made by run(), with mode 0700.
    static QString place(const Journal &journal, const MailFolder &folder);

private:
    model::Outcome prepare(const QList<MailFolder> &folders, Record &record);
    model::Outcome copy(const Record &record);
    model::Outcome split(const Record &record);
    model::Outcome empty(const Record &record);
    void passed(AsideStep step) const;

    Journal &m_journal;
    QString m_remedy;
    Observer m_observer;
};

} // namespace remedies
