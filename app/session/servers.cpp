#include "session/servers.h"

namespace session {

QList<model::Endpoint> configuredServers(const model::Case &visit)
{
    QList<model::Endpoint> servers;
    const auto add = [&servers](const model::Endpoint &endpoint) {
        if (!endpoint.host.isEmpty() && !servers.contains(endpoint))
            servers.append(endpoint);
    };
    if (const auto account = visit.account()) {
        if (account->incoming)
            add(account->incoming->endpoint);
        if (account->outgoing)
            add(account->outgoing->endpoint);
    }
    if (visit.provider) {
        for (const model::ProviderServer &server : visit.provider->incoming)
            add(server.endpoint);
        for (const model::ProviderServer &server : visit.provider->outgoing)
            add(server.endpoint);
    }
    return servers;
}

std::optional<model::Endpoint> loginServer(const model::Case &visit)
{
    const auto open = [&visit](const model::Endpoint &endpoint) {
        bool secure = false, spoken = false;
        for (const model::Fact &fact : visit.facts) {
            if (fact.endpoint.host != endpoint.host || fact.endpoint.port != endpoint.port)
                continue;
            secure = secure || (fact.step == model::Step::Secure && fact.ok());
            spoken = spoken || (fact.step == model::Step::Capabilities && fact.ok());
        }
        return secure && spoken;
    };
    const QList<model::Endpoint> servers = configuredServers(visit);
    for (const model::Endpoint &endpoint : servers)
        if (open(endpoint))
            return endpoint;
    return std::nullopt;
}

} // namespace session
