// thunderbird.go-online: a Thunderbird that starts offline neither sends nor receives, and says little about
// it.
#pragma once

#include "remedies/prefs_remedy.h"

namespace remedies {

class ThunderbirdOnline : public PrefsRemedy
{
public:
    QString id() const override { return QStringLiteral("thunderbird.go-online"); }

protected:
    bool concerns(const model::Case &visit, const model::AppProfile &profile) const override;
    /// offline.startup_state and network.online, nothing else.
    QList<Wish> wishes(const model::Case &visit, const model::AppProfile &profile,
                       const mailapps::Prefs &prefs) const override;
};

} // namespace remedies
