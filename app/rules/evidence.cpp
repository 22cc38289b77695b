#include "rules/evidence.h"

#include "model/seen.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace rules {

using namespace model;

namespace {

bool namesDoor(const Account &account, const Endpoint &door)
{
    return (account.incoming && sameDoor(account.incoming->endpoint, door))
        || (account.outgoing && sameDoor(account.outgoing->endpoint, door));
}

bool namesDoor(const QList<ProviderServer> &servers, const Endpoint &door)
{
    return std::any_of(servers.begin(), servers.end(),
                       [&](const ProviderServer &server) { return sameDoor(server.endpoint, door); });
}

} // namespace

bool sameDoor(const Endpoint &one, const Endpoint &other)
{
    // Port 0: a fact about the name alone.
    return one.host.compare(other.host, Qt::CaseInsensitive) == 0
        && (one.port == other.port || one.port == 0 || other.port == 0);
}

bool matters(const Case &visit, const Endpoint &door)
{
    return matters(visit, Fact{0, Step::Connect, door, {}, Failure::None, 0, {}, {}});
}

bool matters(const Case &visit, const Fact &fact)
{
    const QList<OwnAccount> accounts = ownAccounts(visit);
    const bool sending = fact.endpoint.protocol == Protocol::Smtp;
    bool saidHere = false; // the settings on this PC name some server of this direction
    for (const OwnAccount &own : accounts) {
        if (namesDoor(*own.account, fact.endpoint))
            return true;
        saidHere = saidHere || (sending ? own.account->outgoing : own.account->incoming).has_value();
    }
    if (saidHere)
        return false;
    if (visit.provider
        && (namesDoor(visit.provider->incoming, fact.endpoint)
            || namesDoor(visit.provider->outgoing, fact.endpoint)))
        return true;
    return fact.seen.value(seen::configured).toBool();
}

QList<OwnProfile> ownProfiles(const Case &visit)
{
    QList<OwnProfile> own;
    const bool chosenIsHere = std::any_of(visit.apps.begin(), visit.apps.end(),
                                          [&](const MailApp &app) { return app.id == visit.appId; });
    for (const MailApp &app : visit.apps) {
        if (chosenIsHere && app.id != visit.appId)
            continue;
        for (const AppProfile &profile : app.profiles)
            own.append({&app, &profile});
    }
    return own;
}

QList<OwnAccount> ownAccounts(const Case &visit)
{
    QList<OwnAccount> own;
    QSet<const MailApp *> usedHere;
    for (const OwnProfile &from : ownProfiles(visit))
        for (const Account &account : from.profile->accounts)
            if (visit.address.isEmpty() || account.address.compare(visit.address, Qt::CaseInsensitive) == 0) {
                own.append({from.app, from.profile, &account});
                if (from.profile->isDefault || from.profile->running)
                    usedHere.insert(from.app);
            }
    // An old version leaves its profile behind: it says nothing where the one in use has the account, too.
    own.removeIf([&usedHere](const OwnAccount &one) {
        return usedHere.contains(one.app) && !one.profile->isDefault && !one.profile->running;
    });
    return own;
}

QString words(const Fact &fact)
{
    return fact.seen.value(seen::reply).toString();
}

bool says(const Fact &fact, std::initializer_list<const char *> phrases)
{
    const QString text = words(fact);
    return std::any_of(phrases.begin(), phrases.end(), [&](const char *phrase) {
        return text.contains(QString::fromUtf8(phrase), Qt::CaseInsensitive);
    });
}

bool hasCode(const Fact &fact, std::initializer_list<const char *> codes)
{
    const QString code = fact.seen.value(seen::code).toString();
    const QString text = words(fact);
    return std::any_of(codes.begin(), codes.end(), [&](const char *wanted) {
        const QString asked = QString::fromLatin1(wanted);
        if (code.compare(asked, Qt::CaseInsensitive) == 0)
            return true;
        // "535 5.7.8 …", "-ERR [AUTH] …", "a1 NO [AUTHENTICATIONFAILED] …": a code stands at the head of what
        // the server says; the same digits further on are only words.
        static const QRegularExpression head(
            QStringLiteral("^(?:-ERR |\\S+ NO |\\S+ BAD |\\* BYE )?\\s*(?:(\\d{3})\\b[ "
                           "-]?)?(?:(\\d\\.\\d{1,3}\\.\\d{1,3})\\b)?"
                           "\\s*(?:\\[([A-Z0-9/.-]+)[^\\]]*\\])?"),
            QRegularExpression::CaseInsensitiveOption);
        const auto match = head.match(text);
        for (int group = 1; group <= 3; ++group)
            if (match.captured(group).compare(asked, Qt::CaseInsensitive) == 0)
                return true;
        return false;
    });
}

bool anyOk(const Case &visit, const Endpoint &door, Step step)
{
    return std::any_of(visit.facts.begin(), visit.facts.end(), [&](const Fact &fact) {
        return fact.step == step && fact.ok() && fact.endpoint.host == door.host
            && fact.endpoint.port == door.port;
    });
}

bool anyConnected(const Case &visit)
{
    return std::any_of(visit.facts.begin(), visit.facts.end(),
                       [](const Fact &fact) { return fact.step == Step::Connect && fact.ok(); });
}

QList<Endpoint> doors(const Case &visit)
{
    QList<Endpoint> found;
    for (const Fact &fact : visit.facts) {
        const bool known = std::any_of(found.begin(), found.end(), [&](const Endpoint &door) {
            return door.host == fact.endpoint.host && door.port == fact.endpoint.port;
        });
        if (fact.endpoint.port != 0 && !known)
            found.append(fact.endpoint);
    }
    return found;
}

Finding findingAt(const char *id, const Fact &fact, double confidence)
{
    Finding found = finding(id);
    found.confidence = confidence;
    if (!fact.endpoint.host.isEmpty()) {
        found.about = fact.endpoint;
        found.values.insert(QStringLiteral("host"), fact.endpoint.host);
        if (fact.endpoint.port != 0) {
            found.values.insert(QStringLiteral("port"), int(fact.endpoint.port));
            found.values.insert(QStringLiteral("protocol"), name(fact.endpoint.protocol));
        }
    }
    because(found, fact);
    return found;
}

void because(Finding &finding, const Fact &fact)
{
    if (!finding.because.contains(fact.number))
        finding.because.append(fact.number);
}

double seconds(qint64 milliseconds)
{
    return milliseconds >= 10'000 ? double((milliseconds + 500) / 1000)
                                  : std::round(double(milliseconds) / 100.0) / 10.0;
}

const char *packWord(const Case &visit, const Fact &fact, QLatin1String where)
{
    if (!visit.provider)
        return nullptr;
    for (const ProviderWord &word : visit.provider->words) {
        if (word.where != where || word.text.isEmpty()
            || !words(fact).contains(word.text, Qt::CaseInsensitive))
            continue;
        for (const FindingKind &kind : findingKinds())
            if (word.finding == QLatin1String(kind.id))
                return kind.id;
    }
    return nullptr;
}

} // namespace rules
