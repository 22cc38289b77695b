// Only on Unix: processes that are killed.
// What the next start finds after a crash when somebody else was there first: it decides by what stands
// there, waits where the program is open, and never guesses.
#include "support/edit_subject.h"
#include "support/killed.h"

#include <QTest>

using model::EntryState;
using model::Refusal;
using remedies::AsideStep;
using remedies::Journal;
using support::EditSubject;
using Kind = support::EditSubject::Kind;

namespace {

void killAt(const EditSubject &subject, int station, int nth = 1)
{
    support::killedWhile([&] {
        int passed = 0;
        const auto journal = subject.journal();
        subject.run(*journal, [&](int now) {
            if (now == station && ++passed == nth)
                support::killMe();
        });
    });
}

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

private slots:
    void decidesByWhatStandsThere_data();
    void decidesByWhatStandsThere();
    void bringsBackSettingsThatAreInNoPlace_data();
    void bringsBackSettingsThatAreInNoPlace();
    void takesBackAnExchangeThatLostBothFiles();
    void waitsWhileTheProgramIsOpen_data();
    void waitsWhileTheProgramIsOpen();
    void keepsMailWhoseCopyIsGone();
    void finishesWithAnIndexThatHasTwoNames_data();
    void finishesWithAnIndexThatHasTwoNames();
    void believesNoHalfLine_data();
    void believesNoHalfLine();
    void setsSeveralFoldersAsideAtOnce();
    void takesNoMoreThanItCanNoteDown();
    void setsNothingAsideBesideAnotherTodoku();
    void setsNothingAsideOnceTheProgramIsOpen();
};

void TestRecovery::decidesByWhatStandsThere_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("station");
    QTest::addColumn<QString>("command");
    QTest::addColumn<EntryState>("state");
    const QString write = QStringLiteral("echo x >> {F}");
    QTest::newRow("written before a copy was whole") << Kind::File << 5 << write << EntryState::RolledBack;
    QTest::newRow("written behind the copies") << Kind::File << 8 << write << EntryState::Conflict;
    QTest::newRow("mail came in before it began")
        << Kind::MhFolder << int(AsideStep::Split) << write << EntryState::RolledBack;
    QTest::newRow("mail came in behind that")
        << Kind::MhFolder << int(AsideStep::Begun) << write << EntryState::Conflict;
    QTest::newRow("an mbox that is gone")
        << Kind::Mbox << int(AsideStep::Begun) << QStringLiteral("rm {F}") << EntryState::Conflict;
}

void TestRecovery::decidesByWhatStandsThere()
{
    QFETCH(Kind, kind);
    QFETCH(int, station);
    QFETCH(QString, command);
    const EditSubject subject(kind);
    killAt(subject, station);
    const QString file = kind == Kind::File ? subject.home().prefs()
        : kind == Kind::Mbox                ? subject.place() + QStringLiteral("/box")
                                            : subject.place() + QStringLiteral("/3");
    QVERIFY(support::shell(command.replace(QStringLiteral("{F}"), file)));
    const QByteArray stands = support::readFile(file);
    const auto journal = subject.journal();
    QCOMPARE(journal->recover().size(), 1);
    QTEST(journal->entries().value(0).state, "state");
    QCOMPARE(support::readFile(file), stands); // what somebody wrote is never touched
}

void TestRecovery::bringsBackSettingsThatAreInNoPlace_data()
{
    QTest::addColumn<int>("station");
    QTest::addColumn<bool>("undoing");
    QTest::addColumn<EntryState>("state");
    // ReplaceFile of Windows, cut in its middle: the old file is away, the new one is not there yet.
    QTest::newRow("of a change") << int(remedies::EditStep::Rechecked) << false << EntryState::RolledBack;
    QTest::newRow("of an undo") << int(remedies::EditStep::ReadBack) << true << EntryState::Undone;
}

void TestRecovery::bringsBackSettingsThatAreInNoPlace()
{
    QFETCH(int, station);
    QFETCH(bool, undoing);
    const EditSubject subject(Kind::File);
    const QByteArray before = support::readFile(subject.home().prefs());
    killAt(subject, station);
    const QString file = subject.home().journalFolder() + QStringLiteral("/journal.jsonl");
    if (undoing) {
        QFile journal(file);
        QVERIFY(journal.open(QIODevice::ReadWrite));
        QJsonObject record = QJsonDocument::fromJson(journal.readAll().trimmed().split('\n').last()).object();
        record.insert(QStringLiteral("undoing"), true);
        QVERIFY(journal.write('\n' + QJsonDocument(record).toJson(QJsonDocument::Compact) + '\n') > 0);
    }
    QVERIFY(QFile::remove(subject.home().prefs()));

    support::pretendRunning(subject.home());
    QVERIFY(subject.journal()->recover().isEmpty());
    QVERIFY(!QFileInfo::exists(subject.home().prefs()));
    QVERIFY(QFile::remove(subject.home().profile() + QStringLiteral("/lock")));

    const auto journal = subject.journal();
    QCOMPARE(journal->recover().size(), 1);
    QTEST(journal->entries().value(0).state, "state");
    QCOMPARE(support::readFile(subject.home().prefs()), before);
}

void TestRecovery::takesBackAnExchangeThatLostBothFiles()
{
    const EditSubject subject(Kind::File);
    const QByteArray before = support::readFile(subject.home().prefs());
    const auto journal = subject.journal();
    const auto outcome = subject.run(*journal, [&](int now) {
        if (now == int(remedies::EditStep::Rechecked))
            QVERIFY(support::shell(QStringLiteral("rm '%1' '%1'.todoku-*").arg(subject.home().prefs())));
    });
    QVERIFY(!outcome.ok());
    QCOMPARE(journal->entries().value(0).state, EntryState::RolledBack);
    QCOMPARE(support::readFile(subject.home().prefs()), before);
}

void TestRecovery::waitsWhileTheProgramIsOpen_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("station");
    QTest::newRow("one of two files") << Kind::TwoFiles << int(remedies::EditStep::ReadBack);
    QTest::newRow("mail that is about to go") << Kind::MhFolder << int(AsideStep::Begun);
    QTest::newRow("a mail folder that is about to go") << Kind::Mbox << int(AsideStep::Begun);
}

void TestRecovery::waitsWhileTheProgramIsOpen()
{
    QFETCH(Kind, kind);
    QFETCH(int, station);
    const EditSubject subject(kind);
    killAt(subject, station);
    const auto stands = subject.content();
    support::pretendRunning(subject.home());
    {
        const auto journal = subject.journal();
        QVERIFY(journal->recover().isEmpty());
        QCOMPARE(journal->entries().value(0).state, EntryState::Intended);
    }
    QFile::remove(subject.home().profile() + QStringLiteral("/lock"));
    const auto journal = subject.journal();
    QCOMPARE(journal->recover().size(), 1);
    QVERIFY(subject.isBefore() || subject.isAfter());
    QVERIFY(subject.isWhole());
}

void TestRecovery::keepsMailWhoseCopyIsGone()
{
    const EditSubject subject(Kind::MhFolder);
    killAt(subject, int(AsideStep::Begun));
    QVERIFY(QFile::remove(subject.place() + QStringLiteral("/4"))); // so that it is half done
    QVERIFY(support::shell(QStringLiteral("rm '%1'/aside/*/3.queued").arg(subject.home().journalFolder())));
    const auto journal = subject.journal();
    QCOMPARE(journal->recover().value(0).state, EntryState::Conflict);
    QVERIFY(QFileInfo::exists(subject.place() + QStringLiteral("/3")));
}

void TestRecovery::finishesWithAnIndexThatHasTwoNames_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("index");
    QTest::newRow("mbox") << Kind::Mbox << QStringLiteral("box.msf");
    QTest::newRow("bmf") << Kind::Bmf << QStringLiteral("Folder.idx");
}

/// A file gets its new name before it loses the old one: a kill may come in between.
void TestRecovery::finishesWithAnIndexThatHasTwoNames()
{
    QFETCH(Kind, kind);
    QFETCH(QString, index);
    const EditSubject subject(kind);
    killAt(subject, int(AsideStep::Begun));
    const QString aside = subject.home().journalFolder() + QStringLiteral("/aside");
    const QString own = aside + u'/' + QDir(aside).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0);
    QVERIFY(support::shell(QStringLiteral("ln '%1/%2' '%3/%2'").arg(subject.place(), index, own)));
    const auto journal = subject.journal();
    QCOMPARE(journal->recover().value(0).state, EntryState::Done);
    QVERIFY(subject.isAfter());
    QVERIFY(!QFileInfo::exists(subject.place() + u'/' + index));
    QVERIFY(journal->undo(journal->entries().value(0).id).ok());
    QVERIFY(subject.isBefore());
}

void TestRecovery::believesNoHalfLine_data()
{
    QTest::addColumn<QByteArray>("field");
    for (const char *field : {"id", "path", "owner", "backup", "temp", "before", "after"})
        QTest::newRow(field) << QByteArray(field);
}

void TestRecovery::believesNoHalfLine()
{
    QFETCH(QByteArray, field);
    const EditSubject subject(Kind::File);
    {
        const auto journal = subject.journal();
        QVERIFY(subject.run(*journal).ok());
    }
    const QString file = subject.home().journalFolder() + QStringLiteral("/journal.jsonl");
    QByteArray lines = support::readFile(file);
    const QByteArray key = '"' + field + "\":\"";
    for (qsizetype at = lines.indexOf(key); at >= 0; at = lines.indexOf(key, at + 1))
        lines.remove(at + key.size(), lines.indexOf('"', at + key.size()) - at - key.size());
    support::writeFile(file, lines);
    const auto journal = subject.journal();
    // The backup stands twice in a line: for the person, and for the engine.
    QVERIFY(journal->entries().isEmpty());
}

void TestRecovery::setsSeveralFoldersAsideAtOnce()
{
    const support::AsideHome first(support::AsideHome::Kind::Mbox),
        second(support::AsideHome::Kind::MhFolder);
    const auto before = first.content(), beforeToo = second.content();
    Journal journal(first.journalFolder());
    const model::Outcome outcome
        = remedies::SetAside(journal, QStringLiteral("test.aside")).run({first.folder(), second.folder()});
    QVERIFY2(outcome.ok(), qPrintable(outcome.file));
    QVERIFY(first.isEmpty() && second.isEmpty());
    QCOMPARE(first.messages().size(), 4);
    QVERIFY(journal.undo(outcome.entry).ok());
    QCOMPARE(first.content(), before);
    QCOMPARE(second.content(), beforeToo);
}

void TestRecovery::takesNoMoreThanItCanNoteDown()
{
    const support::AsideHome home(support::AsideHome::Kind::MhFolder);
    QVERIFY(support::shell(QStringLiteral("cd '%1' && touch $(seq 5 10005)").arg(home.place())));
    Journal journal(home.journalFolder());
    const model::Outcome outcome = home.run(journal);
    QCOMPARE(outcome.refusal, Refusal::NotPlainFile);
    QCOMPARE(outcome.detail, QStringLiteral("too many"));
}

void TestRecovery::setsNothingAsideBesideAnotherTodoku()
{
    const support::AsideHome home(support::AsideHome::Kind::MhFolder);
    const auto before = home.content();
    const Journal first(home.journalFolder());
    Journal second(home.journalFolder());
    QCOMPARE(home.run(second).refusal, Refusal::AnotherTodoku);
    QCOMPARE(home.content(), before);
}

void TestRecovery::setsNothingAsideOnceTheProgramIsOpen()
{
    const support::AsideHome home(support::AsideHome::Kind::MhFolder);
    const auto before = home.content();
    Journal journal(home.journalFolder());
    const model::Outcome outcome = home.run(journal, [&](AsideStep step) {
        if (step == AsideStep::Begun)
            support::pretendRunning(home);
    });
    QCOMPARE(outcome.refusal, Refusal::ProgramRunning);
    QCOMPARE(home.content(), before);
    QCOMPARE(home.messages(), QByteArrayList());
    QCOMPARE(journal.entries().value(0).state, EntryState::RolledBack);
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "test_recovery.moc"
