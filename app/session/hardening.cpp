#include "session/hardening.h"

#ifdef __unix__
#include <sys/resource.h>
#endif
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace session {

bool refuseMemoryDumps()
{
    bool done = true;
#ifdef __unix__
    const rlimit none{0, 0};
    done = setrlimit(RLIMIT_CORE, &none) == 0;
#endif
#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__)
    // A core pattern that starts a program ignores the limit; this flag it obeys. Not in a sanitizer build,
    // whose leak checker must be able to look into us.
    done = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && done;
#endif
    return done;
}

} // namespace session
