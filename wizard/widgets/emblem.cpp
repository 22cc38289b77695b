#include "wizard/widgets/emblem.h"

#include <QFile>
#include <QPainter>

namespace wizard::widgets {

static constexpr int emblemHeight = 56, emblemWidth = 240;

Emblem::Emblem(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Emblem::setPicture(const QString &path)
{
    QFile file(path);
    const bool drawn = file.open(QIODevice::ReadOnly) && m_drawing.load(file.readAll());
    setVisible(drawn);
    updateGeometry();
    update();
}

QSize Emblem::sizeHint() const
{
    return m_drawing.isEmpty()
        ? QSize(0, 0)
        : m_drawing.size().scaled(emblemWidth, emblemHeight, Qt::KeepAspectRatio).toSize();
}

void Emblem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_drawing.render(&painter, rect());
}

} // namespace wizard::widgets
