// One connection of a client: frames lines and literals, greets as the behaviour wants, changes to TLS.
#pragma once

#include "practice/office.h"

#include <QObject>
#include <QSslSocket>
#include <QTimer>
#include <functional>

namespace practice {

class Session : public QObject
{
    Q_OBJECT
public:
    /// Owns the socket. Dies with the connection.
    Session(Office &office, Door door, QSslSocket *socket, QObject *parent);
    void begin();

protected:
    virtual void greet() = 0;
    /// One line without its end.
    virtual void line(const QByteArray &text) = 0;
    virtual void literal(const QByteArray &bytes);
    /// Everything said before TLS is forgotten (RFC 3207 section 4.2).
    virtual void forget() = 0;
    virtual QByteArray busyWords() const = 0;
    virtual QByteArray tooLongWords() const = 0;
    virtual bool endlessInLines() const { return false; }

    Office &office() { return m_office; }
    const Behaviour &behaviour() const { return m_office.behaviour; }
    Door door() const { return m_door; }
    bool isEncrypted() const { return m_socket->isEncrypted(); }
    bool offersTls() const;

    void say(const QByteArray &text); ///< adds CRLF
    void sayBytes(const QByteArray &bytes);
    void awaitLiteral(qsizetype bytes);
    /// Answers later; until then nothing more is read.
    void pause(double seconds, const std::function<void()> &then);
    void hangForEver();
    /// Says the agreement and starts the handshake.
    void secure(const QByteArray &agreement, const QByteArray &injected);
    void close();
    /// A few wrong passwords end a connection, as anywhere.
    bool tooManyFailures() { return ++m_failures >= 3; }

private:
    void accepted();
    void read();
    void pump();
    bool takeLiteral();
    void welcome();
    void babble();
    void answerAsWebServer();
    void waitForClientHello();
    void encrypt();

    Office &m_office;
    const Door m_door;
    QSslSocket *const m_socket;
    QByteArray m_buffer;
    qsizetype m_start = 0; ///< of what is not yet read in m_buffer
    qsizetype m_literal = -1; ///< bytes expected, -1: lines
    bool m_open = false; ///< greeted: input counts
    bool m_paused = false;
    bool m_closing = false;
    int m_failures = 0;
    qint64 m_babbled = 0;
    QTimer m_idle;
};

} // namespace practice
