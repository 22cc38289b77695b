#include "remedies/owner.h"

#include "mailapps/processes.h"
#include "mailapps/profile_lock.h"

namespace remedies {

namespace {

const QString thunderbirdKind = QStringLiteral("thunderbird:");
const QString programKind = QStringLiteral("program:");

} // namespace

QString thunderbirdOwner(const QString &profile)
{
    return thunderbirdKind + profile;
}

QString programOwner(const QStringList &executables)
{
    return programKind + executables.join(u',');
}

bool inUse(const QString &owner)
{
    if (owner.startsWith(thunderbirdKind))
        return mailapps::profileInUse(owner.mid(thunderbirdKind.size()));
    if (!owner.startsWith(programKind))
        return true;
    const QStringList executables = owner.mid(programKind.size()).split(u',', Qt::SkipEmptyParts);
    return executables.isEmpty() || mailapps::anyRuns(executables);
}

} // namespace remedies
