// Only on Unix: faults made by shell, modes and signals.
#include "remedies/set_aside.h"

#include "remedies/owner.h"
#include "remedies/remedy.h"
#include "support/edit_home.h"
#include "support/killed.h"

#include <QDirIterator>
#include <QTest>
#include <algorithm>
#include <cstdlib>
#include <sys/resource.h>
#include <sys/stat.h>

using model::EntryState;
using model::Outcome;
using model::Refusal;
using remedies::AsideStep;
using remedies::Journal;

namespace {

const QByteArray first = "Message-ID: <../../../etc/passwd@x>\nSubject: /../\\:*?\nDate: Sun, 22 Nov 2026 "
                         "19:37:00 +0900\n\nhello\n>From me\n";
const QByteArray second = "Message-ID: <b@x>\n\nwithout a final line break";
const QByteArray expunged = "X-Mozilla-Status: 0009\n\nsent\n";

QByteArray mbox()
{
    return "From - a\n" + first + "\nFrom - b\n" + expunged + "\nFrom - c\n" + second;
}

support::EditHome &fill(support::EditHome &home)
{
    support::writeFile(home.outbox(), mbox());
    support::writeFile(home.outbox() + QStringLiteral(".msf"), "index");
    return home;
}

Outcome run(const support::EditHome &home, Journal &journal,
            const remedies::SetAside::Observer &observer = {})
{
    return remedies::SetAside(journal, QStringLiteral("thunderbird.set-outbox-aside"), observer)
        .run({{home.outbox(), remedies::thunderbirdOwner(home.profile()), home.profile(), 2}});
}

QByteArrayList messagesIn(const QString &folder)
{
    QByteArrayList found;
    QDirIterator entry(folder, {QStringLiteral("*.eml")}, QDir::Files, QDirIterator::Subdirectories);
    while (entry.hasNext())
        found.append(support::readFile(entry.next()));
    std::sort(found.begin(), found.end());
    return found;
}

/// All names in the outbox's folder.
QStringList folderOf(const support::EditHome &home)
{
    return QDir(QFileInfo(home.outbox()).path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

class TestSetAside : public QObject
{
    Q_OBJECT

private slots:
    void isOfferedForMailThatWaits();
    void keepsEveryMessageAndBringsThemBack();
    void namesFilesByNumberAndTimeAlone();
    void bringsThemBackBesideNewMail();
    void bringsThemBackWhereTheOutboxIsGone();
    void survivesAKillAfterEveryStep_data();
    void survivesAKillAfterEveryStep();
    void bringsNothingBackThatWasSentMeanwhile_data();
    void bringsNothingBackThatWasSentMeanwhile();
    void refuses_data();
    void refuses();
    void refusesWhereThereIsNoRoom();
    void noticesNewMailMeanwhile();
    void takesAHugeOutboxInLittleMemory();
};

void TestSetAside::isOfferedForMailThatWaits()
{
    support::EditHome home;
    const remedies::Remedy &remedy = *remedies::remedyNamed(QStringLiteral("thunderbird.set-outbox-aside"));
    QVERIFY(!remedy.applies(home.visit()));
    support::writeFile(home.outbox(), "From - \n" + expunged);
    QVERIFY(!remedy.applies(home.visit()));
    fill(home);
    QVERIFY(remedy.applies(home.visit()));
    const auto preview = remedy.preview(home.visit());
    QCOMPARE(preview.size(), 1);
    QCOMPARE(preview.first().file, home.outbox());
    QCOMPARE(preview.first().oldValue, QStringLiteral("2"));
    Journal journal(home.journalFolder());
    QVERIFY(remedy.apply(home.visit(), journal).ok());
    QVERIFY(remedy.verify(journal.entries().value(0)));
    QVERIFY(!remedy.applies(home.visit()));
    support::writeFile(home.outbox(), "From - \n" + second);
    QVERIFY(!remedy.verify(journal.entries().value(0)));
}

void TestSetAside::keepsEveryMessageAndBringsThemBack()
{
    support::EditHome home;
    fill(home);
    const QByteArray path = QFile::encodeName(home.outbox());
    QCOMPARE(::chmod(path.constData(), 0640), 0);
    Journal journal(home.journalFolder());
    const Outcome outcome = run(home, journal);
    QVERIFY2(outcome.ok(), qPrintable(outcome.file + outcome.detail));
    QCOMPARE(support::readFile(home.outbox()), QByteArray());
    QCOMPARE(folderOf(home), QStringList(QStringLiteral("Unsent Messages")));

    const auto entry = journal.entries().value(0);
    QCOMPARE(support::readFile(entry.backup), mbox());
    QCOMPARE(messagesIn(QFileInfo(entry.backup).path()), QByteArrayList({first, second}));
    QCOMPARE(QFileInfo(QFileInfo(entry.backup).path()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());

    QVERIFY(journal.undo(outcome.entry).ok());
    QCOMPARE(support::readFile(home.outbox()), mbox());
    QCOMPARE(support::readFile(home.outbox() + QStringLiteral(".msf")), QByteArray("index"));
    struct stat status = {};
    QCOMPARE(::stat(path.constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, 0640u);
    QCOMPARE(messagesIn(QFileInfo(entry.backup).path()).size(), 2); // copies stay
}

void TestSetAside::namesFilesByNumberAndTimeAlone()
{
    support::EditHome home;
    fill(home);
    Journal journal(home.journalFolder());
    QVERIFY(run(home, journal).ok());
    const QString folder = QFileInfo(journal.entries().value(0).backup).path();
    QVERIFY(folder.startsWith(journal.folder()));
    QCOMPARE(QDir(folder).entryList({QStringLiteral("*.eml")}, QDir::Files, QDir::Name),
             QStringList({QStringLiteral("00001-20261122-103700.eml"), QStringLiteral("00002-undated.eml")}));
}

void TestSetAside::bringsThemBackBesideNewMail()
{
    support::EditHome home;
    fill(home);
    Journal journal(home.journalFolder());
    const Outcome made = run(home, journal);
    const QByteArray newer = "From - \nSubject: newer\n\nx\n";
    support::writeFile(home.outbox(), newer);
    const Outcome outcome = journal.undo(made.entry);
    QVERIFY2(outcome.ok(), qPrintable(outcome.detail));
    QCOMPARE(support::readFile(home.outbox()), newer);
    QVERIFY(outcome.detail.startsWith(home.outbox() + u' '));
    QCOMPARE(support::readFile(outcome.detail), mbox());
    QCOMPARE(journal.entries().value(0).state, EntryState::Undone);
}

void TestSetAside::bringsThemBackWhereTheOutboxIsGone()
{
    support::EditHome home;
    fill(home);
    Journal journal(home.journalFolder());
    const Outcome made = run(home, journal);
    QVERIFY(QFile::remove(home.outbox()));
    QVERIFY(journal.undo(made.entry).ok());
    QCOMPARE(support::readFile(home.outbox()), mbox());
}

void TestSetAside::survivesAKillAfterEveryStep_data()
{
    QTest::addColumn<int>("step");
    for (int step = 1; step <= int(AsideStep::Recorded); ++step)
        QTest::addRow("step %d", step) << step;
}

void TestSetAside::survivesAKillAfterEveryStep()
{
    QFETCH(int, step);
    support::EditHome home;
    fill(home);
    QVERIFY(support::killedWhile([&] {
        Journal journal(home.journalFolder());
        run(home, journal, [&](AsideStep now) {
            if (int(now) == step)
                support::killMe();
        });
    }));
    const bool begun = step >= int(AsideStep::Begun);
    QCOMPARE(support::readFile(home.outbox()), step >= int(AsideStep::Emptied) ? QByteArray() : mbox());
    Journal journal(home.journalFolder());
    journal.recover();
    QCOMPARE(journal.entries().value(0).state, begun ? EntryState::Done : EntryState::RolledBack);
    QCOMPARE(support::readFile(home.outbox()), begun ? QByteArray() : mbox());
    QCOMPARE(messagesIn(journal.folder()).size(), begun ? 2 : 0); // of nothing made, no copies stay
    QVERIFY(folderOf(home).filter(QStringLiteral("todoku")).isEmpty());
    if (begun)
        QVERIFY(journal.undo(journal.entries().value(0).id).ok());
    QCOMPARE(support::readFile(home.outbox()), mbox());
}

void TestSetAside::bringsNothingBackThatWasSentMeanwhile_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<bool>("undo");
    for (const AsideStep step : {AsideStep::Intended, AsideStep::Copied, AsideStep::Split})
        QTest::addRow("killed at %d", int(step)) << int(step) << false;
    QTest::newRow("killed at the end of an undo") << int(AsideStep::Recorded) << true;
}

/// The program was started before us, sent all that waited, and left an empty folder: as we would have.
void TestSetAside::bringsNothingBackThatWasSentMeanwhile()
{
    QFETCH(int, step);
    QFETCH(bool, undo);
    support::EditHome home;
    fill(home);
    QVERIFY(support::killedWhile([&] {
        Journal journal(home.journalFolder());
        const Outcome made = run(home, journal, [&](AsideStep now) {
            if (!undo && int(now) == step)
                support::killMe();
        });
        journal.undo(made.entry);
        support::killMe();
    }));
    if (undo) {
        // The last line, "undone", never reached the disk.
        const QString file = home.journalFolder() + QStringLiteral("/journal.jsonl");
        const QByteArray lines = support::readFile(file).trimmed();
        support::writeFile(file, lines.left(lines.lastIndexOf('\n')) + '\n');
    }
    QCOMPARE(support::readFile(home.outbox()), mbox());
    support::writeFile(home.outbox(), {});
    Journal journal(home.journalFolder());
    QCOMPARE(journal.recover().value(0).state, undo ? EntryState::Undone : EntryState::RolledBack);
    QCOMPARE(support::readFile(home.outbox()), QByteArray());
    QCOMPARE(journal.undo(journal.entries().value(0).id).refusal, Refusal::NotApplicable);
}

void TestSetAside::refuses_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<Refusal>("refusal");
    QTest::newRow("running") << QStringLiteral("ln -s 127.0.0.1:+%1 {P}/lock").arg(::getpid())
                             << Refusal::ProgramRunning;
    QTest::newRow("nothing in it") << ": > {F}" << Refusal::NotApplicable;
    QTest::newRow("gone") << "rm {F}" << Refusal::NotFound;
    QTest::newRow("linked") << "mv {F} {P}/x && ln -s {P}/x {F}" << Refusal::LinkedFile;
    QTest::newRow("second name") << "ln {F} {P}/x" << Refusal::LinkedFile;
    QTest::newRow("a maildir") << "rm {F} && mkdir -p {F}/cur" << Refusal::NotPlainFile;
    QTest::newRow("read-only") << "chmod 0400 {F}" << Refusal::NotWritable;
    QTest::newRow("larger than any mail folder") << "truncate -s 1T {F}" << Refusal::NotPlainFile;
}

void TestSetAside::refuses()
{
    QFETCH(QString, command);
    support::EditHome home;
    fill(home);
    command.replace(QStringLiteral("{F}"), QStringLiteral("'%1'").arg(home.outbox()))
        .replace(QStringLiteral("{P}"), home.profile());
    QCOMPARE(std::system(qPrintable(command)), 0);
    Journal journal(home.journalFolder());
    QTEST(run(home, journal).refusal, "refusal");
    QVERIFY(journal.entries().isEmpty());
    QVERIFY(!QFileInfo(home.outbox()).isFile() || QFileInfo(home.outbox()).size() != 0
            || command.startsWith(u':'));
}

void TestSetAside::refusesWhereThereIsNoRoom()
{
    support::EditHome home;
    fill(home);
    const QString small = home.path(QStringLiteral("small"));
    QDir().mkpath(small);
    if (::geteuid() != 0
        || std::system(qPrintable(
               QStringLiteral("mount -t tmpfs -o size=2m,mode=0700 none '%1' 2>/dev/null").arg(small)))
            != 0)
        QSKIP("a small disk needs root");
    const QString path = small + QStringLiteral("/Mail/Unsent Messages");
    const QByteArray large = "From - \nA: b\n\n" + QByteArray(900'000, 'x');
    support::writeFile(path, large);
    Journal journal(home.journalFolder());
    // The journal is on another disk: beside the profile is where it would go.
    const remedies::MailFolder folder{path, remedies::thunderbirdOwner(home.profile()),
                                      small + QStringLiteral("/profile"), 1};
    QCOMPARE(remedies::SetAside::place(journal, folder), small + QStringLiteral("/todoku-aside"));
    const Outcome outcome = remedies::SetAside(journal, QStringLiteral("test")).run({folder});
    const QByteArray now = support::readFile(path);
    QCOMPARE(std::system(qPrintable(QStringLiteral("umount '%1'").arg(small))), 0);
    QCOMPARE(outcome.refusal, Refusal::DiskFull);
    QVERIFY(outcome.bytesNeeded > 2 * large.size());
    QCOMPARE(now, large);
}

void TestSetAside::noticesNewMailMeanwhile()
{
    support::EditHome home;
    fill(home);
    Journal journal(home.journalFolder());
    const QByteArray newer = mbox() + "\n\nFrom - d\n" + second;
    const Outcome outcome = run(home, journal, [&](AsideStep step) {
        if (step == AsideStep::Split)
            support::writeFile(home.outbox(), newer);
    });
    QCOMPARE(outcome.refusal, Refusal::ChangedMeanwhile);
    QCOMPARE(support::readFile(home.outbox()), newer);
    QVERIFY(folderOf(home).filter(QStringLiteral("todoku")).isEmpty());
    QCOMPARE(folderOf(home).size(), 2);
    QCOMPARE(journal.entries().value(0).state, EntryState::RolledBack);
}

void TestSetAside::takesAHugeOutboxInLittleMemory()
{
    support::EditHome home;
    fill(home);
    // More than the bound on memory below; 2 GB pass the same way and take a minute.
    const qint64 size = 150'000'000;
    QFile file(home.outbox());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(size));
    QVERIFY(file.write("\n\nFrom - d\nA: b\n\nlast\n") > 0);
    file.close();
    rusage before = {}, after = {};
    ::getrusage(RUSAGE_SELF, &before);
    Journal journal(home.journalFolder());
    const Outcome outcome = run(home, journal);
    ::getrusage(RUSAGE_SELF, &after);
    QVERIFY2(outcome.ok(), qPrintable(outcome.file + outcome.detail));
    QCOMPARE(messagesIn(QFileInfo(journal.entries().value(0).backup).path()).size(), 3);
#ifndef __SANITIZE_ADDRESS__ // it keeps what was freed
    QVERIFY((after.ru_maxrss - before.ru_maxrss) < 64'000); // KiB
#endif
    QVERIFY(journal.undo(outcome.entry).ok());
    QVERIFY(QFileInfo(home.outbox()).size() > size);
}

QTEST_GUILESS_MAIN(TestSetAside)
#include "test_set_aside.moc"
