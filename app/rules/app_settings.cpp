// Settings of a mail program that differ from the provider's pack, where the pack's own setting was seen to
// answer.
#include "model/amiss.h"
#include "rules/evidence.h"
#include "rules/families.h"

#include <algorithm>

namespace rules {

using namespace model;

namespace {

Finding about(const char *id, const Case &visit, const OwnAccount &own, const ServerSettings &set,
              const ProviderServer &right, double confidence)
{
    Finding found = finding(id);
    found.confidence = confidence;
    found.about = set.endpoint;
    found.values = {{QStringLiteral("program"), own.app->id},
                    {QStringLiteral("profile"), own.profile->path},
                    {QStringLiteral("host"), set.endpoint.host},
                    {QStringLiteral("port"), int(set.endpoint.port)},
                    {QStringLiteral("user"), set.user},
                    {QStringLiteral("right_host"), right.endpoint.host},
                    {QStringLiteral("right_port"), int(right.endpoint.port)},
                    {QStringLiteral("right_security"), name(right.endpoint.security)}};
    for (const Fact &fact : visit.facts)
        if (fact.step == Step::Capabilities && fact.ok() && sameDoor(fact.endpoint, right.endpoint))
            because(found, fact);
    return found;
}

QList<Finding> compare(const Case &visit, const OwnAccount &own, const std::optional<ServerSettings> &set,
                       bool outgoing)
{
    const Comparison with = compared(visit, *own.account, set, outgoing);
    QList<Finding> found;
    const auto add = [&](const char *id, double confidence) {
        found.append(about(id, visit, own, *set, *with.right, confidence));
    };
    for (const Amiss amiss : with.amiss) {
        switch (amiss) {
        case Amiss::Host:
            add("app.wrong-host", 0.8);
            break;
        case Amiss::Port:
            add("app.wrong-port", 0.9);
            break;
        case Amiss::Encryption:
            add("app.no-encryption", 0.85);
            break;
        case Amiss::NoLogin:
            add("app.auth-off", 0.8);
            break;
        case Amiss::Spa:
            add("app.spa-on", 0.7);
            break;
        case Amiss::User:
            add("app.user-form", 0.6);
            found.last().values.insert(QStringLiteral("right_user"),
                                       userName(own.account->address, with.right->userForms.first()));
            break;
        }
    }
    return found;
}

/// Of a file that ends in the middle, a setting may be missing only in what could be read.
bool isHalfRead(const AppProfile &profile)
{
    return std::any_of(profile.unreadable.begin(), profile.unreadable.end(),
                       [](const Unreadable &file) { return file.why == u"half-written"; });
}

} // namespace

QList<Finding> appSettings(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const OwnAccount &own : ownAccounts(visit)) {
        if (isHalfRead(*own.profile))
            continue;
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
        found += compare(visit, own, own.account->incoming, false);
        found += compare(visit, own, own.account->outgoing, true);
    }
    return found;
}

} // namespace rules
