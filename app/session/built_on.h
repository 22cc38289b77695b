// The day on which this program was built: a clock that shows an earlier one is wrong.
#pragma once

#include <QDate>

namespace session {

/// Of the compiler's clock, or SOURCE_DATE_EPOCH where the build sets it (reproducible-builds.org).
QDate builtOn();

} // namespace session
