// thunderbird.servers-as-pack: what differs and is wrong, and nothing else.
#include "remedies/remedy.h"

#include "remedies/right_names.h"
#include "support/pack_visit.h"

#include <QTest>

using model::Refusal;
using remedies::Journal;
using support::packPop;
using support::packSmtp;

namespace {

const remedies::Remedy &servers()
{
    return *remedies::remedyNamed(QStringLiteral("thunderbird.servers-as-pack"));
}

QByteArray pref(const QByteArray &name, const QByteArray &value)
{
    return "user_pref(\"" + name + "\", " + value + ");\n";
}
QByteArray in(const QByteArray &name, const QByteArray &value)
{
    return pref("mail.server.server1." + name, value);
}
QByteArray out(const QByteArray &name, const QByteArray &value)
{
    return pref("mail.smtpserver.smtp1." + name, value);
}

/// An account as the provider wants it, and as the program would write it.
const QByteArray rightIn = in("directory-rel", "\"[ProfD]Mail/pop.example.ne.jp\"") + in("port", "995")
    + in("socketType", "3") + in("hostname", "\"pop.example.ne.jp\"") + in("userName", "\"taro\"");
const QByteArray rightOut = out("port", "587") + out("try_ssl", "2") + out("authMethod", "3")
    + out("username", "\"taro@example.ne.jp\"");

QByteArray with(QByteArray settings, const QByteArray &was, const QByteArray &is)
{
    Q_ASSERT(settings.contains(was));
    return settings.replace(was, is);
}

} // namespace

class TestThunderbirdServers : public QObject
{
    Q_OBJECT

private slots:
    void putsRight_data();
    void putsRight();
    void leavesAlone_data();
    void leavesAlone();
    void writesNoLogInNameThatNobodyAccepted();
    void movesTheNamesOfFoldersAlong();
    void doesNotMoveWhatCannotFollow_data();
    void doesNotMoveWhatCannotFollow();
    void keepsAServerThatOthersSendThrough();
    void changesOnlyTheAccountOfTheVisit();
    void writesOnlyServerNames_data();
    void writesOnlyServerNames();
};

void TestThunderbirdServers::putsRight_data()
{
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("is");
    QTest::addColumn<int>("changes");
    const QByteArray right = rightIn + rightOut;
    QTest::newRow("port 110 in the clear") << with(with(right, in("port", "995"), in("port", "110")),
                                                   in("socketType", "3"), in("socketType", "0"))
                                           << right << 2;
    QTest::newRow("the port not set") << with(with(right, in("port", "995"), {}), in("socketType", "3"), {})
                                      << with(with(right, in("port", "995"), {}), in("socketType", "3"), {})
            + in("port", "995") + in("socketType", "3")
                                      << 2;
    QTest::newRow("port 25 for sending") << with(right, out("port", "587"), out("port", "25")) << right << 1;
    QTest::newRow("465 where only 587 is")
        << with(with(right, out("port", "587"), out("port", "465")), out("try_ssl", "2"), out("try_ssl", "3"))
        << right << 2;
    QTest::newRow("a typo in the name")
        << with(right, "\"pop.example.ne.jp\"", "\"pop.exampel.ne.jp\"") << right << 1;
    QTest::newRow("sends without logging in")
        << with(right, out("authMethod", "3"), out("authMethod", "1")) << right << 1;
    QTest::newRow("secure password authentication")
        << with(right, out("authMethod", "3"), out("authMethod", "6")) << right << 1;
    QTest::newRow("the user's name in another form")
        << with(right, "\"taro@example.ne.jp\"", "\"taro%example\"") << right << 1;
    QTest::newRow("no user's name at all")
        << with(with(right, out("authMethod", "3"), out("authMethod", "1")),
                out("username", "\"taro@example.ne.jp\""), out("username", "\"\""))
        << right << 2;
    QTest::newRow("both directions") << with(with(right, out("port", "587"), out("port", "25")),
                                             in("port", "995"), in("port", "110"))
                                     << right << 2;
}

void TestThunderbirdServers::putsRight()
{
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, is);
    QFETCH(int, changes);
    const support::EditHome home(support::prefsWithAccount(was));
    const QByteArray before = support::readFile(home.prefs());
    model::Case visit = support::packVisit(home.visit(), {packPop, packSmtp});
    visit.add(support::loggedIn(packSmtp, QStringLiteral("address")));
    QVERIFY(servers().applies(visit));
    const auto preview = servers().preview(visit);
    QCOMPARE(preview.size(), changes);
    QCOMPARE(support::readFile(home.prefs()), before);
    Journal journal(home.journalFolder());
    const model::Outcome outcome = servers().apply(visit, journal);
    QVERIFY2(outcome.ok(), qPrintable(outcome.detail));
    QCOMPARE(support::readFile(home.prefs()), support::prefsWithAccount(is));
    const auto entry = journal.entries().value(0);
    QVERIFY(servers().verify(entry));
    QCOMPARE(entry.changes.size(), changes);
    visit.apps = home.visit().apps;
    QVERIFY(!servers().applies(visit));
    QVERIFY(journal.undo(outcome.entry).ok());
    QCOMPARE(support::readFile(home.prefs()), before);
}

void TestThunderbirdServers::leavesAlone_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QList<int>>("answering"); ///< 0: pop, 1: smtp
    const QByteArray right = rightIn + rightOut;
    const QByteArray port25 = with(right, out("port", "587"), out("port", "25"));
    const QList<int> both{0, 1};
    QTest::newRow("all is right") << right << both;
    QTest::newRow("the provider's own door is silent") << port25 << QList<int>{0};
    QTest::newRow("nothing answers") << port25 << QList<int>();
    QTest::newRow("what is set answers itself") << port25 << QList<int>{0, 1, 25};
    QTest::newRow("a security product stands between") << with(
        with(right, "\"pop.example.ne.jp\"", "\"127.0.0.1\""), "\"taro\"", "\"taro/pop.example.ne.jp\"")
                                                       << both;
    QTest::newRow("IMAP, of which the pack says nothing")
        << right + in("type", "\"imap\"") + in("port", "1430") << both;
}

void TestThunderbirdServers::leavesAlone()
{
    QFETCH(QByteArray, settings);
    QFETCH(QList<int>, answering);
    const support::EditHome home(support::prefsWithAccount(settings));
    const QByteArray before = support::readFile(home.prefs());
    model::Case visit = support::packVisit(home.visit(), {});
    model::Endpoint port25 = packSmtp;
    port25.port = 25;
    for (const int door : answering)
        visit.add(support::seenAt(model::Step::Capabilities,
                                  door == 0       ? packPop
                                      : door == 1 ? packSmtp
                                                  : port25));
    QVERIFY(!servers().applies(visit));
    QVERIFY(servers().preview(visit).isEmpty());
    Journal journal(home.journalFolder());
    QCOMPARE(servers().apply(visit, journal).refusal, Refusal::NotApplicable);
    QCOMPARE(support::readFile(home.prefs()), before);
}

void TestThunderbirdServers::writesNoLogInNameThatNobodyAccepted()
{
    const support::EditHome home(
        support::prefsWithAccount(rightIn + with(rightOut, "\"taro@example.ne.jp\"", "\"taro2\"")));
    model::Case visit = support::packVisit(home.visit(), {packPop, packSmtp});
    QVERIFY(!servers().applies(visit)); // not tried
    model::Fact refused = support::loggedIn(packSmtp, QStringLiteral("address"));
    refused.failure = model::Failure::LoginRefused;
    visit.add(refused);
    QVERIFY(!servers().applies(visit));
    visit.add(support::loggedIn(packPop, QStringLiteral("address")));
    QVERIFY(!servers().applies(visit)); // accepted, but for receiving
    visit.add(support::loggedIn(packSmtp, QStringLiteral("local")));
    QVERIFY(!servers().applies(visit)); // no form of the provider's
    visit.add(support::loggedIn(packSmtp, QStringLiteral("address")));
    QVERIFY(servers().applies(visit));
}

void TestThunderbirdServers::movesTheNamesOfFoldersAlong()
{
    const QByteArray names
        = "user_pref(\"mail.identity.id1.fcc_folder\", \"mailbox://taro@pop.exampel.ne.jp/Sent\");\n"
          "user_pref(\"mail.identity.id1.draft_folder\", \"mailbox://nobody@Local%20Folders/Drafts\");\n"
          "user_pref(\"mail.identity.id1.archive_folder\", \"imap://taro@pop.exampel.ne.jp/A\");\n"
          "user_pref(\"mail.server.server1.spamActionTargetAccount\", "
          "\"mailbox://taro@pop.exampel.ne.jp\");\n"
          "user_pref(\"mail.server.server1.name\", \"mailbox://taro@pop.exampel.ne.jp\");\n";
    const support::EditHome home(support::prefsWithAccount(
        with(rightIn, "\"pop.example.ne.jp\"", "\"pop.exampel.ne.jp\"") + rightOut + names));
    Journal journal(home.journalFolder());
    const model::Case visit = support::packVisit(home.visit(), {packPop, packSmtp});
    QVERIFY(servers().apply(visit, journal).ok());
    QByteArray moved = names;
    moved.replace("Account\", \"mailbox://taro@pop.exampel", "Account\", \"mailbox://taro@pop.example");
    moved.replace("exampel.ne.jp/Sent", "example.ne.jp/Sent");
    QCOMPARE(support::readFile(home.prefs()), support::prefsWithAccount(rightIn + rightOut + moved));
}

void TestThunderbirdServers::doesNotMoveWhatCannotFollow_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("filters");
    QTest::newRow("rules that sort into its folders")
        << QByteArray() << QByteArray("actionValue=\"mailbox://taro@pop.EXAMPEL.ne.jp/Work\"\n");
    QTest::newRow("settings of old") << in("realhostname", "\"pop.exampel.ne.jp\"") << QByteArray();
    QTest::newRow("mail kept elsewhere") << in("directory-rel", "\"/mnt/mail\"") << QByteArray();
    QTest::newRow("a folder's name that we do not write")
        << QByteArray("user_pref(\"mail.identity.id1.fcc_folder\", "
                      "\"mailbox://taro@pop.exampel.ne.jp/a\\\"b\");\n")
        << QByteArray();
    QTest::newRow("a setting's name that we do not write")
        << QByteArray("user_pref(\"mail.identity.i\\\"d.fcc_folder\", "
                      "\"mailbox://taro@pop.exampel.ne.jp/Sent\");\n")
        << QByteArray();
}

void TestThunderbirdServers::doesNotMoveWhatCannotFollow()
{
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, filters);
    const QByteArray settings = with(rightIn, "\"pop.example.ne.jp\"", "\"pop.exampel.ne.jp\"")
        + with(rightOut, out("port", "587"), out("port", "25")) + more;
    const support::EditHome home(support::prefsWithAccount(settings));
    if (!filters.isEmpty())
        support::writeFile(home.profile() + QStringLiteral("/Mail/pop.exampel.ne.jp/msgFilterRules.dat"),
                           filters);
    const model::Case visit = support::packVisit(home.visit(), {packPop, packSmtp});
    const auto preview = servers().preview(visit);
    QCOMPARE(preview.size(), 1); // sending has no folders
    QCOMPARE(preview[0].key, QStringLiteral("mail.smtpserver.smtp1.port"));
}

void TestThunderbirdServers::keepsAServerThatOthersSendThrough()
{
    const QByteArray other = "user_pref(\"mail.accountmanager.accounts\", \"account1,account2\");\n"
                             "user_pref(\"mail.account.account2.identities\", \"id2\");\n"
                             "user_pref(\"mail.account.account2.server\", \"server2\");\n"
                             "user_pref(\"mail.identity.id2.smtpServer\", \"smtp1\");\n"
                             "user_pref(\"mail.server.server2.hostname\", \"pop.other.example\");\n"
                             "user_pref(\"mail.server.server2.type\", \"pop3\");\n";
    const QByteArray settings = rightIn + with(rightOut, out("port", "587"), out("port", "25")) + other;
    const support::EditHome shared(
        support::prefsWithAccount(settings + pref("mail.identity.id2.useremail", "\"taro@other.example\"")));
    QVERIFY(!servers().applies(support::packVisit(shared.visit(), {packPop, packSmtp})));
    const support::EditHome family(
        support::prefsWithAccount(settings + pref("mail.identity.id2.useremail", "\"jiro@example.ne.jp\"")));
    QVERIFY(servers().applies(support::packVisit(family.visit(), {packPop, packSmtp})));
}

void TestThunderbirdServers::changesOnlyTheAccountOfTheVisit()
{
    const support::EditHome home(
        support::prefsWithAccount(with(rightIn, in("port", "995"), in("port", "110")) + rightOut));
    model::Case visit = support::packVisit(home.visit(), {packPop, packSmtp});
    visit.address = QStringLiteral("hanako@example.ne.jp");
    QVERIFY(!servers().applies(visit));
    visit.address.clear(); // a guest
    QVERIFY(servers().applies(visit));
    visit.provider.reset();
    QVERIFY(!servers().applies(visit));
}

void TestThunderbirdServers::writesOnlyServerNames_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("good");
    for (const char *good :
         {"pop.example.ne.jp", "localhost", "a-b.c", "192.0.2.1", "2001:db8::1", "xn--7ovw36h.example"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    for (const char *bad : {"", "a..b", ".a", "a.", "-a.b", "a-.b", "a_b", "a b", "a\nb", "a.b\n", "a\");",
                            "A.B", "a/b", "届く.example", "a.b:25"})
        QTest::newRow(bad) << QString::fromUtf8(bad) << false;
    QTest::newRow("a label too long") << QString(64, u'a') + QStringLiteral(".example") << false;
    QTest::newRow("too long") << QStringLiteral("a.").repeated(130) + u'a' << false;
}

void TestThunderbirdServers::writesOnlyServerNames()
{
    QFETCH(QString, host);
    QFETCH(bool, good);
    QCOMPARE(remedies::isServerName(host), good);
    const support::EditHome home(support::prefsWithAccount(
        with(rightIn, "\"pop.example.ne.jp\"", "\"pop.exampel.ne.jp\"") + rightOut));
    model::Case visit = support::packVisit(home.visit(), {packSmtp});
    visit.provider->incoming[0].endpoint.host = host;
    visit.add(support::seenAt(model::Step::Capabilities, visit.provider->incoming[0].endpoint));
    QCOMPARE(servers().applies(visit), good);
}

QTEST_GUILESS_MAIN(TestThunderbirdServers)
#include "test_thunderbird_servers.moc"
