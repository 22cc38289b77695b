#include "remedies/timeout_need.h"

#include "model/patience.h"

namespace remedies {

int wantedTimeout(const model::Case &visit)
{
    constexpr int standard = 600; // RFC 5321 section 4.5.3.2.6
    const int needed = model::neededTimeoutSeconds(visit);
    return needed > 0 ? needed : standard;
}

} // namespace remedies
