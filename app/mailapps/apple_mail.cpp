#include "mailapps/apple_mail.h"

#include "mailapps/plain_file.h"
#include "mailapps/processes.h"
#include "mailapps/windows_path.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace mailapps {

namespace {

/// "V10": one folder for each generation of the program's files.
int generationOf(const QString &name)
{
    bool ok = false;
    const int number = name.startsWith(u'V') ? name.mid(1).toInt(&ok) : 0;
    return ok && number > 0 ? number : 0;
}

/// The folder in use; empty if none can be told. The list beside it says so, in XML or in binary: the name is
/// plain in both. Without it the newest counts.
QString folderInUse(const QString &mail)
{
    QString newest;
    for (const QString &name : QDir(mail).entryList({QStringLiteral("V*")}, QDir::Dirs))
        if (generationOf(name) > generationOf(newest)
            && QFileInfo(mail + u'/' + name + QStringLiteral("/MailData")).isDir())
            newest = name;
    const FileBytes list = readPlainFile(mail + QStringLiteral("/PersistenceInfo.plist"), iniCap);
    // R, S, T: in binary the mark of a text of two, three or four characters.
    static const QRegularExpression generation(
        QStringLiteral("(?<![A-QU-Za-z0-9])V[1-9][0-9]{0,2}(?![A-Za-z0-9])"));
    const QString told = generation.match(QString::fromLatin1(list.bytes)).captured();
    return !told.isEmpty() && QFileInfo(mail + u'/' + told + QStringLiteral("/MailData")).isDir() ? told
                                                                                                  : newest;
}

} // namespace

model::MailApp readAppleMail(const Places &places)
{
    model::MailApp app;
    app.id = QStringLiteral("apple-mail");
    const QString mail = homeOf(places) + QStringLiteral("/Library/Mail");
    const QFileInfo about(mail);
    if (!about.isDir())
        return app;
    model::AppProfile profile;
    profile.isDefault = true;
    if (about.isReadable() && about.isExecutable()) {
        const QString folder = folderInUse(mail);
        if (folder.isEmpty()) // every Mac has the folder above; nobody used the program yet
            return app;
        profile.path = mail + u'/' + folder;
    } else {
        profile.path = mail;
        profile.unreadable.append({mail, 0, QStringLiteral("permission")});
    }
    app.running = anyRuns({QStringLiteral("Mail")});
    profile.running = app.running;
    app.profiles.append(profile);
    return app;
}

} // namespace mailapps
