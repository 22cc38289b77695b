#include "probes/path_row.h"

#include "model/seen.h"

#include <QHostAddress>
#include <QNetworkProxy>

namespace probes {

namespace {

constexpr int paceMs = 100; // a server must not take it for an attack
constexpr qint64 repeatedSynMs = 950; // where the system does not count repetitions (RFC 6298 section 2)

} // namespace

PathRow::PathRow(const Job &job, const Context &context) : m_job(job), m_environment(*context.environment)
{
    m_pace.setInterval(paceMs);
    connect(&m_pace, &QTimer::timeout, this, &PathRow::begin);
}

PathRow::~PathRow()
{
    for (const auto &one : m_tries)
        one->socket.disconnect(this);
}

void PathRow::start()
{
    m_clock.start();
    m_pace.start();
    begin();
}

void PathRow::begin()
{
    if (int(m_tries.size()) >= net::Bounds::pathTries)
        return m_pace.stop();
    m_tries.push_back(std::make_unique<Try>());
    Try &one = *m_tries.back();
    one.socket.setProxy(QNetworkProxy::NoProxy);
    one.bound.setSingleShot(true);
    connect(&one.bound, &QTimer::timeout, this, [this, &one] { settle(one, true); });
    connect(&one.socket, &QTcpSocket::connected, this, [this, &one] { connected(one); });
    connect(&one.socket, &QTcpSocket::errorOccurred, this, [this, &one](QAbstractSocket::SocketError error) {
        settle(one, error == QAbstractSocket::SocketTimeoutError);
    });
    one.bound.start(m_environment.bounds.pathTryMs);
    one.clock.start();
    QString address = m_job.address;
    quint16 port = m_job.endpoint.port;
    if (const auto detour = m_environment.route.of(m_job.endpoint.host, port)) {
        address = detour->address;
        port = detour->port;
    }
    one.socket.connectToHost(QHostAddress(address), port);
}

void PathRow::connected(Try &one)
{
    net::ConnectionWatch watch;
    watch.hold(one.socket.socketDescriptor());
    const auto repeated = watch.retransmits();
    settle(one, repeated ? *repeated > 0 : one.clock.elapsed() >= repeatedSynMs);
}

void PathRow::settle(Try &one, bool lost)
{
    if (std::exchange(one.settled, true))
        return;
    one.bound.stop();
    one.socket.disconnect(this);
    // From the event loop: the socket may be in the middle of telling us.
    QMetaObject::invokeMethod(
        &one.socket, [&one] { one.socket.abort(); }, Qt::QueuedConnection);
    m_lost += lost;
    if (++m_settled < net::Bounds::pathTries)
        return;
    model::Fact fact;
    fact.step = model::Step::Path;
    fact.endpoint = m_job.endpoint;
    fact.address = m_job.address;
    fact.milliseconds = m_clock.elapsed();
    fact.seen = {{model::seen::connections, net::Bounds::pathTries}, {model::seen::lost, m_lost}};
    endWith(fact);
}

} // namespace probes
