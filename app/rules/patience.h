// How long the server really takes after the final dot, and how long a mail program has to be willing to
// wait.
#pragma once

#include "model/case.h"
#include "rules/rule.h"

#include <QList>
#include <optional>

namespace rules {

/// The longest wait from the final dot to its reply that was measured, with its fact. Empty: not measured.
struct LongestWait
{
    qint64 milliseconds = 0;
    qint64 bytes = 0; ///< size of that test message
    int fact = 0;
};
std::optional<LongestWait> longestWait(const model::Case &visit);

/// Seconds a mail program should wait: twice the longest wait measured, rounded up to a minute, between 5 and
/// 60 minutes (RFC 5321 section 4.5.3.2.6 asks for 10), and never under the pack's own recommendation. The
/// remedy that raises the timeout computes the same. 0: not measured and nothing recommended.
int neededTimeoutSeconds(const model::Case &visit);

/// The programs whose patience counts for this person: the chosen one; else those found that
/// carry the visit's address; else all common ones.
QList<Waiting> relevantWaiting(const model::Case &visit, const Context &context);

} // namespace rules
