// A choice as a large card: one sentence, and a smaller one below it. Wraps, so that it never clips.
#pragma once

#include "wizard/widgets/paragraph.h"

#include <QAbstractButton>

namespace wizard::widgets {

class Mark;

class CardButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit CardButton(QWidget *parent = nullptr);

    void say(const QString &title, const QString &detail = {});
    /// As QAbstractButton's, and shows a mark: the choice is never told by colour alone.
    void setCheckable(bool checkable);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Mark *m_mark;
    Paragraph *m_title, *m_detail;
};

} // namespace wizard::widgets
