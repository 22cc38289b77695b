// A made-up home with a Thunderbird in it, in a folder that goes away with the object. For tests only.
#pragma once

#include "model/mailapp.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace support {

inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray prefsWithAccount(const QByteArray &more = {})
{
    return "// Mozilla User Preferences\n"
           "user_pref(\"mail.account.account1.identities\", \"id1\");\n"
           "user_pref(\"mail.account.account1.server\", \"server1\");\n"
           "user_pref(\"mail.accountmanager.accounts\", \"account1\");\n"
           "user_pref(\"mail.identity.id1.smtpServer\", \"smtp1\");\n"
           "user_pref(\"mail.identity.id1.useremail\", \"taro@example.ne.jp\");\n"
           "user_pref(\"mail.server.server1.hostname\", \"pop.example.ne.jp\");\n"
           "user_pref(\"mail.server.server1.type\", \"pop3\");\n"
           "user_pref(\"mail.server.server1.userName\", \"taro\");\n"
           "user_pref(\"mail.smtpserver.smtp1.hostname\", \"smtp.example.ne.jp\");\n"
        + more;
}

class MailHome
{
public:
    explicit MailHome(const QByteArray &prefs = prefsWithAccount())
    {
        write(QStringLiteral(".thunderbird/profiles.ini"),
              "[Profile0]\nName=default\nIsRelative=1\nPath=p.default\nDefault=1\n");
        write(QStringLiteral(".thunderbird/p.default/prefs.js"), prefs);
        write(QStringLiteral(".thunderbird/p.default/compatibility.ini"),
              "[Compatibility]\nLastVersion=140.6.0_20251201/20251201\n");
    }

    QString path(const QString &below = {}) const { return m_folder.filePath(below); }
    QString root() const { return path(QStringLiteral(".thunderbird")); }
    QString profile() const { return path(QStringLiteral(".thunderbird/p.default")); }
    QString prefs() const { return profile() + QStringLiteral("/prefs.js"); }
    QString outbox() const { return profile() + QStringLiteral("/Mail/Local Folders/Unsent Messages"); }
    bool write(const QString &below, const QByteArray &bytes) const { return writeFile(path(below), bytes); }

private:
    QTemporaryDir m_folder;
};

} // namespace support
