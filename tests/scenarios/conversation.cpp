#include "conversation.h"

#include <QDateTime>
#include <QJsonArray>
#include <QSslConfiguration>

#include <sys/socket.h>

namespace scenario {

using namespace Qt::StringLiterals;

namespace {

constexpr int dripMs = 200, floodMs = 2;
constexpr qint64 floodAhead = 1'000'000;

QByteArrayList linesOf(const QJsonValue &value)
{
    QByteArrayList lines;
    if (value.isString())
        lines.append(value.toString().toUtf8());
    for (const QJsonValue &line : value.toArray())
        lines.append(line.toString().toUtf8());
    return lines;
}

QSsl::SslProtocol onlyVersion(const QString &version)
{
    if (version == "1.3"_L1)
        return QSsl::TlsV1_3;
    if (version == "1.2"_L1)
        return QSsl::TlsV1_2;
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    return version == "1.1"_L1 ? QSsl::TlsV1_1 : QSsl::TlsV1_0;
    QT_WARNING_POP
}

} // namespace

QStringList Conversation::verbs()
{
    return {u"tls"_s, u"close"_s, u"reset"_s, u"half-close"_s, u"silent"_s, u"pause"_s,  u"hear"_s,
            u"raw"_s, u"lf"_s,    u"hex"_s,   u"drip"_s,       u"flood"_s,  u"repeat"_s, u"fill"_s};
}

Conversation::Conversation(qintptr descriptor, const QString &host, const Behaviour &behaviour,
                           Certificates &certificates, std::shared_ptr<Heard> heard, QObject *parent)
    : QObject(parent), m_voice(behaviour.tongue, host), m_behaviour(behaviour), m_certificates(certificates),
      m_heard(std::move(heard))
{
    m_socket.setSocketDescriptor(descriptor);
    connect(&m_socket, &QSslSocket::readyRead, this, &Conversation::take);
    connect(&m_socket, &QSslSocket::encrypted, this, [this] {
        m_shaking = false;
        go();
    });
    connect(&m_socket, &QSslSocket::disconnected, this, &Conversation::over, Qt::QueuedConnection);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Conversation::go);
    connect(&m_pour, &QTimer::timeout, this, [this] { pour(); });
    if (behaviour.tlsFirst)
        m_steps.append("!tls");
    m_steps += behaviour.hasGreeting ? behaviour.greeting : m_voice.greeting();
    go();
}

void Conversation::take()
{
    const QByteArray bytes = m_socket.readAll();
    (m_socket.isEncrypted() ? m_heard->encrypted : m_heard->inClear) += bytes;
    if (m_deaf)
        return;
    m_buffer += bytes;
    if (m_wantsBytes && !m_buffer.isEmpty()) {
        m_wantsBytes = false;
        m_buffer.clear();
    }
    go();
}

void Conversation::go()
{
    const auto blocked = [this] {
        return m_shaking || m_wantsBytes || m_deaf || m_pause.isActive() || m_pour.isActive()
            || m_socket.state() != QAbstractSocket::ConnectedState;
    };
    while (!blocked()) {
        if (!m_steps.isEmpty())
            perform(m_steps.takeFirst());
        else if (m_buffer.contains('\n'))
            answerNextLine();
        else
            return;
    }
}

void Conversation::answerNextLine()
{
    const qsizetype end = m_buffer.indexOf('\n');
    QByteArray line = m_buffer.left(end);
    m_buffer.remove(0, end + 1);
    if (line.endsWith('\r'))
        line.chop(1);
    const bool encrypted = m_socket.isEncrypted();
    const Voice::Reply usual = m_voice.hear(line, encrypted);
    if (usual.verb.isEmpty())
        return;
    const QString special = usual.verb + (encrypted ? "/tls"_L1 : "/plain"_L1);
    for (const QString &key : {special, usual.verb}) {
        if (m_behaviour.on.contains(key)) {
            m_steps = linesOf(m_behaviour.on.value(key));
            return;
        }
    }
    m_steps = usual.lines;
}

void Conversation::perform(const QByteArray &step)
{
    if (step.startsWith('!')) {
        const qsizetype blank = step.indexOf(' ');
        return act(step.mid(1, blank < 0 ? -1 : blank - 1), blank < 0 ? QByteArray() : step.mid(blank + 1));
    }
    QByteArray line = m_voice.tagged(step);
    line.replace("%date%", QDateTime::currentDateTimeUtc().toString(Qt::RFC2822Date).toLatin1());
    m_socket.write(line + "\r\n");
    m_socket.flush();
}

void Conversation::act(const QByteArray &verb, const QByteArray &argument)
{
    if (verb == "tls")
        shake();
    else if (verb == "close")
        m_socket.disconnectFromHost();
    else if (verb == "reset")
        reset();
    else if (verb == "half-close") {
        m_socket.flush();
        ::shutdown(int(m_socket.socketDescriptor()), SHUT_WR);
        m_deaf = true;
    } else if (verb == "silent")
        m_deaf = true;
    else if (verb == "pause")
        m_pause.start(argument.toInt());
    else if (verb == "hear") {
        m_wantsBytes = m_buffer.isEmpty();
        m_buffer.clear();
    } else if (verb == "raw")
        m_socket.write(argument);
    else if (verb == "lf")
        m_socket.write(m_voice.tagged(argument) + '\n');
    else if (verb == "hex")
        m_socket.write(QByteArray::fromHex(argument));
    else if (verb == "fill")
        m_socket.write(QByteArray(argument.toInt(), 'x'));
    else if (verb == "repeat") {
        const qsizetype blank = argument.indexOf(' ');
        const QByteArray line = m_voice.tagged(argument.mid(blank + 1)) + "\r\n";
        m_socket.write(line.repeated(argument.left(blank).toInt()));
    } else if (verb == "drip" || verb == "flood") {
        m_dripping = verb == "drip";
        m_pouring = argument + (m_dripping ? "" : "\r\n");
        m_pour.start(m_dripping ? dripMs : floodMs);
    }
    m_socket.flush();
}

void Conversation::shake()
{
    m_buffer.clear(); // what was said before belongs to nobody
    const Certificates::Identity identity = m_certificates.named(m_behaviour.certificate);
    m_heard->certificate = m_behaviour.certificate;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(
        {}); // it judges nobody; the system's hundred would be read for each connection
    configuration.setLocalCertificateChain(identity.chain);
    configuration.setPrivateKey(identity.key);
    configuration.setPeerVerifyMode(m_behaviour.asksForCertificate ? QSslSocket::VerifyPeer
                                                                   : QSslSocket::VerifyNone);
    if (!m_behaviour.versions.isEmpty())
        configuration.setProtocol(onlyVersion(m_behaviour.versions));
    m_socket.setSslConfiguration(configuration);
    m_shaking = true;
    m_socket.startServerEncryption();
}

void Conversation::pour()
{
    if (m_socket.state() != QAbstractSocket::ConnectedState)
        return m_pour.stop();
    if (m_dripping) {
        m_socket.write(m_pouring.left(1));
        if (m_pouring.size() > 1)
            m_pouring.remove(0, 1);
    } else if (m_socket.bytesToWrite() < floodAhead) {
        m_socket.write(m_pouring.repeated(qMax<qsizetype>(1, 65'536 / m_pouring.size())));
    }
}

void Conversation::reset()
{
    const linger hard{1, 0};
    setsockopt(int(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    m_socket.abort();
}

} // namespace scenario
