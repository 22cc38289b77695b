// Thunderbird's prefs.js, key by key. The program writes the whole file anew whenever it closes, so what
// Todoku wrote is there as a rule, and the rest is not as it was.
#pragma once

#include "remedies/settings_format.h"

namespace remedies {

const SettingsFormat &prefsFormat();

} // namespace remedies
