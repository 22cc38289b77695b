#include "mailapps/processes.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

class TestProcesses : public QObject
{
    Q_OBJECT

private slots:
    void seesAProcessByItsName_data();
    void seesAProcessByItsName();
    void seesNothingThatDoesNotRun();
};

void TestProcesses::seesAProcessByItsName_data()
{
    QTest::addColumn<QString>("started");
    QTest::addColumn<QString>("asked");
    QTest::newRow("as it is") << "TODOKU1.EXE"
                              << "TODOKU1.EXE";
    QTest::newRow("other case") << "Todoku2.exe"
                                << "TODOKU2.EXE";
    QTest::newRow("longer than the system keeps") << "todoku3-with-a-long-name.exe"
                                                  << "todoku3-with-a-long-name.exe";
}

void TestProcesses::seesAProcessByItsName()
{
#ifdef Q_OS_WIN
    QSKIP("starts a copy of cat");
#endif
    QFETCH(QString, started);
    QFETCH(QString, asked);
    QVERIFY(!mailapps::anyRuns({asked}));
    const QTemporaryDir folder;
    const QString copy = folder.filePath(started);
    QVERIFY(QFile::copy(QStringLiteral("/bin/cat"), copy));
    QProcess process;
    process.start(copy, QStringList());
    QVERIFY(process.waitForStarted());
    process.write("x");
    QVERIFY(process.waitForReadyRead()); // it is itself by now, no longer a fork of this test
    QVERIFY(mailapps::anyRuns({QStringLiteral("nothing-like-it"), asked}));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QVERIFY(!mailapps::anyRuns({asked}));
}

void TestProcesses::seesNothingThatDoesNotRun()
{
    QVERIFY(!mailapps::anyRuns({}));
    QVERIFY(!mailapps::anyRuns({QString()}));
    QVERIFY(!mailapps::anyRuns({QStringLiteral("todoku-never-was.exe")}));
    QVERIFY(mailapps::anyRuns({QFileInfo(QCoreApplication::applicationFilePath()).fileName()}));
}

QTEST_GUILESS_MAIN(TestProcesses)
#include "test_processes.moc"
