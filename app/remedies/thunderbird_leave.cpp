#include "remedies/thunderbird_leave.h"

#include "mailapps/thunderbird.h"

#include <algorithm>

namespace remedies {

namespace thunderbird = mailapps::thunderbird;

namespace {

/// What the account assistants of Thunderbird and of Outlook set for a new POP account.
constexpr int fortnight = 14;
/// What Thunderbird takes where nothing is set (mailnews.js).
constexpr int standard = 7;

bool pilesUp(const model::Account &account)
{
    return account.incoming && account.incoming->endpoint.protocol == model::Protocol::Pop3
        && account.leaveOnServer.value_or(false) && !account.leaveDays;
}

} // namespace

bool ThunderbirdLeave::concerns(const model::Case &visit, const model::AppProfile &profile) const
{
    const auto accounts = accountsConcerned(visit, profile);
    return std::any_of(accounts.begin(), accounts.end(), pilesUp)
        && !wishes(visit, profile, prefsOf(profile)).isEmpty();
}

QList<Wish> ThunderbirdLeave::wishes(const model::Case &visit, const model::AppProfile &profile,
                                     const mailapps::Prefs &prefs) const
{
    const thunderbird::Settings settings(prefs, userPrefsOf(profile));
    model::AppProfile now = profile;
    now.accounts = thunderbird::accounts(settings);
    QList<Wish> list;
    for (const model::Account &account : accountsConcerned(visit, now)) {
        const QByteArray branch = thunderbird::branchesOf(settings, account.key).incoming;
        // Where only headers are fetched, the copy in the mailbox is the only one.
        if (!pilesUp(account) || branch.isEmpty() || settings.flag(branch + "headers_only").value_or(false))
            continue;
        const QByteArray days = branch + "num_days_to_leave_on_server";
        if (settings.number(days).value_or(standard) < fortnight)
            list.append({days, fortnight});
        list.append({branch + "delete_by_age_from_server", true});
    }
    return list;
}

} // namespace remedies
