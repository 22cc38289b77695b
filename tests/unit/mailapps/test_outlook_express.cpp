#include "mailapps/outlook_express.h"

#include "mailapps/dbx.h"
#include "support/reading.h"
#include "support/windows_home.h"

#include <QTest>

using support::dbxFile;
using support::only;
using support::reasons;
using support::told;

namespace {

const QString first = QStringLiteral("{11111111-AAAA-4AAA-8AAA-000000000001}");
const QString second = QStringLiteral("{22222222-BBBB-4BBB-8BBB-000000000002}");
const QString store
    = QStringLiteral("Local Settings/Application Data/Identities/%1/Microsoft/Outlook Express/");

/// Of the first identity, whose accounts stand below no identity.
const QString accounts
    = QStringLiteral("[HKCU\\Software\\Microsoft\\Internet Account Manager]\n"
                     "\"Default Mail Account\"=\"00000002\"\n\n"
                     "[HKCU\\Software\\Microsoft\\Internet Account Manager\\Accounts]\n\n");

QString account(int number, const QString &fields, const QString &below = {})
{
    return QStringLiteral(
               "[HKCU\\%1Software\\Microsoft\\Internet Account Manager\\Accounts\\0000000%2]\n%3\n\n")
        .arg(below)
        .arg(number)
        .arg(fields);
}

const QString pop3 = QStringLiteral("\"Account Name\"=\"自宅\"\n\"POP3 Server\"=\"pop.example\"\n"
                                    "\"POP3 User Name\"=\"taro\"\n\"POP3 Password2\"=hex:01,00\n"
                                    "\"SMTP Server\"=\"smtp.example\"\n\"SMTP Display Name\"=\"能登 太郎\"\n"
                                    "\"SMTP Email Address\"=\"taro@example.jp\"");
const QString imap
    = QStringLiteral("\"IMAP Server\"=\"imap.example\"\n\"IMAP User Name\"=\"hanako\"\n"
                     "\"IMAP Port\"=dword:000003e1\n\"IMAP Secure Connection\"=dword:00000001\n"
                     "\"SMTP Server\"=\"smtp.example\"\n\"SMTP Use Sicily\"=dword:00000002\n"
                     "\"SMTP Timeout\"=dword:0000012c");

QString identity(const QString &id, const QString &name, const QString &storeRoot)
{
    const QString value = storeRoot.isEmpty()
        ? QString()
        : QStringLiteral("\"Store Root\"=\"%1\"\n")
              .arg(QString(storeRoot).replace(u'\\', QStringLiteral("\\\\")));
    return QStringLiteral("[HKCU\\Identities\\%1]\n\"Username\"=\"%2\"\n\n"
                          "[HKCU\\Identities\\%1\\Software\\Microsoft\\Outlook Express\\5.0]\n%3\n")
        .arg(id, name, value);
}

QString identities(const QString &defaultId)
{
    return QStringLiteral("[HKCU\\Identities]\n\"Default User ID\"=\"%1\"\n\n").arg(defaultId);
}

QString storeRoot(const QString &id)
{
    return QStringLiteral("C:\\Documents and Settings\\taro\\")
        + (store.arg(id).chopped(1)).replace(u'/', QStringLiteral("\\"));
}

model::MailApp read(const support::WindowsHome &home)
{
    return mailapps::readOutlookExpress(home.places());
}

} // namespace

class TestOutlookExpress : public QObject
{
    Q_OBJECT

private slots:
    void isNotFoundWhereItIsNot_data();
    void isNotFoundWhereItIsNot();
    void readsTwoIdentities_data();
    void readsTwoIdentities();
    void givesSharedAccountsToTheRightIdentity_data();
    void givesSharedAccountsToTheRightIdentity();
    void readsWhatTheRegistryMayHold_data();
    void readsWhatTheRegistryMayHold();
    void findsAStoreWithoutARegistry();
    void listsLargeFoldersWithTheirLimit();
    void countsWhatWaits_data();
    void countsWhatWaits();
    void saysWhichStoreItCouldNotRead_data();
    void saysWhichStoreItCouldNotRead();
};

void TestOutlookExpress::isNotFoundWhereItIsNot_data()
{
    QTest::addColumn<QString>("registry");
    QTest::newRow("nothing") << QString();
    QTest::newRow("address books that every Windows has")
        << accounts + account(1, QStringLiteral("\"LDAP Server\"=\"directory.example\""));
    QTest::newRow("newsgroups") << accounts + account(1, QStringLiteral("\"NNTP Server\"=\"news.example\""));
    QTest::newRow("identities without mail")
        << identities(first) + identity(first, QStringLiteral("メイン ユーザー"), QString());
    QTest::newRow("a server that is no text")
        << accounts + account(1, QStringLiteral("\"POP3 Server\"=dword:00000001"));
}

void TestOutlookExpress::isNotFoundWhereItIsNot()
{
    QFETCH(QString, registry);
    const support::WindowsHome home;
    home.setRegistry(registry);
    QVERIFY(read(home).profiles.isEmpty());
    QVERIFY(mailapps::readAll(home.places()).isEmpty());
}

void TestOutlookExpress::readsTwoIdentities_data()
{
    QTest::addColumn<bool>("ansi");
    QTest::newRow("5.00 in UTF-16") << false;
    QTest::newRow("REGEDIT4 in cp932") << true;
}

void TestOutlookExpress::readsTwoIdentities()
{
    QFETCH(bool, ansi);
    const support::WindowsHome home;
    const QString own = QStringLiteral("Identities\\%1\\").arg(second);
    home.setRegistry(
        accounts + account(1, imap) + account(2, pop3)
            + account(3, QStringLiteral("\"LDAP Server\"=\"directory.example\"")) + identities(first)
            + identity(first, QStringLiteral("メイン ユーザー"), storeRoot(first))
            + identity(second, QStringLiteral("花子"), storeRoot(second)) + account(1, imap, own),
        ansi);
    for (const QString &id : {first, second})
        home.write(store.arg(id) + QStringLiteral("Folders.dbx"), dbxFile(0, 0x6f74fdc6));
    const model::MailApp app = read(home);
    QCOMPARE(app.id, QStringLiteral("outlook-express"));
    QCOMPARE(app.profiles.size(), 2);

    const model::AppProfile &main = app.profiles.at(0), &other = app.profiles.at(1);
    QCOMPARE(main.name, QStringLiteral("メイン ユーザー"));
    QVERIFY(main.isDefault);
    QCOMPARE(main.path, home.path(store.arg(first).chopped(1)));
    QCOMPARE(reasons(main), QStringList());
    QCOMPARE(main.accounts.size(), 2);
    QCOMPARE(main.accounts.at(0).key, QStringLiteral("00000002")); // the default account
    QCOMPARE(main.accounts.at(0).fullName, QStringLiteral("能登 太郎"));
    QCOMPARE(main.accounts.at(0).place,
             QStringLiteral("HKCU\\Software\\Microsoft\\Internet Account Manager\\Accounts\\00000002"));
    QCOMPARE(told(main.accounts.at(0).incoming), QStringLiteral("pop3 pop.example:110 plain taro password"));
    QCOMPARE(told(main.accounts.at(0).outgoing), QStringLiteral("smtp smtp.example:25 plain  none"));
    QCOMPARE(main.accounts.at(0).timeoutSeconds, 60);
    QCOMPARE(main.accounts.at(0).leaveOnServer, false);
    QCOMPARE(main.accounts.at(1).timeoutSeconds, 300);
    QCOMPARE(main.timeoutSeconds, 60);
    QVERIFY(main.timeoutIsDefault);

    QCOMPARE(other.name, QStringLiteral("花子"));
    QVERIFY(!other.isDefault);
    QCOMPARE(other.accounts.size(), 1);
    QCOMPARE(told(other.accounts.at(0).incoming),
             QStringLiteral("imap imap.example:993 tls hanako password"));
    QCOMPARE(told(other.accounts.at(0).outgoing),
             QStringLiteral("smtp smtp.example:25 plain hanako password"));
    QCOMPARE(other.timeoutSeconds, 300);
    QVERIFY(!other.timeoutIsDefault);
}

void TestOutlookExpress::givesSharedAccountsToTheRightIdentity_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("owner"); // name and whether it opens by itself
    const QString shared = accounts + account(1, pop3);
    const QString one = identity(first, QStringLiteral("one"), QString());
    const QString two = identity(second, QStringLiteral("two"), QString());
    const auto own
        = [](const QString &id) { return account(1, imap, QStringLiteral("Identities\\%1\\").arg(id)); };
    QTest::newRow("no identity") << shared << QStringLiteral(" default");
    QTest::newRow("one") << shared + identities(first) + one << QStringLiteral("one default");
    QTest::newRow("the one that opens by itself")
        << shared + identities(second) + one + two << QStringLiteral("two default");
    QTest::newRow("the one without its own")
        << shared + identities(second) + one + two + own(second) << QStringLiteral("one");
    QTest::newRow("all have their own") << shared + identities(first) + one + own(first) << QString();
}

void TestOutlookExpress::givesSharedAccountsToTheRightIdentity()
{
    QFETCH(QString, registry);
    QFETCH(QString, owner);
    const support::WindowsHome home;
    home.setRegistry(registry);
    QStringList owners;
    for (const model::AppProfile &profile : read(home).profiles)
        for (const model::Account &account : profile.accounts)
            if (account.incoming->endpoint.host == u"pop.example")
                owners.append(profile.name + (profile.isDefault ? QStringLiteral(" default") : QString()));
    QCOMPARE(owners, QStringList{owner});
}

void TestOutlookExpress::readsWhatTheRegistryMayHold_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("incoming");
    QTest::addColumn<int>("seconds"); // 0: unknown
    QTest::addColumn<QStringList>("wrong");
    const QString usual = QStringLiteral("pop3 pop.example:110 plain taro password");
    const QStringList wrong{QStringLiteral(
        "HKCU\\Software\\Microsoft\\Internet Account Manager\\Accounts\\00000001:0:malformed")};
    const auto row = [&](const char *name, const char *more, int seconds, bool odd = false) {
        QTest::newRow(name) << QString::fromLatin1(more) << usual << seconds << (odd ? wrong : QStringList());
    };
    row("nothing more", "", 60);
    row("ten minutes", "\"SMTP Timeout\"=dword:00000258", 600);
    row("the other one", "\"POP3 Timeout\"=dword:00000258", 60);
    row("as four bytes", "\"SMTP Timeout\"=hex:58,02,00,00", 600);
    row("as text", "\"SMTP Timeout\"=\"600\"", 60);
    row("no seconds", "\"SMTP Timeout\"=dword:00000000", 0, true);
    row("for ever", "\"SMTP Timeout\"=dword:ffffffff", 0, true);
    row("port 0", "\"POP3 Port\"=dword:00000000", 60, true);
    row("port 65536", "\"SMTP Port\"=dword:00010000", 60, true);
    QTest::newRow("port 995") << QStringLiteral(
        "\"POP3 Port\"=dword:000003e3\n\"POP3 Secure Connection\"=dword:1")
                              << QStringLiteral("pop3 pop.example:995 tls taro password") << 60
                              << QStringList();
    QTest::newRow("SPA") << QStringLiteral("\"POP3 Use Sicily\"=dword:00000001")
                         << QStringLiteral("pop3 pop.example:110 plain taro ntlm") << 60 << QStringList();
}

void TestOutlookExpress::readsWhatTheRegistryMayHold()
{
    QFETCH(QString, more);
    QFETCH(QString, incoming);
    QFETCH(int, seconds);
    QFETCH(QStringList, wrong);
    const support::WindowsHome home;
    home.setRegistry(accounts + account(1, pop3 + u'\n' + more));
    const model::AppProfile profile = only(read(home));
    QCOMPARE(told(profile.accounts.value(0).incoming), incoming);
    QCOMPARE(profile.timeoutSeconds, seconds ? std::optional<int>(seconds) : std::nullopt);
    QCOMPARE(reasons(profile), wrong);
}

void TestOutlookExpress::findsAStoreWithoutARegistry()
{
    const support::WindowsHome home;
    home.write(store.arg(first) + QStringLiteral("Outbox.dbx"), dbxFile(1));
    home.write(store.arg(second) + QStringLiteral("readme.txt"), "no mail");
    const model::AppProfile profile = only(read(home));
    QCOMPARE(profile.path, home.path(store.arg(first).chopped(1)));
    QCOMPARE(profile.outboxes.value(0).count, 1);
    QVERIFY(profile.accounts.isEmpty());
    QVERIFY(!profile.timeoutSeconds);
}

void TestOutlookExpress::listsLargeFoldersWithTheirLimit()
{
    const support::WindowsHome home;
    home.setRegistry(identities(first) + identity(first, QStringLiteral("x"), storeRoot(first)));
    const QString folder = store.arg(first);
    const auto grown = [&](const QString &name, qint64 bytes) {
        home.write(folder + name, dbxFile(1));
        QVERIFY(QFile::resize(home.path(folder + name), bytes));
    };
    grown(QStringLiteral("受信トレイ.dbx"), mailapps::dbxLimit); // sparse: takes no room
    grown(QStringLiteral("送信済みアイテム.dbx"), 100'000'001);
    grown(QStringLiteral("下書き.dbx"), 100'000'000);
    const model::AppProfile profile = only(read(home));
    QStringList found;
    for (const model::Store &one : profile.stores)
        found.append(
            QStringLiteral("%1 %2 %3").arg(QFileInfo(one.path).fileName()).arg(one.bytes).arg(one.limit));
    QCOMPARE(found,
             QStringList({QStringLiteral("受信トレイ.dbx 2147483647 2147483647"),
                          QStringLiteral("送信済みアイテム.dbx 100000001 2147483647"),
                          QStringLiteral("Outlook Express 2347483648 0")}));
    QCOMPARE(reasons(profile), QStringList());
}

void TestOutlookExpress::countsWhatWaits_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("count"); // -1: is no outbox
    QTest::addColumn<bool>("complete");
    QTest::addColumn<QStringList>("wrong");
    const QString usual = QStringLiteral("Outbox.dbx");
    QTest::newRow("two") << usual << dbxFile(2) << 2 << false << QStringList();
    QTest::newRow("none") << usual << dbxFile(0) << 0 << true << QStringList();
    QTest::newRow("in Japanese") << QStringLiteral("送信トレイ.dbx") << dbxFile(2) << 2 << false
                                 << QStringList();
    QTest::newRow("in capitals") << QStringLiteral("OUTBOX.DBX") << dbxFile(2) << 2 << false << QStringList();
    QTest::newRow("broken") << usual << QByteArray("x") << 0 << false
                            << QStringList{QStringLiteral("Outbox.dbx:0:half-written")};
    QTest::newRow("another folder") << QStringLiteral("Sent Items.dbx") << dbxFile(2) << -1 << false
                                    << QStringList();
    QTest::newRow("set aside") << QStringLiteral("Outbox.dbx.bak") << dbxFile(2) << -1 << false
                               << QStringList();
}

void TestOutlookExpress::countsWhatWaits()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(int, count);
    QFETCH(bool, complete);
    QFETCH(QStringList, wrong);
    const support::WindowsHome home;
    home.setRegistry(identities(first) + identity(first, QStringLiteral("x"), storeRoot(first)));
    home.write(store.arg(first) + name, bytes);
    const model::AppProfile profile = only(read(home));
    QCOMPARE(profile.outboxes.size(), count < 0 ? 0 : 1);
    QCOMPARE(reasons(profile), wrong);
    if (count < 0)
        return;
    QCOMPARE(profile.outboxes.first().count, count);
    QCOMPARE(profile.outboxes.first().complete, complete);
}

void TestOutlookExpress::saysWhichStoreItCouldNotRead_data()
{
    QTest::addColumn<QString>("root");
    QTest::addColumn<QString>("wrong");
    QTest::newRow("gone") << QStringLiteral("C:\\Documents and Settings\\taro\\gone")
                          << QStringLiteral("gone:0:missing");
    QTest::newRow("a share") << QStringLiteral("\\\\server/mail") << QStringLiteral("mail:0:outside");
    QTest::newRow("another disk") << QStringLiteral("D:/mail") << QStringLiteral("mail:0:outside");
}

void TestOutlookExpress::saysWhichStoreItCouldNotRead()
{
    QFETCH(QString, root);
    QFETCH(QString, wrong);
    const support::WindowsHome home;
    home.setRegistry(accounts + account(1, pop3) + identities(first)
                     + identity(first, QStringLiteral("x"), root));
    const model::AppProfile profile = only(read(home));
    QCOMPARE(reasons(profile), QStringList{wrong});
    QCOMPARE(profile.accounts.size(), 1);
    QVERIFY(profile.stores.isEmpty());
}

QTEST_APPLESS_MAIN(TestOutlookExpress)

#include "test_outlook_express.moc"
