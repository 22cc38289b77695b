// A door that hung up while another connection to the same machine stood, asked once more, alone.
#pragma once

#include "probes/dialogue_probe.h"

#include <QTimer>

namespace probes {

/// Tells a limit on connections from a door that is broken (faults.md S75): pauses for Bounds::againPauseMs,
/// then looks again as at first. Its facts carry "again".
class Again : public DialogueProbe
{
    Q_OBJECT
public:
    Again(std::unique_ptr<net::DialogueBase> dialogue, int pauseMs);
    void start() override;

    /// One door after the other, and none before all other looks at its machine have ended.
    static QList<Job> due(const model::Case &visit, const net::Environment &environment);
    static std::unique_ptr<Probe> make(const Job &job, const Context &context);

private:
    QTimer m_pause;
};

} // namespace probes
