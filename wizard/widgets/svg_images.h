// Lets Qt read ":/….svg" where a file of a picture is named (style sheet, window icon) although Qt Svg is not
// there.
#pragma once

#include <QImageIOPlugin>

namespace wizard::widgets {

class SvgImages : public QImageIOPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QImageIOHandlerFactoryInterface_iid FILE "svg_images.json")
public:
    Capabilities capabilities(QIODevice *device, const QByteArray &format) const override;
    QImageIOHandler *create(QIODevice *device, const QByteArray &format) const override;
};

} // namespace wizard::widgets
