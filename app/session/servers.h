// Which servers this visit is about: what the mail program has set, and what the provider's pack says.
#pragma once

#include "model/case.h"

namespace session {

/// Without doubles: the account's own first, then the pack's.
QList<model::Endpoint> configuredServers(const model::Case &visit);

/// Where a log-in may be tried: spoken to as far as its capabilities, over encryption without an error.
std::optional<model::Endpoint> loginServer(const model::Case &visit);

} // namespace session
