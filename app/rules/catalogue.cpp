#include "rules/families.h"

namespace rules {

const QList<Rule> &catalogue()
{
    static const QList<Rule> rules{
        lineLink,       lineIpv6,         lineReach,   linePort25,    lineMailPorts,  lineMailProxy,
        lineOutside,    lineLargePackets, lineLossy,   lineUpload,    lineMiddlebox,  clock,
        interception,   nameService,      nameServers, hostsOverride, serverDoors,    serverAddresses,
        serverVoice,    connectionLimit,  encryption,  certificates,  login,          loginTime,
        popBeforeSmtp,  cutAtStep,        mailbox,     mailboxHabits, mailboxBlocker, submitPatience,
        submitRefusals, submitSize,       appTimeout,  appOutbox,     appSettings,    appStores,
        appKind,
    };
    return rules;
}

} // namespace rules
