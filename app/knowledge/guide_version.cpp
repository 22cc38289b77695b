#include "knowledge/guide_version.h"

#include <QList>
#include <QRegularExpression>

namespace knowledge {

namespace {

/// "153.7.0esr" -> 153, 7, 0
QList<int> numbersIn(const QString &version)
{
    static const QRegularExpression start(QStringLiteral("^\\d{1,9}"));
    QList<int> numbers;
    for (const QString &piece : version.split(u'.')) {
        const auto digits = start.match(piece);
        if (!digits.hasMatch())
            break;
        numbers.append(digits.captured().toInt());
        if (digits.capturedLength() != piece.size())
            break;
    }
    return numbers;
}

enum class Order
{
    Before,
    Within,
    After,
    Unknown
};

/// As far as the bound goes; beyond it everything is within.
Order against(const QList<int> &version, const QList<int> &bound)
{
    for (qsizetype i = 0; i < bound.size(); ++i) {
        if (i >= version.size())
            return Order::Unknown;
        if (version[i] != bound[i])
            return version[i] < bound[i] ? Order::Before : Order::After;
    }
    return Order::Within;
}

} // namespace

bool isVersionRange(const QString &range)
{
    static const QRegularExpression form(
        QStringLiteral("^\\d{1,9}(\\.\\d{1,9})*(-(\\d{1,9}(\\.\\d{1,9})*)?)?$"));
    return form.match(range).hasMatch();
}

bool liesIn(const QString &version, const QString &range)
{
    if (!isVersionRange(range))
        return false;
    const QList<int> numbers = numbersIn(version);
    const QString from = range.section(u'-', 0, 0);
    const QString to = range.contains(u'-') ? range.section(u'-', 1) : from;
    const Order low = against(numbers, numbersIn(from));
    const Order high = to.isEmpty() ? Order::Within : against(numbers, numbersIn(to));
    return (low == Order::Within || low == Order::After) && (high == Order::Within || high == Order::Before)
        && !numbers.isEmpty();
}

} // namespace knowledge
