// Waits for a message over IMAP: one connection, one search every two seconds.
#pragma once

#include "probes/awaited.h"
#include "probes/imap_login.h"

#include <QElapsedTimer>
#include <QTimer>

namespace probes {

class ArriveImap : public ImapLogin
{
public:
    ArriveImap(const net::Environment &environment, const model::Endpoint &endpoint, const QString &address,
               Credential credential, const Awaited &awaited);

private:
    void loggedIn(const net::ImapReply &reply) override;
    void look();
    void opened(const net::ImapReply &reply);
    void searched(const net::ImapReply &reply);

    Awaited m_awaited;
    QElapsedTimer m_clock;
    QTimer m_pause;
};

} // namespace probes
