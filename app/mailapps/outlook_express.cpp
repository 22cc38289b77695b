#include "mailapps/outlook_express.h"

#include "mailapps/dbx.h"
#include "mailapps/oe_fields.h"
#include "mailapps/processes.h"

#include <QDir>
#include <QFileInfo>

namespace mailapps {

namespace outlookexpress {

namespace {

constexpr qint64 largeFile = 100LL * 1000 * 1000;
constexpr qsizetype fileCap = 5000;
constexpr qsizetype accountCap = 500;

void readAccounts(model::AppProfile &profile, const QString &key, const Registry &registry)
{
    // "Default Mail Account" stands in Internet Account Manager itself, one key above its accounts.
    const QString first = registry.text(key.section(u'\\', 0, -2), QStringLiteral("Default Mail Account"));
    for (const QString &name : registry.keys(key).mid(0, accountCap)) {
        const QString place = key + u'\\' + name;
        auto found = oe::account(OeRegistryFields(registry, place), place, false, &profile.unreadable);
        if (!found)
            continue;
        found->account.key = name;
        oe::add(profile, *found, first);
    }
}

/// Mail files above 100 MB one by one, then everything together under the profile's path.
void readStore(model::AppProfile &profile, const QString &store)
{
    qint64 total = 0;
    const QStringList files = QDir(store).entryList(
        {QStringLiteral("*.dbx")}, QDir::Files | QDir::Hidden | QDir::System | QDir::NoSymLinks, QDir::Name);
    for (const QString &name : files.mid(0, fileCap)) {
        const QString path = store + u'/' + name;
        const Dbx dbx = readDbx(path);
        total += dbx.bytes;
        if (dbx.bytes > largeFile)
            profile.stores.append({path, dbx.bytes, dbxLimit});
        if (dbx.kind == Dbx::Kind::Broken)
            profile.unreadable.append({path, 0, dbx.why});
        if (!isOutboxFile(name))
            continue;
        model::Outbox outbox;
        outbox.path = path;
        outbox.count = dbx.messages;
        // How large and how old they are stands among the messages, which are not read.
        outbox.complete = dbx.kind == Dbx::Kind::Folder && dbx.messages == 0;
        profile.outboxes.append(outbox);
    }
    profile.stores.append({store, total, 0});
}

} // namespace

bool isOutboxFile(const QString &file)
{
    // The Japanese name after that of the folder in the window; other languages are not known.
    return file.compare(u"Outbox.dbx", Qt::CaseInsensitive) == 0
        || file.compare(u"送信トレイ.dbx", Qt::CaseInsensitive) == 0;
}

} // namespace outlookexpress

model::MailApp readOutlookExpress(const Places &places)
{
    model::MailApp app;
    app.id = QStringLiteral("outlook-express");
    for (const outlookexpress::Identity &identity : outlookexpress::identities(places)) {
        model::AppProfile profile;
        profile.name = identity.name;
        profile.isDefault = identity.isDefault;
        profile.path = identity.store.isEmpty() ? identity.accounts : identity.store;
        if (!identity.accounts.isEmpty())
            outlookexpress::readAccounts(profile, identity.accounts, *places.registry);
        if (!identity.store.isEmpty())
            outlookexpress::readStore(profile, identity.store);
        if (!identity.why.isEmpty())
            profile.unreadable.append({identity.named.left(500), 0, identity.why});
        // Every Windows has identities and address books; without mail they are nobody's.
        if (profile.accounts.isEmpty() && identity.store.isEmpty() && profile.unreadable.isEmpty())
            continue;
        app.profiles.append(profile);
    }
    if (app.profiles.isEmpty())
        return app;
    app.running = anyRuns({QStringLiteral("msimn.exe")}, places);
    for (model::AppProfile &profile : app.profiles)
        profile.running = app.running;
    return app;
}

} // namespace mailapps
