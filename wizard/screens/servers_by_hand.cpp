#include "wizard/screens/servers_by_hand.h"

#include "wizard/screens/words.h"
#include "wizard/widgets/callout.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace wizard::screens {

ServersByHand::ServersByHand(shell::Visit &visit)
    : Screen(visit), m_inLabel(new widgets::Paragraph(QStringLiteral("strong"))),
      m_outLabel(new widgets::Paragraph(QStringLiteral("strong"))), m_in(new QLineEdit(visit.typedIncoming)),
      m_out(new QLineEdit(visit.typedOutgoing)), m_note(new widgets::Callout)
{
    for (QLineEdit *field : {m_in, m_out}) {
        field->setProperty("role", QStringLiteral("code"));
        field->setMaxLength(253);
        field->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhLatinOnly | Qt::ImhNoPredictiveText);
    }
    body()->addWidget(m_note);
    body()->addWidget(m_inLabel);
    body()->addWidget(m_in);
    body()->addSpacing(8);
    body()->addWidget(m_outLabel);
    body()->addWidget(m_out);
    connect(m_in, &QLineEdit::textChanged, this,
            [this](const QString &text) { this->visit().typedIncoming = text; });
    connect(m_out, &QLineEdit::textChanged, this,
            [this](const QString &text) { this->visit().typedOutgoing = text; });
}

QString ServersByHand::title() const
{
    return tr("This mail company is not known here.", "@title");
}

QString ServersByHand::lead() const
{
    return tr("If you have the paper with the mail settings, please type two names from it.", "@lead");
}

QStringList ServersByHand::outcomes() const
{
    return {QStringLiteral("typed"), QStringLiteral("skip")};
}

shell::Action ServersByHand::next() const
{
    return {Words::next()};
}

shell::Action ServersByHand::aside() const
{
    return {Words::skip()};
}

/// What was typed as a host name, without what an input method or a careful hand may have added.
static QString hostName(const QString &typed)
{
    return typed.normalized(QString::NormalizationForm_KC).simplified().remove(QLatin1Char(' ')).toLower();
}

static bool isHostName(const QString &name)
{
    static const QRegularExpression form(
        QStringLiteral("^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$"));
    return form.match(name).hasMatch();
}

void ServersByHand::goNext()
{
    const QString in = hostName(m_in->text()), out = hostName(m_out->text());
    if ((in.isEmpty() && out.isEmpty()) || (!in.isEmpty() && !isHostName(in))
        || (!out.isEmpty() && !isHostName(out))) {
        m_note->say(widgets::State::Attention, tr("This is not the name of a server yet.", "@error"),
                    tr("A name has dots in it and no @, for example mail.example.ne.jp. Without the paper, "
                       "press “Skip”.",
                       "@error"));
        return (isHostName(in) ? m_out : m_in)->setFocus();
    }
    diagnosis().setServers(in, out);
    emit left(QStringLiteral("typed"));
}

void ServersByHand::goAside()
{
    emit left(QStringLiteral("skip"));
}

void ServersByHand::retranslate()
{
    m_note->say(widgets::State::Info, tr("No paper at hand? Press “Skip”.", "@hint"),
                tr("The settings of your mail program are then used, if it is on this PC.", "@hint"));
    m_inLabel->say(tr("Server for receiving (POP, IMAP)", "@label"));
    m_outLabel->say(tr("Server for sending (SMTP)", "@label"));
    m_in->setAccessibleName(m_inLabel->text());
    m_out->setAccessibleName(m_outLabel->text());
    m_in->setPlaceholderText(tr("mail.example.ne.jp", "@example"));
    m_out->setPlaceholderText(tr("smtp.example.ne.jp", "@example"));
}

} // namespace wizard::screens
