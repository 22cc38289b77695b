#include "wizard/widgets/hold_eye.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace wizard::widgets {

HoldEye::HoldEye(QWidget *parent) : QAbstractButton(parent)
{
    setProperty("role", QStringLiteral("card"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void HoldEye::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    if (isDown())
        option.state |= QStyle::State_Sunken;
    style()->drawPrimitive(QStyle::PE_Widget, &option, &painter, this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(width() / 2.0 - 16, height() / 2.0 - 16);
    painter.setPen(QPen(palette().color(foregroundRole()), 2.4, Qt::SolidLine, Qt::RoundCap));
    QPainterPath lids;
    lids.moveTo(3, 16);
    lids.cubicTo(9, 5, 23, 5, 29, 16);
    lids.cubicTo(23, 27, 9, 27, 3, 16);
    painter.drawPath(lids);
    painter.drawEllipse(QPointF(16, 16), 4.5, 4.5);
    if (!isDown())
        painter.drawLine(QPointF(5, 27), QPointF(27, 5));
}

void HoldEye::focusOutEvent(QFocusEvent *event)
{
    // Held with the keyboard and then left: the release would never come.
    if (isDown()) {
        setDown(false);
        emit released();
    }
    QAbstractButton::focusOutEvent(event);
}

} // namespace wizard::widgets
