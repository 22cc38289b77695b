#include "support/wire.h"

#include "support/loop.h"

namespace support {

Wire::Wire(quint16 port, const QList<QSslCertificate> &anchors, const QString &peer) : m_peer(peer)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(anchors);
    m_socket.setSslConfiguration(tls);
    QObject::connect(&m_socket, &QSslSocket::sslErrors, &m_socket,
                     [this](const QList<QSslError> &errors) { m_errors += errors; });
    QObject::connect(&m_socket, &QSslSocket::readyRead, &m_socket,
                     [this] { m_buffer += m_socket.readAll(); });
    m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
}

bool Wire::connected()
{
    until([this] {
        return m_socket.state() == QAbstractSocket::ConnectedState
            || m_socket.state() == QAbstractSocket::UnconnectedState;
    });
    return stillOpen();
}

bool Wire::secure()
{
    if (!connected())
        return false;
    m_socket.setPeerVerifyName(m_peer);
    m_socket.startClientEncryption();
    until([this] { return m_socket.isEncrypted() || m_socket.state() == QAbstractSocket::UnconnectedState; });
    return m_socket.isEncrypted();
}

void Wire::say(const QByteArray &line)
{
    sayBytes(line + "\r\n");
}

void Wire::sayBytes(const QByteArray &bytes)
{
    connected();
    m_socket.write(bytes);
}

QByteArray Wire::hear(int boundMs)
{
    until([this] { return m_buffer.contains('\n') || m_socket.state() == QAbstractSocket::UnconnectedState; },
          boundMs);
    const qsizetype end = m_buffer.indexOf('\n');
    const QByteArray line = end < 0 ? m_buffer : m_buffer.left(end);
    m_buffer.remove(0, end < 0 ? m_buffer.size() : end + 1);
    return line.endsWith('\r') ? line.chopped(1) : line;
}

QByteArray Wire::ask(const QByteArray &line)
{
    say(line);
    return hear();
}

QByteArrayList Wire::hearUntil(const QByteArray &start)
{
    QByteArrayList lines;
    do {
        lines << hear();
    } while (!lines.last().startsWith(start) && (stillOpen() || !m_buffer.isEmpty())
             && lines.size() < 20'000);
    return lines;
}

QByteArrayList Wire::askUntil(const QByteArray &line, const QByteArray &start)
{
    say(line);
    return hearUntil(start);
}

QByteArray Wire::hearBytes(qsizetype count)
{
    connected();
    until([this, count] { return m_buffer.size() >= count || !stillOpen(); });
    const QByteArray bytes = m_buffer.left(count);
    m_buffer.remove(0, count);
    return bytes;
}

bool Wire::closed(int boundMs)
{
    return until([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, boundMs);
}

} // namespace support
