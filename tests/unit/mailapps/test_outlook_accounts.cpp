#include "mailapps/outlook.h"

#include "mailapps/registry_export.h"
#include "model/charset.h"

#include "support/mail_home.h"
#include "support/outlook_export.h"

#include <QTest>

using model::Security;
using support::OutlookExport;

namespace {

const QByteArray pop3 = "ED475411", imap = "ED475412", exchange = "ED475414";

model::MailApp read(const QByteArray &registry, const QString &home = QStringLiteral("/nowhere/home"))
{
    return mailapps::readOutlook({home, {}, std::make_shared<mailapps::RegistryExport>(registry)});
}

QStringList wrong(const model::AppProfile &profile)
{
    QStringList found;
    for (const model::Unreadable &one : profile.unreadable)
        found.append(one.path.section(u'\\', -1) + u':' + one.why);
    return found;
}

OutlookExport popAccount(const QByteArray &root = OutlookExport::newRoot, bool isBinary = false)
{
    OutlookExport made(root, isBinary);
    made.order({2}).account("00000002", pop3);
    made.text("Account Name", "れいネット")
        .text("Display Name", "届 太郎")
        .text("Email", "taro@example.ne.jp");
    made.text("POP3 Server", "pop.example.ne.jp").text("POP3 User", "taro");
    made.text("SMTP Server", "smtp.example.ne.jp");
    return made;
}

/// "pop3 pop.example.ne.jp:110 plain taro password".
QString told(const std::optional<model::ServerSettings> &server)
{
    if (!server)
        return QStringLiteral("none");
    return QStringList{model::name(server->endpoint.protocol), server->endpoint.text(),
                       model::name(server->endpoint.security), server->user, server->auth}
        .join(u' ');
}

} // namespace

class TestOutlookAccounts : public QObject
{
    Q_OBJECT

private slots:
    void readsAnAccountOfEveryVersion_data();
    void readsAnAccountOfEveryVersion();
    void readsServers_data();
    void readsServers();
    void putsAccountsInTheOrderOfTheScreen_data();
    void putsAccountsInTheOrderOfTheScreen();
    void knowsHowLongMailStaysOnTheServer_data();
    void knowsHowLongMailStaysOnTheServer();
    void saysWhatItCouldNotRead_data();
    void saysWhatItCouldNotRead();
    void claimsNoWaitingTime();
    void findsThePathInAnEntryId_data();
    void findsThePathInAnEntryId();
};

void TestOutlookAccounts::readsAnAccountOfEveryVersion_data()
{
    QTest::addColumn<QByteArray>("root");
    QTest::addColumn<bool>("isBinary");
    QTest::addColumn<bool>("isAnsi"); // exported as REGEDIT4
    const QByteArray office = OutlookExport::newRoot;
    const QByteArray old = OutlookExport::oldRoot;
    QTest::newRow("2016 to 365") << office << false << false;
    QTest::newRow("2016 to 365, bytes") << office << true << false;
    QTest::newRow("2016 to 365, ANSI") << office << false << true;
    QTest::newRow("2013") << QByteArray(office).replace("16.0", "15.0") << false << false;
    QTest::newRow("2010 in its own place") << QByteArray(office).replace("16.0", "14.0") << true << false;
    QTest::newRow("2003 to 2010") << old << true << false;
    QTest::newRow("2003 to 2010, text") << old << false << false;
    QTest::newRow("2003 to 2010, ANSI") << old << true << true;
    QTest::newRow("Windows 9x") << QByteArray(old).replace("Windows NT\\CurrentVersion\\", "") << true
                                << true;
}

void TestOutlookAccounts::readsAnAccountOfEveryVersion()
{
    QFETCH(QByteArray, root);
    QFETCH(bool, isBinary);
    QFETCH(bool, isAnsi);
    QByteArray registry = popAccount(root, isBinary).bytes();
    if (isAnsi)
        registry = *model::toCp932(QString::fromUtf8(registry).replace(
            QStringLiteral("Windows Registry Editor Version 5.00"), QStringLiteral("REGEDIT4")));
    const model::MailApp app = read(registry);
    QCOMPARE(app.id, QStringLiteral("outlook"));
    QCOMPARE(app.profiles.size(), 1);
    const model::AppProfile &profile = app.profiles.first();
    QCOMPARE(wrong(profile), QStringList());
    QCOMPARE(profile.name, QStringLiteral("Outlook"));
    QVERIFY(profile.isDefault);
    QCOMPARE(profile.accounts.size(), 1);
    const model::Account &account = profile.accounts.first();
    QCOMPARE(account.key, QStringLiteral("00000002"));
    QCOMPARE(account.address, QStringLiteral("taro@example.ne.jp"));
    QCOMPARE(account.fullName, QStringLiteral("届 太郎"));
    QCOMPARE(
        account.place,
        QString::fromLatin1("HKCU" + root.mid(17) + "\\Outlook" + OutlookExport::accounts + "\\00000002"));
    QCOMPARE(told(account.incoming), QStringLiteral("pop3 pop.example.ne.jp:110 plain taro password"));
    QCOMPARE(told(account.outgoing), QStringLiteral("smtp smtp.example.ne.jp:25 plain  none"));
}

void TestOutlookAccounts::readsServers_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("lines"); // later ones outweigh those of the account
    QTest::addColumn<QString>("incoming");
    QTest::addColumn<QString>("outgoing");
    using Numbers = QList<std::pair<const char *, quint32>>;
    const auto row = [](const char *name, const Numbers &numbers, const char *in, const char *out,
                        const QByteArray &kind = pop3, const QByteArray &more = {}) {
        OutlookExport made;
        for (const auto &[value, number] : numbers)
            made.number(value, number);
        const QByteArray head = OutlookExport().bytes();
        QTest::newRow(name) << kind << made.bytes().mid(head.size()) + more << QString::fromLatin1(in)
                            << QString::fromLatin1(out);
    };
    const char *in = "pop3 pop.example.ne.jp:110 plain taro password";
    const char *out = "smtp smtp.example.ne.jp:25 plain  none";
    row("as seen with 995 and 465",
        {{"POP3 Port", 995},
         {"POP3 Use SSL", 1},
         {"SMTP Port", 465},
         {"SMTP Secure Connection", 1},
         {"SMTP Use Auth", 1}},
        "pop3 pop.example.ne.jp:995 tls taro password", "smtp smtp.example.ne.jp:465 tls taro password");
    row("as seen with 587 and Auto",
        {{"SMTP Port", 587}, {"SMTP Secure Connection", 3}, {"SMTP Use Auth", 1}}, in,
        "smtp smtp.example.ne.jp:587 starttls taro password");
    row("Auto on 465", {{"SMTP Port", 465}, {"SMTP Secure Connection", 3}}, in,
        "smtp smtp.example.ne.jp:465 tls  none");
    row("STARTTLS", {{"SMTP Port", 587}, {"SMTP Secure Connection", 2}}, in,
        "smtp smtp.example.ne.jp:587 starttls  none");
    row("STARTTLS on 465", {{"SMTP Port", 465}, {"SMTP Secure Connection", 2}}, in,
        "smtp smtp.example.ne.jp:465 starttls  none");
    row("none, whatever the old flag says",
        {{"SMTP Port", 587}, {"SMTP Secure Connection", 0}, {"SMTP Use SSL", 1}}, in,
        "smtp smtp.example.ne.jp:587 plain  none");
    row("old flag on 465", {{"SMTP Port", 465}, {"SMTP Use SSL", 1}}, in,
        "smtp smtp.example.ne.jp:465 tls  none");
    row("old flag on 25", {{"SMTP Use SSL", 1}}, in, "smtp smtp.example.ne.jp:25 starttls  none");
    row("POP3 by STARTTLS", {{"POP3 Secure Connection", 2}},
        "pop3 pop.example.ne.jp:110 starttls taro password", out);
    row("POP3 Auto on 995", {{"POP3 Port", 995}, {"POP3 Secure Connection", 3}},
        "pop3 pop.example.ne.jp:995 tls taro password", out);
    row("SPA", {{"POP3 Use SPA", 1}, {"SMTP Use Auth", 1}}, "pop3 pop.example.ne.jp:110 plain taro ntlm",
        "smtp smtp.example.ne.jp:25 plain taro ntlm");
    row("SPA in its other spelling", {{"POP3 Use Sicily", 1}}, "pop3 pop.example.ne.jp:110 plain taro ntlm",
        out);
    row("a user of its own for sending", {{"SMTP Use Auth", 1}, {"SMTP Auth Method", 1}}, in,
        "smtp smtp.example.ne.jp:25 plain hanako password", pop3, "\"SMTP User\"=\"hanako\"\n");
    row("its own user is not used", {{"SMTP Use Auth", 0}, {"SMTP Auth Method", 1}}, in, out, pop3,
        "\"SMTP User\"=\"hanako\"\n");
    row("fetches before it sends", {{"SMTP Use Auth", 1}, {"SMTP Auth Method", 2}}, in, out);
    row("IMAP", {}, "imap imap.example.ne.jp:143 plain hana password", out, imap,
        "\"IMAP Server\"=\"IMAP.Example.ne.jp.\"\n\"IMAP User\"=\"hana\"\n");
    row("IMAP over TLS", {{"IMAP Port", 993}, {"IMAP Use SSL", 1}, {"SMTP Use Auth", 1}},
        "imap imap.example.ne.jp:993 tls hana password", "smtp smtp.example.ne.jp:25 plain hana password",
        imap, "\"IMAP Server\"=\"imap.example.ne.jp\"\n\"IMAP User\"=\"hana\"\n");
    row("no server to send", {}, in, "none", pop3, "\"SMTP Server\"=\"\"\n");
    row("no server to fetch from", {{"SMTP Use Auth", 1}}, "none", "smtp smtp.example.ne.jp:25 plain  none",
        pop3, "\"POP3 Server\"=\"\"\n");
    row("numbers as bytes", {}, "pop3 pop.example.ne.jp:995 tls taro password", out, pop3,
        "\"POP3 Port\"=hex:e3,03,00,00\n\"POP3 Use SSL\"=hex:01,00,00,00\n");
}

void TestOutlookAccounts::readsServers()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, lines);
    const QByteArray registry = popAccount().bytes().replace(pop3, kind) + lines;
    const model::AppProfile profile = read(registry).profiles.value(0);
    QCOMPARE(wrong(profile), QStringList());
    QTEST(told(profile.accounts.value(0).incoming), "incoming");
    QTEST(told(profile.accounts.value(0).outgoing), "outgoing");
}

void TestOutlookAccounts::putsAccountsInTheOrderOfTheScreen_data()
{
    QTest::addColumn<QList<quint32>>("order");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("wrong");
    const QString list = QStringLiteral("{ED475418-B0D6-11D2-8C3B-00104B2A6676}");
    QTest::newRow("as listed") << QList<quint32>{0x1a, 3, 2} << "0000001A 00000003 00000002"
                               << "";
    QTest::newRow("some only") << QList<quint32>{3} << "00000003"
                               << "";
    QTest::newRow("with Exchange and services") << QList<quint32>{4, 2, 5} << "00000002"
                                                << "";
    QTest::newRow("named twice") << QList<quint32>{2, 2, 3, 2} << "00000002 00000003"
                                 << "";
    QTest::newRow("one that is gone") << QList<quint32>{9, 2} << "00000002"
                                      << "00000009:missing";
    QTest::newRow("no list") << QList<quint32>{} << "00000002 00000003 0000001A"
                             << list + QStringLiteral(":missing");
}

void TestOutlookAccounts::putsAccountsInTheOrderOfTheScreen()
{
    QFETCH(QList<quint32>, order);
    OutlookExport made;
    made.order(order);
    for (const char *id : {"00000002", "00000003", "0000001A"})
        made.account(id, pop3)
            .text("POP3 Server", "pop.example.ne.jp")
            .text("Email", QByteArray(id) + "@example.ne.jp");
    made.account("00000004", exchange).text("Service Name", "MSEMS").text("Account Name", "Exchange");
    made.below(OutlookExport::accounts + "\\00000005").text("Service Name", "CONTAB");
    made.below(OutlookExport::accounts + "\\notanid").text("POP3 Server", "x");
    const model::AppProfile profile = read(made.bytes()).profiles.value(0);
    QStringList keys;
    for (const model::Account &account : profile.accounts)
        keys.append(account.key);
    QTEST(keys.join(u' '), "keys");
    QTEST(wrong(profile).join(u' '), "wrong");
}

void TestOutlookAccounts::knowsHowLongMailStaysOnTheServer_data()
{
    QTest::addColumn<qint64>("stored"); // -1: absent
    QTest::addColumn<bool>("leaves");
    QTest::addColumn<int>("days"); // 0: for ever
    QTest::newRow("absent") << -1LL << false << 0;
    QTest::newRow("no") << 0LL << false << 0;
    QTest::newRow("14 days, as seen") << 0x000e0003LL << true << 14;
    QTest::newRow("for ever") << 0x000e0001LL << true << 0;
    QTest::newRow("until deleted") << 0x000e0005LL << true << 0;
    QTest::newRow("30 days, or until deleted") << 0x001e0007LL << true << 30;
    QTest::newRow("days without leaving") << 0x000e0002LL << false << 0;
    QTest::newRow("no days") << 3LL << true << 0;
    QTest::newRow("all bits") << 0xffffffffLL << true << 65535;
}

void TestOutlookAccounts::knowsHowLongMailStaysOnTheServer()
{
    QFETCH(qint64, stored);
    QFETCH(int, days);
    OutlookExport made = popAccount();
    if (stored >= 0)
        made.number("Leave on Server", quint32(stored));
    const model::Account account = read(made.bytes()).profiles.value(0).accounts.value(0);
    QTEST(account.leaveOnServer.value(), "leaves");
    QCOMPARE(account.leaveDays.value_or(0), days);
}

void TestOutlookAccounts::saysWhatItCouldNotRead_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("wrong");
    QTest::newRow("number for a text") << QByteArray("\"POP3 Server\"=dword:1") << "POP3 Server:malformed";
    QTest::newRow("half a character")
        << QByteArray("\"POP3 Server\"=hex:70,00,6f") << "POP3 Server:malformed";
    QTest::newRow("half a pair") << QByteArray("\"Display Name\"=hex:00,d8,00,00")
                                 << "Display Name:malformed";
    QTest::newRow("control character") << QByteArray("\"Email\"=hex:61,00,07,00") << "Email:malformed";
    QTest::newRow("endless text") << "\"Email\"=\"" + QByteArray(5000, 'a') + '"' << "Email:malformed";
    QTest::newRow("space in a host") << QByteArray("\"POP3 Server\"=\"pop example\"")
                                     << "POP3 Server:malformed";
    QTest::newRow("address for a host")
        << QByteArray("\"SMTP Server\"=\"http://a/\"") << "SMTP Server:malformed";
    QTest::newRow("text for a number") << QByteArray("\"POP3 Port\"=\"995\"") << "POP3 Port:malformed";
    QTest::newRow("port out of range") << QByteArray("\"SMTP Port\"=dword:00010000") << "SMTP Port:malformed";
    QTest::newRow("short number") << QByteArray("\"SMTP Port\"=hex:4b,02") << "SMTP Port:malformed";
    QTest::newRow("unknown encryption")
        << QByteArray("\"SMTP Secure Connection\"=dword:9") << "SMTP Secure Connection:malformed";
    QTest::newRow("text for an entry id")
        << QByteArray("\"Delivery Store EntryID\"=\"C:\\\\a.pst\"") << "Delivery Store EntryID:malformed";
    QTest::newRow("empty bytes for a text") << QByteArray("\"POP3 User\"=hex:00,00") << "";
    QTest::newRow("spaces for a text") << QByteArray("\"POP3 User\"=\"  \"") << "";
    QTest::newRow("a password") << QByteArray("\"POP3 Password\"=dword:1") << "";
}

void TestOutlookAccounts::saysWhatItCouldNotRead()
{
    QFETCH(QByteArray, line);
    const model::AppProfile profile = read(popAccount().line(line).bytes()).profiles.value(0);
    QTEST(wrong(profile).join(u' '), "wrong");
    QCOMPARE(profile.accounts.size(), 1);
    QCOMPARE(profile.accounts.first().key, QStringLiteral("00000002"));
}

void TestOutlookAccounts::claimsNoWaitingTime()
{
    const model::AppProfile profile
        = read(popAccount().number("SMTP Timeout", 300).number("Server Timeout", 300).bytes())
              .profiles.value(0);
    QVERIFY(!profile.timeoutSeconds);
    QVERIFY(!profile.offline);
    QVERIFY(!profile.accounts.value(0).timeoutSeconds);
}

void TestOutlookAccounts::findsThePathInAnEntryId_data()
{
    QTest::addColumn<QByteArray>("entryId");
    QTest::addColumn<QString>("path");
    const QByteArray path = "C:\\Users\\taro\\Documents\\Outlook ファイル\\taro@example.ne.jp.pst";
    const QByteArray whole = OutlookExport::storeEntryId(path), odd = OutlookExport::storeEntryId(path, true);
    const QString found = QString::fromUtf8(path);
    QTest::newRow("as seen") << whole << found;
    QTest::newRow("of odd length") << odd << found;
    QTest::newRow("without its end") << whole.chopped(2) << found;
    QTest::newRow("zeros behind") << whole + QByteArray(6, '\0') << found;
    QTest::newRow("glued to what stands before")
        << QByteArray("ab\x01\x02") + OutlookExport::utf16(path) << found;
    QTest::newRow("share") << OutlookExport::storeEntryId("\\\\nas\\mail\\a.pst") << "\\\\nas\\mail\\a.pst";
    QTest::newRow("Exchange") << QByteArray(60, 'x') << "";
    QTest::newRow("empty") << QByteArray() << "";
    QTest::newRow("one byte") << QByteArray("C") << "";
    QTest::newRow("zeros") << QByteArray(100, '\0') << "";
    QTest::newRow("a colon first") << OutlookExport::utf16(":\\a") << "";
    QTest::newRow("endless") << QByteArray(60'000, 'x') << "";
}

void TestOutlookAccounts::findsThePathInAnEntryId()
{
    QFETCH(QByteArray, entryId);
    QTEST(mailapps::outlook::pathOfEntryId(entryId), "path");
}

QTEST_APPLESS_MAIN(TestOutlookAccounts)
#include "test_outlook_accounts.moc"
