#include "knowledge/guide_watch_accounts.h"

#include <algorithm>

namespace knowledge {

using namespace model;

namespace {

Seen leavesForever(const Account &account)
{
    if (!account.incoming || account.incoming->endpoint.protocol != Protocol::Pop3 || !account.leaveOnServer)
        return std::nullopt;
    return *account.leaveOnServer && !account.leaveDays;
}

bool sameWay(const ServerSettings &set, const ProviderServer &way)
{
    const Endpoint &one = set.endpoint, &other = way.endpoint;
    return one.protocol == other.protocol && one.port == other.port && one.security == other.security
        && one.host.compare(other.host, Qt::CaseInsensitive) == 0;
}

Seen oneOf(const std::optional<ServerSettings> &set, const QList<ProviderServer> &ways)
{
    if (!set || set->endpoint.host.isEmpty() || ways.isEmpty())
        return std::nullopt;
    return std::any_of(ways.cbegin(), ways.cend(),
                       [&set](const ProviderServer &way) { return sameWay(*set, way); });
}

Seen receiving(const Account &account, const Provider &provider)
{
    return oneOf(account.incoming, provider.incoming);
}

Seen sending(const Account &account, const Provider &provider)
{
    const Seen door = oneOf(account.outgoing, provider.outgoing);
    if (!door || !*door)
        return door;
    const auto named = [&account](const ProviderServer &way) {
        return sameWay(*account.outgoing, way) && (!way.auth || account.outgoing->auth != u"none");
    };
    if (account.outgoing->auth.isEmpty())
        return std::nullopt;
    return std::any_of(provider.outgoing.cbegin(), provider.outgoing.cend(), named);
}

/// "id" is a name that only the person's papers know.
Seen named(const Account &account, const ServerSettings &set, const QList<ProviderServer> &ways)
{
    Seen known;
    for (const ProviderServer &way : ways) {
        if (!sameWay(set, way))
            continue;
        if (set.user.isEmpty() || way.userForms.isEmpty() || way.userForms.contains(QStringLiteral("id")))
            return std::nullopt;
        const auto same = [&](const QString &form) {
            return userName(account.address, form).compare(set.user, Qt::CaseInsensitive) == 0;
        };
        known = known.value_or(false) || std::any_of(way.userForms.cbegin(), way.userForms.cend(), same);
    }
    return known;
}

Seen both(Seen one, Seen other)
{
    return one && other ? Seen(*one && *other) : std::nullopt;
}

Seen users(const Account &account, const Provider &provider)
{
    if (!account.incoming || !account.outgoing)
        return std::nullopt;
    const Seen in = named(account, *account.incoming, provider.incoming);
    // Without a name of its own the outgoing server is given the incoming one.
    const bool shares = account.outgoing->user.isEmpty();
    const Seen out = shares ? in : named(account, *account.outgoing, provider.outgoing);
    return both(in, out);
}

} // namespace

QStringList accountWatchKinds()
{
    return {QStringLiteral("leaves-forever"), QStringLiteral("receiving-as-pack"),
            QStringLiteral("sending-as-pack"), QStringLiteral("settings-as-pack"),
            QStringLiteral("user-as-pack")};
}

Seen seenOfAccount(const QString &kind, const Account &account, const GuideAim &aim)
{
    if (kind == u"leaves-forever")
        return leavesForever(account);
    const QString domain = account.address.section(u'@', -1);
    if (!aim.provider || aim.provider->guessed || !aim.provider->serves(domain))
        return std::nullopt;
    if (kind == u"receiving-as-pack")
        return receiving(account, *aim.provider);
    if (kind == u"sending-as-pack")
        return sending(account, *aim.provider);
    if (kind == u"settings-as-pack")
        return both(receiving(account, *aim.provider), sending(account, *aim.provider));
    if (kind == u"user-as-pack")
        return users(account, *aim.provider);
    return std::nullopt;
}

} // namespace knowledge
