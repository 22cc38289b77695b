// SMTP up to what the server offers on the connection that is going to be used (RFC 5321, RFC 3207).
#pragma once

#include "net/dialogue.h"
#include "net/smtp_reply.h"

namespace probes {

class SmtpOpening : public net::Dialogue<net::SmtpReply>
{
public:
    using Dialogue::Dialogue;

protected:
    /// The answer to the EHLO that counts: after encryption, unless the endpoint is Security::Plain. The step
    /// is Capabilities; nothing was noted for it yet.
    virtual void offered(const net::SmtpReply &reply) = 0;
    void quit();

private:
    void begin() final;
    void greeting(const net::SmtpReply &reply);
    void plainOffers(const net::SmtpReply &reply);
    void agreed(const net::SmtpReply &reply);
    void askOffers();
    void offers(const net::SmtpReply &reply);
};

} // namespace probes
