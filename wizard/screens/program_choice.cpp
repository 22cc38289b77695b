#include "wizard/screens/program_choice.h"

#include "wizard/screens/guide_panel.h"
#include "wizard/screens/words.h"
#include "wizard/widgets/card_button.h"
#include "wizard/widgets/card_grid.h"
#include "wizard/widgets/paragraph.h"

#include <QVBoxLayout>
#include <utility>

namespace wizard::screens {

ProgramChoice::ProgramChoice(shell::Visit &visit, QWidget *parent)
    : QWidget(parent), m_visit(visit), m_question(new widgets::Paragraph(QStringLiteral("heading"))),
      m_grid(new widgets::CardGrid)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_question);
    column->addWidget(m_grid);
}

void ProgramChoice::offer(const QString &task)
{
    constexpr qsizetype atOnce = 4; // more cards than that are read by nobody
    m_found = !m_visit.diagnosis().visit().apps.isEmpty();
    const QStringList programs = GuidePanel::programs(m_visit.diagnosis(), task);
    const bool all = programs.size() <= atOnce;
    addCards(all ? programs : programs.mid(0, atOnce));
    if (all)
        return;
    m_others = new widgets::CardButton;
    m_grid->add(m_others);
    connect(m_others, &QAbstractButton::clicked, this, [this, rest = programs.mid(atOnce)] {
        m_grid->remove(std::exchange(m_others, nullptr));
        addCards(rest);
        retranslate();
    });
}

void ProgramChoice::addCards(const QStringList &programs)
{
    for (const QString &program : programs) {
        auto *card = new widgets::CardButton;
        card->setCheckable(true);
        m_choices += {program, card};
        m_grid->add(card);
        connect(card, &QAbstractButton::clicked, this, [this, program] { emit chosen(program); });
    }
}

QString ProgramChoice::answer() const
{
    if (!m_visit.chosenApp.isEmpty())
        return m_visit.chosenApp;
    return m_found && m_choices.size() == 1 ? m_choices.constFirst().first : QString();
}

void ProgramChoice::retranslate()
{
    m_question->say(tr("Which mail program do you use?", "@question"));
    for (const auto &choice : std::as_const(m_choices)) {
        choice.second->say(
            Words::program(m_visit.diagnosis().knowledge(), choice.first, m_visit.language().code()));
        choice.second->setChecked(choice.first == m_visit.chosenApp);
    }
    if (m_others)
        m_others->say(tr("Another program", "@choice"));
    setVisible(m_choices.size() > (m_found ? 1 : 0));
}

} // namespace wizard::screens
