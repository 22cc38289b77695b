// Is a Mozilla profile open in a program now? Asked of the system, never of a file's mere existence: the lock
// file stays behind after a normal exit and after a crash.
#pragma once

#include <QString>

namespace mailapps {

/// Takes no lock and changes nothing. In doubt true: an edit under a running program would be lost.
bool profileInUse(const QString &profile);

} // namespace mailapps
