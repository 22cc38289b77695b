// Outlook Express 5 and 6: the identities of a person, their accounts in the registry, their folders on disk.
#pragma once

#include "mailapps/reader.h"

namespace mailapps {

model::MailApp readOutlookExpress(const Places &places);

namespace outlookexpress {

/// One person in the program, with a folder of mail and accounts of its own.
struct Identity
{
    QString id; ///< "{GUID}"; empty: accounts without an identity
    QString name;
    QString accounts; ///< registry key
    QString store; ///< folder of the .dbx files; empty: none
    QString why; ///< word of model::Unreadable for a store that is named and may not be read
    QString named; ///< the store as the registry has it
    bool isDefault = false;
};

QList<Identity> identities(const Places &places);

/// "Outbox.dbx"; the names of these files are in the language of the program.
bool isOutboxFile(const QString &file);

} // namespace outlookexpress

} // namespace mailapps
