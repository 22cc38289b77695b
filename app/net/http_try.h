// The request for a page to one address. Part of HttpPage.
#pragma once

#include "net/http_page.h"

#include <QHostAddress>
#include <QTcpSocket>

namespace net {

class HttpTry : public QObject
{
    Q_OBJECT
public:
    HttpTry(const QHostAddress &address, quint16 port, const QByteArray &request);
    ~HttpTry() override;
    void start();
    bool isConnected() const;

signals:
    void answered(const net::HttpAnswer &answer); ///< once, from the event loop

private:
    void read(bool atEnd);
    void broke(QAbstractSocket::SocketError error);
    void report(HttpAnswer answer);

    QHostAddress m_address;
    quint16 m_port;
    QByteArray m_request, m_bytes;
    QTcpSocket m_socket;
    bool m_reported = false;
};

} // namespace net
