// what this program does and what it never does; one button to begin.
#pragma once

#include "wizard/shell/screen.h"

namespace wizard::widgets {
class CardButton;
class Callout;
class StatusRow;
} // namespace wizard::widgets

namespace wizard::screens {

class Letterhead;

class Welcome : public shell::Screen
{
    Q_OBJECT
public:
    explicit Welcome(shell::Visit &visit);

    QString title() const override;
    QString lead() const override;
    QStringList outcomes() const override;
    shell::Action next() const override;
    void goNext() override;
    void retranslate() override;

private:
    void practise();

    Letterhead *m_head;
    QList<widgets::StatusRow *> m_promises;
    widgets::CardButton *m_phone, *m_practice;
    widgets::Callout *m_trouble;
};

} // namespace wizard::screens
