#include "wizard/screens/preview.h"

#include "wizard/screens/change_words.h"
#include "wizard/screens/refusal_words.h"
#include "wizard/screens/words.h"
#include "wizard/widgets/callout.h"
#include "wizard/widgets/expander.h"
#include "wizard/widgets/panel.h"

#include <QDir>
#include <QVBoxLayout>

#include <algorithm>

namespace wizard::screens {

Preview::Preview(shell::Visit &visit)
    : Screen(visit), m_result(new widgets::Callout), m_note(new widgets::Callout(widgets::State::Info)),
      m_backup(new widgets::Callout(widgets::State::Fine)), m_changes(new widgets::Panel),
      m_exactly(new widgets::Expander)
{
    body()->addWidget(m_result);
    body()->addWidget(m_changes);
    body()->addWidget(m_note);
    body()->addWidget(m_backup);
    body()->addWidget(m_exactly);
}

QString Preview::outcome(bool changed) const
{
    const QString task = visit().chosenRemedy.section(u'.', 1);
    if (task == u"set-outbox-aside")
        return changed ? QStringLiteral("set-aside") : QStringLiteral("unchanged-outbox");
    if (task == u"go-online")
        return changed ? QStringLiteral("online") : QStringLiteral("unchanged-online");
    if (task == u"raise-timeout")
        return changed ? QStringLiteral("raised") : QStringLiteral("unchanged-timeout");
    return changed ? QStringLiteral("settings") : QStringLiteral("unchanged-settings");
}

void Preview::enter()
{
    m_preview = diagnosis().preview(visit().chosenRemedy);
    connect(&diagnosis(), &session::Diagnosis::applied, this,
            [this](const QString &remedy, const model::Outcome &outcome) {
                if (remedy != visit().chosenRemedy || m_stage != Stage::Changing)
                    return;
                m_outcome = outcome;
                m_stage = outcome.ok() ? Stage::Changed : Stage::Refused;
                speak();
            });
    if (m_preview.isEmpty()) {
        m_outcome.refusal = model::Refusal::NotApplicable;
        m_stage = Stage::Refused;
    }
    speak();
}

QString Preview::title() const
{
    switch (m_stage) {
    case Stage::Showing:
    case Stage::Changing:
        return tr("May this be changed?", "@title");
    case Stage::Changed:
        return tr("It has been changed.", "@title");
    case Stage::Refused:
        return tr("It was not changed.", "@title");
    }
    Q_UNREACHABLE();
}

QString Preview::lead() const
{
    return m_stage == Stage::Showing
        ? ChangeWords::remedy(diagnosis().knowledge(), visit().chosenRemedy, language())
        : QString();
}

QStringList Preview::outcomes() const
{
    return {QStringLiteral("raised"),
            QStringLiteral("set-aside"),
            QStringLiteral("unchanged-timeout"),
            QStringLiteral("unchanged-outbox"),
            QStringLiteral("online"),
            QStringLiteral("unchanged-online"),
            QStringLiteral("settings"),
            QStringLiteral("unchanged-settings")};
}

shell::Action Preview::next() const
{
    switch (m_stage) {
    case Stage::Showing:
        return {tr("Change it", "@button"), !m_preview.isEmpty()};
    case Stage::Changing:
        return {tr("Change it", "@button"), false};
    case Stage::Changed:
        return {Words::next()};
    case Stage::Refused:
        return {RefusalWords::canTryAgain(m_outcome.refusal) ? tr("Try again", "@button")
                                                             : tr("Go on", "@button")};
    }
    Q_UNREACHABLE();
}

shell::Action Preview::aside() const
{
    if (m_stage == Stage::Changed || m_stage == Stage::Changing
        || (m_stage == Stage::Refused && !RefusalWords::canTryAgain(m_outcome.refusal)))
        return {};
    return {tr("Do not change", "@button")};
}

void Preview::goNext()
{
    if (m_stage == Stage::Changed)
        return emit left(outcome(true));
    if (m_stage == Stage::Refused && !RefusalWords::canTryAgain(m_outcome.refusal))
        return goAside();
    if (m_stage == Stage::Changing)
        return;
    m_stage = Stage::Changing;
    diagnosis().apply(visit().chosenRemedy);
    speak();
}

void Preview::goAside()
{
    emit left(outcome(false));
}

void Preview::showChanges()
{
    m_changes->clear();
    m_exactly->panel()->clear();
    const auto line = [](widgets::Panel *to, const char *role, const QString &text) {
        to->add(QString::fromLatin1(role), text);
    };
    constexpr int gap = 12; // between one setting and the next
    for (const model::Change &change : std::as_const(m_preview)) {
        if (&change != &m_preview.constFirst())
            m_changes->column()->addSpacing(gap);
        line(m_changes, "strong", ChangeWords::what(change));
        line(m_changes, "muted", tr("Now: %1", "@change").arg(ChangeWords::value(change, change.oldValue)));
        line(m_changes, "heading",
             tr("After: %1", "@change").arg(ChangeWords::value(change, change.newValue)));
        line(m_exactly->panel(), "note", tr("File", "@label"));
        line(m_exactly->panel(), "code", QDir::toNativeSeparators(change.file));
        if (change.key.isEmpty())
            continue;
        line(m_exactly->panel(), "note", tr("Entry", "@label"));
        line(m_exactly->panel(), "code",
             QStringLiteral("%1: %2 → %3")
                 .arg(change.key, change.oldValue.isEmpty() ? QStringLiteral("–") : change.oldValue,
                      change.newValue.isEmpty() ? QStringLiteral("–") : change.newValue));
    }
}

void Preview::showNote()
{
    m_note->say(QString());
    if (m_stage != Stage::Showing)
        return;
    const QString task = visit().chosenRemedy.section(u'.', 1);
    const QString program
        = Words::program(diagnosis().knowledge(), visit().chosenRemedy.section(u'.', 0, 0), language());
    if (task == u"leave-on-server")
        m_note->say(
            tr("No mail is lost.", "@hint"),
            tr("What %1 has fetched stays on this PC. Only older copies leave the mailbox; until then "
               "a phone can still fetch them.",
               "@hint")
                .arg(program));
    else if (std::any_of(m_preview.cbegin(), m_preview.cend(), &ChangeWords::asksForPassword))
        m_note->say(tr("%1 may ask for your password once more.", "@hint").arg(program),
                    tr("That is all right. Please type it in as always.", "@hint"));
    else if (task == u"raise-timeout"
             && std::any_of(m_preview.cbegin(), m_preview.cend(), [this](const model::Change &change) {
                    return change.newValue.toInt() < diagnosis().neededTimeoutSeconds();
                }))
        m_note->say(
            tr("This is the longest that %1 can wait.", "@hint").arg(program),
            tr("It may still be too short for very large mail. Smaller attachments then help.", "@hint"));
}

void Preview::retranslate()
{
    showChanges();
    showNote();
    m_exactly->say(tr("Show it exactly, with file and entry", "@expander"),
                   tr("Hide the exact entries", "@expander"));
    m_exactly->setVisible(!m_preview.isEmpty());
    QString backup;
    for (const model::JournalEntry &entry : diagnosis().journal()) {
        if (entry.id == m_outcome.entry)
            backup = entry.backup;
    }
    m_backup->say(
        m_stage == Stage::Showing ? tr("A copy of the old state is kept first.", "@promise") : QString(),
        tr("You can put it back at any time: here, on the last screen, or next time you open this program.",
           "@promise"));
    switch (m_stage) {
    case Stage::Showing:
        m_result->say(QString());
        break;
    case Stage::Changing:
        m_result->say(widgets::State::Running, tr("Changing it now", "@state"));
        break;
    case Stage::Changed:
        if (m_outcome.detail == u"program-started") {
            m_result->say(
                widgets::State::Attention,
                tr("It was changed, but the mail program was opened at the same moment.", "@result"),
                tr("It may write its old setting back when it closes. Close it, come back to this "
                   "screen, and change it once more.",
                   "@result"));
            break;
        }
        m_result->say(widgets::State::Fine, tr("Done, and checked.", "@result"),
                      backup.isEmpty() ? QString()
                                       : tr("The copy is here: %1", "@result").arg(Words::place(backup)));
        break;
    case Stage::Refused:
        m_result->say(widgets::State::Attention, RefusalWords::what(m_outcome.refusal),
                      RefusalWords::wayOn(m_outcome));
        break;
    }
}

} // namespace wizard::screens
