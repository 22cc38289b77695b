#include "wizard/screens/password.h"

#include "wizard/screens/words.h"
#include "wizard/widgets/callout.h"
#include "wizard/widgets/hold_eye.h"
#include "wizard/widgets/password_field.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace wizard::screens {

Password::Password(shell::Visit &visit)
    : Screen(visit), m_result(new widgets::Callout), m_lamp(new widgets::Callout(widgets::State::Attention)),
      m_practice(new widgets::Callout(widgets::State::Info)), m_field(new widgets::PasswordField),
      m_where(new widgets::Paragraph), m_never(new widgets::Paragraph(QStringLiteral("strong"))),
      m_keep(new QCheckBox), m_kept(new QPushButton), m_fill(new QPushButton), m_forget(new QPushButton),
      m_forgotten(new widgets::Paragraph)
{
    m_kept->setProperty("role", QStringLiteral("quiet"));
    m_forget->setProperty("role", QStringLiteral("quiet"));
    body()->addWidget(m_result);
    body()->addWidget(m_practice);
    body()->addWidget(m_fill, 0, Qt::AlignLeft);
    body()->addWidget(m_field);
    body()->addWidget(m_lamp);
    body()->addWidget(m_never);
    body()->addWidget(m_where);
    body()->addWidget(m_forgotten); // not below its button: with large letters it would come out of sight
    body()->addWidget(m_keep);
    body()->addWidget(m_kept, 0, Qt::AlignLeft);
    body()->addWidget(m_forget, 0, Qt::AlignLeft);
    connect(m_field->line(), &widgets::PasswordLine::lampsChanged, this, &Password::lamps);
    connect(m_fill, &QPushButton::clicked, this,
            [this] { m_field->line()->setText(diagnosis().practicePassword()); });
    connect(m_kept, &QPushButton::clicked, this, [this] {
        m_stage = Stage::Trying;
        diagnosis().useKeptPassword();
        speak();
    });
    connect(m_forget, &QPushButton::clicked, this, &Password::forget);
}

Password::~Password()
{
    m_field->wipe();
}

void Password::enter()
{
    connect(&diagnosis(), &session::Diagnosis::looked, this, &Password::tried);
    connect(&diagnosis(), &session::Diagnosis::factNoted, this, [this](const model::Fact &fact) {
        // The look into the mailbox goes on behind this screen; its own screen shows it.
        if (fact.step == model::Step::Login && fact.ok() && visit().symptom == u"cannot-receive")
            tried();
    });
    connect(&diagnosis(), &session::Diagnosis::passwordResult, this, [this](bool found) {
        if (found)
            return;
        m_stage = Stage::Asking;
        m_nothingKept = true;
        speak();
    });
    connect(&diagnosis(), &session::Diagnosis::passwordForgotten, this, [this](bool gone) {
        m_forgetting = gone ? Forgetting::Done : Forgetting::Failed;
        speak();
    });
    speak();
}

QString Password::title() const
{
    switch (m_stage) {
    case Stage::Asking:
    case Stage::Trying:
        return tr("What is your mail password?", "@title");
    case Stage::Accepted:
        return tr("The password is right.", "@title");
    case Stage::Refused:
        return tr("The mail company did not accept this password.", "@title");
    case Stage::Unclear:
        return tr("The password could not be checked.", "@title");
    }
    Q_UNREACHABLE();
}

QString Password::lead() const
{
    if (m_stage == Stage::Asking || m_stage == Stage::Refused)
        return tr("It is on the paper from your mail company, as “mail password”. It is another one than for "
                  "the Internet "
                  "line or for the member page.",
                  "@lead");
    return {};
}

QStringList Password::outcomes() const
{
    return {QStringLiteral("judged"), QStringLiteral("mailbox"), QStringLiteral("timing"),
            QStringLiteral("skip"), QStringLiteral("refused")};
}

shell::Action Password::next() const
{
    if (m_stage == Stage::Accepted || m_stage == Stage::Unclear)
        return {Words::next()};
    return {tr("Check it", "@button"), m_stage != Stage::Trying};
}

shell::Action Password::aside() const
{
    if (m_stage == Stage::Accepted || m_stage == Stage::Unclear)
        return {};
    return {m_stage == Stage::Trying ? tr("Stop", "@button: stop checking") : Words::skip()};
}

void Password::goOn()
{
    const bool in = m_stage == Stage::Accepted;
    if (in && visit().symptom == u"sent-many-times")
        emit left(QStringLiteral("timing"));
    else if (in && visit().symptom == u"cannot-receive")
        emit left(QStringLiteral("mailbox"));
    else
        emit left(QStringLiteral("judged"));
}

void Password::goNext()
{
    if (m_stage == Stage::Accepted || m_stage == Stage::Unclear)
        return goOn();
    if (m_stage == Stage::Trying)
        return;
    if (m_field->line()->text().isEmpty()) {
        m_result->say(widgets::State::Attention, tr("Nothing has been typed yet.", "@error"),
                      tr("Please type the password, or press “Skip”.", "@error"));
        return m_field->line()->setFocus();
    }
    model::Secret secret(m_field->line()->text());
    m_field->wipe();
    m_stage = Stage::Trying;
    diagnosis().offerPassword(std::move(secret), m_keep->isChecked());
    if (diagnosis().isLooking())
        return speak();
    diagnosis().look(); // nothing has been looked at yet: the number of this screen was typed
    speak();
}

void Password::goAside()
{
    if (m_stage == Stage::Trying) {
        diagnosis().cancel();
        m_stage = Stage::Asking;
        return speak();
    }
    m_field->wipe();
    emit left(m_stage == Stage::Refused ? QStringLiteral("refused") : QStringLiteral("skip"));
}

void Password::tried()
{
    if (m_stage != Stage::Trying)
        return;
    m_stage = Stage::Unclear;
    for (const model::Fact &fact : diagnosis().visit().at(model::Step::Login)) {
        if (fact.ok())
            m_stage = Stage::Accepted;
        else if (fact.failure == model::Failure::LoginRefused && m_stage == Stage::Unclear)
            m_stage = Stage::Refused;
    }
    if (m_stage == Stage::Refused && !diagnosis().wantsPassword())
        return emit left(QStringLiteral("refused")); // twice is enough: more could lock the mailbox
    speak();
}

void Password::forget()
{
    m_forgetting = Forgetting::Now;
    m_field->line()->setFocus(); // the button goes
    diagnosis().forgetKeptPassword();
    speak();
}

void Password::lamps()
{
    if (m_field->line()->hasFullWidth())
        m_lamp->say(tr("Full-width letters are being typed.", "@warning"),
                    tr("Press the 半角／全角 key once, empty the field and type again.", "@warning"));
    else if (m_field->line()->capsLock())
        m_lamp->say(tr("CAPS LOCK is on: only capitals are being typed.", "@warning"),
                    tr("Hold Shift and press Caps Lock to switch it off.", "@warning"));
    else
        m_lamp->say(QString());
}

void Password::retranslate()
{
    const bool asks = m_stage == Stage::Asking || m_stage == Stage::Refused;
    m_field->setVisible(asks || m_stage == Stage::Trying);
    m_field->setEnabled(asks);
    m_field->line()->setAccessibleName(tr("Mail password", "@field"));
    m_field->eye()->setAccessibleName(tr("Show the password while this is held", "@button"));
    m_field->eye()->setToolTip(m_field->eye()->accessibleName());
    m_never->say(tr("Our staff will never ask you for your password.", "@promise"));
    const QString host = diagnosis().loginHost();
    m_where->say(host.isEmpty() || !asks
                     ? QString()
                     : tr("It goes only to %1, encrypted, and only to check whether it is right.", "@where")
                           .arg(host));
    m_keep->setText(tr("Remember it in the safe of this PC", "@checkbox"));
    const bool hasSafe = asks && !visit().isPractice(); // practice leaves nothing behind on this PC
    m_keep->setVisible(hasSafe);
    m_kept->setText(tr("Use the password remembered before", "@button"));
    m_kept->setVisible(hasSafe && !m_nothingKept && m_forgetting != Forgetting::Done);
    retranslateForget(asks);
    const QString practice = diagnosis().practicePassword();
    m_practice->say(practice.isEmpty() || !asks
                        ? QString()
                        : tr("For practice the password is: %1", "@hint").arg(practice));
    m_fill->setText(tr("Put it in for me", "@button"));
    m_fill->setVisible(!practice.isEmpty() && asks);
    lamps();
    switch (m_stage) {
    case Stage::Asking:
        m_result->say(widgets::State::Info,
                      m_nothingKept ? tr("No password was remembered on this PC.", "@result") : QString(),
                      tr("Please type it.", "@result"));
        break;
    case Stage::Trying:
        m_result->say(widgets::State::Running, tr("Asking the mail company", "@state"), host);
        break;
    case Stage::Accepted:
        m_result->say(widgets::State::Fine, tr("Log-in worked.", "@result"),
                      tr("Nothing has been changed or deleted in your mailbox.", "@result"));
        break;
    case Stage::Refused:
        m_result->say(
            widgets::State::Bad, tr("You can try once more.", "@result"),
            tr("Please compare capitals, and the digit 0 with the letter O. After that we stop, so that your "
               "mailbox is not locked.",
               "@result"));
        break;
    case Stage::Unclear:
        m_result->say(
            widgets::State::Attention, tr("The mail company gave no clear answer.", "@result"),
            tr("This does not mean that your password is wrong. Please do not change it.", "@result"));
        break;
    }
}

void Password::retranslateForget(bool asks)
{
    m_forget->setText(tr("Forget the kept password", "@button"));
    m_forget->setVisible(asks && diagnosis().keepsPassword());
    m_forget->setEnabled(m_forgetting != Forgetting::Now);
    QString said;
    if (asks && m_forgetting == Forgetting::Done)
        said = tr("The kept password has been removed. Your mail password itself stays as it is.", "@result");
    else if (asks && m_forgetting == Forgetting::Failed)
        said = tr("The kept password could not be removed just now. Please try again a little later.",
                  "@result");
    m_forgotten->say(said);
}

} // namespace wizard::screens
