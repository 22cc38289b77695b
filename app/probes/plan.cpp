#include "probes/plan.h"

#include "model/seen.h"

#include <QJsonArray>
#include <algorithm>

namespace probes {

using model::Endpoint;
using model::Fact;
using model::Protocol;
using model::Security;
using model::Step;

namespace {

struct StandardDoor
{
    Protocol protocol;
    quint16 port;
    Security security;
};

// 25 is asked with STARTTLS: whoever sends a password through it needs that.
constexpr StandardDoor standard[]
    = {{Protocol::Pop3, 995, Security::Tls},      {Protocol::Pop3, 110, Security::StartTls},
       {Protocol::Imap, 993, Security::Tls},      {Protocol::Imap, 143, Security::StartTls},
       {Protocol::Smtp, 587, Security::StartTls}, {Protocol::Smtp, 465, Security::Tls},
       {Protocol::Smtp, 25, Security::StartTls}};

struct UsualName
{
    const char *label;
    QList<Protocol> protocols;
};

Endpoint tidied(Endpoint endpoint)
{
    endpoint.host = endpoint.host.trimmed().toLower();
    while (endpoint.host.endsWith(u'.'))
        endpoint.host.chop(1);
    if (endpoint.port == 0)
        endpoint.port = model::defaultPort(endpoint.protocol, endpoint.security);
    return endpoint;
}

/// How the pack says that this door is spoken to; what a program is set to may be the very mistake.
Endpoint asThePackSays(Endpoint endpoint, const model::Case &visit)
{
    if (!visit.provider)
        return endpoint;
    for (const auto &list : {visit.provider->incoming, visit.provider->outgoing}) {
        for (const model::ProviderServer &server : list) {
            const Endpoint door = tidied(server.endpoint);
            if (door.host == endpoint.host && door.port == endpoint.port)
                return door;
        }
    }
    return endpoint;
}

QList<Endpoint> configuredEndpoints(const model::Case &visit)
{
    QList<Endpoint> found;
    const auto add = [&found, &visit](const Endpoint &endpoint) {
        const Endpoint tidy = asThePackSays(tidied(endpoint), visit);
        if (!tidy.host.isEmpty() && !found.contains(tidy))
            found.append(tidy);
    };
    if (const auto account = visit.account()) {
        if (account->incoming)
            add(account->incoming->endpoint);
        if (account->outgoing)
            add(account->outgoing->endpoint);
    }
    if (visit.provider) {
        for (const auto &server : visit.provider->incoming)
            add(server.endpoint);
        for (const auto &server : visit.provider->outgoing)
            add(server.endpoint);
    }
    return found;
}

QString domainOf(const model::Case &visit)
{
    const qsizetype at = visit.address.lastIndexOf(u'@');
    return at < 0 ? QString() : visit.address.mid(at + 1).toLower();
}

/// Only below the mail domain itself: a guessed host elsewhere would be handed a password.
QList<Endpoint> usualEndpoints(const model::Case &visit)
{
    static const QList<UsualName> names = {{"mail", {Protocol::Imap, Protocol::Pop3, Protocol::Smtp}},
                                           {"imap", {Protocol::Imap}},
                                           {"pop", {Protocol::Pop3}},
                                           {"smtp", {Protocol::Smtp}}};
    QList<Endpoint> found;
    const QString domain = domainOf(visit);
    if (domain.isEmpty())
        return found;
    for (const UsualName &name : names)
        for (const StandardDoor &door : standard)
            if (name.protocols.contains(door.protocol))
                found.append(
                    {QLatin1String(name.label) + u'.' + domain, door.port, door.protocol, door.security});
    return found;
}

bool isSameDoor(const Endpoint &one, const Endpoint &other)
{
    return one.host == other.host && one.port == other.port;
}

/// The server of pack or account that this endpoint belongs to decides the forms of the name.
const model::ProviderServer *packServer(const model::Case &visit, const Endpoint &endpoint)
{
    if (!visit.provider)
        return nullptr;
    const auto &servers
        = endpoint.protocol == Protocol::Smtp ? visit.provider->outgoing : visit.provider->incoming;
    const model::ProviderServer *sameHost = nullptr;
    for (const model::ProviderServer &server : servers) {
        if (isSameDoor(tidied(server.endpoint), endpoint))
            return &server;
        if (server.endpoint.protocol == endpoint.protocol && !sameHost)
            sameHost = &server;
    }
    return sameHost;
}

QString givenUser(const model::Case &visit, const Endpoint &endpoint)
{
    const auto account = visit.account();
    if (!account)
        return {};
    const auto &server = endpoint.protocol == Protocol::Smtp ? account->outgoing : account->incoming;
    return server && tidied(server->endpoint).host == endpoint.host ? server->user : QString();
}

} // namespace

QList<Door> doors(const model::Case &visit, const net::Environment &environment)
{
    QList<Door> found;
    const auto add = [&](const Endpoint &endpoint, bool configured) {
        const bool known = std::any_of(found.begin(), found.end(), [&endpoint](const Door &door) {
            return isSameDoor(door.endpoint, endpoint);
        });
        // A routed host lives where its routes lead: its other ports would be somebody else's.
        const bool elsewhere
            = environment.route.knows(endpoint.host) && !environment.route.of(endpoint.host, endpoint.port);
        if (!known && (configured || !elsewhere))
            found.append({endpoint, configured});
    };
    const QList<Endpoint> configured = configuredEndpoints(visit);
    for (const Endpoint &endpoint : configured)
        add(endpoint, true);
    for (const Endpoint &endpoint : configured)
        for (const StandardDoor &door : standard)
            if (door.protocol == endpoint.protocol)
                add({endpoint.host, door.port, door.protocol, door.security}, false);
    if (configured.isEmpty())
        for (const Endpoint &endpoint : usualEndpoints(visit))
            add(endpoint, false);
    return found;
}

QStringList hosts(const model::Case &visit, const net::Environment &environment)
{
    QStringList found;
    for (const Door &door : doors(visit, environment))
        if (!found.contains(door.endpoint.host))
            found.append(door.endpoint.host);
    return found;
}

bool isConfigured(const model::Case &visit, const Endpoint &endpoint)
{
    const QList<Endpoint> configured = configuredEndpoints(visit);
    return std::any_of(configured.begin(), configured.end(), [&endpoint](const Endpoint &one) {
        return one.host == endpoint.host && (endpoint.port == 0 || one.port == endpoint.port);
    });
}

std::optional<QStringList> addressesOf(const model::Case &visit, const QString &host)
{
    std::optional<QStringList> found;
    for (const Fact &fact : visit.facts) {
        if (fact.step != Step::Resolve || fact.endpoint.host != host)
            continue;
        QStringList addresses = found.value_or(QStringList());
        const auto listed = fact.seen.value(model::seen::addresses).toArray();
        for (const QJsonValue &address : listed)
            if (!addresses.contains(address.toString()) && addresses.size() < net::Bounds::addressesPerName)
                addresses.append(address.toString());
        found = addresses;
    }
    return found;
}

QStringList addressesFor(const model::Case &visit, const net::Environment &environment,
                         const Endpoint &endpoint)
{
    const QStringList addresses = addressesOf(visit, endpoint.host).value_or(QStringList());
    const auto detour = environment.route.of(endpoint.host, endpoint.port);
    return detour && !addresses.isEmpty() ? QStringList(detour->address) : addresses;
}

bool isSettled(const model::Case &visit, const net::Environment &environment, const Endpoint &endpoint)
{
    if (!addressesOf(visit, endpoint.host))
        return false;
    const QStringList addresses = addressesFor(visit, environment, endpoint);
    return std::all_of(addresses.begin(), addresses.end(), [&](const QString &address) {
        return std::any_of(visit.facts.begin(), visit.facts.end(), [&](const Fact &fact) {
            return fact.endpoint == endpoint && fact.address == address && fact.step < Step::Login
                && (!fact.ok() || fact.step == Step::Capabilities);
        });
    });
}

QString verifiedAddress(const model::Case &visit, const Endpoint &endpoint)
{
    for (const Fact &secured : visit.facts) {
        if (secured.step != Step::Secure || secured.endpoint != endpoint || !secured.ok())
            continue;
        for (const Fact &fact : visit.facts)
            if (fact.step == Step::Capabilities && fact.ok() && fact.endpoint == endpoint
                && fact.address == secured.address)
                return secured.address;
    }
    return {};
}

QStringList mechanisms(const model::Case &visit, const Endpoint &endpoint)
{
    for (const Fact &fact : visit.facts)
        if (fact.step == Step::Capabilities && fact.ok() && fact.endpoint == endpoint)
            return fact.seen.value(model::seen::mechanisms).toVariant().toStringList();
    return {};
}

QStringList userForms(const model::Case &visit, const Endpoint &endpoint)
{
    QStringList forms;
    if (!givenUser(visit, endpoint).isEmpty())
        forms.append(QStringLiteral("given"));
    const model::ProviderServer *const server = packServer(visit, endpoint);
    forms += server && !server->userForms.isEmpty()
        ? server->userForms
        : QStringList{QStringLiteral("address"), QStringLiteral("local")};
    // Two forms that give the same name are one attempt.
    QStringList tried, kept;
    for (const QString &form : std::as_const(forms)) {
        const QString user = userFor(visit, endpoint, form);
        if (user.isEmpty() || tried.contains(user))
            continue;
        tried.append(user);
        kept.append(form);
    }
    return kept;
}

QString userFor(const model::Case &visit, const Endpoint &endpoint, const QString &form)
{
    const QString user = form == u"given" ? givenUser(visit, endpoint) : model::userName(visit.address, form);
    return isCommandSafe(user) ? user : QString();
}

bool isCommandSafe(const QString &text)
{
    return !text.isEmpty() && text.size() <= 320 && std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control;
    });
}

} // namespace probes
