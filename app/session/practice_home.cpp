#include "session/practice_home.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLocale>

namespace session {

namespace {

const QString profileFolder = QStringLiteral(".thunderbird/practice.default");

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.write(content) == content.size()
        && file.flush();
}

/// Thunderbird's number for it (nsMsgSocketType).
QString socketType(model::Security security)
{
    switch (security) {
    case model::Security::Plain:
        return QStringLiteral("0");
    case model::Security::StartTls:
        return QStringLiteral("2");
    case model::Security::Tls:
        return QStringLiteral("3");
    }
    Q_UNREACHABLE();
}

QByteArray settings(const PracticeHome::Wishes &wishes)
{
    const auto line = [](const char *key, const QString &value) {
        return QByteArray("user_pref(\"") + key + "\", " + value.toUtf8() + ");\n";
    };
    const auto text
        = [&line](const char *key, const QString &value) { return line(key, u'"' + value + u'"'); };
    return text("mail.accountmanager.accounts", QStringLiteral("account1,account2"))
        + text("mail.accountmanager.defaultaccount", QStringLiteral("account1"))
        + text("mail.accountmanager.localfoldersserver", QStringLiteral("server2"))
        + text("mail.account.account1.identities", QStringLiteral("id1"))
        + text("mail.account.account1.server", QStringLiteral("server1"))
        + text("mail.account.account2.server", QStringLiteral("server2"))
        + text("mail.identity.id1.useremail", wishes.address)
        + text("mail.identity.id1.fullName", QStringLiteral("Hanako"))
        + text("mail.identity.id1.smtpServer", QStringLiteral("smtp1"))
        + text("mail.server.server1.type",
               wishes.incoming.protocol == model::Protocol::Pop3 ? QStringLiteral("pop3")
                                                                 : QStringLiteral("imap"))
        + text("mail.server.server1.hostname", wishes.incoming.host)
        + line("mail.server.server1.port", QString::number(wishes.incoming.port))
        + line("mail.server.server1.socketType", socketType(wishes.incoming.security))
        + line("mail.server.server1.authMethod", QStringLiteral("3"))
        + text("mail.server.server1.userName", wishes.address)
        + text("mail.server.server2.type", QStringLiteral("none"))
        + text("mail.server.server2.hostname", QStringLiteral("Local Folders"))
        + text("mail.server.server2.userName", QStringLiteral("nobody"))
        + text("mail.server.server2.directory-rel", QStringLiteral("[ProfD]Mail/Local Folders"))
        + text("mail.smtpservers", QStringLiteral("smtp1"))
        + text("mail.smtpserver.smtp1.hostname", wishes.outgoing.host)
        + line("mail.smtpserver.smtp1.port", QString::number(wishes.outgoing.port))
        + line("mail.smtpserver.smtp1.try_ssl", socketType(wishes.outgoing.security))
        + line("mail.smtpserver.smtp1.authMethod", QStringLiteral("3"))
        + text("mail.smtpserver.smtp1.username", wishes.address)
        + line("mailnews.tcptimeout", QString::number(wishes.timeoutSeconds));
}

QByteArray waitingMessage(const PracticeHome::Wishes &wishes)
{
    const QDateTime yesterday = QDateTime::currentDateTimeUtc().addDays(-1);
    const QByteArray address = wishes.address.toUtf8();
    return "From - " + QLocale::c().toString(yesterday, QStringLiteral("ddd MMM dd HH:mm:ss yyyy")).toLatin1()
        + "\nX-Mozilla-Status: 0000\nX-Mozilla-Status2: 00000000\nDate: "
        + QLocale::c().toString(yesterday, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1()
        + " +0000\nFrom: " + address
        + "\nTo: partner@practice.example\nSubject: Photographs\n"
          "Message-ID: <waiting-1@practice.example>\nMIME-Version: 1.0\nContent-Type: text/plain\n\n"
        + QByteArray(64 * 1024, 'x').replace(QByteArray(64, 'x'), QByteArray(63, 'x') + '\n') + "\n\n";
}

} // namespace

bool PracticeHome::build(const Wishes &wishes)
{
    const QString profile = m_folder.filePath(profileFolder);
    const QString local = profile + QStringLiteral("/Mail/Local Folders");
    if (wishes.incoming.host.isEmpty() || wishes.outgoing.host.isEmpty() || !m_folder.isValid()
        || !QDir().mkpath(local))
        return false;
    return write(m_folder.filePath(QStringLiteral(".thunderbird/profiles.ini")),
                 "[General]\nStartWithLastProfile=1\nVersion=2\n\n[Profile0]\nName=default\nIsRelative=1\n"
                 "Path=practice.default\nDefault=1\n")
        && write(profile + QStringLiteral("/prefs.js"), "// Mozilla User Preferences\n\n" + settings(wishes))
        && write(local + QStringLiteral("/Unsent Messages"),
                 wishes.outboxStuck ? waitingMessage(wishes) : QByteArray());
}

} // namespace session
