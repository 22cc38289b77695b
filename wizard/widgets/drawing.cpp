#include "wizard/widgets/drawing.h"

#include "wizard/widgets/svg_path.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <utility>

namespace wizard::widgets {

namespace {

/// "translate(10 20) rotate(30) scale(2)": the order in which SVG applies them is Qt's.
std::optional<QTransform> transformOf(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("\\s*(translate|rotate|scale)\\(\\s*([-+.\\d]+)(?:[\\s,]+([-+.\\d]+))?\\s*\\)\\s*"));
    QTransform transform;
    qsizetype at = 0;
    while (at < text.size()) {
        const auto match = form.match(text, at, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return std::nullopt;
        at = match.capturedEnd();
        const double first = match.captured(2).toDouble(), second = match.captured(3).toDouble();
        const bool two = match.hasCaptured(3);
        if (match.captured(1) == u"translate")
            transform.translate(first, second);
        else if (match.captured(1) == u"scale")
            transform.scale(first, two ? second : first);
        else if (two)
            return std::nullopt;
        else
            transform.rotate(first);
    }
    return transform;
}

} // namespace

/// Reads one element's attributes and remembers which of them nobody asked for.
class SvgReader
{
public:
    explicit SvgReader(const QByteArray &svg) : m_xml(svg) { }

    bool read(Drawing &drawing)
    {
        if (!m_xml.readNextStartElement() || m_xml.name() != u"svg")
            return false;
        take();
        const QList<QStringView> box = QStringView(m_viewBox = word("viewBox")).split(u' ');
        word("width");
        word("height");
        if (box.size() != 4 || !m_left.isEmpty())
            return false;
        drawing.m_box = QRectF(box[0].toDouble(), box[1].toDouble(), box[2].toDouble(), box[3].toDouble());
        return !drawing.m_box.isEmpty() && children(drawing, {}) && !m_xml.hasError();
    }

private:
    bool children(Drawing &drawing, const QTransform &place)
    {
        while (m_xml.readNextStartElement()) {
            const QString name = m_xml.name().toString();
            if (name == u"title" || name == u"desc") {
                m_xml.skipCurrentElement();
                continue;
            }
            take();
            const auto own = transformOf(word("transform"));
            if (!own)
                return false;
            if (name == u"g") {
                if (!m_left.isEmpty() || !children(drawing, *own * place))
                    return false;
                continue;
            }
            Drawing::Mark mark;
            mark.place = *own * place;
            if (!shape(name, mark) || !paint(mark) || !m_left.isEmpty())
                return false;
            drawing.m_marks.append(mark);
            if (name != u"text" && m_xml.readNextStartElement())
                return false;
        }
        return true;
    }

    bool shape(const QString &name, Drawing::Mark &mark)
    {
        if (name == u"rect") {
            const QRectF box(number("x"), number("y"), number("width"), number("height"));
            const double rx = number("rx"), ry = m_left.contains(QStringLiteral("ry")) ? number("ry") : rx;
            mark.path.addRoundedRect(box, rx, ry);
        } else if (name == u"circle") {
            const double r = number("r");
            mark.path.addEllipse(QPointF(number("cx"), number("cy")), r, r);
        } else if (name == u"line") {
            mark.path.moveTo(number("x1"), number("y1"));
            mark.path.lineTo(number("x2"), number("y2"));
        } else if (name == u"path") {
            const auto path = svgPath(word("d"));
            if (!path)
                return false;
            mark.path = *path;
        } else {
            return name == u"text" && text(mark);
        }
        return true;
    }

    bool text(Drawing::Mark &mark)
    {
        const QString anchor = word("text-anchor");
        mark.at = {number("x"), number("y")};
        mark.anchor = anchor == u"middle" ? 0.5 : anchor == u"end" ? 1 : 0;
        mark.font = QFont(word("font-family"));
        mark.font.setPixelSize(qMax(1, qRound(number("font-size"))));
        mark.font.setBold(word("font-weight") == u"bold");
        word("data-width");
        mark.text = m_xml.readElementText();
        return !m_xml.hasError();
    }

    bool paint(Drawing::Mark &mark)
    {
        const QString fill = word("fill"), stroke = word("stroke");
        const QColor inside(fill.isEmpty() ? QStringLiteral("#000000") : fill), line(stroke);
        const bool filled = fill != u"none", lined = !stroke.isEmpty() && stroke != u"none";
        const double width = m_left.contains(QStringLiteral("stroke-width")) ? number("stroke-width") : 1;
        const QString cap = word("stroke-linecap"), join = word("stroke-linejoin");
        if ((filled && !inside.isValid()) || (lined && !line.isValid()))
            return false;
        mark.brush = filled ? QBrush(inside) : QBrush(Qt::NoBrush);
        mark.pen = lined ? QPen(line, width) : QPen(Qt::NoPen);
        mark.pen.setCapStyle(cap == u"round" ? Qt::RoundCap : Qt::FlatCap);
        mark.pen.setJoinStyle(join == u"round" ? Qt::RoundJoin : Qt::SvgMiterJoin);
        return true;
    }

    void take()
    {
        m_left.clear();
        for (const QXmlStreamAttribute &attribute : m_xml.attributes())
            m_left.insert(attribute.name().toString(), attribute.value().toString());
    }
    QString word(const char *name) { return m_left.take(QString::fromLatin1(name)); }
    double number(const char *name)
    {
        const QString given = word(name);
        bool ok = false;
        const double value = given.toDouble(&ok);
        if (!given.isEmpty() && !ok) // "50%", "2em"
            m_left.insert(QString::fromLatin1(name), given);
        return value;
    }

    QXmlStreamReader m_xml;
    QString m_viewBox;
    QMap<QString, QString> m_left;
};

bool Drawing::load(const QByteArray &svg)
{
    *this = {};
    Drawing read;
    if (!SvgReader(svg).read(read) || read.m_marks.isEmpty())
        return false;
    *this = std::move(read);
    return true;
}

void Drawing::render(QPainter *painter, const QRectF &target) const
{
    if (isEmpty())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(target.topLeft());
    painter->scale(target.width() / m_box.width(), target.height() / m_box.height());
    painter->translate(-m_box.topLeft());
    const QTransform outside = painter->transform();
    for (const Mark &mark : m_marks) {
        painter->setTransform(mark.place * outside);
        if (mark.text.isEmpty()) {
            painter->setPen(mark.pen);
            painter->setBrush(mark.brush);
            painter->drawPath(mark.path);
            continue;
        }
        const double width = QFontMetricsF(mark.font).horizontalAdvance(mark.text);
        painter->setFont(mark.font);
        painter->setPen(mark.brush.color());
        painter->drawText(mark.at - QPointF(width * mark.anchor, 0), mark.text);
    }
    painter->restore();
}

} // namespace wizard::widgets
