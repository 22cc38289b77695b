// 秀丸メール (Hidemaru Mail, once TuruKame): that it is here, and where its mail lies. How it writes down its
// accounts is not documented; they are not read.
#pragma once

#include "mailapps/reader.h"

namespace mailapps {

model::MailApp readHidemaru(const Places &places);

} // namespace mailapps
