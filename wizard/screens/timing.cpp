#include "wizard/screens/timing.h"

#include "wizard/screens/words.h"
#include "wizard/widgets/callout.h"
#include "wizard/widgets/panel.h"
#include "wizard/widgets/status_row.h"
#include "wizard/widgets/time_bar.h"

#include <QVBoxLayout>

#include <cmath>

namespace wizard::screens {

namespace {

/// Small, ordinary, with a photograph: the answer of a scanning server grows with the size.
const QList<qint64> sizes{50'000, 1'000'000, 5'000'000};
} // namespace

Timing::Timing(shell::Visit &visit)
    : Screen(visit), m_note(new widgets::Callout), m_doing(new widgets::Paragraph(QStringLiteral("strong"))),
      m_clock(new widgets::Paragraph(QStringLiteral("figure"))),
      m_programsTitle(new widgets::Paragraph(QStringLiteral("heading"))),
      m_runsTitle(new widgets::Paragraph(QStringLiteral("heading"))), m_bar(new widgets::TimeBar)
{
    body()->addWidget(m_note);
    m_live = new widgets::Panel;
    body()->addWidget(m_live);
    m_live->column()->addWidget(m_doing);
    m_live->column()->addWidget(m_clock);
    m_live->column()->addWidget(m_bar);
    m_programsPanel = new widgets::Panel;
    body()->addWidget(m_programsPanel);
    m_programsPanel->column()->addWidget(m_programsTitle);
    m_runsPanel = new widgets::Panel;
    body()->addWidget(m_runsPanel);
    m_runsPanel->column()->addWidget(m_runsTitle);
    m_tick.setInterval(250);
    connect(&m_tick, &QTimer::timeout, this, &Timing::refresh);
}

void Timing::enter()
{
    session::Diagnosis &d = diagnosis();
    connect(&d, &session::Diagnosis::timingChanged, this, &Timing::refresh);
    connect(&d, &session::Diagnosis::timingStage, this, [this](const QString &name) {
        m_waiting = name == u"dot";
        m_since.restart();
        refresh();
    });
    connect(&d, &session::Diagnosis::timingFinished, this, [this] {
        m_tick.stop();
        m_stage = Stage::Done;
        speak();
    });
    if (d.isTiming()) {
        m_stage = Stage::Running;
        m_since.start();
        m_tick.start();
    } else if (slowest() > 0) {
        m_stage = Stage::Done;
    }
    speak();
}

double Timing::slowest() const
{
    qint64 most = 0;
    for (const session::TimingRun &run : diagnosis().timingRuns())
        most = qMax(most, run.dotToReplyMs.value_or(0));
    return double(most) / 1000.0;
}

bool Timing::anyGivesUp() const
{
    bool mine = false, found = false, any = false;
    for (const session::Patience &patience : diagnosis().patience()) {
        found |= patience.found;
        mine |= patience.found && patience.wouldTimeOut;
        any |= patience.wouldTimeOut;
    }
    return found ? mine : any;
}

QString Timing::title() const
{
    switch (m_stage) {
    case Stage::Asking:
        return tr("May we send test mail to yourself?", "@title");
    case Stage::Running:
        return tr("Measuring the time", "@title");
    case Stage::Done:
        if (slowest() <= 0)
            return tr("The time could not be measured.", "@title");
        return anyGivesUp() ? tr("Here is the cause.", "@title") : tr("The answer came in time.", "@title");
    }
    Q_UNREACHABLE();
}

QString Timing::lead() const
{
    switch (m_stage) {
    case Stage::Asking:
        return tr("It shows how long the mail company takes to answer.", "@lead");
    case Stage::Running:
        return tr("Please leave it as it is. You may have a cup of tea meanwhile.", "@lead");
    case Stage::Done:
        break;
    }
    const int seconds = int(std::ceil(slowest()));
    if (seconds <= 0)
        return {};
    return anyGivesUp()
        ? tr("The mail company answered after %n second(s). A mail program that does not wait so long "
             "believes that sending failed, and sends again.",
             "@lead", seconds)
        : tr("The mail company answered after %n second(s).", "@lead", seconds);
}

QStringList Timing::outcomes() const
{
    return {QStringLiteral("slow"), QStringLiteral("fine"), QStringLiteral("failed"), QStringLiteral("skip"),
            QStringLiteral("password")};
}

shell::Action Timing::next() const
{
    switch (m_stage) {
    case Stage::Asking:
        return diagnosis().wantsPassword() ? shell::Action{tr("Yes, to the password", "@button")}
                                           : shell::Action{tr("Yes, send test mail", "@button")};
    case Stage::Running:
        return {Words::next(), false};
    case Stage::Done:
        return {Words::next()};
    }
    Q_UNREACHABLE();
}

shell::Action Timing::aside() const
{
    switch (m_stage) {
    case Stage::Asking:
        return {tr("Do not send", "@button")};
    case Stage::Running:
        return {tr("Stop", "@button: stop checking")};
    case Stage::Done:
        return {tr("Measure again", "@button")};
    }
    Q_UNREACHABLE();
}

void Timing::goNext()
{
    if (m_stage == Stage::Done)
        return emit left(slowest() <= 0     ? QStringLiteral("failed")
                             : anyGivesUp() ? QStringLiteral("slow")
                                            : QStringLiteral("fine"));
    if (m_stage == Stage::Running)
        return;
    if (diagnosis().wantsPassword()) {
        visit().symptom = QStringLiteral("sent-many-times");
        diagnosis().setSymptom(visit().symptom);
        return emit left(QStringLiteral("password"));
    }
    m_stage = Stage::Running;
    m_finished = 0;
    m_since.start();
    m_tick.start();
    diagnosis().startTiming(sizes);
    speak();
}

void Timing::goAside()
{
    if (m_stage == Stage::Running) {
        m_tick.stop();
        m_stage = slowest() > 0 ? Stage::Done : Stage::Asking;
        diagnosis().cancel();
        return speak();
    }
    if (m_stage == Stage::Done) {
        m_stage = Stage::Asking;
        return speak();
    }
    emit left(QStringLiteral("skip"));
}

void Timing::refresh()
{
    const QList<session::TimingRun> runs = diagnosis().timingRuns();
    int finished = 0;
    for (const session::TimingRun &run : runs)
        finished += run.finished;
    if (finished != m_finished) {
        m_finished = finished;
        m_waiting = false;
    }
    if (m_stage == Stage::Running) {
        const double seconds = m_waiting ? double(m_since.elapsed()) / 1000.0 : 0.0;
        const QString doing = m_waiting
            ? tr("Test mail %1 of %2: waiting for the answer “received”", "@progress")
            : tr("Test mail %1 of %2: on its way to the mail company", "@progress");
        m_doing->say(doing.arg(qMin(finished + 1, int(sizes.size()))).arg(sizes.size()));
        m_clock->say(Words::seconds(int(seconds)));
        m_bar->setElapsed(seconds, m_waiting);
    } else {
        m_doing->say(tr("The longest wait", "@heading"));
        m_clock->say(Words::seconds(int(std::ceil(slowest()))));
        m_bar->setElapsed(slowest(), false);
    }
    showRuns();
}

void Timing::showRuns()
{
    const QList<session::TimingRun> runs = diagnosis().timingRuns();
    while (m_runs.size() < runs.size()) {
        m_runs += new widgets::StatusRow;
        m_runsPanel->column()->addWidget(m_runs.constLast());
    }
    for (int i = 0; i < runs.size(); ++i) {
        const session::TimingRun &run = runs[i];
        const QString subject = tr("Test mail of %1", "@row").arg(Words::megabytes(run.bytes));
        if (!run.finished) {
            const bool now = m_stage == Stage::Running && i == m_finished;
            m_runs[i]->say(now ? widgets::State::Running : widgets::State::Waiting, subject, {},
                           now ? tr("Under way", "@state") : tr("Waiting", "@state"));
        } else if (run.dotToReplyMs) {
            const QString upload
                = tr("Sending took %1, the answer came after %2", "@row")
                      .arg(Words::duration(run.uploadMs.value_or(0)), Words::duration(*run.dotToReplyMs));
            m_runs[i]->say(widgets::State::Fine, subject, upload, tr("Answered", "@state"));
        } else {
            m_runs[i]->say(widgets::State::Attention, subject, {}, tr("No answer", "@state"));
        }
    }
    m_runsPanel->setVisible(!runs.isEmpty() && m_stage != Stage::Asking);
}

void Timing::showPrograms()
{
    QList<session::Patience> programs = diagnosis().patience();
    // The person's own programs first: theirs is the question.
    std::stable_sort(
        programs.begin(), programs.end(),
        [](const session::Patience &a, const session::Patience &b) { return a.found > b.found; });
    programs = programs.mid(0, 6);
    while (m_programs.size() < programs.size()) {
        m_programs += new widgets::StatusRow;
        m_programsPanel->column()->addWidget(m_programs.constLast());
    }
    QList<widgets::TimeBar::Limit> limits;
    for (int i = 0; i < programs.size(); ++i) {
        const session::Patience &program = programs[i];
        const QString name = Words::program(diagnosis().knowledge(), program.program, language());
        const QString waits = program.confirmed
            ? tr("waits %1", "@row").arg(Words::seconds(program.seconds))
            : tr("waits about %1", "@row").arg(Words::seconds(program.seconds));
        m_programs[i]->say(program.wouldTimeOut ? widgets::State::Bad : widgets::State::Fine,
                           program.found ? tr("%1 (on this PC)", "@row").arg(name) : name, waits,
                           program.wouldTimeOut ? tr("Hangs up too early", "@state")
                                                : tr("Waits long enough", "@state"));
        if (limits.size() < 3 && program.seconds > 0)
            limits += {double(program.seconds), tr("%1 hangs up", "@mark").arg(name)};
    }
    m_bar->setLimits(limits);
    m_programsPanel->setVisible(m_stage == Stage::Done && slowest() > 0 && !programs.isEmpty());
}

void Timing::retranslate()
{
    showPrograms();
    refresh();
    m_live->setVisible(m_stage == Stage::Running || (m_stage == Stage::Done && slowest() > 0));
    m_programsTitle->say(tr("How long mail programs wait", "@heading"));
    m_runsTitle->say(tr("The test mails", "@heading"));
    const QString address = diagnosis().visit().address;
    if (m_stage == Stage::Asking)
        return m_note->say(
            widgets::State::Info,
            address.isEmpty() ? tr("Three test mails go to your own address, to nobody else.", "@consent")
                              : tr("Three test mails go to %1, to nobody else.", "@consent").arg(address),
            tr("Their sizes: %1, %2 and %3. They contain only “This is a test”, and you may delete them "
               "afterwards.",
               "@consent")
                .arg(Words::megabytes(sizes[0]), Words::megabytes(sizes[1]), Words::megabytes(sizes[2])));
    if (m_stage == Stage::Done && slowest() <= 0)
        return m_note->say(widgets::State::Attention, tr("The test mail could not be sent.", "@result"),
                           tr("Press “Next” to see what was found about it.", "@result"));
    m_note->say(QString());
}

} // namespace wizard::screens
