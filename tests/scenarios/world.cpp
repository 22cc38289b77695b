#include "world.h"

#include "home.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>

namespace scenario {

using namespace Qt::StringLiterals;

namespace {

/// Debian keeps it in a folder of the machine's architecture.
QString clockLibrary()
{
    for (const QString &parent : QDir(u"/usr/lib"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString library = u"/usr/lib/"_s + parent + u"/faketime/libfaketime.so.1"_s;
        if (QFile::exists(library))
            return library;
    }
    return {};
}

/// "+400d" moves the clock, "2019-01-01" starts it there: in libfaketime's words.
QString clockWords(const QString &clock)
{
    if (clock.startsWith(u'+') || clock.startsWith(u'-'))
        return clock;
    return u'@' + clock + (clock.contains(u' ') ? QString() : u" 12:00:00"_s);
}

} // namespace

World::World(const QJsonObject &description, Network &network) : m_description(description)
{
    if (!m_home.isValid() || !m_files.isValid())
        m_error = u"no temporary folder"_s;
    m_error += furnish(m_home.path(), description);
    if (isNet()) {
        m_net = std::make_unique<NetWorld>(description.value("net"_L1).toObject(), m_files.path(), network,
                                           &m_heard);
        m_error += m_net->error();
        m_arguments = m_net->arguments();
    }
    buildPack();
    openDoors();
    collectArguments();
    if (description.contains("clock"_L1) && clockLibrary().isEmpty())
        m_error = u"libfaketime is missing: package faketime"_s;
}

bool World::isNet() const
{
    return m_description.contains("net"_L1);
}

QString World::password() const
{
    return m_description.value("password"_L1).toString(isNet() ? QString::fromLatin1(canary) : QString());
}

QProcessEnvironment World::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_home.path()); // whatever is on this machine stays out of the world
    environment.insert(u"XDG_DATA_HOME"_s, m_home.path() + u"/.local/share"_s);
    for (const auto *name : {u"http_proxy", u"https_proxy", u"all_proxy", u"no_proxy", u"OPENSSL_CONF"})
        environment.remove(QString::fromUtf16(name));
    const QJsonObject own = m_description.value("environment"_L1).toObject();
    for (auto one = own.begin(); one != own.end(); ++one)
        environment.insert(one.key(), one.value().toString());
    if (!password().isEmpty())
        environment.insert(u"SCENARIO_PASSWORD"_s, password());
    if (const QString clock = m_description.value("clock"_L1).toString(); !clock.isEmpty()) {
        environment.insert(u"LD_PRELOAD"_s, clockLibrary());
        environment.insert(u"FAKETIME"_s, clockWords(clock));
        environment.insert(u"FAKETIME_DONT_FAKE_MONOTONIC"_s, u"1"_s);
        environment.insert(u"TZ"_s, u"UTC"_s);
        environment.insert(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s);
    }
    return environment;
}

// Two whole dialogues, one after the other, each within its own bound; and much room for a machine that is
// busy
int World::boundMs() const
{
    const qsizetype at = m_arguments.lastIndexOf(u"--timeout-scale"_s);
    const double scale = at < 0 ? 1 : m_arguments.value(at + 1).toDouble();
    return int(2 * 90'000 * scale) + 30'000;
}

void World::buildPack()
{
    if (!m_description.contains("pack"_L1))
        return;
    const QString path = m_files.filePath(u"pack.json"_s);
    m_error += writeFile(path, QJsonDocument(m_description.value("pack"_L1).toObject()).toJson());
    m_arguments += {u"--provider"_s, path};
}

void World::openDoors()
{
    for (const QJsonValue &door : m_description.value("doors"_L1).toArray())
        openDoor(door.toObject());
}

void World::openDoor(const QJsonObject &door)
{
    static const QStringList known{u"silent"_s, u"hangs-up"_s, u"says"_s, u"closed"_s};
    const QString does = door.value("does"_L1).toString();
    if (!known.contains(does))
        m_error = u"a door cannot do: "_s + does;
    auto server = std::make_unique<QTcpServer>();
    if (!server->listen(QHostAddress::LocalHost))
        m_error = server->errorString();
    const QString at = door.value("at"_L1).toString();
    m_arguments += {u"--route"_s, u"%1=127.0.0.1:%2"_s.arg(at).arg(server->serverPort())};
    if (does == "closed"_L1)
        return; // the port was ours a moment ago: nobody answers it now
    QTcpServer *listening = server.get();
    const QByteArray says = door.value("text"_L1).toString().toUtf8();
    QObject::connect(listening, &QTcpServer::newConnection, listening, [this, listening, does, says, at] {
        while (QTcpSocket *socket = listening->nextPendingConnection()) {
            auto heard = std::make_shared<Heard>();
            heard->at = at;
            m_heard.append(heard);
            QObject::connect(socket, &QTcpSocket::readyRead, socket,
                             [socket, heard] { heard->inClear += socket->readAll(); });
            if (does == "says"_L1)
                socket->write(says);
            if (does == "hangs-up"_L1)
                socket->disconnectFromHost();
        }
    });
    m_doors.push_back(std::move(server));
}

void World::collectArguments()
{
    QStringList command{m_description.value("command"_L1).toString(u"check"_s),
                        u"--json"_s,
                        u"--lang"_s,
                        u"en"_s,
                        u"--journal"_s,
                        m_files.filePath(u"journal"_s)};
    const bool practice = m_description.contains("practice"_L1);
    const bool hasRegistry = m_description.contains("registry"_L1);
    if (!practice || hasRegistry || m_description.contains("profile"_L1)
        || m_description.contains("files"_L1))
        command += {u"--home"_s, m_home.path()};
    if (hasRegistry)
        command += {u"--registry"_s, m_home.path() + registryFile};
    if (practice) {
        const QStringList faults = m_description.value("practice"_L1).toVariant().toStringList();
        command += u"--practice"_s + (faults.isEmpty() ? QString() : u'=' + faults.join(u','));
    }
    if (isNet() && !m_description.contains("address"_L1))
        command += {u"--address"_s, u"hanako@made.test"_s};
    for (const auto key : {"address"_L1, "symptom"_L1, "app"_L1})
        if (m_description.contains(key))
            command += {u"--"_s + key, m_description.value(key).toString()};
    if (!password().isEmpty())
        command += {u"--password-env"_s, u"SCENARIO_PASSWORD"_s};
    command += m_arguments;
    m_arguments = command + m_description.value("options"_L1).toVariant().toStringList();
}

} // namespace scenario
