// How long a mail program should wait for this server.
#pragma once

#include "model/case.h"

namespace remedies {

/// Seconds: what was measured or recommended (model/patience.h), else what RFC 5321 section 4.5.3.2.6 asks a
/// sender for: 600.
int wantedTimeout(const model::Case &visit);

} // namespace remedies
