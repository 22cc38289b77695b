// IMAP as far as a log-in: AUTHENTICATE PLAIN (RFC 4959), else LOGIN.
#pragma once

#include "probes/credential.h"
#include "probes/imap_opening.h"

namespace probes {

class ImapLogin : public ImapOpening
{
public:
    ImapLogin(const net::Environment &environment, const model::Endpoint &endpoint, const QString &address,
              Credential credential);

protected:
    void offered(const QByteArrayList &capabilities) override;
    /// Default: notes Login, learns what the server offers now, and goes on with atHome().
    virtual void loggedIn(const net::ImapReply &reply);
    virtual void atHome() { logout(); }
    const QByteArrayList &capabilities() const { return m_capabilities; } ///< upper case

private:
    void plainAsked(const net::ImapReply &reply);
    void userAsked(const net::ImapReply &reply);
    void passwordAsked(const net::ImapReply &reply);
    void answered(const net::ImapReply &reply);
    void offersAgain(const net::ImapReply &reply);

    Credential m_credential;
    QByteArrayList m_capabilities;
};

} // namespace probes
