// A connection that asks its peer for small segments from the first packet on: what a line that swallows
// large packets still lets through (RFC 879, RFC 4821).
#pragma once

#include <QHostAddress>
#include <QObject>
#include <QTcpSocket>

namespace net {

class SmallOpening : public QObject
{
    Q_OBJECT
public:
    /// Where the system lets a program choose (only Linux is implemented).
    static bool isPossible();

    SmallOpening(const QHostAddress &address, quint16 port, int segmentBytes, QObject *parent);
    ~SmallOpening() override;
    void start();

signals:
    /// Connected; the descriptor belongs to the receiver.
    void opened(qintptr descriptor);
    void failed(QAbstractSocket::SocketError error);

private:
    bool limit();

    QHostAddress m_address;
    quint16 m_port;
    int m_segmentBytes;
    QTcpSocket m_socket;
};

} // namespace net
