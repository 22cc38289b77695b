#include "wizard/screens/edition_choice.h"

#include "wizard/widgets/card_button.h"
#include "wizard/widgets/card_grid.h"
#include "wizard/widgets/expander.h"

#include <QVBoxLayout>
#include <algorithm>

namespace wizard::screens {

EditionChoice::EditionChoice(QWidget *parent)
    : QWidget(parent), m_fold(new widgets::Expander),
      m_question(new widgets::Paragraph(QStringLiteral("body")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_fold);
    m_fold->content()->addWidget(m_question);
    hide();
}

void EditionChoice::offer(const QList<knowledge::GuideEdition> &editions, const QString &chosen)
{
    setVisible(editions.size() > 1);
    m_fold->say(tr("The windows look quite different", "@button"),
                tr("The windows look quite different", "@button"));
    m_question->say(
        tr("Which version do you have? The steps are then shown as they are there.", "@question"));
    // Asked again with every reading of the mail programs: the keyboard stays where it is.
    const auto same = [](const auto &a, const auto &b) { return a.id == b.id && a.name == b.name; };
    if (m_chosen == chosen
        && std::equal(editions.begin(), editions.end(), m_offered.begin(), m_offered.end(), same))
        return;
    m_offered = editions;
    m_chosen = chosen;
    if (m_cards) {
        m_cards->hide(); // may be the one that was just clicked
        m_cards->deleteLater();
    }
    auto *grid = new widgets::CardGrid;
    m_cards = grid;
    for (const knowledge::GuideEdition &edition : editions) {
        auto *card = new widgets::CardButton;
        card->setCheckable(true);
        card->setChecked(edition.id == chosen);
        card->say(edition.name);
        grid->add(card);
        connect(card, &QAbstractButton::clicked, this, [this, id = edition.id] {
            m_fold->setOpen(false);
            emit this->chosen(id);
        });
    }
    m_fold->content()->addWidget(grid);
}

} // namespace wizard::screens
