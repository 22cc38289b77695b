#include "wizard/screens/guide_panel.h"

#include "knowledge/guide_reader.h"
#include "knowledge/guide_watch.h"
#include "wizard/widgets/guide_steps.h"

#include <QVBoxLayout>
#include <algorithm>

namespace wizard::screens {

GuidePanel::GuidePanel(shell::Visit &visit, QWidget *parent)
    : QWidget(parent), m_visit(visit), m_steps(new widgets::GuideSteps)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_steps);
    connect(m_steps, &widgets::GuideSteps::finished, this, [this] {
        m_finished = true;
        emit finished();
    });
    connect(m_steps, &widgets::GuideSteps::stepChanged, this, &GuidePanel::watch);
    // Reading a few small files; a step that was done is ticked before the hand is back on the mouse.
    m_again.setInterval(1500);
    connect(&m_again, &QTimer::timeout, this, [this] {
        const int at = m_steps->current();
        if (isVisible() && at >= 0 && at < m_watches.size() && !m_watches[at].kind.isEmpty())
            m_visit.diagnosis().refreshApps();
    });
}

bool GuidePanel::show(const QString &app, const QStringList &tasks)
{
    m_app = app;
    m_tasks = tasks;
    m_finished = false;
    connect(&m_visit.diagnosis(), &session::Diagnosis::appsChanged, this, &GuidePanel::watch,
            Qt::UniqueConnection);
    m_again.start();
    return fill();
}

void GuidePanel::retranslate()
{
    if (!m_app.isEmpty())
        fill();
}

bool GuidePanel::fill()
{
    QList<widgets::StepView> views;
    m_watches.clear();
    for (const QString &task : m_tasks) {
        const auto found = m_visit.diagnosis().knowledge().guide(m_app, task, m_visit.language().code());
        if (!found)
            continue;
        const knowledge::Guide guide = knowledge::filled(*found, seconds());
        for (const knowledge::GuideStep &step : guide.steps) {
            views += {task + QLatin1Char('/') + step.id,
                      step.text,
                      step.look,
                      step.picture,
                      step.labels,
                      step.waitMinutes,
                      !step.watch.kind.isEmpty()};
            m_watches += step.watch;
        }
    }
    m_steps->setSteps(views);
    setVisible(!views.isEmpty());
    watch();
    return !views.isEmpty();
}

void GuidePanel::watch()
{
    // Only the current step: "not offline" is true long before one has gone offline and come back.
    const int at = m_steps->current();
    if (at < 0 || at >= m_watches.size() || m_watches[at].kind.isEmpty())
        return;
    if (seen(m_watches[at]) && !m_steps->isDone(at))
        m_steps->setWatchState(at, true);
}

bool GuidePanel::seen(const knowledge::GuideWatch &watch) const
{
    const QList<model::MailApp> &apps = m_visit.diagnosis().visit().apps;
    return std::any_of(apps.begin(), apps.end(), [&](const model::MailApp &app) {
        return app.id == m_app && knowledge::fulfilled(watch, app, seconds());
    });
}

int GuidePanel::seconds() const
{
    constexpr int asTheStandardWants = 600; // RFC 5321 section 4.5.3.2.6, where nothing was measured
    const int needed = m_visit.diagnosis().neededTimeoutSeconds();
    return needed > 0 ? needed : asTheStandardWants;
}

} // namespace wizard::screens
