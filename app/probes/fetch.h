// The one message at which a POP3 fetch breaks: the mailbox is read through into nothing. Deletes nothing,
// marks nothing.
#pragma once

#include "probes/credential.h"
#include "probes/fetch_run.h"
#include "probes/probe.h"

#include <QTimer>
#include <memory>

namespace probes {

class FetchPop3;

namespace fetch {

/// Only where the person says that receiving stops (symptom "cannot-receive" or "stops-midway"), and after a
/// POP3 log-in that worked.
QList<Job> due(const model::Case &visit, const net::Environment &environment);
std::unique_ptr<Probe> make(const Job &job, const Context &context);

constexpr int mostTries = 2; ///< at one message (faults.md S56)
constexpr int mostConnections = 8;

} // namespace fetch

class Fetch : public Probe
{
    Q_OBJECT
public:
    Fetch(const net::Environment &environment, const Job &job, Credential credential);
    ~Fetch() override;
    void start() override;

private:
    void connectOnce();
    void heard(const model::Fact &fact);
    void over();
    void broken();
    void report();
    model::Fact fact(model::Failure failure) const;
    model::Fact factOf(const Suspect &suspect) const;

    net::Environment m_environment;
    Job m_job;
    Credential m_credential;
    FetchRun m_run;
    std::unique_ptr<FetchPop3> m_connection;
    QTimer m_pause;
    int m_connections = 0;
    int m_triesHere = 0; ///< at m_brokenAt
    FetchRun::Message m_brokenAt;
    model::Failure m_failure = model::Failure::None; ///< how the last connection ended
    bool m_beforeReading = false; ///< it did not even come to the mailbox
};

} // namespace probes
