// sylpheedrc and clawsrc, key by key. Both programs write the whole file anew whenever they close.
#pragma once

#include "remedies/settings_format.h"

namespace remedies {

/// Of the section that belongs to no account.
const SettingsFormat &sylpheedFormat();

} // namespace remedies
