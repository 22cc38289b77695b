#include "support/sylpheed_home.h"

#include <QTest>

using support::mailbox;
using support::oneAccount;
using support::only;
using support::queued;
using support::reasons;
using support::told;
using Home = support::SylpheedHome;

class TestSylpheed : public QObject
{
    Q_OBJECT

private slots:
    void isNotFoundWhereItWasNeverUsed();
    void looksInEveryPlace();
    void readsAnAccount();
    void readsServers_data();
    void readsServers();
    void knowsHowLongMailStaysOnTheServer_data();
    void knowsHowLongMailStaysOnTheServer();
    void takesNoAccountThatIsNone_data();
    void takesNoAccountThatIsNone();
    void readsTheWaitingTime_data();
    void readsTheWaitingTime();
    void knowsWhetherItStartsOffline_data();
    void knowsWhetherItStartsOffline();
    void saysWhatItCouldNotRead_data();
    void saysWhatItCouldNotRead();
};

void TestSylpheed::isNotFoundWhereItWasNeverUsed()
{
    const QTemporaryDir home;
    QVERIFY(mailapps::readSylpheed({home.path(), {}}).profiles.isEmpty());
    // Looking at the program once makes the folder, and nothing in it.
    QVERIFY(QDir(home.path()).mkpath(QStringLiteral(".sylpheed-2.0/imapcache")));
    QVERIFY(mailapps::readAll({home.path(), {}}).isEmpty());
}

void TestSylpheed::looksInEveryPlace()
{
    for (const auto *program : {&mailapps::sylpheed::sylpheed(), &mailapps::sylpheed::clawsMail()}) {
        const QTemporaryDir home;
        const mailapps::Places places{home.path(), {}};
        const auto roots = mailapps::sylpheed::roots(*program, places);
        for (const auto &root : roots) {
            support::writeFile(root.settings + QStringLiteral("/accountrc"), oneAccount);
            support::writeFile(root.settings + QStringLiteral("/folderlist.xml"), mailbox);
            support::writeFile(root.mail + QStringLiteral("/Mail/queue/1"), queued);
        }
        const model::MailApp app
            = program->claws ? mailapps::readClawsMail(places) : mailapps::readSylpheed(places);
        QCOMPARE(app.profiles.size(), program->claws ? 3 : 4);
        for (const model::AppProfile &profile : app.profiles) {
            QCOMPARE(profile.accounts.size(), 1);
            QCOMPARE(profile.outboxes.size(), 1);
            QCOMPARE(profile.outboxes.first().count, 1);
        }
    }
}

void TestSylpheed::readsAnAccount()
{
    const Home home;
    const model::MailApp app = home.app();
    QCOMPARE(app.id, QStringLiteral("sylpheed"));
    const model::AppProfile profile = only(app);
    QCOMPARE(reasons(profile), QStringList());
    QCOMPARE(profile.path, home.settings());
    const model::Account account = profile.accounts.value(0);
    QCOMPARE(account.key, QStringLiteral("Account: 1"));
    QCOMPARE(account.address, QStringLiteral("taro@example.ne.jp"));
    QCOMPARE(account.fullName, QString::fromUtf8("太郎"));
    QCOMPARE(account.place, home.settings() + QStringLiteral("/accountrc"));
    QCOMPARE(profile.timeoutSeconds, 60);
    QCOMPARE(profile.outboxes.size(), 0);
    const Home other(true);
    QCOMPARE(other.app().id, QStringLiteral("claws-mail"));
    model::Account same = account;
    same.place = other.settings() + QStringLiteral("/accountrc");
    QCOMPARE(other.profile().accounts, QList{same});
}

void TestSylpheed::readsServers_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<bool>("claws");
    QTest::addColumn<QString>("incoming");
    QTest::addColumn<QString>("outgoing");
    const auto row = [](const char *name, const QByteArray &more, const char *incoming, const char *outgoing,
                        bool claws = false) { QTest::newRow(name) << more << claws << incoming << outgoing; };
    const char *const in = "pop3 pop.example.ne.jp:110 plain taro password";
    const char *const out = "smtp smtp.example.ne.jp:25 plain taro any";
    row("nothing more", "", in, out);
    row("TLS", "ssl_pop=1\nssl_smtp=1\n", "pop3 pop.example.ne.jp:995 tls taro password",
        "smtp smtp.example.ne.jp:465 tls taro any");
    row("STARTTLS stays on 25", "ssl_pop=2\nssl_smtp=2\n",
        "pop3 pop.example.ne.jp:110 starttls taro password", "smtp smtp.example.ne.jp:25 starttls taro any");
    row("own ports", "set_popport=1\npop_port=10110\nset_smtpport=1\nsmtp_port=587\n",
        "pop3 pop.example.ne.jp:10110 plain taro password", "smtp smtp.example.ne.jp:587 plain taro any");
    row("ports without their switch", "set_popport=0\npop_port=10110\nsmtp_port=587\n", in, out);
    row("ports out of range", "set_popport=1\npop_port=70000\nset_smtpport=1\nsmtp_port=-1\n", in, out);
    row("IMAP", "protocol=3\nimap_auth_method=2\n", "imap pop.example.ne.jp:143 plain taro encrypted", out);
    row("IMAP over TLS, PLAIN", "protocol=3\nssl_imap=1\nimap_auth_method=8\n",
        "imap pop.example.ne.jp:993 tls taro password", out);
    row("IMAP keeps out of ssl_pop", "protocol=3\nssl_pop=1\n", "imap pop.example.ne.jp:143 plain taro any",
        out);
    row("APOP", "use_apop_auth=1\n", "pop3 pop.example.ne.jp:110 plain taro encrypted", out);
    row("APOP of old", "protocol=1\n", "pop3 pop.example.ne.jp:110 plain taro encrypted", out);
    row("no authentication", "use_smtp_auth=0\n", in, "smtp smtp.example.ne.jp:25 plain  none");
    row("another user", "smtp_user_id=taro@example\nsmtp_auth_method=1\n", in,
        "smtp smtp.example.ne.jp:25 plain taro@example password");
    row("PLAIN", "smtp_auth_method=8\n", in, "smtp smtp.example.ne.jp:25 plain taro password");
    row("PLAIN in Claws Mail", "smtp_auth_method=16\n", in, "smtp smtp.example.ne.jp:25 plain taro password",
        true);
    row("Claws Mail's number in Sylpheed", "smtp_auth_method=16\n", in,
        "smtp smtp.example.ne.jp:25 plain taro ");
    row("DIGEST-MD5", "smtp_auth_method=4\n", in, "smtp smtp.example.ne.jp:25 plain taro encrypted");
    row("unknown numbers", "ssl_pop=9\nssl_smtp=-1\nsmtp_auth_method=512\n", in,
        "smtp smtp.example.ne.jp:25 plain taro ");
    row("words for numbers", "ssl_pop=yes\nset_popport=yes\npop_port=yes\n", in, out);
    row("upper case, final dot", "receive_server=POP.Example.NE.JP.\n", in, out);
    row("a local mailbox sends all the same", "protocol=5\n", "none", out);
    row("no server to fetch from", "receive_server=\n", "none", out);
    row("no server to send to", "smtp_server=\n", in, "none");
}

void TestSylpheed::readsServers()
{
    QFETCH(QByteArray, more);
    QFETCH(bool, claws);
    const model::Account account = Home(claws, oneAccount + more).profile().accounts.value(0);
    QTEST(told(account.incoming), "incoming");
    QTEST(told(account.outgoing), "outgoing");
}

void TestSylpheed::knowsHowLongMailStaysOnTheServer_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<int>("leaves");
    QTest::addColumn<int>("days");
    QTest::newRow("a week, as usual") << QByteArray() << 1 << 7;
    QTest::newRow("at once") << QByteArray("message_leave_time=0\n") << 0 << 0;
    QTest::newRow("for ever") << QByteArray("remove_mail=0\n") << 1 << 0;
    QTest::newRow("for ever, whatever the days")
        << QByteArray("remove_mail=0\nmessage_leave_time=3\n") << 1 << 0;
    QTest::newRow("negative days") << QByteArray("message_leave_time=-3\n") << 0 << 0;
    QTest::newRow("IMAP") << QByteArray("protocol=3\n") << -1 << 0;
}

void TestSylpheed::knowsHowLongMailStaysOnTheServer()
{
    QFETCH(QByteArray, more);
    const model::Account account = Home(false, oneAccount + more).profile().accounts.value(0);
    QTEST(account.leaveOnServer ? int(*account.leaveOnServer) : -1, "leaves");
    QTEST(account.leaveDays.value_or(0), "days");
}

void TestSylpheed::takesNoAccountThatIsNone_data()
{
    QTest::addColumn<QByteArray>("accounts");
    QTest::addColumn<QString>("keys");
    const QByteArray second
        = "\n[Account: 2]\naddress=jiro@example.org\nprotocol=3\nreceive_server=imap.example.org\n";
    QTest::newRow("one") << oneAccount << "Account: 1";
    QTest::newRow("two") << oneAccount + second << "Account: 1 Account: 2";
    QTest::newRow("the usual one first") << second.trimmed() + "\n" + oneAccount << "Account: 1 Account: 2";
    QTest::newRow("news") << oneAccount + "protocol=4\n"
                          << "";
    QTest::newRow("no servers") << QByteArray("[Account: 1]\naddress=a@b\n") << "";
    QTest::newRow("another section") << QByteArray(
        "[AccountTemplate]\nsmtp_server=x\n[Common]\nsmtp_server=x\n")
                                     << "";
    QTest::newRow("no account") << QByteArray("[Account: 1]\n") << "";
}

void TestSylpheed::takesNoAccountThatIsNone()
{
    QFETCH(QByteArray, accounts);
    QStringList keys;
    for (const model::Account &account : Home(false, accounts).profile().accounts)
        keys.append(account.key);
    QTEST(keys.join(u' '), "keys");
}

void TestSylpheed::readsTheWaitingTime_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("isDefault");
    QTest::newRow("set") << QByteArray("[Common]\nio_timeout_secs=300\n") << 300 << false;
    QTest::newRow("as it came") << QByteArray("[Common]\nio_timeout_secs=60\n") << 60 << true;
    QTest::newRow("not written") << QByteArray("[Common]\nautocheck=1\n") << 60 << true;
    QTest::newRow("the last one") << QByteArray("[Common]\nio_timeout_secs=30\nio_timeout_secs=40\n") << 40
                                  << false;
    QTest::newRow("blanks before it") << QByteArray("[Common]\n io_timeout_secs=30\n") << 60 << true;
    QTest::newRow("in another section")
        << QByteArray("[Common]\n[Other]\nio_timeout_secs=30\n") << 60 << true;
    QTest::newRow("no section of ours") << QByteArray("[Other]\nio_timeout_secs=30\n") << -1 << true;
    QTest::newRow("without an end") << QByteArray("[Common]\nio_timeout_secs=0\n") << -1 << true;
    QTest::newRow("negative") << QByteArray("[Common]\nio_timeout_secs=-5\n") << -1 << true;
    QTest::newRow("empty file") << QByteArray() << -1 << true;
}

void TestSylpheed::readsTheWaitingTime()
{
    QFETCH(QByteArray, settings);
    for (const bool claws : {false, true}) {
        const model::AppProfile profile = Home(claws, oneAccount, settings).profile();
        QTEST(profile.timeoutSeconds.value_or(-1), "seconds");
        QTEST(profile.timeoutIsDefault, "isDefault");
    }
}

void TestSylpheed::knowsWhetherItStartsOffline_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<int>("sylpheed");
    QTest::addColumn<int>("claws");
    QTest::newRow("nothing said") << QByteArray("[Common]\n") << 0 << 0;
    QTest::newRow("always offline") << QByteArray("[Common]\nstartup_online_mode=0\nonline_mode=1\n") << 1
                                    << 0;
    QTest::newRow("always online") << QByteArray("[Common]\nstartup_online_mode=1\nonline_mode=0\n") << 0
                                   << 0;
    QTest::newRow("as it was left, offline")
        << QByteArray("[Common]\nstartup_online_mode=2\nonline_mode=0\n") << 1 << 0;
    QTest::newRow("as it was left, online") << QByteArray("[Common]\nstartup_online_mode=2\n") << 0 << 0;
    QTest::newRow("the other program's") << QByteArray("[Common]\nwork_offline=1\n") << 0 << 1;
    QTest::newRow("no section of ours") << QByteArray("[Other]\nwork_offline=1\n") << -1 << -1;
    QTest::newRow("half written") << QByteArray("[Com") << -1 << -1;
}

void TestSylpheed::knowsWhetherItStartsOffline()
{
    QFETCH(QByteArray, settings);
    const auto told = [&](bool claws) {
        const auto offline = mailapps::sylpheed::offline(
            mailapps::KeyValueFile(settings, mailapps::KeyValueFile::Dialect::Sylpheed),
            claws ? mailapps::sylpheed::clawsMail() : mailapps::sylpheed::sylpheed());
        return offline ? int(*offline) : -1;
    };
    QTEST(told(false), "sylpheed");
    QTEST(told(true), "claws");
}

void TestSylpheed::saysWhatItCouldNotRead_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    QTest::newRow("settings empty") << QByteArray("sylpheedrc") << QByteArray()
                                    << "sylpheedrc:0:half-written";
    QTest::newRow("accounts empty") << QByteArray("accountrc") << QByteArray() << "accountrc:0:half-written";
    QTest::newRow("accounts of zeros")
        << QByteArray("accountrc") << QByteArray(64, '\0') << "accountrc:1:half-written";
    QTest::newRow("UTF-16") << QByteArray("accountrc") << QByteArray("\xFF\xFE[\0", 4)
                            << "accountrc:0:encoding";
    QTest::newRow("list cut") << QByteArray("folderlist.xml") << mailbox.left(200)
                              << "folderlist.xml:5:half-written";
    QTest::newRow("list is no XML") << QByteArray("folderlist.xml") << QByteArray("[Common]")
                                    << "folderlist.xml:1:malformed";
    QTest::newRow("list without an end")
        << QByteArray("folderlist.xml") << QByteArray("<folderitem>").repeated(100'000)
        << "folderlist.xml:1:malformed";
    QTest::newRow("list that grows")
        << QByteArray("folderlist.xml")
        << QByteArray(
               "<!DOCTYPE f [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
               "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
               "<f>&d;&d;&d;</f>")
        << "folderlist.xml:1:malformed";
}

void TestSylpheed::saysWhatItCouldNotRead()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, said);
    const Home home;
    home.write(file.constData(), bytes);
    const model::AppProfile profile = home.profile();
    QCOMPARE(reasons(profile), QStringList(said));
    QCOMPARE(profile.accounts.size(), file == "accountrc" ? 0 : 1);
    for (const QString &gone : {QStringLiteral("/sylpheedrc"), QStringLiteral("/folderlist.xml")})
        QVERIFY(QFile::remove(home.settings() + gone));
    QVERIFY(reasons(home.profile()).contains(QStringLiteral("sylpheedrc:0:missing")));
}

QTEST_GUILESS_MAIN(TestSylpheed)
#include "test_sylpheed.moc"
