// what was found is put right in the mail program: by a change that we make, or by hand with a guide.
#pragma once

#include "wizard/shell/screen.h"

namespace wizard::widgets {
class Callout;
}

namespace wizard::screens {

class GuidePanel;
class ProgramChoice;

class MailProgram : public shell::Screen
{
    Q_OBJECT
public:
    explicit MailProgram(shell::Visit &visit);

    QString title() const override;
    QStringList outcomes() const override;
    shell::Action next() const override;
    shell::Action aside() const override;
    void goNext() override;
    void goAside() override;
    void enter() override;
    void retranslate() override;

private:
    void begin(const QString &program);
    void lookUp(); ///< m_remedy anew: asking reads the programs' settings, so not once for every button
    QStringList tasks() const; ///< for this finding, in this program

    model::Finding m_finding; ///< the cause when the screen was entered: it goes away while it is put right
    widgets::Callout *m_values, *m_can, *m_missing;
    ProgramChoice *m_programs;
    GuidePanel *m_guide;
    QString m_remedy; ///< that would do it for this program; empty: by hand only
    bool m_byHand = false; ///< the person wants to do it, although a remedy would
};

} // namespace wizard::screens
