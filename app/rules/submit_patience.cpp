// The fault this program is about: the server's answer to the final dot comes after the mail program has
// stopped waiting. The message was delivered; the program does not know it and sends it again.
#include "model/patience.h"
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"
#include "rules/patience.h"

#include <QJsonArray>
#include <algorithm>

namespace rules {

using namespace model;

namespace {

constexpr qint64 slowMs = 30'000;

bool outboxWaits(const Case &visit)
{
    for (const OwnProfile &own : ownProfiles(visit))
        for (const Outbox &outbox : own.profile->outboxes)
            if (outbox.count > 0)
                return true;
    return false;
}

QList<Waiting> thatGiveUp(const QList<Waiting> &waiting, qint64 milliseconds)
{
    QList<Waiting> impatient;
    std::copy_if(waiting.begin(), waiting.end(), std::back_inserter(impatient),
                 [&](const Waiting &one) { return milliseconds > qint64(one.seconds) * 1000; });
    std::stable_sort(impatient.begin(), impatient.end(),
                     [](const Waiting &a, const Waiting &b) { return a.seconds < b.seconds; });
    return impatient;
}

double confidence(const Case &visit, const Waiting &program)
{
    // Measured on this line, against a setting that was read: close to certain. A usual value of a program
    // that is not here is an assumption.
    double sure = program.found ? 0.9 : visit.appId == program.program ? 0.75 : 0.6;
    if (visit.symptom == u"sent-many-times")
        sure += 0.05;
    if (outboxWaits(visit))
        sure += 0.04;
    return sure;
}

void fillMeasured(Finding &found, const Case &visit, const LongestWait &longest)
{
    found.values.insert(QStringLiteral("seconds"), seconds(longest.milliseconds));
    found.values.insert(QStringLiteral("bytes"), longest.bytes);
    found.values.insert(QStringLiteral("needed_timeout"), neededTimeoutSeconds(visit));
    // Every size that was measured carries it, the small ones too: they show whether size matters.
    for (const Fact &fact : visit.at(Step::Submit))
        if (fact.seen.contains(seen::dotToReplyMs))
            because(found, fact);
}

} // namespace

QList<Finding> submitPatience(const Case &visit, const Context &context)
{
    const std::optional<LongestWait> longest = longestWait(visit);
    if (!longest)
        return {};
    const Fact &fact = visit.facts.at(longest->fact - 1);
    const QList<Waiting> impatient = thatGiveUp(relevantWaiting(visit, context), longest->milliseconds);
    if (impatient.isEmpty()) {
        if (longest->milliseconds <= slowMs)
            return {};
        Finding slow = findingAt("submit.reply-slow", fact, 0.9);
        slow.because.clear();
        fillMeasured(slow, visit, *longest);
        return {slow};
    }

    const Waiting &first = impatient.first();
    Finding found = findingAt("submit.reply-slower-than-program", fact, confidence(visit, first));
    found.because.clear();
    fillMeasured(found, visit, *longest);
    found.values.insert(QStringLiteral("program"), first.program);
    found.values.insert(QStringLiteral("program_seconds"), first.seconds);
    QJsonArray programs;
    for (const Waiting &one : impatient)
        if (!programs.contains(one.program))
            programs.append(one.program);
    found.values.insert(QStringLiteral("programs"), programs);
    return {found};
}

} // namespace rules
