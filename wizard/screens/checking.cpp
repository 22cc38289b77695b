#include "wizard/screens/checking.h"

#include "wizard/screens/line_words.h"
#include "wizard/screens/words.h"
#include "wizard/widgets/callout.h"
#include "wizard/widgets/panel.h"
#include "wizard/widgets/status_row.h"

#include <QDateTime>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace wizard::screens {

Checking::Checking(shell::Visit &visit)
    : Screen(visit), m_result(new widgets::Callout), m_clock(new widgets::Paragraph(QStringLiteral("note"))),
      m_progress(new QProgressBar), m_list(new widgets::Panel)
{
    m_progress->setTextVisible(false);
    body()->addWidget(m_progress);
    body()->addWidget(m_result);
    body()->addWidget(m_list);
    body()->addWidget(m_clock);
}

QString Checking::title() const
{
    if (!m_entered || diagnosis().isLooking())
        return tr("Looking into it now", "@title");
    return m_cancelled ? tr("Stopped", "@title") : tr("Finished looking", "@title");
}

QString Checking::lead() const
{
    if (!m_entered || diagnosis().isLooking())
        return tr("This takes about half a minute. You need not do anything.", "@lead");
    return {};
}

QStringList Checking::outcomes() const
{
    return {QStringLiteral("found"), QStringLiteral("ask"), QStringLiteral("no-network")};
}

bool Checking::isQuiet() const
{
    return m_entered && !diagnosis().isLooking();
}

shell::Action Checking::next() const
{
    return {Words::next(), isQuiet()};
}

shell::Action Checking::aside() const
{
    return {isQuiet() ? tr("Check again", "@button") : tr("Stop", "@button: stop checking")};
}

void Checking::enter()
{
    m_entered = true;
    session::Diagnosis &d = diagnosis();
    connect(&d, &session::Diagnosis::linesChanged, this, &Checking::refresh);
    connect(&d, &session::Diagnosis::looked, this, [this] {
        speak();
        if (isVisible())
            emit actionsChanged();
    });
    if (d.visit().facts.isEmpty())
        d.look();
    else if (!d.isLooking())
        d.lookAgain();
    speak();
}

QString Checking::outcome() const
{
    for (const model::Fact &fact : diagnosis().visit().at(model::Step::Link)) {
        if (!fact.ok() && !visit().isPractice())
            return QStringLiteral("no-network");
    }
    const model::Verdict verdict = diagnosis().verdict();
    const bool decisive = verdict.kind == model::Verdict::Kind::Found && !verdict.findings.isEmpty()
        && verdict.findings.constFirst().severity == model::Severity::Blocks;
    return decisive ? QStringLiteral("found") : QStringLiteral("ask");
}

QString Checking::detail(const session::Line &line) const
{
    const QString subject = line.id == u"apps"
        ? Words::program(diagnosis().knowledge(), line.subject, language())
        : line.subject;
    if (line.state == session::Line::State::Running && !subject.isEmpty())
        return tr("Waiting for an answer from %1 (%2 of %3)", "@progress")
            .arg(subject)
            .arg(line.done)
            .arg(line.total);
    if (line.id == u"login" && line.state == session::Line::State::Skipped)
        return tr("You have not been asked for it yet.", "@progress");
    return subject;
}

void Checking::refresh()
{
    const QList<session::Line> lines = diagnosis().lines();
    while (m_rows.size() < lines.size()) {
        m_rows += new widgets::StatusRow;
        m_list->column()->addWidget(m_rows.constLast());
    }
    int done = 0, total = 0;
    for (int i = 0; i < lines.size(); ++i) {
        const session::Line &line = lines[i];
        done += line.done;
        total += line.total;
        m_rows[i]->say(LineWords::mark(line.state), LineWords::subject(line.id), detail(line),
                       LineWords::state(line.state));
    }
    m_progress->setRange(0, qMax(1, total));
    m_progress->setValue(done);
    m_progress->setAccessibleName(tr("%1 of %2 questions answered", "@accessible").arg(done).arg(total));
    m_progress->setVisible(!isQuiet());
}

void Checking::retranslate()
{
    refresh();
    const QDateTime now = QDateTime::currentDateTime();
    m_clock->say(tr("The clock of this PC says: %1. If that is wrong, please tell us.", "@note")
                     .arg(QLocale().toString(now, tr("d MMMM yyyy, h:mm", "@date format"))));
    if (!isQuiet())
        return m_result->say(QString());
    if (m_cancelled)
        return m_result->say(
            widgets::State::Info, tr("You stopped the check.", "@result"),
            tr("“Check again” starts it anew. “Next” goes on with what is known so far.", "@result"));
    if (outcome() == u"found")
        return m_result->say(widgets::State::Attention, tr("Something was found.", "@result"),
                             tr("Press “Next” to read what it is, and what can be done.", "@result"));
    if (outcome() == u"no-network")
        return m_result->say(widgets::State::Bad, tr("This PC is not connected to the Internet.", "@result"),
                             tr("Press “Next”: we will look at the connection together.", "@result"));
    m_result->say(widgets::State::Fine, tr("From here everything can be reached.", "@result"),
                  tr("Press “Next”. One question will help to find the cause.", "@result"));
}

void Checking::goNext()
{
    if (isQuiet())
        emit left(outcome());
}

void Checking::goAside()
{
    if (isQuiet()) {
        m_cancelled = false;
        diagnosis().lookAgain();
    } else {
        m_cancelled = true;
        diagnosis().cancel();
    }
    speak();
}

} // namespace wizard::screens
