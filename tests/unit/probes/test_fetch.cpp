// The search for the message at which a POP3 fetch breaks: found by breaking twice at the same one, never by
// chance, and without taking anything away.
#include "model/seen.h"
#include "probes/fetch.h"
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

Script loggedIn(const QByteArray &offer = "PIPELINING")
{
    return {tls(),
            send("+OK hi\r\n"),
            hearLine("CAPA"),
            send("+OK\r\nUSER\r\n" + offer + "\r\n.\r\n"),
            hearLine("USER"),
            send("+OK\r\n"),
            hearLine("PASS"),
            send("+OK\r\n")};
}

/// Messages a, b, c … of 100 octets each, numbered from 1.
Script listing(const QByteArray &uidls, qint64 size = 100)
{
    QByteArray list, names;
    for (qsizetype i = 0; i < uidls.size(); ++i) {
        const QByteArray number = QByteArray::number(i + 1);
        list += number + ' ' + QByteArray::number(size) + "\r\n";
        names += number + ' ' + uidls.mid(i, 1) + "\r\n";
    }
    return loggedIn()
        + Script{hearLine("LIST"), send("+OK\r\n" + list + ".\r\n"), hearLine("UIDL"),
                 send("+OK\r\n" + names + ".\r\n")};
}

const QByteArray letter = "From: a@x.example\r\nSubject: =?utf-8?q?caf=C3=A9?=\r\nDate: 1 Nov 2026 10:00:00 "
                          "+0900\r\n\r\ntext\r\n";

Script retr(int number, const QByteArray &message = letter)
{
    return {hearLine("RETR " + QByteArray::number(number) + ""), send("+OK\r\n" + message + ".\r\n")};
}
Script top(int number)
{
    return {hearLine("TOP " + QByteArray::number(number) + " 0"),
            send("+OK\r\nFrom: a@x.example\r\nSubject: =?utf-8?q?caf=C3=A9?=\r\n\r\n.\r\n")};
}
Script cutAt(int number)
{
    return {hearLine("RETR " + QByteArray::number(number)), send("+OK\r\nFrom: a@x.exam"), closeNow()};
}
Script goodbye()
{
    return {hearLine("RSET"), send("+OK\r\n"), hearLine("QUIT"), send("+OK\r\n")};
}

struct Search
{
    explicit Search(const QList<Script> &scripts, double scale = 0.1)
        : server(scripts), question(server, practiceDoor(Protocol::Pop3, Security::Tls), scale)
    {
        model::Fact login;
        login.step = Step::Login;
        login.endpoint = question.endpoint;
        login.address = QStringLiteral("127.0.0.1");
        login.seen = {{seen::userForm, QStringLiteral("address")}};
        question.visit.add(login);
        question.visit.symptom = QStringLiteral("stops-midway");
    }
    QList<model::Fact> run()
    {
        const auto jobs = probes::fetch::due(question.visit, question.environment);
        return jobs.size() == 1 ? answers(*probes::fetch::make(jobs.first(), question.context()))
                                : QList<model::Fact>();
    }
    ScriptedServer server;
    Question question;
};

/// "2 drops" for every message named, then how many were searched.
QString named(const QList<model::Fact> &facts)
{
    QStringList words;
    for (const model::Fact &fact : facts) {
        if (fact.step != Step::Fetch)
            words += model::name(fact.step) + u' ' + model::name(fact.failure);
        else if (fact.seen.contains(seen::defect))
            words += QString::number(fact.seen.value(seen::number).toInt()) + u' '
                + fact.seen.value(seen::defect).toString();
        else
            words += QStringLiteral("searched ") + QString::number(fact.seen.value(seen::searched).toInt())
                + (fact.ok() ? QString() : u' ' + model::name(fact.failure));
    }
    return words.join(QStringLiteral(", "));
}

} // namespace

class FetchTest : public QObject
{
    Q_OBJECT
private slots:
    void namesTheMessage_data()
    {
        QTest::addColumn<QList<Script>>("scripts");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *name, const QList<Script> &scripts, const char *outcome) {
            QTest::newRow(name) << scripts << QString::fromLatin1(outcome);
        };
        row("sound", {listing("abc") + retr(1) + retr(2) + retr(3) + goodbye()}, "searched 3");
        row("empty", {listing("") + goodbye()}, "searched 0");
        row("breaks twice",
            {listing("abc") + retr(1) + cutAt(2), listing("abc") + top(2) + cutAt(2),
             listing("abc") + retr(3) + goodbye()},
            "2 drops, searched 3");
        row("breaks twice, under another number",
            {listing("abc") + retr(1) + cutAt(2), listing("bc") + top(1) + cutAt(1),
             listing("bc") + retr(2) + goodbye()},
            "1 drops, searched 3");
        row("breaks twice, at the last", {listing("a") + cutAt(1), listing("a") + top(1) + cutAt(1)},
            "1 drops, searched 1");
        row("breaks already at its header",
            {listing("ab") + retr(1) + cutAt(2), listing("ab") + Script{hearLine("TOP 2 0"), closeNow()}},
            "2 drops, searched 2");
        row("breaks once: chance",
            {listing("ab") + retr(1) + cutAt(2), listing("ab") + top(2) + retr(2) + goodbye()}, "searched 2");
        row("breaks at two different ones, each once: chance",
            {listing("ab") + cutAt(1), listing("ab") + top(1) + retr(1) + cutAt(2),
             listing("ab") + top(2) + retr(2) + goodbye()},
            "searched 2");
        row("is reset twice",
            {listing("a") + Script{hearLine("RETR"), resetNow()},
             listing("a") + top(1) + Script{hearLine("RETR"), resetNow()}},
            "1 drops, searched 1");
        row("refused twice",
            {listing("ab") + Script{hearLine("RETR 1"), send("-ERR broken\r\n")} + retr(2)
             + Script{hearLine("RETR 1"), send("-ERR broken\r\n")} + goodbye()},
            "1 refused, searched 1");
        row("refused once",
            {listing("ab") + Script{hearLine("RETR 1"), send("-ERR busy\r\n")} + retr(2) + retr(1)
             + goodbye()},
            "searched 2");
        row("zero octet", {listing("a") + retr(1, letter + QByteArray("\0\r\n", 3)) + goodbye()},
            "1 nul, searched 1");
        row("a dot too early",
            {listing("ab", 1000) + retr(1, "From: a@x\r\n\r\n.\r\nrest of it\r\n"),
             listing("ab", 1000) + top(1) + retr(1, "From: a@x\r\n\r\n.\r\nrest of it\r\n"),
             listing("ab", 1000) + retr(2) + goodbye()},
            "1 early-end, searched 2");
        row("server without UIDL",
            {loggedIn()
             + Script{hearLine("LIST"), send("+OK\r\n1 100\r\n.\r\n"), hearLine("UIDL"),
                      send("-ERR what\r\n")}
             + retr(1) + goodbye()},
            "searched 1");
        row("hangs up before a message", {loggedIn() + Script{hearLine("LIST"), closeNow()}},
            "searched 0 closed-early");
        row("no list", {loggedIn() + Script{hearLine("LIST"), send("-ERR no\r\n")}},
            "searched 0 protocol-error");
        row("does not let us in again",
            {listing("ab") + retr(1) + cutAt(2),
             Script{tls(), send("+OK hi\r\n"), hearLine("CAPA"), send("+OK\r\nUSER\r\n.\r\n"),
                    hearLine("USER"), send("+OK\r\n"), hearLine("PASS"),
                    send("-ERR [LOGIN-DELAY] wait\r\n")}},
            "login login-temporary, searched 1 not-tried");
    }
    void namesTheMessage()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        QFETCH(QList<Script>, scripts);
        QFETCH(QString, outcome);
        Search search(scripts);
        const auto facts = search.run();
        QCOMPARE(named(facts), outcome);
        QVERIFY(!search.server.heard().contains("DELE"));
        for (const model::Fact &fact : facts) { // nobody's mail becomes evidence
            QVERIFY(fact.step != Step::Fetch || fact.raw.isEmpty());
            QVERIFY(!fact.seen.value(seen::reply).toString().contains(u"x.example"));
        }
    }
    void tellsWhoseMessageItIs()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        Search search({listing("abc") + retr(1) + cutAt(2), listing("abc") + top(2) + cutAt(2),
                       listing("abc") + retr(3) + goodbye()});
        const auto facts = search.run();
        QVERIFY(facts.size() == 2);
        QCOMPARE(facts.first().seen.value(seen::from).toString(), QStringLiteral("a@x.example"));
        QCOMPARE(facts.first().seen.value(seen::subject).toString(), QStringLiteral("café"));
        QCOMPARE(facts.first().seen.value(seen::uidl).toString(), QStringLiteral("b"));
        QCOMPARE(facts.first().seen.value(seen::tries).toInt(), 2);
        QCOMPARE(facts.first().failure, Failure::ClosedEarly);
        QCOMPARE(facts.last().seen.value(seen::logins).toInt(), 3);
        QCOMPARE(facts.last().seen.value(seen::messages).toInt(), 3);
        QCOMPARE(search.server.connections(), 3);
    }
    void seesSilence()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        const Script silent{hearLine("RETR 1"), send("+OK\r\nFrom: a@x.exam")};
        Search search({listing("a") + silent, listing("a") + top(1) + silent});
        search.question.environment.bounds.replyMs = 600;
        QCOMPARE(named(search.run()), QStringLiteral("1 stalls, searched 1"));
    }
    void asksOneByOneWhereTheServerWantsIt()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        Search search({loggedIn("TOP")
                       + Script{hearLine("LIST"), send("+OK\r\n1 9\r\n2 9\r\n.\r\n"), hearLine("UIDL"),
                                send("+OK\r\n1 a\r\n2 b\r\n.\r\n")}
                       + retr(1) + retr(2) + goodbye()});
        QCOMPARE(named(search.run()), QStringLiteral("searched 2"));
        QVERIFY(search.server.heard().indexOf("RETR 2") > search.server.heard().indexOf("RETR 1"));
    }
    void asksAheadWhereTheServerOffersIt()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        // All questions must have come before the first answer is given.
        Search search({listing("abcd")
                       + Script{hearLine("RETR 1"), hearLine("RETR 2"), hearLine("RETR 3"),
                                hearLine("RETR 4"), send(("+OK\r\n" + letter + ".\r\n").repeated(4))}
                       + goodbye()});
        QCOMPARE(named(search.run()), QStringLiteral("searched 4"));
    }
    void leavesAMessageThatDoesNotEnd()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        Search search(
            {listing("ab") + Script{hearLine("RETR 1"), send("+OK\r\n" + letter), flood("more and more\r\n")},
             listing("ab") + retr(2) + goodbye()},
            0.2);
        const auto facts = search.run();
        QVERIFY2(named(facts).startsWith(u"1 ") && named(facts).endsWith(u"searched 2"),
                 qPrintable(named(facts)));
    }
    void measuresAGiantAtItsBeginning()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        const qint64 size = 900LL * 1024 * 1024;
        Search search({listing("a", size) + top(1)
                       + Script{hearLine("RETR 1"), send("+OK\r\n" + letter), flood("x\r\n")}},
                      0.05);
        const auto facts = search.run();
        QCOMPARE(named(facts), QStringLiteral("1 giant, searched 1"));
        QVERIFY(facts.first().seen.value(seen::neededMs).toInteger() > 0);
        QCOMPARE(facts.first().seen.value(seen::bytes).toInteger(), size);
    }
    void isDueOnlyWhereReceivingStops()
    {
        Search search({Script()});
        model::Case &visit = search.question.visit;
        const auto due = [&] { return probes::fetch::due(visit, search.question.environment).size(); };
        QCOMPARE(due(), 1);
        visit.symptom = QStringLiteral("cannot-receive");
        QCOMPARE(due(), 1);
        for (const char *other : {"", "cannot-send", "sent-many-times"}) {
            visit.symptom = QString::fromLatin1(other);
            QCOMPARE(due(), 0);
        }
        visit.symptom = QStringLiteral("stops-midway");
        visit.passwordGiven = false;
        QCOMPARE(due(), 0);
        visit.passwordGiven = true;
        visit.facts.first().failure = Failure::LoginRefused;
        QCOMPARE(due(), 0);
        visit.facts.first().failure = Failure::None;
        visit.facts.first().endpoint.protocol = Protocol::Imap;
        QCOMPARE(due(), 0);
    }
};

QTEST_GUILESS_MAIN(FetchTest)
#include "test_fetch.moc"
