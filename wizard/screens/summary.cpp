#include "wizard/screens/summary.h"

#include "wizard/screens/both_sides.h"
#include "wizard/screens/change_words.h"
#include "wizard/screens/refusal_words.h"
#include "wizard/screens/report_file.h"
#include "wizard/screens/way_on.h"
#include "wizard/screens/words.h"
#include "wizard/widgets/callout.h"
#include "wizard/widgets/panel.h"
#include "wizard/widgets/status_row.h"

#include <QDir>
#include <QFileDialog>
#include <QLocale>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace wizard::screens {

Summary::Summary(shell::Visit &visit)
    : Screen(visit), m_result(new widgets::Callout), m_both(new widgets::Panel), m_found(new widgets::Panel),
      m_changed(new widgets::Panel)
{
    body()->addWidget(m_result);
    body()->addWidget(m_both);
    body()->addWidget(m_found);
    body()->addWidget(m_changed);
    m_result->say(QString());
}

void Summary::enter()
{
    connect(&diagnosis(), &session::Diagnosis::undone, this,
            [this](const QString &, const model::Outcome &outcome) {
                m_conflict = outcome.conflict;
                if (outcome.ok())
                    m_result->say(widgets::State::Fine, tr("It is as it was before.", "@result"),
                                  BothSides::left(outcome));
                else
                    m_result->say(widgets::State::Attention, RefusalWords::what(outcome.refusal),
                                  m_conflict.isEmpty() ? RefusalWords::wayOn(outcome) : QString());
                retranslate();
            });
    speak();
}

QString Summary::title() const
{
    return tr("What we found and did", "@title");
}

QString Summary::lead() const
{
    return tr("You can keep this page as a file, or read it to support over the phone.", "@lead");
}

QStringList Summary::outcomes() const
{
    return {QStringLiteral("end")};
}

shell::Action Summary::next() const
{
    return {Words::next()};
}

shell::Action Summary::aside() const
{
    return {tr("Save as a file", "@button")};
}

void Summary::goNext()
{
    emit left(QStringLiteral("end"));
}

void Summary::goAside()
{
    save();
}

void Summary::showFound()
{
    m_found->clear();
    m_found->add(QStringLiteral("heading"), tr("Found", "@heading"));
    const model::Verdict verdict = diagnosis().verdict();
    int shown = 0;
    for (const model::Finding &finding : verdict.findings) {
        if (finding.severity == model::Severity::Note || shown == 4)
            continue;
        ++shown;
        const knowledge::Advice advice
            = diagnosis().knowledge().advice(finding.id, language(), finding.values);
        auto *row = new widgets::StatusRow;
        m_found->column()->addWidget(row);
        row->say(widgets::State::Attention, advice.title.isEmpty() ? finding.id : advice.title,
                 WayOn::side(finding.side), tr("Found", "@state"));
    }
    if (shown == 0)
        m_found->add(QStringLiteral("body"),
                     verdict.kind == model::Verdict::Kind::Healthy
                         ? tr("Nothing wrong was seen from here.", "@result")
                         : tr("No single cause could be seen from here.", "@result"));
}

void Summary::showChanged()
{
    m_changed->clear();
    m_changed->add(QStringLiteral("heading"), tr("Changed on this PC", "@heading"));
    int shown = 0;
    const QList<model::JournalEntry> journal = diagnosis().journal();
    for (auto it = journal.crbegin(); it != journal.crend() && shown < 5; ++it) {
        const model::JournalEntry &entry = *it;
        ++shown;
        auto *row = new widgets::StatusRow;
        m_changed->column()->addWidget(row);
        const bool done = entry.state == model::EntryState::Done;
        row->say(done ? widgets::State::Fine : widgets::State::Info,
                 ChangeWords::remedy(diagnosis().knowledge(), entry.remedy, language()),
                 QLocale().toString(entry.at.toLocalTime(), tr("d MMMM, h:mm", "@date format")),
                 ChangeWords::state(entry.state));
        if (!done && entry.state != model::EntryState::Conflict)
            continue;
        auto *undo = new QPushButton(tr("Put it back", "@button"));
        undo->setAccessibleDescription(
            ChangeWords::remedy(diagnosis().knowledge(), entry.remedy, language()));
        m_changed->column()->addWidget(undo, 0, Qt::AlignLeft);
        connect(undo, &QPushButton::clicked, this, [this, id = entry.id] { diagnosis().undo(id); });
    }
    if (shown == 0)
        m_changed->add(QStringLiteral("body"), tr("Nothing was changed.", "@result"));
}

void Summary::save()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString suggested = folder + QLatin1Char('/') + tr("mail-check", "@file name")
        + QDate::currentDate().toString(QStringLiteral("-yyyy-MM-dd")) + QStringLiteral(".pdf");
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save as a file", "@title"), suggested,
        tr("To read and print (*.pdf);;For the web browser (*.html);;As text (*.md)", "@file types"));
    if (path.isEmpty())
        return;
    const bool saved = saveReport(diagnosis(), path, language());
    if (saved)
        m_result->say(widgets::State::Fine, tr("Saved.", "@result"),
                      tr("The file is here: %1. Passwords are never in it.", "@result")
                          .arg(QDir::toNativeSeparators(path)));
    else
        m_result->say(widgets::State::Attention, tr("The file could not be saved there.", "@result"),
                      tr("Please choose another folder, for example “Documents”.", "@result"));
}

void Summary::retranslate()
{
    BothSides::show(m_both, m_conflict);
    showFound();
    showChanged();
}

} // namespace wizard::screens
