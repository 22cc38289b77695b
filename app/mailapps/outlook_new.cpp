#include "mailapps/outlook_new.h"

#include "mailapps/processes.h"
#include "mailapps/windows_path.h"

#include <QDir>
#include <QFileInfo>

namespace mailapps {

namespace {

/// Its folder is there as long as a package is installed for this person.
QString packageFolder(const Places &places, const QString &family)
{
    const QString folder = local(places) + QStringLiteral("/Packages/") + family;
    return QFileInfo(folder).isDir() ? folder : QString();
}

model::AppProfile place(const QString &path, bool isUsed)
{
    model::AppProfile profile;
    profile.path = path;
    profile.isDefault = isUsed;
    return profile;
}

} // namespace

model::MailApp readNewOutlook(const Places &places)
{
    const QString preferences
        = QStringLiteral("HKCU\\Software\\Microsoft\\Office\\16.0\\Outlook\\Preferences");
    model::MailApp app;
    app.id = QStringLiteral("outlook-new");
    app.running = anyRuns({QStringLiteral("olk.exe")}, places);
    const QString package
        = packageFolder(places, QStringLiteral("Microsoft.OutlookForWindows_8wekyb3d8bbwe"));
    const bool isOn = places.registry->number(preferences, QStringLiteral("UseNewOutlook")).value_or(0) != 0;
    // Windows 11 brings the package to every PC; that it was ever opened, the switch or its data tell.
    const QDir data(local(places) + QStringLiteral("/Microsoft/Olk"));
    const bool isUsed
        = isOn || app.running || !data.entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty();
    if (!package.isEmpty() || isOn)
        app.profiles.append(place(package.isEmpty() ? preferences : package, isUsed));
    return app;
}

model::MailApp readWindows10Mail(const Places &places)
{
    model::MailApp app;
    app.id = QStringLiteral("windows-10-mail");
    app.running = anyRuns({QStringLiteral("HxOutlook.exe")}, places);
    const QString package
        = packageFolder(places, QStringLiteral("microsoft.windowscommunicationsapps_8wekyb3d8bbwe"));
    if (!package.isEmpty())
        app.profiles.append(place(package, true));
    return app;
}

} // namespace mailapps
