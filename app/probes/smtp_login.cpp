#include "probes/smtp_login.h"

#include "model/seen.h"
#include "probes/login_words.h"
#include "probes/reply_seen.h"

namespace probes {

using model::Failure;
using net::SmtpReply;

SmtpLogin::SmtpLogin(const net::Environment &environment, const model::Endpoint &endpoint,
                     const QString &address, Credential credential)
    : SmtpOpening(environment, endpoint, address), m_credential(std::move(credential))
{
}

void SmtpLogin::offered(const SmtpReply &reply)
{
    authenticate(reply);
}

void SmtpLogin::authenticate(const SmtpReply &offers)
{
    enter(model::Step::Login);
    mark({{model::seen::userForm, m_credential.form}});
    emit stage(QStringLiteral("auth"), 0);
    const QByteArrayList mechanisms = offers.offered("AUTH").value_or(QByteArray()).split(' ');
    if (!mayAuthenticate())
        return end(Failure::NotTried);
    if (mechanisms.contains("PLAIN")) {
        mark({{model::seen::mechanism, QStringLiteral("PLAIN")}});
        if (const Failure said
            = saySecret(SecretForm::Plain, "AUTH PLAIN ", m_credential.secret, m_credential.user);
            said != Failure::None)
            return end(said);
        return hear(&SmtpLogin::answered);
    }
    if (!mechanisms.contains("LOGIN"))
        return end(Failure::LoginNotOffered, offersOf(offers));
    mark({{model::seen::mechanism, QStringLiteral("LOGIN")}});
    say("AUTH LOGIN");
    hear(&SmtpLogin::userAsked);
}

void SmtpLogin::userAsked(const SmtpReply &reply)
{
    if (reply.code != 334)
        return answered(reply);
    say(m_credential.user.toBase64());
    hear(&SmtpLogin::passwordAsked);
}

void SmtpLogin::passwordAsked(const SmtpReply &reply)
{
    if (reply.code != 334)
        return answered(reply);
    if (const Failure said = saySecret(SecretForm::Base64, {}, m_credential.secret); said != Failure::None)
        return end(said);
    hear(&SmtpLogin::answered);
}

void SmtpLogin::answered(const SmtpReply &reply)
{
    // A further challenge has no answer: we have said all that there is to say.
    if (reply.code != 235)
        return end(loginFailure(reply), seenOf(reply));
    loggedIn(reply);
}

void SmtpLogin::loggedIn(const SmtpReply &reply)
{
    note(seenOf(reply));
    quit();
}

} // namespace probes
