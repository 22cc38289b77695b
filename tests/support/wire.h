// A client without opinions: says and hears lines over a plain or encrypted socket, while the event loop
// turns.
#pragma once

#include <QByteArrayList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>

namespace support {

class Wire
{
public:
    /// Connects to 127.0.0.1; `peer` is the name that the certificate must carry.
    Wire(quint16 port, const QList<QSslCertificate> &anchors,
         const QString &peer = QStringLiteral("mail.practice.example"));

    bool connected(); ///< waits for it; false if refused
    bool secure(); ///< handshake; false with errors() if the certificate or the handshake is wrong
    QList<QSslError> errors() const { return m_errors; }
    void say(const QByteArray &line);
    void sayBytes(const QByteArray &bytes);
    QByteArray hear(int boundMs
                    = 10'000); ///< one line without its end; what there is of it if the time is over
    QByteArray ask(const QByteArray &line); ///< say() and hear()
    QByteArrayList hearUntil(const QByteArray &start); ///< lines up to and with the first one that starts so
    QByteArrayList askUntil(const QByteArray &line, const QByteArray &start);
    QByteArray hearBytes(qsizetype count);
    bool closed(int boundMs = 10'000); ///< waits until the other side has hung up
    bool stillOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

private:
    QSslSocket m_socket;
    QString m_peer;
    QList<QSslError> m_errors;
    QByteArray m_buffer;
};

} // namespace support
