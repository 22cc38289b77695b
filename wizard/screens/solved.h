// Z-2: is it cured? The new waiting time against the measured need, and the person's own word.
#pragma once

#include "wizard/shell/screen.h"

class QButtonGroup;

namespace wizard::widgets {
class CardButton;
class Panel;
class Paragraph;
class StatusRow;
} // namespace wizard::widgets

namespace wizard::screens {

class Solved : public shell::Screen
{
    Q_OBJECT
public:
    explicit Solved(shell::Visit &visit);

    QString title() const override;
    QString lead() const override;
    QStringList outcomes() const override;
    shell::Action next() const override;
    shell::Action aside() const override;
    void goNext() override;
    void goAside() override;
    void enter() override;
    void retranslate() override;

private:
    void showProof();
    void showPutBack();

    widgets::Panel *m_proofPanel, *m_backPanel;
    widgets::Paragraph *m_proofTitle, *m_backTitle;
    QList<widgets::StatusRow *> m_proof;
    QList<widgets::CardButton *> m_back;
    QButtonGroup *m_answer;
    widgets::CardButton *m_yes, *m_no;
};

} // namespace wizard::screens
