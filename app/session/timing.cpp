#include "session/timing.h"

#include "session/built_on.h"

#include "model/patience.h"
#include "model/seen.h"

#include <QSet>

#include <algorithm>

namespace session {

namespace {

namespace seen = model::seen;
using model::Fact;
using model::Step;

std::optional<qint64> number(const Fact &fact, QLatin1String key)
{
    const QJsonValue value = fact.seen.value(key);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

TimingRun runOf(const Fact &submit)
{
    TimingRun run;
    run.bytes = number(submit, seen::bytes).value_or(0);
    run.connectMs = number(submit, seen::connectMs);
    run.tlsMs = number(submit, seen::tlsMs);
    run.authMs = number(submit, seen::authMs);
    run.uploadMs = number(submit, seen::uploadMs);
    run.dotToReplyMs = number(submit, seen::dotToReplyMs);
    run.failure = submit.failure;
    run.finished = true;
    return run;
}

/// The shortest waiting time of the program's profiles: the one that fails first.
std::optional<int> shortestTimeout(const model::MailApp &app)
{
    std::optional<int> shortest;
    for (const model::AppProfile &profile : app.profiles)
        if (profile.timeoutSeconds && *profile.timeoutSeconds > 0)
            shortest = std::min(shortest.value_or(*profile.timeoutSeconds), *profile.timeoutSeconds);
    return shortest;
}

} // namespace

QList<TimingRun> timingRunsOf(const model::Case &visit, qsizetype firstFact)
{
    QList<TimingRun> runs;
    QHash<QString, qsizetype> byMessage;
    for (const Fact &fact : visit.facts.mid(firstFact)) {
        const QString message = fact.seen.value(seen::messageId).toString();
        if (fact.step == Step::Submit) {
            byMessage.insert(message, runs.size());
            runs.append(runOf(fact));
        } else if (fact.step == Step::Arrive && byMessage.contains(message)) {
            TimingRun &run = runs[byMessage.value(message)];
            run.arrivedMs = number(fact, seen::arrivedMs);
            if (run.failure == model::Failure::None)
                run.failure = fact.failure;
        }
    }
    for (qsizetype i = runs.size(); i < visit.timingSizes.size(); ++i)
        runs.append(TimingRun{visit.timingSizes.at(i), {}, {}, {}, {}, {}, {}, model::Failure::None, false});
    return runs;
}

QList<Patience> patienceOf(const model::Case &visit, const QList<knowledge::MailProgram> &programs)
{
    const auto measured = model::longestWait(visit);
    const qint64 longest = measured ? measured->milliseconds : 0;
    QList<Patience> list;
    QSet<QString> found;
    const auto add = [&list, longest](const QString &id, int seconds, bool isFound, bool confirmed) {
        list.append({id, seconds, isFound, confirmed, longest > qint64(seconds) * 1000});
    };
    for (const model::MailApp &app : visit.apps) {
        found.insert(app.id);
        const auto known = std::find_if(programs.begin(), programs.end(),
                                        [&app](const knowledge::MailProgram &p) { return p.id == app.id; });
        if (const auto own = shortestTimeout(app))
            add(app.id, *own, true, true);
        else if (known != programs.end() && known->timeoutSeconds > 0)
            add(app.id, known->timeoutSeconds, true, known->confirmed);
    }
    for (const knowledge::MailProgram &program : programs)
        if (!found.contains(program.id) && program.timeoutSeconds > 0)
            add(program.id, program.timeoutSeconds, false, program.confirmed);
    return list;
}

rules::Context contextOf(const model::Case &visit, const knowledge::Knowledge &knowledge)
{
    rules::Context context;
    context.builtOn = builtOn();
    for (const Patience &one : patienceOf(visit, knowledge.mailPrograms()))
        context.waiting.append({one.program, one.seconds, one.found});
    for (const knowledge::Interceptor &one : knowledge.interceptors())
        context.interceptors.append({one.product, one.onThisPc, one.issuers, one.banners});
    return context;
}

} // namespace session
