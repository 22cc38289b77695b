#include "model/case.h"

#include "model/seen.h"

#include <algorithm>

namespace model {

void Case::add(Fact fact)
{
    fact.number = int(facts.size()) + 1;
    facts.append(std::move(fact));
}

QList<Fact> Case::at(Step step) const
{
    QList<Fact> found;
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(found),
                 [step](const Fact &fact) { return fact.step == step; });
    return found;
}

std::optional<Account> Case::account() const
{
    for (const bool chosenOnly : {true, false}) {
        for (const MailApp &app : apps) {
            if (chosenOnly && app.id != appId)
                continue;
            for (const AppProfile &profile : app.profiles)
                for (const Account &account : profile.accounts)
                    if (address.isEmpty() || account.address.compare(address, Qt::CaseInsensitive) == 0)
                        return account;
        }
    }
    return std::nullopt;
}

int Case::failedLogins() const
{
    return int(std::count_if(facts.begin(), facts.end(), [](const Fact &fact) {
        // A look into Junk tells its own refusal: it is no fact about the door that the person uses.
        const bool loggedIn
            = fact.step == Step::Login || (fact.step == Step::Junk && fact.seen.contains(seen::logins));
        return loggedIn
            && (fact.failure == Failure::LoginRefused || fact.failure == Failure::LoginForbidden
                || fact.failure == Failure::Unwelcome);
    }));
}

int Case::loginsUsed() const
{
    int used = 0;
    for (const Fact &fact : facts) {
        used += fact.seen.value(seen::logins).toInt();
        used += fact.step == Step::Login && fact.failure != Failure::NotTried
            && fact.failure != Failure::LoginNotOffered;
    }
    return used;
}

bool Case::reached(Protocol protocol) const
{
    return std::any_of(facts.begin(), facts.end(), [protocol](const Fact &fact) {
        return fact.step == Step::Capabilities && fact.ok() && fact.endpoint.protocol == protocol;
    });
}

} // namespace model
