#include "wizard/widgets/step_picture.h"

#include <QFile>
#include <QPainter>
#include <QRegularExpression>

namespace wizard::widgets {

static constexpr int leastWidth = 240;

StepPicture::StepPicture(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QByteArray StepPicture::withLabels(QByteArray svg, const QMap<QString, QString> &labels)
{
    for (auto label = labels.cbegin(); label != labels.cend(); ++label)
        svg.replace("{{" + label.key().toUtf8() + "}}", label.value().toHtmlEscaped().toUtf8());
    static const QRegularExpression left(QStringLiteral("\\{\\{[^{}]*\\}\\}"));
    return QString::fromUtf8(svg).remove(left).toUtf8();
}

bool StepPicture::setPicture(const QString &path, const QMap<QString, QString> &labels)
{
    QFile file(path);
    QByteArray svg;
    if (!path.isEmpty() && file.open(QIODevice::ReadOnly))
        svg = withLabels(file.readAll(), labels);
    const bool drawn = m_drawing.load(svg);
    setVisible(drawn);
    updateGeometry();
    update();
    return drawn;
}

void StepPicture::clear()
{
    setPicture({}, {});
}

void StepPicture::setDescription(const QString &text)
{
    setAccessibleName(text);
}

void StepPicture::setMaximumDrawing(int width)
{
    if (m_maximumWidth == width)
        return;
    m_maximumWidth = width;
    updateGeometry();
    update();
}

QSizeF StepPicture::drawn() const
{
    const QSizeF size = m_drawing.size();
    return size.isEmpty() ? QSizeF(1, 1) : size;
}

QSize StepPicture::sizeHint() const
{
    if (isEmpty())
        return {0, 0};
    const int width = qMin(m_maximumWidth, 560);
    return {width, heightForWidth(width)};
}

QSize StepPicture::minimumSizeHint() const
{
    return !isEmpty() ? QSize(leastWidth, heightForWidth(leastWidth)) : QSize(0, 0);
}

int StepPicture::heightForWidth(int width) const
{
    const QSizeF size = drawn();
    return !isEmpty() ? qRound(qMin(width, m_maximumWidth) * size.height() / size.width()) : 0;
}

void StepPicture::paintEvent(QPaintEvent *)
{
    if (isEmpty())
        return;
    const QSizeF room(qMin(width(), m_maximumWidth), height());
    const QSizeF size = drawn().scaled(room, Qt::KeepAspectRatio);
    QPainter painter(this);
    m_drawing.render(&painter, QRectF(QPointF((width() - size.width()) / 2, 0), size));
}

} // namespace wizard::widgets
