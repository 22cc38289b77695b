// Keeps a password out of core files (security.md T36): for the first line of every main().
#pragma once

namespace session {

/// No core files, and no other process of the same user may read our memory. False if the system refused.
bool refuseMemoryDumps();

} // namespace session
