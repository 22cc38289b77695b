// check: everything that applies, read-only; logs in only when a password is given.
#include "cli/catalogue.h"
#include "cli/lines_text.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/walk.h"

namespace cli {

void declareCheck(QCommandLineParser &parser)
{
    declareVisit(parser);
    declarePassword(parser);
}

int runCheck(const Call &call)
{
    Walk walk(call);
    if (const int exit = walk.prepare(); exit != Fine)
        return exit;
    walk.look();
    if (call.json) {
        printJson(walk.toJson());
    } else {
        sayLines(walk.diagnosis().lines(), call.words);
        say();
        const model::Verdict verdict = walk.diagnosis().verdict();
        if (walk.interrupted())
            say(call.words(QStringLiteral("interrupted")));
        if (!walk.interrupted() || verdict.kind == model::Verdict::Kind::Found)
            sayVerdict(verdict, walk.diagnosis().knowledge(), call.language, call.words);
    }
    const int saved = walk.saveCase();
    return saved == Fine ? walk.exitCode() : saved;
}

} // namespace cli
