// the one question that no machine can answer.
#pragma once

#include "wizard/shell/screen.h"

class QButtonGroup;

namespace wizard::widgets {
class CardButton;
}

namespace wizard::screens {

class WhatIsWrong : public shell::Screen
{
    Q_OBJECT
public:
    explicit WhatIsWrong(shell::Visit &visit);

    QString title() const override;
    QString lead() const override;
    QStringList outcomes() const override;
    shell::Action next() const override;
    void goNext() override;
    void retranslate() override;

private:
    QButtonGroup *m_group;
    QList<widgets::CardButton *> m_cards;
};

} // namespace wizard::screens
