#include "wizard/screens/understood.h"

#include "wizard/screens/way_on.h"
#include "wizard/widgets/callout.h"
#include "wizard/widgets/expander.h"
#include "wizard/widgets/panel.h"
#include "wizard/widgets/paragraph.h"

#include <QTextDocument>
#include <QVBoxLayout>

namespace wizard::screens {

using widgets::Paragraph;

Understood::Understood(shell::Visit &visit)
    : Screen(visit), m_lost(new widgets::Callout(widgets::State::Fine)),
      m_nextTitle(new Paragraph(QStringLiteral("heading"))), m_next(new Paragraph),
      m_sideTitle(new Paragraph(QStringLiteral("heading"))), m_side(new Paragraph),
      m_details(new widgets::Expander), m_others(new widgets::Expander)
{
    auto *panel = new widgets::Panel;
    auto *column = panel->column();
    column->addWidget(m_nextTitle);
    column->addWidget(m_next);
    column->addSpacing(12);
    column->addWidget(m_sideTitle);
    column->addWidget(m_side);
    body()->addWidget(m_lost);
    body()->addWidget(panel);
    body()->addWidget(m_details);
    body()->addWidget(m_others);
}

void Understood::enter()
{
    const auto again = [this] {
        m_verdict = diagnosis().verdict();
        speak();
    };
    connect(&diagnosis(), &session::Diagnosis::looked, this, again);
    connect(&diagnosis(), &session::Diagnosis::appsChanged, this, again);
    again();
}

const model::Finding *Understood::cause() const
{
    if (m_verdict.kind != model::Verdict::Kind::Found || m_verdict.findings.isEmpty())
        return nullptr;
    return &m_verdict.findings.constFirst();
}

knowledge::Advice Understood::advice(const model::Finding &finding) const
{
    knowledge::Advice advice = diagnosis().knowledge().advice(finding.id, language(), finding.values);
    if (advice.title.isEmpty())
        advice.title = tr("Something is not as it should be (%1).", "@finding without words").arg(finding.id);
    return advice;
}

QString Understood::title() const
{
    if (const model::Finding *found = cause())
        return advice(*found).title;
    if (m_verdict.kind == model::Verdict::Kind::Healthy)
        return tr("From here, everything works.", "@title");
    return tr("The cause is not clear yet.", "@title");
}

QString Understood::lead() const
{
    if (cause())
        return {};
    if (m_verdict.kind == model::Verdict::Kind::Healthy)
        return tr("Connection, protection and the mail company's answers are as they should be.", "@lead");
    return tr("That is an honest answer: what was seen does not point to one cause.", "@lead");
}

QStringList Understood::outcomes() const
{
    return {QStringLiteral("stop"),   QStringLiteral("measure"),  QStringLiteral("raise"),
            QStringLiteral("change"), QStringLiteral("password"), QStringLiteral("check"),
            QStringLiteral("tell"),   QStringLiteral("walk")};
}

shell::Action Understood::next() const
{
    return {WayOn::after(cause() ? cause()->id : QString(), visit(), diagnosis()).button};
}

shell::Action Understood::aside() const
{
    const bool same
        = WayOn::after(cause() ? cause()->id : QString(), visit(), diagnosis()).outcome == u"tell";
    return {same ? QString() : tr("Tell support", "@button")};
}

void Understood::goNext()
{
    const QString outcome = WayOn::after(cause() ? cause()->id : QString(), visit(), diagnosis()).outcome;
    if (cause() && outcome == u"change")
        visit().chosenRemedy = cause()->remedies.value(0);
    emit left(outcome);
}

void Understood::goAside()
{
    emit left(QStringLiteral("tell"));
}

/// Markdown of our own advice files as plain paragraphs: nothing from outside is ever read as markup.
static QString plain(const QString &markdown)
{
    QTextDocument document;
    document.setMarkdown(markdown, QTextDocument::MarkdownNoHTML);
    return document.toPlainText();
}

void Understood::showDetails()
{
    m_details->panel()->clear();
    const model::Finding *found = cause();
    m_details->setVisible(found != nullptr);
    if (!found)
        return;
    m_details->panel()->add(QStringLiteral("body"), plain(advice(*found).body));
    if (found->about)
        m_details->panel()->add(QStringLiteral("code"), found->about->text());
    m_details->panel()->add(
        QStringLiteral("note"),
        tr("For support: %1, sure to %2 %", "@detail").arg(found->id).arg(qRound(found->confidence * 100)));
}

void Understood::showOthers()
{
    m_others->panel()->clear();
    const QList<model::Finding> rest = m_verdict.findings.mid(cause() ? 1 : 0);
    for (const model::Finding &finding : rest)
        m_others->panel()->add(QStringLiteral("body"),
                               tr("%1 (sure to %2 %)", "@alternative")
                                   .arg(advice(finding).title)
                                   .arg(qRound(finding.confidence * 100)));
    m_others->setVisible(!rest.isEmpty());
}

void Understood::retranslate()
{
    m_nextTitle->say(tr("What to do now", "@heading"));
    m_sideTitle->say(tr("Where it lies", "@heading"));
    if (const model::Finding *found = cause()) {
        const knowledge::Advice words = advice(*found);
        const bool hurts = found->severity == model::Severity::Blocks;
        m_lost->say(widgets::State::Info,
                    words.mailLost.isEmpty() ? tr("Nothing has been deleted.", "@mail lost?")
                                             : words.mailLost);
        m_next->say(words.next.isEmpty() ? tr("Please press “Tell support”.", "@advice") : plain(words.next));
        m_side->say(WayOn::side(found->side)
                    + (hurts ? QString()
                             : QLatin1Char('\n')
                               + tr("It does not stop your mail, but it can cause trouble.", "@severity")));
    } else if (m_verdict.kind == model::Verdict::Kind::Healthy) {
        m_lost->say(widgets::State::Fine, tr("No mail has been lost.", "@mail lost?"));
        m_next->say(tr("If the trouble is still there, press the button at the bottom right. We will go one "
                       "step further.",
                       "@advice"));
        m_side->say(tr("Perhaps it lies in the mail program, or on the other person's side.", "@side"));
    } else {
        m_lost->say(widgets::State::Info, tr("Nothing has been deleted or changed.", "@mail lost?"));
        m_next->say(tr("Press the button at the bottom right. We will go one step further.", "@advice"));
        m_side->say(tr("From here it cannot be told yet.", "@side"));
    }
    m_details->say(tr("Why? Show the details", "@expander"), tr("Hide the details", "@expander"));
    m_others->say(tr("Show what else was noticed", "@expander"),
                  tr("Hide what else was noticed", "@expander"));
    showDetails();
    showOthers();
}

} // namespace wizard::screens
