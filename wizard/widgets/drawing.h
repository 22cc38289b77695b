// A drawing that is sharp at every size. It reads the small part of SVG that our pictures are made of, the
// same on every system: Qt Svg cannot be had for Windows from Debian's sources.
#pragma once

#include <QByteArray>
#include <QFont>
#include <QList>
#include <QPainterPath>
#include <QPen>
#include <QSizeF>

class QPainter;
class QRectF;

namespace wizard::widgets {

class Drawing
{
public:
    /// svg, g, rect, circle, line, path, text, title, desc with plain attributes. Anything else is refused
    /// rather than left out: a picture with a piece missing tells something wrong. False leaves it empty.
    bool load(const QByteArray &svg);
    bool isEmpty() const { return m_marks.isEmpty(); }
    /// In the drawing's own units.
    QSizeF size() const { return m_box.size(); }
    void render(QPainter *painter, const QRectF &target) const;

private:
    friend class SvgReader;
    struct Mark
    {
        QPainterPath path; ///< a shape, unless there is text
        QString text;
        QPointF at; ///< left end, middle or right end of its base line, as `anchor` says
        double anchor = 0; ///< how much of the width stands left of `at`: 0, 0.5, 1
        QFont font;
        QPen pen;
        QBrush brush;
        QTransform place;
    };
    QRectF m_box;
    QList<Mark> m_marks;
};

} // namespace wizard::widgets
