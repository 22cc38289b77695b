// Windows Live Mail, and Windows Mail of Vista, which keeps its files the same way: accounts, waiting time,
// outbox.
#pragma once

#include "mailapps/reader.h"

namespace mailapps {

model::MailApp readWindowsLiveMail(const Places &places);
model::MailApp readWindowsMail(const Places &places);

/// Names of the folder of mail that waits, as found on disks so far: in Windows Mail it is "Outbox" below
/// "Local Folders"; of Live Mail neither the place nor its Japanese name is documented, so both are looked
/// for below every folder.
bool isOutboxName(const QString &folder);

} // namespace mailapps
