#include "knowledge/guide_watch.h"

#include "knowledge/guide_watch_accounts.h"

#include <algorithm>
#include <optional>

namespace knowledge {

namespace {

QList<model::AppProfile> profilesInUse(const model::MailApp &app)
{
    const auto those = [&app](auto wanted) {
        QList<model::AppProfile> found;
        std::copy_if(app.profiles.cbegin(), app.profiles.cend(), std::back_inserter(found), wanted);
        return found;
    };
    const auto open = those([](const auto &profile) { return profile.running; });
    if (!open.isEmpty())
        return open;
    const auto usual = those([](const auto &profile) { return profile.isDefault; });
    return usual.isEmpty() ? app.profiles : usual;
}

// An open program writes its offline state down only when it closes (Thunderbird: network.online), so that
// what the file says then is old.
Seen offline(const model::AppProfile &profile)
{
    return profile.running ? std::nullopt : profile.offline;
}

Seen online(const model::AppProfile &profile)
{
    const Seen away = offline(profile);
    return away ? Seen(!*away) : std::nullopt;
}

Seen outboxEmpty(const model::AppProfile &profile)
{
    const auto waits = [](const model::Outbox &outbox) { return outbox.count > 0; };
    if (std::any_of(profile.outboxes.cbegin(), profile.outboxes.cend(), waits))
        return false;
    const auto known = [](const model::Outbox &outbox) { return outbox.complete; };
    const bool all = std::all_of(profile.outboxes.cbegin(), profile.outboxes.cend(), known);
    return !profile.outboxes.isEmpty() && all && profile.unreadable.isEmpty() ? Seen(true) : std::nullopt;
}

Seen patient(const model::AppProfile &profile, int seconds)
{
    if (!profile.timeoutSeconds || seconds <= 0)
        return std::nullopt;
    return *profile.timeoutSeconds >= seconds;
}

Seen roomy(const model::AppProfile &profile)
{
    const auto limited = [](const model::Store &store) { return store.limit > 0; };
    const auto full = [](const model::Store &store) {
        return store.limit > 0 && store.bytes >= store.limit / 4 * 3; // as app.store-full
    };
    if (std::none_of(profile.stores.cbegin(), profile.stores.cend(), limited))
        return std::nullopt;
    return std::none_of(profile.stores.cbegin(), profile.stores.cend(), full);
}

bool open(const model::MailApp &app)
{
    const auto one = [](const auto &profile) { return profile.running; };
    return app.running || std::any_of(app.profiles.cbegin(), app.profiles.cend(), one);
}

// True only if it holds for each; unknown as soon as one is.
template <typename List, typename Look>
Seen everywhere(const List &list, Look look)
{
    Seen all = list.isEmpty() ? std::nullopt : Seen(true);
    for (const auto &one : list) {
        const Seen here = look(one);
        if (!here)
            return std::nullopt;
        all = *all && *here;
    }
    return all;
}

QList<model::Account> accountsMeant(const model::MailApp &app, const QString &address)
{
    QList<model::Account> meant;
    for (const model::AppProfile &profile : profilesInUse(app)) {
        for (const model::Account &account : profile.accounts) {
            if (address.isEmpty() || account.address.compare(address, Qt::CaseInsensitive) == 0)
                meant.append(account);
        }
    }
    return meant;
}

Seen seen(const QString &kind, const model::MailApp &app, const GuideAim &aim)
{
    const auto profiles = profilesInUse(app);
    if (kind == u"app-offline")
        return everywhere(profiles, offline);
    if (kind == u"app-online")
        return everywhere(profiles, online);
    if (kind == u"outbox-empty")
        return everywhere(profiles, outboxEmpty);
    if (kind == u"timeout-at-least")
        return everywhere(profiles, [&](const auto &profile) { return patient(profile, aim.seconds); });
    if (kind == u"store-has-room")
        return everywhere(profiles, roomy);
    if (kind == u"app-running")
        return open(app);
    if (kind == u"app-closed")
        return !open(app);
    return everywhere(accountsMeant(app, aim.address),
                      [&](const auto &account) { return seenOfAccount(kind, account, aim); });
}

} // namespace

QStringList watchKinds()
{
    return QStringList{QStringLiteral("app-offline"),    QStringLiteral("app-online"),
                       QStringLiteral("outbox-empty"),   QStringLiteral("timeout-at-least"),
                       QStringLiteral("store-has-room"), QStringLiteral("app-running"),
                       QStringLiteral("app-closed")}
    + accountWatchKinds();
}

bool fulfilled(const GuideWatch &watch, const model::MailApp &app, const GuideAim &aim)
{
    const Seen what = seen(watch.kind, app, aim);
    return what && *what == watch.expected;
}

} // namespace knowledge
