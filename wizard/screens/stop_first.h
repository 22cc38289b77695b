// S-5: stop the repeated sending before anything else. Reassurance first, then one step at a time.
#pragma once

#include "wizard/shell/screen.h"

namespace wizard::widgets {
class Callout;
class CardButton;
} // namespace wizard::widgets

namespace wizard::screens {

class GuidePanel;
class ProgramChoice;

class StopFirst : public shell::Screen
{
    Q_OBJECT
public:
    explicit StopFirst(shell::Visit &visit);

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
    void begin(const QString &app);
    int waiting() const; ///< messages in the outboxes that can be set aside

    widgets::Callout *m_calm, *m_missing;
    ProgramChoice *m_programs;
    widgets::CardButton *m_aside;
    GuidePanel *m_guide;
};

} // namespace wizard::screens
