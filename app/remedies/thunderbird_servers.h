// thunderbird.servers-as-pack: server names, ports, encryption and log-in of the visit's account as its
// provider publishes them, where the provider's own door was seen to answer in this visit.
#pragma once

#include "remedies/prefs_remedy.h"

namespace remedies {

class ThunderbirdServers : public PrefsRemedy
{
public:
    QString id() const override { return QStringLiteral("thunderbird.servers-as-pack"); }

protected:
    bool concerns(const model::Case &visit, const model::AppProfile &profile) const override;
    /// Only what is amiss (model/amiss.h), and of that only what differs. Nothing that would let a password
    /// go out unencrypted; no log-in name that the provider did not accept in this visit; no server for
    /// sending that accounts of another provider use as well.
    QList<Wish> wishes(const model::Case &visit, const model::AppProfile &profile,
                       const mailapps::Prefs &prefs) const override;
};

} // namespace remedies
