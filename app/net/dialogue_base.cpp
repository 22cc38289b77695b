#include "net/dialogue_base.h"

#include "net/greeting_look.h"

#include <QHostAddress>
#include <QNetworkProxy>

namespace net {

using model::Failure;
using model::Security;
using model::Step;

DialogueBase::DialogueBase(const Environment &environment, const model::Endpoint &endpoint,
                           const QString &address, QObject *parent)
    : QObject(parent), m_environment(environment), m_endpoint(endpoint), m_address(address),
      m_socket(new QSslSocket(this)), m_wholeMs(environment.bounds.dialogueMs)
{
    m_stageTimer.setSingleShot(true);
    m_wholeTimer.setSingleShot(true);
    connect(&m_stageTimer, &QTimer::timeout, this, &DialogueBase::onLate);
    connect(&m_wholeTimer, &QTimer::timeout, this, &DialogueBase::onLate);
    connect(&m_drainTimer, &QTimer::timeout, this, &DialogueBase::onDrained);
    // A system-wide HTTP or SOCKS proxy would answer instead of the server.
    m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket, &QSslSocket::connected, this, &DialogueBase::onConnected);
    connect(m_socket, &QSslSocket::readyRead, this, &DialogueBase::onReadyRead);
    connect(m_socket, &QSslSocket::errorOccurred, this, &DialogueBase::onError);
    connect(m_socket, &QSslSocket::sslErrors, this, &DialogueBase::onSslErrors);
    connect(m_socket, &QSslSocket::encrypted, this, &DialogueBase::onEncrypted);
    connect(m_socket, &QSslSocket::encryptedBytesWritten, this, &DialogueBase::onDrained);
    connect(m_socket, &QSslSocket::bytesWritten, this, &DialogueBase::onDrained);
}

DialogueBase::~DialogueBase()
{
    m_socket->disconnect(this); // closing it must not call into an object that is half gone
}

void DialogueBase::start()
{
    QString address = m_address;
    quint16 port = m_endpoint.port;
    if (const auto detour = m_environment.route.of(m_endpoint.host, m_endpoint.port)) {
        address = detour->address;
        port = detour->port;
        m_address = address;
    }
    enter(Step::Connect);
    m_wholeTimer.start(m_wholeMs);
    m_stageTimer.start(m_environment.bounds.connectOneMs);
    emit stage(QStringLiteral("connect"), 0);
    if (QHostAddress(address).isNull())
        return end(Failure::NameMalformed); // never let the socket ask a name service behind our back
    if (m_environment.segmentBytes > 0)
        return connectSmall(QHostAddress(address), port);
    m_socket->connectToHost(address, port);
}

void DialogueBase::connectSmall(const QHostAddress &address, quint16 port)
{
    m_opening = std::make_unique<SmallOpening>(address, port, m_environment.segmentBytes, nullptr);
    connect(m_opening.get(), &SmallOpening::failed, this, &DialogueBase::onError);
    connect(m_opening.get(), &SmallOpening::opened, this, [this](qintptr descriptor) {
        if (!m_socket->setSocketDescriptor(descriptor))
            return end(Failure::LocalResource);
        onConnected();
    });
    m_opening->start();
}

bool DialogueBase::mayAuthenticate() const
{
    return m_verified && !m_distrusted && !m_ended && m_tlsErrors.isEmpty() && m_socket->isEncrypted()
        && m_socket->state() == QAbstractSocket::ConnectedState;
}

void DialogueBase::onConnected()
{
    m_stageTimer.stop();
    m_watch.hold(m_socket->socketDescriptor());
    m_connectMs = stepMs();
    note();
    if (m_endpoint.security == Security::Tls) {
        m_afterTls = [this] { begin(); };
        return startHandshake();
    }
    begin();
}

void DialogueBase::listen(int boundMs)
{
    m_listening = true;
    m_receivedInStage = !m_buffer.isEmpty();
    m_stageTimer.start(boundMs);
    // Bytes that are already here are looked at after the member has returned: process() is not entered
    // twice.
    if (!m_delivering && !m_buffer.isEmpty())
        QMetaObject::invokeMethod(this, &DialogueBase::process, Qt::QueuedConnection);
}

void DialogueBase::onReadyRead()
{
    if (m_ended || m_handshaking)
        return; // plain bytes during a handshake stay with the TLS engine, which breaks on them
    // Never readLine(): it reads ahead into a buffer that survives startClientEncryption().
    const QByteArray bytes = m_socket->readAll();
    m_received += bytes.size();
    m_receivedInStage = m_receivedInStage || !bytes.isEmpty();
    keep(bytes);
    m_buffer += bytes;
    if (m_received > m_mostBytes)
        return end(Failure::Endless);
    process();
}

void DialogueBase::process()
{
    if (!m_heardAny && !m_ended) {
        if (const auto stranger = strangerIn(m_buffer, m_endpoint.protocol)) {
            QJsonObject seen;
            if (!stranger->service.isEmpty())
                seen.insert(QStringLiteral("service"), stranger->service);
            return end(stranger->failure, seen);
        }
    }
    while (m_listening && !m_ended && !m_buffer.isEmpty()) {
        ReplyReader *const wanting = listener();
        if (wanting->wantsAnything()) {
            if (!takeSome())
                return;
            continue;
        }
        if (const qsizetype wanted = wanting->wantedBytes(); wanted > 0) {
            const QByteArray part = m_buffer.left(wanted);
            m_buffer.remove(0, part.size());
            takeIn(wanting->bytes(part));
            continue;
        }
        const qsizetype lineEnd = m_buffer.indexOf('\n');
        if ((lineEnd < 0 ? m_buffer.size() : lineEnd) > wanting->lineCap())
            return end(Failure::Endless);
        if (lineEnd < 0)
            return;
        QByteArray line = m_buffer.left(lineEnd);
        m_buffer.remove(0, lineEnd + 1);
        if (line.endsWith('\r'))
            line.chop(1);
        takeIn(wanting->line(line));
    }
    if (!m_listening && !m_ended && !m_handshaking && !m_buffer.isEmpty() && !mayComeUnasked(m_buffer))
        end(Failure::ProtocolError);
}

/// False: the reader waits for more.
bool DialogueBase::takeSome()
{
    qsizetype taken = 0;
    const Failure failure = listener()->some(m_buffer, &taken);
    m_buffer.remove(0, taken);
    if (taken > 0)
        m_stageTimer.start(); // a long answer may take its time as long as it moves
    takeIn(failure);
    return taken > 0 || !m_listening;
}

void DialogueBase::takeIn(Failure failure)
{
    if (failure != Failure::None) {
        // What was never a greeting is not this protocol; later it is a breach of it.
        return end(failure == Failure::ProtocolError && !m_heardAny ? Failure::NotMail : failure);
    }
    if (!listener()->complete())
        return;
    if (m_look)
        return end();
    m_heardAny = true;
    m_listening = false;
    m_stageTimer.stop();
    m_delivering = true;
    deliver();
    m_delivering = false;
}

bool DialogueBase::mayComeUnasked(const QByteArray &bytes) const
{
    // Only IMAP may speak unasked (RFC 9051 section 5.2), and only on a connection that nobody can write
    // into.
    return m_endpoint.protocol == model::Protocol::Imap && m_verified && bytes.startsWith("* ");
}

void DialogueBase::onLate()
{
    if (sender() == &m_wholeTimer || m_listening)
        return end(m_step == Step::Connect ? Failure::ConnectTimeout
                       : m_handshaking     ? Failure::HandshakeTimeout
                       : m_receivedInStage ? Failure::Drip
                                           : Failure::Silent);
    if (m_handshaking)
        return end(Failure::HandshakeTimeout);
    end(m_step == Step::Connect ? Failure::ConnectTimeout : Failure::Silent);
}

Failure DialogueBase::hangUpMeaning() const
{
    if (m_watch.wasReset().value_or(false))
        return Failure::Reset;
    return Failure::ClosedEarly;
}

void DialogueBase::onError(QAbstractSocket::SocketError error)
{
    if (m_ended)
        return;
    if (m_step == Step::Connect) {
        switch (error) { // Qt made these from errno, one to one (qnativesocketengine_unix.cpp)
        case QAbstractSocket::ConnectionRefusedError:
            return end(Failure::Refused);
        case QAbstractSocket::SocketTimeoutError:
            return end(Failure::ConnectTimeout);
        case QAbstractSocket::SocketResourceError:
            return end(Failure::LocalResource);
        default: // EHOSTUNREACH, ENETUNREACH, EACCES of a local filter, a family that this PC has not
            return end(Failure::Unreachable);
        }
    }
    if (error == QAbstractSocket::SslHandshakeFailedError || error == QAbstractSocket::SslInternalError
        || error == QAbstractSocket::SslInvalidUserDataError)
        return handshakeBroke();
    if (m_handshaking)
        return end(hangUpMeaning());
    onReadyRead(); // the last words may still lie in the socket
    if (m_ended)
        return;
    ReplyReader *const waiting = m_listening ? listener() : nullptr;
    const Failure byProtocol = waiting ? waiting->whenClosed() : Failure::ClosedEarly;
    end(byProtocol == Failure::ClosedEarly ? hangUpMeaning() : byProtocol);
}

} // namespace net
