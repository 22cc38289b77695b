// The plain table of all probes: a new one is its own files and a line here.
#include "probes/again.h"
#include "probes/arrive.h"
#include "probes/control.h"
#include "probes/fetch.h"
#include "probes/gateway.h"
#include "probes/junk.h"
#include "probes/link.h"
#include "probes/login.h"
#include "probes/look.h"
#include "probes/name_server.h"
#include "probes/path.h"
#include "probes/probe.h"
#include "probes/resolve.h"
#include "probes/submit_timing.h"
#include "probes/tls_look.h"
#include "probes/web.h"

namespace probes {

const QList<Kind> &catalogue()
{
    static const QList<Kind> table = {
        {"link", &Link::due, &Link::make},
        {"resolve", &Resolve::due, &Resolve::make},
        {"gateway", &Gateway::due, &Gateway::make},
        {"name-server", &NameServer::due, &NameServer::make},
        {"web", &Web::due, &Web::make},
        {"control", &control::due, &control::make},
        {"path", &path::due, &path::make},
        {"look", &look::due, &look::make},
        {"tls-look", &TlsLook::due, &TlsLook::make},
        {"again", &Again::due, &Again::make},
        // Asked from the end: where only one may log in at a time, what takes longest comes last.
        {"fetch", &fetch::due, &fetch::make},
        {"junk", &junk::due, &junk::make},
        {"login", &login::due, &login::make},
        {"submit", &submit_timing::due, &submit_timing::make},
        {"arrive", &arrive::due, &arrive::make},
    };
    return table;
}

} // namespace probes
