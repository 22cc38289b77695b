#include "remedies/thunderbird_online.h"

#include "mailapps/thunderbird.h"

namespace remedies {

namespace thunderbird = mailapps::thunderbird;

bool ThunderbirdOnline::concerns(const model::Case &, const model::AppProfile &profile) const
{
    return profile.offline == true;
}

QList<Wish> ThunderbirdOnline::wishes(const model::Case &, const model::AppProfile &,
                                      const mailapps::Prefs &prefs) const
{
    QList<Wish> list;
    // "Remember the last state" is a choice that the person may keep; "always offline" cannot stay.
    if (prefs.number(thunderbird::startupPref) == int(thunderbird::AlwaysOffline))
        list.append({thunderbird::startupPref.toByteArray(), int(thunderbird::AlwaysOnline)});
    if (prefs.flag(thunderbird::onlinePref) == false)
        list.append({thunderbird::onlinePref.toByteArray(), true});
    return list;
}

} // namespace remedies
