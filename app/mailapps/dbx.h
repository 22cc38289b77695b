// A .dbx file of Outlook Express: one folder of mail, or one of its lists. Only the header is read. Layout
// after the published analyses by A. Schloh ("OE dbx file format") and the dbx-utils ("dbx5.txt").
#pragma once

#include <QString>

namespace mailapps {

struct Dbx
{
    enum class Kind
    {
        Folder, ///< messages
        List, ///< Folders.dbx, Pop3uidl.dbx, Offline.dbx
        Broken ///< see `why`
    };
    Kind kind = Kind::Broken;
    QString why; ///< word of model::Unreadable
    qint64 bytes = 0; ///< of the file
    int messages = 0; ///< of Folder
};

Dbx readDbx(const QString &path);

/// Above this Outlook Express can add nothing to the file any more.
inline constexpr qint64 dbxLimit = 2LL * 1024 * 1024 * 1024 - 1;

} // namespace mailapps
