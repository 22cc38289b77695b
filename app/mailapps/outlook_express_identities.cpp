#include "mailapps/outlook_express.h"
#include "mailapps/profiles_ini.h"
#include "mailapps/windows_path.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace mailapps::outlookexpress {

namespace {

const QString root = QStringLiteral("HKCU\\Identities");
/// Below HKCU for the first identity that there was, below HKCU\Identities\{GUID} for all others.
const QString accountsBelow = QStringLiteral("\\Software\\Microsoft\\Internet Account Manager\\Accounts");
constexpr qsizetype identityCap = 100;

/// Where the folder of an identity is put: on XP, and on what became of it. With a mail file in it.
QString usualStore(const QString &id, const Places &places)
{
    const QString below = QStringLiteral("/Identities/") + id + QStringLiteral("/Microsoft/Outlook Express");
    for (const QString &base : {homeOf(places) + QStringLiteral("/Local Settings/Application Data"),
                                local(places), homeOf(places) + QStringLiteral("/Application Data")})
        if (!id.isEmpty() && !QDir(base + below).entryList({QStringLiteral("*.dbx")}, QDir::Files).isEmpty())
            return base + below;
    return {};
}

void findStore(Identity &identity, const Places &places)
{
    if (identity.named.isEmpty())
        identity.store = usualStore(identity.id, places);
    else
        identity.store = localPath(identity.named, places);
    const bool mayBeRead = !identity.store.isEmpty()
        && (places.home.isEmpty() || liesWithin(identity.store, {homeOf(places)}));
    if (mayBeRead && QFileInfo(identity.store).isDir())
        return;
    if (!identity.named.isEmpty() || !identity.store.isEmpty())
        identity.why = mayBeRead ? QStringLiteral("missing") : QStringLiteral("outside");
    if (mayBeRead || identity.named.isEmpty())
        identity.named = identity.store;
    identity.store.clear();
}

/// Those of a home that came without its registry.
QStringList onDisk(const Places &places)
{
    QStringList found;
    for (const QString &base : {homeOf(places) + QStringLiteral("/Local Settings/Application Data"),
                                local(places), homeOf(places) + QStringLiteral("/Application Data")})
        for (const QString &id : QDir(base + QStringLiteral("/Identities"))
                                     .entryList({QStringLiteral("{*}")},
                                                QDir::Dirs | QDir::Hidden | QDir::NoSymLinks, QDir::Name))
            if (!found.contains(id, Qt::CaseInsensitive) && !usualStore(id, places).isEmpty())
                found.append(id);
    return found;
}

} // namespace

QList<Identity> identities(const Places &places)
{
    const Registry &registry = *places.registry;
    const QString first = registry.text(root, QStringLiteral("Default User ID"));
    QStringList ids = registry.keys(root);
    for (const QString &id : onDisk(places))
        if (!ids.contains(id, Qt::CaseInsensitive))
            ids.append(id);
    QList<Identity> found;
    for (const QString &id : ids.mid(0, identityCap)) {
        const QString key = root + u'\\' + id;
        Identity one;
        one.id = id;
        one.name = registry.text(key, QStringLiteral("Username"));
        one.isDefault = id.compare(first, Qt::CaseInsensitive) == 0;
        if (!registry.keys(key + accountsBelow).isEmpty())
            one.accounts = key + accountsBelow;
        one.named = registry.text(key + QStringLiteral("\\Software\\Microsoft\\Outlook Express\\5.0"),
                                  QStringLiteral("Store Root"));
        findStore(one, places);
        found.append(one);
    }
    // The accounts that belong to no identity by name are those of the first one, which has none of its own.
    const QString shared = QStringLiteral("HKCU") + accountsBelow;
    if (registry.keys(shared).isEmpty())
        return found;
    auto main = std::find_if(found.begin(), found.end(),
                             [](const Identity &one) { return one.accounts.isEmpty() && one.isDefault; });
    if (main == found.end())
        main = std::find_if(found.begin(), found.end(),
                            [](const Identity &one) { return one.accounts.isEmpty(); });
    if (main == found.end()) {
        found.prepend({});
        main = found.begin();
        main->isDefault = found.size() == 1;
    }
    main->accounts = shared;
    return found;
}

} // namespace mailapps::outlookexpress
