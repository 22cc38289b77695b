#include "knowledge/guide_watch.h"

#include <algorithm>
#include <optional>

namespace knowledge {

namespace {

using Seen = std::optional<bool>; // empty: cannot be told

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

Seen closed(const model::MailApp &app)
{
    const auto open = [](const auto &profile) { return profile.running; };
    return !app.running && std::none_of(app.profiles.cbegin(), app.profiles.cend(), open);
}

// True only if it holds for each; unknown as soon as one is.
template <typename Look>
Seen everywhere(const model::MailApp &app, Look look)
{
    const auto profiles = profilesInUse(app);
    Seen all = profiles.isEmpty() ? std::nullopt : Seen(true);
    for (const model::AppProfile &profile : profiles) {
        const Seen here = look(profile);
        if (!here)
            return std::nullopt;
        all = *all && *here;
    }
    return all;
}

Seen seen(const QString &kind, const model::MailApp &app, int seconds)
{
    if (kind == u"app-offline")
        return everywhere(app, offline);
    if (kind == u"app-online")
        return everywhere(app, online);
    if (kind == u"outbox-empty")
        return everywhere(app, outboxEmpty);
    if (kind == u"timeout-at-least")
        return everywhere(app, [seconds](const auto &profile) { return patient(profile, seconds); });
    if (kind == u"app-closed")
        return closed(app);
    return std::nullopt;
}

} // namespace

QStringList watchKinds()
{
    return {QStringLiteral("app-offline"), QStringLiteral("app-online"), QStringLiteral("outbox-empty"),
            QStringLiteral("timeout-at-least"), QStringLiteral("app-closed")};
}

bool fulfilled(const GuideWatch &watch, const model::MailApp &app, int seconds)
{
    const Seen what = seen(watch.kind, app, seconds);
    return what && *what == watch.expected;
}

} // namespace knowledge
