// Whose a file is: while that program may hold it, nothing is touched.
#include "remedies/owner.h"

#include "support/safe_edit_run.h"

#include <QCoreApplication>
#include <QTest>

using remedies::inUse;
using remedies::Journal;

namespace {

/// The name of this process as the system lists it.
QString ownName()
{
#ifdef Q_OS_WIN
    return QFileInfo(QCoreApplication::applicationFilePath()).fileName();
#else
    return QString::fromLocal8Bit(support::readFile(QStringLiteral("/proc/self/comm"))).trimmed();
#endif
}

} // namespace

class TestOwner : public QObject
{
    Q_OBJECT

private slots:
    void asksTheProcesses();
    void takesTheUnknownForInUse_data();
    void takesTheUnknownForInUse();
    void refusesWhileAProgramOfTheOwnerRuns();
};

void TestOwner::asksTheProcesses()
{
    if (ownName().isEmpty())
        QSKIP("no list of processes here");
    const QString absent = QStringLiteral("no-such-mailer");
    QVERIFY(!inUse(remedies::programOwner({absent})));
    QVERIFY(inUse(remedies::programOwner({ownName()})));
    QVERIFY(inUse(remedies::programOwner({absent, ownName().toUpper()})));
    QCOMPARE(remedies::programOwner({absent, QStringLiteral("b.exe")}),
             QStringLiteral("program:no-such-mailer,b.exe"));
}

void TestOwner::takesTheUnknownForInUse_data()
{
    QTest::addColumn<QString>("owner");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a kind of later days") << QStringLiteral("service:imapd");
    QTest::newRow("no kind") << QStringLiteral("sylpheed");
    QTest::newRow("nobody") << QStringLiteral("program:");
    QTest::newRow("nobody, twice") << QStringLiteral("program:,");
}

void TestOwner::takesTheUnknownForInUse()
{
    QFETCH(QString, owner);
    QVERIFY(inUse(owner));
}

void TestOwner::refusesWhileAProgramOfTheOwnerRuns()
{
    if (ownName().isEmpty())
        QSKIP("no list of processes here");
    const support::EditHome home;
    const QByteArray before = support::readFile(home.prefs());
    Journal journal(home.journalFolder());
    remedies::Edit edit = support::editOf(home, home.prefs());
    edit.owner = remedies::programOwner({ownName()});
    QCOMPARE(remedies::SafeEdit(journal, QStringLiteral("test.edit")).run({edit}).refusal,
             model::Refusal::ProgramRunning);
    QCOMPARE(support::readFile(home.prefs()), before);
    edit.owner = remedies::programOwner({QStringLiteral("no-such-mailer")});
    QVERIFY(remedies::SafeEdit(journal, QStringLiteral("test.edit")).run({edit}).ok());
}

QTEST_GUILESS_MAIN(TestOwner)
#include "test_owner.moc"
