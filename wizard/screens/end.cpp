#include "wizard/screens/end.h"

#include "wizard/screens/put_back.h"
#include "wizard/shell/contact_card.h"
#include "wizard/widgets/callout.h"

#include <QVBoxLayout>

namespace wizard::screens {

End::End(shell::Visit &visit) : Screen(visit), m_back(new widgets::Callout), m_contact(new shell::ContactCard)
{
    body()->addWidget(m_back);
    body()->addWidget(m_contact);
}

void End::enter()
{
    connect(&diagnosis(), &session::Diagnosis::appsChanged, this, &End::speak);
    speak();
}

QString End::title() const
{
    return visit().solved ? tr("All done. Thank you for your patience.", "@title")
                          : tr("Thank you. This is the end.", "@title");
}

QString End::lead() const
{
    return visit().solved ? tr("If it comes again, simply start this program once more.", "@lead")
                          : tr("Support can go on from what was found here.", "@lead");
}

QStringList End::outcomes() const
{
    return {QStringLiteral("again")};
}

shell::Action End::next() const
{
    return {tr("Close", "@button: end the program")};
}

shell::Action End::aside() const
{
    return {tr("Back to the beginning", "@button")};
}

void End::goNext()
{
    window()->close();
}

void End::goAside()
{
    visit().beginAgain();
    emit left(QStringLiteral("again"));
}

void End::retranslate()
{
    QStringList open;
    for (const PutBack::Item &item : PutBack::open(visit())) {
        if (item.seen || !visit().putBackDone.contains(item.id))
            open += QStringLiteral("・ ") + item.words;
    }
    if (open.isEmpty())
        m_back->say(widgets::State::Fine, tr("Nothing is left to be put back.", "@result"));
    else
        m_back->say(widgets::State::Attention, tr("Please do not forget:", "@result"),
                    open.join(QLatin1Char('\n')));
    m_contact->show(visit().support(), language());
}

} // namespace wizard::screens
