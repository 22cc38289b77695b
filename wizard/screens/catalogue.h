// The plain table of all screens. A new screen is one pair of files and one line in catalogue.cpp.
#pragma once

#include "wizard/shell/screen.h"

namespace wizard::screens {

const QList<shell::ScreenEntry> &catalogue();

} // namespace wizard::screens
