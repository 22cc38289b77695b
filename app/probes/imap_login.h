// IMAP as far as a log-in: AUTHENTICATE PLAIN (RFC 4959), else LOGIN; then a look at the inbox that changes
// nothing.
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
    /// Default: notes Login, looks at the inbox and leaves.
    virtual void loggedIn(const net::ImapReply &reply);

private:
    void plainAsked(const net::ImapReply &reply);
    void userAsked(const net::ImapReply &reply);
    void passwordAsked(const net::ImapReply &reply);
    void answered(const net::ImapReply &reply);
    void offersAgain(const net::ImapReply &reply);
    void examine();
    void examined(const net::ImapReply &reply);
    void quotaTold(const net::ImapReply &reply);

    Credential m_credential;
    QByteArrayList m_capabilities;
    QJsonObject m_mailbox;
};

} // namespace probes
