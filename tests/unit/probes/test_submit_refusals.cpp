// A test message that is refused: by whom, at which word, and never sent where it was said beforehand.
#include "model/seen.h"
#include "probes/submit_timing.h"
#include "support/question.h"
#include "support/skips.h"

#include <QTest>

using namespace support;
using model::Failure;
using model::Protocol;
using model::Security;
using model::Step;

namespace {

/// A visit in which the look and the log-in at this door went well.
void prepared(Question &question, qint64 bytes)
{
    model::Account account;
    account.address = question.visit.address;
    account.outgoing = model::ServerSettings{question.endpoint, {}, QStringLiteral("password")};
    model::MailApp app;
    app.profiles.append(model::AppProfile());
    app.profiles.first().accounts.append(account);
    question.visit.apps = {app};
    question.visit.timingSizes = {bytes};
    for (const Step step : {Step::Secure, Step::Capabilities, Step::Login}) {
        model::Fact fact;
        fact.step = step;
        fact.endpoint = question.endpoint;
        fact.address = QStringLiteral("127.0.0.1");
        fact.seen = {{model::seen::userForm, QStringLiteral("address")}};
        question.visit.add(fact);
    }
}

Script loggedIn(const QByteArray &offers = "250 AUTH PLAIN")
{
    return {tls(),
            send("220 hi\r\n"),
            hearLine("EHLO"),
            send("250-x\r\n" + offers + "\r\n"),
            hearLine("AUTH PLAIN"),
            send("235 ok\r\n")};
}

const Script toData = {hearLine("MAIL FROM:<hanako@practice.example>"), send("250 ok\r\n"),
                       hearLine("RCPT TO:<hanako@practice.example>"), send("250 ok\r\n"), hearLine("DATA")};

QList<model::Fact> submitted(Question &question, qint64 bytes = 3'000)
{
    prepared(question, bytes);
    const auto jobs = probes::submit_timing::due(question.visit, question.environment);
    return jobs.size() == 1 ? answers(*probes::submit_timing::make(jobs.first(), question.context()))
                            : QList<model::Fact>();
}

} // namespace

class SubmitRefusals : public QObject
{
    Q_OBJECT
private slots:
    void areNamedByTheStepAndTheWord_data();
    void areNamedByTheStepAndTheWord();
    void bySizeComeBeforeTheMessage();
    void ofTheLogInSendNothing();
    void acceptedBeforeItWasCompleteIsNoAcceptance();
    void areNotMetWithoutConsent();
};

void SubmitRefusals::areNamedByTheStepAndTheWord_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<bool>("messageSent");
    const auto row = [](const char *name, const Script &script, Failure failure, bool messageSent = false) {
        QTest::newRow(name) << script << failure << messageSent;
    };
    const auto sender = [&](const char *reply, Failure failure) {
        row(reply, {hearLine("MAIL FROM:"), send(QByteArray(reply) + "\r\n")}, failure);
    };
    const auto recipient = [&](const char *reply, Failure failure) {
        row(reply,
            {hearLine("MAIL FROM:"), send("250 ok\r\n"), hearLine("RCPT TO:"),
             send(QByteArray(reply) + "\r\n")},
            failure);
    };
    const auto data = [&](const char *reply, Failure failure) {
        row(reply, toData + Script{send(QByteArray(reply) + "\r\n")}, failure);
    };
    const auto dot = [&](const char *reply, Failure failure) {
        row(reply,
            toData + Script{send("354 go\r\n"), hearBytes("\r\n.\r\n"), send(QByteArray(reply) + "\r\n")},
            failure, true);
    };
    sender("553 5.7.1 sender: not yours", Failure::SenderRefused);
    sender("450 4.7.1 sender: later", Failure::SenderRefused);
    sender("530 5.7.0 sender: who are you", Failure::SenderRefused);
    sender("552 5.3.4 sender: too big", Failure::TooBig);
    sender("552 sender: too big, old style", Failure::TooBig);
    sender("552 5.2.2 sender: mailbox full", Failure::SenderRefused);
    sender("421 4.3.2 sender: closing", Failure::Busy);
    recipient("550 5.1.1 recipient: unknown", Failure::RecipientRefused);
    recipient("554 5.7.1 recipient: no relaying", Failure::RecipientRefused);
    recipient("451 4.7.1 recipient: greylisted", Failure::RecipientRefused);
    recipient("552 5.2.2 recipient: mailbox full", Failure::RecipientRefused);
    recipient("552 5.3.4 recipient: too big", Failure::TooBig);
    recipient("421 recipient: closing", Failure::Busy);
    recipient("354 recipient: out of turn", Failure::RecipientRefused);
    data("554 5.5.1 data: no valid recipients", Failure::MessageRefused);
    data("421 data: closing", Failure::Busy);
    data("250 data: out of turn", Failure::MessageRefused);
    dot("554 5.7.1 dot: spam", Failure::MessageRefused);
    dot("451 4.3.0 dot: scanner busy", Failure::MessageRefused);
    dot("552 5.3.4 dot: too big", Failure::TooBig);
    dot("552 dot: too big, old style", Failure::TooBig);
    dot("552 5.2.2 dot: mailbox full", Failure::MessageRefused);
    dot("421 4.4.2 dot: closing", Failure::Busy);
    row("dot: no answer", toData + Script{send("354 go\r\n"), hearBytes("\r\n.\r\n")}, Failure::Silent, true);
    row("dot: hung up", toData + Script{send("354 go\r\n"), hearBytes("\r\n.\r\n"), closeNow()},
        Failure::ClosedEarly, true);
    row("sender: cut", {hearLine("MAIL"), resetNow()}, Failure::Reset);
}

void SubmitRefusals::areNamedByTheStepAndTheWord()
{
    SKIP_WHERE_NO_TLS_SERVER();
    QFETCH(Script, script);
    QFETCH(Failure, failure);
    QFETCH(bool, messageSent);
    ScriptedServer server({loggedIn() + script});
    Question question(server, practiceDoor(Protocol::Smtp, Security::Tls), 0.3);
    if (failure == Failure::Silent)
        question.environment.bounds.dotReplyMs = 500;
    const auto facts = submitted(question);
    QCOMPARE(told(facts), QStringLiteral("submit ") + model::name(failure));
    QCOMPARE(server.heard().contains("X-Todoku-Test: 1"), messageSent);
    QVERIFY(!facts.first().seen.value(model::seen::messageId).toString().isEmpty());
    // When the dot was answered is known only where it was.
    const bool answered = messageSent && failure != Failure::Silent && failure != Failure::ClosedEarly;
    QCOMPARE(facts.first().seen.contains(model::seen::dotToReplyMs), answered);
    if (answered)
        QVERIFY(facts.first().seen.value(model::seen::reply).toString().contains(u"dot:"));
}

void SubmitRefusals::bySizeComeBeforeTheMessage()
{
    SKIP_WHERE_NO_TLS_SERVER();
    ScriptedServer small({loggedIn("250-AUTH PLAIN\r\n250 SIZE 2000")});
    Question question(small, practiceDoor(Protocol::Smtp, Security::Tls), 0.3);
    const auto facts = submitted(question);
    QCOMPARE(told(facts), QStringLiteral("submit too-big"));
    QCOMPARE(facts.first().seen.value(model::seen::sizeLimit).toInt(), 2'000);
    QVERIFY(!small.heard().contains("MAIL FROM"));

    // 0 and what is no number set no limit (RFC 1870 section 4); the size is told all the same.
    for (const char *size : {"250 SIZE 0", "250 SIZE", "250 SIZE many", "250 SIZE 99999999999999999999"}) {
        ScriptedServer server(
            {loggedIn(QByteArray("250-AUTH PLAIN\r\n") + size)
             + Script{hearLine("MAIL FROM:<hanako@practice.example> SIZE="), send("552 5.3.4 too big\r\n")}});
        Question open(server, practiceDoor(Protocol::Smtp, Security::Tls), 0.3);
        QCOMPARE(told(submitted(open)), QStringLiteral("submit too-big"));
        QVERIFY(server.heard().contains("MAIL FROM"));
    }
}

void SubmitRefusals::ofTheLogInSendNothing()
{
    SKIP_WHERE_NO_TLS_SERVER();
    Script script = loggedIn();
    script.last() = send("535 5.7.8 no\r\n");
    ScriptedServer server({script});
    Question question(server, practiceDoor(Protocol::Smtp, Security::Tls), 0.3);
    QCOMPARE(told(submitted(question)), QStringLiteral("login login-refused, submit not-tried"));
    QVERIFY(!server.heard().contains("MAIL FROM"));
}

void SubmitRefusals::acceptedBeforeItWasCompleteIsNoAcceptance()
{
    SKIP_WHERE_NO_TLS_SERVER();
    ScriptedServer server(
        {loggedIn() + toData
         + Script{send("354 go\r\n"), hearBytes("\r\n\r\n"), pauseNow(), send("250 thank you already\r\n")}});
    Question question(server, practiceDoor(Protocol::Smtp, Security::Tls), 0.3);
    const auto facts = submitted(question, 8'000'000);
    QCOMPARE(told(facts), QStringLiteral("submit protocol-error"));
    QVERIFY(!facts.first().seen.contains(model::seen::dotToReplyMs));
}

void SubmitRefusals::areNotMetWithoutConsent()
{
    ScriptedServer server(QList<Script>{loggedIn()});
    Question question(server, practiceDoor(Protocol::Smtp, Security::Tls), 0.3);
    prepared(question, 3'000);
    question.visit.timingSizes.clear();
    QVERIFY(probes::submit_timing::due(question.visit, question.environment).isEmpty());
    QCOMPARE(server.connections(), 0);

    question.visit.timingSizes = {1'000, 2'000, 1'000};
    QCOMPARE(probes::submit_timing::due(question.visit, question.environment).size(), 3);
    for (const Failure failure : {Failure::LoginRefused, Failure::Unwelcome, Failure::Silent}) {
        question.visit.facts.last().failure = failure;
        QVERIFY(probes::submit_timing::due(question.visit, question.environment).isEmpty());
    }
}

QTEST_GUILESS_MAIN(SubmitRefusals)
#include "test_submit_refusals.moc"
