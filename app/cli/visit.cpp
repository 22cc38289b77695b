// visit: the whole story in a terminal: look, ask, stop the repeated sending, measure, raise the waiting
// time, prove it. Away from a terminal, or with --yes, it runs through by itself.
#include "cli/catalogue.h"
#include "cli/lines_text.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/prompt.h"
#include "cli/timing_text.h"
#include "cli/visit_steps.h"
#include "cli/walk.h"

namespace cli {

namespace {

/// Long enough to see a program give up, short enough to watch: the real 75 s are for `check` and `timing`.
constexpr double watchedScanSeconds = 6;

QString text(const char *key)
{
    return QString::fromLatin1(key);
}

/// Nobody's address: then it is practice, with the fault that the program was made for.
Call withPractice(const Call &call, const Prompt &prompt)
{
    Call changed = call;
    if (call.parser.isSet(text("scan-seconds")))
        changed.options.practiceScanSeconds = call.options.practiceScanSeconds;
    else
        changed.options.practiceScanSeconds = watchedScanSeconds;
    const bool needed = !call.parser.isSet(text("address")) && !prompt.interactive();
    changed.options.practice = call.options.practice || needed;
    if (changed.options.practice && changed.options.practiceFaults.isEmpty())
        changed.options.practiceFaults = QStringList{text("slow-scan")};
    return changed;
}

/// Everything between looking and the end. False: interrupted.
bool goThrough(Walk &walk, const Call &call, const Prompt &prompt, QStringList &entries)
{
    const VisitSteps steps{walk, call, prompt, entries};
    if (!steps.address() || !steps.look())
        return false;
    if (!steps.question())
        return true;
    return steps.stop() && steps.measure() && steps.raise() && steps.prove();
}

} // namespace

void declareVisitCommand(QCommandLineParser &parser)
{
    declareVisit(parser);
    declarePassword(parser);
    parser.addOption({text("yes"), text("Runs through without asking.")});
    parser.addOption({text("sizes"), text("Sizes of the test mails."), text("LIST"), text("50k,1m")});
}

int runVisit(const Call &given)
{
    if (readSizes(given.parser.value(text("sizes"))).isEmpty())
        return refuse(text("--sizes ") + given.parser.value(text("sizes")), given.words(text("error.sizes")));
    if (given.json)
        return refuse(text("visit"), given.words(text("error.visit-json")));
    const Prompt prompt(given.parser.isSet(text("yes")));
    const Call call = withPractice(given, prompt);
    Walk walk(call);
    if (const int exit = walk.prepare(); exit != Fine)
        return exit;
    QStringList entries;
    const bool finished = goThrough(walk, call, prompt, entries);
    say();
    say(call.words(text(finished ? "visit.end" : "interrupted")));
    if (finished || walk.diagnosis().verdict().kind == model::Verdict::Kind::Found)
        sayVerdict(walk.diagnosis().verdict(), walk.diagnosis().knowledge(), call.language, call.words);
    // What was changed in the practice home goes with it; nothing is left to take back there
    if (!walk.diagnosis().visit().practice || !call.options.home.isEmpty())
        for (const QString &entry : entries)
            say(call.words(text("visit.undo")).arg(entry));
    const int saved = walk.saveCase();
    return saved == Fine ? walk.exitCode() : saved;
}

} // namespace cli
