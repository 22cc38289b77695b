#include "wizard/screens/raise_waiting.h"

#include "wizard/screens/guide_panel.h"
#include "wizard/screens/program_choice.h"
#include "wizard/screens/remedy_choice.h"
#include "wizard/screens/words.h"
#include "wizard/widgets/callout.h"
#include "wizard/widgets/panel.h"
#include "wizard/widgets/status_row.h"

#include <QVBoxLayout>

namespace wizard::screens {

static const QString task = QStringLiteral("raise-timeout");

RaiseWaiting::RaiseWaiting(shell::Visit &visit)
    : Screen(visit), m_now(new widgets::Panel), m_how(new widgets::Callout(widgets::State::Info)),
      m_open(new widgets::Callout(widgets::State::Attention)), m_programs(new ProgramChoice(visit)),
      m_guide(new GuidePanel(visit))
{
    body()->addWidget(m_now);
    body()->addWidget(m_programs);
    body()->addWidget(m_how);
    body()->addWidget(m_open);
    body()->addWidget(m_guide);
    connect(m_guide, &GuidePanel::finished, this, &RaiseWaiting::actionsChanged);
    connect(m_programs, &ProgramChoice::chosen, this, &RaiseWaiting::begin);
    m_again.setInterval(3000);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (isOpen())
            diagnosis().refreshApps();
    });
}

void RaiseWaiting::enter()
{
    connect(&diagnosis(), &session::Diagnosis::appsChanged, this, &RaiseWaiting::speak);
    m_again.start();
    m_byHand = !canChange();
    m_programs->offer(task);
    if (const QString program = m_programs->answer(); !program.isEmpty())
        begin(program);
    else
        speak();
}

void RaiseWaiting::begin(const QString &app)
{
    visit().chosenApp = app;
    diagnosis().setApp(app);
    m_byHand = !canChange();
    m_guide->show(app, {task});
    speak();
}

bool RaiseWaiting::canChange() const
{
    return !remedyFor(visit(), task).isEmpty();
}

bool RaiseWaiting::isOpen() const
{
    for (const model::MailApp &app : diagnosis().visit().apps) {
        if (app.running && (visit().chosenApp.isEmpty() || app.id == visit().chosenApp))
            return true;
    }
    return false;
}

QString RaiseWaiting::title() const
{
    return tr("Let your mail program wait longer.", "@title");
}

QString RaiseWaiting::lead() const
{
    const int needed = diagnosis().neededTimeoutSeconds();
    return needed > 0 ? tr("With %n second(s), it hears the answer and does not send again.", "@lead", needed)
                      : tr("Then it hears the answer and does not send again.", "@lead");
}

QStringList RaiseWaiting::outcomes() const
{
    return {QStringLiteral("change"), QStringLiteral("done")};
}

shell::Action RaiseWaiting::next() const
{
    if (!m_byHand)
        return {tr("Show the change", "@button")};
    return {m_guide->isFinished() ? Words::next() : tr("I have done it", "@button")};
}

shell::Action RaiseWaiting::aside() const
{
    if (!canChange())
        return {};
    return {m_byHand ? tr("Let the program do it", "@button") : tr("Do it by hand", "@button")};
}

void RaiseWaiting::goNext()
{
    if (m_byHand) {
        diagnosis().refreshApps();
        return emit left(QStringLiteral("done"));
    }
    visit().chosenRemedy = remedyFor(visit(), task);
    emit left(QStringLiteral("change"));
}

void RaiseWaiting::goAside()
{
    m_byHand = !m_byHand;
    speak();
}

void RaiseWaiting::showNow()
{
    m_now->clear();
    m_rows.clear();
    m_now->add(QStringLiteral("heading"), tr("The waiting time today", "@heading"));
    for (const session::Patience &program : diagnosis().patience()) {
        if (!program.found)
            continue;
        m_rows += new widgets::StatusRow;
        m_now->column()->addWidget(m_rows.constLast());
        // Whether it is long enough can only be said beside what the server needs.
        const bool known = diagnosis().neededTimeoutSeconds() > 0;
        const QString state = !known ? tr("Not measured yet", "@state")
            : program.wouldTimeOut   ? tr("Hangs up too early", "@state")
                                     : tr("Waits long enough", "@state");
        m_rows.constLast()->say(!known                     ? widgets::State::Info
                                    : program.wouldTimeOut ? widgets::State::Bad
                                                           : widgets::State::Fine,
                                Words::program(diagnosis().knowledge(), program.program, language()),
                                tr("waits %1", "@row").arg(Words::seconds(program.seconds)), state);
    }
    m_now->setVisible(!m_rows.isEmpty());
}

void RaiseWaiting::retranslate()
{
    showNow();
    const QString program = Words::program(diagnosis().knowledge(), visit().chosenApp, language());
    m_how->say(m_byHand ? QString() : tr("This program can make the change for you.", "@hint"),
               tr("You will see exactly what changes before you say yes. A copy is kept, and one press puts "
                  "everything "
                  "back.",
                  "@hint"));
    m_open->say(!m_byHand && isOpen() ? tr("%1 is open. Please close it first.", "@hint").arg(program)
                                      : QString(),
                tr("As soon as it is closed, this note goes away by itself.", "@hint"));
    m_programs->retranslate();
    m_guide->retranslate();
    if (!m_byHand)
        m_guide->hide();
}

} // namespace wizard::screens
