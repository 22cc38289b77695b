// The look at a door a second time, with small segments: what stalled before and passes now was too large for
// the line.
#pragma once

#include "probes/probe.h"

namespace probes {

/// One fact: failure None if it came as far as the capabilities; else where and why it ended this time.
class PathSmall : public Probe
{
    Q_OBJECT
public:
    PathSmall(const Job &job, const Context &context);
    void start() override;

private:
    void heard(const model::Fact &fact);

    Job m_job;
    net::Environment m_environment; ///< the visit's own, with small segments and less patience
    std::unique_ptr<Probe> m_look;
    model::Fact m_last;
    qint64 m_milliseconds = 0;
};

} // namespace probes
