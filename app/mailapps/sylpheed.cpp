#include "mailapps/sylpheed.h"

#include "mailapps/mh_queue.h"
#include "mailapps/plain_file.h"
#include "mailapps/processes.h"
#include "mailapps/windows_path.h"

#include <QFileInfo>

namespace mailapps {

namespace sylpheed {

namespace {

/// What is wrong with the file goes to `unreadable`.
KeyValueFile read(const QString &path, QList<model::Unreadable> *unreadable)
{
    const FileBytes file = readPlainFile(path, iniCap);
    if (!file.why.isEmpty()) {
        unreadable->append({path, 0, file.why});
        return {};
    }
    const KeyValueFile settings(file.bytes, KeyValueFile::Dialect::Sylpheed);
    for (const KeyValueFile::Problem &problem : settings.problems())
        unreadable->append({path, problem.line, problem.why});
    return settings;
}

void readTimeout(model::AppProfile &profile, const KeyValueFile &settings)
{
    const auto seconds = settings.number(common, timeoutKey);
    if (!settings.sections().contains(common, Qt::CaseInsensitive) || seconds.value_or(1) <= 0)
        return;
    profile.timeoutSeconds = seconds.value_or(defaultTimeout);
    // Every value is written at each exit, the untouched ones too.
    profile.timeoutIsDefault = *profile.timeoutSeconds == defaultTimeout;
}

model::AppProfile readProfile(const Root &root, const Program &program, const Places &places)
{
    model::AppProfile profile;
    profile.path = root.settings;
    profile.isDefault = true;
    const KeyValueFile settings = read(root.settings + u'/' + program.settings, &profile.unreadable);
    const KeyValueFile accountrc = read(root.settings + QStringLiteral("/accountrc"), &profile.unreadable);
    readTimeout(profile, settings);
    profile.accounts = accounts(accountrc, program);
    for (model::Account &account : profile.accounts)
        account.place = root.settings + QStringLiteral("/accountrc");
    profile.offline = offline(settings, program);
    for (const QString &folder : queues(root, accountrc, places, &profile.unreadable))
        if (const auto outbox = readMhQueue(folder, &profile.unreadable))
            profile.outboxes.append(*outbox);
    return profile;
}

model::MailApp read(const Program &program, const Places &places)
{
    model::MailApp app;
    app.id = program.id;
    QStringList seen;
    for (const Root &root : roots(program, places)) {
        const QString real = QFileInfo(root.settings).canonicalFilePath();
        // The folder is made at the first start, these files with the first account.
        const bool used = QFileInfo::exists(root.settings + u'/' + program.settings)
            || QFileInfo::exists(root.settings + QStringLiteral("/accountrc"));
        if (real.isEmpty() || seen.contains(real) || !used)
            continue;
        seen.append(real);
        app.profiles.append(readProfile(root, program, places));
    }
    if (app.profiles.isEmpty())
        return app;
    app.running = anyRuns(program.executables);
    for (model::AppProfile &profile : app.profiles) {
        profile.running = app.running;
        // What a person clicked since the start is not in the file: only "it started offline" is known.
        if (profile.running && profile.offline == false)
            profile.offline.reset();
    }
    return app;
}

} // namespace

const Program &sylpheed()
{
    static const Program program{QStringLiteral("sylpheed"),
                                 QStringLiteral("sylpheedrc"),
                                 8,
                                 false,
                                 {QStringLiteral("sylpheed"), QStringLiteral("sylpheed.exe")}};
    return program;
}

const Program &clawsMail()
{
    static const Program program{QStringLiteral("claws-mail"),
                                 QStringLiteral("clawsrc"),
                                 16,
                                 true,
                                 {QStringLiteral("claws-mail"), QStringLiteral("claws-mail.exe")}};
    return program;
}

QList<Root> roots(const Program &program, const Places &places)
{
    const QString home = homeOf(places), appData = roaming(places);
    const QString xp = home + QStringLiteral("/Application Data");
    // Below the folder that holds the settings (get_mail_base_dir), elsewhere than on Linux.
    const auto below = [](const QString &settings) {
        return Root{settings, settings + QStringLiteral("/Mailboxes")};
    };
    if (program.claws)
        return {{home + QStringLiteral("/.claws-mail"), home},
                {appData + QStringLiteral("/Claws-mail"), appData},
                {xp + QStringLiteral("/Claws-mail"), xp}};
    return {{home + QStringLiteral("/.sylpheed-2.0"), home},
            below(appData + QStringLiteral("/Sylpheed")),
            below(xp + QStringLiteral("/Sylpheed")),
            below(home + QStringLiteral("/Library/Application Support/Sylpheed"))};
}

} // namespace sylpheed

model::MailApp readSylpheed(const Places &places)
{
    return sylpheed::read(sylpheed::sylpheed(), places);
}

model::MailApp readClawsMail(const Places &places)
{
    return sylpheed::read(sylpheed::clawsMail(), places);
}

} // namespace mailapps
