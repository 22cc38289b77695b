#include "mailapps/apple_mail.h"
#include "mailapps/hidemaru.h"

#include "support/mail_home.h"
#include "support/reading.h"

#include <QTest>

using support::only;
using support::reasons;

/// The programs of which no more is known than that they are here.
class TestFoundOnly : public QObject
{
    Q_OBJECT

private slots:
    void findsHidemaru_data();
    void findsHidemaru();
    void findsAppleMail_data();
    void findsAppleMail();
};

void TestFoundOnly::findsHidemaru_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("home");
    QTest::addColumn<QString>("path"); ///< empty: not found
    QTest::addColumn<QString>("said");
    const QByteArray config = "Software\\Hidemaruo\\TuruKame\\Config";
    QTest::newRow("here") << config << QByteArray("C:\\Users\\taro\\Documents\\MailData\\")
                          << "Documents/MailData"
                          << "";
    QTest::newRow("gone") << config << QByteArray("C:\\Users\\taro\\Old\\") << "Old"
                          << "Old:0:missing";
    QTest::newRow("a file") << config << QByteArray("C:\\Users\\taro\\file") << "file"
                            << "file:0:not-a-file";
    QTest::newRow("on another drive") << config << QByteArray("D:\\Mail") << "D:\\Mail"
                                      << "D:\\Mail:0:outside";
    QTest::newRow("on a server") << config << QByteArray("\\\\nas\\mail") << "\\\\nas\\mail"
                                 << "\\\\nas\\mail:0:outside";
    QTest::newRow("no folder said") << config << QByteArray() << ""
                                    << "";
    QTest::newRow("the editor alone")
        << QByteArray("Software\\Hidemaruo\\Hidemaru\\Env") << QByteArray("C:\\Users\\taro\\x") << ""
        << "";
}

void TestFoundOnly::findsHidemaru()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, home);
    QFETCH(QString, path);
    const QTemporaryDir folder;
    support::writeFile(folder.filePath(QStringLiteral("Documents/MailData/subdir.bin")), "taro\r\n");
    support::writeFile(folder.filePath(QStringLiteral("file")), "x");
    const QString file = folder.filePath(QStringLiteral("x.reg"));
    support::writeFile(file,
                       "REGEDIT4\r\n\r\n[HKEY_CURRENT_USER\\" + key + "]\r\n\"HomeDir\"=\""
                           + QByteArray(home).replace('\\', "\\\\") + "\"\r\n");
    const model::MailApp app = mailapps::readHidemaru(mailapps::opened({folder.path(), file}));
    QCOMPARE(app.id, QStringLiteral("hidemaru"));
    QCOMPARE(app.profiles.size(), path.isEmpty() ? 0 : 1);
    if (path.isEmpty())
        return;
    const model::AppProfile profile = only(app);
    QCOMPARE(profile.path, path.contains(u'\\') ? path : folder.filePath(path));
    QTEST(reasons(profile).join(u' '), "said");
    QVERIFY(profile.accounts.isEmpty() && !profile.timeoutSeconds);
}

void TestFoundOnly::findsAppleMail_data()
{
    QTest::addColumn<QStringList>("folders");
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("path"); ///< empty: not found
    const auto at = [](const char *name) { return QLatin1String(name) + QStringLiteral("/MailData"); };
    QTest::newRow("one") << QStringList{at("V10")} << QByteArray() << "V10";
    QTest::newRow("the newest, by number")
        << QStringList{at("V9"), at("V10"), at("V2")} << QByteArray() << "V10";
    QTest::newRow("the one in use") << QStringList{at("V9"), at("V10")}
                                    << QByteArray(
                                           "<key>LastUsedVersionDirectoryName</key>\n<string>V9</string>")
                                    << "V9";
    QTest::newRow("the one in use, in binary")
        << QStringList{at("V9"), at("V10")}
        << QByteArray("bplist00\xD1\x01\x02_\x10\x1CLastUsedVersionDirectoryName\x52V9\x08") << "V9";
    QTest::newRow("one in use that is gone")
        << QStringList{at("V9")} << QByteArray("<string>V10</string>") << "V9";
    QTest::newRow("nothing of use in the list")
        << QStringList{at("V9")} << QByteArray("Version 12 V0") << "V9";
    QTest::newRow("no data in it") << QStringList{QStringLiteral("V10/Other")} << QByteArray() << "";
    QTest::newRow("other names") << QStringList{at("Vx"), at("V"), at("V-1"), at("10")} << QByteArray() << "";
    QTest::newRow("never used") << QStringList{QStringLiteral("Bundles")} << QByteArray() << "";
    QTest::newRow("not there") << QStringList() << QByteArray() << "";
}

void TestFoundOnly::findsAppleMail()
{
    QFETCH(QStringList, folders);
    QFETCH(QByteArray, list);
    QFETCH(QString, path);
    const QTemporaryDir home;
    const QString mail = home.filePath(QStringLiteral("Library/Mail"));
    for (const QString &folder : std::as_const(folders))
        QVERIFY(QDir().mkpath(mail + u'/' + folder));
    if (!list.isEmpty())
        support::writeFile(mail + QStringLiteral("/PersistenceInfo.plist"), list);
    const model::MailApp app = mailapps::readAppleMail(mailapps::opened({home.path(), {}}));
    QCOMPARE(app.id, QStringLiteral("apple-mail"));
    QCOMPARE(app.profiles.size(), path.isEmpty() ? 0 : 1);
    if (!path.isEmpty())
        QCOMPARE(only(app).path, mail + u'/' + path);
}

QTEST_GUILESS_MAIN(TestFoundOnly)
#include "test_found_only.moc"
