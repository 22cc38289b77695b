// timing: sends test mail to oneself, after an explicit --yes, and times every step.
#include "cli/catalogue.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/timing_text.h"
#include "cli/walk.h"

namespace cli {

void declareTiming(QCommandLineParser &parser)
{
    declareVisit(parser);
    declarePassword(parser);
    parser.addOption({QStringLiteral("sizes"), QStringLiteral("Sizes of the test mails."),
                      QStringLiteral("LIST"), QStringLiteral("50k,1m,5m")});
    parser.addOption({QStringLiteral("yes"), QStringLiteral("Yes, send test mail to my own address.")});
}

int runTiming(const Call &call)
{
    const QString given = call.parser.value(QStringLiteral("sizes"));
    const QList<qint64> sizes = readSizes(given);
    if (sizes.isEmpty())
        return refuse(QStringLiteral("--sizes ") + given, call.words(QStringLiteral("error.sizes")));
    if (!call.parser.isSet(QStringLiteral("yes")))
        return refuse(QStringLiteral("timing"), call.words(QStringLiteral("error.timing-yes")));
    Walk walk(call);
    if (const int exit = walk.prepare(); exit != Fine)
        return exit;
    if (walk.look())
        walk.time(sizes);
    if (call.json) {
        QJsonObject document = timingJson(walk.diagnosis());
        const QJsonObject checked = walk.toJson();
        for (const char *key : {"verdict", "findings"})
            document.insert(QString::fromLatin1(key), checked.value(QString::fromLatin1(key)));
        document.insert(QStringLiteral("seconds"), walk.seconds());
        printJson(document);
    } else {
        sayTiming(walk.diagnosis(), call.words);
        say();
        sayVerdict(walk.diagnosis().verdict(), walk.diagnosis().knowledge(), call.language, call.words);
    }
    const int saved = walk.saveCase();
    if (saved != Fine)
        return saved;
    // Without one measured reply nothing is decided, however healthy the rest may be
    const int exit = walk.exitCode();
    return exit == Fine && !anyMeasured(walk.diagnosis()) ? int(Undecided) : exit;
}

} // namespace cli
