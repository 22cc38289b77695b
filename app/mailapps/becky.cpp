#include "mailapps/becky.h"

#include "mailapps/bmf.h"
#include "mailapps/plain_file.h"
#include "mailapps/processes.h"
#include "mailapps/profiles_ini.h"
#include "mailapps/windows_path.h"
#include "model/charset.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>

namespace mailapps {

namespace becky {

namespace {

constexpr qsizetype mailboxCap = 1000;

bool holdsMailboxes(const QString &folder)
{
    const QDir entries(folder);
    return entries.exists(QStringLiteral("Folder.lst")) || entries.exists(QStringLiteral("B2.ini"))
        || !entries.entryList({QStringLiteral("*.mb")}, QDir::Dirs).isEmpty();
}

void readMailbox(model::AppProfile &profile, const QString &mailbox)
{
    const QString path = mailbox + QStringLiteral("/Mailbox.ini");
    const FileBytes file = readPlainFile(path, iniCap);
    if (!file.why.isEmpty()) {
        profile.unreadable.append({path, 0, file.why});
    } else {
        const KeyValueFile settings(file.bytes, KeyValueFile::Dialect::Windows);
        for (const KeyValueFile::Problem &problem : settings.problems())
            profile.unreadable.append({path, problem.line, problem.why});
        if (auto one = account(settings)) {
            one->key = QFileInfo(mailbox).fileName();
            one->place = path;
            profile.accounts.append(*one);
        }
    }
    for (const QString &folder : outboxes(mailbox)) {
        if (!liesWithin(folder, {mailbox})) {
            profile.unreadable.append({folder, 0, QStringLiteral("outside")});
            continue;
        }
        model::Outbox outbox;
        outbox.path = folder;
        readBmfFolder(folder, outbox, &profile.unreadable);
        profile.outboxes.append(outbox);
    }
}

} // namespace

QList<DataFolder> dataFolders(const Places &places)
{
    QList<DataFolder> found;
    const auto add = [&](const QString &path) {
        const QString real = QFileInfo(path).canonicalFilePath();
        const bool known = std::any_of(found.begin(), found.end(), [&](const DataFolder &one) {
            return QFileInfo(one.path).canonicalFilePath() == real;
        });
        if (!real.isEmpty() && !known && holdsMailboxes(path))
            found.append({path, {}});
    };
    const QString chosen = places.registry->text(QStringLiteral("HKCU\\Software\\RimArts\\B2\\Settings"),
                                                 QStringLiteral("DataDir"));
    if (!chosen.isEmpty()) {
        const QString here = localPath(chosen, places);
        if (here.isEmpty())
            found.append({chosen, QStringLiteral("outside")});
        else if (!QFileInfo(here).isDir())
            found.append({here, QStringLiteral("missing")});
        else
            add(here);
    }
    QStringList documents;
    for (const char *name :
         {"Documents", "OneDrive/Documents", "OneDrive/ドキュメント", "ドキュメント", "My Documents"})
        documents.append(homeOf(places) + u'/' + QString::fromUtf8(name));
    if (places.home.isEmpty()) // redirected: the real place of the person who is logged in
        documents.prepend(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    for (const QString &folder : std::as_const(documents))
        add(folder + QStringLiteral("/Becky"));
#ifdef Q_OS_WIN
    if (places.home.isEmpty()) { // of old: one folder a person
        const QDir old(QStringLiteral("C:/Becky!"));
        for (const QString &person : old.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            add(old.filePath(person));
    }
#endif
    return found;
}

QStringList mailboxes(const QString &dataFolder, QList<model::Unreadable> *unreadable)
{
    QStringList found;
    const auto mailbox = [&](const QString &name) {
        return name.endsWith(QStringLiteral(".mb"), Qt::CaseInsensitive) && !name.contains(u'/');
    };
    const QString list = dataFolder + QStringLiteral("/Folder.lst");
    const FileBytes file = readPlainFile(list, iniCap);
    if (!file.why.isEmpty() && file.why != QStringLiteral("missing")) // with one mailbox there is none
        unreadable->append({list, 0, file.why});
    for (const QByteArray &line : file.bytes.split('\n')) {
        QString name = model::fromCp932(line.trimmed()).value_or(QString()).replace(u'\\', u'/');
        while (name.endsWith(u'/'))
            name.chop(1);
        const QString path = dataFolder + u'/' + name;
        if (!mailbox(name) || found.contains(name) || found.size() >= mailboxCap)
            continue;
        if (QFileInfo(path).isDir() && liesWithin(path, {dataFolder}))
            found.append(name);
        else
            unreadable->append(
                {path, 0, QFileInfo(path).isDir() ? QStringLiteral("outside") : QStringLiteral("missing")});
    }
    // What the list does not have yet, or not any more.
    for (const QString &name : QDir(dataFolder).entryList({QStringLiteral("*.mb")}, QDir::Dirs, QDir::Name))
        if (!found.contains(name) && found.size() < mailboxCap
            && liesWithin(dataFolder + u'/' + name, {dataFolder}))
            found.append(name);
    return found;
}

} // namespace becky

model::MailApp readBecky(const Places &places)
{
    model::MailApp app;
    app.id = QStringLiteral("becky");
    for (const becky::DataFolder &folder : becky::dataFolders(places)) {
        model::AppProfile profile;
        profile.path = folder.path;
        profile.isDefault = app.profiles.isEmpty();
        if (!folder.why.isEmpty())
            profile.unreadable.append({folder.path, 0, folder.why});
        else
            for (const QString &name : becky::mailboxes(folder.path, &profile.unreadable))
                becky::readMailbox(profile, folder.path + u'/' + name);
        app.profiles.append(profile);
    }
    if (app.profiles.isEmpty())
        return app;
    app.running = anyRuns({QStringLiteral("B2.exe")});
    for (model::AppProfile &profile : app.profiles)
        profile.running = app.running;
    return app;
}

} // namespace mailapps
