#include "model/patience.h"

#include "model/seen.h"

#include <algorithm>

namespace model {

namespace {

constexpr int least = 300, most = 3600;

} // namespace

std::optional<LongestWait> longestWait(const Case &visit)
{
    std::optional<LongestWait> longest;
    for (const Fact &fact : visit.at(Step::Submit)) {
        const qint64 waited = fact.seen.value(seen::dotToReplyMs).toInteger(-1);
        if (waited >= 0 && (!longest || waited > longest->milliseconds))
            longest = LongestWait{waited, fact.seen.value(seen::bytes).toInteger(), fact.number};
    }
    return longest;
}

int neededTimeoutSeconds(const Case &visit)
{
    const int recommended
        = visit.provider ? std::clamp(visit.provider->recommendedTimeoutSeconds, 0, most) : 0;
    const std::optional<LongestWait> longest = longestWait(visit);
    if (!longest)
        return recommended;
    const qint64 minutes = (std::min<qint64>(longest->milliseconds, most * 1000LL) * 2 + 59'999) / 60'000;
    return std::max(recommended, int(std::clamp<qint64>(minutes * 60, least, most)));
}

} // namespace model
