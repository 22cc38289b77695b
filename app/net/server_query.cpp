#include "net/server_query.h"

#include <QHostAddress>
#include <QNetworkInterface>
#include <QtEndian>
#include <algorithm>

#include <ares.h>
#ifndef Q_OS_WIN
#include <netinet/in.h>
#include <resolv.h>
#include <sys/socket.h>
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

#ifdef Q_OS_WIN
/// As c-ares writes them: 192.0.2.53:53, [2001:db8::53]:53, [fe80::1]:53%ethernet_32769
QList<NameServerAddress> serversOfSystem()
{
    QList<NameServerAddress> found;
    ares_channel channel = nullptr;
    if (!libraryReady() || ares_init(&channel) != ARES_SUCCESS)
        return found;
    char *const list = ares_get_servers_csv(channel);
    for (const QByteArray &server : QByteArray(list).split(',')) {
        const qsizetype scope = server.indexOf('%'), colon = server.lastIndexOf(':', scope);
        QHostAddress address(QString::fromLatin1(server.left(colon)).remove(u'[').remove(u']'));
        if (scope >= 0)
            address.setScopeId(QString::fromLatin1(server.mid(scope + 1)));
        const quint16 port = server.mid(colon + 1, scope < 0 ? -1 : scope - colon - 1).toUShort();
        if (!address.isNull())
            found.append({address, port ? port : quint16(53)});
    }
    ares_free_string(list);
    ares_destroy(channel);
    return found;
}

/// False: there is no way to it; an interface that is not there is left out by c-ares in silence.
bool setServer(ares_channel channel, const NameServerAddress &server, QByteArray *)
{
    QHostAddress address = server.first;
    const QString scope = address.scopeId();
    address.setScopeId(QString());
    const bool six = address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString text = (six ? u'[' + address.toString() + u']' : address.toString()) + u':'
        + QString::number(server.second) + (scope.isEmpty() ? QString() : u'%' + scope);
    if (ares_set_servers_ports_csv(channel, text.toLatin1().constData()) != ARES_SUCCESS)
        return false;
    char *const taken = ares_get_servers_csv(channel);
    const bool isTaken = taken && *taken;
    ares_free_string(taken);
    return isTaken;
}
#else
/// Of resolv.conf(5), as the C library reads it: most versions of c-ares lose the interfaces.
QList<NameServerAddress> serversOfSystem()
{
    QList<NameServerAddress> found;
    struct __res_state state = {};
    if (res_ninit(&state) != 0)
        return found;
    for (int i = 0; i < state.nscount; ++i) {
        const sockaddr_in &four = state.nsaddr_list[i];
        if (four.sin_family == AF_INET) {
            found.append({QHostAddress(qFromBigEndian(four.sin_addr.s_addr)), qFromBigEndian(four.sin_port)});
        } else if (const sockaddr_in6 *const six = state._u._ext.nsaddrs[i]) {
            QHostAddress address(reinterpret_cast<const sockaddr *>(six));
            address.setScopeId(QNetworkInterface::interfaceNameFromIndex(int(six->sin6_scope_id)));
            found.append({address, qFromBigEndian(six->sin6_port)});
        }
    }
    res_nclose(&state);
    return found;
}
int bindTo(ares_socket_t socket, int, void *interface)
{
    const auto *name = static_cast<const QByteArray *>(interface);
    return setsockopt(socket, SOL_SOCKET, SO_BINDTODEVICE, name->constData(), socklen_t(name->size()));
}

/// False: there is no way to it. `interface` outlives the channel: what c-ares is told of one, most of its
/// versions forget, so its sockets are bound to it.
bool setServer(ares_channel channel, const NameServerAddress &server, QByteArray *interface)
{
    const auto &[address, port] = server;
    if (const QString scope = address.scopeId(); !scope.isEmpty()) {
        bool isIndex = false;
        const int index = scope.toInt(&isIndex);
        *interface = (isIndex ? QNetworkInterface::interfaceNameFromIndex(index) : scope).toLocal8Bit();
        if (interface->isEmpty())
            return false;
        ares_set_socket_configure_callback(channel, bindTo, interface);
    }
    ares_addr_port_node node = {};
    node.udp_port = node.tcp_port = port;
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        const Q_IPV6ADDR octets = address.toIPv6Address();
        node.family = AF_INET6;
        std::copy_n(octets.c, sizeof octets.c, reinterpret_cast<quint8 *>(&node.addr.addr6));
    } else {
        node.family = AF_INET;
        node.addr.addr4.s_addr = qToBigEndian(address.toIPv4Address());
    }
    return ares_set_servers_ports(channel, &node) == ARES_SUCCESS;
}
#endif

bool worthAnotherServer(Failure failure)
{
    return failure == Failure::ResolverSilent || failure == Failure::ResolverFailed
        || failure == Failure::ResolverRefused || failure == Failure::NameMalformed;
}

} // namespace

QList<NameServerAddress> nameServers(const Environment &environment)
{
    QList<NameServerAddress> servers
        = environment.resolvers.isEmpty() ? serversOfSystem() : environment.resolvers;
    for (NameServerAddress &server : servers)
        if (server.second == 0)
            server.second = 53;
    return servers;
}

ServerQuery::ServerQuery(const Environment &environment, Lookup lookup, QObject *parent)
    : QObject(parent), m_lookup(lookup), m_queryMs(environment.bounds.resolveQueryMs),
      m_servers(nameServers(environment))
{
    if (m_servers.isEmpty())
        m_servers.append(NameServerAddress());
    m_timer.setSingleShot(true);
    m_bound.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { process(qintptr(ARES_SOCKET_BAD), qintptr(ARES_SOCKET_BAD)); });
    connect(&m_bound, &QTimer::timeout, this, [this] { nextServer(Failure::ResolverSilent); });
}

ServerQuery::~ServerQuery()
{
    shut();
}

void ServerQuery::shut()
{
    m_done = true; // the callback of what is torn down now must find nobody
    close();
}

void ServerQuery::start()
{
    m_clock.start();
    askServer();
}

void ServerQuery::askServer()
{
    ares_options options{};
    options.flags = ARES_FLAG_NOSEARCH | ARES_FLAG_NOCHECKRESP | ARES_FLAG_NOALIASES;
    options.timeout = std::max(1, m_queryMs / (attempts + 1)); // c-ares doubles it on the second try
    options.tries = attempts;
    options.lookups = const_cast<char *>(m_lookup == Lookup::ServersOnly ? "b" : "fb"); // f: hosts file
    options.sock_state_cb = [](void *self, ares_socket_t socket, int readable, int writable) {
        static_cast<ServerQuery *>(self)->watch(qintptr(socket), readable != 0, writable != 0);
    };
    options.sock_state_cb_data = this;
    const int mask
        = ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_LOOKUPS | ARES_OPT_SOCK_STATE_CB;
    if (!libraryReady() || ares_init_options(&m_channel, &options, mask) != ARES_SUCCESS) {
        m_channel = nullptr;
        return report(Failure::LocalResource);
    }
    const NameServerAddress &server = m_servers.at(m_server);
    if (!server.first.isNull() && !setServer(m_channel, server, &m_interface))
        return nextServer(Failure::ResolverSilent);

    m_bound.start(m_queryMs);
    ask(m_channel);
    schedule();
}

bool ServerQuery::isTooLate(int status) const
{
    return m_done || status == ARES_EDESTRUCTION || status == ARES_ECANCELLED;
}

void ServerQuery::heard(int status, bool nothingFound)
{
    Failure failure = failureOf(status);
    if (failure == Failure::None && nothingFound)
        failure = Failure::NameWithoutAddress;
    m_bound.stop(); // both may be over at once, and would take this server and the next
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

void ServerQuery::nextServer(Failure failure)
{
    if (m_done)
        return;
    close();
    // The first server's own word weighs more than a later one's silence.
    if (m_failure == Failure::None || m_failure == Failure::ResolverSilent)
        m_failure = failure;
    if (++m_server < m_servers.size())
        return askServer();
    report(m_failure);
}

void ServerQuery::giveUp()
{
    if (!m_done)
        report(m_failure == Failure::None ? Failure::ResolverSilent : m_failure);
}

void ServerQuery::report(Failure failure)
{
    if (m_done)
        return;
    m_done = true;
    m_failure = failure;
    m_milliseconds = m_clock.elapsed();
    close();
    QMetaObject::invokeMethod(this, &ServerQuery::done, Qt::QueuedConnection);
}

void ServerQuery::close()
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

void ServerQuery::watch(qintptr socket, bool readable, bool writable)
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

void ServerQuery::unwatch(qintptr socket)
{
    const Watch watch = m_watches.take(socket);
    for (QSocketNotifier *const notifier : {watch.read, watch.write}) {
        if (notifier) {
            notifier->setEnabled(false); // the descriptor is about to be closed, and we may be in its signal
            notifier->deleteLater();
        }
    }
}

void ServerQuery::process(qintptr readable, qintptr writable)
{
    if (!m_channel)
        return;
    ares_process_fd(m_channel, ares_socket_t(readable), ares_socket_t(writable));
    schedule();
}

void ServerQuery::schedule()
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
