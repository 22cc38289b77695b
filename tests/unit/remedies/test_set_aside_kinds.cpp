// Mail folders that are no mbox: one file for each message, and Becky!'s own. The same promises hold.
#include "remedies/set_aside.h"

#include "remedies/aside_split.h"
#include "remedies/bmf_splitter.h"
#include "support/aside_home.h"
#include "support/killed.h"

#include <QTest>

using model::EntryState;
using model::Outcome;
using model::Refusal;
using remedies::AsideStep;
using remedies::Journal;
using remedies::MailFolder;
using Kind = remedies::MailFolder::Kind;
using support::AsideHome;

namespace {

QByteArrayList split(const QByteArray &bytes, qsizetype chunk)
{
    QByteArrayList found;
    QByteArray now;
    remedies::BmfSplitter splitter(
        [&](const char *text, qsizetype size) {
            now.append(text, size);
            return Outcome();
        },
        [&] {
            found.append(now);
            now.clear();
            return Outcome();
        });
    for (qsizetype at = 0; at < bytes.size(); at += chunk)
        splitter.feed(bytes.mid(at, chunk));
    splitter.end();
    return found;
}

} // namespace

class TestSetAsideKinds : public QObject
{
    Q_OBJECT

private slots:
    void splitsBeckysFiles_data();
    void splitsBeckysFiles();
    void findsTheMessageInAQueueFile_data();
    void findsTheMessageInAQueueFile();
    void keepsEveryMessageAndBringsThemBack_data();
    void keepsEveryMessageAndBringsThemBack();
    void leavesWhatIsNoMessage();
    void survivesAKillAfterEveryStep_data();
    void survivesAKillAfterEveryStep();
    void bringsBackUnderAnotherNameWhatIsTaken_data();
    void bringsBackUnderAnotherNameWhatIsTaken();
    void doesNotSendTwiceWhatWasSentBeforeRecovery_data();
    void doesNotSendTwiceWhatWasSentBeforeRecovery();
    void refuses_data();
    void refuses();
};

void TestSetAsideKinds::splitsBeckysFiles_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArrayList>("messages");
    const auto row = [](const char *name, const QByteArray &file, const QByteArrayList &messages) {
        QTest::newRow(name) << file << messages;
    };
    row("one", "A: b\r\n\r\nx\r\n.\r\n", {"A: b\r\n\r\nx\r\n", ""});
    row("two", "a\r\n.\r\nb\r\n.\r\n", {"a\r\n", "b\r\n", ""});
    row("line feeds alone", "a\n.\nb\n.\n", {"a\n", "b\n", ""});
    row("no dot at the end", "a\r\n.\r\nb", {"a\r\n", "b"});
    row("a dot without a line break", "a\r\n.", {"a\r\n"});
    row("half a line break", "a\r\n.\r", {"a\r\n"});
    row("doubled dots", "..\r\n...x\r\na..\r\n.\r\n", {".\r\n..x\r\na..\r\n", ""});
    row("a dot that was not doubled", ".x\r\n.\ry\r\n.\r\n", {".x\r\n.\ry\r\n", ""});
    row("a dot within a line", "x.\r\n. \r\n.\r\n", {"x.\r\n. \r\n", ""});
    row("empty messages", ".\r\n.\r\n", {"", "", ""});
    row("nothing", "", {""});
}

void TestSetAsideKinds::splitsBeckysFiles()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArrayList, messages);
    for (const qsizetype chunk : {1, 2, 3, 1000}) // wherever the pieces of a stream end
        QCOMPARE(split(file, chunk), messages);
}

void TestSetAsideKinds::findsTheMessageInAQueueFile_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("Claws Mail") << QByteArray("S:a@x\nSSV:smtp.x\nR:<b@x>\nX-Claws-End-Special-Headers: 1\n");
    QTest::newRow("Sylpheed") << QByteArray("AF:\nNF:0\nS:a@x\nR:<b@x>\nAID:1\n\n");
    QTest::newRow("Windows line breaks") << QByteArray("AF:\r\nS:a@x\r\n\r\n");
    QTest::newRow("the old name") << QByteArray("S:a@x\nFrom-old: x\nX-Sylpheed-End-Special-Headers: 1\n");
    QTest::newRow("none") << QByteArray();
}

void TestSetAsideKinds::findsTheMessageInAQueueFile()
{
    QFETCH(QByteArray, before);
    const support::EditHome home;
    const QByteArray message = "Date: Sun, 22 Nov 2026 19:37:00 +0900\nSubject: x\n\nhello\n";
    const QString copy = home.path(QStringLiteral("aside/17.queued"));
    support::writeFile(copy, before + message);
    int number = 4;
    QVERIFY(remedies::unwrapQueued(copy, &number).ok());
    QCOMPARE(number, 5);
    QCOMPARE(support::readFile(home.path(QStringLiteral("aside/00005-20261122-103700.eml"))), message);
}

void TestSetAsideKinds::keepsEveryMessageAndBringsThemBack_data()
{
    AsideHome::addKinds();
}

void TestSetAsideKinds::keepsEveryMessageAndBringsThemBack()
{
    QFETCH(Kind, kind);
    AsideHome home(kind);
    const auto before = home.content();
    Journal journal(home.journalFolder());
    const Outcome outcome = home.run(journal);
    QVERIFY2(outcome.ok(), qPrintable(outcome.file + outcome.detail));
    QVERIFY(home.isEmpty());
    QCOMPARE(home.messages(), home.expectedMessages());
    const auto entry = journal.entries().value(0);
    QCOMPARE(entry.changes.size(), 1);
    QCOMPARE(entry.changes.first().file, home.folder().path);
    QVERIFY(entry.changes.first().newValue.startsWith(journal.folder()));

    QVERIFY(journal.undo(outcome.entry).ok());
    QCOMPARE(home.content(), before);
    QCOMPARE(home.messages(), home.expectedMessages()); // copies stay
}

void TestSetAsideKinds::leavesWhatIsNoMessage()
{
    AsideHome home(Kind::MhFolder);
    const QString folder = home.folder().path;
    for (const char *name : {".sylpheed_mark", "12a", "a12", "-3", "17.bak"})
        support::writeFile(folder + u'/' + QString::fromLatin1(name), "x");
    support::writeFile(folder + QStringLiteral("/99"), ""); // a file without a byte holds no message
    Journal journal(home.journalFolder());
    QVERIFY(home.run(journal).ok());
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden).size(), 6);
}

void TestSetAsideKinds::survivesAKillAfterEveryStep_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("step");
    for (const Kind kind : {Kind::Bmf, Kind::EmlFolder, Kind::MhFolder})
        for (int step = 1; step <= int(AsideStep::Recorded); ++step)
            QTest::addRow("%s %d", AsideHome::name(kind), step) << kind << step;
}

void TestSetAsideKinds::survivesAKillAfterEveryStep()
{
    QFETCH(Kind, kind);
    QFETCH(int, step);
    AsideHome home(kind);
    const auto before = home.content();
    QVERIFY(support::killedWhile([&] {
        Journal journal(home.journalFolder());
        home.run(journal, [&](AsideStep now) {
            if (int(now) == step)
                support::killMe();
        });
    }));
    const bool begun = step >= int(AsideStep::Begun);
    Journal journal(home.journalFolder());
    journal.recover();
    QCOMPARE(journal.entries().value(0).state, begun ? EntryState::Done : EntryState::RolledBack);
    QCOMPARE(home.isEmpty(), begun);
    QCOMPARE(home.messages(), begun ? home.expectedMessages() : QByteArrayList());
    if (begun)
        QVERIFY(journal.undo(journal.entries().value(0).id).ok());
    QCOMPARE(home.content(), before);
}

void TestSetAsideKinds::bringsBackUnderAnotherNameWhatIsTaken_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("taken");
    QTest::addColumn<QString>("found");
    QTest::newRow("MH: behind the highest number") << Kind::MhFolder << "3"
                                                   << "8";
    QTest::newRow("Live Mail") << Kind::EmlFolder << "0000.eml"
                               << "0000 {ID}.eml";
    QTest::newRow("Becky!") << Kind::Bmf << "1a2b.bmf"
                            << "1a2b {ID}.bmf";
}

void TestSetAsideKinds::bringsBackUnderAnotherNameWhatIsTaken()
{
    QFETCH(Kind, kind);
    QFETCH(QString, taken);
    QFETCH(QString, found);
    AsideHome home(kind);
    const auto before = home.content();
    Journal journal(home.journalFolder());
    const Outcome made = home.run(journal);
    const QString file = home.place() + u'/' + taken, newer = home.place() + QStringLiteral("/7");
    support::writeFile(file, "newer");
    if (kind == Kind::MhFolder)
        support::writeFile(newer, "newest");
    const Outcome outcome = journal.undo(made.entry);
    QVERIFY2(outcome.ok(), qPrintable(outcome.file + outcome.detail));
    QCOMPARE(support::readFile(file), QByteArray("newer"));
    QCOMPARE(outcome.detail, home.place() + u'/' + found.replace(QStringLiteral("{ID}"), made.entry));
    QCOMPARE(support::readFile(outcome.detail), before.value(taken));
}

void TestSetAsideKinds::doesNotSendTwiceWhatWasSentBeforeRecovery_data()
{
    QTest::addColumn<int>("step");
    for (const AsideStep step : {AsideStep::Copied, AsideStep::Split, AsideStep::Begun})
        QTest::addRow("killed at %d", int(step)) << int(step);
}

/// A program that sends a message takes its file away, as we would have.
void TestSetAsideKinds::doesNotSendTwiceWhatWasSentBeforeRecovery()
{
    QFETCH(int, step);
    AsideHome home(Kind::MhFolder);
    QVERIFY(support::killedWhile([&] {
        Journal journal(home.journalFolder());
        home.run(journal, [&](AsideStep now) {
            if (int(now) == step)
                support::killMe();
        });
    }));
    const QString sent = home.place() + QStringLiteral("/3");
    QVERIFY(QFile::remove(sent));
    Journal journal(home.journalFolder());
    QCOMPARE(journal.recover().size(), 1);
    QVERIFY(!QFileInfo::exists(sent));
    // Where originals may have gone already, the rest goes, too: every one has its copy.
    QCOMPARE(home.isEmpty(), step == int(AsideStep::Begun));
}

void TestSetAsideKinds::refuses_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<Refusal>("refusal");
    QTest::newRow("nothing in it") << "rm {F}/*" << Refusal::NotApplicable;
    QTest::newRow("gone") << "rm -r {F}" << Refusal::NotFound;
    QTest::newRow("a file") << "rm -r {F} && touch {F}" << Refusal::NotPlainFile;
    QTest::newRow("a linked folder") << "mv {F} {F}.real && ln -s {F}.real {F}" << Refusal::LinkedFile;
    QTest::newRow("a linked message") << "mv {F}/3 {F}/x && ln -s x {F}/3" << Refusal::LinkedFile;
    QTest::newRow("a message of two names") << "ln {F}/3 {F}/x" << Refusal::LinkedFile;
    QTest::newRow("read-only folder") << "chmod 0555 {F}" << Refusal::NotWritable;
    QTest::newRow("open to all") << "chmod 0777 {F}" << Refusal::ForeignOwner;
}

void TestSetAsideKinds::refuses()
{
#ifdef Q_OS_UNIX
    QFETCH(QString, command);
    AsideHome home(Kind::MhFolder);
    command.replace(QStringLiteral("{F}"), home.folder().path);
    QVERIFY(support::shell(command));
    const auto before = home.content();
    Journal journal(home.journalFolder());
    QTEST(home.run(journal).refusal, "refusal");
    QCOMPARE(home.content(), before);
    QVERIFY(journal.entries().isEmpty());
    QVERIFY(support::shell(QStringLiteral("chmod -R u+w '%1'").arg(home.path())));
#else
    QSKIP("faults made by a shell; test_killed_edit_windows has what stands in the way on Windows");
#endif
}

QTEST_GUILESS_MAIN(TestSetAsideKinds)
#include "test_set_aside_kinds.moc"
