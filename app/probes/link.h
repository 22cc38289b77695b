// Does this PC have a network at all?
#pragma once

#include "probes/probe.h"

namespace probes {

class Link : public Probe
{
    Q_OBJECT
public:
    using Probe::Probe;
    void start() override;

    static QList<Job> due(const model::Case &visit, const net::Environment &environment);
    static std::unique_ptr<Probe> make(const Job &job, const Context &context);
};

} // namespace probes
