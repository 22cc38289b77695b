// The half of DialogueBase that encrypts, and the facts that it writes.
#include "net/dialogue_base.h"

#include "model/seen.h"
#include "net/certificate_facts.h"
#include "net/clean_text.h"
#include "net/handshake_error.h"

#include <QJsonArray>
#include <QSslCipher>
#include <QSslConfiguration>

namespace net {

using model::Failure;
using model::Step;

namespace {

QSslConfiguration configurationFor(const Environment &environment)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!environment.extraAnchors.isEmpty()) {
        // Named anchors switch off the loading of the system's own on demand: name those too.
        static const QList<QSslCertificate> ofSystem = QSslConfiguration::systemCaCertificates();
        configuration.setCaCertificates(ofSystem + environment.extraAnchors);
    }
    return configuration;
}

QString versionOf(QSsl::SslProtocol protocol)
{
    if (protocol == QSsl::TlsV1_2)
        return QStringLiteral("1.2");
    return protocol == QSsl::TlsV1_3 ? QStringLiteral("1.3") : QString();
}

} // namespace

void DialogueBase::secureNow(std::function<void()> then)
{
    if (m_ended)
        return;
    // Whoever wrote these bytes wrote them where anybody can write. They are counted, never read.
    const qint64 stray = m_buffer.size() + m_socket->bytesAvailable();
    if (stray > 0)
        return end(Failure::TlsInjected, {{model::seen::strayBytes, stray}});
    m_afterTls = std::move(then);
    startHandshake();
}

void DialogueBase::startHandshake()
{
    if (!m_lookHello.isEmpty())
        return startLook();
    if (m_step != Step::Secure)
        enter(Step::Secure);
    emit stage(QStringLiteral("tls"), 0);
    m_handshaking = true;
    m_stageTimer.start(m_environment.bounds.handshakeMs);
    m_socket->setSslConfiguration(configurationFor(m_environment));
    m_socket->setPeerVerifyName(m_endpoint.host);
    m_socket->startClientEncryption();
}

void DialogueBase::onSslErrors(const QList<QSslError> &errors)
{
    m_distrusted = true;
    m_tlsErrors += errors;
    // Let it complete for the evidence: onEncrypted() ends the dialogue, and no secret passes
    // mayAuthenticate().
    m_socket->ignoreSslErrors();
}

void DialogueBase::onEncrypted()
{
    if (m_ended || !m_handshaking)
        return;
    m_handshaking = false;
    m_stageTimer.stop();
    m_tlsMs = stepMs();
    const QList<QSslCertificate> chain = m_socket->peerCertificateChain();
    // We asked for 1.2 at least, but a TLS library may agree to less (the Schannel of Wine does): nothing is
    // said over that.
    const QSsl::SslProtocol protocol = m_socket->sessionProtocol();
    if (versionOf(protocol).isEmpty()) {
        m_distrusted = true;
        return end(protocol == QSsl::UnknownProtocol ? Failure::HandshakeFailed : Failure::TlsTooOld);
    }
    QJsonObject seen = certificateFacts(chain);
    seen.insert(model::seen::tlsVersion, versionOf(protocol));
    const QStringList reasons = certificateErrors(m_tlsErrors, chain);
    if (!reasons.isEmpty() || m_distrusted || chain.isEmpty()) {
        m_distrusted = true;
        seen.insert(model::seen::certificateErrors, QJsonArray::fromStringList(reasons));
        return end(Failure::CertificateRejected, seen);
    }
    m_verified = true;
    note(seen);
    const auto then = std::exchange(m_afterTls, nullptr);
    then();
}

void DialogueBase::handshakeBroke()
{
    m_distrusted = true;
    const QString words = m_socket->errorString();
    QJsonObject seen{{model::seen::tlsError, cleanText(words.toUtf8())}};
    const HandshakeError error = handshakeErrorIn(words);
    if (error.alert)
        seen.insert(model::seen::alert, *error.alert);
    if (!QSslSocket::isProtocolSupported(QSsl::TlsV1_3)) // Windows 10
        seen.insert(model::seen::ownTls, QStringLiteral("1.2"));
    // A broken record later on: cut, tampered with, or a server that tells its wishes behind a TLS 1.3
    // handshake.
    if (!m_handshaking)
        return end(Failure::HandshakeFailed, seen);
    Failure failure = error.failure;
    // After STARTTLS was agreed to, plain text means that the server never began: not a wrong port.
    if (failure == Failure::PlainOnTlsPort && m_endpoint.security != model::Security::Tls)
        failure = Failure::HandshakeFailed;
    end(failure, seen);
}

void DialogueBase::mark(const QJsonObject &always)
{
    for (auto value = always.begin(); value != always.end(); ++value)
        m_always.insert(value.key(), value.value());
}

void DialogueBase::enter(Step step)
{
    m_step = step;
    m_stepClock.start();
    m_raw.clear();
    if (!m_buffer.isEmpty())
        keep(m_buffer);
}

void DialogueBase::keep(const QByteArray &bytes)
{
    if (m_keeps)
        m_raw += bytes.left(Bounds::rawBytesPerFact - m_raw.size());
}

QJsonObject DialogueBase::withWords(Failure failure, QJsonObject seen) const
{
    if (failure != Failure::None && !m_raw.isEmpty() && !seen.contains(model::seen::reply)
        && (!m_look || m_look->answer().plain))
        seen.insert(model::seen::reply, cleanText(m_raw));
    for (auto value = m_always.begin(); value != m_always.end(); ++value)
        seen.insert(value.key(), value.value());
    for (auto value = seen.begin(); value != seen.end(); ++value)
        if (value->isString())
            *value = QString::fromUtf8(scrubbed(value->toString().toUtf8()));
    return seen;
}

void DialogueBase::emitFact(Failure failure, QJsonObject seen)
{
    if (failure == Failure::None && m_step < m_reportFrom)
        return;
    model::Fact fact;
    fact.step = m_lookHello.isEmpty() ? m_step : Step::TlsLook;
    fact.endpoint = m_endpoint;
    fact.address = m_address;
    fact.failure = failure;
    fact.milliseconds = stepMs();
    fact.seen = withWords(failure, std::move(seen));
    fact.raw = scrubbed(m_raw);
    emit noted(fact);
}

void DialogueBase::note(const QJsonObject &seen)
{
    if (!m_ended)
        emitFact(Failure::None, seen);
}

void DialogueBase::end(Failure why, const QJsonObject &told)
{
    if (m_ended)
        return;
    const Failure failure = m_look ? m_look->meaning(why) : why;
    const QJsonObject seen = m_look ? m_look->facts() : told;
    m_ended = true;
    m_listening = false;
    m_stageTimer.stop();
    m_wholeTimer.stop();
    m_drainTimer.stop();
    m_socket->disconnect(this);
    if (failure != Failure::None || m_look)
        emitFact(failure, seen);
    // From the event loop: Qt is still inside the socket, and whoever hears it may delete us.
    QMetaObject::invokeMethod(
        this,
        [this, polite = failure == Failure::None] {
            m_watch.release();
            if (polite)
                m_socket->disconnectFromHost(); // lets a QUIT go out
            else
                m_socket->abort();
            emit ended();
        },
        Qt::QueuedConnection);
}

} // namespace net
