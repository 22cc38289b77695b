#include "wizard/widgets/paragraph.h"

#include "wizard/widgets/phrases.h"

#include <QEvent>
#include <QPainter>

namespace wizard::widgets {

Paragraph::Paragraph(const QString &role, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setProperty("role", role);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Paragraph::say(const QString &words)
{
    // Without a parent, showing would make a window of it.
    if (words.isEmpty() || parentWidget())
        setVisible(!words.isEmpty());
    if (words == text())
        return;
    setText(words);
    setAccessibleName(words);
    m_linesFor = -1;
    updateGeometry();
    update();
}

int Paragraph::lineHeight() const
{
    // Large type needs less air between its lines than body text does.
    const bool big
        = property("role") == QLatin1String("title") || property("role") == QLatin1String("figure");
    return qRound(font().pixelSize() > 0 ? font().pixelSize() * (big ? 1.35 : 1.6)
                                         : fontMetrics().height() * 1.25);
}

int Paragraph::widest() const
{
    return fontMetrics().horizontalAdvance(QChar(0x3042)) * m_longest;
}

QStringList Paragraph::lines(int width) const
{
    width = qMin(width, widest());
    if (width == m_linesFor)
        return m_lines;
    const QFontMetrics metrics = fontMetrics();
    const auto fits = [&](const QString &line) { return metrics.horizontalAdvance(line.trimmed()) <= width; };
    QStringList result;
    for (const QString &block : text().split(QLatin1Char('\n'))) {
        QString line;
        const auto add = [&](const QString &part) {
            if (!line.isEmpty() && !fits(line + part)) {
                result += line;
                line.clear();
            }
            line += part;
        };
        for (const QString &phrase : phrases(block)) {
            if (fits(phrase)) {
                add(phrase);
                continue;
            }
            for (const QString &piece : pieces(phrase))
                add(piece);
        }
        result += line;
    }
    m_linesFor = width;
    m_lines = result;
    return result;
}

QSize Paragraph::sizeHint() const
{
    ensurePolished();
    int wanted = 0;
    for (const QString &block : text().split(QLatin1Char('\n')))
        wanted = qMax(wanted, fontMetrics().horizontalAdvance(block) + 1);
    wanted = qMin(wanted, widest());
    return {wanted, heightForWidth(wanted)};
}

QSize Paragraph::minimumSizeHint() const
{
    ensurePolished();
    // In the largest type a telephone number goes on in a second line before it is cut off.
    const int letters = property("role") == QLatin1String("figure") ? 4 : 7;
    const int least = qMin(sizeHint().width(), fontMetrics().horizontalAdvance(QChar(0x3042)) * letters);
    return {least, lineHeight()};
}

int Paragraph::heightForWidth(int width) const
{
    ensurePolished();
    return int(lines(width).size()) * lineHeight();
}

void Paragraph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const int step = lineHeight();
    const QFontMetrics metrics = fontMetrics();
    int baseline = (step - metrics.height()) / 2 + metrics.ascent();
    const QStringList all = lines(width());
    if (alignment() & Qt::AlignVCenter && !(alignment() & Qt::AlignTop))
        baseline += qMax(0, (height() - int(all.size()) * step) / 2);
    for (const QString &line : all) {
        const int spare = width() - metrics.horizontalAdvance(line.trimmed());
        const int left = alignment() & Qt::AlignHCenter ? spare / 2
            : alignment() & Qt::AlignRight              ? spare
                                                        : 0;
        painter.drawText(qMax(0, left), baseline, line);
        baseline += step;
    }
}

void Paragraph::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_linesFor = -1;
        updateGeometry();
    }
    QLabel::changeEvent(event);
}

} // namespace wizard::widgets
