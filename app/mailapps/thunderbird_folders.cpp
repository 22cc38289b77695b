#include "mailapps/profiles_ini.h"
#include "mailapps/thunderbird.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUrl>

namespace mailapps::thunderbird {

namespace {

constexpr qint64 largeFile = 100LL * 1000 * 1000;
/// So many entries of the mail folders are looked at; a maildir profile may have millions.
constexpr int walkCap = 200'000;
constexpr qint64 fatLimit = 4LL * 1024 * 1024 * 1024 - 1;

/// The folder of a server's mail: directory-rel outweighs directory, which is stale in a copied profile.
QString folderOf(const Settings &settings, const QString &serverKey, const QString &profile)
{
    const QByteArray branch = "mail.server." + serverKey.toUtf8() + '.';
    const QString relative = settings.text(branch + "directory-rel");
    const QString mark = QStringLiteral("[ProfD]");
    if (relative.startsWith(mark))
        return profile + u'/' + relative.mid(mark.size());
    const QString absolute = settings.text(branch + "directory");
    if (!absolute.isEmpty())
        return QDir::fromNativeSeparators(absolute);
    return {};
}

QString localFolders(const Settings &settings, const QString &profile)
{
    const QString folder
        = folderOf(settings, settings.text("mail.accountmanager.localfoldersserver"), profile);
    return folder.isEmpty() ? profile + QStringLiteral("/Mail/Local Folders") : folder;
}

/// mailbox://nobody@Local%20Folders/Unsent%20Messages to a path: folders below folders lie in "Name.sbd".
QString folderOfUri(const Settings &settings, const QString &uri, const QString &profile)
{
    // QUrl refuses host names with a space, which these addresses have.
    const QString rest = uri.section(QStringLiteral("://"), 1);
    const QString host = QUrl::fromPercentEncoding(rest.section(u'/', 0, 0).section(u'@', -1).toUtf8());
    const QString user = QUrl::fromPercentEncoding(rest.section(u'/', 0, 0).section(u'@', 0, 0).toUtf8());
    QStringList parts;
    for (const QString &part : rest.section(u'/', 1).split(u'/', Qt::SkipEmptyParts))
        parts.append(QUrl::fromPercentEncoding(part.toUtf8()));
    if (parts.isEmpty())
        return {};
    QString base;
    for (const QString &account :
         settings.text("mail.accountmanager.accounts").split(u',', Qt::SkipEmptyParts)) {
        const QString key = settings.text("mail.account." + account.trimmed().toUtf8() + ".server");
        const QByteArray branch = "mail.server." + key.toUtf8() + '.';
        if (settings.text(branch + "hostname") == host && settings.text(branch + "userName", user) == user)
            base = folderOf(settings, key, profile);
    }
    if (base.isEmpty() && host == QStringLiteral("Local Folders"))
        base = localFolders(settings, profile);
    return base.isEmpty() ? QString() : base + u'/' + parts.join(QStringLiteral(".sbd/"));
}

} // namespace

QStringList outboxPaths(const Settings &settings, const QString &profile, const QStringList &trusted,
                        QList<model::Unreadable> *unreadable)
{
    QStringList wanted{localFolders(settings, profile) + QStringLiteral("/Unsent Messages")};
    const QString uri = settings.text("mail.default_sendlater_uri");
    if (uri.startsWith(QStringLiteral("mailbox://"))) {
        const QString path = folderOfUri(settings, uri, profile);
        if (path.isEmpty())
            unreadable->append({uri.left(500), 0, QStringLiteral("missing")});
        else
            wanted.append(path);
    } else if (!uri.isEmpty() && !uri.contains(QStringLiteral("Unsent"))) {
        unreadable->append({uri.left(500), 0, QStringLiteral("outside")}); // on a server
    }
    QStringList allowed;
    for (const QString &path : std::as_const(wanted)) {
        if (!liesWithin(path, trusted + QStringList{profile}))
            unreadable->append({path, 0, QStringLiteral("outside")});
        else if (!allowed.contains(QDir::cleanPath(path)))
            allowed.append(QDir::cleanPath(path));
    }
    return allowed;
}

QList<model::Store> stores(const QString &profile)
{
    const QString kind = QString::fromLatin1(QStorageInfo(profile).fileSystemType()).toLower();
    const bool fat = kind == QStringLiteral("vfat") || kind == QStringLiteral("msdos")
        || kind.startsWith(QStringLiteral("fat"));
    QList<model::Store> found;
    qint64 total = 0;
    int walked = 0;
    for (const QString &part : {QStringLiteral("/Mail"), QStringLiteral("/ImapMail")}) {
        QDirIterator entry(profile + part, QDir::Files | QDir::Hidden | QDir::NoSymLinks,
                           QDirIterator::Subdirectories);
        while (entry.hasNext() && ++walked <= walkCap) {
            entry.next();
            const qint64 bytes = entry.fileInfo().size();
            total += bytes;
            if (bytes > largeFile && entry.fileInfo().suffix() != QStringLiteral("msf"))
                found.append({entry.filePath(), bytes, fat ? fatLimit : 0});
        }
    }
    found.append({profile, total, 0});
    return found;
}

} // namespace mailapps::thunderbird
