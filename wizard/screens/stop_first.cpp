#include "wizard/screens/stop_first.h"

#include "wizard/screens/guide_panel.h"
#include "wizard/screens/program_choice.h"
#include "wizard/screens/remedy_choice.h"
#include "wizard/screens/words.h"
#include "wizard/widgets/callout.h"
#include "wizard/widgets/card_button.h"

#include <QVBoxLayout>

namespace wizard::screens {

static const QString task = QStringLiteral("set-outbox-aside");

StopFirst::StopFirst(shell::Visit &visit)
    : Screen(visit), m_calm(new widgets::Callout(widgets::State::Fine)),
      m_missing(new widgets::Callout(widgets::State::Info)), m_programs(new ProgramChoice(visit)),
      m_aside(new widgets::CardButton), m_guide(new GuidePanel(visit))
{
    body()->addWidget(m_calm);
    body()->addWidget(m_programs);
    body()->addWidget(m_missing);
    body()->addWidget(m_guide);
    body()->addWidget(m_aside);
    connect(m_guide, &GuidePanel::finished, this, &StopFirst::actionsChanged);
    connect(m_programs, &ProgramChoice::chosen, this, &StopFirst::begin);
    connect(m_aside, &QAbstractButton::clicked, this, [this] {
        this->visit().chosenRemedy = remedyFor(this->visit(), task);
        emit left(QStringLiteral("set-aside"));
    });
}

void StopFirst::enter()
{
    m_programs->offer(QStringLiteral("go-offline"));
    connect(&diagnosis(), &session::Diagnosis::appsChanged, this, &StopFirst::speak);
    if (const QString program = m_programs->answer(); !program.isEmpty())
        begin(program);
    else
        speak();
}

void StopFirst::begin(const QString &app)
{
    visit().chosenApp = app;
    visit().wentOffline = true;
    diagnosis().setApp(app);
    m_guide->show(
        app, {QStringLiteral("go-offline"), QStringLiteral("empty-outbox"), QStringLiteral("go-online")});
    speak();
}

int StopFirst::waiting() const
{
    int count = 0;
    const QString program = remedyFor(visit(), task).section(u'.', 0, 0);
    for (const model::MailApp &app : diagnosis().visit().apps) {
        if (app.id != program)
            continue;
        for (const model::AppProfile &profile : app.profiles) {
            for (const model::Outbox &outbox : profile.outboxes)
                count += outbox.count;
        }
    }
    return count;
}

QString StopFirst::title() const
{
    return tr("First, let us stop the repeated sending.", "@title");
}

QString StopFirst::lead() const
{
    return {};
}

QStringList StopFirst::outcomes() const
{
    return {QStringLiteral("stopped"), QStringLiteral("set-aside")};
}

shell::Action StopFirst::next() const
{
    return {Words::next(), m_guide->isFinished()};
}

shell::Action StopFirst::aside() const
{
    return {m_guide->isFinished() ? QString() : tr("It has stopped already", "@button")};
}

void StopFirst::goAside()
{
    emit left(QStringLiteral("stopped"));
}

void StopFirst::goNext()
{
    if (m_guide->isFinished())
        emit left(QStringLiteral("stopped"));
}

void StopFirst::retranslate()
{
    // One line: the why comes with the measurement, and the step below must be seen without scrolling.
    m_calm->say(tr("Your mail has most likely arrived already. You need not send it again.", "@reassurance"));
    m_programs->retranslate();
    const bool helpless = m_programs->isEmpty() || (!visit().chosenApp.isEmpty() && m_guide->isHidden());
    m_missing->say(
        helpless ? tr("In your mail program: choose “work offline”, delete what waits in the outbox, then go "
                      "online again.",
                      "@hint")
                 : QString(),
        tr("If you are not sure how, ask by phone: the button is at the top.", "@hint"));
    m_guide->retranslate();
    m_aside->setVisible(!remedyFor(visit(), task).isEmpty());
    m_aside->say(
        tr("Or let this program do it", "@choice"),
        tr("It moves the %n waiting mail(s) to a safe place. Nothing is deleted, and they can be put back.",
           "@choice", waiting()));
}

} // namespace wizard::screens
