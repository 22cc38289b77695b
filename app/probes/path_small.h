// The look at a door a second time, with small segments and beside it with usual ones: what stalls again and
// passes in small pieces was too large for the line. One try alone would prove nothing: a slow server passes
// the second time whatever its size. Nor does one such pair: a busy server answers one of two callers and
// lets the other wait; so what looks like a proof is asked for again.
#pragma once

#include "probes/probe.h"

namespace probes {

/// One fact, of the last pair: failure None if small segments came as far as the capabilities; else where and
/// why they ended this time. seen::usualPassed tells of the other try.
class PathSmall : public Probe
{
    Q_OBJECT
public:
    PathSmall(const Job &job, const Context &context);
    void start() override;

private:
    struct Try
    {
        net::Environment environment; ///< the visit's own, with less patience
        std::unique_ptr<Probe> look;
        model::Fact last;
        qint64 milliseconds = 0;
        bool finished = false;

        bool passed() const;
    };
    void begin(Try *one, int segmentBytes);
    void conclude();

    Job m_job;
    Context m_context;
    int m_pairs = 0;
    Try m_small, m_usual;
};

} // namespace probes
