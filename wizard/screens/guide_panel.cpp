#include "wizard/screens/guide_panel.h"

#include "knowledge/guide_reader.h"
#include "knowledge/guide_watch.h"
#include "wizard/screens/edition_choice.h"
#include "wizard/screens/guide_paper.h"
#include "wizard/widgets/guide_steps.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace wizard::screens {

GuidePanel::GuidePanel(shell::Visit &visit, QWidget *parent)
    : QWidget(parent), m_visit(visit), m_steps(new widgets::GuideSteps), m_choice(new EditionChoice),
      m_print(new QPushButton), m_again(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_steps);
    column->addWidget(m_choice);
    m_print->setProperty("role", QStringLiteral("quiet"));
    m_print->setMinimumHeight(48);
    m_print->setAutoDefault(false);
    column->addWidget(m_print, 0, Qt::AlignLeft);
    connect(m_print, &QPushButton::clicked, this, &GuidePanel::print);
    connect(m_choice, &EditionChoice::chosen, this, [this](const QString &edition) {
        m_edition = edition;
        fill();
    });
    connect(m_steps, &widgets::GuideSteps::finished, this, [this] {
        m_finished = true;
        emit finished();
    });
    connect(m_steps, &widgets::GuideSteps::stepChanged, this, [this] {
        watch();
        lookAgain();
    });
    m_again->setInterval(lookAgainMs);
    m_again->setSingleShot(true);
    connect(m_again, &QTimer::timeout, this, [this] {
        if (!watches() || m_reading)
            return;
        m_reading = true;
        m_visit.diagnosis().refreshApps();
    });
}

QStringList GuidePanel::programs(session::Diagnosis &diagnosis, const QString &task)
{
    QStringList found;
    for (const model::MailApp &app : diagnosis.visit().apps)
        found += app.id;
    if (!found.isEmpty())
        return found;
    const auto guides = diagnosis.knowledge().guides();
    for (const knowledge::MailProgram &program : diagnosis.knowledge().mailPrograms()) {
        if (guides.contains({program.id, task}))
            found += program.id;
    }
    return found;
}

bool GuidePanel::show(const QString &app, const QStringList &tasks)
{
    m_app = app;
    m_tasks = tasks;
    m_edition.clear();
    m_finished = false;
    connect(&m_visit.diagnosis(), &session::Diagnosis::appsChanged, this, &GuidePanel::heard,
            Qt::UniqueConnection);
    m_version = version();
    return fill();
}

void GuidePanel::retranslate()
{
    if (!m_app.isEmpty())
        fill();
}

QString GuidePanel::edition() const
{
    return m_guides.isEmpty() ? QString() : m_guides.constFirst().edition;
}

void GuidePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    lookAgain();
}

bool GuidePanel::fill()
{
    QList<widgets::StepView> views;
    m_watches.clear();
    m_guides.clear();
    for (const QString &task : m_tasks) {
        const auto found = guide(task);
        if (!found)
            continue;
        m_guides += knowledge::filled(*found, aim().seconds);
        for (const knowledge::GuideStep &step : m_guides.constLast().steps) {
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
    say();
    watch();
    lookAgain();
    return !views.isEmpty();
}

void GuidePanel::say()
{
    m_print->setText(tr("Print these steps", "@button"));
    // The tasks of one panel differ in the same versions, or in none.
    const auto widest = std::max_element(m_guides.begin(), m_guides.end(), [](const auto &a, const auto &b) {
        return a.editions.size() < b.editions.size();
    });
    if (widest != m_guides.end())
        m_choice->offer(widest->editions, widest->edition);
    else
        m_choice->hide();
}

void GuidePanel::heard()
{
    m_reading = false;
    // The first reading may end after the walk-through was opened.
    if (m_version != version()) {
        m_version = version();
        fill();
    }
    watch();
    lookAgain();
}

// One reading at a time: it may take longer than the pause on a slow disk.
void GuidePanel::lookAgain()
{
    if (watches() && !m_reading && !m_again->isActive())
        m_again->start();
}

bool GuidePanel::watches() const
{
    const int at = m_steps->current();
    return isVisible() && at >= 0 && at < m_watches.size() && !m_watches[at].kind.isEmpty();
}

void GuidePanel::watch()
{
    // Only the current step: "not offline" is true long before one has gone offline and come back.
    const int at = m_steps->current();
    if (at < 0 || at >= m_watches.size() || m_watches[at].kind.isEmpty() || m_steps->isDone(at))
        return;
    const QList<model::MailApp> &apps = m_visit.diagnosis().visit().apps;
    const bool seen = std::any_of(apps.begin(), apps.end(), [&](const model::MailApp &app) {
        return app.id == m_app && knowledge::fulfilled(m_watches[at], app, aim());
    });
    if (seen)
        m_steps->setWatchState(at, true);
}

void GuidePanel::print()
{
    printGuides(m_guides, m_visit.diagnosis().knowledge(), m_visit.language().code(), this);
}

std::optional<knowledge::Guide> GuidePanel::guide(const QString &task) const
{
    const knowledge::Knowledge &known = m_visit.diagnosis().knowledge();
    const QString language = m_visit.language().code();
    return m_edition.isEmpty() ? known.guide(m_app, task, language, m_version)
                               : known.guideEdition(m_app, task, language, m_edition);
}

QString GuidePanel::version() const
{
    for (const model::MailApp &app : m_visit.diagnosis().visit().apps) {
        if (app.id == m_app)
            return app.version;
    }
    return {};
}

knowledge::GuideAim GuidePanel::aim() const
{
    constexpr int asTheStandardWants = 600; // RFC 5321 section 4.5.3.2.6, where nothing was measured
    const int needed = m_visit.diagnosis().neededTimeoutSeconds();
    const model::Case &visit = m_visit.diagnosis().visit();
    return {needed > 0 ? needed : asTheStandardWants, visit.address, visit.provider};
}

} // namespace wizard::screens
