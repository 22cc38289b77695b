#include "mailapps/windows_live_mail.h"

#include "mailapps/oe_account.h"
#include "mailapps/outbox.h"
#include "mailapps/plain_file.h"
#include "mailapps/processes.h"
#include "mailapps/profiles_ini.h"
#include "mailapps/windows_path.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <algorithm>

namespace mailapps {

namespace {

struct Program
{
    const char *id;
    const char *name; ///< of its registry key, and of its folder below AppData/Local/Microsoft
    const char *executable;
    std::optional<bool> leftOnServer; ///< if its account says nothing
};

// Live Mail ticks "leave a copy" for new accounts; whether that is its default, which it would not write
// down, is not documented.
constexpr Program liveMail{"windows-live-mail", "Windows Live Mail", "wlmail.exe", std::nullopt};
constexpr Program windowsMail{"windows-mail", "Windows Mail", "winmail.exe", false};

constexpr int depthCap = 4;
constexpr qsizetype folderCap = 5000;
constexpr qsizetype accountCap = 500;
constexpr int messageCap = 100'000;
constexpr int walkCap = 200'000;
constexpr qsizetype problemCap = 20; ///< of one file
constexpr qint64 headerBytes = 64 * 1024;

/// The root and what is below it, level by level, so that accounts are found however much mail there is.
QStringList foldersOf(const QString &root)
{
    QStringList found{root};
    qsizetype level = 0;
    for (int depth = 0; depth < depthCap && found.size() < folderCap; ++depth) {
        const qsizetype end = found.size();
        for (; level < end; ++level)
            for (const QString &name :
                 QDir(found.at(level))
                     .entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden | QDir::NoSymLinks,
                                QDir::Name))
                if (found.size() < folderCap)
                    found.append(found.at(level) + u'/' + name);
    }
    return found;
}

/// One account file; nothing of it is missing without a word.
void readAccount(model::AppProfile &profile, const QString &path, const Program &program,
                 const QString &first)
{
    const FileBytes file = readPlainFile(path, oeAccountCap);
    if (!file.why.isEmpty()) {
        profile.unreadable.append({path, 0, file.why});
        return;
    }
    const OeAccount fields(file.bytes);
    for (const OeAccount::Problem &problem : fields.problems().mid(0, problemCap))
        profile.unreadable.append({path, problem.line, problem.why});
    auto found = oe::account(fields, path, program.leftOnServer, &profile.unreadable);
    if (!found)
        return;
    found->account.key = QFileInfo(path).fileName();
    oe::add(profile, *found, first);
}

model::Outbox readFolder(const QString &path, QList<model::Unreadable> *unreadable)
{
    model::Outbox outbox;
    outbox.path = path;
    QStringList files;
    QDirIterator entry(path, {QStringLiteral("*.eml")},
                       QDir::Files | QDir::Hidden | QDir::System | QDir::NoSymLinks);
    while (entry.hasNext() && files.size() < messageCap)
        files.append(entry.next());
    outbox.complete = files.size() < messageCap;
    files.sort();
    for (const QString &file : std::as_const(files)) {
        const OpenedFile opened = openPlainFile(file);
        if (!opened.file) {
            outbox.complete = false;
            unreadable->append({file, 0, opened.why});
            continue;
        }
        countMessage(outbox, scanHeaders(opened.file->read(headerBytes)), opened.file->size());
    }
    return outbox;
}

model::Store storeOf(const QString &root)
{
    model::Store store{root, 0, 0};
    int walked = 0;
    QDirIterator entry(root, QDir::Files | QDir::Hidden | QDir::System | QDir::NoSymLinks,
                       QDirIterator::Subdirectories);
    while (entry.hasNext() && ++walked <= walkCap) {
        entry.next();
        store.bytes += entry.fileInfo().size();
    }
    return store;
}

/// Where its mail lies: as the registry says, else where it is put unless the person chooses otherwise. Empty
/// if it is nowhere, or not below the home that is looked at.
QString rootOf(const Program &program, const QString &chosen, const Places &places,
               QList<model::Unreadable> *unreadable)
{
    const auto mayBeRead = [&](const QString &path) {
        return !path.isEmpty() && (places.home.isEmpty() || liesWithin(path, {homeOf(places)}));
    };
    if (!chosen.isEmpty()) {
        const QString here = localPath(chosen, places);
        const bool inside = mayBeRead(here);
        if (inside && QFileInfo(here).isDir())
            return here;
        unreadable->append({inside ? here : chosen.left(500), 0,
                            inside ? QStringLiteral("missing") : QStringLiteral("outside")});
    }
    const QString usual = local(places) + QStringLiteral("/Microsoft/") + QString::fromLatin1(program.name);
    if (!QFileInfo(usual).isDir())
        return {};
    if (!mayBeRead(usual))
        unreadable->append({usual, 0, QStringLiteral("outside")});
    return mayBeRead(usual) ? usual : QString();
}

void readFolders(model::AppProfile &profile, const Program &program, const QString &first)
{
    constexpr QDir::Filters files = QDir::Files | QDir::Hidden | QDir::System | QDir::NoSymLinks;
    QStringList accounts;
    for (const QString &folder : foldersOf(profile.path)) {
        for (const QString &name :
             QDir(folder).entryList({QStringLiteral("account*.oeaccount")}, files, QDir::Name))
            if (accounts.size() < accountCap)
                accounts.append(folder + u'/' + name);
        if (folder != profile.path && isOutboxName(QFileInfo(folder).fileName()))
            profile.outboxes.append(readFolder(folder, &profile.unreadable));
    }
    for (const QString &path : std::as_const(accounts))
        readAccount(profile, path, program, first);
    profile.stores.append(storeOf(profile.path));
}

model::MailApp read(const Program &program, const Places &places)
{
    model::MailApp app;
    app.id = QString::fromLatin1(program.id);
    const QString key = QStringLiteral("HKCU\\Software\\Microsoft\\") + QString::fromLatin1(program.name);
    model::AppProfile profile;
    profile.isDefault = true;
    profile.path = rootOf(program, places.registry->text(key, QStringLiteral("Store Root")), places,
                          &profile.unreadable);
    if (!profile.path.isEmpty())
        readFolders(profile, program, places.registry->text(key, QStringLiteral("Default Mail Account")));
    // Windows 7 makes the folder of Windows Mail, and address books in it, for nobody.
    const bool waits = std::any_of(profile.outboxes.begin(), profile.outboxes.end(),
                                   [](const model::Outbox &outbox) { return outbox.count > 0; });
    if (profile.accounts.isEmpty() && profile.unreadable.isEmpty() && !waits)
        return app;
    app.running = profile.running = anyRuns({QString::fromLatin1(program.executable)}, places);
    app.profiles.append(profile);
    return app;
}

} // namespace

bool isOutboxName(const QString &folder)
{
    return folder.compare(u"Outbox", Qt::CaseInsensitive) == 0 || folder == u"送信トレイ";
}

model::MailApp readWindowsLiveMail(const Places &places)
{
    return read(liveMail, places);
}

model::MailApp readWindowsMail(const Places &places)
{
    return read(windowsMail, places);
}

} // namespace mailapps
