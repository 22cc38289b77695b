#include "wizard/screens/stuck_message.h"

#include "wizard/screens/words.h"
#include "wizard/widgets/callout.h"
#include "wizard/widgets/panel.h"

#include <QDateTime>
#include <QFileDialog>
#include <QLocale>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace wizard::screens {

using widgets::State;

StuckMessage::StuckMessage(shell::Visit &visit)
    : Screen(visit), m_safe(new widgets::Callout(State::Fine)), m_result(new widgets::Callout),
      m_message(new widgets::Panel)
{
    body()->addWidget(m_safe);
    body()->addWidget(m_message);
    body()->addWidget(m_result);
    m_result->say(QString());
}

void StuckMessage::enter()
{
    connect(&diagnosis(), &session::Diagnosis::rescued, this, &StuckMessage::saved);
    speak();
}

QString StuckMessage::title() const
{
    const auto blocker = diagnosis().mailbox().blocker;
    return blocker ? tr("It is stuck at message no. %1.", "@title").arg(blocker->message.number)
                   : tr("No message is in the way.", "@title");
}

QString StuckMessage::lead() const
{
    return diagnosis().mailbox().blocker ? tr("The mail behind it cannot come in.", "@lead") : QString();
}

QStringList StuckMessage::outcomes() const
{
    return {QStringLiteral("judged")};
}

shell::Action StuckMessage::next() const
{
    return {Words::next(), !m_saving};
}

shell::Action StuckMessage::aside() const
{
    return {diagnosis().mailbox().blocker ? tr("Save a copy of this mail", "@button") : QString(), !m_saving};
}

void StuckMessage::goAside()
{
    save();
}

void StuckMessage::goNext()
{
    emit left(QStringLiteral("judged"));
}

QString StuckMessage::whatIsWrong(const QString &defect)
{
    if (defect == u"giant")
        return tr("It is so large that fetching it takes longer than the mail program waits.", "@defect");
    if (defect == u"drops" || defect == u"stalls")
        return tr("The mail company's server stops in the middle of it, each time.", "@defect");
    if (defect == u"endless")
        return tr("It does not come to an end.", "@defect");
    return tr("It was put together wrongly by the sender's program, and mail programs stumble over it.",
              "@defect");
}

void StuckMessage::save()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save a copy", "@title"),
        folder + QLatin1Char('/') + tr("stuck-mail", "@file name") + QStringLiteral(".eml"),
        tr("Mail (*.eml)", "@file types"));
    if (path.isEmpty())
        return;
    m_saving = true;
    m_result->say(State::Running, tr("Saving the copy", "@state"));
    speak();
    diagnosis().rescue(path);
}

void StuckMessage::saved(const QString &path, const QString &why)
{
    m_saving = false;
    const QString place = tr("The copy is here: %1", "@result").arg(Words::place(path));
    if (why.isEmpty())
        m_result->say(State::Fine, tr("Saved.", "@result"), place);
    else if (why == u"incomplete")
        m_result->say(State::Attention, tr("Only a part of it could be saved.", "@result"), place);
    else
        m_result->say(
            State::Attention, tr("The copy could not be saved.", "@result"),
            tr("The mail itself is still at the mail company. Please choose another file name, or ask "
               "support.",
               "@result"));
    speak();
}

void StuckMessage::retranslate()
{
    m_safe->say(tr("No mail is lost. All of it is still at the mail company.", "@mail lost?"));
    m_message->clear();
    const auto blocker = diagnosis().mailbox().blocker;
    if (!blocker)
        return;
    const auto add = [this](const QString &name, const QString &text) {
        if (text.isEmpty())
            return;
        m_message->add(QStringLiteral("note"), name);
        m_message->add(QStringLiteral("strong"), text);
    };
    const session::MailboxMessage &message = blocker->message;
    const QDateTime date = QDateTime::fromString(message.date, Qt::ISODate).toLocalTime();
    add(tr("From", "@row"), message.from);
    add(tr("Subject", "@row"), message.subject);
    add(tr("Date", "@row"),
        date.isValid() ? QLocale().toString(date.date(), tr("d MMMM yyyy", "@date format")) : message.date);
    add(tr("Size", "@row"), Words::megabytes(message.bytes));
    add(tr("What is wrong with it", "@row"), whatIsWrong(blocker->defect));
}

} // namespace wizard::screens
