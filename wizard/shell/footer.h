// The bottom of the window: back on the left, the next action on the right, always in the same place.
#pragma once

#include "wizard/shell/screen.h"

class QGridLayout;
class QPushButton;

namespace wizard::shell {

class Footer : public QWidget
{
    Q_OBJECT
public:
    explicit Footer(QWidget *parent = nullptr);

    void show(const Action &next, const Action &aside, bool back);
    void retranslate();
    QPushButton *nextButton() const { return m_next; }
    QPushButton *backButton() const { return m_back; }

signals:
    void backPressed();
    void asidePressed();
    void nextPressed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fold(); ///< where three buttons do not fit side by side, the quiet one moves up

    QGridLayout *m_grid;
    bool m_folded = false;
    QPushButton *m_back, *m_aside, *m_next;
};

} // namespace wizard::shell
