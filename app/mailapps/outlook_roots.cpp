#include "mailapps/outlook.h"

namespace mailapps::outlook {

namespace {

/// "Outlook.Application.16" to "16.0".
QString installedVersion(const Registry &registry)
{
    for (const QString &classes : {QStringLiteral("HKCR"), QStringLiteral("HKLM\\SOFTWARE\\Classes")}) {
        const QString name = registry.text(classes + QStringLiteral("\\Outlook.Application\\CurVer"), {});
        bool ok = false;
        const int number = name.section(u'.', -1).toInt(&ok);
        if (ok && number >= 8 && number < 100)
            return QStringLiteral("%1.0").arg(number);
    }
    for (const QString &version : {QStringLiteral("16.0"), QStringLiteral("15.0"), QStringLiteral("14.0"),
                                   QStringLiteral("12.0"), QStringLiteral("11.0")})
        for (const QString &node : {QString(), QStringLiteral("WOW6432Node\\")})
            if (!registry
                     .text(QStringLiteral("HKLM\\SOFTWARE\\%1Microsoft\\Office\\%2\\Outlook\\InstallRoot")
                               .arg(node, version),
                           QStringLiteral("Path"))
                     .isEmpty())
                return version;
    return {};
}

/// With its build, where the installer tells it: "16.0.17932.20114".
QString reportedVersion(const Registry &registry, const QString &version)
{
    const QString reported
        = registry
              .text(QStringLiteral("HKLM\\SOFTWARE\\Microsoft\\Office\\ClickToRun\\Configuration"),
                    QStringLiteral("VersionToReport"))
              .trimmed();
    const bool fits = reported.startsWith(version + u'.') && reported.size() <= 40;
    return fits && !version.isEmpty() ? reported : version;
}

bool sharesRoot(const QString &version)
{
    return version == u"11.0" || version == u"12.0" || version == u"14.0";
}

} // namespace

QList<Root> roots(const Registry &registry)
{
    const QString office = QStringLiteral("HKCU\\Software\\Microsoft\\Office\\%1\\Outlook\\Profiles");
    QList<Root> all;
    for (const QString &version : {QStringLiteral("16.0"), QStringLiteral("15.0"), QStringLiteral("14.0")})
        all.append({office.arg(version), version, false});
    const QString installed = installedVersion(registry);
    const QString shared = sharesRoot(installed) ? installed : QString();
    const QString windows
        = QStringLiteral("HKCU\\Software\\Microsoft\\%1Windows Messaging Subsystem\\Profiles");
    for (const QString &part : {QStringLiteral("Windows NT\\CurrentVersion\\"), QString()})
        all.append({windows.arg(part), shared, false});
    all.removeIf([&registry](const Root &root) { return registry.keys(root.key).isEmpty(); });
    // An upgrade leaves the profiles of the older version behind.
    qsizetype used = 0;
    while (used < all.size() && all[used].version != installed)
        ++used;
    if (all.isEmpty())
        return all;
    if (!installed.isEmpty() && used < all.size())
        all.move(used, 0);
    all.first().isUsed = true;
    return all;
}

QString version(const Registry &registry)
{
    const QList<Root> found = roots(registry);
    const QString own = found.isEmpty() ? QString() : found.first().version;
    return reportedVersion(registry, own.isEmpty() ? installedVersion(registry) : own);
}

QString defaultProfile(const Registry &registry, const Root &root)
{
    // Since 2013 it stands in the key above, before beside the profiles.
    const QString name = registry.text(root.key.section(u'\\', 0, -2), QStringLiteral("DefaultProfile"));
    return name.isEmpty() ? registry.text(root.key, QStringLiteral("DefaultProfile")) : name;
}

} // namespace mailapps::outlook
