#include "rules/families.h"

namespace rules {

const QList<Rule> &catalogue()
{
    static const QList<Rule> rules{
        lineLink,       lineIpv6,       linePort25,  lineUpload,      lineMiddlebox, clock,
        interception,   nameService,    serverDoors, serverAddresses, serverVoice,   encryption,
        certificates,   login,          loginTime,   popBeforeSmtp,   cutAtStep,     mailbox,
        submitPatience, submitRefusals, submitSize,  appTimeout,      appOutbox,     appSettings,
        appStores,      appKind,
    };
    return rules;
}

} // namespace rules
