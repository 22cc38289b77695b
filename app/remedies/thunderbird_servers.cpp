#include "remedies/thunderbird_servers.h"

#include "mailapps/thunderbird.h"
#include "model/amiss.h"
#include "remedies/right_names.h"
#include "remedies/thunderbird_uris.h"

#include <algorithm>

namespace remedies {

namespace thunderbird = mailapps::thunderbird;

using model::Amiss;

namespace {

constexpr int passwordMethod = 3; // MailNewsTypes2.idl: an ordinary password, here always inside encryption

struct Names
{
    const char *host, *user, *security;
};
constexpr Names incomingNames{"hostname", "userName", "socketType"};
constexpr Names outgoingNames{"hostname", "username", "try_ssl"};

int socketType(model::Security security)
{
    switch (security) {
    case model::Security::Plain:
        return 0;
    case model::Security::StartTls:
        return 2;
    case model::Security::Tls:
        return 3;
    }
    Q_UNREACHABLE();
}

QList<Wish> wishesFor(const model::Case &visit, const model::ServerSettings &set,
                      const model::Comparison &with, const QByteArray &branch, const Names &names)
{
    const model::Endpoint &right = with.right->endpoint;
    const bool hidden = right.security != model::Security::Plain;
    // An encrypted door that does not answer is no reason to send the password in the clear.
    const bool mayMove = isServerName(right.host) && (hidden || set.endpoint.security == right.security);
    const bool elsewhere = mayMove
        && (with.amiss.contains(Amiss::Host) || with.amiss.contains(Amiss::Port)
            || with.amiss.contains(Amiss::Encryption));
    QList<Wish> list;
    if (elsewhere && with.amiss.contains(Amiss::Host))
        list.append({branch + names.host, right.host});
    if (elsewhere && set.endpoint.port != right.port)
        list.append({branch + "port", int(right.port)});
    if (elsewhere && set.endpoint.security != right.security)
        list.append({branch + names.security, socketType(right.security)});
    const bool logIn = with.amiss.contains(Amiss::NoLogin) || with.amiss.contains(Amiss::Spa);
    if (logIn && hidden)
        list.append({branch + "authMethod", passwordMethod});
    const QString user = acceptedUser(visit, *with.right);
    const bool nameless = set.user.isEmpty() && with.amiss.contains(Amiss::NoLogin);
    if ((with.amiss.contains(Amiss::User) || nameless) && !user.isEmpty() && user != set.user)
        list.append({branch + names.user, user});
    return list;
}

bool moves(const QList<Wish> &wishes, const QByteArray &branch)
{
    return std::any_of(wishes.begin(), wishes.end(), [&](const Wish &wish) {
        return wish.name == branch + incomingNames.host || wish.name == branch + incomingNames.user;
    });
}

/// True if accounts of other providers send through the same settings.
bool shared(const model::Case &visit, const thunderbird::Settings &settings,
            const QList<model::Account> &accounts, const QByteArray &branch)
{
    return std::any_of(accounts.begin(), accounts.end(), [&](const model::Account &account) {
        return thunderbird::branchesOf(settings, account.key).outgoing == branch
            && !visit.provider->serves(account.address.section(u'@', -1));
    });
}

} // namespace

bool ThunderbirdServers::concerns(const model::Case &visit, const model::AppProfile &profile) const
{
    return visit.provider && !wishes(visit, profile, prefsOf(profile)).isEmpty();
}

QList<Wish> ThunderbirdServers::wishes(const model::Case &visit, const model::AppProfile &profile,
                                       const mailapps::Prefs &prefs) const
{
    QList<Wish> list;
    if (!visit.provider)
        return list;
    const thunderbird::Settings settings(prefs, userPrefsOf(profile));
    model::AppProfile now = profile;
    now.accounts = thunderbird::accounts(settings);
    const auto add = [&list](const QList<Wish> &more) {
        for (const Wish &wish : more)
            if (std::none_of(list.begin(), list.end(),
                             [&](const Wish &known) { return known.name == wish.name; }))
                list.append(wish);
    };
    for (const model::Account &account : accountsConcerned(visit, now)) {
        const thunderbird::Branches branches = thunderbird::branchesOf(settings, account.key);
        const model::Comparison in = compared(visit, account, account.incoming, false);
        if (in.right && !branches.incoming.isEmpty()) {
            QList<Wish> wanted = wishesFor(visit, *account.incoming, in, branches.incoming, incomingNames);
            if (moves(wanted, branches.incoming)) {
                // Folders are named by server and user: what names them has to move along, or nothing moves.
                const auto uris = movedUris(profile, settings, prefs, branches.incoming, wanted);
                wanted = uris ? wanted + *uris : QList<Wish>();
            }
            add(wanted);
        }
        const model::Comparison out = compared(visit, account, account.outgoing, true);
        if (out.right && !branches.outgoing.isEmpty()
            && !shared(visit, settings, now.accounts, branches.outgoing))
            add(wishesFor(visit, *account.outgoing, out, branches.outgoing, outgoingNames));
    }
    return list;
}

} // namespace remedies
