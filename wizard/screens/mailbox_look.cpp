#include "wizard/screens/mailbox_look.h"

#include "wizard/screens/words.h"
#include "wizard/widgets/callout.h"
#include "wizard/widgets/panel.h"
#include "wizard/widgets/status_row.h"

#include <QDateTime>
#include <QLocale>
#include <QVBoxLayout>

namespace wizard::screens {

using widgets::State;

MailboxLook::MailboxLook(shell::Visit &visit)
    : Screen(visit), m_promise(new widgets::Callout(State::Fine)), m_rows(new widgets::Panel)
{
    body()->addWidget(m_promise);
    body()->addWidget(m_rows);
}

void MailboxLook::enter()
{
    connect(&diagnosis(), &session::Diagnosis::looked, this, &MailboxLook::speak);
    connect(&diagnosis(), &session::Diagnosis::factNoted, this, &MailboxLook::retranslate);
    if (visit().symptom.isEmpty()) // the number of this screen was typed
        diagnosis().setSymptom(QStringLiteral("cannot-receive"));
    if (!diagnosis().isLooking())
        diagnosis().look();
    speak();
}

bool MailboxLook::isQuiet() const
{
    return !diagnosis().isLooking();
}

bool MailboxLook::isStuck() const
{
    return diagnosis().mailbox().blocker.has_value();
}

QString MailboxLook::title() const
{
    if (!isQuiet())
        return tr("Looking into the mailbox", "@title");
    if (isStuck())
        return tr("One message is in the way.", "@title");
    if (!diagnosis().mailbox().messages)
        return tr("The mailbox could not be looked into.", "@title");
    return tr("This is in your mailbox at the mail company.", "@title");
}

QString MailboxLook::lead() const
{
    return isQuiet() ? QString() : tr("With much mail it can take some minutes.", "@lead");
}

QStringList MailboxLook::outcomes() const
{
    return {QStringLiteral("stuck"), QStringLiteral("judged")};
}

shell::Action MailboxLook::next() const
{
    return {Words::next(), isQuiet()};
}

shell::Action MailboxLook::aside() const
{
    return {isQuiet() ? QString() : tr("Stop", "@button: stop looking")};
}

void MailboxLook::goNext()
{
    emit left(isStuck() ? QStringLiteral("stuck") : QStringLiteral("judged"));
}

void MailboxLook::goAside()
{
    diagnosis().cancel();
    speak();
}

void MailboxLook::row(State state, const QString &subject, const QString &detail, const QString &word)
{
    auto *line = new widgets::StatusRow;
    m_rows->column()->addWidget(line);
    line->say(state, subject, detail, word);
}

void MailboxLook::showRoom(const session::MailboxSummary &box)
{
    if (!box.quotaLimit || *box.quotaLimit <= 0) {
        if (box.bytes)
            row(State::Info, tr("Size", "@row"), {}, Words::megabytes(*box.bytes));
        return;
    }
    const qint64 used = box.quotaUsed.value_or(0);
    const int percent = int(qMin<qint64>(999, used * 100 / *box.quotaLimit));
    const State state = percent >= 100 ? State::Bad : percent >= 90 ? State::Attention : State::Fine;
    row(state, tr("Room", "@row"),
        tr("%1 of %2 are used", "@detail").arg(Words::megabytes(used), Words::megabytes(*box.quotaLimit)),
        percent >= 100      ? tr("Full", "@state")
            : percent >= 90 ? tr("Almost full", "@state")
                            : tr("Enough room", "@state"));
}

void MailboxLook::showWay(const session::MailboxSummary &box)
{
    const QString subject = tr("Reading the mail one by one", "@row");
    if (box.blocker)
        row(State::Bad, subject, {}, tr("Stuck at no. %1", "@state").arg(box.blocker->message.number));
    else if (!isQuiet())
        row(State::Running, subject, {}, tr("Looking", "@state"));
    else if (box.searched)
        row(State::Fine, subject, {}, tr("No trouble", "@state"));
    // Over IMAP a program asks for each message by itself: one that breaks holds nothing else up.
}

void MailboxLook::retranslate()
{
    m_promise->say(tr("Nothing is deleted or changed, and no mail is marked as read.", "@promise"));
    m_rows->clear();
    const session::MailboxSummary box = diagnosis().mailbox();
    const QDateTime oldest = QDateTime::fromString(box.oldest, Qt::ISODate).toLocalTime();
    if (box.messages)
        row(State::Info, tr("Mail", "@row"),
            oldest.isValid() ? tr("The oldest is of %1", "@detail")
                                   .arg(QLocale().toString(oldest.date(), tr("d MMMM yyyy", "@date format")))
                             : QString(),
            tr("%n message(s)", "@count", int(qMin<qint64>(*box.messages, 99'999'999))));
    showRoom(box);
    if (box.junkUnseen) {
        const int unread = int(qMin<qint64>(*box.junkUnseen, 99'999'999));
        row(unread > 0 ? State::Attention : State::Fine, tr("Folder for unwanted mail", "@row"),
            unread > 0 && box.junkHidden
                ? tr("Your mail program does not show this folder. Webmail does.", "@detail")
                : QString(),
            tr("%n unread", "@count", unread));
    }
    showWay(box);
}

} // namespace wizard::screens
