// SMTP as far as a log-in (RFC 4954). Only PLAIN and LOGIN, only inside verified encryption.
#pragma once

#include "probes/credential.h"
#include "probes/smtp_opening.h"

namespace probes {

class SmtpLogin : public SmtpOpening
{
public:
    SmtpLogin(const net::Environment &environment, const model::Endpoint &endpoint, const QString &address,
              Credential credential);

protected:
    void offered(const net::SmtpReply &reply) override;
    /// The step becomes Login; ends the dialogue unless the server lets us in.
    void authenticate(const net::SmtpReply &offers);
    virtual void loggedIn(const net::SmtpReply &reply);

private:
    void userAsked(const net::SmtpReply &reply);
    void passwordAsked(const net::SmtpReply &reply);
    void answered(const net::SmtpReply &reply);

    Credential m_credential;
};

} // namespace probes
