// Becky! Internet Mail 2: mailboxes with their accounts, and what waits to be sent. Where it keeps its
// waiting time is not documented; it is not read.
#pragma once

#include "mailapps/key_value_file.h"
#include "mailapps/reader.h"

#include <QStringList>

namespace mailapps {

model::MailApp readBecky(const Places &places);

namespace becky {

/// One folder that holds mailboxes. The person may choose it; then the registry has it.
struct DataFolder
{
    QString path;
    QString why; ///< empty: may be read; "outside": points to a place that is not this person's
};
QList<DataFolder> dataFolders(const Places &places);

/// Names of the folders of all mailboxes (*.mb), in the order in which the program shows them.
QStringList mailboxes(const QString &dataFolder, QList<model::Unreadable> *unreadable);

/// Of a Mailbox.ini.
std::optional<model::Account> account(const KeyValueFile &mailboxIni);

/// The folders of one mailbox in which mail waits; existing ones only.
QStringList outboxes(const QString &mailbox);

} // namespace becky

} // namespace mailapps
