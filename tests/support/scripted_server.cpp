#include "support/scripted_server.h"

#include "support/places.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace support {

namespace {

QString resource(const QString &name)
{
    return inSource("resources/practice/") + name;
}

QSslKey keyIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QSslKey(&file, QSsl::Rsa) : QSslKey();
}

} // namespace

/// Plays one script on one connection.
class Player : public QObject
{
public:
    Player(ScriptedServer *server, qintptr descriptor, const Script &script)
        : QObject(server), m_server(server), m_script(script)
    {
        m_socket.setSocketDescriptor(descriptor);
        connect(&m_socket, &QSslSocket::readyRead, this, [this] { take(); });
        connect(&m_socket, &QSslSocket::encrypted, this, [this] {
            m_shaking = false;
            next();
        });
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] { next(); });
        m_flood.setInterval(2);
        connect(&m_flood, &QTimer::timeout, this, [this] { pour(); });
        next();
    }

private:
    void take()
    {
        const QByteArray bytes = m_socket.readAll();
        m_server->m_heard += bytes;
        if (!m_socket.isEncrypted())
            m_server->m_clear += bytes;
        m_buffer += bytes;
        if (m_waiting)
            next();
    }

    void next()
    {
        while (!m_shaking && !m_timer.isActive() && m_at < m_script.size()) {
            const Act act = m_script.at(m_at);
            m_waiting = !done(act);
            if (m_waiting)
                return;
            ++m_at;
        }
    }

    bool done(const Act &act)
    {
        switch (act.kind) {
        case Act::Kind::Send:
            m_socket.write(act.bytes);
            m_socket.flush();
            return true;
        case Act::Kind::Hear: {
            const qsizetype end = m_buffer.indexOf("\r\n");
            if (end < 0)
                return false;
            if (!m_buffer.startsWith(act.bytes)) {
                m_at = m_script.size();
                return true;
            }
            m_buffer.remove(0, end + 2);
            return true;
        }
        case Act::Kind::HearBytes: {
            const qsizetype at = m_buffer.indexOf(act.bytes);
            if (at >= 0)
                m_buffer.remove(0, at + act.bytes.size());
            return at >= 0;
        }
        case Act::Kind::Tls:
            shake(QString::fromLatin1(act.bytes));
            return true;
        case Act::Kind::Pause:
            m_timer.start(2);
            return true;
        case Act::Kind::Flood:
        case Act::Kind::Drip:
            m_pour = act;
            m_flood.start();
            return true;
        case Act::Kind::Close:
            m_socket.disconnectFromHost();
            return true;
        case Act::Kind::Reset:
            reset();
            return true;
        }
        Q_UNREACHABLE();
    }

    void shake(const QString &certificate)
    {
        const bool ours = !certificate.contains(u'/');
        const QString path = ours ? resource(certificate) : certificate;
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(path + QStringLiteral(".crt")));
        configuration.setPrivateKey(
            keyIn(ours ? resource(QStringLiteral("leaf.key")) : path + QStringLiteral(".key")));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_socket.setSslConfiguration(configuration);
        m_shaking = true;
        m_socket.startServerEncryption();
    }

    void pour()
    {
        if (m_socket.state() != QAbstractSocket::ConnectedState || m_socket.bytesToWrite() > 1'000'000)
            return;
        if (m_pour.kind == Act::Kind::Flood) {
            m_socket.write(m_pour.bytes.repeated(qMax<qsizetype>(1, 65'536 / m_pour.bytes.size())));
        } else {
            m_socket.write(m_pour.bytes.left(1));
            if (m_pour.bytes.size() > 1)
                m_pour.bytes.remove(0, 1);
        }
    }

    void reset()
    {
#ifdef Q_OS_UNIX
        const linger hard{1, 0};
        setsockopt(int(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
#endif
        m_socket.abort();
    }

    ScriptedServer *m_server;
    Script m_script;
    QSslSocket m_socket;
    QTimer m_timer, m_flood;
    QByteArray m_buffer;
    Act m_pour;
    qsizetype m_at = 0;
    bool m_waiting = false;
    bool m_shaking = false;
};

ScriptedServer::ScriptedServer(const QList<Script> &scripts) : m_scripts(scripts)
{
    listen(QHostAddress::LocalHost);
}

void ScriptedServer::incomingConnection(qintptr descriptor)
{
    const Script script = m_scripts.value(qMin<qsizetype>(m_connections, m_scripts.size() - 1));
    ++m_connections;
    new Player(this, descriptor, script);
}

net::Environment ScriptedServer::environment(const model::Endpoint &endpoint, double boundsFactor) const
{
    net::Environment world;
    world.bounds = world.bounds.scaled(boundsFactor);
    world.route.add(endpoint.host, endpoint.port, {QStringLiteral("127.0.0.1"), port()});
    world.extraAnchors = QSslCertificate::fromPath(resource(QStringLiteral("authority.crt")));
    return world;
}

model::Endpoint practiceDoor(model::Protocol protocol, model::Security security)
{
    const QString host = protocol == model::Protocol::Pop3
        ? QStringLiteral("pop.practice.example")
        : model::name(protocol) + QStringLiteral(".practice.example");
    return {host, model::defaultPort(protocol, security), protocol, security};
}

} // namespace support
