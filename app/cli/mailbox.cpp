// mailbox: count, bytes, oldest, largest, quota, junk, and the message at which receiving stops. Never
// deletes, never marks.
#include "cli/catalogue.h"
#include "cli/lines_text.h"
#include "cli/mailbox_text.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/walk.h"

#include <QFileInfo>

namespace cli {

namespace {

QString text(const char *key)
{
    return QString::fromLatin1(key);
}

/// Saves the blocker where that was asked for; nothing if there is none. False: interrupted.
bool rescue(Walk &walk, const QString &path, std::optional<Rescued> *rescued)
{
    if (path.isEmpty() || !walk.diagnosis().mailbox().blocker)
        return true;
    QObject here;
    QObject::connect(&walk.diagnosis(), &session::Diagnosis::rescued, &here,
                     [rescued](const QString &file, const QString &why) {
                         *rescued = Rescued{file, why};
                     });
    return walk.waitFor(&session::Diagnosis::rescued, [&] { walk.diagnosis().rescue(path); });
}

} // namespace

void declareMailbox(QCommandLineParser &parser)
{
    declareVisit(parser);
    declarePassword(parser);
    parser.addOption({text("no-search"), text("Does not read the messages for the one that blocks.")});
    parser.addOption(
        {text("rescue"), text("Saves the message that blocks as FILE, which must not exist."), text("FILE")});
}

int runMailbox(const Call &call)
{
    const QString path = call.value("rescue");
    if (call.parser.isSet(text("rescue")) && (path.isEmpty() || QFileInfo::exists(path)))
        return refuse(text("--rescue ") + path, call.words(text("rescue.exists")));
    Walk walk(call);
    if (const int exit = walk.prepare(); exit != Fine)
        return exit;
    if (call.value("symptom").isEmpty() && !call.parser.isSet(text("no-search")))
        walk.diagnosis().setSymptom(text("stops-midway"));
    std::optional<Rescued> rescued;
    if (walk.look())
        rescue(walk, path, &rescued);
    const session::MailboxSummary summary = walk.diagnosis().mailbox();
    if (call.json) {
        QJsonObject document = mailboxJson(summary, rescued);
        const QJsonObject checked = walk.toJson();
        for (const char *key : {"verdict", "findings", "facts", "logins_used", "seconds"})
            document.insert(text(key), checked.value(text(key)));
        printJson(document);
    } else {
        sayMailbox(summary, call.words);
        if (rescued)
            say(call.words(text("rescue.") + (rescued->why.isEmpty() ? text("done") : rescued->why))
                    .arg(rescued->file));
        say();
        if (walk.interrupted())
            say(call.words(text("interrupted")));
        sayVerdict(walk.diagnosis().verdict(), walk.diagnosis().knowledge(), call.language, call.words);
    }
    if (const int saved = walk.saveCase(); saved != Fine)
        return saved;
    // Without a look into the mailbox nothing is decided about it, however healthy the rest may be
    const int exit = walk.exitCode();
    return exit == Fine && !summary.messages ? int(Undecided) : exit;
}

} // namespace cli
