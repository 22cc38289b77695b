#include "mailapps/thunderbird.h"

#include "mailapps/ini.h"
#include "mailapps/outbox.h"
#include "mailapps/plain_file.h"
#include "mailapps/profile_lock.h"
#include "mailapps/profiles_ini.h"
#include "mailapps/windows_path.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace mailapps {

namespace {

/// prefs.js or user.js; what is wrong with it goes to `unreadable`. A missing user.js is the ordinary case.
Prefs readPrefs(const QString &path, bool mayBeMissing, QList<model::Unreadable> *unreadable)
{
    const FileBytes file = readPlainFile(path, prefsCap);
    if (!file.why.isEmpty()) {
        if (!mayBeMissing || file.why != QStringLiteral("missing"))
            unreadable->append({path, 0, file.why});
        return {};
    }
    Prefs prefs(file.bytes);
    for (const Prefs::Problem &problem : prefs.problems())
        unreadable->append({path, problem.line, problem.why});
    return prefs;
}

/// "153.7.0_20261101120000/20261101120000": version, then build dates.
QString versionOf(const QString &profile)
{
    const FileBytes file = readPlainFile(profile + QStringLiteral("/compatibility.ini"), iniCap);
    const QString text
        = Ini::parse(file.bytes).value(QStringLiteral("Compatibility"), QStringLiteral("LastVersion"));
    return text.section(u'_', 0, 0).left(40);
}

void readSettings(model::AppProfile &profile, const QStringList &trusted)
{
    const QString path = profile.path + QStringLiteral("/prefs.js");
    // Every installation makes a second profile that is never opened: nothing is wrong with it.
    if (!QFileInfo::exists(path) && !QFileInfo::exists(profile.path + QStringLiteral("/compatibility.ini")))
        return;
    Prefs prefs = readPrefs(path, false, &profile.unreadable);
    Prefs user = readPrefs(profile.path + QStringLiteral("/user.js"), true, &profile.unreadable);
    const bool known = !prefs.all().empty() || !user.all().empty();
    if (!known && profile.unreadable.isEmpty())
        profile.unreadable.append({path, 0, QStringLiteral("half-written")}); // empty, or comments alone
    const thunderbird::Settings settings(std::move(prefs), std::move(user));
    if (known) {
        profile.accounts = thunderbird::accounts(settings);
        const auto timeout = settings.number(thunderbird::timeoutPref.toByteArray());
        profile.timeoutSeconds = timeout.value_or(thunderbird::defaultTimeout);
        profile.timeoutIsDefault = !timeout.has_value();
        profile.offline = thunderbird::offline(settings);
        // What a person clicked since the start is not in the file: only "it started offline" is known.
        if (profile.running && profile.offline == false)
            profile.offline.reset();
    }
    for (const QString &folder :
         thunderbird::outboxPaths(settings, profile.path, trusted, &profile.unreadable))
        if (const auto outbox = readOutbox(folder, &profile.unreadable))
            profile.outboxes.append(*outbox);
}

model::AppProfile readProfile(const ProfileEntry &entry, const QStringList &trusted)
{
    model::AppProfile profile;
    profile.path = entry.path;
    profile.name = entry.name;
    profile.isDefault = entry.isDefault;
    if (!entry.why.isEmpty()) {
        profile.unreadable.append({entry.path, 0, entry.why});
        return profile;
    }
    const QFileInfo folder(entry.path);
    if (!folder.exists() || !folder.isDir()) {
        profile.unreadable.append(
            {entry.path, 0, folder.exists() ? QStringLiteral("not-a-file") : QStringLiteral("missing")});
        return profile;
    }
    profile.running = profileInUse(entry.path);
    readSettings(profile, trusted);
    profile.stores = thunderbird::stores(entry.path);
    return profile;
}

} // namespace

QStringList thunderbirdRoots(const QString &home)
{
    static const QStringList below{
        QStringLiteral("/.thunderbird"),
        QStringLiteral("/.mozilla-thunderbird"),
        QStringLiteral("/snap/thunderbird/common/.thunderbird"),
        QStringLiteral("/.var/app/org.mozilla.Thunderbird/.thunderbird"),
        QStringLiteral("/.var/app/eu.betterbird.Betterbird/.thunderbird"),
        QStringLiteral("/AppData/Roaming/Thunderbird"),
        QStringLiteral(
            "/AppData/Local/Packages/MozillaThunderbird.MZLA_h5892qc0xkpca/LocalCache/Roaming/Thunderbird"),
        QStringLiteral("/Library/Thunderbird"),
    };
    QStringList roots;
    for (const QString &part : below)
        roots.append(home + part);
    return roots;
}

model::MailApp readThunderbird(const Places &places)
{
    const QString home = homeOf(places);
    QStringList roots = thunderbirdRoots(home);
#ifdef Q_OS_WIN
    // Redirected by an administrator: the real place of the person who is logged in, not of a given home.
    if (places.home.isEmpty() && qEnvironmentVariableIsSet("APPDATA"))
        roots.prepend(QDir::fromNativeSeparators(qEnvironmentVariable("APPDATA"))
                      + QStringLiteral("/Thunderbird"));
#endif
    model::MailApp app;
    app.id = QStringLiteral("thunderbird");
    QStringList seen;
    for (const QString &root : std::as_const(roots)) {
        // ~/.mozilla-thunderbird is often a link to ~/.thunderbird.
        const QString real = QFileInfo(root).canonicalFilePath();
        if (real.isEmpty() || seen.contains(real))
            continue;
        seen.append(real);
        const QStringList trusted{root, home};
        const ProfileList list = profilesIn(root, trusted);
        if (!list.unreadable.isEmpty()) {
            model::AppProfile place;
            place.path = root;
            place.unreadable = list.unreadable;
            app.profiles.append(place);
        }
        for (const ProfileEntry &entry : list.profiles) {
            app.profiles.append(readProfile(entry, trusted));
            const QString version = entry.why.isEmpty() ? versionOf(entry.path) : QString();
            if (app.version.isEmpty() || (entry.isDefault && !version.isEmpty()))
                app.version = version;
        }
    }
    app.running = std::any_of(app.profiles.begin(), app.profiles.end(),
                              [](const model::AppProfile &profile) { return profile.running; });
    return app;
}

} // namespace mailapps
