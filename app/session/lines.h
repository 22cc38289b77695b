// The live list while looking: derived from facts and from the questions under way, never kept beside them.
#pragma once

#include "session/diagnosis.h"
#include "session/runner.h"

namespace session {

/// What the lines are made of beside the Case.
struct Progress
{
    QList<Asked> asked;
    int loginsWaiting = 0;
    bool looking = false;
    bool readingApps = false;
};

QList<Line> linesOf(const model::Case &visit, const Progress &progress);

} // namespace session
