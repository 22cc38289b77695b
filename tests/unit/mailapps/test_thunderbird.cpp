#include "mailapps/thunderbird.h"

#include "support/mail_home.h"

#include <QTest>
#ifdef Q_OS_LINUX
#include <sys/inotify.h>
#include <unistd.h>
#endif

using model::Protocol;
using model::Security;

namespace {

model::MailApp read(const support::MailHome &home)
{
    return mailapps::readThunderbird({home.path(), {}});
}

model::AppProfile only(const support::MailHome &home)
{
    const model::MailApp app = read(home);
    return app.profiles.size() == 1 ? app.profiles.first() : model::AppProfile();
}

QStringList reasons(const model::AppProfile &profile)
{
    QStringList found;
    for (const model::Unreadable &one : profile.unreadable)
        found.append(
            QStringLiteral("%1:%2:%3").arg(QFileInfo(one.path).fileName()).arg(one.line).arg(one.why));
    return found;
}

} // namespace

class TestThunderbird : public QObject
{
    Q_OBJECT

private slots:
    void isNotFoundInAnEmptyHome();
    void looksInEveryPlace();
    void readsAnAccount();
    void fillsInPortsAndWords_data();
    void fillsInPortsAndWords();
    void putsTheDefaultAccountFirst();
    void skipsWhatIsNoMailAccount();
    void readsTheWaitingTime_data();
    void readsTheWaitingTime();
    void knowsWhetherItStartsOffline_data();
    void knowsWhetherItStartsOffline();
    void knowsHowLongMailStaysOnTheServer();
    void findsOutboxes_data();
    void findsOutboxes();
    void saysNothingOfAProfileThatWasNeverOpened();
    void saysWhatItCouldNotRead_data();
    void saysWhatItCouldNotRead();
    void neverOpensPasswords();
};

void TestThunderbird::isNotFoundInAnEmptyHome()
{
    const QTemporaryDir home;
    QVERIFY(mailapps::readThunderbird({home.path(), {}}).profiles.isEmpty());
    QVERIFY(mailapps::readAll({home.path(), {}}).isEmpty());
}

void TestThunderbird::looksInEveryPlace()
{
    const support::MailHome home;
    const QStringList roots = mailapps::thunderbirdRoots(home.path());
    QCOMPARE(roots.size(), 8);
    for (const QString &root : roots.mid(1)) {
        support::writeFile(root + QStringLiteral("/profiles.ini"),
                           "[Profile0]\nName=x\nIsRelative=1\nPath=Profiles/x\n");
        support::writeFile(root + QStringLiteral("/Profiles/x/prefs.js"), support::prefsWithAccount());
    }
    const model::MailApp app = read(home);
    QCOMPARE(app.profiles.size(), roots.size());
    for (const model::AppProfile &profile : app.profiles)
        QCOMPARE(profile.accounts.size(), 1);
    // An old Debian links the one to the other: that is one place.
    QDir(roots[1]).removeRecursively();
#ifdef Q_OS_WIN
    QSKIP("a link to a folder needs an administrator there");
#endif
    if (!support::makeLink(roots[0], roots[1]))
        QSKIP("no links here");
    QCOMPARE(read(home).profiles.size(), roots.size() - 1);
}

void TestThunderbird::readsAnAccount()
{
    const support::MailHome home;
    const model::MailApp app = read(home);
    QCOMPARE(app.id, QStringLiteral("thunderbird"));
    QCOMPARE(app.version, QStringLiteral("140.6.0"));
    QVERIFY(!app.running);
    const model::AppProfile profile = only(home);
    QVERIFY2(profile.unreadable.isEmpty(), qPrintable(reasons(profile).join(u' ')));
    QVERIFY(profile.isDefault);
    const model::Account account = profile.accounts.value(0);
    QCOMPARE(account.address, QStringLiteral("taro@example.ne.jp"));
    QCOMPARE(account.incoming->endpoint.text(), QStringLiteral("pop.example.ne.jp:110"));
    QCOMPARE(account.incoming->user, QStringLiteral("taro"));
    QCOMPARE(account.incoming->auth, QStringLiteral("password"));
    QCOMPARE(account.outgoing->endpoint.text(), QStringLiteral("smtp.example.ne.jp:587"));
    QCOMPARE(account.leaveOnServer, false);
    QCOMPARE(profile.timeoutSeconds, 100);
    QVERIFY(profile.timeoutIsDefault);
    QCOMPARE(profile.offline, false);
}

void TestThunderbird::fillsInPortsAndWords_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("server");
    QTest::addColumn<Security>("security");
    QTest::addColumn<QString>("auth");
    const auto in = [](const char *name, const QByteArray &value) {
        return QByteArray("user_pref(\"mail.server.server1.") + name + "\", " + value + ");\n";
    };
    QTest::newRow("POP3 over TLS") << in("socketType", "3") << "pop.example.ne.jp:995" << Security::Tls
                                   << "password";
    QTest::newRow("STARTTLS") << in("socketType", "2") + in("authMethod", "4") << "pop.example.ne.jp:110"
                              << Security::StartTls << "encrypted";
    QTest::newRow("old STARTTLS") << in("socketType", "1") + in("authMethod", "1") << "pop.example.ne.jp:110"
                                  << Security::StartTls << "none";
    QTest::newRow("IMAP over TLS") << in("type", "\"imap\"") + in("socketType", "3") + in("authMethod", "10")
                                   << "pop.example.ne.jp:993" << Security::Tls << "oauth2";
    QTest::newRow("port -1") << in("port", "-1") + in("authMethod", "5") << "pop.example.ne.jp:110"
                             << Security::Plain << "gssapi";
    QTest::newRow("own port") << in("port", "10110") + in("authMethod", "6") << "pop.example.ne.jp:10110"
                              << Security::Plain << "ntlm";
    QTest::newRow("port out of range")
        << in("port", "70000") + in("authMethod", "9") << "pop.example.ne.jp:110" << Security::Plain << "any";
    QTest::newRow("unknown words") << in("socketType", "9") + in("authMethod", "77")
                                   << "pop.example.ne.jp:110" << Security::Plain << "";
    QTest::newRow("upper case, final dot") << in("hostname", "\"POP.Example.NE.JP.\"")
                                           << "pop.example.ne.jp:110" << Security::Plain << "password";
    QTest::newRow("renamed server") << in("realhostname", "\"new.example\"") << "new.example:110"
                                    << Security::Plain << "password";
    QTest::newRow("kind mismatch") << in("port", "\"995\"") << "pop.example.ne.jp:110" << Security::Plain
                                   << "password";
}

void TestThunderbird::fillsInPortsAndWords()
{
    QFETCH(QByteArray, more);
    const support::MailHome home(support::prefsWithAccount(more));
    const auto incoming = only(home).accounts.value(0).incoming;
    QVERIFY(incoming);
    QTEST(incoming->endpoint.text(), "server");
    QTEST(incoming->endpoint.security, "security");
    QTEST(incoming->auth, "auth");
}

void TestThunderbird::putsTheDefaultAccountFirst()
{
    const support::MailHome home(support::prefsWithAccount(
        "user_pref(\"mail.accountmanager.accounts\", \"account1, account2,,account1,account9\");\n"
        "user_pref(\"mail.accountmanager.defaultaccount\", \"account2\");\n"
        "user_pref(\"mail.account.account2.server\", \"server2\");\n"
        "user_pref(\"mail.server.server2.type\", \"imap\");\nuser_pref(\"mail.server.server2.hostname\", "
        "\"i\");\n"
        "user_pref(\"mail.server.server2.userName\", \"jiro@example.org\");\n"));
    const auto accounts = only(home).accounts;
    QCOMPARE(accounts.size(), 2);
    QCOMPARE(accounts[0].address, QStringLiteral("jiro@example.org"));
    QVERIFY(!accounts[0].outgoing);
    QCOMPARE(accounts[1].key, QStringLiteral("account1"));
}

void TestThunderbird::skipsWhatIsNoMailAccount()
{
    for (const char *type : {"none", "rss", "nntp", "ews", "smtp", ""}) {
        const support::MailHome home(support::prefsWithAccount("user_pref(\"mail.server.server1.type\", \""
                                                               + QByteArray(type) + "\");\n"));
        QVERIFY2(only(home).accounts.isEmpty(), type);
    }
}

void TestThunderbird::readsTheWaitingTime_data()
{
    QTest::addColumn<QByteArray>("prefs");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("isDefault");
    const auto set = [](const char *value) {
        return QByteArray("user_pref(\"mailnews.tcptimeout\", ") + value + ");\n";
    };
    QTest::newRow("set") << set("30") << QByteArray() << 30 << false;
    QTest::newRow("user.js wins") << set("30") << set("8") << 8 << false;
    QTest::newRow("user.js alone") << QByteArray() << set("8") << 8 << false;
    QTest::newRow("the last one") << set("30") + set("40") << QByteArray() << 40 << false;
    QTest::newRow("a text does not count") << set("\"30\"") << QByteArray() << 100 << true;
    QTest::newRow("commented out") << "// " + set("30") << QByteArray() << 100 << true;
}

void TestThunderbird::readsTheWaitingTime()
{
    QFETCH(QByteArray, prefs);
    QFETCH(QByteArray, user);
    const support::MailHome home(support::prefsWithAccount(prefs));
    if (!user.isEmpty())
        support::writeFile(home.profile() + QStringLiteral("/user.js"), user);
    const model::AppProfile profile = only(home);
    QTEST(profile.timeoutSeconds.value_or(-1), "seconds");
    QTEST(profile.timeoutIsDefault, "isDefault");
}

void TestThunderbird::knowsWhetherItStartsOffline_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("online");
    QTest::addColumn<int>("offline");
    QTest::newRow("always offline") << 3 << true << 1;
    QTest::newRow("remembers offline") << 0 << false << 1;
    QTest::newRow("remembers online") << 0 << true << 0;
    QTest::newRow("always online") << 2 << false << 0;
    QTest::newRow("asks after offline") << 1 << false << -1;
    QTest::newRow("automatic") << 4 << false << 0;
}

void TestThunderbird::knowsWhetherItStartsOffline()
{
    QFETCH(int, state);
    QFETCH(bool, online);
    const support::MailHome home(support::prefsWithAccount(
        "user_pref(\"offline.startup_state\", " + QByteArray::number(state)
        + ");\nuser_pref(\"network.online\", " + (online ? "true" : "false") + ");\n"));
    const auto offline = only(home).offline;
    QTEST(offline ? int(*offline) : -1, "offline");
}

void TestThunderbird::knowsHowLongMailStaysOnTheServer()
{
    const QByteArray branch = "user_pref(\"mail.server.server1.";
    const support::MailHome kept(support::prefsWithAccount(branch + "leave_on_server\", true);\n"));
    QCOMPARE(only(kept).accounts.value(0).leaveOnServer, true);
    QVERIFY(!only(kept).accounts.value(0).leaveDays);
    const support::MailHome week(support::prefsWithAccount(branch + "leave_on_server\", true);\n" + branch
                                                           + "delete_by_age_from_server\", true);\n"));
    QCOMPARE(only(week).accounts.value(0).leaveDays, 7);
    const support::MailHome imap(support::prefsWithAccount(branch + "type\", \"imap\");\n"));
    QVERIFY(!only(imap).accounts.value(0).leaveOnServer);
}

void TestThunderbird::findsOutboxes_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("path");
    const QByteArray local
        = "user_pref(\"mail.accountmanager.accounts\", "
          "\"account1,account2\");\nuser_pref(\"mail.accountmanager.localfoldersserver\", "
          "\"server2\");\nuser_pref(\"mail.account.account2.server\", \"server2\");\n"
          "user_pref(\"mail.server.server2.type\", \"none\");\nuser_pref(\"mail.server.server2.hostname\", "
          "\"Local Folders\");\nuser_pref(\"mail.server.server2.userName\", \"nobody\");\n";
    const QByteArray moved
        = local + "user_pref(\"mail.server.server2.directory-rel\", \"[ProfD]Mail/Here\");\n";
    QTest::newRow("nothing said") << QByteArray() << "Mail/Local Folders/Unsent Messages";
    QTest::newRow("moved within the profile") << moved << "Mail/Here/Unsent Messages";
    QTest::newRow("relative outweighs absolute")
        << moved + "user_pref(\"mail.server.server2.directory\", \"/nowhere\");\n"
        << "Mail/Here/Unsent Messages";
    QTest::newRow("another folder") << moved
            + "user_pref(\"mail.default_sendlater_uri\", "
              "\"mailbox://nobody@Local%20Folders/A/My%20Outbox\");\n"
                                    << "Mail/Here/A.sbd/My Outbox";
}

void TestThunderbird::findsOutboxes()
{
    QFETCH(QByteArray, more);
    QFETCH(QString, path);
    const support::MailHome home(support::prefsWithAccount(more));
    support::writeFile(home.profile() + u'/' + path, "From - \nMessage-ID: <a@x>\n\nbody\n");
    const model::AppProfile profile = only(home);
    QCOMPARE(profile.outboxes.size(), 1);
    QCOMPARE(profile.outboxes.first().path, home.profile() + u'/' + path);
    QCOMPARE(profile.outboxes.first().count, 1);
    QVERIFY2(profile.unreadable.isEmpty(), qPrintable(reasons(profile).join(u' ')));
    QCOMPARE(profile.stores.last().bytes, 32);
}

void TestThunderbird::saysNothingOfAProfileThatWasNeverOpened()
{
    const support::MailHome home;
    QVERIFY(QFile::remove(home.prefs()));
    QCOMPARE(reasons(only(home)), QStringList(QStringLiteral("prefs.js:0:missing")));
    QVERIFY(QFile::remove(home.profile() + QStringLiteral("/compatibility.ini")));
    QVERIFY(reasons(only(home)).isEmpty());
    QVERIFY(!only(home).timeoutSeconds);
}

void TestThunderbird::saysWhatItCouldNotRead_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing in it") << "prefs.js" << QByteArray() << "prefs.js:0:half-written";
    QTest::newRow("one byte") << "prefs.js" << QByteArray("u") << "prefs.js:1:half-written";
    QTest::newRow("mark alone") << "prefs.js" << QByteArray("\xEF\xBB\xBF") << "prefs.js:0:half-written";
    QTest::newRow("UTF-16") << "prefs.js" << QByteArray("\xFF\xFEu\0", 4) << "prefs.js:0:encoding";
    QTest::newRow("cut") << "prefs.js" << support::prefsWithAccount("user_pref(\"mailnews.tcp")
                         << "prefs.js:11:half-written";
    QTest::newRow("broken user.js") << "user.js" << QByteArray("user_pref(\"a\"") << "user.js:1:half-written";
    QTest::newRow("outbox elsewhere")
        << "user.js"
        << QByteArray("user_pref(\"mail.accountmanager.localfoldersserver\", "
                      "\"s\");\nuser_pref(\"mail.server.s.directory\", \"/etc\");\n")
        << "Unsent Messages:0:outside";
    QTest::newRow("outbox above the profile")
        << "user.js"
        << QByteArray("user_pref(\"mail.accountmanager.localfoldersserver\", "
                      "\"s\");\nuser_pref(\"mail.server.s.directory-rel\", \"[ProfD]../../..\");\n")
        << "Unsent Messages:0:outside";
}

void TestThunderbird::saysWhatItCouldNotRead()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, said);
    const support::MailHome home;
    support::writeFile(home.profile() + u'/' + file, bytes);
    const model::AppProfile profile = only(home);
    QVERIFY2(reasons(profile).contains(said), qPrintable(reasons(profile).join(u' ')));
    // What stands before the break is still read.
    QCOMPARE(profile.accounts.size(), file == QStringLiteral("prefs.js") && bytes.size() < 100 ? 0 : 1);
}

void TestThunderbird::neverOpensPasswords()
{
#ifdef Q_OS_LINUX
    const support::MailHome home;
    const int watch = ::inotify_init1(IN_NONBLOCK);
    for (const char *name : {"logins.json", "key4.db", "signons.sqlite", "cert9.db"}) {
        const QString path = home.profile() + u'/' + QLatin1String(name);
        support::writeFile(path, "secret");
        QVERIFY(::inotify_add_watch(watch, QFile::encodeName(path).constData(), IN_OPEN) >= 0);
    }
    QCOMPARE(only(home).accounts.size(), 1);
    char events[4096];
    QVERIFY(::read(watch, events, sizeof events) < 0);
    // The watch is no decoration: an open is seen.
    support::readFile(home.profile() + QStringLiteral("/key4.db"));
    QVERIFY(::read(watch, events, sizeof events) > 0);
    ::close(watch);
#else
    QSKIP("Only Linux tells who opens a file; the code that opens them is the same");
#endif
}

QTEST_GUILESS_MAIN(TestThunderbird)
#include "test_thunderbird.moc"
