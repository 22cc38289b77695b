#include "probes/imap_opening.h"

#include "model/seen.h"
#include "probes/reply_seen.h"

namespace probes {

using model::Failure;
using model::Security;
using model::Step;
using net::ImapReply;

QByteArray ImapOpening::nextTag()
{
    m_tag = 't' + QByteArray::number(++m_commands);
    return m_tag;
}

void ImapOpening::begin()
{
    hearGreeting(&ImapOpening::greeting, {Expect::Kind::Greeting, {}});
}

void ImapOpening::greeting(const ImapReply &reply)
{
    if (reply.status == "BYE")
        return end(Failure::Busy, seenOf(reply));
    // Logged in before anything was proven: somebody wants the encryption left out (RFC 8314 section 3.2).
    if (reply.status == "PREAUTH")
        return end(Failure::Preauth, seenOf(reply));
    if (!reply.ok())
        return end(Failure::Unwelcome, seenOf(reply));
    note(seenOf(reply));
    if (endpoint().security != Security::StartTls)
        return askOffers();
    enter(Step::Secure);
    command("CAPABILITY", &ImapOpening::plainOffers);
}

void ImapOpening::plainOffers(const ImapReply &reply)
{
    if (reply.bye)
        return end(Failure::Busy, seenOf(reply));
    const QByteArrayList capabilities = reply.capabilities();
    QJsonObject seen = offersOf(capabilities);
    seen.remove(model::seen::mechanisms);
    if (!reply.ok() || !capabilities.contains("STARTTLS"))
        return end(Failure::NotOffered, seen);
    command("STARTTLS", &ImapOpening::agreed);
}

void ImapOpening::agreed(const ImapReply &reply)
{
    if (reply.ok())
        return secure(&ImapOpening::askOffers);
    end(Failure::TlsRefused, seenOf(reply));
}

void ImapOpening::askOffers()
{
    enter(Step::Capabilities);
    command("CAPABILITY", &ImapOpening::offers);
}

void ImapOpening::offers(const ImapReply &reply)
{
    if (reply.bye)
        return end(Failure::Busy, seenOf(reply));
    const QByteArrayList capabilities = reply.capabilities();
    if (!reply.ok() || capabilities.isEmpty())
        return end(Failure::ProtocolError, seenOf(reply));
    offered(capabilities);
}

void ImapOpening::logout()
{
    say(nextTag() + " LOGOUT");
    end();
}

} // namespace probes
