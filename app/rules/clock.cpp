// Is this PC's clock right? Told before any certificate is blamed for its dates.
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <optional>

namespace rules {

using namespace model;

namespace {

constexpr qint64 toleranceSeconds = 5 * 60;
/// A visit lasts; what is said in its middle is compared with its beginning.
constexpr qint64 visitSeconds = 8 * 60;

/// One source that knows the time.
struct Hint
{
    QString source; ///< two hints count only if they come from different ones
    qint64 ahead = 0; ///< seconds by which the PC is ahead; a certificate knows only the direction
    bool precise = true;
    int fact = 0;
};

enum class Says
{
    Ahead,
    Behind,
    Right
};

Says verdictOf(const Hint &hint)
{
    if (qAbs(hint.ahead) <= toleranceSeconds)
        return Says::Right;
    return hint.ahead > 0 ? Says::Ahead : Says::Behind;
}

bool hasError(const Fact &fact, QLatin1String error)
{
    return fact.seen.value(seen::certificateErrors).toArray().contains(QJsonValue(error));
}

/// A date in a server's first words: "… Sun, 22 Nov 2026 19:00:00 +0900".
std::optional<QDateTime> dateIn(const QString &words)
{
    static const QRegularExpression date(
        QStringLiteral("\\b(\\d{1,2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} [+-]\\d{4})"));
    const QDateTime found = QDateTime::fromString(date.match(words).captured(1), Qt::RFC2822Date);
    return found.isValid() ? std::optional(found.toUTC()) : std::nullopt;
}

std::optional<Hint> hintIn(const Case &visit, const Fact &fact)
{
    const bool genuine
        = fact.seen.value(seen::asExpected).toBool(true); // a page in whose place something else came
    if (fact.step == Step::Web && fact.seen.contains(seen::clockAhead) && genuine)
        return Hint{fact.endpoint.host, fact.seen.value(seen::clockAhead).toInteger(), true, fact.number};
    if (fact.step == Step::Greeting && visit.startedAt.isValid())
        if (const auto said = dateIn(words(fact))) {
            qint64 ahead = said->secsTo(visit.startedAt);
            if (ahead < 0) // perhaps the visit was merely long
                ahead = std::min<qint64>(0, ahead + visitSeconds);
            return Hint{fact.endpoint.host, ahead, true, fact.number};
        }
    if (fact.step != Step::Secure)
        return std::nullopt;
    const QString window = fact.seen.value(seen::certificateFrom).toString() + u' '
        + fact.seen.value(seen::certificateUntil).toString();
    if (hasError(fact, QLatin1String("expired")))
        return Hint{window, toleranceSeconds + 1, false, fact.number};
    if (hasError(fact, QLatin1String("not-yet-valid")))
        return Hint{window, -toleranceSeconds - 1, false, fact.number};
    return std::nullopt;
}

struct Hints
{
    QSet<QString> precise, certificates;
    QList<int> facts;
    qint64 ahead = 0; ///< of the first precise one

    void add(const Hint &hint)
    {
        if (hint.precise && precise.isEmpty())
            ahead = hint.ahead;
        (hint.precise ? precise : certificates).insert(hint.source);
        facts.append(hint.fact);
    }
    qsizetype count() const { return precise.size() + certificates.size(); }
};

/// 0: not enough to say so.
double sureness(const Hints &hints, bool contradicted, Says direction)
{
    if (contradicted || hints.count() < 2)
        return 0;
    if (!hints.precise.isEmpty())
        return 0.95;
    // Certificates alone: a provider forgets to renew one, hardly two; none hands out one that is not valid
    // yet.
    return direction == Says::Behind ? 0.85 : 0.6;
}

Finding wrongClock(const Case &visit, double sure)
{
    Finding wrong = finding("pc.clock-wrong");
    wrong.confidence = sure;
    wrong.values.insert(QStringLiteral("pc_date"),
                        visit.startedAt.toLocalTime().date().toString(Qt::ISODate));
    const bool certificatesFail = std::any_of(visit.facts.begin(), visit.facts.end(), [](const Fact &fact) {
        return hasError(fact, QLatin1String("expired")) || hasError(fact, QLatin1String("not-yet-valid"));
    });
    if (!certificatesFail)
        wrong.severity = Severity::Hurts;
    return wrong;
}

} // namespace

QList<Finding> clock(const Case &visit, const Context &context)
{
    // A day of tolerance: somebody built it where it was tomorrow already.
    if (context.builtOn.isValid() && visit.startedAt.isValid()
        && visit.startedAt.date() < context.builtOn.addDays(-1)) {
        Finding certain = wrongClock(visit, 1.0);
        for (const Fact &fact : visit.facts)
            if (hintIn(visit, fact))
                because(certain, fact);
        return {certain};
    }
    Hints ahead, behind, right;
    for (const Fact &fact : visit.facts)
        if (const auto hint = hintIn(visit, fact)) {
            const Says says = verdictOf(*hint);
            (says == Says::Ahead ? ahead : says == Says::Behind ? behind : right).add(*hint);
        }
    for (const Says direction : {Says::Behind, Says::Ahead}) {
        const Hints &hints = direction == Says::Ahead ? ahead : behind;
        const double sure = sureness(
            hints, right.precise.size() >= std::max<qsizetype>(1, hints.precise.size()), direction);
        if (sure <= 0)
            continue;
        Finding wrong = wrongClock(visit, sure);
        wrong.because = hints.facts;
        if (!hints.precise.isEmpty())
            wrong.values.insert(
                QStringLiteral("right_date"),
                visit.startedAt.addSecs(-hints.ahead).toLocalTime().date().toString(Qt::ISODate));
        return {wrong};
    }
    return {};
}

} // namespace rules
