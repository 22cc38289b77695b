// S-6: test mail to oneself, timed, only after an explicit yes. Shows where mail programs would have hung up.
#pragma once

#include "wizard/shell/screen.h"

#include <QElapsedTimer>
#include <QTimer>

namespace wizard::widgets {
class Callout;
class Panel;
class Paragraph;
class StatusRow;
class TimeBar;
} // namespace wizard::widgets

namespace wizard::screens {

class Timing : public shell::Screen
{
    Q_OBJECT
public:
    explicit Timing(shell::Visit &visit);

    QString title() const override;
    QString lead() const override;
    QStringList outcomes() const override;
    shell::Action next() const override;
    shell::Action aside() const override;
    void goNext() override;
    void goAside() override;
    void enter() override;
    void retranslate() override;
    bool isQuiet() const override { return m_stage != Stage::Running; }

private:
    enum class Stage
    {
        Asking,
        Running,
        Done
    };
    void refresh();
    void showRuns();
    void showPrograms();
    double slowest() const; ///< seconds from the final dot to the answer; 0: not measured
    bool anyGivesUp() const;

    widgets::Callout *m_note;
    widgets::Panel *m_live, *m_runsPanel, *m_programsPanel;
    widgets::Paragraph *m_doing, *m_clock, *m_programsTitle, *m_runsTitle;
    widgets::TimeBar *m_bar;
    QList<widgets::StatusRow *> m_runs, m_programs;
    QTimer m_tick;
    QElapsedTimer m_since;
    bool m_waiting = false; ///< the last byte is out, the answer is not in: only then the clock counts
    int m_finished = 0;
    Stage m_stage = Stage::Asking;
};

} // namespace wizard::screens
