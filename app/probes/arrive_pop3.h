// Waits for a message over POP3: a new connection every two seconds, because a POP3 mailbox does not change
// while open.
#pragma once

#include "probes/awaited.h"
#include "probes/pop3_login.h"
#include "probes/probe.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

namespace probes {

/// One look: the headers of what was not there before.
class Pop3Search : public Pop3Login
{
public:
    /// `known`: UIDLs that were looked at already; grows.
    Pop3Search(const net::Environment &environment, const Job &job, Credential credential,
               const QByteArray &messageId, QSet<QByteArray> *known);
    int copies() const { return m_copies; }
    bool loggedInAtAll() const { return m_loggedIn; }

private:
    void loggedIn(const net::Pop3Reply &reply) override;
    void listed(const net::Pop3Reply &reply);
    void next();
    void headers(const net::Pop3Reply &reply);

    QByteArray m_messageId;
    QSet<QByteArray> *m_known;
    QByteArrayList m_numbers;
    int m_copies = 0;
    bool m_loggedIn = false;
};

class ArrivePop3 : public Probe
{
    Q_OBJECT
public:
    ArrivePop3(const net::Environment &environment, const Job &job, Credential credential,
               const Awaited &awaited);
    void start() override;

private:
    void look();
    void heard(const model::Fact &fact);
    void looked();
    void report(model::Failure failure);

    net::Environment m_environment;
    Job m_job;
    Credential m_credential;
    Awaited m_awaited;
    QSet<QByteArray> m_known;
    std::unique_ptr<Pop3Search> m_search;
    model::Failure m_trouble = model::Failure::None;
    bool m_final = false; ///< the server will not let us in again
    QElapsedTimer m_clock;
    QTimer m_pause;
    int m_copies = 0;
    int m_logins = 0;
};

} // namespace probes
