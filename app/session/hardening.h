// What a program does before anything else so that nobody listens in or slips something under it (security.md
// T18, T36): for the first lines of every main().
#pragma once

namespace session {

/// No core files, and no other process of the same user may read our memory. False if the system refused.
bool refuseMemoryDumps();

/// Libraries that are loaded from now on by name alone come from the system's folder: not from the folder of
/// the program, from the current one or from PATH. Only Windows looks there.
bool trustSystemLibrariesOnly();

} // namespace session
