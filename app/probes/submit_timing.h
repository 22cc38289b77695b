// The timing test: one message to oneself, every stage timed (RFC 5321). Only after the person's explicit
// yes.
#pragma once

#include "probes/probe.h"
#include "probes/smtp_login.h"
#include "probes/test_message.h"

#include <QElapsedTimer>

namespace probes {

class SubmitTiming : public SmtpLogin
{
public:
    /// `login`: false where the server takes mail without one.
    SubmitTiming(const net::Environment &environment, const model::Endpoint &endpoint, const QString &address,
                 Credential credential, const QString &mailAddress, TestMessage message, bool login);

private:
    void offered(const net::SmtpReply &reply) override;
    void loggedIn(const net::SmtpReply &reply) override;
    void envelope();
    void senderHeard(const net::SmtpReply &reply);
    void recipientHeard(const net::SmtpReply &reply);
    void dataHeard(const net::SmtpReply &reply);
    void uploaded();
    void accepted(const net::SmtpReply &reply);
    void refused(model::Failure failure, const net::SmtpReply &reply);

    QByteArray m_mailAddress;
    TestMessage m_message;
    bool m_login;
    bool m_takesSize = false;
    bool m_dotSaid = false;
    QElapsedTimer m_clock;
};

namespace submit_timing {

/// One job for each size agreed to; a door with verified encryption, and a log-in that was not refused.
QList<Job> due(const model::Case &visit, const net::Environment &environment);
std::unique_ptr<Probe> make(const Job &job, const Context &context);

} // namespace submit_timing

} // namespace probes
