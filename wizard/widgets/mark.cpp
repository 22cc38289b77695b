#include "wizard/widgets/mark.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace wizard::widgets {

QString stateName(State state)
{
    switch (state) {
    case State::Waiting:
        return QStringLiteral("waiting");
    case State::Running:
        return QStringLiteral("running");
    case State::Fine:
        return QStringLiteral("fine");
    case State::Attention:
        return QStringLiteral("attention");
    case State::Bad:
        return QStringLiteral("bad");
    case State::Skipped:
        return QStringLiteral("skipped");
    case State::Info:
        return QStringLiteral("info");
    }
    return {};
}

void dress(QWidget *widget, State state)
{
    if (widget->property("state").toString() == stateName(state))
        return;
    widget->setProperty("state", stateName(state));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

Mark::Mark(State state, QWidget *parent) : QWidget(parent), m_state(state)
{
    setProperty("role", QStringLiteral("mark"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_turn.setInterval(80);
    connect(&m_turn, &QTimer::timeout, this, [this] {
        m_angle = (m_angle + 20) % 360;
        update();
    });
    show(state);
}

void Mark::show(State state)
{
    m_state = state;
    if (state == State::Running)
        m_turn.start();
    else
        m_turn.stop();
    dress(this, state);
    update();
}

QSize Mark::sizeHint() const
{
    ensurePolished();
    const int side = qRound(fontMetrics().height() * 1.15);
    // As high as a line of body text, so that it stands in the middle of the first line beside it.
    return {side, qMax(side, qRound(font().pixelSize() * 1.6))};
}

void Mark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = qMin(width(), height());
    painter.translate((width() - side) / 2, (height() - side) / 2);
    painter.scale(side / 24.0, side / 24.0); // drawn on a grid of 24
    const QColor colour = palette().color(foregroundRole());
    QPen pen(colour, 2.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(pen);
    const QRectF circle(2.5, 2.5, 19, 19);
    // The ground shows through the cut-out shapes, so that the mark is right on every colour.
    const auto solid = [&](const QPainterPath &shape) {
        painter.fillPath(shape, colour);
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    };
    const QColor paper = colour.lightness() > 128 ? QColor(0x10, 0x16, 0x18) : QColor(Qt::white);
    QPainterPath disc;
    disc.addEllipse(circle.adjusted(-1, -1, 1, 1));
    switch (m_state) {
    case State::Waiting:
        painter.drawEllipse(circle);
        break;
    case State::Running:
        painter.setOpacity(0.25);
        painter.drawEllipse(circle);
        painter.setOpacity(1);
        painter.drawArc(circle, -m_angle * 16, 110 * 16);
        break;
    case State::Fine:
        solid(disc);
        pen.setColor(paper);
        pen.setWidthF(2.6);
        painter.setPen(pen);
        painter.drawPolyline(QPolygonF{{7.2, 12.4}, {10.6, 15.8}, {16.9, 8.8}});
        break;
    case State::Attention: {
        QPainterPath roof;
        roof.moveTo(12, 2.2);
        roof.lineTo(22.6, 20.6);
        roof.lineTo(1.4, 20.6);
        roof.closeSubpath();
        painter.setBrush(colour);
        painter.drawPath(roof);
        pen.setColor(paper);
        pen.setWidthF(2.4);
        painter.setPen(pen);
        painter.drawLine(QPointF(12, 8.6), QPointF(12, 14));
        painter.drawPoint(QPointF(12, 17.6));
        break;
    }
    case State::Bad: {
        QPainterPath plate;
        plate.addRoundedRect(circle.adjusted(-1, -1, 1, 1), 5, 5);
        solid(plate);
        pen.setColor(paper);
        pen.setWidthF(2.6);
        painter.setPen(pen);
        painter.drawLine(QPointF(8, 8), QPointF(16, 16));
        painter.drawLine(QPointF(16, 8), QPointF(8, 16));
        break;
    }
    case State::Skipped:
        painter.drawEllipse(circle);
        painter.drawLine(QPointF(8, 12), QPointF(16, 12));
        break;
    case State::Info:
        solid(disc);
        pen.setColor(paper);
        pen.setWidthF(2.4);
        painter.setPen(pen);
        painter.drawLine(QPointF(12, 11), QPointF(12, 17));
        painter.drawPoint(QPointF(12, 7));
        break;
    }
}

} // namespace wizard::widgets
