// A walk-through of one or several tasks for one mail program, with the machine watching what it can see.
#pragma once

#include "knowledge/guide_watch.h"
#include "wizard/shell/visit.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace wizard::widgets {
class GuideSteps;
}

namespace wizard::screens {

class EditionChoice;

class GuidePanel : public QWidget
{
    Q_OBJECT
public:
    /// While a watched step is shown, the mail programs are read again this long after the last reading: with
    /// the reading itself, a step is ticked within two seconds of being done.
    static constexpr int lookAgainMs = 1000;

    explicit GuidePanel(shell::Visit &visit, QWidget *parent = nullptr);

    /// Those found on this PC; where none was, all that have a guide for this task, the most common first.
    static QStringList programs(session::Diagnosis &diagnosis, const QString &task);

    /// Tasks one after the other; those without a guide for this program are left out. False if none is left.
    bool show(const QString &app, const QStringList &tasks);
    void retranslate();
    bool isFinished() const { return m_finished; }
    QString edition() const; ///< of the first task; "usual" where all versions look the same

signals:
    void finished();

protected:
    void showEvent(QShowEvent *event) override;

private:
    bool fill();
    void say();
    void heard(); ///< the mail programs were read
    void lookAgain();
    void watch(); ///< what the machine sees of the current step
    bool watches() const; ///< the step that is shown can be seen by the machine
    void print();
    std::optional<knowledge::Guide> guide(const QString &task) const;
    QString version() const;
    knowledge::GuideAim aim() const;

    shell::Visit &m_visit;
    widgets::GuideSteps *m_steps;
    EditionChoice *m_choice;
    QPushButton *m_print;
    QString m_app, m_version;
    QString m_edition; ///< chosen by the person; empty: the one for the version found
    QStringList m_tasks;
    QList<knowledge::Guide> m_guides;
    QList<knowledge::GuideWatch> m_watches;
    QTimer *m_again;
    bool m_reading = false;
    bool m_finished = false;
};

} // namespace wizard::screens
