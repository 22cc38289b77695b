// the live list of what is being looked at. Read-only; may be cancelled at any moment.
#pragma once

#include "wizard/shell/screen.h"

class QProgressBar;

namespace wizard::widgets {
class Callout;
class Panel;
class Paragraph;
class StatusRow;
} // namespace wizard::widgets

namespace wizard::screens {

class Checking : public shell::Screen
{
    Q_OBJECT
public:
    explicit Checking(shell::Visit &visit);

    QString title() const override;
    QString lead() const override;
    QStringList outcomes() const override;
    shell::Action next() const override;
    shell::Action aside() const override;
    void goNext() override;
    void goAside() override;
    void enter() override;
    void retranslate() override;
    bool isQuiet() const override;

private:
    void refresh();
    QString outcome() const;
    QString detail(const session::Line &line) const;

    widgets::Callout *m_result;
    widgets::Paragraph *m_clock;
    QProgressBar *m_progress;
    widgets::Panel *m_list;
    QList<widgets::StatusRow *> m_rows;
    bool m_entered = false, m_cancelled = false;
};

} // namespace wizard::screens
