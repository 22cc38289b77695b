#include "mailapps/windows_live_mail.h"

#include "support/live_mail.h"
#include "support/reading.h"

#include <QTest>

using support::accountFile;
using support::only;
using support::popAccount;
using support::reasons;
using support::told;
using support::live::live;
using support::live::message;
using support::live::root;

namespace {

const QString vista = QStringLiteral("AppData/Local/Microsoft/Windows Mail/");

} // namespace

class TestWindowsLiveMail : public QObject
{
    Q_OBJECT

private slots:
    void isNotFoundWhereItIsNot();
    void readsAnAccount_data();
    void readsAnAccount();
    void readsTheWaitingTime_data();
    void readsTheWaitingTime();
    void knowsHowLongMailStaysOnTheServer_data();
    void knowsHowLongMailStaysOnTheServer();
    void putsTheDefaultAccountFirst();
    void skipsWhatIsNoMailAccount_data();
    void skipsWhatIsNoMailAccount();
    void saysWhatItCouldNotRead_data();
    void saysWhatItCouldNotRead();
    void readsWindowsMailOfVista();
};

void TestWindowsLiveMail::isNotFoundWhereItIsNot()
{
    const support::WindowsHome home;
    QVERIFY(live(home).profiles.isEmpty());
    // Windows 7 makes this for nobody.
    home.write(vista + QStringLiteral("account{1}.oeaccount"),
               accountFile(QStringLiteral("Account_Name=x LDAP_Server=directory.example")));
    home.write(vista + QStringLiteral("Local Folders/Outbox/winmail.fol"), "x");
    QVERIFY(mailapps::readWindowsMail(home.places()).profiles.isEmpty());
    QVERIFY(mailapps::readAll(home.places()).isEmpty());
}

void TestWindowsLiveMail::readsAnAccount_data()
{
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("incoming");
    QTest::addColumn<QString>("outgoing");
    const auto row = [](const char *name, const QString &fields, const char *incoming, const char *outgoing) {
        QTest::newRow(name) << fields << QString::fromLatin1(incoming) << QString::fromLatin1(outgoing);
    };
    const auto more = [](const char *fields) { return popAccount + QString::fromLatin1(fields); };
    const char *usual = "pop3 pop.example:110 plain taro password";
    row("nothing but defaults", popAccount, usual, "smtp smtp.example:25 plain  none");
    row("over TLS",
        more("POP3_Port#000003e3 POP3_Secure_Connection#1 SMTP_Port#1d1 SMTP_Secure_Connection#1"),
        "pop3 pop.example:995 tls taro password", "smtp smtp.example:465 tls  none");
    row("submission", more("SMTP_Port#24b SMTP_Secure_Connection#1 SMTP_Use_Sicily#2"), usual,
        "smtp smtp.example:587 starttls taro password");
    row("SPA on both sides", more("POP3_Use_Sicily#1 SMTP_Use_Sicily#1 SMTP_User_Name=s"),
        "pop3 pop.example:110 plain taro ntlm", "smtp smtp.example:25 plain s ntlm");
    row("as incoming, which is SPA", more("POP3_Use_Sicily#1 SMTP_Use_Sicily#2 SMTP_User_Name=stale"),
        "pop3 pop.example:110 plain taro ntlm", "smtp smtp.example:25 plain taro ntlm");
    row("a name of its own", more("SMTP_Use_Sicily#3 SMTP_User_Name=taro@example.jp"), usual,
        "smtp smtp.example:25 plain taro@example.jp password");
    row("no log-in, name left over", more("SMTP_Use_Sicily#0 SMTP_User_Name=stale"), usual,
        "smtp smtp.example:25 plain  none");
    row("unknown ways to log in", more("POP3_Use_Sicily#7 SMTP_Use_Sicily#7"),
        "pop3 pop.example:110 plain taro ", "smtp smtp.example:25 plain  ");
    row("names as people type them",
        QStringLiteral("POP3_Server=POP.Example. POP3_User_Name=taro@example.jp SMTP_Server=smtp.example"),
        "pop3 pop.example:110 plain taro@example.jp password", "smtp smtp.example:25 plain  none");
    row("IMAP", QStringLiteral("IMAP_Server=imap.example IMAP_User_Name=taro@example.jp"),
        "imap imap.example:143 plain taro@example.jp password", "none");
    row("IMAP over TLS",
        QStringLiteral("IMAP_Server=imap.example IMAP_User_Name=taro@example.jp IMAP_Port#3e1 "
                       "IMAP_Secure_Connection#1 SMTP_Server=smtp.example SMTP_Use_Sicily#2"),
        "imap imap.example:993 tls taro@example.jp password",
        "smtp smtp.example:25 plain taro@example.jp password");
}

void TestWindowsLiveMail::readsAnAccount()
{
    QFETCH(QString, fields);
    QFETCH(QString, incoming);
    QFETCH(QString, outgoing);
    const support::WindowsHome home;
    const QString file = root + QStringLiteral("Example (taro)/account{A1}.oeaccount");
    home.write(file, accountFile(fields));
    const model::AppProfile profile = only(live(home));
    QCOMPARE(reasons(profile), QStringList());
    QCOMPARE(profile.accounts.size(), 1);
    const model::Account account = profile.accounts.first();
    QCOMPARE(told(account.incoming), incoming);
    QCOMPARE(told(account.outgoing), outgoing);
    QCOMPARE(account.address, QStringLiteral("taro@example.jp"));
    QCOMPARE(account.fullName, fields.contains(u"能登") ? QStringLiteral("能登太郎") : QString());
    QCOMPARE(account.key, QStringLiteral("account{A1}.oeaccount"));
    QCOMPARE(account.place, home.path(file));
    QCOMPARE(profile.path, home.path(root.chopped(1)));
    QVERIFY(profile.isDefault);
    QVERIFY(!profile.running);
}

void TestWindowsLiveMail::readsTheWaitingTime_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<int>("seconds"); // of the profile; 0: unknown
    QTest::addColumn<bool>("isDefault");
    QTest::addColumn<QStringList>("wrong");
    const auto row = [](const char *name, const char *first, const char *second, int seconds, bool isDefault,
                        const QStringList &wrong = {}) {
        QTest::newRow(name) << QString::fromLatin1(first) << QString::fromLatin1(second) << seconds
                            << isDefault << wrong;
    };
    const QString firstWrong = QStringLiteral("account{1}.oeaccount:9:malformed");
    const QString secondWrong = QStringLiteral("account{2}.oeaccount:9:malformed");
    row("not set", "", "", 60, true);
    row("of one set", "SMTP_Timeout#0000012c", "", 60, true);
    row("both set", "SMTP_Timeout#0000012c", "SMTP_Timeout#96", 150, false);
    row("set to the default", "SMTP_Timeout#3c", "SMTP_Timeout#3c", 60, false);
    row("receiving does not count", "POP3_Timeout#a SMTP_Timeout#12c", "SMTP_Timeout#12c", 300, false);
    row("the longest", "SMTP_Timeout#15180", "SMTP_Timeout#15180", 86'400, false);
    row("too long", "SMTP_Timeout#15181", "SMTP_Timeout#12c", 300, false, {firstWrong});
    row("none", "SMTP_Timeout#0", "SMTP_Timeout#12c", 300, false, {firstWrong});
    row("both unreadable", "SMTP_Timeout#0", "SMTP_Timeout#ffffffff", 0, true, {firstWrong, secondWrong});
    row("no number", "SMTP_Timeout#5min", "SMTP_Timeout#12c", 60, true, {firstWrong});
}

void TestWindowsLiveMail::readsTheWaitingTime()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(int, seconds);
    QFETCH(bool, isDefault);
    QFETCH(QStringList, wrong);
    const support::WindowsHome home;
    home.write(root + QStringLiteral("a/account{1}.oeaccount"), accountFile(popAccount + first));
    home.write(root + QStringLiteral("b/account{2}.oeaccount"), accountFile(popAccount + second));
    const model::AppProfile profile = only(live(home));
    QCOMPARE(profile.accounts.size(), 2);
    QCOMPARE(profile.timeoutSeconds, seconds ? std::optional<int>(seconds) : std::nullopt);
    QCOMPARE(profile.timeoutIsDefault, isDefault);
    if (first.startsWith(u"SMTP_Timeout#0000012c"))
        QCOMPARE(profile.accounts.first().timeoutSeconds, 300);
    QCOMPARE(reasons(profile), wrong);
}

void TestWindowsLiveMail::knowsHowLongMailStaysOnTheServer_data()
{
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("live");
    QTest::addColumn<QString>("vistas");
    const auto row = [](const char *name, const char *fields, const char *live, const char *vistas) {
        QTest::newRow(name) << QString::fromLatin1(fields) << QString::fromLatin1(live)
                            << QString::fromLatin1(vistas);
    };
    row("nothing said", "", "unknown", "no");
    row("not left", "Leave_Mail_On_Server#0", "no", "no");
    row("for ever", "Leave_Mail_On_Server#1", "yes", "yes");
    row("for ever, days left over", "Leave_Mail_On_Server#1 Expire_Days#e", "yes", "yes");
    row("14 days", "Leave_Mail_On_Server#1 Remove_When_Expired#1 Expire_Days#e", "14", "14");
    row("days as offered", "Leave_Mail_On_Server#1 Remove_When_Expired#1", "5", "5");
    row("not left, days left over", "Leave_Mail_On_Server#0 Remove_When_Expired#1 Expire_Days#e", "no", "no");
}

void TestWindowsLiveMail::knowsHowLongMailStaysOnTheServer()
{
    QFETCH(QString, fields);
    QFETCH(QString, live);
    QFETCH(QString, vistas);
    const support::WindowsHome home;
    for (const QString &folder : {root, vista})
        home.write(folder + QStringLiteral("a/account{1}.oeaccount"), accountFile(popAccount + fields));
    const auto words = [](const model::MailApp &app) {
        const model::Account account = only(app).accounts.value(0);
        if (account.leaveDays)
            return QString::number(*account.leaveDays);
        return !account.leaveOnServer ? QStringLiteral("unknown")
            : *account.leaveOnServer  ? QStringLiteral("yes")
                                      : QStringLiteral("no");
    };
    QCOMPARE(words(::live(home)), live);
    QCOMPARE(words(mailapps::readWindowsMail(home.places())), vistas);
}

void TestWindowsLiveMail::putsTheDefaultAccountFirst()
{
    const support::WindowsHome home;
    for (const char *name : {"1", "2", "3"})
        home.write(root + QStringLiteral("%1/account{%1}.oeaccount").arg(QString::fromLatin1(name)),
                   accountFile(popAccount));
    home.setRegistry(QStringLiteral("[HKCU\\Software\\Microsoft\\Windows Live Mail]\n"
                                    "\"Default Mail Account\"=\"ACCOUNT{2}.oeaccount\"\n"));
    QStringList keys;
    for (const model::Account &account : only(live(home)).accounts)
        keys.append(account.key.mid(8, 1));
    QCOMPARE(keys, QStringList({QStringLiteral("2"), QStringLiteral("1"), QStringLiteral("3")}));
}

void TestWindowsLiveMail::skipsWhatIsNoMailAccount_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("fields");
    QTest::newRow("newsgroups") << QStringLiteral("account{2}.oeaccount")
                                << QStringLiteral("NNTP_Server=n.example");
    QTest::newRow("address book") << QStringLiteral("account{2}.oeaccount")
                                  << QStringLiteral("LDAP_Server=l.example");
    QTest::newRow("Hotmail") << QStringLiteral("account{2}.oeaccount")
                             << QStringLiteral("HTTPMail_Server=h.example SMTP_Server=s.example");
    QTest::newRow("server without a name") << QStringLiteral("account{2}.oeaccount")
                                           << QStringLiteral("POP3_Server= IMAP_Server= SMTP_Timeout#0");
    QTest::newRow("a copy by the person") << QStringLiteral("account{2}.oeaccount.bak") << popAccount;
    QTest::newRow("another kind of file") << QStringLiteral("contact{2}.oeaccount") << popAccount;
}

void TestWindowsLiveMail::skipsWhatIsNoMailAccount()
{
    QFETCH(QString, name);
    QFETCH(QString, fields);
    const support::WindowsHome home;
    home.write(root + QStringLiteral("a/account{1}.oeaccount"), accountFile(popAccount));
    home.write(root + QStringLiteral("b/") + name, accountFile(fields));
    const model::AppProfile profile = only(live(home));
    QCOMPARE(profile.accounts.size(), 1);
    QCOMPARE(reasons(profile), QStringList());
}

void TestWindowsLiveMail::saysWhatItCouldNotRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<int>("accounts");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("account{1}.oeaccount:1:half-written") << 0;
    QTest::newRow("cut") << accountFile(popAccount).chopped(60)
                         << QStringLiteral("account{1}.oeaccount:8:half-written") << 1;
    QTest::newRow("no XML") << QByteArray("MZ") << QStringLiteral("account{1}.oeaccount:1:malformed") << 0;
    QTest::newRow("too large") << QByteArray(5'000'000, ' ')
                               << QStringLiteral("account{1}.oeaccount:0:too-large") << 0;
    QTest::newRow("code page") << QByteArray("<MessageAccount><A type=\"SZ\">\x93\xCD</A></MessageAccount>")
                               << QStringLiteral("account{1}.oeaccount:0:encoding") << 0;
    QTest::newRow("port 0") << accountFile(popAccount + QStringLiteral("POP3_Port#0"))
                            << QStringLiteral("account{1}.oeaccount:9:malformed") << 1;
    QTest::newRow("port 65536") << accountFile(popAccount + QStringLiteral("SMTP_Port#10000"))
                                << QStringLiteral("account{1}.oeaccount:9:malformed") << 1;
}

void TestWindowsLiveMail::saysWhatItCouldNotRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, wrong);
    QFETCH(int, accounts);
    const support::WindowsHome home;
    home.write(root + QStringLiteral("a/account{1}.oeaccount"), bytes);
    const model::AppProfile profile = only(live(home));
    QCOMPARE(reasons(profile), QStringList{wrong});
    QCOMPARE(profile.accounts.size(), accounts);
    if (accounts)
        QCOMPARE(told(profile.accounts.first().incoming),
                 QStringLiteral("pop3 pop.example:110 plain taro password"));
}

void TestWindowsLiveMail::readsWindowsMailOfVista()
{
    const support::WindowsHome home;
    home.write(vista + QStringLiteral("Local Folders/account{1}.oeaccount"), accountFile(popAccount));
    home.write(vista + QStringLiteral("Local Folders/Outbox/1.eml"), message(1, "Sun, 15"));
    QVERIFY(live(home).profiles.isEmpty());
    const model::MailApp app = mailapps::readWindowsMail(home.places());
    QCOMPARE(app.id, QStringLiteral("windows-mail"));
    QCOMPARE(only(app).accounts.size(), 1);
    QCOMPARE(only(app).outboxes.value(0).count, 1);
    QCOMPARE(mailapps::readAll(home.places()).size(), 1);
}

QTEST_APPLESS_MAIN(TestWindowsLiveMail)

#include "test_windows_live_mail.moc"
