#include "wizard/widgets/svg_path.h"

#include <QList>
#include <QTransform>
#include <QtMath>

namespace wizard::widgets {

namespace {

/// Endpoint to centre form, SVG 1.1 appendix F.6.5; radii that are too small are enlarged (F.6.6).
void arcTo(QPainterPath &path, QSizeF radii, double degrees, bool large, bool sweep, const QPointF &to)
{
    const QPointF from = path.currentPosition();
    double rx = qAbs(radii.width()), ry = qAbs(radii.height());
    if (rx == 0 || ry == 0 || from == to)
        return path.lineTo(to);
    const QTransform back = QTransform().rotate(-degrees);
    const QPointF half = back.map((from - to) / 2);
    const double excess = qPow(half.x() / rx, 2) + qPow(half.y() / ry, 2);
    if (excess > 1) {
        rx *= qSqrt(excess);
        ry *= qSqrt(excess);
    }
    const double squares = qPow(rx * half.y(), 2) + qPow(ry * half.x(), 2);
    const double distance
        = qSqrt(qMax(0.0, (rx * rx * ry * ry - squares) / squares)) * (large == sweep ? -1 : 1);
    const QPointF middle(distance * rx * half.y() / ry, -distance * ry * half.x() / rx);
    const auto angleOf = [&](const QPointF &point) {
        return qRadiansToDegrees(qAtan2((point.y() - middle.y()) / ry, (point.x() - middle.x()) / rx));
    };
    const double start = angleOf(half);
    double length = angleOf(-half) - start;
    if (sweep && length < 0)
        length += 360;
    if (!sweep && length > 0)
        length -= 360;

    // In the ellipse's own directions, and from there to where it lies. Qt counts angles the other way round.
    QTransform place = QTransform().rotate(degrees);
    const QPointF centre = place.map(middle) + (from + to) / 2;
    QPainterPath arc;
    const QRectF box(-rx, -ry, 2 * rx, 2 * ry);
    arc.arcMoveTo(box, -start);
    arc.arcTo(box, -start, -length);
    path.connectPath((place * QTransform::fromTranslate(centre.x(), centre.y())).map(arc));
}

/// Commands and numbers, one after the other.
class Reader
{
public:
    explicit Reader(QStringView text) : m_text(text) { }

    bool atEnd()
    {
        skip();
        return m_at == m_text.size();
    }
    bool atNumber()
    {
        skip();
        return m_at < m_text.size() && QStringView(u"+-.0123456789").contains(m_text.at(m_at));
    }
    char command() { return atEnd() ? '\0' : m_text.at(m_at++).toLatin1(); }
    double number()
    {
        skip();
        const qsizetype begin = m_at;
        bool point = false;
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            const bool sign = (c == u'-' || c == u'+') && m_at == begin;
            if (!sign && !c.isDigit() && (c != u'.' || point))
                break;
            point = point || c == u'.';
            ++m_at;
        }
        bool ok = false;
        const double value = m_text.sliced(begin, m_at - begin).toDouble(&ok);
        m_whole = m_whole && ok;
        return value;
    }
    bool isWhole() const { return m_whole; }

private:
    void skip()
    {
        while (m_at < m_text.size() && (m_text.at(m_at).isSpace() || m_text.at(m_at) == u','))
            ++m_at;
    }
    QStringView m_text;
    qsizetype m_at = 0;
    bool m_whole = true;
};

/// One command's worth of numbers. False: no such command.
bool step(QPainterPath &path, Reader &reader, char command)
{
    const bool relative = command >= 'a';
    const QPointF origin = relative ? path.currentPosition() : QPointF();
    const auto point = [&] {
        const double x = reader.number();
        return origin + QPointF(x, reader.number());
    };
    switch (relative ? char(command - 'a' + 'A') : command) {
    case 'M':
        path.moveTo(point());
        return true;
    case 'L':
        path.lineTo(point());
        return true;
    case 'H':
        path.lineTo(origin.x() + reader.number(), path.currentPosition().y());
        return true;
    case 'V':
        path.lineTo(path.currentPosition().x(), origin.y() + reader.number());
        return true;
    case 'C': {
        const QPointF first = point(), second = point();
        path.cubicTo(first, second, point());
        return true;
    }
    case 'Q': {
        const QPointF control = point();
        path.quadTo(control, point());
        return true;
    }
    case 'A': {
        const double rx = reader.number(), ry = reader.number(), degrees = reader.number();
        const bool large = reader.number() != 0, sweep = reader.number() != 0;
        arcTo(path, {rx, ry}, degrees, large, sweep, point());
        return true;
    }
    default:
        return false;
    }
}

} // namespace

std::optional<QPainterPath> svgPath(QStringView text)
{
    Reader reader(text);
    QPainterPath path;
    char command = '\0';
    while (!reader.atEnd()) {
        if (!reader.atNumber())
            command = reader.command();
        else if (command == 'M' || command == 'm') // more points after a move are lines
            command = command == 'M' ? 'L' : 'l';
        if (command == 'Z' || command == 'z') {
            path.closeSubpath();
            command = '\0';
            continue;
        }
        if (!step(path, reader, command) || !reader.isWhole())
            return std::nullopt;
    }
    return path;
}

} // namespace wizard::widgets
