#include "mailapps/outlook.h"

#include "mailapps/processes.h"
#include "mailapps/pst_outbox.h"
#include "mailapps/windows_path.h"

#include <QFileInfo>

namespace mailapps {

namespace {

using outlook::Limits;
using outlook::Root;

constexpr int profileCap = 50;

void addOutbox(model::AppProfile &profile, const QString &path, bool mayRead)
{
    if (!mayRead) {
        model::Outbox unknown;
        unknown.path = path;
        unknown.complete = false;
        profile.outboxes.append(unknown);
    } else if (const auto outbox = readPstOutbox(path, &profile.unreadable)) {
        profile.outboxes.append(*outbox);
    }
}

bool isPst(const QString &path)
{
    return path.endsWith(u".pst", Qt::CaseInsensitive);
}

/// `paths` as on this machine; those whose mail is sent from here are looked into.
void addStores(model::AppProfile &profile, const QStringList &paths, const QStringList &delivery,
               const Limits &limits, bool running)
{
    for (const QString &path : paths) {
        QList<model::Unreadable> wrong;
        const auto store = outlook::store(path, limits, &wrong);
        const QString why = wrong.isEmpty() ? QString() : wrong.first().why;
        if (!running || why != u"permission") // while it runs, that is as it should be
            profile.unreadable += wrong;
        if (!store)
            continue;
        profile.stores.append(*store);
        // What Outlook has open is not looked into; of an .ost the outbox cannot be read.
        const bool isOpen = running || why == u"permission";
        if (isPst(path) ? isOpen || why.isEmpty() : delivery.contains(path))
            addOutbox(profile, path, isPst(path) && !isOpen);
    }
}

class Paths
{
public:
    explicit Paths(const Places &places) : m_places(places) { }

    /// Where it is here; empty if it is not this person's or came before.
    QString add(const QString &windowsPath, QList<model::Unreadable> *unreadable)
    {
        const QString path = localPath(windowsPath, m_places);
        if (path.isEmpty() && !m_outside.contains(windowsPath, Qt::CaseInsensitive)) {
            m_outside.append(windowsPath);
            unreadable->append({windowsPath, 0, QStringLiteral("outside")});
        }
        if (!path.isEmpty() && !all.contains(path, Qt::CaseInsensitive))
            all.append(path);
        return path;
    }

    QStringList all;

private:
    const Places &m_places;
    QStringList m_outside;
};

model::AppProfile readProfile(const Places &places, const Root &root, const QString &name,
                              const Limits &limits, bool running)
{
    const Registry &registry = *places.registry;
    model::AppProfile profile;
    profile.path = root.key + u'\\' + name;
    profile.name = name;
    Paths paths(places);
    QStringList delivery;
    for (const outlook::FoundAccount &found :
         outlook::accounts(registry, profile.path, &profile.unreadable)) {
        profile.accounts.append(found.account);
        if (!found.storePath.isEmpty())
            delivery.append(paths.add(found.storePath, &profile.unreadable));
    }
    for (const QString &path : outlook::storePaths(registry, profile.path))
        paths.add(path, &profile.unreadable);
    addStores(profile, paths.all, delivery, limits, running);
    return profile;
}

/// Data files that no profile names: old ones, archives, or all there is where the registry is not at hand.
void addStrays(model::MailApp &app, const Places &places, const Limits &limits)
{
    QStringList known, strays;
    for (const model::AppProfile &profile : std::as_const(app.profiles))
        for (const model::Store &store : profile.stores)
            known.append(QFileInfo(store.path).canonicalFilePath());
    for (const QString &path : outlook::usualStores(places))
        if (!known.contains(QFileInfo(path).canonicalFilePath()))
            strays.append(path);
    if (strays.isEmpty())
        return;
    if (app.profiles.isEmpty()) {
        model::AppProfile profile;
        profile.path = QFileInfo(strays.first()).path();
        addStores(profile, strays, {}, limits, app.running);
        app.profiles.append(profile);
        return;
    }
    // What may wait in the outbox of an archive is not sent from there.
    for (const QString &path : std::as_const(strays))
        if (const auto store = outlook::store(path, limits, &app.profiles.first().unreadable))
            app.profiles.first().stores.append(*store);
}

} // namespace

model::MailApp readOutlook(const Places &places)
{
    const Registry &registry = *places.registry;
    model::MailApp app;
    app.id = QStringLiteral("outlook");
    app.version = outlook::version(registry);
    app.running = anyRuns({QStringLiteral("OUTLOOK.EXE")}, places);
    for (const Root &root : outlook::roots(registry)) {
        const QString first = root.isUsed ? outlook::defaultProfile(registry, root) : QString();
        const Limits limits = outlook::limits(registry, root.version);
        const QStringList names = registry.keys(root.key).mid(0, profileCap);
        for (const QString &name : names) {
            model::AppProfile profile = readProfile(places, root, name, limits, app.running);
            profile.isDefault
                = root.isUsed && (names.size() == 1 || name.compare(first, Qt::CaseInsensitive) == 0);
            profile.running = app.running && profile.isDefault;
            app.profiles.insert(profile.isDefault ? 0 : app.profiles.size(), profile);
        }
    }
    addStrays(app, places, outlook::limits(registry, app.version.section(u'.', 0, 1)));
    return app;
}

} // namespace mailapps
