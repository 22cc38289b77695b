// windows-live-mail.servers-as-pack: what is documented, and nothing that only might be so.
#include "remedies/remedy.h"

#include "support/pack_visit.h"

#include <QTest>

using model::Protocol;
using model::Refusal;
using model::Security;
using remedies::Journal;
using support::packPop;
using support::packSmtp;

namespace {

const model::Endpoint packSmtps{QStringLiteral("smtp.example.ne.jp"), 465, Protocol::Smtp, Security::Tls};

const remedies::Remedy &remedy()
{
    return *remedies::remedyNamed(QStringLiteral("windows-live-mail.servers-as-pack"));
}

QByteArray file(const QByteArray &fields)
{
    return "<?xml version=\"1.0\" encoding=\"utf-8\" ?>\r\n<MessageAccount>\r\n" + fields
        + "</MessageAccount>\r\n";
}
QByteArray number(const QByteArray &name, const QByteArray &value)
{
    return "  <" + name + " type=\"DWORD\">" + value + "</" + name + ">\r\n";
}
QByteArray text(const QByteArray &name, const QByteArray &value)
{
    return "  <" + name + " type=\"SZ\">" + value + "</" + name + ">\r\n";
}

/// What one account has set; `fields` is what its file says of it.
struct Set
{
    model::Endpoint in = packPop, out = packSmtps;
    QString user = QStringLiteral("taro"), outUser = QStringLiteral("taro@example.ne.jp");
    QString auth = QStringLiteral("password"), inAuth = QStringLiteral("password");
};

const QByteArray servers
    = text("POP3_Server", "pop.example.ne.jp") + text("SMTP_Server", "smtp.example.ne.jp");

class Home
{
public:
    explicit Home(const QByteArray &bytes) { support::writeFile(path(), bytes); }
    QString path() const { return m_folder.filePath(QStringLiteral("Example/account{1}.oeaccount")); }
    QString journal() const { return m_folder.filePath(QStringLiteral("todoku")); }
    model::Case visit(const Set &set, const model::ProviderServer &outgoing,
                      const QList<model::Endpoint> &answering) const
    {
        model::Account account;
        account.address = QStringLiteral("taro@example.ne.jp");
        account.place = path();
        account.incoming = model::ServerSettings{set.in, set.user, set.inAuth};
        account.outgoing = model::ServerSettings{set.out, set.outUser, set.auth};
        model::Case found;
        found.address = account.address;
        found.apps.resize(1);
        found.apps[0].id = QStringLiteral("windows-live-mail");
        found.apps[0].profiles.resize(1);
        found.apps[0].profiles[0].path = m_folder.path();
        found.apps[0].profiles[0].accounts = {account};
        found = support::packVisit(found, {});
        found.provider->outgoing = {outgoing};
        for (const model::Endpoint &door : answering)
            found.add(support::seenAt(model::Step::Capabilities, door));
        return found;
    }

private:
    QTemporaryDir m_folder;
};

model::Endpoint at(model::Endpoint door, quint16 port, Security security = Security::Plain)
{
    door.port = port;
    door.security = security;
    return door;
}

const model::ProviderServer smtps{packSmtps, {QStringLiteral("address")}, true};
const model::ProviderServer starttls{packSmtp, {QStringLiteral("address")}, true};

} // namespace
Q_DECLARE_METATYPE(Set)

class TestLiveMailServers : public QObject
{
    Q_OBJECT

private slots:
    void putsRight_data();
    void putsRight();
    void leavesAlone_data();
    void leavesAlone();
};

void TestLiveMailServers::putsRight_data()
{
    QTest::addColumn<Set>("set");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray ssl = number("POP3_Secure_Connection", "00000001"),
                     port995 = number("POP3_Port", "000003e3");
    Set set;
    set.in = at(packPop, 110);
    QTest::newRow("port 110, as nothing is written") << set << servers << servers + port995 + ssl;
    QTest::newRow("port 110, written")
        << set << servers + number("POP3_Port", "6e") + number("POP3_Secure_Connection", "0")
        << servers + port995 + ssl;
    set = {};
    set.out = at(packSmtps, 25);
    QTest::newRow("port 25 where 465 is")
        << set << servers
        << servers + number("SMTP_Port", "000001d1") + number("SMTP_Secure_Connection", "00000001");
    set = {};
    set.auth = QStringLiteral("none");
    QTest::newRow("sends without logging in")
        << set << servers + number("SMTP_Use_Sicily", "0") << servers + number("SMTP_Use_Sicily", "00000002");
    set = {};
    set.inAuth = QStringLiteral("ntlm");
    QTest::newRow("secure password authentication") << set << servers + number("POP3_Use_Sicily", "00000001")
                                                    << servers + number("POP3_Use_Sicily", "00000000");
    set = {};
    set.in.host = QStringLiteral("pop.exampel.ne.jp");
    const QByteArray typo
        = text("POP3_Server", "pop.exampel.ne.jp") + text("SMTP_Server", "smtp.example.ne.jp");
    QTest::newRow("a typo in the name") << set << typo + ssl << servers + ssl;
    set = {};
    set.user = QStringLiteral("taro%example");
    QTest::newRow("the user's name in another form")
        << set << servers + text("POP3_User_Name", "taro%example")
        << servers + text("POP3_User_Name", "taro");
}

void TestLiveMailServers::putsRight()
{
    QFETCH(Set, set);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const Home home(file(before));
    model::Case visit = home.visit(set, smtps, {packPop, packSmtps});
    visit.add(support::loggedIn(packPop, QStringLiteral("local")));
    QVERIFY(remedy().applies(visit));
    QCOMPARE(support::readFile(home.path()), file(before));
    Journal journal(home.journal());
    const model::Outcome outcome = remedy().apply(visit, journal);
    QVERIFY2(outcome.ok(), qPrintable(model::name(outcome.refusal)));
    QCOMPARE(support::readFile(home.path()), file(after));
    QVERIFY(remedy().verify(journal.entries().value(0)));
    QVERIFY(journal.undo(outcome.entry).ok());
    QCOMPARE(support::readFile(home.path()), file(before));
}

void TestLiveMailServers::leavesAlone_data()
{
    QTest::addColumn<Set>("set");
    QTest::addColumn<bool>("pack465");
    QTest::addColumn<QList<model::Endpoint>>("answering");
    QTest::addColumn<QByteArray>("bytes");
    const QList<model::Endpoint> all{packPop, packSmtp, packSmtps};
    Set port25;
    port25.out = at(packSmtps, 25);
    QTest::newRow("STARTTLS on 587: not documented") << port25 << false << all << file(servers);
    Set bare = port25;
    bare.auth = QStringLiteral("none");
    QTest::newRow("no log-in where nothing would hide it") << bare << false << all << file(servers);
    QTest::newRow("the provider's door is silent") << port25 << true << QList{packPop} << file(servers);
    QTest::newRow("what is set answers itself")
        << port25 << true << QList{packPop, packSmtps, port25.out} << file(servers);
    QTest::newRow("all is right") << Set{} << true << all << file(servers);
    Set name;
    name.user = QStringLiteral("taro%example");
    QTest::newRow("a log-in name that nobody tried") << name << true << all << file(servers);
    Set stale = port25;
    QTest::newRow("changed by hand since")
        << stale << true << all
        << file(text("POP3_Server", "pop.example.ne.jp") + text("SMTP_Server", "other.example"));
    QTest::newRow("half-written") << port25 << true << all << file(servers).chopped(9);
    QTest::newRow("empty") << port25 << true << all << QByteArray();
}

void TestLiveMailServers::leavesAlone()
{
    QFETCH(Set, set);
    QFETCH(bool, pack465);
    QFETCH(QList<model::Endpoint>, answering);
    QFETCH(QByteArray, bytes);
    const Home home(bytes);
    const model::Case visit = home.visit(set, pack465 ? smtps : starttls, answering);
    QVERIFY(!remedy().applies(visit));
    Journal journal(home.journal());
    QVERIFY(!remedy().apply(visit, journal).ok());
    QCOMPARE(support::readFile(home.path()), bytes);
    QVERIFY(journal.entries().isEmpty());
}

QTEST_GUILESS_MAIN(TestLiveMailServers)
#include "test_live_mail_servers.moc"
