// Only on Unix: links and fcntl locks; test_profile_lock_windows.cpp has the other kind.
#include "mailapps/profile_lock.h"

#include "mailapps/thunderbird.h"
#include "support/mail_home.h"

#include <QTest>
#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using mailapps::profileInUse;

class TestProfileLock : public QObject
{
    Q_OBJECT

private slots:
    void seesARunningProgram();
    void isNotDeceivedByALeftOverLock_data();
    void isNotDeceivedByALeftOverLock();
};

void TestProfileLock::seesARunningProgram()
{
    const support::MailHome home;
    // The link names a process that lives: this one.
    const QByteArray link = QFile::encodeName(home.profile() + QStringLiteral("/lock"));
    const QByteArray target = "127.0.1.1:+" + QByteArray::number(getpid());
    QCOMPARE(::symlink(target.constData(), link.constData()), 0);
    QVERIFY(profileInUse(home.profile()));
    const auto app = mailapps::readThunderbird({home.path(), {}});
    QVERIFY(app.running && app.profiles.value(0).running);
    QVERIFY(!app.profiles.value(0).offline); // what was clicked since the start is not in the file
    QCOMPARE(::unlink(link.constData()), 0);
    QVERIFY(!profileInUse(home.profile()));

    // Another process holds the lock on .parentlock.
    const QByteArray lock = QFile::encodeName(home.profile() + QStringLiteral("/.parentlock"));
    int told[2];
    QCOMPARE(::pipe(told), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const int fd = ::open(lock.constData(), O_RDWR | O_CREAT, 0600);
        struct flock whole = {};
        whole.l_type = F_WRLCK;
        const char done = ::fcntl(fd, F_SETLK, &whole) == 0 ? 'y' : 'n';
        if (::write(told[1], &done, 1) == 1)
            ::pause();
        ::_exit(0);
    }
    char done = 0;
    QCOMPARE(::read(told[0], &done, 1), 1);
    QCOMPARE(done, 'y');
    const bool running = profileInUse(home.profile());
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    QVERIFY(running);
    QVERIFY(!profileInUse(home.profile())); // the file is still there
    ::close(told[0]);
    ::close(told[1]);
}

void TestProfileLock::isNotDeceivedByALeftOverLock_data()
{
    QTest::addColumn<QByteArray>("target");
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    ::waitpid(child, nullptr, 0);
    QTest::newRow("a process that ended") << "127.0.1.1:+" + QByteArray::number(child);
    QTest::newRow("no number") << QByteArray("127.0.1.1:+");
    QTest::newRow("every process") << QByteArray("127.0.1.1:-1");
    QTest::newRow("zero") << QByteArray("127.0.1.1:+0");
    QTest::newRow("a path") << QByteArray("/etc/passwd");
    QTest::newRow("too long a number") << QByteArray("127.0.1.1:+99999999999999");
}

void TestProfileLock::isNotDeceivedByALeftOverLock()
{
    QFETCH(QByteArray, target);
    const support::MailHome home;
    support::writeFile(home.profile() + QStringLiteral("/.parentlock"), {});
    support::writeFile(home.profile() + QStringLiteral("/parent.lock"), {});
    QCOMPARE(::symlink(target.constData(),
                       QFile::encodeName(home.profile() + QStringLiteral("/lock")).constData()),
             0);
    QVERIFY(!profileInUse(home.profile()));
}

QTEST_GUILESS_MAIN(TestProfileLock)
#include "test_profile_lock.moc"
