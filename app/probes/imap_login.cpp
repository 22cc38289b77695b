#include "probes/imap_login.h"

#include "model/seen.h"
#include "probes/login_words.h"
#include "probes/reply_seen.h"

namespace probes {

using model::Failure;
using net::ImapReply;

ImapLogin::ImapLogin(const net::Environment &environment, const model::Endpoint &endpoint,
                     const QString &address, Credential credential)
    : ImapOpening(environment, endpoint, address), m_credential(std::move(credential))
{
}

void ImapLogin::offered(const QByteArrayList &capabilities)
{
    m_capabilities = capabilities;
    enter(model::Step::Login);
    emit stage(QStringLiteral("auth"), 0);
    mark({{model::seen::userForm, m_credential.form}});
    if (!mayAuthenticate())
        return end(Failure::NotTried);
    if (capabilities.contains("AUTH=PLAIN")) {
        mark({{model::seen::mechanism, QStringLiteral("PLAIN")}});
        if (!capabilities.contains("SASL-IR")) {
            say(nextTag() + " AUTHENTICATE PLAIN");
            return hear(&ImapLogin::plainAsked, continuation());
        }
        if (const Failure said = saySecret(SecretForm::Plain, nextTag() + " AUTHENTICATE PLAIN ",
                                           m_credential.secret, m_credential.user);
            said != Failure::None)
            return end(said);
        return hear(&ImapLogin::answered, untilTag());
    }
    if (capabilities.contains("LOGINDISABLED"))
        return end(Failure::LoginNotOffered, offersOf(capabilities));
    mark({{model::seen::mechanism, QStringLiteral("LOGIN")}});
    // Literals: nothing to escape, and any character that a password may hold.
    say(nextTag() + " LOGIN {" + QByteArray::number(m_credential.user.size()) + '}');
    hear(&ImapLogin::userAsked, continuation());
}

void ImapLogin::plainAsked(const ImapReply &reply)
{
    if (!reply.isContinuation())
        return answered(reply);
    if (const Failure said = saySecret(SecretForm::Plain, {}, m_credential.secret, m_credential.user);
        said != Failure::None)
        return end(said);
    hear(&ImapLogin::answered, untilTag());
}

void ImapLogin::userAsked(const ImapReply &reply)
{
    if (!reply.isContinuation())
        return answered(reply);
    say(m_credential.user + " {" + QByteArray::number(m_credential.secret.reveal().size()) + '}');
    hear(&ImapLogin::passwordAsked, continuation());
}

void ImapLogin::passwordAsked(const ImapReply &reply)
{
    if (!reply.isContinuation())
        return answered(reply);
    if (const Failure said = saySecret(SecretForm::Bare, {}, m_credential.secret); said != Failure::None)
        return end(said);
    hear(&ImapLogin::answered, untilTag());
}

void ImapLogin::answered(const ImapReply &reply)
{
    // A referral ([REFERRAL …]) is told in the server's words and never followed.
    if (!reply.ok())
        return end(loginFailure(reply), seenOf(reply));
    loggedIn(reply);
}

void ImapLogin::loggedIn(const ImapReply &reply)
{
    if (step() == model::Step::Login)
        note(seenOf(reply));
    if (reply.capabilities().isEmpty())
        return command("CAPABILITY", &ImapLogin::offersAgain);
    m_capabilities = reply.capabilities();
    atHome();
}

void ImapLogin::offersAgain(const ImapReply &reply)
{
    if (!reply.capabilities().isEmpty())
        m_capabilities = reply.capabilities();
    atHome();
}

} // namespace probes
