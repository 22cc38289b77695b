#include "probes/pop3_opening.h"

#include "model/seen.h"
#include "probes/reply_seen.h"

namespace probes {

using model::Failure;
using model::Security;
using model::Step;
using net::Pop3Reply;

void Pop3Opening::begin()
{
    hearGreeting(&Pop3Opening::greeting);
}

void Pop3Opening::greeting(const Pop3Reply &reply)
{
    if (!reply.ok) {
        const bool passing
            = reply.code == "IN-USE" || reply.code == "LOGIN-DELAY" || reply.code == "SYS/TEMP";
        return end(passing ? Failure::Busy : Failure::Unwelcome, seenOf(reply));
    }
    note(seenOf(reply));
    if (endpoint().security != Security::StartTls)
        return askOffers();
    enter(Step::Secure);
    say("CAPA");
    hear(&Pop3Opening::plainOffers, Expect::List);
}

void Pop3Opening::plainOffers(const Pop3Reply &reply)
{
    QJsonObject seen = offersOf(reply);
    seen.remove(model::seen::mechanisms);
    // A server without CAPA may still know STLS: ask it.
    if (reply.ok && reply.offered("STLS").isEmpty())
        return end(Failure::NotOffered, seen);
    say("STLS");
    hear(&Pop3Opening::agreed);
}

void Pop3Opening::agreed(const Pop3Reply &reply)
{
    if (reply.ok)
        return secure(&Pop3Opening::askOffers);
    end(Failure::TlsRefused, seenOf(reply));
}

void Pop3Opening::askOffers()
{
    enter(Step::Capabilities);
    say("CAPA");
    hear(&Pop3Opening::offers, Expect::List);
}

void Pop3Opening::offers(const Pop3Reply &reply)
{
    offered(reply);
}

void Pop3Opening::quit()
{
    say("QUIT");
    end();
}

} // namespace probes
