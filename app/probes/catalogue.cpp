// The plain table of all probes: a new one is its own files and a line here.
#include "probes/arrive.h"
#include "probes/link.h"
#include "probes/login.h"
#include "probes/look.h"
#include "probes/probe.h"
#include "probes/resolve.h"
#include "probes/submit_timing.h"

namespace probes {

const QList<Kind> &catalogue()
{
    static const QList<Kind> table = {
        {"link", &Link::due, &Link::make},
        {"resolve", &Resolve::due, &Resolve::make},
        {"look", &look::due, &look::make},
        {"login", &login::due, &login::make},
        {"submit", &submit_timing::due, &submit_timing::make},
        {"arrive", &arrive::due, &arrive::make},
    };
    return table;
}

} // namespace probes
