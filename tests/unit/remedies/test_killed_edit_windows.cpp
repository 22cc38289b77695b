// The edit engine on the disks of Windows: killed at every step, stood in the way of, on long paths.
#include "remedies/safe_edit.h"

#include "remedies/owner.h"
#include "support/edit_home.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>
#include <windows.h>

using model::EntryState;
using model::Refusal;
using remedies::EditStep;
using remedies::Journal;

namespace {

const QByteArray addition = "user_pref(\"x\", 1);\n";

model::Outcome change(const QString &path, const QString &profile, Journal &journal,
                      const remedies::EditObserver &observer = {})
{
    const remedies::Edit edit{path, remedies::thunderbirdOwner(profile), [path](const QByteArray &bytes) {
                                  remedies::Patch patch;
                                  patch.bytes = bytes + addition;
                                  patch.changes = {{path, QStringLiteral("x"), {}, QStringLiteral("1")}};
                                  return patch;
                              }};
    return remedies::SafeEdit(journal, QStringLiteral("test.edit"), observer).run({edit});
}

std::wstring wide(const QString &path)
{
    return QDir::toNativeSeparators(path).toStdWString();
}

/// Held by somebody else until it goes out of scope.
struct Held
{
    HANDLE handle;
    Held(const QString &path, DWORD share)
        : handle(CreateFileW(wide(path).c_str(), GENERIC_READ, share, nullptr, OPEN_EXISTING, 0, nullptr))
    {
    }
    ~Held() { CloseHandle(handle); }
    Held(const Held &) = delete;
    Held &operator=(const Held &) = delete;
};

} // namespace

class TestKilledEditWindows : public QObject
{
    Q_OBJECT

private slots:
    void changesTheFileAndPutsItBack()
    {
        const support::EditHome home;
        const QByteArray before = support::readFile(home.prefs());
        Journal journal(home.journalFolder());
        const model::Outcome outcome = change(home.prefs(), home.profile(), journal);
        QVERIFY2(outcome.ok(), qPrintable(outcome.file + u' ' + outcome.detail));
        QCOMPARE(support::readFile(home.prefs()), before + addition);
        QCOMPARE(support::readFile(journal.entries().value(0).backup), before);
        QVERIFY(home.strays().isEmpty());
        QVERIFY(journal.undo(outcome.entry).ok());
        QCOMPARE(support::readFile(home.prefs()), before);
        QCOMPARE(journal.entries().value(0).state, EntryState::Undone);
    }

    void survivesAKillAfterEveryStep_data()
    {
        QTest::addColumn<int>("step");
        for (int step = 1; step <= 12; ++step)
            QTest::addRow("E%d", step) << step;
    }
    void survivesAKillAfterEveryStep()
    {
        QFETCH(int, step);
        const support::EditHome home;
        const QByteArray before = support::readFile(home.prefs());
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--die-at"), QString::number(step), home.prefs(), home.profile(),
                     home.journalFolder()});
        QVERIFY(child.waitForFinished(60'000));
        QCOMPARE(child.exitCode(), 99); // it came as far as that
        const bool changed = step >= int(EditStep::Replaced);
        QCOMPARE(support::readFile(home.prefs()), changed ? before + addition : before);

        Journal journal(home.journalFolder());
        QVERIFY(journal.writable()); // the lock of a dead process holds nobody up
        for (const auto &entry : journal.recover())
            QCOMPARE(entry.state, changed ? EntryState::Done : EntryState::RolledBack);
        QVERIFY(home.strays().isEmpty());
        if (changed)
            QVERIFY(journal.undo(journal.entries().value(0).id).ok());
        QCOMPARE(support::readFile(home.prefs()), before);
        QVERIFY(change(home.prefs(), home.profile(), journal).ok()); // and the next attempt goes well
    }

    void refusesWhatIsInTheWay_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<Refusal>("refusal");
        QTest::newRow("read-only") << "read-only" << Refusal::NotWritable;
        QTest::newRow("second name") << "second name" << Refusal::LinkedFile;
        QTest::newRow("a folder") << "folder" << Refusal::NotPlainFile;
        QTest::newRow("gone") << "gone" << Refusal::NotFound;
        QTest::newRow("held by a program") << "held" << Refusal::NotWritable;
        QTest::newRow("Thunderbird is open") << "running" << Refusal::ProgramRunning;
    }
    void refusesWhatIsInTheWay()
    {
        QFETCH(QString, what);
        const support::EditHome home;
        const QByteArray before = support::readFile(home.prefs());
        std::unique_ptr<Held> held;
        const QString parentLock = home.profile() + QStringLiteral("/parent.lock");
        if (what == u"read-only")
            QVERIFY(SetFileAttributesW(wide(home.prefs()).c_str(), FILE_ATTRIBUTE_READONLY));
        if (what == u"second name")
            QVERIFY(CreateHardLinkW(wide(home.prefs() + u'2').c_str(), wide(home.prefs()).c_str(), nullptr));
        if (what == u"folder" || what == u"gone")
            QVERIFY(QFile::remove(home.prefs()));
        if (what == u"folder")
            QVERIFY(QDir().mkpath(home.prefs()));
        if (what == u"held")
            held = std::make_unique<Held>(home.prefs(), 0);
        if (what == u"running") {
            support::writeFile(parentLock, {});
            held = std::make_unique<Held>(parentLock, FILE_SHARE_READ);
        }
        Journal journal(home.journalFolder());
        const model::Outcome outcome = change(home.prefs(), home.profile(), journal);
        held.reset();
        QTEST(outcome.refusal, "refusal");
        if (what != u"gone" && what != u"folder")
            QCOMPARE(support::readFile(home.prefs()), before);
        QVERIFY(home.strays().isEmpty());
        SetFileAttributesW(wide(home.prefs()).c_str(), FILE_ATTRIBUTE_NORMAL);
    }

    void reachesLongAndForeignNames()
    {
        const support::EditHome home;
        QString folder = home.profile();
        for (int depth = 0; depth < 6; ++depth)
            folder += QStringLiteral("/届かないメールの設定のとても長い名前のフォルダー %1 ").arg(depth)
                + QString(30, u'x');
        QVERIFY(folder.size() > 300);
        const QString path = folder + QStringLiteral("/prefs.js");
        QVERIFY(support::writeFile(path, "a\n"));
        Journal journal(home.journalFolder());
        const model::Outcome outcome = change(path, home.profile(), journal);
        QVERIFY2(outcome.ok(), qPrintable(outcome.file + u' ' + outcome.detail));
        QCOMPARE(support::readFile(path), "a\n" + addition);
        QVERIFY(journal.undo(outcome.entry).ok());
        QCOMPARE(support::readFile(path), QByteArray("a\n"));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList given = QCoreApplication::arguments();
    if (given.value(1) == u"--die-at") {
        Journal journal(given.value(5));
        change(given.value(3), given.value(4), journal, [&given](EditStep now) {
            if (int(now) == given.value(2).toInt())
                TerminateProcess(GetCurrentProcess(), 99);
        });
        return 1;
    }
    TestKilledEditWindows test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_killed_edit_windows.moc"
