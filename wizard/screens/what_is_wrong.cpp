#include "wizard/screens/what_is_wrong.h"

#include "wizard/screens/words.h"
#include "wizard/widgets/card_button.h"
#include "wizard/widgets/card_grid.h"

#include <QButtonGroup>
#include <QVBoxLayout>

namespace wizard::screens {

namespace {

/// What is asked, what the engine calls it, and which way it leads.
struct Choice
{
    const char *symptom, *outcome;
};
constexpr Choice choices[] = {{"sent-many-times", "duplicates"},
                              {"cannot-send", "send"},
                              {"cannot-receive", "receive"},
                              {"password-asked", "password"},
                              {"", "unsure"}};

} // namespace

WhatIsWrong::WhatIsWrong(shell::Visit &visit) : Screen(visit), m_group(new QButtonGroup(this))
{
    auto *grid = new widgets::CardGrid;
    for (int i = 0; i < int(std::size(choices)); ++i) {
        auto *card = new widgets::CardButton;
        card->setCheckable(true);
        card->setChecked(!visit.symptom.isEmpty() && visit.symptom == QLatin1String(choices[i].symptom));
        m_group->addButton(card, i);
        m_cards += card;
        if (i + 1 < int(std::size(choices)))
            grid->add(card);
    }
    body()->addWidget(grid);
    body()->addWidget(m_cards.constLast());
    connect(m_group, &QButtonGroup::idToggled, this, &WhatIsWrong::actionsChanged);
}

QString WhatIsWrong::title() const
{
    return tr("What is the trouble?", "@title");
}

QString WhatIsWrong::lead() const
{
    return tr("Choose what comes closest, then press “Next”.", "@lead");
}

QStringList WhatIsWrong::outcomes() const
{
    return {QStringLiteral("receive"),  QStringLiteral("send"),   QStringLiteral("duplicates"),
            QStringLiteral("password"), QStringLiteral("unsure"), QStringLiteral("judged")};
}

shell::Action WhatIsWrong::next() const
{
    return {Words::next(), m_group->checkedId() >= 0};
}

void WhatIsWrong::goNext()
{
    if (m_group->checkedId() < 0)
        return;
    const Choice &choice = choices[m_group->checkedId()];
    visit().symptom = QLatin1String(choice.symptom);
    diagnosis().setSymptom(visit().symptom);
    const QString outcome = QLatin1String(choice.outcome);
    // A password is asked for only where a log-in would tell more.
    const bool leadsToPassword = outcome == u"receive" || outcome == u"send" || outcome == u"password";
    emit left(leadsToPassword && !diagnosis().wantsPassword() ? QStringLiteral("judged") : outcome);
}

void WhatIsWrong::retranslate()
{
    m_cards[0]->say(tr("Arrived many times, or stays “sending”", "@choice"),
                    tr("The other person got the same mail again and again.", "@choice"));
    m_cards[1]->say(tr("I cannot send", "@choice"),
                    tr("An error appears, or the mail comes back.", "@choice"));
    m_cards[2]->say(tr("I cannot receive", "@choice"), tr("No new mail comes in.", "@choice"));
    m_cards[3]->say(tr("I am asked for the password again and again", "@choice"),
                    tr("A small window with “password” keeps coming.", "@choice"));
    m_cards[4]->say(tr("I do not know, or something else", "@choice"));
}

} // namespace wizard::screens
