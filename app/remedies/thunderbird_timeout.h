// thunderbird.raise-timeout: lets Thunderbird wait as long as this server needs, so that a mail that was
// taken is not sent again.
#pragma once

#include "remedies/prefs_remedy.h"

namespace remedies {

class ThunderbirdTimeout : public PrefsRemedy
{
public:
    QString id() const override { return QStringLiteral("thunderbird.raise-timeout"); }

protected:
    bool concerns(const model::Case &visit, const model::AppProfile &profile) const override;
    /// mailnews.tcptimeout = wantedTimeout(), if that is more than now: it never lowers.
    QList<Wish> wishes(const model::Case &visit, const model::AppProfile &profile,
                       const mailapps::Prefs &prefs) const override;
};

} // namespace remedies
