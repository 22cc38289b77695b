// The one message at which a fetch breaks, or which takes longer than the mail program waits.
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"
#include "rules/patience.h"

#include <algorithm>

namespace rules {

using namespace model;

namespace {

void nameMessage(Finding &found, const Fact &fact)
{
    for (const QLatin1String key : {seen::number, seen::bytes, seen::from, seen::subject})
        found.values.insert(key, fact.seen.value(key));
    // The day is enough to find it by; what cannot be read is shown as it came.
    const QString text = fact.seen.value(seen::date).toString();
    const QDateTime date = QDateTime::fromString(text, Qt::ISODate);
    found.values.insert(seen::date, date.isValid() ? date.toLocalTime().date().toString(Qt::ISODate) : text);
}

struct Poison
{
    QLatin1String defect;
    double confidence;
    Severity severity;
};

/// How much a defect explains. Programs are known to stop at the first ones; that the others stop anybody is
/// possible, and no more: ordinary mail is full of them.
Poison poisonOf(const Fact &fact)
{
    static const QList<Poison> table{
        {QLatin1String("drops"), 0.95, Severity::Blocks},
        {QLatin1String("stalls"), 0.95, Severity::Blocks},
        {QLatin1String("early-end"), 0.9, Severity::Blocks},
        {QLatin1String("refused"), 0.9, Severity::Blocks},
        {QLatin1String("endless"), 0.9, Severity::Blocks},
        {QLatin1String("nul"), 0.7, Severity::Hurts},
        {QLatin1String("broken-header"), 0.6, Severity::Hurts},
        {QLatin1String("bare-cr"), 0.5, Severity::Hurts},
    };
    const QString defect = fact.seen.value(seen::defect).toString();
    const auto known = std::find_if(table.begin(), table.end(),
                                    [&defect](const Poison &one) { return one.defect == defect; });
    return known == table.end() ? Poison{{}, 0.2, Severity::Note} : *known;
}

QList<Finding> poison(const Fact &fact)
{
    Finding found = findingAt("mailbox.poison-message", fact, 0);
    const Poison grade = poisonOf(fact);
    found.confidence = grade.confidence;
    found.severity = grade.severity;
    nameMessage(found, fact);
    found.values.insert(seen::defect, fact.seen.value(seen::defect));
    return {found};
}

QList<Finding> giant(const Case &visit, const Context &context, const Fact &fact)
{
    const qint64 needed = fact.seen.value(seen::neededMs).toInteger();
    const QList<Waiting> waiting = relevantWaiting(visit, context);
    const auto least
        = std::min_element(waiting.begin(), waiting.end(),
                           [](const Waiting &a, const Waiting &b) { return a.seconds < b.seconds; });
    if (least == waiting.end() || needed <= qint64(least->seconds) * 1000)
        return {};
    Finding found = findingAt("mailbox.giant-message", fact, least->found ? 0.8 : 0.6);
    nameMessage(found, fact);
    found.values.insert(QStringLiteral("seconds"), qRound(double(needed) / 1000));
    found.values.insert(QStringLiteral("program"), least->program);
    found.values.insert(QStringLiteral("program_seconds"), least->seconds);
    return {found};
}

} // namespace

QList<Finding> mailboxBlocker(const Case &visit, const Context &context)
{
    QList<Finding> grave, harmless;
    for (const Fact &fact : visit.at(Step::Fetch)) {
        const QString defect = fact.seen.value(seen::defect).toString();
        if (defect.isEmpty())
            continue;
        const QList<Finding> found = defect == u"giant" ? giant(visit, context, fact) : poison(fact);
        for (const Finding &one : found)
            (one.severity == Severity::Note ? harmless : grave).append(one);
    }
    std::stable_sort(grave.begin(), grave.end(), [](const Finding &a, const Finding &b) {
        return std::pair(int(a.severity), -a.confidence) < std::pair(int(b.severity), -b.confidence);
    });
    // Where the blocker stands before us, what is only ugly would bury it; and one such is enough anyway.
    return grave.isEmpty() ? harmless.mid(0, 1) : grave;
}

} // namespace rules
