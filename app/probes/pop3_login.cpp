#include "probes/pop3_login.h"

#include "model/seen.h"
#include "probes/login_words.h"
#include "probes/reply_seen.h"

namespace probes {

using model::Failure;
using net::Pop3Reply;

Pop3Login::Pop3Login(const net::Environment &environment, const model::Endpoint &endpoint,
                     const QString &address, Credential credential)
    : Pop3Opening(environment, endpoint, address), m_credential(std::move(credential))
{
}

void Pop3Login::offered(const Pop3Reply &capa)
{
    m_pipelines = !capa.offered("PIPELINING").isEmpty();
    enter(model::Step::Login);
    emit stage(QStringLiteral("auth"), 0);
    mark({{model::seen::userForm, m_credential.form}});
    if (!mayAuthenticate())
        return end(Failure::NotTried);
    // USER is the way that every server knows; one with CAPA that leaves it out means it.
    if (!capa.ok || !capa.offered("USER").isEmpty() || capa.offered("SASL").isEmpty()) {
        mark({{model::seen::mechanism, QStringLiteral("USER")}});
        say("USER " + m_credential.user);
        return hear(&Pop3Login::userHeard);
    }
    if (!capa.offered("SASL").split(' ').contains("PLAIN"))
        return end(Failure::LoginNotOffered, offersOf(capa));
    mark({{model::seen::mechanism, QStringLiteral("PLAIN")}});
    say("AUTH PLAIN");
    hear(&Pop3Login::plainAsked, Expect::Challenge);
}

void Pop3Login::plainAsked(const Pop3Reply &reply)
{
    if (!reply.challenge)
        return end(reply.ok ? Failure::ProtocolError : loginFailure(reply), seenOf(reply));
    if (const Failure said = saySecret(SecretForm::Plain, {}, m_credential.secret, m_credential.user);
        said != Failure::None)
        return end(said);
    hear(&Pop3Login::answered);
}

void Pop3Login::userHeard(const Pop3Reply &reply)
{
    if (!reply.ok)
        return end(loginFailure(reply), seenOf(reply));
    if (const Failure said = saySecret(SecretForm::Bare, "PASS ", m_credential.secret); said != Failure::None)
        return end(said);
    hear(&Pop3Login::answered);
}

void Pop3Login::answered(const Pop3Reply &reply)
{
    if (!reply.ok)
        return end(loginFailure(reply), seenOf(reply));
    loggedIn(reply);
}

} // namespace probes
