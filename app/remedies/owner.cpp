#include "remedies/owner.h"

#include "mailapps/profile_lock.h"

namespace remedies {

namespace {

const QString thunderbirdKind = QStringLiteral("thunderbird:");

} // namespace

QString thunderbirdOwner(const QString &profile)
{
    return thunderbirdKind + profile;
}

bool inUse(const QString &owner)
{
    if (owner.startsWith(thunderbirdKind))
        return mailapps::profileInUse(owner.mid(thunderbirdKind.size()));
    return true;
}

} // namespace remedies
