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

void Pop3Login::loggedIn(const Pop3Reply &reply)
{
    note(seenOf(reply));
    enter(model::Step::Mailbox);
    say("STAT");
    hear(&Pop3Login::counted);
}

void Pop3Login::counted(const Pop3Reply &reply)
{
    // "+OK count bytes", RFC 1939 section 5
    const QByteArrayList words = reply.text.simplified().split(' ');
    bool countValid = false, bytesValid = false;
    const bool readable
        = reply.ok && words.size() >= 2 && words.at(0).size() <= 18 && words.at(1).size() <= 18;
    const qint64 count = readable ? words.at(0).toLongLong(&countValid) : 0;
    const qint64 bytes = readable ? words.at(1).toLongLong(&bytesValid) : 0;
    if (!countValid || !bytesValid || count < 0 || bytes < 0)
        return end(Failure::ProtocolError, seenOf(reply));
    note({{model::seen::messages, count}, {model::seen::bytes, bytes}});
    say("RSET"); // some servers mark on the way; QUIT would then make it real
    hear(&Pop3Login::unmarked);
}

void Pop3Login::unmarked(const Pop3Reply &)
{
    quit();
}

} // namespace probes
