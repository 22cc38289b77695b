// The part of a Dialogue that knows no protocol: socket, time limits, bytes, encryption, facts.
#pragma once

#include "model/fact.h"
#include "model/secret.h"
#include "net/connection_watch.h"
#include "net/environment.h"
#include "net/reply_reader.h"
#include "net/small_opening.h"
#include "net/tls_answer.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSslError>
#include <QSslSocket>
#include <QTimer>
#include <functional>
#include <memory>

namespace net {

/// One connection to one address. Notes a fact for every step (Connect and Secure itself, the rest by note()
/// and end() of the heir) and ends exactly once, from the event loop. Deleting it cancels it.
class DialogueBase : public QObject
{
    Q_OBJECT
public:
    /// `address`: IP literal; a Detour of the environment's route goes before it.
    DialogueBase(const Environment &environment, const model::Endpoint &endpoint, const QString &address,
                 QObject *parent = nullptr);
    ~DialogueBase() override;

    void start();
    /// True only on a verified TLS connection. A TLS error makes it false for good.
    bool mayAuthenticate() const;
    /// Facts of steps before this one are noted only when they fail. For a second connection to a known
    /// server.
    void reportFrom(model::Step step) { m_reportFrom = step; }
    /// Values that every fact of this dialogue carries.
    void mark(const QJsonObject &always);
    /// Instead of encrypting: this record (tls_hello.h) is said where a handshake would begin, and what comes
    /// back is noted as far as it is in clear text. Every fact is a Step::TlsLook; nothing is ever said
    /// behind it.
    void lookWith(const QByteArray &helloRecord);
    /// Instead of Bounds::dialogueMs.
    void limitWhole(int milliseconds) { m_wholeMs = milliseconds; }
    /// Instead of Bounds::bytesPerDialogue: for answers that are looked at as they come, and not kept.
    void limitBytes(qint64 bytes) { m_mostBytes = bytes; }

signals:
    void noted(const model::Fact &fact);
    void ended();
    /// A stage began that may take long: "connect", "tls", "auth", "upload", "dot".
    void stage(const QString &name, qint64 milliseconds);

protected:
    /// How a secret is written on the wire.
    enum class SecretForm
    {
        Bare, ///< prefix, secret, CRLF: POP3 PASS, an IMAP literal
        Base64, ///< base64 of the secret: AUTH LOGIN
        Plain, ///< prefix, base64 of NUL user NUL secret: SASL PLAIN (RFC 4616)
    };

    /// The connection stands (with Security::Tls: is encrypted and verified): hear the greeting.
    virtual void begin() = 0;

    /// One line, without its end. Ends the dialogue if the server has spoken out of turn, or if the line
    /// holds CR, LF or NUL (somebody's address is no command).
    void say(const QByteArray &line);
    /// Lines that the server may answer while earlier ones are still being answered (RFC 2449 section 6.6,
    /// RFC 9051 section 5.5). Only on verified encryption: nobody else can slip an answer in.
    void sayAhead(const QByteArrayList &lines);
    /// What comes from here on is somebody's mail: it never becomes evidence in a fact.
    void keepNothing() { m_keeps = false; }
    /// The only way for a secret to the wire. NotTried, and nothing written, unless mayAuthenticate().
    [[nodiscard]] model::Failure saySecret(SecretForm form, const QByteArray &prefix,
                                           const model::Secret &secret, const QByteArray &user = {});
    /// Bytes as they are, in pieces; `then` when the peer has acknowledged all of them (where the system
    /// tells; else when the system has taken them). A standstill of Bounds::replyMs ends the dialogue.
    void upload(const QByteArray &bytes, std::function<void()> then);
    /// After the agreeing reply to STARTTLS or STLS. Anything that came behind that reply ends the dialogue.
    void secureNow(std::function<void()> then);

    void enter(model::Step step); ///< its clock starts
    void note(const QJsonObject &seen = {}); ///< the step at hand succeeded
    void end(model::Failure failure = model::Failure::None, const QJsonObject &seen = {});
    bool hasEnded() const { return m_ended; }
    model::Step step() const { return m_step; }
    qint64 stepMs() const { return m_stepClock.elapsed(); }
    qint64 connectMs() const { return m_connectMs; }
    qint64 tlsMs() const { return m_tlsMs; }

    const Environment &environment() const { return m_environment; }
    const model::Endpoint &endpoint() const { return m_endpoint; }
    const QString &address() const { return m_address; }

    // For Dialogue<Reply> alone
    void listen(int boundMs);
    virtual ReplyReader *reader() = 0;
    virtual void deliver() = 0; ///< the reply is complete: hand it to the member that waits
    virtual bool mayComeUnasked(const QByteArray &bytes) const;

private:
    void connectSmall(const QHostAddress &address, quint16 port);
    void onConnected();
    void onReadyRead();
    void onError(QAbstractSocket::SocketError error);
    void onSslErrors(const QList<QSslError> &errors);
    void onEncrypted();
    void onDrained();
    void onLate();
    void startHandshake();
    void startLook();
    ReplyReader *listener(); ///< whoever takes the bytes that come now
    void handshakeBroke();
    void process();
    void takeIn(model::Failure failure);
    bool takeSome();
    model::Failure hangUpMeaning() const;
    QJsonObject withWords(model::Failure failure, QJsonObject seen) const;
    void emitFact(model::Failure failure, QJsonObject seen);
    void keep(const QByteArray &bytes);
    QByteArray scrubbed(QByteArray bytes) const;
    void write(const QByteArray &bytes);
    bool spokenTo(); ///< something came that nobody asked for

    Environment m_environment;
    model::Endpoint m_endpoint;
    QString m_address;
    QSslSocket *m_socket;
    std::unique_ptr<SmallOpening> m_opening;
    ConnectionWatch m_watch;
    QTimer m_stageTimer, m_wholeTimer, m_drainTimer;
    QElapsedTimer m_stepClock;
    model::Step m_step = model::Step::Connect;
    model::Step m_reportFrom = model::Step::Link;
    QJsonObject m_always;
    int m_wholeMs;
    qint64 m_connectMs = 0, m_tlsMs = 0;

    QByteArray m_buffer; ///< what was read and not yet understood
    QByteArray m_raw; ///< of the step at hand
    qint64 m_received = 0;
    qint64 m_mostBytes = Bounds::bytesPerDialogue;
    bool m_keeps = true;
    bool m_receivedInStage = false;
    bool m_heardAny = false;
    bool m_listening = false;
    bool m_delivering = false;

    bool m_handshaking = false;
    bool m_verified = false; ///< handshake complete without any error
    bool m_distrusted = false; ///< a TLS error was seen: for good
    QList<QSslError> m_tlsErrors;
    std::function<void()> m_afterTls;
    QByteArray m_lookHello; ///< not empty: there will be no encryption
    std::unique_ptr<TlsAnswerReader> m_look; ///< the hello was said

    QByteArray m_pending; ///< upload: not yet given to the socket
    std::function<void()> m_afterUpload;
    qint64 m_drainLeft = -1;

    model::Secret m_spoken; ///< to strike it out where a server repeats it
    bool m_ended = false;
};

} // namespace net
