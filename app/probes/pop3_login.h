// POP3 as far as a log-in (RFC 1939 section 7, RFC 5034).
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
    /// The mailbox is open. The step is Login, not noted yet.
    virtual void loggedIn(const net::Pop3Reply &reply) = 0;
    /// Several commands may be under way at once (RFC 2449 section 6.6).
    bool pipelines() const { return m_pipelines; }

private:
    void plainAsked(const net::Pop3Reply &reply);
    void userHeard(const net::Pop3Reply &reply);
    void answered(const net::Pop3Reply &reply);

    Credential m_credential;
    bool m_pipelines = false;
};

} // namespace probes
