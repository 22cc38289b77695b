// POP3 up to what the server offers on the connection that is going to be used (RFC 1939, RFC 2449, RFC
// 2595).
#pragma once

#include "net/dialogue.h"
#include "net/pop3_reply.h"

namespace probes {

class Pop3Opening : public net::Dialogue<net::Pop3Reply>
{
public:
    using Dialogue::Dialogue;

protected:
    /// The answer to the CAPA that counts: after encryption, unless Security::Plain. A server without CAPA
    /// answers -ERR, which is no fault. The step is Capabilities.
    virtual void offered(const net::Pop3Reply &capa) = 0;
    void quit();

private:
    void begin() final;
    void greeting(const net::Pop3Reply &reply);
    void plainOffers(const net::Pop3Reply &reply);
    void agreed(const net::Pop3Reply &reply);
    void askOffers();
    void offers(const net::Pop3Reply &reply);
};

} // namespace probes
