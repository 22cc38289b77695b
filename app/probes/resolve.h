// Name to addresses, IPv4 and IPv6 apart.
#pragma once

#include "net/resolver.h"
#include "probes/probe.h"

namespace probes {

class Resolve : public Probe
{
    Q_OBJECT
public:
    Resolve(const Job &job, const Context &context);
    void start() override;

    static QList<Job> due(const model::Case &visit, const net::Environment &environment);
    static std::unique_ptr<Probe> make(const Job &job, const Context &context);

private:
    void heard(const net::NameAnswer &answer);

    Job m_job;
    bool m_configured;
    bool m_asksSomebody = false; ///< the hosts file or a name server answers
    QString m_hostsFile;
    net::Resolver m_resolver;
};

} // namespace probes
