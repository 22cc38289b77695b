// The eye beside a password: shows it for as long as it is held, and not a moment longer.
#pragma once

#include <QAbstractButton>

namespace wizard::widgets {

class HoldEye : public QAbstractButton
{
    Q_OBJECT
public:
    explicit HoldEye(QWidget *parent = nullptr);
    QSize sizeHint() const override { return {56, 56}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace wizard::widgets
