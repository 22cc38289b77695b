// a mail company that we do not know. Two names from the papers, or go on without.
#pragma once

#include "wizard/shell/screen.h"

class QLineEdit;

namespace wizard::widgets {
class Callout;
class Paragraph;
} // namespace wizard::widgets

namespace wizard::screens {

class ServersByHand : public shell::Screen
{
    Q_OBJECT
public:
    explicit ServersByHand(shell::Visit &visit);

    QString title() const override;
    QString lead() const override;
    QStringList outcomes() const override;
    shell::Action next() const override;
    shell::Action aside() const override;
    void goNext() override;
    void goAside() override;
    void retranslate() override;

private:
    widgets::Paragraph *m_inLabel, *m_outLabel;
    QLineEdit *m_in, *m_out;
    widgets::Callout *m_note;
};

} // namespace wizard::screens
