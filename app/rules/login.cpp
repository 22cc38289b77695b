// Why a server did not let the person in. "Wrong password" only where the server said so itself; every other
// refusal has its own reading, and the provider's own words come before the general ones.
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"

#include <QJsonArray>
#include <algorithm>

namespace rules {

using namespace model;

namespace {

/// What the server offers for a log-in: said with the refusal, or earlier among its capabilities.
QJsonArray offers(const Case &visit, const Fact &fact)
{
    if (fact.seen.contains(seen::mechanisms))
        return fact.seen.value(seen::mechanisms).toArray();
    for (const Fact &earlier : visit.at(Step::Capabilities))
        if (earlier.ok() && sameDoor(earlier.endpoint, fact.endpoint))
            return earlier.seen.value(seen::mechanisms).toArray();
    return {};
}

bool onlyOauth(const QJsonArray &offered)
{
    return !offered.isEmpty() && std::all_of(offered.begin(), offered.end(), [](const QJsonValue &one) {
        const QString mechanism = one.toString().toUpper();
        return mechanism == u"XOAUTH2" || mechanism == u"OAUTHBEARER";
    });
}

bool refusedInSoManyWords(const Fact &fact)
{
    return hasCode(fact, {"535", "5.7.8", "AUTH", "AUTHENTICATIONFAILED"})
        || says(fact,
                {"authentication failed", "authentication failure", "authentication unsuccessful",
                 "authorization failed", "invalid login", "invalid password", "invalid credentials",
                 "login failed", "login incorrect", "logon failure", "bad password", "incorrect password",
                 "wrong password", "password incorrect", "username and password not accepted",
                 "パスワードが"});
}

/// The provider's own lines may send without a log-in: then nothing is missing where none is offered.
bool needsNoLogin(const Case &visit, const Endpoint &door)
{
    return visit.provider
        && std::any_of(
               visit.provider->outgoing.begin(), visit.provider->outgoing.end(),
               [&](const ProviderServer &server) { return sameDoor(server.endpoint, door) && !server.auth; });
}

/// Everything with a reading of its own, before "wrong password" may be thought of. Null: none fits.
const char *specialMeaning(const Case &visit, const Fact &fact)
{
    if (fact.failure == Failure::LoginNotOffered)
        return onlyOauth(offers(visit, fact)) ? "login.oauth-needed" : "login.not-offered";
    if (hasCode(fact, {"5.7.139"})
        || says(fact, {"basic authentication is disabled", "basic auth is disabled", "oauth"}))
        return "login.oauth-needed";
    if (hasCode(fact, {"534", "5.7.9"})
        || says(fact, {"application-specific password", "app password", "専用パスワード"}))
        return "login.app-password-needed";
    if (fact.failure == Failure::LoginNeedsEncryption
        || hasCode(fact, {"538", "530", "PRIVACYREQUIRED", "5.7.11"})
        || says(fact,
                {"cleartext authentication disallowed", "plaintext authentication disallowed", "tls required",
                 "must issue starttls", "must issue a starttls"}))
        return "login.needs-encryption";
    if (hasCode(fact, {"IN-USE", "INUSE"}) || fact.failure == Failure::MailboxInUse
        || says(fact, {"lock busy", "locked by another", "is another session active"}))
        return "login.in-use";
    if (hasCode(fact, {"LOGIN-DELAY"}))
        return "login.too-often";
    if (hasCode(fact, {"LIMIT"})
        || says(fact,
                {"maximum number of connections", "too many connections", "too many simultaneous connections",
                 "connection limit"}))
        return "login.too-many-connections";
    if (hasCode(fact, {"EXPIRED"}) || says(fact, {"contract has ended", "契約"}))
        return "login.contract-ended";
    if (hasCode(fact, {"OVERQUOTA"}) || says(fact, {"over quota", "quota exceeded"}))
        return "login.quota-restricted";
    if (hasCode(fact, {"SYS/PERM", "CONTACTADMIN"})
        || says(fact,
                {"account disabled", "account is disabled", "account has been disabled", "account suspended",
                 "account is suspended", "access disabled", "account locked"}))
        return "login.account-stopped";
    if (fact.failure == Failure::LoginTemporary || fact.failure == Failure::Busy
        || hasCode(fact, {"SYS/TEMP", "UNAVAILABLE", "SERVERBUG", "454", "451", "421", "432", "4.7.0"})
        || says(fact,
                {"temporary authentication failure", "temporarily unavailable", "temporary problem",
                 "try again later", "internal error", "child crashed"}))
        return "login.temporary-failure";
    return nullptr;
}

const Fact *acceptedElsewhere(const Case &visit, const Fact &refused, bool sameHostOnly)
{
    const auto at = std::find_if(visit.facts.begin(), visit.facts.end(), [&](const Fact &fact) {
        return fact.step == Step::Login && fact.ok()
            && (!sameHostOnly || fact.endpoint.host == refused.endpoint.host);
    });
    return at == visit.facts.end() ? nullptr : &*at;
}

QString form(const Fact &fact)
{
    return fact.seen.value(seen::userForm).toString();
}

QString userAs(const Case &visit, const Fact &fact)
{
    const QString user = userName(visit.address, form(fact));
    return user.isEmpty() ? form(fact) : user;
}

Finding refused(const Case &visit, const Fact &fact)
{
    const Fact *accepted = acceptedElsewhere(visit, fact, true);
    if (accepted && !form(*accepted).isEmpty() && form(*accepted) != form(fact)) {
        Finding other = findingAt("login.user-form", fact, 0.95);
        because(other, *accepted);
        other.values.insert(QStringLiteral("user"), userAs(visit, fact));
        other.values.insert(QStringLiteral("right_user"), userAs(visit, *accepted));
        return other;
    }
    Finding wrong = findingAt("login.wrong-password", fact, refusedInSoManyWords(fact) ? 0.95 : 0.6);
    // The same password opened another door of this provider: then it is hardly the password.
    if (const Fact *elsewhere = acceptedElsewhere(visit, fact, false)) {
        wrong.confidence = 0.4;
        because(wrong, *elsewhere);
    }
    return wrong;
}

} // namespace

QList<Finding> login(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const Fact &fact : visit.at(Step::Login)) {
        if (fact.ok() || fact.failure == Failure::NotTried || fact.failure == Failure::Cancelled)
            continue;
        if (fact.failure == Failure::LoginNotOffered && needsNoLogin(visit, fact.endpoint))
            continue;
        const bool spoke = fact.failure != Failure::Silent && fact.failure != Failure::Drip
            && fact.failure != Failure::ClosedEarly && fact.failure != Failure::Reset;
        std::optional<Finding> one;
        if (const char *id = packWord(visit, fact, QLatin1String("login")))
            one = findingAt(id, fact, 0.95);
        else if (const char *special
                 = spoke || !words(fact).isEmpty() ? specialMeaning(visit, fact) : nullptr)
            one = findingAt(special, fact, 0.9);
        else if (fact.failure == Failure::LoginRefused)
            one = refused(visit, fact);
        else if (fact.failure == Failure::LoginForbidden)
            one = findingAt("login.account-stopped", fact, 0.5);
        if (!one)
            continue;
        if (!words(fact).isEmpty())
            one->values.insert(QStringLiteral("reply"), words(fact));
        found.append(*one);
    }
    return found;
}

} // namespace rules
