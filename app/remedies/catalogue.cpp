#include "mailapps/sylpheed.h"
#include "remedies/live_mail_servers.h"
#include "remedies/live_mail_timeout.h"
#include "remedies/outbox_remedy.h"
#include "remedies/outlook_express_timeout.h"
#include "remedies/remedy.h"
#include "remedies/sylpheed_timeout.h"
#include "remedies/thunderbird_leave.h"
#include "remedies/thunderbird_online.h"
#include "remedies/thunderbird_servers.h"
#include "remedies/thunderbird_timeout.h"

namespace remedies {

namespace {

using Kind = MailFolder::Kind;

QString text(const char *word)
{
    return QString::fromLatin1(word);
}

} // namespace

const QList<const Remedy *> &catalogue()
{
    // One line per remedy, in the order in which they help: first stop the repetition, then cure the cause.
    const auto &sylpheed = mailapps::sylpheed::sylpheed();
    const auto &claws = mailapps::sylpheed::clawsMail();
    static const OutboxRemedy thunderbirdOutbox({text("thunderbird"), Kind::Mbox, {}});
    static const OutboxRemedy liveMailOutbox(
        {text("windows-live-mail"), Kind::EmlFolder, liveMailExecutables()});
    static const OutboxRemedy sylpheedOutbox({sylpheed.id, Kind::MhFolder, sylpheed.executables});
    static const OutboxRemedy clawsOutbox({claws.id, Kind::MhFolder, claws.executables});
    static const OutboxRemedy beckyOutbox({text("becky"), Kind::Bmf, {text("B2.exe")}});
    static const ThunderbirdTimeout thunderbirdTimeout;
    static const LiveMailTimeout liveMailTimeout(text("windows-live-mail"));
    static const LiveMailTimeout windowsMailTimeout(text("windows-mail"));
    static const OutlookExpressTimeout outlookExpressTimeout;
    static const SylpheedTimeout sylpheedTimeout(sylpheed);
    static const SylpheedTimeout clawsTimeout(claws);
    static const ThunderbirdOnline thunderbirdOnline;
    static const ThunderbirdServers thunderbirdServers;
    static const ThunderbirdLeave thunderbirdLeave;
    static const LiveMailServers liveMailServers(text("windows-live-mail"));
    static const LiveMailServers windowsMailServers(text("windows-mail"));
    static const QList<const Remedy *> remedies{
        &thunderbirdOutbox,     &liveMailOutbox,     &sylpheedOutbox,     &clawsOutbox,
        &beckyOutbox,           &thunderbirdTimeout, &liveMailTimeout,    &windowsMailTimeout,
        &outlookExpressTimeout, &sylpheedTimeout,    &clawsTimeout,       &thunderbirdOnline,
        &thunderbirdServers,    &liveMailServers,    &windowsMailServers, &thunderbirdLeave};
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
