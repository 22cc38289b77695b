// thunderbird.leave-on-server: lets the copies that Thunderbird leaves in the mailbox go after a while, so
// that the mailbox does not fill up.
#pragma once

#include "remedies/prefs_remedy.h"

namespace remedies {

/// Leaving copies is never switched off: a phone, or a second PC, may fetch the same mail. Copies that this
/// program has fetched whole are removed once they are old; what it has not fetched is never touched.
class ThunderbirdLeave : public PrefsRemedy
{
public:
    QString id() const override { return QStringLiteral("thunderbird.leave-on-server"); }

protected:
    bool concerns(const model::Case &visit, const model::AppProfile &profile) const override;
    /// delete_by_age_from_server, and num_days_to_leave_on_server where it is shorter than a fortnight: a
    /// longer time that the person chose stays.
    QList<Wish> wishes(const model::Case &visit, const model::AppProfile &profile,
                       const mailapps::Prefs &prefs) const override;
};

} // namespace remedies
