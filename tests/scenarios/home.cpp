#include "home.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QStringEncoder>

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
    prefs += pref("mail.server.server1.hostname",
                  quoted(profile.value(text("imap")).toString(text("imap.") + domain)));
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

QString furnishProfile(const QString &folder, const QJsonObject &profile)
{
    const QString root = folder + text("/.thunderbird/made.default");
    QString wrong = writeFile(folder + text("/.thunderbird/profiles.ini"),
                              "[Profile0]\nName=default\nIsRelative=1\nPath=made.default\nDefault=1\n");
    QByteArray prefs = prefsOf(profile);
    if (profile.value(text("cut")).toBool())
        prefs.chop(prefs.size() / 2 + 5);
    wrong += writeFile(root + text("/prefs.js"), prefs);
    wrong += writeFile(root + text("/Mail/Local Folders/Unsent Messages"),
                       waiting(profile.value(text("outbox")).toInt()));
    if (profile.value(text("prefs_is_folder")).toBool()) {
        QFile::remove(root + text("/prefs.js"));
        QDir().mkpath(root + text("/prefs.js"));
    }
    return wrong;
}

/// One key of a registry export: text, whole numbers, and lists of bytes.
QString exportedKey(const QString &key, const QJsonObject &values)
{
    QString lines = text("\r\n[") + key + text("]\r\n");
    for (auto value = values.begin(); value != values.end(); ++value) {
        lines += u'"' + value.key() + text("\"=");
        if (value->isDouble()) {
            lines += text("dword:%1").arg(value->toInt(), 8, 16, QChar(u'0'));
        } else if (value->isArray()) {
            QStringList bytes;
            for (const QJsonValue &byte : value->toArray())
                bytes.append(text("%1").arg(byte.toInt(), 2, 16, QChar(u'0')));
            lines += text("hex:") + bytes.join(u',');
        } else {
            lines += u'"' + value->toString().replace(u'\\', text("\\\\")) + u'"';
        }
        lines += text("\r\n");
    }
    return lines;
}

/// As regedit writes it: UTF-16 with a mark.
QByteArray exported(const QJsonObject &registry)
{
    QString lines = text("Windows Registry Editor Version 5.00\r\n");
    for (auto key = registry.begin(); key != registry.end(); ++key)
        lines += exportedKey(key.key(), key->toObject());
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    return encoder(lines);
}

} // namespace

QString writeFile(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size())
        return {};
    return text("cannot write ") + path;
}

QString furnish(const QString &folder, const QJsonObject &description)
{
    QString wrong;
    if (description.contains(text("profile")))
        wrong += furnishProfile(folder, description.value(text("profile")).toObject());
    const QJsonObject files = description.value(text("files")).toObject();
    for (auto file = files.begin(); file != files.end(); ++file)
        wrong += writeFile(folder + u'/' + file.key(), file.value().toString().toUtf8());
    if (description.contains(text("registry")))
        wrong += writeFile(folder + registryFile, exported(description.value(text("registry")).toObject()));
    return wrong;
}

} // namespace scenario
