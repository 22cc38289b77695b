// Does the router at the end of our own cable answer? Only asked when nothing beyond it does.
#pragma once

#include "probes/probe.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTimer>
#include <memory>
#include <vector>

namespace probes {

/// One router: alive if it takes or refuses a connection on any of its usual ports, or is known on the cable.
/// A system without any default route is told as NoNetwork. In a routed world the host name "gateway" stands
/// for the router.
class Gateway : public Probe
{
    Q_OBJECT
public:
    Gateway(const Job &job, const Context &context);
    ~Gateway() override;
    void start() override;

    static QList<Job> due(const model::Case &visit, const net::Environment &environment);
    static std::unique_ptr<Probe> make(const Job &job, const Context &context);

private:
    void knock(quint16 port);
    void broke(QAbstractSocket::SocketError error);
    void settle(model::Failure failure);

    Job m_job;
    net::Environment m_environment;
    std::vector<std::unique_ptr<QTcpSocket>> m_sockets;
    qsizetype m_open = 0; ///< not answered yet
    model::Failure m_worst = model::Failure::ConnectTimeout;
    QElapsedTimer m_clock;
    QTimer m_bound;
    bool m_settled = false;
};

} // namespace probes
