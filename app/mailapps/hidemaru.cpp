#include "mailapps/hidemaru.h"

#include "mailapps/processes.h"
#include "mailapps/windows_path.h"

#include <QFileInfo>

namespace mailapps {

model::MailApp readHidemaru(const Places &places)
{
    model::MailApp app;
    app.id = QStringLiteral("hidemaru");
    // HomeDir: the folder of all mail; TuruKameDir: that of the program.
    const QString key = QStringLiteral("HKCU\\Software\\Hidemaruo\\TuruKame\\Config");
    const QString written = places.registry->text(key, QStringLiteral("HomeDir"));
    if (written.isEmpty())
        return app;
    app.running = anyRuns({QStringLiteral("TuruKame.exe")});
    model::AppProfile profile;
    profile.path = localPath(written, places);
    profile.isDefault = true;
    profile.running = app.running;
    if (profile.path.isEmpty()) {
        profile.path = written;
        profile.unreadable.append({written, 0, QStringLiteral("outside")});
    } else if (!QFileInfo(profile.path).isDir()) {
        profile.unreadable.append(
            {profile.path, 0,
             QFileInfo::exists(profile.path) ? QStringLiteral("not-a-file") : QStringLiteral("missing")});
    }
    app.profiles.append(profile);
    return app;
}

} // namespace mailapps
