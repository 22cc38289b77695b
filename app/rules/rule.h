// Rules turn facts into findings: pure functions of a Case, one file per finding or family of findings.
#pragma once

#include "model/case.h"
#include "model/finding.h"

#include <QList>

namespace rules {

/// A finding that Todoku can make, with its side and usual severity (findings.md).
struct FindingKind
{
    const char *id;
    model::Side side;
    model::Severity severity;
    const char *values = ""; ///< names of the values that it always carries, separated by blanks
};

/// What rules may know beside the case: how long common mail programs wait.
struct Waiting
{
    QString program; ///< id
    int seconds = 0;
    bool found = false; ///< on this PC, with the timeout that it really has
};
struct Context
{
    QList<Waiting> waiting;
};

using Rule = QList<model::Finding> (*)(const model::Case &visit, const Context &context);

/// The plain tables: catalogue.cpp.
const QList<Rule> &catalogue();
const QList<FindingKind> &findingKinds();

/// A finding of a known kind with its side and severity filled in.
model::Finding finding(const char *id);

/// All rules, duplicates joined, in order of weight: severity, then position in the chain of steps, then
/// confidence.
model::Verdict judge(const model::Case &visit, const Context &context);

} // namespace rules
