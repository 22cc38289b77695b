#include "probes/look_smtp.h"

#include "probes/reply_seen.h"

namespace probes {

void LookSmtp::offered(const net::SmtpReply &reply)
{
    note(offersOf(reply));
    quit();
}

} // namespace probes
