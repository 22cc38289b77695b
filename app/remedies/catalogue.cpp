#include "remedies/remedy.h"
#include "remedies/thunderbird_leave.h"
#include "remedies/thunderbird_online.h"
#include "remedies/thunderbird_outbox.h"
#include "remedies/thunderbird_servers.h"
#include "remedies/thunderbird_timeout.h"

namespace remedies {

const QList<const Remedy *> &catalogue()
{
    // One line per remedy, in the order in which they help: first stop the repetition, then cure the cause.
    static const ThunderbirdOutbox outbox;
    static const ThunderbirdTimeout timeout;
    static const ThunderbirdOnline online;
    static const ThunderbirdServers servers;
    static const ThunderbirdLeave leave;
    static const QList<const Remedy *> remedies{&outbox, &timeout, &online, &servers, &leave};
    return remedies;
}

const Remedy *remedyNamed(const QString &id)
{
    for (const Remedy *remedy : catalogue())
        if (remedy->id() == id)
            return remedy;
    return nullptr;
}

} // namespace remedies
