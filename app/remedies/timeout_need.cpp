#include "remedies/timeout_need.h"

#include "model/seen.h"

#include <algorithm>

namespace remedies {

namespace {

constexpr int least = 300;
constexpr int most = 3600;
constexpr int standard = 600;

} // namespace

int wantedTimeout(const model::Case &visit)
{
    qint64 longest = -1;
    for (const model::Fact &fact : visit.at(model::Step::Submit))
        if (fact.seen.contains(model::seen::dotToReplyMs))
            longest = std::max(longest, fact.seen[model::seen::dotToReplyMs].toInteger(-1));
    const int recommended
        = visit.provider ? std::clamp(visit.provider->recommendedTimeoutSeconds, 0, most) : 0;
    if (longest < 0)
        return recommended > 0 ? recommended : standard;
    const qint64 minutes = (std::min<qint64>(longest, most * 1000LL) * 2 + 59'999) / 60'000;
    return std::max(recommended, int(std::clamp<qint64>(minutes * 60, least, most)));
}

} // namespace remedies
