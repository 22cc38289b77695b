// A walk-through of one or several tasks for one mail program, with the machine watching what it can see.
#pragma once

#include "wizard/shell/visit.h"

#include <QTimer>
#include <QWidget>

namespace wizard::widgets {
class GuideSteps;
}

namespace wizard::screens {

class GuidePanel : public QWidget
{
    Q_OBJECT
public:
    explicit GuidePanel(shell::Visit &visit, QWidget *parent = nullptr);

    /// Tasks one after the other; those without a guide for this program are left out. False if none is left.
    bool show(const QString &app, const QStringList &tasks);
    void retranslate();
    bool isFinished() const { return m_finished; }

signals:
    void finished();

private:
    bool fill();
    void watch(); ///< what the machine sees of the current step
    bool seen(const knowledge::GuideWatch &watch) const;
    int seconds() const; ///< the waiting time that the person is to type in

    shell::Visit &m_visit;
    widgets::GuideSteps *m_steps;
    QString m_app;
    QStringList m_tasks;
    QList<knowledge::GuideWatch> m_watches;
    QTimer m_again;
    bool m_finished = false;
};

} // namespace wizard::screens
