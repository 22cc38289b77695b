#include "net/name_query.h"

#include <QHostAddress>
#include <QtEndian>
#include <algorithm>

#include <ares.h>
#ifndef Q_OS_WIN
#include <sys/time.h>
#endif

namespace net {

using model::Failure;

namespace {

constexpr int attempts = 2; // one lost packet must not look like a dead server

/// c-ares wants to be initialised once a process (Windows loads a library there).
bool libraryReady()
{
    static const bool ready = ares_library_init(ARES_LIB_INIT_ALL) == ARES_SUCCESS;
    return ready;
}

Failure failureOf(int status)
{
    switch (status) {
    case ARES_SUCCESS:
        return Failure::None;
    case ARES_ENOTFOUND:
        return Failure::NameUnknown;
    case ARES_ENODATA:
        return Failure::NameWithoutAddress;
    case ARES_ESERVFAIL:
        return Failure::ResolverFailed;
    case ARES_EREFUSED:
    case ARES_ENOTIMP:
        return Failure::ResolverRefused;
    case ARES_EFORMERR:
    case ARES_EBADRESP:
    case ARES_EBADNAME:
        return Failure::NameMalformed;
    case ARES_ENOMEM:
        return Failure::LocalResource;
    default: // time-out, or a port on which nobody listens: no name server answered
        return Failure::ResolverSilent;
    }
}

QString serverText(const QHostAddress &address, quint16 port)
{
    const bool six = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (six ? u'[' + address.toString() + u']' : address.toString()) + u':' + QString::number(port);
}

QStringList serversOfSystem()
{
    QStringList found;
    ares_channel channel = nullptr;
    if (!libraryReady() || ares_init(&channel) != ARES_SUCCESS)
        return found;
    ares_addr_port_node *list = nullptr;
    if (ares_get_servers_ports(channel, &list) == ARES_SUCCESS) {
        for (const ares_addr_port_node *node = list; node; node = node->next) {
            const quint16 port = node->udp_port > 0 ? quint16(node->udp_port) : quint16(53);
            if (node->family == AF_INET)
                found.append(serverText(QHostAddress(qFromBigEndian(node->addr.addr4.s_addr)), port));
            else
                found.append(
                    serverText(QHostAddress(reinterpret_cast<const quint8 *>(&node->addr.addr6)), port));
        }
        ares_free_data(list);
    }
    ares_destroy(channel);
    return found;
}

bool worthAnotherServer(Failure failure)
{
    return failure == Failure::ResolverSilent || failure == Failure::ResolverFailed
        || failure == Failure::ResolverRefused || failure == Failure::NameMalformed;
}

} // namespace

NameQuery::NameQuery(const QString &host, Family family, const Environment &environment, QObject *parent)
    : QObject(parent), m_host(host), m_family(family), m_queryMs(environment.bounds.resolveQueryMs)
{
    for (const auto &[address, port] : environment.resolvers)
        m_servers.append(serverText(address, port ? port : quint16(53)));
    if (m_servers.isEmpty())
        m_servers = serversOfSystem();
    if (m_servers.isEmpty())
        m_servers.append(QString());
    m_timer.setSingleShot(true);
    m_bound.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { process(qintptr(ARES_SOCKET_BAD), qintptr(ARES_SOCKET_BAD)); });
    connect(&m_bound, &QTimer::timeout, this, [this] { nextServer(Failure::ResolverSilent); });
}

NameQuery::~NameQuery()
{
    m_done = true; // the callback of what is torn down now must find nobody
    close();
}

void NameQuery::start()
{
    m_clock.start();
    ask();
}

void NameQuery::ask()
{
    ares_options options{};
    options.flags = ARES_FLAG_NOSEARCH | ARES_FLAG_NOCHECKRESP | ARES_FLAG_NOALIASES;
    options.timeout = std::max(1, m_queryMs / (attempts + 1)); // c-ares doubles it on the second try
    options.tries = attempts;
    options.lookups = const_cast<char *>("fb"); // hosts file, then servers
    options.sock_state_cb = [](void *self, ares_socket_t socket, int readable, int writable) {
        static_cast<NameQuery *>(self)->watch(qintptr(socket), readable != 0, writable != 0);
    };
    options.sock_state_cb_data = this;
    const int mask
        = ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_LOOKUPS | ARES_OPT_SOCK_STATE_CB;
    if (!libraryReady() || ares_init_options(&m_channel, &options, mask) != ARES_SUCCESS) {
        m_channel = nullptr;
        return report(Failure::LocalResource);
    }
    const QByteArray server = m_servers.at(m_server).toLatin1();
    if (!server.isEmpty() && ares_set_servers_ports_csv(m_channel, server.constData()) != ARES_SUCCESS)
        return nextServer(Failure::ResolverSilent);

    m_bound.start(m_queryMs);
    ares_addrinfo_hints hints{};
    hints.ai_family = m_family == Family::V4 ? AF_INET : AF_INET6;
    hints.ai_flags = ARES_AI_NOSORT;
    ares_getaddrinfo(
        m_channel, m_host.toLatin1().constData(), nullptr, &hints,
        [](void *self, int status, int, ares_addrinfo *result) {
            static_cast<NameQuery *>(self)->heard(status, result);
        },
        this);
    schedule();
}

void NameQuery::heard(int status, ares_addrinfo *result)
{
    if (m_done || status == ARES_EDESTRUCTION || status == ARES_ECANCELLED) {
        if (result)
            ares_freeaddrinfo(result);
        return;
    }
    for (const ares_addrinfo_node *node = result ? result->nodes : nullptr; node; node = node->ai_next) {
        const QString text = QHostAddress(node->ai_addr).toString();
        if (!text.isEmpty() && !m_answer.addresses.contains(text)
            && m_answer.addresses.size() < Bounds::addressesPerName)
            m_answer.addresses.append(text);
    }
    if (result)
        ares_freeaddrinfo(result);
    Failure failure = failureOf(status);
    if (failure == Failure::None && m_answer.addresses.isEmpty())
        failure = Failure::NameWithoutAddress;
    // We are inside c-ares: the channel may be closed only later.
    QMetaObject::invokeMethod(
        this,
        [this, failure] {
            if (worthAnotherServer(failure))
                nextServer(failure);
            else
                report(failure);
        },
        Qt::QueuedConnection);
}

void NameQuery::nextServer(Failure failure)
{
    if (m_done)
        return;
    close();
    // The first server's own word weighs more than a later one's silence.
    if (m_answer.failure == Failure::None || m_answer.failure == Failure::ResolverSilent)
        m_answer.failure = failure;
    if (++m_server < m_servers.size())
        return ask();
    report(m_answer.failure);
}

void NameQuery::giveUp()
{
    if (!m_done)
        report(m_answer.failure == Failure::None ? Failure::ResolverSilent : m_answer.failure);
}

void NameQuery::report(Failure failure)
{
    if (m_done)
        return;
    m_done = true;
    m_answer.failure = failure;
    m_answer.milliseconds = m_clock.elapsed();
    close();
    QMetaObject::invokeMethod(this, &NameQuery::done, Qt::QueuedConnection);
}

void NameQuery::close()
{
    m_timer.stop();
    m_bound.stop();
    ares_channel const channel = std::exchange(m_channel, nullptr);
    if (channel)
        ares_destroy(channel);
    const auto sockets = m_watches.keys();
    for (const qintptr socket : sockets)
        unwatch(socket);
}

void NameQuery::watch(qintptr socket, bool readable, bool writable)
{
    if (!readable && !writable)
        return unwatch(socket);
    Watch &watch = m_watches[socket];
    if (readable && !watch.read) {
        watch.read = new QSocketNotifier(socket, QSocketNotifier::Read, this);
        connect(watch.read, &QSocketNotifier::activated, this,
                [this, socket] { process(socket, qintptr(ARES_SOCKET_BAD)); });
    }
    if (writable && !watch.write) {
        watch.write = new QSocketNotifier(socket, QSocketNotifier::Write, this);
        connect(watch.write, &QSocketNotifier::activated, this,
                [this, socket] { process(qintptr(ARES_SOCKET_BAD), socket); });
    }
    if (watch.read)
        watch.read->setEnabled(readable);
    if (watch.write)
        watch.write->setEnabled(writable);
}

void NameQuery::unwatch(qintptr socket)
{
    const Watch watch = m_watches.take(socket);
    for (QSocketNotifier *const notifier : {watch.read, watch.write}) {
        if (notifier) {
            notifier->setEnabled(false); // the descriptor is about to be closed, and we may be in its signal
            notifier->deleteLater();
        }
    }
}

void NameQuery::process(qintptr readable, qintptr writable)
{
    if (!m_channel)
        return;
    ares_process_fd(m_channel, ares_socket_t(readable), ares_socket_t(writable));
    schedule();
}

void NameQuery::schedule()
{
    if (!m_channel)
        return;
    timeval wait{};
    if (ares_timeout(m_channel, nullptr, &wait))
        m_timer.start(int(wait.tv_sec * 1000 + wait.tv_usec / 1000 + 1));
    else
        m_timer.stop();
}

} // namespace net
