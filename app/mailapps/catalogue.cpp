#include "mailapps/apple_mail.h"
#include "mailapps/becky.h"
#include "mailapps/hidemaru.h"
#include "mailapps/outlook.h"
#include "mailapps/outlook_express.h"
#include "mailapps/outlook_new.h"
#include "mailapps/reader.h"
#include "mailapps/sylpheed.h"
#include "mailapps/thunderbird.h"
#include "mailapps/windows_live_mail.h"

namespace mailapps {

const QList<Kind> &catalogue()
{
    // One line per program, in the order in which they are shown.
    static const QList<Kind> kinds{
        {"outlook", &readOutlook},
        {"outlook-new", &readNewOutlook},
        {"windows-live-mail", &readWindowsLiveMail},
        {"windows-mail", &readWindowsMail},
        {"windows-10-mail", &readWindows10Mail},
        {"outlook-express", &readOutlookExpress},
        {"thunderbird", &readThunderbird},
        {"becky", &readBecky},
        {"hidemaru", &readHidemaru},
        {"sylpheed", &readSylpheed},
        {"claws-mail", &readClawsMail},
        {"apple-mail", &readAppleMail},
    };
    return kinds;
}

QList<model::MailApp> readAll(const Places &places)
{
    const Places all = opened(places);
    QList<model::MailApp> found;
    for (const Kind &kind : catalogue()) {
        const model::MailApp app = kind.read(all);
        if (!app.profiles.isEmpty() || !app.version.isEmpty())
            found.append(app);
    }
    return found;
}

} // namespace mailapps
