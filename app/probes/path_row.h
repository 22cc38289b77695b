// A row of connections to a door that is known to answer: how many lose a packet on the way?
#pragma once

#include "net/connection_watch.h"
#include "probes/probe.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTimer>
#include <memory>
#include <vector>

namespace probes {

/// Bounds::pathTries connections, each begun a little after the one before, each given Bounds::pathTryMs.
/// Nothing is said on them. One fact with their number and how many were lost.
class PathRow : public Probe
{
    Q_OBJECT
public:
    PathRow(const Job &job, const Context &context);
    ~PathRow() override;
    void start() override;

private:
    struct Try
    {
        QTcpSocket socket;
        QTimer bound;
        QElapsedTimer clock;
        bool settled = false;
    };
    void begin();
    void connected(Try &one);
    void settle(Try &one, bool lost);

    Job m_job;
    net::Environment m_environment;
    QTimer m_pace;
    QElapsedTimer m_clock;
    std::vector<std::unique_ptr<Try>> m_tries;
    int m_settled = 0, m_lost = 0;
};

} // namespace probes
