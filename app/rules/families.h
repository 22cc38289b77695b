// All rules by name: one per file, listed in catalogue.cpp.
#pragma once

#include "rules/rule.h"

namespace rules {

#define TODOKU_RULE(name) QList<model::Finding> name(const model::Case &visit, const Context &context)
TODOKU_RULE(lineLink);
TODOKU_RULE(lineIpv6);
TODOKU_RULE(lineReach);
TODOKU_RULE(linePort25);
TODOKU_RULE(lineMailPorts);
TODOKU_RULE(lineMailProxy);
TODOKU_RULE(lineOutside);
TODOKU_RULE(lineLargePackets);
TODOKU_RULE(lineLossy);
TODOKU_RULE(lineUpload);
TODOKU_RULE(lineMiddlebox);
TODOKU_RULE(clock);
TODOKU_RULE(interception);
TODOKU_RULE(nameService);
TODOKU_RULE(nameServers);
TODOKU_RULE(hostsOverride);
TODOKU_RULE(serverDoors);
TODOKU_RULE(serverAddresses);
TODOKU_RULE(serverVoice);
TODOKU_RULE(connectionLimit);
TODOKU_RULE(encryption);
TODOKU_RULE(certificates);
TODOKU_RULE(login);
TODOKU_RULE(loginTime);
TODOKU_RULE(popBeforeSmtp);
TODOKU_RULE(cutAtStep);
TODOKU_RULE(mailbox);
TODOKU_RULE(mailboxHabits);
TODOKU_RULE(mailboxBlocker);
TODOKU_RULE(submitPatience);
TODOKU_RULE(submitRefusals);
TODOKU_RULE(submitSize);
TODOKU_RULE(appTimeout);
TODOKU_RULE(appOutbox);
TODOKU_RULE(appSettings);
TODOKU_RULE(appStores);
TODOKU_RULE(appKind);
#undef TODOKU_RULE

} // namespace rules
