// Only on Unix: faults made by shell, modes, signals; test_killed_edit_windows.cpp has what Windows can do.
// The fault table of the edit engine: whatever is in the way or happens in between, the file is exactly as
// before or exactly as intended.
#include "remedies/safe_edit.h"

#include "support/killed.h"
#include "support/safe_edit_run.h"

#include <QTest>
#include <sys/stat.h>

using model::EntryState;
using model::Outcome;
using model::Refusal;
using remedies::EditStep;
using remedies::Journal;
using remedies::SafeEdit;

using namespace support;

class TestSafeEdit : public QObject
{
    Q_OBJECT

private slots:
    void changesTheFileAndPutsItBack();
    void keepsTheMode();
    void survivesAKillAfterEveryStep_data();
    void survivesAKillAfterEveryStep();
    void survivesAKillBetweenTwoFiles();
    void refusesWhileTheProgramRuns();
    void noticesWhatHappensMeanwhile_data();
    void noticesWhatHappensMeanwhile();
    void tellsThatTheProgramWasStarted();
    void refusesBesideAnotherTodoku();
};

void TestSafeEdit::changesTheFileAndPutsItBack()
{
    const support::EditHome home;
    const QByteArray before = support::readFile(home.prefs());
    Journal journal(home.journalFolder());
    QList<int> steps;
    const Outcome outcome = run(home, journal, [&](EditStep step) { steps.append(int(step)); });
    QVERIFY2(outcome.ok(), qPrintable(outcome.detail));
    QCOMPARE(steps, QList<int>({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
    QCOMPARE(support::readFile(home.prefs()), before + addition);
    QVERIFY(home.strays().isEmpty());

    const auto entry = journal.entries().value(0);
    QCOMPARE(entry.id, outcome.entry);
    QCOMPARE(entry.state, EntryState::Done);
    QCOMPARE(support::readFile(entry.backup), before);
    QCOMPARE(QFileInfo(entry.backup).permissions() & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    QVERIFY(journal.undo(outcome.entry).ok());
    QCOMPARE(support::readFile(home.prefs()), before);
    QCOMPARE(journal.entries().value(0).state, EntryState::Undone);
    QVERIFY(QFileInfo::exists(entry.backup));
    QVERIFY(home.strays().isEmpty());
}

void TestSafeEdit::keepsTheMode()
{
    for (const mode_t mode : {0600u, 0640u, 0644u, 0755u}) {
        const support::EditHome home;
        const QByteArray path = QFile::encodeName(home.prefs());
        QCOMPARE(::chmod(path.constData(), mode), 0);
        Journal journal(home.journalFolder());
        const Outcome outcome = run(home, journal);
        struct stat status = {};
        QCOMPARE(::stat(path.constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777, mode);
        QVERIFY(journal.undo(outcome.entry).ok());
        QCOMPARE(::stat(path.constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777, mode);
    }
}

void TestSafeEdit::survivesAKillAfterEveryStep_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<bool>("changed");
    for (int step = 1; step <= 12; ++step)
        QTest::addRow("E%d", step) << step << (step >= int(EditStep::Replaced));
}

void TestSafeEdit::survivesAKillAfterEveryStep()
{
    QFETCH(int, step);
    QFETCH(bool, changed);
    const support::EditHome home;
    const QByteArray before = support::readFile(home.prefs());
    QVERIFY(support::killedWhile([&] {
        Journal journal(home.journalFolder());
        run(home, journal, [&](EditStep now) {
            if (int(now) == step)
                support::killMe();
        });
    }));
    QCOMPARE(support::readFile(home.prefs()), changed ? before + addition : before);

    Journal journal(home.journalFolder());
    QVERIFY(journal.writable()); // the lock of a dead process holds nobody up
    const auto settled = journal.recover();
    QCOMPARE(settled.size(), step >= int(EditStep::Intended) && step < int(EditStep::Recorded) ? 1 : 0);
    for (const auto &entry : settled)
        QCOMPARE(entry.state, changed ? EntryState::Done : EntryState::RolledBack);
    QVERIFY(home.strays().isEmpty());
    QVERIFY(journal.recover().isEmpty());
    if (changed)
        QVERIFY(journal.undo(journal.entries().value(0).id).ok());
    QCOMPARE(support::readFile(home.prefs()), before);
    QVERIFY(run(home, journal).ok()); // and the next attempt goes well
}

void TestSafeEdit::survivesAKillBetweenTwoFiles()
{
    const support::EditHome home;
    const QString other = home.profile() + QStringLiteral("/other.js");
    const QByteArray before = support::readFile(home.prefs());
    support::writeFile(other, before);
    QVERIFY(support::killedWhile([&] {
        Journal journal(home.journalFolder());
        SafeEdit(journal, QStringLiteral("test.edit"), [](EditStep now) {
            if (now == EditStep::ReadBack)
                support::killMe();
        }).run({editOf(home, home.prefs()), editOf(home, other)});
    }));
    QCOMPARE(support::readFile(home.prefs()), before + addition);
    QCOMPARE(support::readFile(other), before);
    Journal journal(home.journalFolder());
    QCOMPARE(journal.recover().value(0).state, EntryState::RolledBack);
    QCOMPARE(support::readFile(home.prefs()), before);
    QCOMPARE(support::readFile(other), before);
    QVERIFY(home.strays().isEmpty());
}

void TestSafeEdit::refusesWhileTheProgramRuns()
{
    const support::EditHome home;
    Journal journal(home.journalFolder());
    const Outcome made = run(home, journal);
    const QByteArray before = support::readFile(home.prefs());
    pretendRunning(home);
    QCOMPARE(run(home, journal).refusal, Refusal::ProgramRunning);
    QCOMPARE(journal.undo(made.entry).refusal, Refusal::ProgramRunning);
    QCOMPARE(support::readFile(home.prefs()), before);
    QCOMPARE(journal.entries().size(), 1);
}

void TestSafeEdit::noticesWhatHappensMeanwhile_data()
{
    QTest::addColumn<int>("after");
    QTest::addColumn<QString>("command");
    QTest::addColumn<Refusal>("refusal");
    for (const EditStep step :
         {EditStep::Examined, EditStep::Agreed, EditStep::BackedUp, EditStep::Written}) {
        const auto row = [&](const char *what, const char *command, Refusal refusal) {
            QTest::addRow("%s after E%d", what, int(step))
                << int(step) << QString::fromLatin1(command) << refusal;
        };
        row("written", "echo '// new' >> {F}",
            step < EditStep::BackedUp ? Refusal::InputOutput : Refusal::ChangedMeanwhile);
        row("exchanged for its like", "cp {F} {F}2 && mv {F}2 {F}", Refusal::ChangedMeanwhile);
        row("taken away", "rm {F}", Refusal::NotFound);
        row("linked", "ln {F} {F}3", Refusal::LinkedFile);
    }
    QTest::newRow("started after E7")
        << int(EditStep::Written) << "ln -s 127.0.0.1:+{PID} {P}/lock" << Refusal::ProgramRunning;
    QTest::newRow("written after E9, with our change")
        << int(EditStep::Replaced) << "echo '// new' >> {F}" << Refusal::None;
    QTest::newRow("written after E9, over our change")
        << int(EditStep::Replaced) << "echo 'user_pref(\"x\", 2);' >> {F}" << Refusal::ChangedMeanwhile;
    QTest::newRow("written after E9, without our change")
        << int(EditStep::Replaced) << "sed -i /x/d {F}" << Refusal::ChangedMeanwhile;
    QTest::newRow("taken away after E9") << int(EditStep::Replaced) << "rm {F}" << Refusal::ChangedMeanwhile;
    QTest::newRow("temp meddled with")
        << int(EditStep::Intended) << "touch {F}.todoku-{ID}" << Refusal::InputOutput;
}

void TestSafeEdit::noticesWhatHappensMeanwhile()
{
    QFETCH(int, after);
    QFETCH(QString, command);
    const support::EditHome home;
    Journal journal(home.journalFolder());
    QByteArray expected;
    const Outcome outcome = run(home, journal, [&](EditStep step) {
        if (int(step) != after)
            return;
        const QString id = journal.entries().isEmpty() ? QString() : journal.entries().last().id;
        shell(filled(command, home).replace(QStringLiteral("{ID}"), id));
        expected = support::readFile(home.prefs());
    });
    QTEST(outcome.refusal, "refusal");
    QCOMPARE(support::readFile(home.prefs()), expected); // what somebody wrote meanwhile stays
    if (outcome.ok()) {
        QCOMPARE(journal.entries().value(0).state, EntryState::Done);
        QVERIFY(journal.undo(outcome.entry).ok());
        QCOMPARE(support::readFile(home.prefs()), expected.replace(addition, QByteArray()));
    }
    QVERIFY(home.strays().isEmpty());
}

void TestSafeEdit::tellsThatTheProgramWasStarted()
{
    const support::EditHome home;
    Journal journal(home.journalFolder());
    const Outcome outcome = run(home, journal, [&](EditStep step) {
        if (step == EditStep::Rechecked)
            pretendRunning(home);
    });
    QVERIFY(outcome.ok());
    QCOMPARE(outcome.detail, QStringLiteral("program-started"));
    QCOMPARE(journal.undo(outcome.entry).refusal, Refusal::ProgramRunning);
}

void TestSafeEdit::refusesBesideAnotherTodoku()
{
    const support::EditHome home;
    Journal first(home.journalFolder());
    const Outcome made = run(home, first);
    Journal second(home.journalFolder());
    QVERIFY(first.writable() && !second.writable());
    QCOMPARE(second.entries().size(), 1); // reading works
    QCOMPARE(run(home, second).refusal, Refusal::AnotherTodoku);
    QCOMPARE(second.undo(made.entry).refusal, Refusal::AnotherTodoku);
    QVERIFY(second.recover().isEmpty());
}

QTEST_GUILESS_MAIN(TestSafeEdit)
#include "test_safe_edit.moc"
