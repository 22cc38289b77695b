// S-7: make the mail program wait longer: by a change that we make, or by hand with a guide.
#pragma once

#include "wizard/shell/screen.h"

#include <QTimer>

namespace wizard::widgets {
class Callout;
class Panel;
class StatusRow;
} // namespace wizard::widgets

namespace wizard::screens {

class GuidePanel;
class ProgramChoice;

class RaiseWaiting : public shell::Screen
{
    Q_OBJECT
public:
    explicit RaiseWaiting(shell::Visit &visit);

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
    bool canChange() const; ///< a remedy applies to the program that is used
    bool isOpen() const; ///< the program runs: the change has to wait
    void begin(const QString &app);
    void showNow(); ///< how long the programs on this PC wait today

    widgets::Panel *m_now;
    QList<widgets::StatusRow *> m_rows;
    widgets::Callout *m_how, *m_open;
    ProgramChoice *m_programs;
    GuidePanel *m_guide;
    QTimer m_again;
    bool m_byHand = false;
};

} // namespace wizard::screens
