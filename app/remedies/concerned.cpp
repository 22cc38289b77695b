#include "remedies/concerned.h"

namespace remedies {

QList<model::Account> accountsConcerned(const model::Case &visit, const model::AppProfile &profile)
{
    QList<model::Account> own;
    for (const model::Account &account : profile.accounts)
        if (visit.address.isEmpty() || account.address.compare(visit.address, Qt::CaseInsensitive) == 0)
            own.append(account);
    return own;
}

QList<model::AppProfile> profilesConcerned(const model::Case &visit, const QString &id)
{
    QList<model::AppProfile> found;
    for (const model::MailApp &app : visit.apps) {
        if (app.id != id)
            continue;
        for (const model::AppProfile &profile : app.profiles)
            if (!accountsConcerned(visit, profile).isEmpty())
                found.append(profile);
    }
    return found;
}

} // namespace remedies
