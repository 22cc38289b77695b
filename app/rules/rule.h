// Rules turn facts into findings: pure functions of a Case, one file per finding or family of findings.
#pragma once

#include "model/case.h"
#include "model/finding.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace rules {

/// A finding that Todoku can make, with its side and usual severity (findings.md).
struct FindingKind
{
    const char *id;
    model::Side side;
    model::Severity severity;
    const char *values = ""; ///< names of the values that it always carries, separated by blanks
};

/// What rules may know beside the case: how long common mail programs wait, and who puts himself in between.
struct Waiting
{
    QString program; ///< id
    int seconds = 0;
    bool found = false; ///< on this PC, with the timeout that it really has
};
/// A product that stands between mail programs and servers, and how it shows itself.
struct Interceptor
{
    QString product; ///< its name, for people
    bool onThisPc = true; ///< false: a box or service of the network
    QStringList issuers; ///< parts of the names of its certificates' issuer, case ignored
    QStringList banners; ///< parts of the greetings that it makes up
};
struct Context
{
    QList<Waiting> waiting;
    QList<Interceptor> interceptors = {};
    QDate builtOn
        = {}; ///< of this program: no clock can be right that shows an earlier day; invalid: not known
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
