// What the machine sees of one account's settings, for a step that changes them.
#pragma once

#include "knowledge/guide_watch.h"

namespace knowledge {

using Seen = std::optional<bool>; // empty: cannot be told

QStringList accountWatchKinds();

Seen seenOfAccount(const QString &kind, const model::Account &account, const GuideAim &aim);

} // namespace knowledge
