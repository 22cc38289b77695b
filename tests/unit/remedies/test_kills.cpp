// Only on Unix: processes that are killed.
// The process ends at any moment, in a change, in an undo, in a recovery: what stands on the disk is what
// stood there or what was meant, no message is lost, the journal says which, and undo brings all of it back.
// TODOKU_MOMENTS: how many moments for each kind; TODOKU_SEED: of which sequence.
#include "support/edit_subject.h"
#include "support/killed.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>
#include <csignal>
#include <ctime>

using model::EntryState;
using model::Outcome;
using remedies::Journal;
using support::EditSubject;
using Kind = support::EditSubject::Kind;

namespace {

int number(const char *name, int otherwise)
{
    bool given = false;
    const int found = qEnvironmentVariableIntValue(name, &given);
    return given ? found : otherwise;
}

/// Runs `work` in a process of its own and ends that after so many microseconds; negative: never. Returns how
/// many it ran.
qint64 endedAfter(qint64 moment, const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    if (moment >= 0) {
        const timespec until{moment / 1'000'000, moment % 1'000'000 * 1000};
        ::nanosleep(&until, nullptr); // the moment itself; nothing is waited for
        ::kill(child, SIGKILL);
    }
    ::waitpid(child, nullptr, 0);
    return clock.nsecsElapsed() / 1000;
}

void change(const EditSubject &subject)
{
    const auto journal = subject.journal();
    subject.run(*journal);
}

void takeBack(const EditSubject &subject)
{
    const auto journal = subject.journal();
    journal->recover();
    for (const auto &entry : journal->entries())
        journal->undo(entry.id);
}

void recover(const EditSubject &subject)
{
    subject.journal()->recover();
}

/// Empty if all that must hold at the next start does.
QString wrongAfter(const EditSubject &subject)
{
    if (!subject.isWhole())
        return QStringLiteral("torn or lost before the recovery");
    const auto journal = subject.journal();
    if (!journal->writable())
        return QStringLiteral("held up by a dead process");
    journal->recover();
    if (!subject.isWhole())
        return QStringLiteral("torn or lost after the recovery");
    const bool before = subject.isBefore();
    if (!before && !subject.isAfter())
        return QStringLiteral("neither as before nor as intended");
    const QList<model::JournalEntry> entries = journal->entries();
    if (entries.isEmpty())
        return before ? QString() : QStringLiteral("changed without a word in the journal");
    const EntryState state = entries.last().state;
    if (before != (state == EntryState::RolledBack || state == EntryState::Undone)
        || (!before && state != EntryState::Done))
        return QStringLiteral("the journal says ") + model::name(state);
    const QStringList strays = subject.strays(*journal);
    if (!strays.isEmpty())
        return QStringLiteral("left behind: ") + strays.join(u' ');
    if (!journal->recover().isEmpty())
        return QStringLiteral("recovered twice");
    if (!before && !journal->undo(entries.last().id).ok())
        return QStringLiteral("cannot be undone");
    return subject.isBefore() ? QString() : QStringLiteral("undone to something else");
}

} // namespace

class TestKills : public QObject
{
    Q_OBJECT

private slots:
    void survivesAKillAfterEveryStation_data();
    void survivesAKillAfterEveryStation();
    void survivesAKillAtRandomMoments_data();
    void survivesAKillAtRandomMoments();
    void survivesManyAtOnce();
};

void TestKills::survivesAKillAfterEveryStation_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("nth");
    for (const Kind kind : EditSubject::kinds) {
        // With two files or values the later stations are passed more than once: count them, not name them.
        int stations = 0;
        const EditSubject subject(kind);
        const auto journal = subject.journal();
        subject.run(*journal, [&](int) { ++stations; });
        for (int nth = 1; nth <= stations; ++nth)
            QTest::addRow("%s, station %d", qPrintable(EditSubject::name(kind)), nth) << kind << nth;
    }
}

void TestKills::survivesAKillAfterEveryStation()
{
    QFETCH(Kind, kind);
    QFETCH(int, nth);
    const EditSubject subject(kind);
    QVERIFY(support::killedWhile([&] {
        int passed = 0;
        const auto journal = subject.journal();
        subject.run(*journal, [&](int) {
            if (++passed == nth)
                support::killMe();
        });
    }));
    QCOMPARE(wrongAfter(subject), QString());
}

void TestKills::survivesAKillAtRandomMoments_data()
{
    QTest::addColumn<Kind>("kind");
    for (const Kind kind : EditSubject::kinds)
        QTest::addRow("%s", qPrintable(EditSubject::name(kind))) << kind;
}

void TestKills::survivesAKillAtRandomMoments()
{
    QFETCH(Kind, kind);
    const int moments = number("TODOKU_MOMENTS", 15);
    const int seed = number("TODOKU_SEED", int(QRandomGenerator::global()->bounded(1'000'000)));
    QRandomGenerator random{quint32(seed)};
    constexpr qsizetype bytes = 200'000; // so that writing takes a share of the time
    qint64 changing = 0, undoing = 0;
    {
        const EditSubject subject(kind, bytes);
        changing = endedAfter(-1, [&] { change(subject); });
        undoing = endedAfter(-1, [&] { takeBack(subject); });
        QVERIFY(subject.isBefore());
    }
    int before = 0, after = 0;
    for (int moment = 0; moment < moments; ++moment) {
        const EditSubject subject(kind, bytes);
        const auto within = [&random](qint64 time) { return qint64(random.generateDouble() * double(time)); };
        // A third each: in the change; in the undo; in the change, and then in its recovery.
        if (moment % 3 == 1) {
            change(subject);
            QVERIFY(subject.isAfter());
            endedAfter(within(undoing), [&] { takeBack(subject); });
        } else {
            endedAfter(within(changing), [&] { change(subject); });
            if (moment % 3 == 2)
                endedAfter(within(undoing), [&] { recover(subject); });
        }
        ++(subject.isBefore() ? before : after);
        const QString wrong = wrongAfter(subject);
        QVERIFY2(
            wrong.isEmpty(),
            qPrintable(QStringLiteral("%1, moment %2, TODOKU_SEED=%3").arg(wrong).arg(moment).arg(seed)));
    }
    qInfo("%s: %d moments, seed %d: %d found as before, %d not; nothing torn, lost or left behind",
          qPrintable(EditSubject::name(kind)), moments, seed, before, after);
}

/// Several Todokus, all at once and again and again: one at a time gets through, the others are told so.
void TestKills::survivesManyAtOnce()
{
    const support::EditHome home;
    const QByteArray before = support::readFile(home.prefs());
    const int rounds = number("TODOKU_MOMENTS", 15);
    constexpr int many = 4;
    QList<pid_t> children;
    for (int one = 0; one < many; ++one) {
        const pid_t child = ::fork();
        if (child == 0) {
            for (int round = 0; round < rounds; ++round) {
                Journal journal(home.journalFolder());
                const Outcome outcome = support::run(home, journal);
                if (outcome.ok() == (outcome.refusal == model::Refusal::AnotherTodoku))
                    ::_exit(1);
            }
            ::_exit(0);
        }
        children.append(child);
    }
    for (const pid_t child : std::as_const(children)) {
        int status = -1;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0); // each attempt was made whole, or refused because of another
    }
    Journal journal(home.journalFolder());
    QVERIFY(journal.writable());
    QVERIFY(journal.recover().isEmpty());
    QByteArray expected = before;
    for (const auto &entry : journal.entries()) {
        QCOMPARE(entry.state, EntryState::Done);
        expected += support::addition;
    }
    QVERIFY(!journal.entries().isEmpty());
    QCOMPARE(support::readFile(home.prefs()), expected); // one line for each that the journal knows
    QVERIFY(home.strays().isEmpty());
}

QTEST_GUILESS_MAIN(TestKills)
#include "test_kills.moc"
