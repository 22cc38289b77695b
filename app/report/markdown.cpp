#include "report/pieces.h"

namespace report {

namespace {

/// Text that is not ours must not turn into headings, links or tables.
QString plain(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (QStringLiteral("\\`*[]<>|#").contains(c))
            out += u'\\';
        out += c == u'\n' ? QChar(u' ') : c;
    }
    return out;
}

QString rowsText(const QList<Row> &rows)
{
    QString out;
    for (const Row &row : rows)
        out += QStringLiteral("- **%1**: %2\n").arg(plain(row.name), plain(row.value));
    return out;
}

} // namespace

QString toMarkdown(const model::Case &visit, const model::Verdict &verdict,
                   const QList<model::JournalEntry> &journal, const knowledge::Knowledge &knowledge,
                   const Options &options)
{
    const Pieces all = pieces(visit, verdict, journal, knowledge, options);
    QString out = QStringLiteral("# %1\n\n").arg(all.title) + rowsText(all.head);
    out += QStringLiteral("\n**%1**\n\n%2\n").arg(plain(all.verdict), all.vantage);
    for (const Section &finding : all.findings)
        out += QStringLiteral("\n## %1\n\n%2\n\n").arg(plain(finding.title), finding.body)
            + rowsText(finding.rows);
    out += QStringLiteral("\n## %1\n\n").arg(all.changesTitle);
    if (all.changes.isEmpty())
        out += all.noChanges + u'\n';
    for (const Section &change : all.changes)
        out += QStringLiteral("### %1\n\n").arg(plain(change.title)) + rowsText(change.rows) + u'\n';
    out += QStringLiteral("\n## %1\n\n| %2 |\n")
               .arg(all.factsTitle, all.factColumns.join(QStringLiteral(" | ")));
    out += u'|' + QStringLiteral("---|").repeated(all.factColumns.size()) + u'\n';
    for (const QList<QString> &fact : all.facts) {
        for (const QString &cell : fact)
            out += QStringLiteral("| ") + plain(cell) + u' ';
        out += QStringLiteral("|\n");
    }
    if (!all.masked.isEmpty())
        out += u'\n' + all.masked + u'\n';
    return out;
}

} // namespace report
