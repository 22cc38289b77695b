#include "remedies/thunderbird_uris.h"

#include "mailapps/plain_file.h"

#include <QDir>
#include <QUrl>
#include <algorithm>

namespace remedies {

using mailapps::Prefs;
using mailapps::thunderbird::Settings;

namespace {

/// "imap://taro%40example.ne.jp@imap.example.ne.jp", as the program itself writes it (encodeURIComponent).
QString serverUri(const QString &scheme, const QString &user, const QString &host)
{
    const QString auth = QString::fromLatin1(QUrl::toPercentEncoding(user, "!*'()"));
    return scheme + QStringLiteral("://") + auth + u'@' + host;
}

/// The rest behind the server's own part; nothing if the folder is another server's. Compared decoded: older
/// versions encoded other characters.
std::optional<QString> restOf(const QString &uri, const QString &scheme, const QString &user,
                              const QString &host)
{
    const QString head = scheme + QStringLiteral("://");
    if (!uri.startsWith(head))
        return std::nullopt;
    const qsizetype slash = uri.indexOf(u'/', head.size());
    const QString server = slash < 0 ? uri.mid(head.size()) : uri.mid(head.size(), slash - head.size());
    const qsizetype at = server.lastIndexOf(u'@');
    const QString auth = QUrl::fromPercentEncoding(server.left(std::max<qsizetype>(at, 0)).toUtf8());
    if (auth != user || server.mid(at + 1).compare(host, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    return slash < 0 ? QString() : uri.mid(slash);
}

bool namesAFolder(const QString &name)
{
    static const QStringList ofIdentity{QStringLiteral(".fcc_folder"), QStringLiteral(".draft_folder"),
                                        QStringLiteral(".archive_folder"),
                                        QStringLiteral(".stationery_folder")};
    static const QStringList ofServer{QStringLiteral(".spamActionTargetAccount"),
                                      QStringLiteral(".spamActionTargetFolder")};
    const auto endsAs = [&name](const QStringList &ends) {
        return std::any_of(ends.begin(), ends.end(),
                           [&name](const QString &end) { return name.endsWith(end); });
    };
    return name.startsWith(u"mail.identity.") ? endsAs(ofIdentity)
                                              : name.startsWith(u"mail.server.") && endsAs(ofServer);
}

/// True if rules of any account sort mail into a folder of this server, or cannot be read.
bool filtersName(const QString &profile, const QString &host)
{
    for (const QString &kind : {QStringLiteral("Mail"), QStringLiteral("ImapMail")}) {
        const QDir folder(profile + u'/' + kind);
        for (const QString &server : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QString path = folder.filePath(server) + QStringLiteral("/msgFilterRules.dat");
            const mailapps::FileBytes file = mailapps::readPlainFile(path, mailapps::prefsCap);
            if (file.why == u"missing")
                continue;
            if (!file.why.isEmpty()
                || QString::fromUtf8(file.bytes).contains(u'@' + host, Qt::CaseInsensitive))
                return true;
        }
    }
    return false;
}

} // namespace

std::optional<QList<Wish>> movedUris(const model::AppProfile &profile, const Settings &settings,
                                     const Prefs &prefs, const QByteArray &branch, const QList<Wish> &wanted)
{
    const bool old = !settings.text(branch + "realhostname").isEmpty()
        || !settings.text(branch + "realuserName").isEmpty();
    const QString oldHost = settings.text(branch + "hostname"), oldUser = settings.text(branch + "userName");
    if (old || oldHost.isEmpty() || !settings.text(branch + "directory-rel").startsWith(u"[ProfD]")
        || filtersName(profile.path, oldHost))
        return std::nullopt;
    QString host = oldHost, user = oldUser;
    for (const Wish &wish : wanted) {
        if (wish.name == branch + "hostname")
            host = wish.text();
        if (wish.name == branch + "userName")
            user = wish.text();
    }
    const QString scheme
        = settings.text(branch + "type") == u"imap" ? QStringLiteral("imap") : QStringLiteral("mailbox");
    QList<Wish> list;
    for (const mailapps::Pref &pref : prefs.all()) {
        const QString name = prefs.nameOf(pref);
        if (pref.kind != mailapps::Pref::Kind::Text || !namesAFolder(name))
            continue;
        const auto rest = restOf(settings.text(name.toUtf8()), scheme, oldUser, oldHost);
        if (!rest)
            continue;
        const Wish wish{name.toUtf8(), serverUri(scheme, user, host) + *rest};
        const bool known = std::any_of(list.begin(), list.end(),
                                       [&](const Wish &other) { return other.name == wish.name; });
        if (!wish.isSound())
            return std::nullopt;
        if (!known)
            list.append(wish);
    }
    return list;
}

} // namespace remedies
