// The two programs of Windows that keep no settings which could be read: the new Outlook, whose mail is
// fetched and sent by Microsoft's servers, and Mail of Windows 10 and 11, which stopped working at the end of
// 2024. Found, no more: the path of the one profile is where it was found, and it is the default one if it
// was ever opened.
#pragma once

#include "mailapps/reader.h"

namespace mailapps {

model::MailApp readNewOutlook(const Places &places);
model::MailApp readWindows10Mail(const Places &places);

} // namespace mailapps
