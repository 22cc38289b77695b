// On Windows a Mozilla program holds parent.lock open and lets nobody else write to it.
#include "mailapps/profile_lock.h"

#include "support/mail_home.h"

#include <QTest>
#include <windows.h>

using mailapps::profileInUse;

class TestProfileLockWindows : public QObject
{
    Q_OBJECT

private slots:
    void seesARunningProgram_data()
    {
        QTest::addColumn<int>("share");
        QTest::addColumn<bool>("running");
        QTest::newRow("shared with nobody") << 0 << true;
        QTest::newRow("others may read") << int(FILE_SHARE_READ) << true;
        QTest::newRow("a virus scanner looks") << int(FILE_SHARE_READ | FILE_SHARE_WRITE) << false;
    }
    void seesARunningProgram()
    {
        QFETCH(int, share);
        const support::MailHome home;
        QVERIFY(!profileInUse(home.profile())); // no such file
        const QString path = home.profile() + QStringLiteral("/parent.lock");
        support::writeFile(path, {});
        QVERIFY(!profileInUse(home.profile())); // left over
        const HANDLE held = CreateFileW(path.toStdWString().c_str(), GENERIC_READ, DWORD(share), nullptr,
                                        OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
        QVERIFY(held != INVALID_HANDLE_VALUE);
        const bool running = profileInUse(home.profile());
        CloseHandle(held);
        QTEST(running, "running");
        QVERIFY(!profileInUse(home.profile()));
        QVERIFY(QFile::exists(path));
    }
};

QTEST_GUILESS_MAIN(TestProfileLockWindows)
#include "test_profile_lock_windows.moc"
