// How long the server really takes after the final dot, and how long a mail program has to be willing to
// wait for that.
#pragma once

#include "model/case.h"

#include <optional>

namespace model {

/// The longest wait from the final dot to its reply that was measured, with its fact. Empty: not measured.
struct LongestWait
{
    qint64 milliseconds = 0;
    qint64 bytes = 0; ///< size of that test message
    int fact = 0;
};
std::optional<LongestWait> longestWait(const Case &visit);

/// Seconds a mail program should wait: twice the longest wait measured (a larger mail or a busier hour takes
/// longer), rounded up to a minute, between 5 and 60 minutes: RFC 5321 section 4.5.3.2.6 asks a sender for
/// 10, and who waits for an hour hides a fault instead of bridging a delay. Never under the provider's own
/// recommendation, itself at most an hour. 0: not measured and nothing recommended.
int neededTimeoutSeconds(const Case &visit);

} // namespace model
