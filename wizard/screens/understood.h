// Z-1: the diagnosis. Is mail lost, what to do now, whose side it is on; the rest folded away.
#pragma once

#include "wizard/shell/screen.h"

namespace wizard::widgets {
class Callout;
class Expander;
class Paragraph;
} // namespace wizard::widgets

namespace wizard::screens {

class Understood : public shell::Screen
{
    Q_OBJECT
public:
    explicit Understood(shell::Visit &visit);

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
    const model::Finding *cause() const;
    knowledge::Advice advice(const model::Finding &finding) const;
    void showDetails();
    void showOthers();

    model::Verdict m_verdict;
    widgets::Callout *m_lost;
    widgets::Paragraph *m_nextTitle, *m_next, *m_sideTitle, *m_side;
    widgets::Expander *m_details, *m_others;
};

} // namespace wizard::screens
