#include "report/pieces.h"

#include <QRegularExpression>

namespace report {

namespace {

/// Calm, black on white, for paper as well as for the screen; nothing is loaded from anywhere.
const QString &style()
{
    static const QString css = QStringLiteral(
        "body{font-family:'BIZ UDPGothic','Noto Sans CJK "
        "JP',sans-serif;font-size:12pt;line-height:1.7;color:#1a1a1a;"
        "background:#fff;max-width:44em;margin:2em auto;padding:0 1em}"
        "h1{font-size:1.6em;margin:0 0 .6em}h2{font-size:1.2em;margin:1.8em 0 .4em;border-bottom:1px solid "
        "#888}"
        "h3{font-size:1em;margin:1.2em 0 .3em}.verdict{font-size:1.25em;font-weight:bold;border:2px solid "
        "#1f4e79;"
        "padding:.7em 1em}dl{margin:.6em 0}dt{font-weight:bold}dd{margin:0 0 .5em 1.2em}"
        "table{border-collapse:collapse;width:100%;font-size:.85em}th,td{border:1px solid #888;padding:.2em "
        ".5em;"
        "text-align:left}footer{margin-top:2em;font-size:.85em}@media print{body{margin:0;max-width:none}"
        "section{page-break-inside:avoid}}");
    return css;
}

/// Our own advice texts use paragraphs, **bold** and lists with hyphens. Everything is escaped first: no tag
/// of anybody else's survives.
QString fromMarkdown(const QString &markdown)
{
    static const QRegularExpression bold(QStringLiteral("\\*\\*(.+?)\\*\\*"));
    QString out;
    for (const QString &paragraph : markdown.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts)) {
        QString text = paragraph.trimmed();
        // Backslash marks stand for the character itself: hide them from the bold rule, then put them back.
        QStringList kept;
        QString hidden;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text.at(i) == u'\\' && i + 1 < text.size()) {
                kept.append(text.at(++i));
                hidden += QChar(char16_t(0xE000 + kept.size() - 1));
            } else {
                hidden += text.at(i);
            }
        }
        QString html = hidden.toHtmlEscaped();
        html.replace(bold, QStringLiteral("<strong>\\1</strong>"));
        for (qsizetype i = 0; i < kept.size(); ++i)
            html.replace(QChar(char16_t(0xE000 + i)), kept.at(i).toHtmlEscaped());
        if (html.startsWith(u"- ")) {
            out += QStringLiteral("<ul>");
            for (const QString &line : html.split(u'\n'))
                out += QStringLiteral("<li>%1</li>").arg(line.startsWith(u"- ") ? line.mid(2) : line);
            out += QStringLiteral("</ul>");
        } else {
            out += QStringLiteral("<p>") + html + QStringLiteral("</p>");
        }
    }
    return out;
}

QString rowsHtml(const QList<Row> &rows)
{
    QString out = QStringLiteral("<dl>");
    for (const Row &row : rows)
        out += QStringLiteral("<dt>") + row.name.toHtmlEscaped() + QStringLiteral("</dt><dd>")
            + row.value.toHtmlEscaped() + QStringLiteral("</dd>");
    return out + QStringLiteral("</dl>");
}

QString cells(const QList<QString> &texts, const QString &tag)
{
    QString out = QStringLiteral("<tr>");
    for (const QString &text : texts)
        out += u'<' + tag + u'>' + text.toHtmlEscaped() + QStringLiteral("</") + tag + u'>';
    return out + QStringLiteral("</tr>\n");
}

} // namespace

QString toHtml(const model::Case &visit, const model::Verdict &verdict,
               const QList<model::JournalEntry> &journal, const knowledge::Knowledge &knowledge,
               const Options &options)
{
    const Pieces all = pieces(visit, verdict, journal, knowledge, options);
    QString out = QStringLiteral("<!DOCTYPE html>\n<html lang=\"") + options.language.toHtmlEscaped()
        + QStringLiteral("\"><head><meta charset=\"utf-8\"><title>") + all.title.toHtmlEscaped()
        + QStringLiteral("</title><style>") + style() + QStringLiteral("</style></head><body>\n<h1>")
        + all.title.toHtmlEscaped() + QStringLiteral("</h1>\n<p class=\"verdict\">")
        + all.verdict.toHtmlEscaped() + QStringLiteral("</p>\n<p>") + all.vantage.toHtmlEscaped()
        + QStringLiteral("</p>\n") + rowsHtml(all.head);
    for (const Section &finding : all.findings)
        out += QStringLiteral("<section><h2>") + finding.title.toHtmlEscaped() + QStringLiteral("</h2>")
            + fromMarkdown(finding.body) + rowsHtml(finding.rows) + QStringLiteral("</section>\n");
    out += QStringLiteral("<h2>") + all.changesTitle.toHtmlEscaped() + QStringLiteral("</h2>");
    if (all.changes.isEmpty())
        out += QStringLiteral("<p>") + all.noChanges.toHtmlEscaped() + QStringLiteral("</p>\n");
    for (const Section &change : all.changes)
        out += QStringLiteral("<h3>") + change.title.toHtmlEscaped() + QStringLiteral("</h3>")
            + rowsHtml(change.rows);
    out += QStringLiteral("<h2>") + all.factsTitle.toHtmlEscaped() + QStringLiteral("</h2>\n<table>")
        + cells(all.factColumns, QStringLiteral("th"));
    for (const QList<QString> &fact : all.facts)
        out += cells(fact, QStringLiteral("td"));
    out += QStringLiteral("</table>\n<footer>") + all.masked.toHtmlEscaped() + QStringLiteral("</footer>\n");
    return out + QStringLiteral("</body></html>\n");
}

} // namespace report
