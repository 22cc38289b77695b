#include "report/report.h"

#include <QJsonArray>

namespace report {

using namespace model;

namespace {

QString adviceText(const knowledge::Knowledge &knowledge, const QString &id, const QString &language,
                   const QJsonObject &values)
{
    const knowledge::Advice advice = knowledge.advice(id, language, values);
    if (advice.title.isEmpty())
        return {};
    return QStringList{advice.title, advice.body, advice.next, advice.mailLost}.join(QStringLiteral("\n\n"));
}

QJsonObject findingJson(const Finding &finding, const knowledge::Knowledge &knowledge,
                        const QString &language)
{
    QJsonArray because;
    for (const int fact : finding.because)
        because.append(fact);
    QJsonObject about;
    if (finding.about) {
        about.insert(QStringLiteral("host"), finding.about->host);
        about.insert(QStringLiteral("port"), int(finding.about->port));
        about.insert(QStringLiteral("protocol"), name(finding.about->protocol));
    }
    return {{QStringLiteral("id"), finding.id},
            {QStringLiteral("side"), name(finding.side)},
            {QStringLiteral("severity"), name(finding.severity)},
            {QStringLiteral("confidence"), finding.confidence},
            {QStringLiteral("about"), about},
            {QStringLiteral("values"), finding.values},
            {QStringLiteral("because"), because},
            {QStringLiteral("remedies"), QJsonArray::fromStringList(finding.remedies)},
            {QStringLiteral("walks"), QJsonArray::fromStringList(knowledge.walks(finding.id))},
            {QStringLiteral("advice"), adviceText(knowledge, finding.id, language, finding.values)}};
}

QJsonObject factJson(const Fact &fact)
{
    return {{QStringLiteral("n"), fact.number},
            {QStringLiteral("step"), name(fact.step)},
            {QStringLiteral("host"), fact.endpoint.host},
            {QStringLiteral("address"), fact.address},
            {QStringLiteral("port"), int(fact.endpoint.port)},
            {QStringLiteral("protocol"), name(fact.endpoint.protocol)},
            {QStringLiteral("failure"), name(fact.failure)},
            {QStringLiteral("ms"), fact.milliseconds},
            {QStringLiteral("seen"), fact.seen}};
}

} // namespace

QJsonObject toJson(const Case &visit, const Verdict &verdict, const knowledge::Knowledge &knowledge,
                   const QString &language, double seconds)
{
    QJsonArray findings, facts;
    for (const Finding &finding : verdict.findings)
        findings.append(findingJson(finding, knowledge, language));
    for (const Fact &fact : visit.facts)
        facts.append(factJson(fact));
    return {
        {QStringLiteral("schema"), QStringLiteral("todoku/1")},
        {QStringLiteral("verdict"), verdict.id()},
        {QStringLiteral("findings"), findings},
        {QStringLiteral("facts"), facts},
        // From where it was seen: nothing here speaks for any other line than this one.
        {QStringLiteral("vantage"), visit.practice ? QStringLiteral("practice") : QStringLiteral("this-pc")},
        {QStringLiteral("seconds"), seconds},
        {QStringLiteral("logins_used"), visit.loginsUsed()}};
}

} // namespace report
