// An undo after somebody wrote the file: it says what stands there, or takes its own keys back alone.
#include "remedies/journal.h"

#include "mailapps/prefs_js.h"
#include "remedies/registry_edit.h"
#include "remedies/settings_format.h"
#include "support/registry_file.h"
#include "support/safe_edit_run.h"

#include <QTest>

using model::EntryState;
using model::Outcome;
using model::Refusal;
using remedies::EditStep;
using remedies::Journal;

namespace {

const QByteArray start = "user_pref(\"a\", 1);\nuser_pref(\"mailnews.tcptimeout\", 100);\n";

/// 100 becomes 600, and "b", which is not there, true.
remedies::Edit editOf(const support::EditHome &home)
{
    const QString path = home.prefs();
    return {path, remedies::thunderbirdOwner(home.profile()), [path](const QByteArray &bytes) {
                remedies::Patch patch;
                patch.bytes = mailapps::Prefs(bytes).withNumber("mailnews.tcptimeout", 600);
                patch.bytes = mailapps::Prefs(patch.bytes).withFlag("b", true);
                patch.changes = {{path, QStringLiteral("mailnews.tcptimeout"), QStringLiteral("100"),
                                  QStringLiteral("600")},
                                 {path, QStringLiteral("b"), {}, QStringLiteral("true")}};
                return patch;
            }};
}

Outcome change(const support::EditHome &home, Journal &journal, const remedies::EditObserver &observer = {})
{
    return remedies::SafeEdit(journal, QStringLiteral("test.edit"), observer).run({editOf(home)});
}

const QByteArray ours
    = "user_pref(\"a\", 1);\nuser_pref(\"mailnews.tcptimeout\", 600);\nuser_pref(\"b\", true);\n";

} // namespace

class TestUndoConflict : public QObject
{
    Q_OBJECT

private slots:
    void takesItsOwnKeysBack_data();
    void takesItsOwnKeysBack();
    void survivesAKillWhileItTakesKeysBack_data();
    void survivesAKillWhileItTakesKeysBack();
    void showsWhatStandsThere_data();
    void showsWhatStandsThere();
    void showsAWholeFileItCannotRead();
    void showsAValueOfTheRegistry();
    void needsTheBackupForIt();
    void undoesALaterChangeAndTheEarlierOne();
    void refusesWhileTheProgramRuns();
};

void TestUndoConflict::takesItsOwnKeysBack_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &now, const QByteArray &expected) {
        QTest::newRow(name) << now << expected;
    };
    row("a line more", ours + "user_pref(\"c\", 1);\n", start + "user_pref(\"c\", 1);\n");
    row("other order",
        "user_pref(\"b\", true);\nuser_pref(\"mailnews.tcptimeout\", 600);\nuser_pref(\"a\", 2);\n",
        "user_pref(\"mailnews.tcptimeout\", 100);\nuser_pref(\"a\", 2);\n");
    row("written anew",
        "// Mozilla\r\n\r\nuser_pref('b',true);\r\nuser_pref('mailnews.tcptimeout', 600); // x\r\n",
        "// Mozilla\r\n\r\nuser_pref('mailnews.tcptimeout', 100); // x\r\n");
    row("beside another", "user_pref(\"b\", true); user_pref(\"mailnews.tcptimeout\", 600);",
        " user_pref(\"mailnews.tcptimeout\", 100);");
    row("twice",
        "user_pref(\"b\", false);\nuser_pref(\"b\", true);\nuser_pref(\"mailnews.tcptimeout\", 600);\n",
        "user_pref(\"mailnews.tcptimeout\", 100);\n");
}

void TestUndoConflict::takesItsOwnKeysBack()
{
    QFETCH(QByteArray, now);
    QFETCH(QByteArray, expected);
    const support::EditHome home;
    support::writeFile(home.prefs(), start);
    Journal journal(home.journalFolder());
    const Outcome made = change(home, journal);
    QCOMPARE(support::readFile(home.prefs()), ours);
    support::writeFile(home.prefs(), now);
    const Outcome outcome = journal.undo(made.entry);
    QVERIFY2(outcome.ok(), qPrintable(outcome.detail));
    QCOMPARE(outcome.detail, QStringLiteral("keys-only"));
    QCOMPARE(outcome.entry, made.entry);
    QCOMPARE(support::readFile(home.prefs()), expected);
    QCOMPARE(journal.entries().size(), 1); // one change, and its end
    QCOMPARE(journal.entries().value(0).state, EntryState::Undone);
    QCOMPARE(journal.undo(made.entry).refusal, Refusal::NotApplicable);
    QVERIFY(home.strays().isEmpty());
}

void TestUndoConflict::survivesAKillWhileItTakesKeysBack_data()
{
    QTest::addColumn<int>("lines");
    for (int lines = 0; lines <= 3; ++lines)
        QTest::addRow("%d lines of the journal", lines) << lines;
}

/// The journal is what a kill can cut: intended, done, and the end of the entry that was undone.
void TestUndoConflict::survivesAKillWhileItTakesKeysBack()
{
    QFETCH(int, lines);
    const support::EditHome home;
    support::writeFile(home.prefs(), start);
    const QString file = home.journalFolder() + QStringLiteral("/journal.jsonl");
    const QByteArray more = "user_pref(\"c\", 1);\n";
    QByteArray before;
    {
        Journal journal(home.journalFolder());
        const Outcome made = change(home, journal);
        support::writeFile(home.prefs(), ours + more);
        before = support::readFile(file);
        QVERIFY(journal.undo(made.entry).ok());
    }
    const QByteArrayList written = support::readFile(file).mid(before.size()).simplified().split(' ');
    QCOMPARE(written.size(), 3);
    support::writeFile(file, before + '\n' + written.mid(0, lines).join("\n\n") + '\n');
    if (lines == 0)
        support::writeFile(home.prefs(), ours + more); // nothing is written before the journal says so
    Journal journal(home.journalFolder());
    const auto settled = journal.recover();
    QCOMPARE(settled.size(), lines == 1 || lines == 2 ? 1 : 0);
    QCOMPARE(journal.entries().size(), 1);
    QCOMPARE(journal.entries().value(0).state, lines == 0 ? EntryState::Done : EntryState::Undone);
    QCOMPARE(support::readFile(home.prefs()), lines == 0 ? ours + more : start + more);
}

void TestUndoConflict::showsWhatStandsThere_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("known");
    const auto row
        = [](const char *name, const QByteArray &now, const char *key, const char *words, bool known) {
              QTest::newRow(name) << now << QString::fromLatin1(key) << QString::fromLatin1(words) << known;
          };
    row("another value", "user_pref(\"mailnews.tcptimeout\", 900);\nuser_pref(\"b\", true);\n",
        "mailnews.tcptimeout", "900", true);
    row("as it was before", "user_pref(\"mailnews.tcptimeout\", 100);\nuser_pref(\"b\", true);\n",
        "mailnews.tcptimeout", "100", true);
    row("not set", "user_pref(\"mailnews.tcptimeout\", 600);\n", "b", "", true);
    row("half written", "user_pref(\"mailnews.tcptimeout\", 600);\nuser_pref(\"b\", tr",
        "mailnews.tcptimeout", "", false);
    row("empty", "", "mailnews.tcptimeout", "", false);
}

void TestUndoConflict::showsWhatStandsThere()
{
    QFETCH(QByteArray, now);
    QFETCH(QString, key);
    const support::EditHome home;
    support::writeFile(home.prefs(), start);
    Journal journal(home.journalFolder());
    const Outcome made = change(home, journal);
    support::writeFile(home.prefs(), now);
    const Outcome outcome = journal.undo(made.entry);
    QCOMPARE(outcome.refusal, Refusal::ChangedMeanwhile);
    QVERIFY(!outcome.conflict.isEmpty());
    const model::Clash &clash = outcome.conflict.first();
    QCOMPARE(clash.change.file, home.prefs());
    QCOMPARE(clash.change.key, key);
    QTEST(clash.now, "words");
    QTEST(clash.known, "known");
    QCOMPARE(support::readFile(home.prefs()), now);
    QCOMPARE(journal.entries().size(), 1);
    QCOMPARE(journal.entries().value(0).state, EntryState::Conflict);
    QVERIFY(home.strays().isEmpty());
}

void TestUndoConflict::showsAWholeFileItCannotRead()
{
    const support::EditHome home;
    const QString path = home.profile() + QStringLiteral("/other.js");
    support::writeFile(path, start);
    QVERIFY(!remedies::formatOf(path));
    Journal journal(home.journalFolder());
    const Outcome made
        = remedies::SafeEdit(journal, QStringLiteral("test.edit")).run({support::editOf(home, path)});
    support::writeFile(path, "theirs");
    const Outcome outcome = journal.undo(made.entry);
    QCOMPARE(outcome.conflict.size(), 1);
    QVERIFY(!outcome.conflict.first().known);
    QCOMPARE(outcome.conflict.first().change.newValue, QStringLiteral("1"));
    QCOMPARE(support::readFile(path), QByteArray("theirs"));
}

void TestUndoConflict::showsAValueOfTheRegistry()
{
    const support::EditHome home;
    const QString key = QStringLiteral("HKCU\\Software\\x"), name = QStringLiteral("SMTP Timeout");
    const QString file = home.path(QStringLiteral("user.reg"));
    support::writeFile(file, remedies::registryFile({{key, name, remedies::RegistryData::number(60)}}));
    const auto store = std::make_shared<support::RegistryFile>(file);
    Journal journal(home.journalFolder(), store);
    const Outcome made = remedies::RegistryEdit(journal, QStringLiteral("test.registry"))
                             .run({{key, name, remedies::programOwner({QStringLiteral("no-such-mailer")}),
                                    remedies::RegistryData::number(600)}});
    QVERIFY(made.ok());
    QVERIFY(store->write(key, name, remedies::RegistryData::number(90)).ok());
    const Outcome outcome = journal.undo(made.entry);
    QCOMPARE(outcome.conflict.size(), 1);
    QCOMPARE(outcome.conflict.first().change.oldValue, QStringLiteral("60"));
    QCOMPARE(outcome.conflict.first().change.newValue, QStringLiteral("600"));
    QCOMPARE(outcome.conflict.first().now, QStringLiteral("90"));
    support::writeFile(file, {});
    QVERIFY(!journal.undo(made.entry).conflict.value(0).known);
}

void TestUndoConflict::needsTheBackupForIt()
{
    const support::EditHome home;
    support::writeFile(home.prefs(), start);
    Journal journal(home.journalFolder());
    const Outcome made = change(home, journal);
    support::writeFile(home.prefs(), ours + "// theirs\n");
    support::writeFile(journal.entries().value(0).backup, "user_pref(\"mailnews.tcptimeout\", 1);\n");
    QCOMPARE(journal.undo(made.entry).refusal, Refusal::Unreadable);
    QCOMPARE(support::readFile(home.prefs()), ours + "// theirs\n");
}

void TestUndoConflict::undoesALaterChangeAndTheEarlierOne()
{
    const support::EditHome home;
    support::writeFile(home.prefs(), start);
    Journal journal(home.journalFolder());
    const Outcome first = change(home, journal);
    const Outcome second = support::run(home, journal); // adds "x"
    QCOMPARE(journal.undo(first.entry).detail, QStringLiteral("keys-only"));
    QCOMPARE(support::readFile(home.prefs()), start + support::addition);
    QCOMPARE(journal.undo(second.entry).detail, QStringLiteral("keys-only"));
    QCOMPARE(support::readFile(home.prefs()), start);
}

void TestUndoConflict::refusesWhileTheProgramRuns()
{
    const support::EditHome home;
    support::writeFile(home.prefs(), start);
    Journal journal(home.journalFolder());
    const Outcome made = change(home, journal);
    support::writeFile(home.prefs(), ours + "// theirs\n");
    support::pretendRunning(home);
    QCOMPARE(journal.undo(made.entry).refusal, Refusal::ProgramRunning);
    QCOMPARE(support::readFile(home.prefs()), ours + "// theirs\n");
    QCOMPARE(journal.entries().value(0).state, EntryState::Done);
}

QTEST_GUILESS_MAIN(TestUndoConflict)
#include "test_undo_conflict.moc"
