#include "wizard/screens/welcome.h"

#include "wizard/screens/letterhead.h"
#include "wizard/widgets/callout.h"
#include "wizard/widgets/card_button.h"
#include "wizard/widgets/card_grid.h"
#include "wizard/widgets/panel.h"
#include "wizard/widgets/status_row.h"

#include <QVBoxLayout>

namespace wizard::screens {

Welcome::Welcome(shell::Visit &visit)
    : Screen(visit), m_head(new Letterhead), m_phone(new widgets::CardButton),
      m_practice(new widgets::CardButton), m_trouble(new widgets::Callout(widgets::State::Bad))
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_head); // above the title
    auto *panel = new widgets::Panel;
    for (int i = 0; i < 3; ++i) {
        m_promises += new widgets::StatusRow;
        panel->column()->addWidget(m_promises.constLast());
    }
    auto *ways = new widgets::CardGrid;
    ways->add(m_phone);
    ways->add(m_practice);
    body()->addWidget(m_trouble);
    body()->addWidget(panel);
    body()->addSpacing(8);
    body()->addWidget(ways);
    connect(m_phone, &QAbstractButton::clicked, this, [this] {
        this->visit().byTelephone = true;
        emit left(QStringLiteral("phone"));
    });
    connect(m_practice, &QAbstractButton::clicked, this, &Welcome::practise);
}

QString Welcome::title() const
{
    const QString ours = tr("Your mail trouble: let us look into it together.", "@title");
    return visit().brand.welcomeTitle.value(language(), ours);
}

QString Welcome::lead() const
{
    const QString ours = tr(
        "Press “Start”. The program looks for the cause by itself and tells you in plain words.", "@lead");
    return visit().brand.welcomeLead.value(language(), ours);
}

QStringList Welcome::outcomes() const
{
    return {QStringLiteral("start"), QStringLiteral("phone"), QStringLiteral("practice")};
}

shell::Action Welcome::next() const
{
    return {tr("Start", "@button")};
}

void Welcome::goNext()
{
    visit().byTelephone = false;
    emit left(QStringLiteral("start"));
}

void Welcome::practise()
{
    if (!visit().beginPractice({QStringLiteral("slow-scan")}))
        return retranslate();
    emit left(QStringLiteral("practice"));
}

void Welcome::retranslate()
{
    m_head->show(visit().brand, language());
    m_promises[0]->say(widgets::State::Fine, tr("Your mail is never deleted.", "@promise"), {}, {});
    m_promises[1]->say(widgets::State::Fine,
                       tr("Nothing is changed before you have seen it and said yes.", "@promise"), {}, {});
    m_promises[2]->say(widgets::State::Fine,
                       tr("You are never asked for money or for remote control.", "@promise"), {}, {});
    m_phone->say(tr("I am on the phone with support", "@choice"),
                 tr("Shows everything that has to be read aloud.", "@choice"));
    m_practice->say(tr("Practise first", "@choice"),
                    tr("With a made-up mailbox. Your real mail is not touched.", "@choice"));
    const bool failed = visit().started() && !visit().diagnosis().error().isEmpty();
    m_trouble->say(failed ? tr("The program could not start as it should.", "@error") : QString(),
                   failed ? visit().diagnosis().error() : QString());
    m_practice->setVisible(!visit().isPractice());
}

} // namespace wizard::screens
