// Every command's two functions; the table itself is in catalogue.cpp.
#pragma once

#include "cli/command.h"

namespace cli {

#define TODOKU_COMMAND(Name)                                                                                 \
    void declare##Name(QCommandLineParser &parser);                                                          \
    int run##Name(const Call &call)

TODOKU_COMMAND(Check);
TODOKU_COMMAND(MailApps);
TODOKU_COMMAND(Timing);
TODOKU_COMMAND(Mailbox);
TODOKU_COMMAND(Remedy);
TODOKU_COMMAND(Guide);
TODOKU_COMMAND(Findings);
TODOKU_COMMAND(Practice);
TODOKU_COMMAND(Report);
TODOKU_COMMAND(Pack);
TODOKU_COMMAND(Keychain);
TODOKU_COMMAND(Brand);
void declareVisitCommand(QCommandLineParser &parser);
int runVisit(const Call &call);

#undef TODOKU_COMMAND

} // namespace cli
