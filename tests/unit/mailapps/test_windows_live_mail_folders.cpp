#include "mailapps/windows_live_mail.h"

#include "support/live_mail.h"
#include "support/reading.h"

#include <QTest>
#include <QTimeZone>

using support::accountFile;
using support::only;
using support::popAccount;
using support::reasons;
using support::live::live;
using support::live::message;
using support::live::root;

class TestWindowsLiveMailFolders : public QObject
{
    Q_OBJECT

private slots:
    void looksWhereTheRegistrySays_data();
    void looksWhereTheRegistrySays();
    void findsMailThatWaits_data();
    void findsMailThatWaits();
    void followsNoLinks();
};

void TestWindowsLiveMailFolders::looksWhereTheRegistrySays_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("found"); // below the home
    QTest::addColumn<QStringList>("wrong");
    const QString usual = root.chopped(1);
    const QStringList outside{QStringLiteral("mail:0:outside")};
    QTest::newRow("not set") << QString() << usual << QStringList();
    QTest::newRow("text") << QStringLiteral("\"C:\\\\Users\\\\taro\\\\Mail\\\\\"") << QStringLiteral("Mail")
                          << QStringList();
    // %USERPROFILE%\Mail as REG_EXPAND_SZ
    QTest::newRow("with a variable") << QStringLiteral(
        "hex(2):25,00,55,00,53,00,45,00,52,00,50,00,52,00,4f,00,46,00,49,00,4c,00,45,00,25,\\\n"
        "  00,5c,00,4d,00,61,00,69,00,6c,00,00,00")
                                     << QStringLiteral("Mail") << QStringList();
    QTest::newRow("gone") << QStringLiteral("\"C:\\\\Users\\\\taro\\\\Gone\"") << usual
                          << QStringList{QStringLiteral("Gone:0:missing")};
    QTest::newRow("a share") << QStringLiteral("\"\\\\\\\\server/mail\"") << usual << outside;
    QTest::newRow("another disk") << QStringLiteral("\"D:/mail\"") << usual << outside;
    QTest::newRow("upwards") << QStringLiteral("\"%USERPROFILE%/../../mail\"") << usual << outside;
    QTest::newRow("through a link") << QStringLiteral("\"C:\\\\Users\\\\taro\\\\link/mail\"") << usual
                                    << outside;
}

void TestWindowsLiveMailFolders::looksWhereTheRegistrySays()
{
    QFETCH(QString, value);
    QFETCH(QString, found);
    QFETCH(QStringList, wrong);
    const support::WindowsHome home;
    const QTemporaryDir elsewhere;
    support::writeFile(elsewhere.filePath(QStringLiteral("mail/a/account{1}.oeaccount")),
                       accountFile(popAccount));
    if (!support::makeLink(elsewhere.path(), home.path(QStringLiteral("link"))))
        QSKIP("no links here");
    for (const QString &folder : {root, QStringLiteral("Mail/")})
        home.write(folder + QStringLiteral("a/account{1}.oeaccount"), accountFile(popAccount));
    if (!value.isEmpty())
        home.setRegistry(
            QStringLiteral("[HKCU\\Software\\Microsoft\\Windows Live Mail]\n\"Store Root\"=%1\n").arg(value));
    const model::AppProfile profile = only(live(home));
    QCOMPARE(profile.path, home.path(found));
    QCOMPARE(profile.accounts.size(), 1);
    QCOMPARE(reasons(profile), wrong);
}

void TestWindowsLiveMailFolders::findsMailThatWaits_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<bool>("found");
    const auto row
        = [](const char *folder, bool found) { QTest::newRow(folder) << QString::fromUtf8(folder) << found; };
    row("Outbox", true);
    row("送信トレイ", true);
    row("Storage Folders/Outbox", true);
    row("Local Folders/送信トレイ", true);
    row("Example (taro)/outbox", true);
    row("Outbox old", false);
    row("Sent Items", false);
    row("a/b/c/d/Outbox", false); // deeper than any version puts it
}

void TestWindowsLiveMailFolders::findsMailThatWaits()
{
    QFETCH(QString, folder);
    QFETCH(bool, found);
    const support::WindowsHome home;
    home.write(root + QStringLiteral("a/account{1}.oeaccount"), accountFile(popAccount));
    const QString below = root + folder + u'/';
    home.write(below + QStringLiteral("00294823-00000002.eml"), message(2, "Mon, 16"));
    home.write(below + QStringLiteral("26A6701F-00000001.EML"), message(1, "Sun, 15"));
    home.write(below + QStringLiteral("winmail.fol"), "index");
    const model::AppProfile profile = only(live(home));
    QCOMPARE(profile.outboxes.size(), found ? 1 : 0);
    if (!found)
        return;
    const model::Outbox outbox = profile.outboxes.first();
    QCOMPARE(outbox.path, home.path(below.chopped(1)));
    QCOMPARE(outbox.count, 2);
    QCOMPARE(outbox.bytes, 2 * message(1, "Sun, 15").size());
    QCOMPARE(outbox.oldest, QDateTime(QDate(2026, 11, 15), QTime(0, 0), QTimeZone::utc()));
    QCOMPARE(outbox.messageIds, QStringList({QStringLiteral("2@x"), QStringLiteral("1@x")}));
    QVERIFY(outbox.complete);
    QCOMPARE(profile.stores.size(), 1);
    QVERIFY(profile.stores.first().bytes > outbox.bytes);
}

void TestWindowsLiveMailFolders::followsNoLinks()
{
    const support::WindowsHome home;
    const QTemporaryDir elsewhere;
    const QString account = elsewhere.filePath(QStringLiteral("x/account{9}.oeaccount"));
    support::writeFile(account, accountFile(popAccount));
    support::writeFile(elsewhere.filePath(QStringLiteral("Outbox/1.eml")), message(1, "Sun, 15"));
    home.write(root + QStringLiteral("a/account{1}.oeaccount"), accountFile(popAccount));
    home.write(root + QStringLiteral("Outbox/2.eml"), message(2, "Mon, 16"));
    if (!support::makeLink(elsewhere.path(), home.path(root + QStringLiteral("linked"))))
        QSKIP("no links here");
    if (!support::makeLink(home.path(root), home.path(root + QStringLiteral("a/loop"))))
        QSKIP("no links here");
    if (!support::makeLink(account, home.path(root + QStringLiteral("a/account{9}.oeaccount"))))
        QSKIP("no links here");
    if (!support::makeLink(elsewhere.filePath(QStringLiteral("Outbox/1.eml")),
                           home.path(root + QStringLiteral("Outbox/1.eml"))))
        QSKIP("no links here");
    const model::AppProfile profile = only(live(home));
    QCOMPARE(profile.accounts.size(), 1);
    QCOMPARE(profile.outboxes.size(), 1);
    QCOMPARE(profile.outboxes.first().messageIds, QStringList{QStringLiteral("2@x")});
}

QTEST_APPLESS_MAIN(TestWindowsLiveMailFolders)

#include "test_windows_live_mail_folders.moc"
