// Waiting for the test message in a POP3 mailbox: looked for again and again, and never after a refusal.
#include "model/seen.h"
#include "probes/arrive.h"
#include "support/question.h"
#include "support/skips.h"

#include <QDateTime>
#include <QTest>

using namespace support;
using model::Failure;
using model::Protocol;
using model::Security;
using model::Step;

namespace {

const QByteArray id = "<todoku.0123@practice.example>";

Script loggedIn()
{
    return {
        tls(),           send("+OK hi\r\n"), hearLine("CAPA"), send("+OK\r\nUSER\r\n.\r\n"), hearLine("USER"),
        send("+OK\r\n"), hearLine("PASS"),   send("+OK\r\n")};
}

Script refusedWith(const QByteArray &reply)
{
    Script script = loggedIn();
    script.last() = send(reply + "\r\n");
    return script;
}

Script listing(const QByteArray &list)
{
    return loggedIn() + Script{hearLine("UIDL"), send("+OK\r\n" + list + ".\r\n")};
}

Script headers(const QByteArray &number, const QByteArray &text)
{
    return {hearLine("TOP " + number + " 0"), send("+OK\r\n" + text + ".\r\n")};
}

const QByteArray ours = "Subject: x\r\nMESSAGE-ID: " + id + "\r\n\r\n";
const QByteArray other = "Message-ID: <other@practice.example>\r\nReferences: " + id + "\r\n\r\n";
const QByteArray quoted = "Message-ID: <other@practice.example>\r\n\r\nMessage-ID: " + id + "\r\n";

QList<model::Fact> waitedFor(Question &question)
{
    model::Fact fact;
    fact.step = Step::Login;
    fact.endpoint = question.endpoint;
    fact.address = QStringLiteral("127.0.0.1");
    fact.seen = {{model::seen::userForm, QStringLiteral("address")}};
    question.visit.add(fact);
    fact.step = Step::Submit;
    fact.seen = {{model::seen::messageId, QString::fromLatin1(id)},
                 {model::seen::repliedAt, QDateTime::currentMSecsSinceEpoch()}};
    question.visit.add(fact);
    const auto jobs = probes::arrive::due(question.visit, question.environment);
    return jobs.size() == 1 ? answers(*probes::arrive::make(jobs.first(), question.context()))
                            : QList<model::Fact>();
}

} // namespace

class ArrivesByPop3 : public QObject
{
    Q_OBJECT
private slots:
    void isSeenAndCounted_data();
    void isSeenAndCounted();
    void asksForEachMessageOnce();
    void endsAtARefusal_data();
    void endsAtARefusal();
    void triesAgainWhatMayPass_data();
    void triesAgainWhatMayPass();
    void isWaitedForOnlyAfterItWasSent();
};

void ArrivesByPop3::isSeenAndCounted_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<int>("copies"); // 0: not seen
    QTest::newRow("once") << listing("1 a\r\n") + headers("1", ours) << 1;
    QTest::newRow("twice") << listing("1 a\r\n2 b\r\n3 c\r\n") + headers("1", ours) + headers("2", other)
            + headers("3", ours)
                           << 2;
    QTest::newRow("none") << listing("") << 0;
    QTest::newRow("another that answers it") << listing("1 a\r\n") + headers("1", other) << 0;
    QTest::newRow("quoted below the headers") << listing("1 a\r\n") + headers("1", quoted) << 0;
    QTest::newRow("gone meanwhile") << listing("1 a\r\n")
            + Script{hearLine("TOP 1 0"), send("-ERR no such message\r\n")}
                                    << 0;
    QTest::newRow("a list of nonsense") << listing("x y\r\n0 a\r\n1\r\n1 a b\r\n-1 c\r\n") << 0;
}

void ArrivesByPop3::isSeenAndCounted()
{
    SKIP_WHERE_NO_TLS_SERVER();
    QFETCH(Script, script);
    QFETCH(int, copies);
    ScriptedServer server({script + Script{hearLine("QUIT")}, listing("")});
    Question question(server, practiceDoor(Protocol::Pop3, Security::Tls), 0.3);
    question.environment.bounds.arriveMs = copies ? 10'000 : 200;
    const auto facts = waitedFor(question);
    QCOMPARE(told(facts), copies ? QStringLiteral("arrive none") : QStringLiteral("arrive not-arrived"));
    QCOMPARE(facts.first().seen.value(model::seen::copies).toInt(), copies);
    QCOMPARE(facts.first().seen.contains(model::seen::arrivedMs), copies > 0);
    QCOMPARE(facts.first().seen.value(model::seen::messageId).toString(), QString::fromLatin1(id));
    QVERIFY(!server.heard().contains("DELE") && !server.heard().contains("RETR"));
}

void ArrivesByPop3::asksForEachMessageOnce()
{
    SKIP_WHERE_NO_TLS_SERVER();
    ScriptedServer server({listing("1 a\r\n") + headers("1", other) + Script{hearLine("QUIT")},
                           listing("1 a\r\n2 b\r\n") + headers("2", ours) + Script{hearLine("QUIT")}});
    Question question(server, practiceDoor(Protocol::Pop3, Security::Tls), 0.3);
    question.environment.bounds.arriveMs = 4'000;
    const auto facts = waitedFor(question);
    QCOMPARE(told(facts), QStringLiteral("arrive none"));
    QCOMPARE(server.connections(), 2);
    QCOMPARE(facts.first().seen.value(model::seen::logins).toInt(), 2);
    QCOMPARE(server.heard().count("TOP 1 "), 1);
}

void ArrivesByPop3::endsAtARefusal_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QString>("failure");
    QTest::newRow("password") << QByteArray("-ERR [AUTH] no") << QStringLiteral("login-refused");
    QTest::newRow("stopped") << QByteArray("-ERR account disabled") << QStringLiteral("login-forbidden");
    QTest::newRow("in clear") << QByteArray("-ERR no plaintext") << QStringLiteral("login-needs-encryption");
    QTest::newRow("no reason") << QByteArray("-ERR") << QStringLiteral("unwelcome");
}

void ArrivesByPop3::endsAtARefusal()
{
    SKIP_WHERE_NO_TLS_SERVER();
    QFETCH(QByteArray, reply);
    QFETCH(QString, failure);
    ScriptedServer server({refusedWith(reply)});
    Question question(server, practiceDoor(Protocol::Pop3, Security::Tls), 0.3);
    question.environment.bounds.arriveMs = 1'000;
    QCOMPARE(told(waitedFor(question)),
             QStringLiteral("login ") + failure + QStringLiteral(", arrive not-tried"));
    QCOMPARE(server.connections(), 1); // a second wrong log-in could lock the account
}

void ArrivesByPop3::triesAgainWhatMayPass_data()
{
    QTest::addColumn<Script>("first");
    QTest::newRow("in use") << refusedWith("-ERR [IN-USE] locked");
    QTest::newRow("delay") << refusedWith("-ERR [LOGIN-DELAY] too soon");
    QTest::newRow("temporary") << refusedWith("-ERR temporary problem");
    QTest::newRow("greeting") << Script{tls(), send("-ERR full\r\n")};
    QTest::newRow("hung up") << Script{tls(), send("+OK hi\r\n"), hearLine("CAPA"), closeNow()};
    QTest::newRow("no list") << loggedIn() + Script{hearLine("UIDL"), send("-ERR what\r\n")};
}

void ArrivesByPop3::triesAgainWhatMayPass()
{
    SKIP_WHERE_NO_TLS_SERVER();
    QFETCH(Script, first);
    ScriptedServer server({first, listing("1 a\r\n") + headers("1", ours) + Script{hearLine("QUIT")}});
    Question question(server, practiceDoor(Protocol::Pop3, Security::Tls), 0.3);
    question.environment.bounds.arriveMs = 4'000;
    QCOMPARE(told(waitedFor(question)), QStringLiteral("arrive none"));
    QCOMPARE(server.connections(), 2);
}

void ArrivesByPop3::isWaitedForOnlyAfterItWasSent()
{
    ScriptedServer server(QList<Script>{Script()});
    Question question(server, practiceDoor(Protocol::Pop3, Security::Tls), 0.3);
    model::Fact fact;
    fact.endpoint = question.endpoint;
    fact.step = Step::Login;
    question.visit.add(fact);
    QVERIFY(probes::arrive::due(question.visit, question.environment).isEmpty());
    fact.step = Step::Submit;
    fact.failure = Failure::MessageRefused;
    fact.seen = {{model::seen::messageId, QStringLiteral("<a@b>")}};
    question.visit.add(fact);
    QVERIFY(probes::arrive::due(question.visit, question.environment).isEmpty());
    // One after the other: the mailbox is locked while it is open.
    fact.failure = Failure::None;
    for (const char *name : {"<c@d>", "<e@f>"}) {
        fact.seen = {{model::seen::messageId, QString::fromLatin1(name)}};
        question.visit.add(fact);
    }
    QCOMPARE(probes::arrive::due(question.visit, question.environment).size(), 1);
    question.visit.facts.first().failure = Failure::LoginRefused;
    QVERIFY(probes::arrive::due(question.visit, question.environment).isEmpty());
}

QTEST_GUILESS_MAIN(ArrivesByPop3)
#include "test_arrive_pop3.moc"
