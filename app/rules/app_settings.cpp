// Settings of a mail program that differ from the provider's pack, where the pack's own setting was seen to
// answer.
#include "rules/evidence.h"
#include "rules/families.h"

#include <algorithm>

namespace rules {

using namespace model;

namespace {

struct Comparison
{
    const Case &visit;
    const OwnAccount &own;
    const ServerSettings &set;
    const ProviderServer &right;
};

bool answers(const Case &visit, const Endpoint &door)
{
    return anyOk(visit, door, Step::Capabilities);
}

/// Old security products put themselves between: the program talks to them, they talk to the server.
bool rewritten(const Case &visit, const ServerSettings &set)
{
    const QString host = set.endpoint.host.toLower();
    if (host.endsWith(u"norton.antivirus") || host == u"pop3.spa.norton.antivirus")
        return true;
    const bool local = host == u"localhost" || host == u"127.0.0.1";
    const bool userCarriesHost = set.user.contains(u'/') && set.user.section(u'/', 1).contains(u'.');
    return local && userCarriesHost && !answers(visit, set.endpoint);
}

Finding about(const char *id, const Comparison &with, double confidence)
{
    Finding found = finding(id);
    found.confidence = confidence;
    found.about = with.set.endpoint;
    found.values = {{QStringLiteral("program"), with.own.app->id},
                    {QStringLiteral("profile"), with.own.profile->path},
                    {QStringLiteral("host"), with.set.endpoint.host},
                    {QStringLiteral("port"), int(with.set.endpoint.port)},
                    {QStringLiteral("user"), with.set.user},
                    {QStringLiteral("right_host"), with.right.endpoint.host},
                    {QStringLiteral("right_port"), int(with.right.endpoint.port)},
                    {QStringLiteral("right_security"), name(with.right.endpoint.security)}};
    for (const Fact &fact : with.visit.facts)
        if (fact.step == Step::Capabilities && fact.ok() && sameDoor(fact.endpoint, with.right.endpoint))
            because(found, fact);
    return found;
}

/// `listed`: the provider itself offers this door. That it does not answer is not the person's mistake.
QList<Finding> door(const Comparison &with, bool listed)
{
    const Endpoint &set = with.set.endpoint;
    const Endpoint &right = with.right.endpoint;
    // What answers is not wrong, whatever the pack prefers.
    if (answers(with.visit, set))
        return {};
    if (!listed && set.host.compare(right.host, Qt::CaseInsensitive) != 0)
        return {about("app.wrong-host", with, 0.8)};
    if (!listed && set.port != right.port)
        return {about("app.wrong-port", with, 0.9)};
    if (set.security == Security::Plain && right.security != Security::Plain)
        return {about("app.no-encryption", with, 0.85)};
    return {};
}

QList<Finding> loginSettings(const Comparison &with, bool outgoing)
{
    const bool accepted
        = std::any_of(with.visit.facts.begin(), with.visit.facts.end(),
                      [&](const Fact &fact) { return fact.step == Step::Submit && fact.ok(); });
    if (outgoing && with.right.auth && with.set.auth == u"none" && !accepted)
        return {about("app.auth-off", with, 0.8)};
    if (with.set.auth == u"ntlm")
        return {about("app.spa-on", with, 0.7)};
    const QStringList &forms = with.right.userForms;
    if (with.set.user.isEmpty() || forms.isEmpty() || forms.contains(QStringLiteral("id")))
        return {};
    const bool known = std::any_of(forms.begin(), forms.end(), [&](const QString &form) {
        return userName(with.own.account->address, form).compare(with.set.user, Qt::CaseInsensitive) == 0;
    });
    if (known)
        return {};
    Finding found = about("app.user-form", with, 0.6);
    found.values.insert(QStringLiteral("right_user"), userName(with.own.account->address, forms.first()));
    return {found};
}

QList<Finding> compare(const Case &visit, const OwnAccount &own, const ServerSettings &set,
                       const QList<ProviderServer> &offered, bool outgoing)
{
    // Nearest first: the same door, the same host, then the provider's order of preference.
    const ProviderServer *best = nullptr;
    int bestScore = -1;
    for (const ProviderServer &server : offered) {
        if (server.endpoint.protocol != set.endpoint.protocol || !answers(visit, server.endpoint))
            continue;
        const bool sameHost = server.endpoint.host.compare(set.endpoint.host, Qt::CaseInsensitive) == 0;
        const int score = (sameHost ? 2 : 0) + (server.endpoint.port == set.endpoint.port ? 1 : 0);
        if (score > bestScore) {
            best = &server;
            bestScore = score;
        }
    }
    if (!best)
        return {};
    const Comparison with{visit, own, set, *best};
    const bool listed = std::any_of(offered.begin(), offered.end(), [&set](const ProviderServer &server) {
        return sameDoor(server.endpoint, set.endpoint);
    });
    return door(with, listed) + loginSettings(with, outgoing);
}

} // namespace

QList<Finding> appSettings(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const OwnAccount &own : ownAccounts(visit)) {
        for (const auto &set : {own.account->incoming, own.account->outgoing}) {
            if (!set || !rewritten(visit, *set))
                continue;
            Finding proxy = finding("app.rewritten-by-antivirus");
            proxy.confidence = 0.8;
            proxy.about = set->endpoint;
            proxy.values
                = {{QStringLiteral("program"), own.app->id}, {QStringLiteral("host"), set->endpoint.host}};
            found.append(proxy);
        }
        const QString domain = own.account->address.section(u'@', -1);
        if (!visit.provider || !visit.provider->serves(domain))
            continue;
        if (own.account->incoming && !rewritten(visit, *own.account->incoming))
            found += compare(visit, own, *own.account->incoming, visit.provider->incoming, false);
        if (own.account->outgoing && !rewritten(visit, *own.account->outgoing))
            found += compare(visit, own, *own.account->outgoing, visit.provider->outgoing, true);
    }
    return found;
}

} // namespace rules
