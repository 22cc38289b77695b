// One drawing with words in it, crisp at every size and resolution: the picture of a step.
#pragma once

#include "wizard/widgets/drawing.h"

#include <QByteArray>
#include <QMap>
#include <QWidget>

namespace wizard::widgets {

class StepPicture : public QWidget
{
    Q_OBJECT
public:
    explicit StepPicture(QWidget *parent = nullptr);

    /// Reads an SVG (a file or ":/…") and puts `labels` where it says {{id}}. False if it cannot be read or
    /// drawn: nothing is shown then, and the widget takes no room.
    bool setPicture(const QString &path, const QMap<QString, QString> &labels);
    void clear();
    bool isEmpty() const { return m_drawing.isEmpty(); }

    /// What a screen reader says instead: the text of the step.
    void setDescription(const QString &text);

    /// Never drawn larger than this many device-independent pixels wide (960 unless told).
    void setMaximumDrawing(int width);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return !isEmpty(); }
    int heightForWidth(int width) const override;

    /// The picture with its words, escaped for XML. A placeholder without a word becomes empty.
    static QByteArray withLabels(QByteArray svg, const QMap<QString, QString> &labels);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSizeF drawn() const; ///< size of the drawing in its own units

    Drawing m_drawing;
    int m_maximumWidth = 960;
};

} // namespace wizard::widgets
