#include "probes/look_imap.h"

#include "probes/reply_seen.h"

namespace probes {

void LookImap::offered(const QByteArrayList &capabilities)
{
    note(offersOf(capabilities));
    logout();
}

} // namespace probes
