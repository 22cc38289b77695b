#include "session/hardening.h"

#ifndef _WIN32

#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace session {

bool refuseMemoryDumps()
{
    const rlimit none{0, 0};
    bool done = setrlimit(RLIMIT_CORE, &none) == 0;
#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__)
    // A core pattern that starts a program ignores the limit; this flag it obeys. Not in a sanitizer build,
    // whose leak checker must be able to look into us.
    done = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && done;
#endif
    return done;
}

bool trustSystemLibrariesOnly()
{
    return true; // a bare name is looked up in the system's folders anyway
}

} // namespace session

#endif
