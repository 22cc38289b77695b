// Takes a mail folder out of a program's reach without losing a byte: a verified copy of every file, every
// message as a file of its own that any mail program opens, and only then an empty folder in its place.
#pragma once

#include "model/change.h"
#include "remedies/journal.h"

#include <QList>
#include <QString>
#include <functional>

namespace remedies {

struct MailFolder
{
    enum class Kind
    {
        Mbox, ///< one file; an empty one takes its place. "<path>.msf" goes along
        Bmf, ///< one file of Becky!, messages end with a line that holds a dot alone; an empty one stays
        EmlFolder, ///< a folder with one .eml for each message (Live Mail); they go, the folder stays
        MhFolder ///< a folder with one file for each message, named by number (Sylpheed, Claws Mail)
    };
    QString path; ///< of the file, or of the folder
    QString owner; ///< owner.h
    QString profile; ///< beside it lies what is set aside if the journal is on another disk
    int messages = 0; ///< as counted before, for the preview
    Kind kind = Kind::Mbox;
    QString index = {}; ///< a file that goes along because the program makes it anew (Becky!'s Folder.idx)
};

enum class AsideStep
{
    Intended = 1, ///< the journal says so
    Copied, ///< all of it, read back
    Split, ///< every message as .eml
    Begun, ///< the journal says that the originals are about to go
    Emptied, ///< the program finds an empty folder
    Recorded ///< the journal says done
};

struct Record;

class SetAside
{
public:
    using Observer = std::function<void(AsideStep)>; ///< told after each step; for tests

    SetAside(Journal &journal, const QString &remedy, Observer observer = {});

    /// All folders, or none. Needs up to twice their size (DiskFull says how much); memory does not grow with
    /// them. NotPlainFile with detail "too many" above messageCap files.
    model::Outcome run(const QList<MailFolder> &folders);

    /// Where the messages of a folder go: below the journal, or beside the profile where that is another
    /// disk. A folder of that name is made by run(), with mode 0700.
    static QString place(const Journal &journal, const MailFolder &folder);

private:
    model::Outcome prepare(const QList<MailFolder> &folders, Record &record);
    model::Outcome take(const MailFolder &folder, const QString &path, const QString &own, Record &record);
    model::Outcome copy(const Record &record);
    model::Outcome split(const Record &record);
    model::Outcome examineAgain(const Record &record);
    model::Outcome empty(const Record &record);
    void passed(AsideStep step) const;

    Journal &m_journal;
    QString m_remedy;
    Observer m_observer;
    QList<MailFolder::Kind> m_kinds; ///< of each part of the record that is being made
    int m_number = 0; ///< of the file within its folder
};

/// Files of a folder that are taken at once: so that one entry of the journal stays far below its cap.
inline constexpr int messageCap = 10'000;

} // namespace remedies
