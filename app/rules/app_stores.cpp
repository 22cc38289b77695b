// Files of a mail program that grow until it stops working, and copies that pile up on the server.
#include "rules/evidence.h"
#include "rules/families.h"

namespace rules {

using namespace model;

QList<Finding> appStores(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const OwnProfile &own : ownProfiles(visit)) {
        for (const Store &store : own.profile->stores) {
            // Warned at three quarters (1.5 of 2 GB), while there is still room to tidy up in.
            if (store.limit <= 0 || store.bytes < store.limit / 4 * 3)
                continue;
            Finding full = finding("app.store-full");
            full.confidence = 0.9;
            full.severity = store.bytes >= store.limit ? Severity::Blocks
                : store.bytes >= store.limit / 10 * 9  ? Severity::Hurts
                                                       : Severity::Note;
            full.values = {{QStringLiteral("program"), own.app->id},
                           {QStringLiteral("path"), store.path},
                           {QStringLiteral("bytes"), store.bytes},
                           {QStringLiteral("limit_bytes"), store.limit}};
            found.append(full);
        }
    }
    for (const OwnAccount &own : ownAccounts(visit)) {
        const bool fetches
            = own.account->incoming && own.account->incoming->endpoint.protocol == Protocol::Pop3;
        if (!fetches || !own.account->leaveOnServer.value_or(false) || own.account->leaveDays)
            continue;
        Finding left = finding("app.leave-on-server");
        left.confidence = 0.7;
        left.values = {{QStringLiteral("program"), own.app->id},
                       {QStringLiteral("profile"), own.profile->path},
                       {QStringLiteral("account"), own.account->key}};
        found.append(left);
    }
    return found;
}

} // namespace rules
