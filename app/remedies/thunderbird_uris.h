// The settings that name a Thunderbird folder by its server and user: where copies of sent mail go, drafts,
// junk. When a server gets another name, they have to follow, or the next copy finds no place.
#pragma once

#include "mailapps/thunderbird.h"
#include "remedies/prefs_remedy.h"

namespace remedies {

/// What must change along with `wanted` (which exchanges the host or user of `branch`). Nothing if something
/// cannot follow: filters that name the old folders, settings in the style before version 102
/// (realhostname), mail kept outside the profile, a folder whose name holds what we do not write.
std::optional<QList<Wish>> movedUris(const model::AppProfile &profile,
                                     const mailapps::thunderbird::Settings &settings,
                                     const mailapps::Prefs &prefs, const QByteArray &branch,
                                     const QList<Wish> &wanted);

} // namespace remedies
