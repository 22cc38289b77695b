#include "net/small_opening.h"

#include <QNetworkProxy>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace net {

SmallOpening::SmallOpening(const QHostAddress &address, quint16 port, int segmentBytes, QObject *parent)
    : QObject(parent), m_address(address), m_port(port), m_segmentBytes(segmentBytes)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &SmallOpening::failed);
#ifdef Q_OS_LINUX
    connect(&m_socket, &QTcpSocket::connected, this, [this] {
        // A second descriptor of the connection: Qt closes its own with the socket, and an encrypting one
        // takes none that another socket holds.
        const int descriptor = fcntl(int(m_socket.socketDescriptor()), F_DUPFD_CLOEXEC, 0);
        // Ours is closed at once, without a farewell: it would go on reading what the other one waits for.
        m_socket.disconnect(this);
        m_socket.abort();
        emit opened(descriptor);
    });
#endif
}

SmallOpening::~SmallOpening()
{
    m_socket.disconnect(this);
}

void SmallOpening::start()
{
    if (!limit()) {
        QMetaObject::invokeMethod(
            this, [this] { emit failed(QAbstractSocket::UnsupportedSocketOperationError); },
            Qt::QueuedConnection);
        return;
    }
    m_socket.connectToHost(m_address, m_port);
}

#ifdef Q_OS_LINUX

bool SmallOpening::isPossible()
{
    return true;
}

bool SmallOpening::limit()
{
    // The size is told in the first packet: the socket must exist before it connects.
    const bool six = m_address.protocol() == QAbstractSocket::IPv6Protocol;
    if (!m_socket.bind(six ? QHostAddress::AnyIPv6 : QHostAddress::AnyIPv4))
        return false;
    return setsockopt(int(m_socket.socketDescriptor()), IPPROTO_TCP, TCP_MAXSEG, &m_segmentBytes,
                      sizeof m_segmentBytes)
        == 0;
}

#else

bool SmallOpening::isPossible()
{
    return false;
}

bool SmallOpening::limit()
{
    return false;
}

#endif

} // namespace net
