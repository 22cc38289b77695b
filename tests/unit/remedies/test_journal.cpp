#include "remedies/journal.h"

#include "remedies/owner.h"
#include "remedies/safe_edit.h"
#include "support/edit_home.h"
#include "support/skips.h"

#include <QCoreApplication>
#include <QTest>

using model::EntryState;
using model::Outcome;
using model::Refusal;
using remedies::Journal;

namespace {

Outcome change(const support::EditHome &home, Journal &journal)
{
    return remedies::SafeEdit(journal, QStringLiteral("test.edit"))
        .run({{home.prefs(), remedies::thunderbirdOwner(home.profile()), [](const QByteArray &bytes) {
                   remedies::Patch patch;
                   patch.bytes = bytes + "// ours\n";
                   return patch;
               }}});
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    void makesAClosedFolder();
    void remembersAcrossStarts();
    void undoesOnlyOnce();
    void doesNotOverwriteLaterChanges_data();
    void doesNotOverwriteLaterChanges();
    void undoesOnceTheLaterChangeIsTakenBack();
    void refusesAMeddledBackup_data();
    void refusesAMeddledBackup();
    void finishesAnInterruptedUndo();
    void livesWithBrokenLines_data();
    void livesWithBrokenLines();
    void cannotWriteWhereThereIsNoPlace();
    void isNotHeldUpByALockOfTheDead_data();
    void isNotHeldUpByALockOfTheDead();
};

void TestJournal::makesAClosedFolder()
{
    SKIP_ON_WINDOWS("closed by the folder it lies in, which is the person's alone");
    const support::EditHome home;
    const Journal journal(home.journalFolder() + QStringLiteral("/deep/down"));
    QVERIFY(journal.writable());
    QCOMPARE(QFileInfo(journal.folder()).permissions()
                 & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther),
             QFile::Permissions());
}

void TestJournal::remembersAcrossStarts()
{
    const support::EditHome home;
    const QByteArray before = support::readFile(home.prefs());
    QString first, second;
    {
        Journal journal(home.journalFolder());
        first = change(home, journal).entry;
        second = change(home, journal).entry;
        QVERIFY(first != second);
    }
    Journal journal(home.journalFolder());
    QCOMPARE(journal.entries().size(), 2);
    QCOMPARE(journal.entries().value(0).remedy, QStringLiteral("test.edit"));
    QVERIFY(journal.entries().value(0).at.isValid());
    QCOMPARE(journal.undo(first).refusal, Refusal::ChangedMeanwhile); // the second stands upon it
    QVERIFY(journal.undo(second).ok());
    QVERIFY(journal.undo(first).ok());
    QCOMPARE(support::readFile(home.prefs()), before);
}

void TestJournal::undoesOnlyOnce()
{
    const support::EditHome home;
    Journal journal(home.journalFolder());
    const Outcome made = change(home, journal);
    QCOMPARE(journal.undo(QStringLiteral("20260101-000000-1")).refusal, Refusal::NotFound);
    QCOMPARE(journal.undo({}).refusal, Refusal::NotFound);
    QVERIFY(journal.undo(made.entry).ok());
    QCOMPARE(journal.undo(made.entry).refusal, Refusal::NotApplicable);
}

void TestJournal::doesNotOverwriteLaterChanges_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::newRow("a line more") << support::prefsWithAccount("// ours\n// theirs\n");
    QTest::newRow("a bit less") << support::prefsWithAccount("// ours");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("gone") << QByteArray();
}

void TestJournal::doesNotOverwriteLaterChanges()
{
    QFETCH(QByteArray, now);
    const support::EditHome home;
    Journal journal(home.journalFolder());
    const Outcome made = change(home, journal);
    if (now.isNull())
        QFile::remove(home.prefs());
    else
        support::writeFile(home.prefs(), now);
    const Outcome outcome = journal.undo(made.entry);
    QCOMPARE(outcome.refusal, Refusal::ChangedMeanwhile);
    QCOMPARE(outcome.file, home.prefs());
    QCOMPARE(support::readFile(home.prefs()), now);
    QCOMPARE(QFileInfo::exists(home.prefs()), !now.isNull());
    QCOMPARE(journal.entries().value(0).state, EntryState::Conflict);
    QVERIFY(home.strays().isEmpty());
}

void TestJournal::undoesOnceTheLaterChangeIsTakenBack()
{
    const support::EditHome home;
    const QByteArray before = support::readFile(home.prefs());
    Journal journal(home.journalFolder());
    const Outcome made = change(home, journal);
    support::writeFile(home.prefs(), "theirs");
    QVERIFY(!journal.undo(made.entry).ok());
    support::writeFile(home.prefs(), before + "// ours\n");
    QVERIFY(journal.undo(made.entry).ok());
    QCOMPARE(support::readFile(home.prefs()), before);
}

void TestJournal::refusesAMeddledBackup_data()
{
    QTest::addColumn<QByteArray>("backup");
    QTest::newRow("changed") << QByteArray("user_pref(\"evil\", 1);\n");
    QTest::newRow("cut") << support::prefsWithAccount().left(100);
    QTest::newRow("gone") << QByteArray();
}

void TestJournal::refusesAMeddledBackup()
{
    QFETCH(QByteArray, backup);
    const support::EditHome home;
    Journal journal(home.journalFolder());
    const Outcome made = change(home, journal);
    const QByteArray now = support::readFile(home.prefs());
    const QString path = journal.entries().value(0).backup;
    QFile::remove(path);
    if (!backup.isNull())
        support::writeFile(path, backup);
    QCOMPARE(journal.undo(made.entry).refusal, Refusal::Unreadable);
    QCOMPARE(support::readFile(home.prefs()), now);
    QCOMPARE(journal.entries().value(0).state, EntryState::Done);
}

void TestJournal::finishesAnInterruptedUndo()
{
    const support::EditHome home;
    const QByteArray before = support::readFile(home.prefs());
    {
        Journal journal(home.journalFolder());
        change(home, journal);
    }
    // What an undo leaves that ended right after it had written its intention.
    const QString file = home.journalFolder() + QStringLiteral("/journal.jsonl");
    const QByteArray line = support::readFile(file).trimmed().split('\n').last();
    QByteArray undoing = line;
    undoing.replace("\"undoing\":false", "\"undoing\":true");
    QVERIFY(undoing != line);
    support::writeFile(file, support::readFile(file) + undoing + '\n');
    Journal journal(home.journalFolder());
    QCOMPARE(journal.recover().value(0).state, EntryState::Undone);
    QCOMPARE(support::readFile(home.prefs()), before);
}

void TestJournal::livesWithBrokenLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("cut") << QByteArray("{\"id\":\"20260101-000000-1\",\"remedy\":\"x");
    QTest::newRow("no object") << QByteArray("[1,2]\n");
    QTest::newRow("unknown state") << QByteArray("{\"id\":\"a\",\"state\":\"perhaps\"}\n");
    QTest::newRow("no hash") << QByteArray(
        "{\"id\":\"a\",\"state\":\"intended\",\"parts\":[{\"path\":\"/p\",\"owner\":\"o\",\"backup\":\"/"
        "b\",\"temp\":\"/t\",\"before\":\"0\",\"after\":\"0\"}]}\n");
    QTest::newRow("an id that is a path") << QByteArray("{\"id\":\"../a\",\"state\":\"done\"}\n");
    QTest::newRow("bytes") << QByteArray("\0\xFF\xFE\x80\n", 5);
}

void TestJournal::livesWithBrokenLines()
{
    QFETCH(QByteArray, line);
    const support::EditHome home;
    const QString file = home.journalFolder() + QStringLiteral("/journal.jsonl");
    support::writeFile(file, line);
    QString made;
    {
        Journal journal(home.journalFolder());
        QVERIFY(journal.entries().isEmpty());
        QVERIFY(journal.recover().isEmpty());
        made = change(home, journal).entry;
    }
    const Journal journal(home.journalFolder());
    QCOMPARE(journal.entries().size(), 1);
    QCOMPARE(journal.entries().value(0).id, made);
    QVERIFY(support::readFile(file).startsWith(line)); // nothing is thrown away
}

void TestJournal::cannotWriteWhereThereIsNoPlace()
{
    const support::EditHome home;
    home.write(QStringLiteral("file"), "x");
    Journal journal(home.path(QStringLiteral("file/below")));
    QVERIFY(!journal.writable());
    QCOMPARE(change(home, journal).refusal, Refusal::AnotherTodoku);
}

void TestJournal::isNotHeldUpByALockOfTheDead_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing yet written") << QByteArray();
    QTest::newRow("a process that is long gone") << QByteArray("999999\ntodoku\nhost\n");
    QTest::newRow("this very process, before a restart")
        << QByteArray::number(QCoreApplication::applicationPid()) + "\ntodoku\nhost\n";
}

void TestJournal::isNotHeldUpByALockOfTheDead()
{
    QFETCH(QByteArray, content);
    const support::EditHome home;
    support::writeFile(home.journalFolder() + QStringLiteral("/lock"), content);
    const Journal journal(home.journalFolder());
    QVERIFY(journal.writable());
    const Journal second(home.journalFolder());
    QVERIFY(!second.writable());
}

QTEST_GUILESS_MAIN(TestJournal)
#include "test_journal.moc"
