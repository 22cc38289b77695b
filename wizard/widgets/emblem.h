// A small drawing beside words: a logo, as high as two lines of text at 100 %; only the text grows.
#pragma once

#include "wizard/widgets/drawing.h"

#include <QWidget>

namespace wizard::widgets {

class Emblem : public QWidget
{
    Q_OBJECT
public:
    explicit Emblem(QWidget *parent = nullptr);

    /// An SVG. What cannot be drawn takes no room.
    void setPicture(const QString &path);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Drawing m_drawing;
};

} // namespace wizard::widgets
