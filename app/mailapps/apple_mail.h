// Mail on a Mac: that it is used, and where its mail lies. Its accounts are kept in the system's own
// database, which other programs see only with Full Disk Access; they are not read.
#pragma once

#include "mailapps/reader.h"

namespace mailapps {

model::MailApp readAppleMail(const Places &places);

} // namespace mailapps
