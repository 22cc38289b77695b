#include "wizard/screens/no_internet.h"

#include "wizard/screens/words.h"
#include "wizard/widgets/callout.h"
#include "wizard/widgets/panel.h"

#include <QVBoxLayout>

namespace wizard::screens {

NoInternet::NoInternet(shell::Visit &visit)
    : Screen(visit), m_state(new widgets::Callout(widgets::State::Running))
{
    auto *panel = new widgets::Panel;
    panel->column()->setSpacing(12);
    for (int i = 0; i < 4; ++i) {
        m_steps += new widgets::Paragraph;
        panel->column()->addWidget(m_steps.constLast());
    }
    body()->addWidget(m_state);
    body()->addWidget(panel);
    m_again.setInterval(5000);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] { diagnosis().lookAgain(); });
}

bool NoInternet::connected() const
{
    const QList<model::Fact> links = diagnosis().visit().at(model::Step::Link);
    return !links.isEmpty() && links.constLast().ok();
}

void NoInternet::enter()
{
    connect(&diagnosis(), &session::Diagnosis::factNoted, this, [this](const model::Fact &fact) {
        if (fact.step == model::Step::Link)
            speak();
    });
    connect(&diagnosis(), &session::Diagnosis::looked, this, [this] {
        speak();
        if (!connected())
            m_again.start();
    });
    if (!connected())
        m_again.start();
    speak();
}

QString NoInternet::title() const
{
    return connected() ? tr("You are connected to the Internet.", "@title")
                       : tr("This PC is not connected to the Internet.", "@title");
}

QString NoInternet::lead() const
{
    return connected() ? tr("Please press “Next”. We will look again.", "@lead")
                       : tr("Your mail is safe at the mail company. Please try these in order.", "@lead");
}

QStringList NoInternet::outcomes() const
{
    return {QStringLiteral("connected"), QStringLiteral("anyway")};
}

shell::Action NoInternet::next() const
{
    return {Words::next(), connected()};
}

shell::Action NoInternet::aside() const
{
    return {connected() ? QString() : tr("Go on anyway", "@button")};
}

void NoInternet::goNext()
{
    if (connected())
        emit left(QStringLiteral("connected"));
}

void NoInternet::goAside()
{
    m_again.stop();
    emit left(QStringLiteral("anyway"));
}

void NoInternet::retranslate()
{
    m_steps[0]->say(
        tr("1. Is the cable pushed in firmly, at the PC and at the wall? With Wi-Fi: is Wi-Fi switched on?",
           "@step"));
    m_steps[1]->say(
        tr("2. Pull the plug of the box for the Internet (modem, router). Wait one minute. Plug it in again.",
           "@step"));
    m_steps[2]->say(
        tr("3. Wait five minutes until its lamps are steady. You may have a cup of tea meanwhile.", "@step"));
    m_steps[3]->say(tr(
        "4. If nothing helps: call the company of your Internet line. The number is on your contract papers.",
        "@step"));
    if (connected())
        m_state->say(widgets::State::Fine, tr("Connected.", "@state"));
    else
        m_state->say(widgets::State::Running, tr("Looking again every five seconds", "@state"),
                     tr("As soon as it works, this turns to “Connected” by itself.", "@state"));
}

} // namespace wizard::screens
