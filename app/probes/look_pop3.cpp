#include "probes/look_pop3.h"

#include "probes/reply_seen.h"

namespace probes {

void LookPop3::offered(const net::Pop3Reply &capa)
{
    note(offersOf(capa));
    quit();
}

} // namespace probes
