#include "mailapps/profiles_ini.h"

#include "mailapps/ini.h"
#include "mailapps/plain_file.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace mailapps {

namespace {

/// A person has a handful; a file with more was not written by the program.
constexpr int profileCap = 200;

/// The deepest part that exists, links followed, plus the rest: what is missing cannot be a link.
QString resolved(const QString &path)
{
    QString existing = path, rest;
    while (!QFileInfo::exists(existing)) {
        const qsizetype slash = existing.lastIndexOf(u'/');
        if (slash <= 0)
            return path;
        rest = existing.mid(slash) + rest;
        existing.truncate(slash);
    }
    return QFileInfo(existing).canonicalFilePath() + rest;
}

QString absolutePath(const IniSection &section, const QString &root)
{
    const QString path = QDir::fromNativeSeparators(section.value(QStringLiteral("Path")));
    if (section.value(QStringLiteral("IsRelative")) == QStringLiteral("0"))
        return path;
    return root + u'/' + path;
}

/// Paths that an installation opens by itself: [Install…] of profiles.ini and any section of installs.ini.
QStringList installDefaults(const Ini &profiles, const Ini &installs)
{
    QStringList paths;
    for (const IniSection &section : profiles.sections)
        if (section.name.startsWith(QStringLiteral("Install")) && section.contains(QStringLiteral("Default")))
            paths.append(section.value(QStringLiteral("Default")));
    for (const IniSection &section : installs.sections)
        if (section.contains(QStringLiteral("Default")))
            paths.append(section.value(QStringLiteral("Default")));
    return paths;
}

/// Where profiles.ini is gone, the folders with settings in them are still the person's mail.
QList<ProfileEntry> withoutIni(const QString &root)
{
    QList<ProfileEntry> found;
    for (const QString &folder : {root, root + QStringLiteral("/Profiles")}) {
        const auto entries
            = QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
        for (const QFileInfo &entry : entries)
            if (found.size() < profileCap
                && QFileInfo::exists(entry.filePath() + QStringLiteral("/prefs.js")))
                found.append({entry.fileName(), entry.filePath(), false, {}, 0});
    }
    if (found.size() == 1)
        found.first().isDefault = true;
    return found;
}

void chooseDefault(QList<ProfileEntry> &profiles, const Ini &ini, const QString &root)
{
    const FileBytes installs = readPlainFile(root + QStringLiteral("/installs.ini"), iniCap);
    const QStringList paths = installDefaults(ini, Ini::parse(installs.bytes));
    const auto opens = [&](const ProfileEntry &entry) {
        return std::any_of(paths.begin(), paths.end(), [&](const QString &path) {
            const QString native = QDir::fromNativeSeparators(path);
            return native == entry.path || root + u'/' + native == entry.path;
        });
    };
    // What an installation opens outweighs Default=1, which only programs before 67 obey.
    if (std::any_of(profiles.begin(), profiles.end(), opens))
        for (ProfileEntry &entry : profiles)
            entry.isDefault = opens(entry);
    if (profiles.size() == 1)
        profiles.first().isDefault = true;
}

} // namespace

bool liesWithin(const QString &path, const QStringList &roots)
{
    if (path.startsWith(QStringLiteral("//")) || path.startsWith(QStringLiteral("\\\\"))
        || !QDir::isAbsolutePath(path) || path.contains(QChar::Null))
        return false;
    const QStringList parts = path.split(u'/');
    if (parts.contains(QStringLiteral("..")))
        return false;
    const QString real = resolved(QDir::cleanPath(path));
    return std::any_of(roots.begin(), roots.end(), [&](const QString &root) {
        const QString realRoot = QFileInfo(root).canonicalFilePath();
        return !realRoot.isEmpty()
            && (real == realRoot || real.startsWith(realRoot + u'/') || realRoot == QStringLiteral("/"));
    });
}

ProfileList profilesIn(const QString &root, const QStringList &trusted)
{
    ProfileList list;
    const QString iniPath = root + QStringLiteral("/profiles.ini");
    const FileBytes file = readPlainFile(iniPath, iniCap);
    if (!file.why.isEmpty()) {
        list.profiles = withoutIni(root);
        if (file.why != QStringLiteral("missing"))
            list.unreadable.append({iniPath, 0, file.why});
        return list;
    }
    const Ini ini = Ini::parse(file.bytes);
    for (const int line : ini.strayLines.mid(0, 20))
        list.unreadable.append({iniPath, line, QStringLiteral("malformed")});
    for (const IniSection &section : ini.sections) {
        if (!section.name.startsWith(QStringLiteral("Profile")))
            continue;
        if (section.value(QStringLiteral("Path")).isEmpty()) {
            list.unreadable.append({iniPath, section.line, QStringLiteral("malformed")});
            continue;
        }
        ProfileEntry entry{section.value(QStringLiteral("Name")),
                           absolutePath(section, root),
                           section.value(QStringLiteral("Default")) == QStringLiteral("1"),
                           {},
                           section.line};
        const bool twice = std::any_of(list.profiles.begin(), list.profiles.end(),
                                       [&](const ProfileEntry &other) { return other.path == entry.path; });
        if (twice)
            continue;
        if (list.profiles.size() >= profileCap) {
            list.unreadable.append({iniPath, section.line, QStringLiteral("too-large")});
            break;
        }
        if (!liesWithin(entry.path, trusted))
            entry.why = QStringLiteral("outside");
        list.profiles.append(entry);
    }
    chooseDefault(list.profiles, ini, root);
    return list;
}

} // namespace mailapps
