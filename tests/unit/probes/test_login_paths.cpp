// Every way to log in that Todoku knows, to the letter, and what a server may do in the middle of it.
#include "model/seen.h"
#include "support/question.h"
#include "support/skips.h"

#include <QTest>

using namespace support;
using model::Failure;
using model::Protocol;
using model::Security;
using model::Step;

namespace {

const QByteArray user = "hanako@practice.example";

QByteArray plain()
{
    return ('\0' + user + '\0' + canary.toUtf8()).toBase64();
}

QByteArray literal(const QByteArray &bytes)
{
    return '{' + QByteArray::number(bytes.size()) + '}';
}

/// From the handshake up to the offers, with this one among them.
Script opened(Protocol protocol, const QByteArray &offer)
{
    switch (protocol) {
    case Protocol::Smtp:
        return {tls(), send("220 hi\r\n"), hearLine("EHLO"), send("250-x\r\n250 " + offer + "\r\n")};
    case Protocol::Imap:
        return {tls(), send("* OK hi\r\n"), hearLine("t1 CAPABILITY"),
                send("* CAPABILITY IMAP4rev1 " + offer + "\r\nt1 OK\r\n")};
    case Protocol::Pop3:
        return {tls(), send("+OK hi\r\n"), hearLine("CAPA"), send("+OK\r\n" + offer + "\r\n.\r\n")};
    }
    Q_UNREACHABLE();
}

const Script imapAfter
    = {hearLine("t3 CAPABILITY"),    send("* CAPABILITY IMAP4rev1\r\nt3 OK\r\n"), hearLine("t4 LIST"),
       hearLine("t5 EXAMINE INBOX"), send("t4 OK\r\n* 0 EXISTS\r\nt5 OK\r\n"),    hearLine("t6 LOGOUT")};
const Script pop3After
    = {hearLine("STAT"), send("+OK 0 0\r\n"), hearLine("RSET"), send("+OK\r\n"), hearLine("QUIT")};

bool heardPassword(const ScriptedServer &server)
{
    return server.heard().contains(canary.toUtf8()) || server.heard().contains(canary.toUtf8().toBase64())
        || server.heard().contains(plain());
}

void columns()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<QByteArray>("offer");
    QTest::addColumn<Script>("script");
}

} // namespace

class LoginPaths : public QObject
{
    Q_OBJECT
private slots:
    void openTheDoor_data();
    void openTheDoor();
    void endWhereTheServerEndsThem_data();
    void endWhereTheServerEndsThem();
    void carryAnyPassword_data();
    void carryAnyPassword();
    void endBeforeAPasswordThatIsACommand_data();
    void endBeforeAPasswordThatIsACommand();
    void showNoPasswordThatAServerRepeats();
    void countWhatIsInTheMailbox_data();
    void countWhatIsInTheMailbox();
};

void LoginPaths::openTheDoor_data()
{
    columns();
    QTest::addColumn<QString>("mechanism");
    const auto row = [](const char *name, Protocol protocol, const char *offer, const Script &script,
                        const char *mechanism) {
        QTest::newRow(name) << protocol << QByteArray(offer) << script << QString::fromLatin1(mechanism);
    };
    row("smtp PLAIN", Protocol::Smtp, "AUTH LOGIN PLAIN",
        {hearLine("AUTH PLAIN " + plain()), send("235 2.7.0 ok\r\n"), hearLine("QUIT")}, "PLAIN");
    row("smtp PLAIN, old spelling", Protocol::Smtp, "AUTH=PLAIN",
        {hearLine("AUTH PLAIN " + plain()), send("235 ok\r\n"), hearLine("QUIT")}, "PLAIN");
    row("smtp LOGIN", Protocol::Smtp, "AUTH LOGIN XOAUTH2",
        {hearLine("AUTH LOGIN"), send("334 VXNlcm5hbWU6\r\n"), hearLine(user.toBase64()),
         send("334 UGFzc3dvcmQ6\r\n"), hearLine(canary.toUtf8().toBase64()), send("235 ok\r\n"),
         hearLine("QUIT")},
        "LOGIN");
    row("imap PLAIN at once", Protocol::Imap, "AUTH=PLAIN SASL-IR",
        Script{hearLine("t2 AUTHENTICATE PLAIN " + plain()), send("t2 OK\r\n")} + imapAfter, "PLAIN");
    row("imap PLAIN when asked", Protocol::Imap, "AUTH=PLAIN",
        Script{hearLine("t2 AUTHENTICATE PLAIN"), send("+ \r\n"), hearLine(plain()), send("t2 OK\r\n")}
            + imapAfter,
        "PLAIN");
    row("imap LOGIN", Protocol::Imap, "AUTH=XOAUTH2",
        Script{hearLine("t2 LOGIN " + literal(user)), send("+ go on\r\n"),
               hearLine(user + ' ' + literal(canary.toUtf8())), send("+ go on\r\n"),
               hearLine(canary.toUtf8()), send("t2 OK in\r\n")}
            + imapAfter,
        "LOGIN");
    row("pop3 USER", Protocol::Pop3, "USER",
        Script{hearLine("USER " + user), send("+OK\r\n"), hearLine("PASS " + canary.toUtf8()),
               send("+OK\r\n")}
            + pop3After,
        "USER");
    row("pop3 USER unannounced", Protocol::Pop3, "TOP",
        Script{hearLine("USER " + user), send("+OK\r\n"), hearLine("PASS " + canary.toUtf8()),
               send("+OK\r\n")}
            + pop3After,
        "USER");
    row("pop3 PLAIN", Protocol::Pop3, "SASL CRAM-MD5 PLAIN",
        Script{hearLine("AUTH PLAIN"), send("+ \r\n"), hearLine(plain()), send("+OK\r\n")} + pop3After,
        "PLAIN");
}

void LoginPaths::openTheDoor()
{
    SKIP_WHERE_NO_TLS_SERVER();
    QFETCH(Protocol, protocol);
    QFETCH(QByteArray, offer);
    QFETCH(Script, script);
    QFETCH(QString, mechanism);
    ScriptedServer server({opened(protocol, offer) + script});
    Question question(server, practiceDoor(protocol, Security::Tls), 0.3);
    const auto facts = question.login();
    QCOMPARE(told(facts),
             protocol == Protocol::Smtp ? QStringLiteral("login none")
                                        : QStringLiteral("login none, mailbox none"));
    QCOMPARE(facts.first().seen.value(model::seen::mechanism).toString(), mechanism);
    QCOMPARE(facts.first().seen.value(model::seen::userForm).toString(), QStringLiteral("address"));
    if (protocol != Protocol::Smtp)
        QVERIFY(facts.last().seen.value(model::seen::messages) == 0);
    const QByteArray farewell = protocol == Protocol::Imap ? "LOGOUT\r\n" : "QUIT\r\n";
    QVERIFY(until([&] { return server.heard().endsWith(farewell); }));
    for (const model::Fact &fact : facts)
        QVERIFY(!fact.raw.contains(canary.toUtf8()) && !fact.raw.contains(plain()));
}

void LoginPaths::endWhereTheServerEndsThem_data()
{
    columns();
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<bool>("said"); // the password
    const auto row = [](const char *name, Protocol protocol, const char *offer, const Script &script,
                        const char *verdict, bool said) {
        QTest::newRow(name) << protocol << QByteArray(offer) << script << QString::fromLatin1(verdict)
                            << said;
    };
    const Protocol smtp = Protocol::Smtp, imap = Protocol::Imap, pop3 = Protocol::Pop3;
    row("PASS unanswered", pop3, "USER", {hearLine("USER"), send("+OK\r\n"), hearLine("PASS")}, "silent",
        true);
    row("AUTH PLAIN unanswered", smtp, "AUTH PLAIN", {hearLine("AUTH")}, "silent", true);
    row("LOGIN unanswered", imap, "AUTH=PLAIN SASL-IR", {hearLine("t2")}, "silent", true);
    row("USER unanswered", pop3, "USER", {hearLine("USER")}, "silent", false);
    row("PASS cut", pop3, "USER", {hearLine("USER"), send("+OK\r\n"), hearLine("PASS"), resetNow()}, "reset",
        true);
    row("PASS hung up", pop3, "USER", {hearLine("USER"), send("+OK\r\n"), hearLine("PASS"), closeNow()},
        "closed-early", true);
    row("USER refused", pop3, "USER", {hearLine("USER"), send("-ERR no such user\r\n")}, "login-refused",
        false);
    row("PASS refused", pop3, "USER",
        {hearLine("USER"), send("+OK\r\n"), hearLine("PASS"), send("-ERR [AUTH] no\r\n")}, "login-refused",
        true);
    row("PASS refused, nobody knows why", pop3, "USER",
        {hearLine("USER"), send("+OK\r\n"), hearLine("PASS"), send("-ERR\r\n")}, "unwelcome", true);
    row("pop3 only others", pop3, "SASL CRAM-MD5", {}, "login-not-offered", false);
    row("pop3 PLAIN not asked for", pop3, "SASL PLAIN", {hearLine("AUTH"), send("+OK\r\n")}, "protocol-error",
        false);
    row("pop3 PLAIN refused", pop3, "SASL PLAIN", {hearLine("AUTH"), send("-ERR [SYS/TEMP] x\r\n")},
        "login-temporary", false);
    row("smtp only others", smtp, "AUTH CRAM-MD5 XOAUTH2", {}, "login-not-offered", false);
    row("smtp no AUTH", smtp, "8BITMIME", {}, "login-not-offered", false);
    row("smtp no name asked for", smtp, "AUTH LOGIN", {hearLine("AUTH"), send("504 5.5.4 no\r\n")},
        "login-not-offered", false);
    row("smtp name refused", smtp, "AUTH LOGIN",
        {hearLine("AUTH"), send("334 x\r\n"), hearLine(""), send("535 5.7.8 no\r\n")}, "login-refused",
        false);
    row("smtp in before the password", smtp, "AUTH LOGIN",
        {hearLine("AUTH"), send("334 x\r\n"), hearLine(""), send("454 4.7.0 later\r\n")}, "login-temporary",
        false);
    row("smtp a third challenge", smtp, "AUTH LOGIN",
        {hearLine("AUTH"), send("334 x\r\n"), hearLine(""), send("334 y\r\n"), hearLine(""),
         send("334 z\r\n")},
        "protocol-error", true);
    row("smtp hung up with a word", smtp, "AUTH PLAIN", {hearLine("AUTH"), send("421 4.3.2 closing\r\n")},
        "login-temporary", true);
    row("imap disabled", imap, "LOGINDISABLED", {}, "login-not-offered", false);
    row("imap PLAIN unknown", imap, "AUTH=PLAIN", {hearLine("t2"), send("t2 BAD what\r\n")},
        "login-not-offered", false);
    row("imap no literal", imap, "IDLE", {hearLine("t2"), send("t2 NO [PRIVACYREQUIRED] x\r\n")},
        "login-needs-encryption", false);
    row("imap name refused", imap, "IDLE",
        {hearLine("t2"), send("+ go on\r\n"), hearLine(""), send("t2 NO account disabled\r\n")},
        "login-forbidden", false);
    row("imap bye", imap, "AUTH=PLAIN SASL-IR", {hearLine("t2"), send("* BYE x\r\nt2 NO y\r\n")},
        "login-temporary", true);
    row("imap another's tag", imap, "AUTH=PLAIN SASL-IR", {hearLine("t2"), send("t3 OK\r\n")},
        "protocol-error", true);
    row("imap in use", imap, "AUTH=PLAIN SASL-IR", {hearLine("t2"), send("t2 NO [INUSE] x\r\n")},
        "mailbox-in-use", true);
}

void LoginPaths::endWhereTheServerEndsThem()
{
    SKIP_WHERE_NO_TLS_SERVER();
    QFETCH(Protocol, protocol);
    QFETCH(QByteArray, offer);
    QFETCH(Script, script);
    QFETCH(QString, verdict);
    QFETCH(bool, said);
    ScriptedServer server({opened(protocol, offer) + script});
    Question question(server, practiceDoor(protocol, Security::Tls), 0.3);
    if (verdict == u"silent")
        question.environment.bounds.replyMs = 500;
    QCOMPARE(told(question.login()), QStringLiteral("login ") + verdict);
    if (!said)
        QVERIFY(!heardPassword(server));
    else
        QVERIFY(until([&] { return heardPassword(server); }));
    QCOMPARE(server.connections(), 1);
}

void LoginPaths::carryAnyPassword_data()
{
    QTest::addColumn<QString>("password");
    QTest::newRow("quotes") << QStringLiteral("a\"b\\c");
    QTest::newRow("literal in it") << QStringLiteral("x {5}");
    QTest::newRow("blanks at its ends") << QStringLiteral(" a b ");
    QTest::newRow("japanese") << QStringLiteral("合言葉");
    QTest::newRow("percent") << QStringLiteral("%s%n");
}

void LoginPaths::carryAnyPassword()
{
    SKIP_WHERE_NO_TLS_SERVER();
    QFETCH(QString, password);
    const QByteArray bytes = password.toUtf8();
    ScriptedServer imap({opened(Protocol::Imap, "IDLE")
                         + Script{hearLine("t2 LOGIN"), send("+\r\n"), hearLine(user + ' ' + literal(bytes)),
                                  send("+\r\n"), hearLine(bytes), send("t2 OK\r\n")}
                         + imapAfter});
    Question byLiteral(imap, practiceDoor(Protocol::Imap, Security::Tls), 0.3);
    byLiteral.password = model::Secret(password);
    QCOMPARE(told(byLiteral.login()), QStringLiteral("login none, mailbox none"));

    ScriptedServer pop3(
        {opened(Protocol::Pop3, "USER")
         + Script{hearLine("USER"), send("+OK\r\n"), hearLine("PASS " + bytes), send("+OK\r\n")}
         + pop3After});
    Question bare(pop3, practiceDoor(Protocol::Pop3, Security::Tls), 0.3);
    bare.password = model::Secret(password);
    QCOMPARE(told(bare.login()), QStringLiteral("login none, mailbox none"));
}

void LoginPaths::endBeforeAPasswordThatIsACommand_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<QByteArray>("offer");
    QTest::newRow("pop3") << Protocol::Pop3 << QByteArray("USER");
    QTest::newRow("imap") << Protocol::Imap << QByteArray("AUTH=PLAIN SASL-IR");
    QTest::newRow("smtp") << Protocol::Smtp << QByteArray("AUTH PLAIN");
}

void LoginPaths::endBeforeAPasswordThatIsACommand()
{
    SKIP_WHERE_NO_TLS_SERVER();
    QFETCH(Protocol, protocol);
    QFETCH(QByteArray, offer);
    for (const QString &password :
         {QStringLiteral("x\r\nDELE 1"), QStringLiteral("x\ny"), QStringLiteral("x") + QChar(0), QString()}) {
        ScriptedServer server({opened(protocol, offer) + Script{hearLine("USER"), send("+OK\r\n")}});
        Question question(server, practiceDoor(protocol, Security::Tls), 0.3);
        question.password = model::Secret(password);
        QCOMPARE(told(question.login()), QStringLiteral("login not-tried"));
        QVERIFY(!server.heard().contains("DELE") && !server.heard().contains("PASS"));
    }
}

void LoginPaths::showNoPasswordThatAServerRepeats()
{
    SKIP_WHERE_NO_TLS_SERVER();
    ScriptedServer server({opened(Protocol::Pop3, "USER")
                           + Script{hearLine("USER"), send("+OK\r\n"), hearLine("PASS"),
                                    send("-ERR [AUTH] no: " + canary.toUtf8() + ' ' + plain() + "\r\n")}});
    Question question(server, practiceDoor(Protocol::Pop3, Security::Tls), 0.3);
    const auto facts = question.login();
    QCOMPARE(told(facts), QStringLiteral("login login-refused"));
    QVERIFY(!facts.first().raw.contains(canary.toUtf8()));
    QVERIFY(!facts.first().seen.value(model::seen::reply).toString().contains(canary));
    QVERIFY(facts.first().seen.value(model::seen::reply).toString().startsWith(u"-ERR [AUTH] no:"));
}

void LoginPaths::countWhatIsInTheMailbox_data()
{
    columns();
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char *name, Protocol protocol, const Script &script, const char *verdict) {
        QTest::newRow(name) << protocol << QByteArray(protocol == Protocol::Imap ? "AUTH=PLAIN SASL-IR" : "")
                            << script << QString::fromLatin1(verdict);
    };
    for (const char *stat : {"-ERR no", "+OK", "+OK 1", "+OK x y", "+OK -1 5", "+OK 1 99999999999999999999"})
        row(stat, Protocol::Pop3, {hearLine("STAT"), send(QByteArray(stat) + "\r\n")}, "protocol-error");
    row("no answer", Protocol::Pop3, {hearLine("STAT")}, "silent");
    row("locked", Protocol::Imap,
        {hearLine("t3"), send("t3 OK\r\n"), hearLine("t4"), send("t4 OK\r\nt5 NO [INUSE] x\r\n")},
        "mailbox-in-use");
    row("not opened", Protocol::Imap,
        {hearLine("t3"), send("t3 OK\r\n"), hearLine("t4"), send("t4 NO\r\nt5 NO\r\n")}, "busy");
    row("hung up", Protocol::Imap, {hearLine("t3"), closeNow()}, "closed-early");
}

void LoginPaths::countWhatIsInTheMailbox()
{
    SKIP_WHERE_NO_TLS_SERVER();
    QFETCH(Protocol, protocol);
    QFETCH(QByteArray, offer);
    QFETCH(Script, script);
    QFETCH(QString, verdict);
    const Script in = protocol == Protocol::Imap
        ? Script{hearLine("t2"), send("t2 OK\r\n")}
        : Script{hearLine("USER"), send("+OK\r\n"), hearLine("PASS"), send("+OK\r\n")};
    ScriptedServer server({opened(protocol, offer) + in + script});
    Question question(server, practiceDoor(protocol, Security::Tls), 0.3);
    if (verdict == u"silent")
        question.environment.bounds.replyMs = 500;
    QCOMPARE(told(question.login()), QStringLiteral("login none, mailbox ") + verdict);
}

QTEST_GUILESS_MAIN(LoginPaths)
#include "test_login_paths.moc"
