// The folder for unwanted mail over IMAP, for people whose program speaks POP3: found by its use or its name,
// counted, and nobody accused where it cannot be looked at.
#include "model/seen.h"
#include "probes/junk.h"
#include "support/question.h"
#include "support/skips.h"

#include <QTest>

using namespace support;
using model::Failure;
using model::Protocol;
using model::Security;
using model::Step;
namespace seen = model::seen;

namespace {

Script loggedIn(const QByteArray &capabilities = "IMAP4rev1")
{
    return {tls(),
            send("* OK hi\r\n"),
            hearLine("t1 CAPABILITY"),
            send("* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\nt1 OK\r\n"),
            hearLine("t2 AUTHENTICATE PLAIN"),
            send("t2 OK [CAPABILITY " + capabilities + "] in\r\n")};
}

Script listed(const QByteArray &lines, const QByteArray &command = "t3 LIST \"\" \"*\"")
{
    return {hearLine(command), send(lines + "t3 OK\r\n")};
}

Script status(const QByteArray &folder, const QByteArray &numbers = "MESSAGES 9 UNSEEN 4")
{
    return {hearLine("t4 STATUS \"" + folder + "\" (MESSAGES UNSEEN)"),
            send("* STATUS x (" + numbers + ")\r\nt4 OK\r\n"), hearLine("t5 LOGOUT")};
}

QList<model::Fact> asked(ScriptedServer &server, double scale = 0.3)
{
    Question question(server, practiceDoor(Protocol::Imap, Security::Tls), scale);
    model::Provider pack;
    pack.spam.junkFolders = {QStringLiteral("Held Back")};
    question.visit.provider = pack;
    return answers(*probes::junk::make(
        {{}, question.endpoint, QStringLiteral("127.0.0.1"), QStringLiteral("address")}, question.context()));
}

} // namespace

class Junk : public QObject
{
    Q_OBJECT
private slots:
    void isFound_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<QString>("folder");
        const auto row = [](const char *name, const QByteArray &list, const QByteArray &wire,
                            const char16_t *folder) {
            QTest::newRow(name) << loggedIn() + listed(list) + status(wire) << QString::fromUtf16(folder);
        };
        row("by its use", "* LIST (\\Junk) \"/\" Rubbish\r\n* LIST () \"/\" Junk\r\n", "Rubbish", u"Rubbish");
        row("by its use, behind one by name", "* LIST () \"/\" Junk\r\n* LIST (\\JUNK) \"/\" x\r\n", "x",
            u"x");
        row("by the pack's name", "* LIST () \"/\" Spam\r\n* LIST () \"/\" \"Held Back\"\r\n", "Held Back",
            u"Held Back");
        row("by a usual name, below the inbox", "* LIST () \".\" INBOX.Spam\r\n", "INBOX.Spam", u"Spam");
        row("by a Japanese name", "* LIST () \"/\" \"&j,dg0TDhMPww6w-\"\r\n", "&j,dg0TDhMPww6w-",
            u"迷惑メール");
        row("by a raw name", "* LIST () NIL \"迷惑メール\"\r\n", "迷惑メール", u"迷惑メール");
        row("as a literal", "* LIST () \"/\" {4}\r\nJunk\r\n", "Junk", u"Junk");
        row("with quotes in it", "* LIST (\\Junk) \"/\" \"a\\\"b\\\\c\"\r\n", "a\\\"b\\\\c", u"a\"b\\c");
        row("not the one that cannot be opened",
            "* LIST (\\Noselect \\Junk) \"/\" a\r\n* LIST () \"/\" Junk\r\n", "Junk", u"Junk");
    }
    void isFound()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        QFETCH(Script, script);
        ScriptedServer server({script});
        const auto facts = asked(server);
        QCOMPARE(told(facts), QStringLiteral("junk none"));
        QTEST(facts.first().seen.value(seen::folder).toString(), "folder");
        QCOMPARE(facts.first().seen.value(seen::unseen).toInt(), 4);
        QCOMPARE(facts.first().seen.value(seen::messages).toInt(), 9);
        QCOMPARE(facts.first().seen.value(seen::logins).toInt(), 1);
        QVERIFY(!server.heard().contains("SELECT") && !server.heard().contains("STORE"));
    }
    void isAskedForByUseWhereTheServerTellsItOnlyThen()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        ScriptedServer server(
            {loggedIn("IMAP4rev1 SPECIAL-USE LIST-EXTENDED")
             + listed("* LIST (\\Junk) \"/\" x\r\n", "t3 LIST \"\" \"*\" RETURN (SPECIAL-USE)")
             + status("x")});
        QCOMPARE(told(asked(server)), QStringLiteral("junk none"));
    }
    void isNotMadeUp_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::newRow("none") << QByteArray("* LIST () \"/\" INBOX\r\n* LIST () \"/\" Sent\r\n");
        QTest::newRow("no folders") << QByteArray();
        QTest::newRow("a name that merely holds it") << QByteArray("* LIST () \"/\" \"Junkyard sales\"\r\n");
        QTest::newRow("half a line") << QByteArray("* LIST (\\Junk)\r\n");
        QTest::newRow("a name of ten kilobytes")
            << "* LIST (\\Junk) \"/\" " + QByteArray(10'000, 'x') + "\r\n";
        QTest::newRow("a line break in a literal") << QByteArray("* LIST (\\Junk) \"/\" {4}\r\na\r\nb\r\n");
    }
    void isNotMadeUp()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        QFETCH(QByteArray, list);
        ScriptedServer server({loggedIn() + listed(list) + Script{hearLine("t4 LOGOUT")}});
        const auto facts = asked(server);
        QCOMPARE(told(facts), QStringLiteral("junk none"));
        QVERIFY(!facts.first().seen.contains(seen::unseen));
        QVERIFY(!server.heard().contains("STATUS"));
    }
    void neverBecomesARefusedLogIn_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("logins");
        QTest::newRow("refused") << QByteArray("t2 NO [AUTHENTICATIONFAILED] no\r\n")
                                 << QStringLiteral("junk login-refused") << 1;
        QTest::newRow("no IMAP for this contract")
            << QByteArray("t2 NO [NOPERM] no IMAP\r\n") << QStringLiteral("junk login-forbidden") << 1;
        QTest::newRow("later") << QByteArray("t2 NO [UNAVAILABLE] x\r\n")
                               << QStringLiteral("junk login-temporary") << 1;
    }
    void neverBecomesARefusedLogIn()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        QFETCH(QByteArray, answer);
        QFETCH(int, logins);
        Script script = loggedIn();
        script.last() = send(answer);
        ScriptedServer server({script});
        const auto facts = asked(server);
        QTEST(told(facts), "outcome");
        model::Case visit;
        for (const model::Fact &fact : facts)
            visit.add(fact);
        QCOMPARE(visit.loginsUsed(), logins);
    }
    void isLeftAloneWhereTheServerIsNoneForIt()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        ScriptedServer busy({Script{tls(), send("* BYE busy\r\n")}});
        QCOMPARE(told(asked(busy)), QStringLiteral("junk busy"));
        ScriptedServer closing({Script{tls(), closeNow()}});
        QVERIFY(told(asked(closing)).startsWith(u"junk "));
    }
    void isDueForPop3UsersWithAllTriesLeft()
    {
        ScriptedServer server({Script()});
        Question question(server, practiceDoor(Protocol::Imap, Security::Tls));
        model::Case &visit = question.visit;
        const model::Endpoint pop = practiceDoor(Protocol::Pop3, Security::Tls);
        model::Account account;
        account.address = visit.address;
        account.incoming = model::ServerSettings{pop, visit.address, {}};
        model::AppProfile profile;
        profile.accounts = {account};
        model::MailApp app;
        app.profiles = {profile};
        visit.apps = {app};
        model::Provider pack;
        pack.incoming = {{question.endpoint, {QStringLiteral("address")}, true}};
        visit.provider = pack;
        const auto add = [&visit](Step step, const model::Endpoint &door, Failure failure = Failure::None) {
            model::Fact fact;
            fact.step = step;
            fact.endpoint = door;
            fact.address = QStringLiteral("127.0.0.1");
            fact.failure = failure;
            visit.add(fact);
        };
        const auto due = [&] { return probes::junk::due(visit, question.environment).size(); };
        add(Step::Secure, question.endpoint);
        add(Step::Capabilities, question.endpoint);
        QCOMPARE(due(), 0); // nobody has logged in yet
        add(Step::Login, pop);
        QCOMPARE(due(), 1);
        visit.apps.first().profiles.first().accounts.first().incoming->endpoint = question.endpoint;
        QCOMPARE(due(), 0); // with IMAP it is looked at on the way
        visit.apps.first().profiles.first().accounts.first().incoming->endpoint = pop;
        visit.facts.first().failure = Failure::CertificateRejected;
        QCOMPARE(due(), 0); // no verified door
        visit.facts.first().failure = Failure::None;
        add(Step::Login, pop, Failure::LoginRefused);
        QCOMPARE(due(), 0); // the last try is not for this
    }
};

QTEST_GUILESS_MAIN(Junk)
#include "test_junk.moc"
