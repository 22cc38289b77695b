#include "wizard/screens/mail_program.h"

#include "wizard/screens/guide_panel.h"
#include "wizard/screens/program_choice.h"
#include "wizard/screens/words.h"
#include "wizard/widgets/callout.h"

#include <QVBoxLayout>
#include <algorithm>

namespace wizard::screens {

MailProgram::MailProgram(shell::Visit &visit)
    : Screen(visit), m_values(new widgets::Callout(widgets::State::Info)),
      m_can(new widgets::Callout(widgets::State::Fine)),
      m_missing(new widgets::Callout(widgets::State::Info)), m_programs(new ProgramChoice(visit)),
      m_guide(new GuidePanel(visit))
{
    body()->addWidget(m_values);
    body()->addWidget(m_can);
    body()->addWidget(m_programs);
    body()->addWidget(m_missing);
    body()->addWidget(m_guide);
    connect(m_guide, &GuidePanel::finished, this, &MailProgram::actionsChanged);
    connect(m_programs, &ProgramChoice::chosen, this, &MailProgram::begin);
}

void MailProgram::enter()
{
    const model::Verdict verdict = diagnosis().verdict();
    if (!verdict.findings.isEmpty())
        m_finding = verdict.findings.constFirst();
    const QString named = m_finding.values.value(QStringLiteral("program")).toString();
    if (!named.isEmpty())
        visit().chosenApp = named;
    m_programs->offer(diagnosis().knowledge().walks(m_finding.id).value(0, QStringLiteral("encryption")));
    connect(&diagnosis(), &session::Diagnosis::appsChanged, this, [this] {
        lookUp();
        speak();
    });
    if (const QString program = m_programs->answer(); !program.isEmpty())
        begin(program);
    else
        speak();
}

void MailProgram::begin(const QString &program)
{
    visit().chosenApp = program;
    diagnosis().setApp(program);
    m_guide->show(program, tasks());
    lookUp();
    speak();
}

QStringList MailProgram::tasks() const
{
    return diagnosis().knowledge().walks(m_finding.id, visit().chosenApp);
}

void MailProgram::lookUp()
{
    const QString prefix = visit().chosenApp + u'.';
    const QStringList applicable = diagnosis().remedies();
    const auto fits = [&](const QString &id) { return id.startsWith(prefix) && applicable.contains(id); };
    const auto found = std::find_if(m_finding.remedies.cbegin(), m_finding.remedies.cend(), fits);
    m_remedy = found == m_finding.remedies.cend() ? QString() : *found;
}

QString MailProgram::title() const
{
    const QString name = Words::program(diagnosis().knowledge(), visit().chosenApp, language());
    return name.isEmpty() ? tr("Let us put it right in your mail program.", "@title")
                          : tr("Let us put it right in %1.", "@title").arg(name);
}

QStringList MailProgram::outcomes() const
{
    return {QStringLiteral("change"), QStringLiteral("done")};
}

shell::Action MailProgram::next() const
{
    if (!m_remedy.isEmpty() && !m_byHand)
        return {tr("Show the change", "@button")};
    return {m_guide->isFinished() ? Words::next() : tr("I have done it", "@button")};
}

shell::Action MailProgram::aside() const
{
    if (m_remedy.isEmpty())
        return {};
    return {m_byHand ? tr("Let the program do it", "@button") : tr("Do it by hand", "@button")};
}

void MailProgram::goNext()
{
    if (!m_remedy.isEmpty() && !m_byHand) {
        visit().chosenRemedy = m_remedy;
        return emit left(QStringLiteral("change"));
    }
    diagnosis().refreshApps();
    emit left(QStringLiteral("done"));
}

void MailProgram::goAside()
{
    m_byHand = !m_byHand;
    speak();
}

void MailProgram::retranslate()
{
    const knowledge::Advice advice
        = diagnosis().knowledge().advice(m_finding.id, language(), m_finding.values);
    m_values->say(advice.next, advice.mailLost);
    const bool offered = !m_remedy.isEmpty() && !m_byHand;
    m_can->say(!offered ? QString() : tr("This program can make the change for you.", "@hint"),
               tr("You will see exactly what changes before you say yes. A copy is kept, and one press puts "
                  "everything back.",
                  "@hint"));
    m_programs->retranslate();
    const bool helpless = !visit().chosenApp.isEmpty() && tasks().isEmpty();
    m_missing->say(helpless ? tr("There are no step-by-step pictures for this program yet.", "@hint")
                            : QString(),
                   tr("Support will gladly go through it with you: the button is at the top.", "@hint"));
    m_guide->retranslate();
    if (offered)
        m_guide->hide();
}

} // namespace wizard::screens
