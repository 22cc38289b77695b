#include "mailapps/windows_path.h"

#include <QTest>

class TestWindowsPath : public QObject
{
    Q_OBJECT

private slots:
    void findsThePathInACopyOfTheHome_data();
    void findsThePathInACopyOfTheHome();
};

void TestWindowsPath::findsThePathInACopyOfTheHome_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("found"); // below the home; "-": not this person's
    const auto row = [](const char *name, const char *path, const char *found) {
        QTest::newRow(name) << QString::fromUtf8(path) << QString::fromUtf8(found);
    };
    row("since Vista", R"(C:\Users\taro\Documents\a.pst)", "/Documents/a.pst");
    row("XP", R"(C:\Documents and Settings\taro\Local Settings\a.pst)", "/Local Settings/a.pst");
    row("forward slashes", "D:/Users/taro/a.pst", "/a.pst");
    row("other case", R"(c:\USERS\TARO\Mail\a.pst)", "/Mail/a.pst");
    row("Japanese", R"(C:\Users\taro\Documents\Outlook ファイル\送受信.pst)",
        "/Documents/Outlook ファイル/送受信.pst");
    row("LOCALAPPDATA", R"(%LOCALAPPDATA%\Microsoft\Outlook\a.ost)",
        "/AppData/Local/Microsoft/Outlook/a.ost");
    row("AppData", R"(%AppData%\Becky\a)", "/AppData/Roaming/Becky/a");
    row("USERPROFILE", R"(%UserProfile%\a.pst)", "/a.pst");
    row("white space around", "  C:\\Users\\taro\\a.pst ", "/a.pst");
    row("a point between", R"(C:\Users\taro\.\a\..\b.pst)", "/b.pst");
    row("share", R"(\\server\home\a.pst)", "-");
    row("share by device", R"(\\?\C:\Users\taro\a.pst)", "-");
    row("other drive", R"(D:\Mail\a.pst)", "-");
    row("another folder", R"(C:\ProgramData\a.pst)", "-");
    row("the home itself", R"(C:\Users\taro)", "-");
    row("all homes", R"(C:\Users)", "-");
    row("no drive", R"(\Users\taro\a.pst)", "-");
    row("relative", R"(Mail\a.pst)", "-");
    row("out of the home", R"(C:\Users\taro\..\hanako\a.pst)", "-");
    row("out of the home, further", R"(C:\Users\taro\..\..\..\..\etc\passwd)", "-");
    row("out of the home by a variable", R"(%LOCALAPPDATA%\..\..\..\hanako\a.pst)", "-");
    row("glued to a variable", R"(%USERPROFILE%2\a.pst)", "-");
    row("unknown variable", R"(%SYSTEMROOT%\a.pst)", "-");
    row("half a variable", "%USERPROFILE", "-");
    row("empty variable", "%%\\a.pst", "-");
    row("Unix", "/etc/passwd", "-");
    row("nothing", "", "-");
}

void TestWindowsPath::findsThePathInACopyOfTheHome()
{
    QFETCH(QString, path);
    QFETCH(QString, found);
    const QString home = QStringLiteral("/copies/taro");
    QCOMPARE(mailapps::localPath(path, {home + QStringLiteral("/"), {}}),
             found == u"-" ? QString() : home + found);
}

QTEST_APPLESS_MAIN(TestWindowsPath)
#include "test_windows_path.moc"
