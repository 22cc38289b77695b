// Which change does a task in the mail program that is used: "thunderbird.raise-timeout" for "raise-timeout".
#pragma once

#include "wizard/shell/visit.h"

namespace wizard::screens {

/// Of the chosen program; where none is chosen, of the first that needs it. Empty: nothing can be done for
/// the person, only shown.
QString remedyFor(shell::Visit &visit, QStringView task);

} // namespace wizard::screens
