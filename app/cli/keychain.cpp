// keychain: whose passwords Todoku keeps in the keychain of this PC, and forgetting them.
#include "cli/catalogue.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "session/kept_password.h"

#include <QEventLoop>

namespace cli {

namespace {

QString text(const char *key)
{
    return QString::fromLatin1(key);
}

/// False: interrupted.
bool forgetAll(session::KeptPassword &kept)
{
    Interrupt interrupt;
    QEventLoop loop;
    QObject::connect(&kept, &session::KeptPassword::hasForgotten, &loop, &QEventLoop::quit);
    QObject::connect(&interrupt, &Interrupt::interrupted, &loop, &QEventLoop::quit);
    kept.forgetAll();
    loop.exec();
    return !interrupt.happened();
}

void sayItems(const QStringList &items, const Words &words)
{
    for (const QString &item : items)
        say(words(text("keychain.item"))
                .arg(item.section(u'/', 2, 2), item.section(u'/', 3), item.section(u'/', 1, 1)));
}

} // namespace

void declareKeychain(QCommandLineParser &) { }

int runKeychain(const Call &call)
{
    const bool forget = call.arguments == QStringList{text("forget")};
    if (!forget && !call.arguments.isEmpty())
        return refuse(text("keychain"), call.words(text("error.keychain")));
    session::KeptPassword kept(call.options.journalFolder);
    const auto before = kept.items().all();
    if (!before)
        return refuse(kept.items().file(), call.words(text("error.no-file")));
    const bool finished = !forget || forgetAll(kept);
    const QStringList left = kept.items().all().value_or(*before);
    const qsizetype forgotten = before->size() - left.size();
    if (call.json) {
        QJsonArray items;
        for (const QString &item : left)
            items.append(QJsonObject{{text("item"), item}});
        printJson({{text("items"), items}, {text("forgotten"), forgotten}, {text("left"), left.size()}});
    } else {
        if (forget)
            say(call.words(text("keychain.forgotten")).arg(forgotten));
        if (forget && !left.isEmpty())
            say(call.words(text("keychain.left")));
        if (!forget && left.isEmpty())
            say(call.words(text("keychain.none")));
        sayItems(left, call.words);
    }
    if (!finished)
        return Undecided;
    return forget && !left.isEmpty() ? Found : Fine;
}

} // namespace cli
