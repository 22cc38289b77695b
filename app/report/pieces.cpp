#include "report/pieces.h"

#include "knowledge/placeholders.h"
#include "report/redaction.h"

#include <QJsonArray>
#include <QLocale>

namespace report {

using namespace model;

namespace {

struct Writer
{
    const Case &visit;
    const knowledge::Knowledge &knowledge;
    const Options &options;
    Redaction redaction;

    QString word(const char *key) const { return knowledge.word(QString::fromLatin1(key), options.language); }
    QString word(const QString &key) const { return knowledge.word(key, options.language); }

    /// Values are masked before they enter the words: afterwards nobody can tell them apart.
    QJsonValue masked(const QJsonValue &value) const
    {
        if (value.isString())
            return redaction.masked(value.toString());
        if (!value.isArray())
            return value;
        QJsonArray array;
        for (const QJsonValue &item : value.toArray())
            array.append(masked(item));
        return array;
    }

    QJsonObject values(const Finding &finding) const
    {
        QJsonObject values;
        for (auto at = finding.values.begin(); at != finding.values.end(); ++at) {
            const bool isPath = at.key() == u"path" || at.key() == u"profile";
            const bool isUser = at.key() == u"user" || at.key() == u"right_user";
            if (isOfSomebodysMail(finding, at.key()) && !options.showPrivate)
                values.insert(at.key(), QStringLiteral("***"));
            else if (isPath)
                values.insert(at.key(), redaction.path(at.value().toString()));
            else if (isUser && !options.showPrivate)
                values.insert(at.key(), maskedAddress(at.value().toString()));
            else
                values.insert(at.key(), masked(at.value()));
        }
        return values;
    }

    Section finding(const Finding &finding) const
    {
        const knowledge::Advice advice = knowledge.advice(finding.id, options.language, values(finding));
        Section section;
        section.title = advice.title.isEmpty() ? finding.id : advice.title;
        section.body = advice.body;
        section.rows = {{word("report.next"), advice.next},
                        {word("report.mail-lost"), advice.mailLost},
                        {word("report.side"), word(QStringLiteral("side.") + name(finding.side))},
                        {word("report.sure"), QStringLiteral("%1 %").arg(qRound(finding.confidence * 100))},
                        {QStringLiteral("ID"), finding.id}};
        section.rows.removeIf([](const Row &row) { return row.value.isEmpty(); });
        return section;
    }

    Section change(const JournalEntry &entry) const
    {
        Section section;
        section.title
            = QStringLiteral("%1 (%2)").arg(entry.remedy, word(QStringLiteral("state.") + name(entry.state)));
        for (const Change &change : entry.changes)
            section.rows.append({redaction.path(change.file)
                                     + (change.key.isEmpty() ? QString() : QStringLiteral(" ") + change.key),
                                 redaction.masked(change.oldValue) + QStringLiteral(" → ")
                                     + redaction.masked(change.newValue)});
        if (!entry.backup.isEmpty())
            section.rows.append({word("report.backup"), redaction.path(entry.backup)});
        return section;
    }

    QList<QString> fact(const Fact &fact) const
    {
        const QString server = fact.endpoint.port == 0 ? fact.endpoint.host : fact.endpoint.text();
        return {QString::number(fact.number), word(QStringLiteral("step.") + name(fact.step)),
                redaction.masked(server), fact.ok() ? word("report.fine") : name(fact.failure),
                QStringLiteral("%1 s").arg(double(fact.milliseconds) / 1000.0, 0, 'f', 2)};
    }
};

QString verdictSentence(const Verdict &verdict, const Writer &writer, const QList<Section> &findings)
{
    switch (verdict.kind) {
    case Verdict::Kind::Healthy:
        return writer.word("report.healthy");
    case Verdict::Kind::Unknown:
        return writer.word("report.unknown");
    case Verdict::Kind::Found:
        return findings.isEmpty() ? writer.word("report.unknown") : findings.first().title;
    }
    Q_UNREACHABLE();
}

QList<Row> head(const Writer &writer)
{
    QList<Row> rows;
    const Case &visit = writer.visit;
    if (visit.startedAt.isValid())
        rows.append({writer.word("report.date"),
                     visit.startedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))});
    if (!visit.address.isEmpty())
        rows.append({writer.word("report.address"), writer.redaction.masked(visit.address)});
    if (visit.provider) {
        const Contact &contact = visit.provider->contact;
        const QStringList parts{inLanguage(visit.provider->name, writer.options.language), contact.phone,
                                inLanguage(contact.hours, writer.options.language), contact.url};
        QStringList given;
        for (const QString &part : parts)
            if (!part.isEmpty())
                given.append(part);
        rows.append({writer.word("report.contact"), given.join(QStringLiteral("  "))});
    }
    return rows;
}

} // namespace

Pieces pieces(const Case &visit, const Verdict &verdict, const QList<JournalEntry> &journal,
              const knowledge::Knowledge &knowledge, const Options &options)
{
    const Writer writer{visit, knowledge, options, Redaction(visit, options.showPrivate)};
    Pieces all;
    all.title = writer.word("report.title");
    all.head = head(writer);
    all.vantage = writer.word(visit.practice ? "report.practice" : "report.vantage");
    for (const Finding &finding : verdict.findings)
        all.findings.append(writer.finding(finding));
    all.verdict = verdictSentence(verdict, writer, all.findings);
    all.changesTitle = writer.word("report.changes");
    all.noChanges = writer.word("report.no-changes");
    for (const JournalEntry &entry : journal)
        all.changes.append(writer.change(entry));
    all.factsTitle = writer.word("report.facts");
    all.factColumns
        = {QStringLiteral("#"), writer.word("report.fact.step"), writer.word("report.fact.server"),
           writer.word("report.fact.result"), writer.word("report.fact.time")};
    for (const Fact &fact : visit.facts)
        all.facts.append(writer.fact(fact));
    if (!options.showPrivate)
        all.masked = writer.word("report.masked");
    return all;
}

} // namespace report
