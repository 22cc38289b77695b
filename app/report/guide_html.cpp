#include "report/guide_html.h"

namespace report {

namespace {

// A picture is 960 x 600; on A4 with its margins a third of the width is still easy to read.
constexpr int pictureWidth = 250;

QString paragraph(const QString &text, const QString &style = {})
{
    return QStringLiteral("<p style=\"%1\">%2</p>").arg(style, text.toHtmlEscaped());
}

QString stepHtml(const knowledge::GuideStep &step, qsizetype number, const QString &url, const QString &look)
{
    QString words
        = paragraph(QStringLiteral("☐ %1. %2").arg(number).arg(step.text), QStringLiteral("font-size:13pt"));
    if (!step.look.isEmpty())
        words += paragraph(look + QStringLiteral(" ") + step.look, QStringLiteral("color:#333333"));
    const QString picture = step.picture.isEmpty()
        ? QString()
        : QStringLiteral("<img src=\"%1\" width=\"%2\">").arg(url).arg(pictureWidth);
    return QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"6\"><tr>"
                          "<td width=\"58%\">%1</td><td width=\"42%\">%2</td></tr></table>\n")
        .arg(words, picture);
}

} // namespace

QString pictureUrl(qsizetype guide, qsizetype step)
{
    return QStringLiteral("picture:%1-%2").arg(guide).arg(step);
}

QString guideHtml(const QList<knowledge::Guide> &guides, const knowledge::Knowledge &knowledge,
                  const QString &language)
{
    const QString look = knowledge.word(QStringLiteral("guide.look"), language);
    QString html;
    for (qsizetype i = 0; i < guides.size(); ++i) {
        const knowledge::Guide &guide = guides[i];
        html += QStringLiteral("<h2>") + guide.title.toHtmlEscaped() + QStringLiteral("</h2>\n");
        for (const knowledge::GuideEdition &edition : guide.editions) {
            if (edition.id == guide.edition)
                html += paragraph(edition.name);
        }
        if (!guide.note.isEmpty())
            html += paragraph(guide.note);
        for (qsizetype at = 0; at < guide.steps.size(); ++at)
            html += stepHtml(guide.steps[at], at + 1, pictureUrl(i, at), look);
    }
    return html;
}

} // namespace report
