// Does a version of a program lie in a range like "11-12"? What the version does not say is not guessed.
#pragma once

#include <QString>

namespace knowledge {

/// "12", "11-12", "14-16.0.6000", "17-".
bool isVersionRange(const QString &range);

/// Both ends belong to the range, with all that begins like them: 12.0.4518 lies in "11-12". A version that
/// is empty, or too short to tell ("16.0" against "14-16.0.6000"), lies in none.
bool liesIn(const QString &version, const QString &range);

} // namespace knowledge
