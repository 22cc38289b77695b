#include "probes/fetch_run.h"

#include <algorithm>

namespace probes {

namespace {
constexpr qint64 enoughToMeasure = 128 * 1024;
}

qint64 FetchRun::rate() const
{
    return octets >= enoughToMeasure ? octets * 1000 / qMax<qint64>(1, readingMs) : 0;
}

void FetchRun::wasSearched(const Message &message)
{
    searched.insert(message.uidl.isEmpty() ? QByteArray::number(message.number) : ':' + message.uidl);
}

void FetchRun::suspect(const Suspect &found)
{
    const auto twice = std::find_if(suspects.begin(), suspects.end(), [&found](const Suspect &one) {
        return one.number == found.number && one.uidl == found.uidl;
    });
    if (twice != suspects.end()) {
        if (found.grave || !twice->grave)
            *twice = found;
        return;
    }
    if (suspects.size() >= mostSuspects) {
        // What stops programs is never crowded out by what is only ugly.
        const auto minor
            = std::find_if(suspects.begin(), suspects.end(), [](const Suspect &one) { return !one.grave; });
        if (!found.grave || minor == suspects.end())
            return;
        suspects.erase(minor);
    }
    suspects.append(found);
}

qsizetype FetchRun::indexOf(const Message &message) const
{
    const auto at = std::find_if(messages.begin(), messages.end(), [&message](const Message &one) {
        return message.uidl.isEmpty() ? one.number == message.number : one.uidl == message.uidl;
    });
    return at == messages.end() ? -1 : at - messages.begin();
}

FetchRun::Message FetchRun::after(const Message &message) const
{
    const qsizetype at = indexOf(message);
    return at >= 0 && at + 1 < messages.size() ? messages.at(at + 1) : Message();
}

} // namespace probes
