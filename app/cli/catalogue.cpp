#include "cli/catalogue.h"

namespace cli {

const QList<Command> &catalogue()
{
    static const QList<Command> table{
        {"visit", "[--address A] [--practice [FAULT]] [--yes]", declareVisitCommand, runVisit},
        {"check", "--address A [--symptom ID] [--app ID]", declareCheck, runCheck},
        {"mailapps", "", declareMailApps, runMailApps},
        {"timing", "--address A --sizes 50k,1m,5m --yes", declareTiming, runTiming},
        {"mailbox", "--address A [--no-search] [--rescue FILE]", declareMailbox, runMailbox},
        {"remedy", "list | preview ID | apply ID --yes | verify ID | undo ENTRY", declareRemedy, runRemedy},
        {"guide", "APP TASK [--step N]", declareGuide, runGuide},
        {"findings", "", declareFindings, runFindings},
        {"practice", "[--fault ID…] [--list]", declarePractice, runPractice},
        {"report", "CASE.json --format md,html,json [--show-private]", declareReport, runReport},
        {"pack", "check FILE", declarePack, runPack},
        {"keychain", "[forget]", declareKeychain, runKeychain},
        {"brand", "check FOLDER [--provider FILE-or-ID]", declareBrand, runBrand},
    };
    return table;
}

} // namespace cli
