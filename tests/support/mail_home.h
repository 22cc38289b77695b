// A made-up home with a Thunderbird in it, in a folder that goes away with the object. For tests only.
#pragma once

#include "model/mailapp.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#ifdef Q_OS_WIN
#include <windows.h>
#undef near // words of sixteen bits
#undef far
#endif

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

/// A symbolic link; false where this person may not make one (Windows without developer mode; Wine 8).
inline bool makeLink(const QString &target, const QString &path)
{
#ifdef Q_OS_WIN
    const auto wide = [](const QString &name) { return QDir::toNativeSeparators(name).toStdWString(); };
    const DWORD flags = SYMBOLIC_LINK_FLAG_ALLOW_UNPRIVILEGED_CREATE
        | (QFileInfo(target).isDir() ? SYMBOLIC_LINK_FLAG_DIRECTORY : 0);
    return CreateSymbolicLinkW(wide(path).c_str(), wide(target).c_str(), flags)
        && GetFileAttributesW(wide(path).c_str()) != INVALID_FILE_ATTRIBUTES;
#else
    return QFile::link(target, path);
#endif
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

/// Set in a process that is there to be killed (support::killedWhile on Windows): the home that the test
/// made.
inline constexpr char killedIn[] = "TODOKU_KILLED_IN";

class MailHome
{
public:
    explicit MailHome(const QByteArray &prefs = prefsWithAccount())
        : m_place(qEnvironmentVariable(killedIn, m_folder.path()))
    {
        last() = m_place;
        write(QStringLiteral(".thunderbird/profiles.ini"),
              "[Profile0]\nName=default\nIsRelative=1\nPath=p.default\nDefault=1\n");
        write(QStringLiteral(".thunderbird/p.default/prefs.js"), prefs);
        write(QStringLiteral(".thunderbird/p.default/compatibility.ini"),
              "[Compatibility]\nLastVersion=140.6.0_20251201/20251201\n");
    }

    QString path(const QString &below = {}) const
    {
        return below.isEmpty() ? m_place : m_place + u'/' + below;
    }
    /// The home that was made last in this process.
    static QString &last()
    {
        static QString place;
        return place;
    }
    QString root() const { return path(QStringLiteral(".thunderbird")); }
    QString profile() const { return path(QStringLiteral(".thunderbird/p.default")); }
    QString prefs() const { return profile() + QStringLiteral("/prefs.js"); }
    QString outbox() const { return profile() + QStringLiteral("/Mail/Local Folders/Unsent Messages"); }
    bool write(const QString &below, const QByteArray &bytes) const { return writeFile(path(below), bytes); }

private:
    QTemporaryDir m_folder; // before what is in it
    QString m_place;
};

} // namespace support
