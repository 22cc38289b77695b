// Only on Unix: mounts, owners, limits.
// What stands in the way of an edit: links, other people's files, full and read-only disks. Nothing is
// touched.
#include "remedies/safe_edit.h"

#include "support/killed.h"
#include "support/safe_edit_run.h"

#include <QElapsedTimer>
#include <QTest>
#include <sys/resource.h>

using model::EntryState;
using model::Outcome;
using model::Refusal;
using remedies::Journal;
using remedies::SafeEdit;

using namespace support;

class TestSafeEditRefusals : public QObject
{
    Q_OBJECT

private slots:
    void refusesAtOnceWhatIsTooLarge();
    void refusesAReadOnlyDisk();
    void refusesAnImmutableFile();
    void refusesAFileOfSomebodyElse();
    void allowsAGroupOfOne();
    void refusesOnAFullDisk();
    void refusesAtALimitOnFileSize();
    void refusesWithoutAPlaceForBackups();
    void refusesWhatIsInTheWay_data();
    void refusesWhatIsInTheWay();
};

void TestSafeEditRefusals::refusesAtOnceWhatIsTooLarge()
{
    const support::EditHome home;
    if (!shell(QStringLiteral("truncate -s 1T '%1'").arg(home.prefs())))
        QSKIP("no sparse files here");
    Journal journal(home.journalFolder());
    QElapsedTimer clock;
    clock.start();
    const Outcome outcome = run(home, journal);
    QCOMPARE(outcome.refusal, Refusal::NotPlainFile);
    QVERIFY(clock.elapsed() < 5000); // a terabyte that is read takes minutes
}

void TestSafeEditRefusals::refusesAReadOnlyDisk()
{
    if (!isRoot())
        QSKIP("mounting needs root");
    const support::EditHome home;
    const QByteArray before = support::readFile(home.prefs());
    const QString folder = home.profile();
    if (!shell(QStringLiteral("mount --bind '%1' '%1' && mount -o remount,bind,ro '%1'").arg(folder)))
        QSKIP("mounting is not allowed here");
    Journal journal(home.journalFolder());
    const Outcome outcome = run(home, journal);
    QVERIFY(shell(QStringLiteral("umount '%1'").arg(folder)));
    QCOMPARE(outcome.refusal, Refusal::NotWritable);
    QCOMPARE(support::readFile(home.prefs()), before);
    QCOMPARE(journal.entries().value(0).state, EntryState::RolledBack);
}

void TestSafeEditRefusals::refusesAnImmutableFile()
{
    const support::EditHome home;
    const QByteArray before = support::readFile(home.prefs());
    if (!isRoot() || !shell(QStringLiteral("chattr +i '%1'").arg(home.prefs())))
        QSKIP("the immutable flag needs root and a disk that knows it");
    Journal journal(home.journalFolder());
    const Outcome outcome = run(home, journal);
    QVERIFY(shell(QStringLiteral("chattr -i '%1'").arg(home.prefs())));
    QCOMPARE(outcome.refusal, Refusal::NotWritable);
    QCOMPARE(support::readFile(home.prefs()), before);
    QVERIFY(home.strays().isEmpty());
}

void TestSafeEditRefusals::refusesAFileOfSomebodyElse()
{
    if (!isRoot())
        QSKIP("giving a file away needs root");
    const support::EditHome home;
    for (const QString &target : {home.prefs(), home.profile()}) {
        QVERIFY(shell(QStringLiteral("chown 12345 '%1'").arg(target)));
        Journal journal(home.journalFolder());
        QCOMPARE(run(home, journal).refusal, Refusal::ForeignOwner);
        QVERIFY(shell(QStringLiteral("chown 0 '%1'").arg(target)));
    }
}

void TestSafeEditRefusals::allowsAGroupOfOne()
{
    const support::EditHome home;
    QVERIFY(shell(QStringLiteral("chmod 0770 '%1'").arg(home.profile())));
    if (!shell(QStringLiteral("test \"$(stat -c %G '%1')\" = \"$(id -un)\"").arg(home.profile())))
        QSKIP("this user has no group of the same name");
    Journal journal(home.journalFolder());
    QVERIFY(run(home, journal).ok());
}

void TestSafeEditRefusals::refusesOnAFullDisk()
{
    const support::EditHome home;
    const QString small = home.path(QStringLiteral("small"));
    QDir().mkpath(small);
    if (!isRoot() || !shell(QStringLiteral("mount -t tmpfs -o size=512k,mode=0700 none '%1'").arg(small)))
        QSKIP("a small disk needs root");
    const QString path = small + QStringLiteral("/prefs.js"), filler = small + QStringLiteral("/filler");
    const QByteArray before(100'000, 'x');
    support::writeFile(path, before);
    int refused = 0, made = 0;
    for (int free = 0; free <= 400'000; free += 16'384) {
        support::writeFile(filler, QByteArray(400'000 - free, 'f'));
        Journal journal(home.journalFolder());
        const Outcome outcome = SafeEdit(journal, QStringLiteral("test.edit")).run({editOf(home, path)});
        const QByteArray now = support::readFile(path);
        if (outcome.ok()) {
            ++made;
            QCOMPARE(now, before + addition);
            QFile::remove(filler);
            QVERIFY(journal.undo(outcome.entry).ok());
            support::writeFile(path, before);
        } else {
            ++refused;
            QCOMPARE(outcome.refusal, Refusal::DiskFull);
            QVERIFY(outcome.bytesNeeded >= before.size());
            QCOMPARE(now, before);
        }
        QVERIFY(QDir(small).entryList({QStringLiteral("*todoku*")}).isEmpty());
        QFile::remove(filler);
    }
    QVERIFY(shell(QStringLiteral("umount '%1'").arg(small)));
    QVERIFY(refused > 0 && made > 0);
}

void TestSafeEditRefusals::refusesAtALimitOnFileSize()
{
    const support::EditHome home;
    support::writeFile(home.prefs(), support::prefsWithAccount("// " + QByteArray(100'000, 'x') + '\n'));
    const QByteArray before = support::readFile(home.prefs());
    // In a process of its own: the limit cannot be raised again.
    QVERIFY(!support::killedWhile([&] {
        const rlimit limit{50'000, 50'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        Journal journal(home.journalFolder());
        if (run(home, journal).refusal != Refusal::DiskFull)
            support::killMe();
    }));
    QCOMPARE(support::readFile(home.prefs()), before);
    QVERIFY(home.strays().isEmpty());
    Journal journal(home.journalFolder());
    QVERIFY(QDir(journal.folder() + QStringLiteral("/backups")).isEmpty()); // nothing half-written stays
}

void TestSafeEditRefusals::refusesWithoutAPlaceForBackups()
{
    const support::EditHome home;
    support::writeFile(home.journalFolder() + QStringLiteral("/backups"), "a file");
    Journal journal(home.journalFolder());
    const QByteArray before = support::readFile(home.prefs());
    QCOMPARE(run(home, journal).refusal, Refusal::NotPlainFile);
    QCOMPARE(support::readFile(home.prefs()), before);
    QVERIFY(journal.entries().isEmpty());
}

void TestSafeEditRefusals::refusesWhatIsInTheWay_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<Refusal>("refusal");
    QTest::newRow("file missing") << "rm {F}" << Refusal::NotFound;
    QTest::newRow("file read-only") << "chmod 0444 {F}" << Refusal::NotWritable;
    QTest::newRow("folder read-only") << "chmod 0555 {P}" << Refusal::NotWritable;
    QTest::newRow("folder open to all") << "chmod 0777 {P}" << Refusal::ForeignOwner;
    if (isRoot()) // gives the folder to a group that others may be in
        QTest::newRow("folder open to a group")
            << "chgrp 12345 {P} && chmod 0770 {P}" << Refusal::ForeignOwner;
    QTest::newRow("link to a file") << "mv {F} {P}/real && ln -s real {F}" << Refusal::LinkedFile;
    QTest::newRow("link to nothing") << "rm {F} && ln -s /nowhere {F}" << Refusal::LinkedFile;
    QTest::newRow("link to a device") << "ln -sf /dev/null {F}" << Refusal::LinkedFile;
    QTest::newRow("second name") << "ln {F} {P}/second" << Refusal::LinkedFile;
    QTest::newRow("linked folder") << "mv {P} {P}.real && ln -s {P}.real {P}" << Refusal::LinkedFile;
    QTest::newRow("pipe") << "rm {F} && mkfifo {F}" << Refusal::NotPlainFile;
    QTest::newRow("folder") << "rm {F} && mkdir {F}" << Refusal::NotPlainFile;
}

void TestSafeEditRefusals::refusesWhatIsInTheWay()
{
    QFETCH(QString, command);
    const support::EditHome home;
    QVERIFY(shell(filled(command, home)));
    const QByteArray before
        = QFileInfo(home.prefs()).isFile() ? support::readFile(home.prefs()) : QByteArray();
    Journal journal(home.journalFolder());
    QTEST(run(home, journal).refusal, "refusal");
    if (!before.isEmpty())
        QCOMPARE(support::readFile(home.prefs()), before);
    QVERIFY(journal.entries().isEmpty());
    QVERIFY(shell(QStringLiteral("chmod -R u+w '%1'").arg(home.path())));
    QVERIFY(home.strays().isEmpty());
}

QTEST_GUILESS_MAIN(TestSafeEditRefusals)
#include "test_safe_edit_refusals.moc"
