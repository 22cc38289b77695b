#include "model/amiss.h"

#include "model/seen.h"

#include <algorithm>

namespace model {

namespace {

/// "hanako/pop.example.ne.jp": the product in between is told where the mail really is.
bool carriesHost(const QString &user)
{
    return user.contains(u'/') && user.section(u'/', 1).contains(u'.');
}

bool sameHost(const Endpoint &one, const Endpoint &other)
{
    return one.host.compare(other.host, Qt::CaseInsensitive) == 0;
}

/// Nearest first: the same door, the same host, then the provider's order of preference.
const ProviderServer *nearest(const Case &visit, const Endpoint &set, const QList<ProviderServer> &offered)
{
    const ProviderServer *best = nullptr;
    int bestScore = -1;
    for (const ProviderServer &server : offered) {
        if (server.endpoint.protocol != set.protocol || !answers(visit, server.endpoint))
            continue;
        const int score
            = (sameHost(server.endpoint, set) ? 2 : 0) + (server.endpoint.port == set.port ? 1 : 0);
        if (score > bestScore) {
            best = &server;
            bestScore = score;
        }
    }
    return best;
}

/// `listed`: the provider itself offers this door. That it does not answer is not the person's mistake.
QList<Amiss> door(const Case &visit, const Endpoint &set, const Endpoint &right, bool listed)
{
    // Whoever speaks plainly to a door that is encrypted from the first byte is never understood, although
    // the door answers us.
    const bool sameDoor = sameHost(set, right) && set.port == right.port;
    if (sameDoor && set.security == Security::Plain && right.security == Security::Tls)
        return {Amiss::Encryption};
    // What answers is not wrong, whatever the pack prefers.
    if (answers(visit, set))
        return {};
    if (!listed && !sameHost(set, right))
        return {Amiss::Host};
    if (!listed && set.port != right.port)
        return {Amiss::Port};
    if (set.security == Security::Plain && right.security != Security::Plain)
        return {Amiss::Encryption};
    return {};
}

QList<Amiss> login(const Case &visit, const QString &address, const ServerSettings &set,
                   const ProviderServer &right, bool outgoing)
{
    // A test mail of ours that went out without a log-in: then the program's may as well.
    const bool accepted = std::any_of(visit.facts.begin(), visit.facts.end(), [](const Fact &fact) {
        return fact.step == Step::Submit && fact.ok() && !fact.seen.contains(seen::logins);
    });
    if (outgoing && right.auth && set.auth == u"none" && !accepted)
        return {Amiss::NoLogin};
    if (set.auth == u"ntlm")
        return {Amiss::Spa};
    const QStringList &forms = right.userForms;
    // Where sending logs in as receiving does, the product's form of the name stands there as well.
    if (set.user.isEmpty() || carriesHost(set.user) || forms.isEmpty()
        || forms.contains(QStringLiteral("id")))
        return {};
    const bool known = std::any_of(forms.begin(), forms.end(), [&](const QString &form) {
        return userName(address, form).compare(set.user, Qt::CaseInsensitive) == 0;
    });
    return known ? QList<Amiss>() : QList<Amiss>{Amiss::User};
}

} // namespace

bool answers(const Case &visit, const Endpoint &door)
{
    return std::any_of(visit.facts.begin(), visit.facts.end(), [&](const Fact &fact) {
        return fact.step == Step::Capabilities && fact.ok() && fact.endpoint.host == door.host
            && fact.endpoint.port == door.port;
    });
}

bool rewritten(const Case &visit, const ServerSettings &set)
{
    const QString host = set.endpoint.host.toLower();
    if (host.endsWith(u"norton.antivirus"))
        return true;
    const bool local = host == u"localhost" || host == u"127.0.0.1";
    return local && carriesHost(set.user) && !answers(visit, set.endpoint);
}

Comparison compared(const Case &visit, const Account &account, const std::optional<ServerSettings> &set,
                    bool outgoing)
{
    if (!set || !visit.provider || !visit.provider->serves(account.address.section(u'@', -1))
        || rewritten(visit, *set))
        return {};
    const QList<ProviderServer> &offered = outgoing ? visit.provider->outgoing : visit.provider->incoming;
    const ProviderServer *right = nearest(visit, set->endpoint, offered);
    if (!right)
        return {};
    const bool listed = std::any_of(offered.begin(), offered.end(), [&set](const ProviderServer &server) {
        return sameHost(server.endpoint, set->endpoint) && server.endpoint.port == set->endpoint.port;
    });
    return {right,
            door(visit, set->endpoint, right->endpoint, listed)
                + login(visit, account.address, *set, *right, outgoing)};
}

} // namespace model
