// POP3 as far as a log-in (RFC 1939 section 7, RFC 5034), then a look at the mailbox that changes nothing.
#pragma once

#include "probes/credential.h"
#include "probes/pop3_opening.h"

namespace probes {

class Pop3Login : public Pop3Opening
{
public:
    Pop3Login(const net::Environment &environment, const model::Endpoint &endpoint, const QString &address,
              Credential credential);

protected:
    void offered(const net::Pop3Reply &capa) override;
    /// Default: notes Login, counts the mailbox and leaves.
    virtual void loggedIn(const net::Pop3Reply &reply);

private:
    void plainAsked(const net::Pop3Reply &reply);
    void userHeard(const net::Pop3Reply &reply);
    void answered(const net::Pop3Reply &reply);
    void counted(const net::Pop3Reply &reply);
    void unmarked(const net::Pop3Reply &reply);

    Credential m_credential;
};

} // namespace probes
