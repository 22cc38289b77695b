// One connection of a world's server: a voice, what the world changed in it, and actions that no healthy
// server does.
//
// In a line, %date% is what the server's clock says, which is right. A line that begins with "!" is an
// action:
//   !tls  !close  !reset  !half-close  !silent  !pause MS  !hear (any bytes)  !raw TEXT  !lf TEXT (no CR)
//   !hex 1603… !drip TEXT (byte by byte, the last one for ever)  !flood TEXT (for ever)  !repeat N LINE !fill
//   N (N bytes, no end)
#pragma once

#include "certificates.h"
#include "voice.h"

#include <QJsonObject>
#include <QSslSocket>
#include <QTimer>
#include <memory>

namespace scenario {

/// What a client said on one connection: in clear text, and under which certificate.
struct Heard
{
    QString at; ///< "imap.made.test:993"
    QByteArray inClear, encrypted;
    QString certificate;
};

/// One way to behave, as described in a scenario, with the defaults filled in.
struct Behaviour
{
    Tongue tongue = Tongue::None;
    bool tlsFirst = false;
    QString certificate = QStringLiteral("good");
    QString versions; ///< "1.0", "1.1", "1.2", "1.3": only that one; empty: what this machine's OpenSSL does
                      ///< by itself
    bool asksForCertificate = false;
    bool hasGreeting = false; ///< else the voice's own
    QByteArrayList greeting;
    QJsonObject on; ///< VERB, VERB/tls or VERB/plain -> line or lines
};

class Conversation : public QObject
{
    Q_OBJECT
public:
    Conversation(qintptr descriptor, const QString &host, const Behaviour &behaviour,
                 Certificates &certificates, std::shared_ptr<Heard> heard, QObject *parent);

    static QStringList verbs(); ///< the actions, for the check of a scenario's shape

signals:
    void over();

private:
    void take();
    void go();
    void perform(const QByteArray &step);
    void act(const QByteArray &verb, const QByteArray &argument);
    void answerNextLine();
    void shake();
    void pour();
    void reset();

    QSslSocket m_socket;
    Voice m_voice;
    Behaviour m_behaviour;
    Certificates &m_certificates;
    std::shared_ptr<Heard> m_heard;
    QByteArrayList m_steps;
    QByteArray m_buffer, m_pouring;
    QTimer m_pause, m_pour;
    bool m_dripping = false;
    bool m_shaking = false, m_wantsBytes = false, m_deaf = false;
};

} // namespace scenario
