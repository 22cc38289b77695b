#include "world.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>

namespace scenario {

namespace {

QString text(const char *value)
{
    return QString::fromLatin1(value);
}

QByteArray pref(const char *key, const QString &value)
{
    return QByteArray("user_pref(\"") + key + "\", " + value.toUtf8() + ");\n";
}

QString quoted(const QString &value)
{
    return u'"' + value + u'"';
}

/// prefs.js of one IMAP account, as Thunderbird writes it.
QByteArray prefsOf(const QJsonObject &profile)
{
    const QString address = profile.value(text("address")).toString(text("hanako@practice.example"));
    const QString domain = address.mid(address.indexOf(u'@') + 1);
    QByteArray prefs = "// Mozilla User Preferences\n\n";
    prefs += pref("mail.accountmanager.accounts", quoted(text("account1,account2")));
    prefs += pref("mail.account.account1.identities", quoted(text("id1")));
    prefs += pref("mail.account.account1.server", quoted(text("server1")));
    prefs += pref("mail.account.account2.server", quoted(text("server2")));
    prefs += pref("mail.identity.id1.useremail", quoted(address));
    prefs += pref("mail.identity.id1.smtpServer", quoted(text("smtp1")));
    prefs += pref("mail.server.server1.type", quoted(text("imap")));
    prefs += pref("mail.server.server1.hostname", quoted(text("imap.") + domain));
    prefs += pref("mail.server.server1.port", text("993"));
    prefs += pref("mail.server.server1.socketType", text("3"));
    prefs += pref("mail.server.server1.userName", quoted(address));
    prefs += pref("mail.server.server2.type", quoted(text("none")));
    prefs += pref("mail.server.server2.hostname", quoted(text("Local Folders")));
    prefs += pref("mail.server.server2.directory-rel", quoted(text("[ProfD]Mail/Local Folders")));
    prefs += pref("mail.smtpservers", quoted(text("smtp1")));
    prefs += pref("mail.smtpserver.smtp1.hostname", quoted(text("smtp.") + domain));
    prefs += pref("mail.smtpserver.smtp1.port", text("587"));
    prefs += pref("mail.smtpserver.smtp1.try_ssl", text("2"));
    prefs += pref("mail.smtpserver.smtp1.username", quoted(address));
    if (profile.contains(text("timeout")))
        prefs += pref("mailnews.tcptimeout", QString::number(profile.value(text("timeout")).toInt()));
    if (profile.value(text("offline")).toBool())
        prefs += pref("network.online", text("false")) + pref("offline.startup_state", text("3"));
    return prefs;
}

QByteArray waiting(int count)
{
    QByteArray mbox;
    for (int i = 1; i <= count; ++i)
        mbox += "From - Sat Nov 21 10:00:00 2026\nX-Mozilla-Status: 0000\nX-Mozilla-Status2: 00000000\n"
                "Date: Sat, 21 Nov 2026 10:00:00 +0900\nFrom: hanako@practice.example\n"
                "To: partner@example.test\nSubject: waits\nMessage-ID: <waits-"
            + QByteArray::number(i) + "@practice.example>\n\nbody\n\n";
    return mbox;
}

} // namespace

World::World(const QJsonObject &description) : m_description(description)
{
    if (!m_home.isValid() || !m_files.isValid())
        m_error = text("no temporary folder");
    buildHome();
    buildPack();
    openDoors();
    collectArguments();
}

void World::write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        m_error = text("cannot write ") + path;
}

void World::buildHome()
{
    const QJsonObject files = m_description.value(text("files")).toObject();
    if (m_description.contains(text("profile")))
        buildProfile(m_description.value(text("profile")).toObject());
    for (auto file = files.begin(); file != files.end(); ++file)
        write(m_home.filePath(file.key()), file.value().toString().toUtf8());
}

void World::buildProfile(const QJsonObject &profile)
{
    const QString root = m_home.filePath(text(".thunderbird/made.default"));
    write(m_home.filePath(text(".thunderbird/profiles.ini")),
          "[Profile0]\nName=default\nIsRelative=1\nPath=made.default\nDefault=1\n");
    QByteArray prefs = prefsOf(profile);
    if (profile.value(text("cut")).toBool())
        prefs.chop(prefs.size() / 2 + 5);
    write(root + text("/prefs.js"), prefs);
    write(root + text("/Mail/Local Folders/Unsent Messages"), waiting(profile.value(text("outbox")).toInt()));
    if (profile.value(text("prefs_is_folder")).toBool()) {
        QFile::remove(root + text("/prefs.js"));
        QDir().mkpath(root + text("/prefs.js"));
    }
}

void World::buildPack()
{
    if (!m_description.contains(text("pack")))
        return;
    const QString path = m_files.filePath(text("pack.json"));
    write(path, QJsonDocument(m_description.value(text("pack")).toObject()).toJson());
    m_arguments += {text("--provider"), path};
}

void World::openDoors()
{
    for (const QJsonValue &door : m_description.value(text("doors")).toArray())
        openDoor(door.toObject());
}

void World::openDoor(const QJsonObject &door)
{
    static const QStringList known{text("silent"), text("hangs-up"), text("says"), text("closed")};
    const QString does = door.value(text("does")).toString();
    if (!known.contains(does))
        m_error = text("a door cannot do: ") + does;
    auto server = std::make_unique<QTcpServer>();
    if (!server->listen(QHostAddress::LocalHost))
        m_error = server->errorString();
    const quint16 port = server->serverPort();
    m_arguments += {text("--route"),
                    QStringLiteral("%1=127.0.0.1:%2").arg(door.value(text("at")).toString()).arg(port)};
    if (does == u"closed")
        return; // the port was ours a moment ago: nobody answers it now
    QTcpServer *listening = server.get();
    const QByteArray says = door.value(text("text")).toString().toUtf8();
    QObject::connect(listening, &QTcpServer::newConnection, listening, [listening, does, says] {
        while (QTcpSocket *socket = listening->nextPendingConnection()) {
            if (does == u"says")
                socket->write(says);
            if (does == u"hangs-up")
                socket->disconnectFromHost();
        }
    });
    m_doors.push_back(std::move(server));
}

void World::collectArguments()
{
    QStringList command{m_description.value(text("command")).toString(text("check")),
                        text("--json"),
                        text("--lang"),
                        text("en"),
                        text("--journal"),
                        m_files.filePath(text("journal"))};
    const bool practice = m_description.contains(text("practice"));
    if (!practice || m_description.contains(text("profile")) || m_description.contains(text("files")))
        command += {text("--home"), m_home.path()};
    if (practice) {
        QStringList faults;
        for (const QJsonValue &fault : m_description.value(text("practice")).toArray())
            faults.append(fault.toString());
        command += text("--practice") + (faults.isEmpty() ? QString() : u'=' + faults.join(u','));
    }
    for (const char *key : {"address", "symptom", "app"})
        if (m_description.contains(text(key)))
            command += {text("--") + text(key), m_description.value(text(key)).toString()};
    if (m_description.contains(text("password")))
        command += {text("--password-env"), text("SCENARIO_PASSWORD")};
    for (const QJsonValue &option : m_description.value(text("options")).toArray())
        command += option.toString();
    m_arguments = command + m_arguments;
}

} // namespace scenario
