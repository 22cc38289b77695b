// What the name servers themselves say: each one alone, a name that cannot exist, and records beside the
// addresses.
#pragma once

#include "net/server_query.h"
#include "probes/probe.h"

#include <QRandomGenerator>
#include <memory>
#include <vector>

namespace probes {

/// Job::detail: "each" (every name server by itself, asked for a host of the person's and for a made-up
/// name), "mx" (of the mail domain), "cname" (the aliases of a host that has no address, one after the
/// other), "srv" (whether a service of the mail domain is declared absent). Routed worlds are asked only
/// where a resolver was named.
class NameServer : public Probe
{
    Q_OBJECT
public:
    NameServer(const Job &job, const Context &context);
    ~NameServer() override;
    void start() override;

    static QList<Job> due(const model::Case &visit, const net::Environment &environment);
    static std::unique_ptr<Probe> make(const Job &job, const Context &context);

private:
    void askEach(const QString &host, bool madeUp);
    void askRecords(const QString &name);
    void heardRecords();
    void followed(const QString &target);
    void tell(const model::Fact &fact);
    void over();

    Job m_job;
    net::Environment m_environment;
    std::vector<std::unique_ptr<net::ServerQuery>> m_queries;
    int m_open = 0;
    QStringList m_followed; ///< the aliases so far
};

} // namespace probes
