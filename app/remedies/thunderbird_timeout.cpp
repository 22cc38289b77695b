#include "remedies/thunderbird_timeout.h"

#include "mailapps/thunderbird.h"
#include "remedies/timeout_need.h"

namespace remedies {

namespace thunderbird = mailapps::thunderbird;

bool ThunderbirdTimeout::concerns(const model::Case &visit, const model::AppProfile &profile) const
{
    return profile.timeoutSeconds && *profile.timeoutSeconds < wantedTimeout(visit);
}

QList<Wish> ThunderbirdTimeout::wishes(const model::Case &visit, const model::AppProfile &,
                                       const mailapps::Prefs &prefs) const
{
    const int wanted = wantedTimeout(visit);
    if (prefs.number(thunderbird::timeoutPref).value_or(thunderbird::defaultTimeout) >= wanted)
        return {};
    return {{thunderbird::timeoutPref.toByteArray(), wanted}};
}

} // namespace remedies
