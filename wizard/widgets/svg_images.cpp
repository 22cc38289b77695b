#include "wizard/widgets/svg_images.h"

#include "wizard/widgets/drawing.h"

#include <QImage>
#include <QPainter>

namespace wizard::widgets {

namespace {

// Made larger than it says, so that a tick of 24 units is still sharp on a screen of 400 %; Qt scales down.
constexpr int enlarged = 4;
constexpr qint64 mostBytes = 1 << 20;

class Handler : public QImageIOHandler
{
public:
    bool canRead() const override { return device() && device()->peek(4) == "<svg"; }
    bool read(QImage *image) override
    {
        const QSize natural = wanted(), size = m_scaled.isValid() ? m_scaled : natural;
        if (m_drawing.isEmpty() || size.isEmpty())
            return false;
        *image = QImage(size, QImage::Format_ARGB32_Premultiplied);
        image->fill(Qt::transparent);
        QPainter painter(image);
        m_drawing.render(&painter, QRectF(QPointF(), size));
        return true;
    }
    bool supportsOption(ImageOption option) const override { return option == Size || option == ScaledSize; }
    QVariant option(ImageOption option) const override
    {
        if (option == Size)
            return const_cast<Handler *>(this)->wanted();
        return option == ScaledSize ? QVariant(m_scaled) : QVariant();
    }
    void setOption(ImageOption option, const QVariant &value) override
    {
        if (option == ScaledSize)
            m_scaled = value.toSize();
    }

private:
    QSize wanted()
    {
        if (m_drawing.isEmpty())
            m_drawing.load(device()->read(mostBytes));
        return (m_drawing.size() * enlarged).toSize();
    }
    Drawing m_drawing;
    QSize m_scaled;
};

} // namespace

QImageIOPlugin::Capabilities SvgImages::capabilities(QIODevice *, const QByteArray &format) const
{
    return format == "svg" ? CanRead : Capabilities();
}

QImageIOHandler *SvgImages::create(QIODevice *device, const QByteArray &format) const
{
    auto *handler = new Handler;
    handler->setDevice(device);
    handler->setFormat(format);
    return handler;
}

} // namespace wizard::widgets

#include "moc_svg_images.cpp"
