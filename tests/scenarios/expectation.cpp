#include "expectation.h"

#include <QJsonArray>

namespace scenario {

using namespace Qt::StringLiterals;

namespace {

QStringList ids(const QJsonObject &document, bool loudOnly)
{
    QStringList found;
    for (const QJsonValue &value : document.value("findings"_L1).toArray()) {
        const QJsonObject one = value.toObject();
        const QString id = one.value("id"_L1).toString();
        if (!found.contains(id) && !(loudOnly && one.value("severity"_L1) == "note"_L1))
            found.append(id);
    }
    return found;
}

QStringList listOf(const QJsonObject &expected, QLatin1String key)
{
    return expected.value(key).toVariant().toStringList();
}

int exitFor(const QJsonObject &expected)
{
    if (expected.contains("exit"_L1))
        return expected.value("exit"_L1).toInt(-2);
    const QString verdict = expected.value("verdict"_L1).toString();
    return verdict == "healthy"_L1 ? 0 : verdict == "unknown"_L1 ? 3 : 1;
}

} // namespace

QString Answer::verdict() const
{
    return document.value("verdict"_L1).toString();
}

QStringList Answer::findings() const
{
    return ids(document, false);
}

QStringList Answer::loud() const
{
    return ids(document, true);
}

QStringList falseAccusations(const Answer &answer, const QJsonObject &expected)
{
    QStringList allowed = listOf(expected, "findings"_L1) + listOf(expected, "may"_L1);
    allowed += expected.value("verdict"_L1).toString();
    QStringList wrong;
    for (const QString &id : answer.loud())
        if (!allowed.contains(id))
            wrong += id;
    return wrong;
}

QStringList differences(const Answer &answer, const QJsonObject &expected)
{
    QStringList wrong;
    if (!answer.inTime)
        wrong += u"did not end within its bound"_s;
    if (const int exit = exitFor(expected); answer.exit != exit)
        wrong += u"exit code is %1, not %2"_s.arg(answer.exit).arg(exit);
    const QString verdict = expected.value("verdict"_L1).toString();
    if (!verdict.isEmpty() && answer.verdict() != verdict)
        wrong += u"verdict is %1, not %2"_s.arg(answer.verdict(), verdict);
    const QStringList found = answer.findings();
    for (const QString &id : listOf(expected, "findings"_L1))
        if (!found.contains(id))
            wrong += u"finding is missing: "_s + id;
    for (const QString &id : listOf(expected, "never"_L1))
        if (found.contains(id))
            wrong += u"finding must not be there: "_s + id;
    for (const QString &id : falseAccusations(answer, expected))
        wrong += u"nobody expected the finding: "_s + id;
    for (const QString &words : listOf(expected, "stderr"_L1))
        if (!answer.err.contains(words.toUtf8()))
            wrong += u"stderr does not say: "_s + words;
    const QJsonValue logins = expected.value("logins_at_most"_L1);
    if (logins.isDouble() && answer.document.value("logins_used"_L1).toInt() > logins.toInt())
        wrong += u"too many log-ins"_s;
    return wrong;
}

} // namespace scenario
