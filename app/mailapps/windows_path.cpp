#include "mailapps/windows_path.h"

#include <QDir>

namespace mailapps {

namespace {

/// Where the copy of a home stands for the folder that Windows names so.
QString folderNamed(const QString &variable, const Places &places)
{
    if (variable == u"USERPROFILE")
        return homeOf(places);
    if (variable == u"APPDATA")
        return roaming(places);
    if (variable == u"LOCALAPPDATA")
        return local(places);
    return {};
}

/// Whose home a path lies in is not asked: a home may have been copied and renamed.
QString belowHome(const QString &path)
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() < 3 || !parts.at(0).endsWith(u':'))
        return {};
    const QString folder = parts.at(1);
    if (folder.compare(u"Users", Qt::CaseInsensitive) != 0
        && folder.compare(u"Documents and Settings", Qt::CaseInsensitive) != 0)
        return {};
    return QStringList(parts.mid(3)).join(u'/');
}

} // namespace

QString homeOf(const Places &places)
{
    return QDir::cleanPath(places.home.isEmpty() ? QDir::homePath() : places.home);
}

QString roaming(const Places &places)
{
    // Redirected by an administrator: the real place of the person who is logged in, not of a given home.
    if (places.home.isEmpty() && qEnvironmentVariableIsSet("APPDATA"))
        return QDir::fromNativeSeparators(qEnvironmentVariable("APPDATA"));
    return homeOf(places) + QStringLiteral("/AppData/Roaming");
}

QString local(const Places &places)
{
    if (places.home.isEmpty() && qEnvironmentVariableIsSet("LOCALAPPDATA"))
        return QDir::fromNativeSeparators(qEnvironmentVariable("LOCALAPPDATA"));
    return homeOf(places) + QStringLiteral("/AppData/Local");
}

QString localPath(const QString &windowsPath, const Places &places)
{
    QString path = windowsPath.trimmed();
    path.replace(u'\\', u'/');
    if (path.startsWith(u"//"))
        return {};
    if (path.startsWith(u'%')) {
        const qsizetype end = path.indexOf(u'%', 1);
        const QString folder = folderNamed(path.mid(1, end - 1).toUpper(), places), below = path.mid(end + 1);
        if (end < 0 || folder.isEmpty() || (!below.isEmpty() && !below.startsWith(u'/')))
            return {};
        const QString found = QDir::cleanPath(folder + below);
        return found == folder || found.startsWith(folder + u'/') ? found : QString();
    }
#ifdef Q_OS_WIN
    if (places.home.isEmpty())
        return QDir::isAbsolutePath(path) ? QDir::cleanPath(path) : QString();
#endif
    const QString home = homeOf(places), below = belowHome(path);
    const QString found = QDir::cleanPath(home + u'/' + below);
    return !below.isEmpty() && found.startsWith(home + u'/') ? found : QString();
}

} // namespace mailapps
