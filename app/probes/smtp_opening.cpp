#include "probes/smtp_opening.h"

#include "model/seen.h"
#include "probes/reply_seen.h"

namespace probes {

using model::Failure;
using model::Security;
using model::Step;
using net::SmtpReply;

void SmtpOpening::begin()
{
    hearGreeting(&SmtpOpening::greeting);
}

void SmtpOpening::greeting(const SmtpReply &reply)
{
    if (reply.code != 220)
        return end(reply.temporary()       ? Failure::Busy
                       : reply.code >= 500 ? Failure::Unwelcome
                                           : Failure::NotMail,
                   seenOf(reply));
    note(seenOf(reply));
    if (endpoint().security != Security::StartTls)
        return askOffers();
    enter(Step::Secure);
    say("EHLO " + environment().ownName.toLatin1());
    hear(&SmtpOpening::plainOffers);
}

void SmtpOpening::plainOffers(const SmtpReply &reply)
{
    if (reply.temporary())
        return end(Failure::Busy, seenOf(reply));
    QJsonObject seen = offersOf(reply);
    seen.remove(model::seen::mechanisms); // what is offered in clear text counts for nothing
    if (reply.code != 250 || !reply.offers("STARTTLS"))
        return end(Failure::NotOffered, seen);
    say("STARTTLS");
    hear(&SmtpOpening::agreed);
}

void SmtpOpening::agreed(const SmtpReply &reply)
{
    if (reply.code == 220)
        return secure(&SmtpOpening::askOffers);
    end(reply.code >= 400 ? Failure::TlsRefused : Failure::ProtocolError, seenOf(reply));
}

void SmtpOpening::askOffers()
{
    enter(Step::Capabilities);
    say("EHLO " + environment().ownName.toLatin1());
    hear(&SmtpOpening::offers);
}

void SmtpOpening::offers(const SmtpReply &reply)
{
    if (reply.code != 250)
        return end(reply.temporary() ? Failure::Busy : Failure::ProtocolError, seenOf(reply));
    offered(reply);
}

void SmtpOpening::quit()
{
    say("QUIT"); // its answer changes nothing any more
    end();
}

} // namespace probes
