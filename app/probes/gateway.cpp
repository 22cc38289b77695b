#include "probes/gateway.h"

#include "model/seen.h"
#include "net/gateways.h"
#include "probes/trouble.h"

#include <QNetworkProxy>

namespace probes {

using model::Failure;
using model::Step;

namespace {

constexpr quint16 usualPorts[] = {53, 80, 443}; // name service and the pages of its settings

QString standIn()
{
    return QStringLiteral("gateway");
}

} // namespace

QList<Job> Gateway::due(const model::Case &visit, const net::Environment &environment)
{
    const QList<model::Fact> links = visit.at(Step::Link);
    if (visit.practice || links.isEmpty() || !links.first().ok() || anythingReached(visit)
        || !outOfReach(visit, environment))
        return {};
    QStringList addresses = environment.route.addressesOf(standIn());
    if (environment.route.isEmpty()) {
        const net::DefaultRoutes routes = net::defaultRoutes();
        if (routes.known && !routes.any)
            return {{QStringLiteral("gateway none"), {}, {}, {}}};
        for (const QHostAddress &gateway : routes.gateways)
            addresses.append(gateway.toString());
    }
    QList<Job> jobs;
    for (const QString &address : std::as_const(addresses))
        jobs.append({QStringLiteral("gateway ") + address, {}, address, {}});
    return jobs;
}

std::unique_ptr<Probe> Gateway::make(const Job &job, const Context &context)
{
    return std::make_unique<Gateway>(job, context);
}

Gateway::Gateway(const Job &job, const Context &context) : m_job(job), m_environment(*context.environment)
{
    m_bound.setSingleShot(true);
    connect(&m_bound, &QTimer::timeout, this, [this] { settle(m_worst); });
}

Gateway::~Gateway()
{
    for (const auto &socket : m_sockets)
        socket->disconnect(this);
}

void Gateway::start()
{
    m_clock.start();
    if (m_job.address.isEmpty())
        return settle(Failure::NoNetwork);
    m_bound.start(m_environment.bounds.gatewayMs);
    for (const quint16 port : usualPorts)
        if (mayAsk(m_environment, standIn(), port))
            knock(port);
}

void Gateway::knock(quint16 port)
{
    QString address = m_job.address;
    if (const auto detour = m_environment.route.of(standIn(), port)) {
        address = detour->address;
        port = detour->port;
    }
    auto socket = std::make_unique<QTcpSocket>();
    socket->setProxy(QNetworkProxy::NoProxy);
    connect(socket.get(), &QTcpSocket::connected, this, [this] { settle(Failure::None); });
    connect(socket.get(), &QTcpSocket::errorOccurred, this, &Gateway::broke);
    ++m_open;
    QTcpSocket *const knocking = socket.get();
    m_sockets.push_back(std::move(socket));
    knocking->connectToHost(QHostAddress(address), port);
}

void Gateway::broke(QAbstractSocket::SocketError error)
{
    if (error == QAbstractSocket::ConnectionRefusedError)
        return settle(Failure::None); // a router that says no is a router that lives
    if (error != QAbstractSocket::SocketTimeoutError)
        m_worst = Failure::Unreachable;
    if (--m_open == 0)
        settle(m_worst);
}

void Gateway::settle(Failure failure)
{
    if (std::exchange(m_settled, true))
        return;
    m_bound.stop();
    for (const auto &socket : m_sockets)
        socket->disconnect(this);
    // Many a router answers no stranger on any port, and yet hands everything on.
    const bool neighbour = failure != Failure::None && m_environment.route.isEmpty()
        && !m_job.address.isEmpty() && net::isNeighbourNow(QHostAddress(m_job.address));
    model::Fact fact;
    fact.step = Step::Gateway;
    fact.address = m_job.address;
    fact.failure = neighbour ? Failure::None : failure;
    fact.milliseconds = m_clock.elapsed();
    if (neighbour)
        fact.seen.insert(model::seen::neighbour, true);
    endWith(fact);
}

} // namespace probes
