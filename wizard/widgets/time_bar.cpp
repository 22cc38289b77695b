#include "wizard/widgets/time_bar.h"

#include <QPainter>

#include <algorithm>

namespace wizard::widgets {

TimeBar::TimeBar(QWidget *parent) : QWidget(parent)
{
    setProperty("role", QStringLiteral("bars"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimeBar::setLimits(const QList<Limit> &limits)
{
    m_limits = limits;
    std::stable_sort(m_limits.begin(), m_limits.end(),
                     [](const Limit &a, const Limit &b) { return a.seconds < b.seconds; });
    updateGeometry();
    update();
}

void TimeBar::setElapsed(double seconds, bool running)
{
    m_elapsed = seconds;
    m_running = running;
    update();
}

double TimeBar::span() const
{
    double most = 60;
    for (const Limit &limit : m_limits)
        most = qMax(most, limit.seconds);
    // Room behind the last mark, so that what lies beyond it can be seen to do so.
    return qMax(most * 1.25, m_elapsed * 1.08);
}

QSize TimeBar::sizeHint() const
{
    ensurePolished();
    return {480, 28 + int(m_limits.size()) * qRound(fontMetrics().height() * 1.2) + 12};
}

void TimeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = palette().color(foregroundRole());
    const QRectF bar(0.5, 0.5, width() - 1, 24);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(backgroundRole()));
    painter.drawRoundedRect(bar, 8, 8);
    const double whole = span();
    const auto at = [&](double seconds) { return bar.width() * qMin(1.0, seconds / whole); };
    if (m_elapsed > 0) {
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(bar.x(), bar.y(), qMax(16.0, at(m_elapsed)), bar.height()), 8, 8);
    }
    const QColor ink = palette().color(QPalette::WindowText);
    const int step = qRound(fontMetrics().height() * 1.2);
    int y = 28 + fontMetrics().ascent() + 4;
    // The latest limit on top: its label is furthest right, and the stems of the earlier ones pass beside it.
    for (qsizetype i = m_limits.size() - 1; i >= 0; --i) {
        const Limit &limit = m_limits[i];
        const double x = at(limit.seconds);
        painter.setPen(QPen(ink, 2));
        painter.drawLine(QPointF(x, bar.top()), QPointF(x, y + 2));
        const int text = fontMetrics().horizontalAdvance(limit.label);
        const bool left = x + 8 + text > width();
        painter.drawText(QPointF(left ? qMax(0.0, x - 8 - text) : x + 8, y), limit.label);
        y += step;
    }
    if (m_running && m_elapsed > 0) {
        painter.setPen(QPen(ink, 3));
        painter.drawLine(QPointF(at(m_elapsed), bar.top() - 1), QPointF(at(m_elapsed), bar.bottom() + 1));
    }
}

} // namespace wizard::widgets
