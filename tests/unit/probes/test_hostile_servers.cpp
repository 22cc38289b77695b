// Whatever a server does instead of greeting: one failure by its own name, within the bounds, and no
// password.
#include "support/question.h"
#include "support/skips.h"

#include <QTest>

using namespace support;
using model::Failure;
using model::Protocol;
using model::Security;

class HostileServers : public QObject
{
    Q_OBJECT
private slots:
    void nameWhatTheyAre_data();
    void nameWhatTheyAre();
    void areNamedOnTheEncryptedPort();
    void areToldFromAClosedDoor();
};

void HostileServers::nameWhatTheyAre_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char *name, Protocol protocol, const Script &script, const char *verdict) {
        QTest::newRow(name) << protocol << script << QString::fromLatin1(verdict);
    };
    const Protocol smtp = Protocol::Smtp, imap = Protocol::Imap, pop3 = Protocol::Pop3;
    row("silent", smtp, {}, "greeting silent");
    row("silent pop3", pop3, {}, "greeting silent");
    row("drip", imap, {drip("* OK a very slow greeting that never ends .............................")},
        "greeting drip");
    row("endless line smtp", smtp, {flood("2")}, "greeting endless");
    row("endless line imap", imap, {send("* OK "), flood("x")}, "greeting endless");
    row("endless multiline", smtp, {flood("220-and more\r\n")}, "greeting endless");
    row("endless EHLO", smtp, {send("220 hi\r\n"), hearLine("EHLO"), flood("250-X\r\n")},
        "greeting none, secure endless");
    row("endless untagged", imap, {send("* OK hi\r\n"), hearLine("t1"), flood("* 1 EXISTS\r\n")},
        "greeting none, secure endless");
    row("garbage", smtp, {send(QByteArray("\x00\xff\x01\x7f\x80\n", 6))}, "greeting not-mail");
    row("words", pop3, {send("hello there\r\n")}, "greeting not-mail");
    row("http", imap, {send("HTTP/1.1 400 Bad Request\r\n\r\n")}, "greeting wrong-service");
    row("html", smtp, {send("<html><body>Please sign in</body>")}, "greeting wrong-service");
    row("ssh", smtp, {send("SSH-2.0-OpenSSH_9.2\r\n")}, "greeting wrong-service");
    row("ftp", smtp, {send("220 ProFTPD FTP server ready\r\n")}, "greeting wrong-service");
    row("smtp on the pop3 port", pop3, {send("220 mail ESMTP\r\n")}, "greeting wrong-service");
    row("tls alert", smtp, {send(QByteArray("\x15\x03\x01\x00\x02\x02\x28", 7))},
        "greeting tls-on-plain-port");
    row("hangs up", smtp, {closeNow()}, "greeting closed-early");
    row("hangs up in the line", smtp, {send("220 he"), pauseNow(), closeNow()}, "greeting closed-early");
    row("cuts in the line", smtp, {send("220 he"), pauseNow(), resetNow()}, "greeting reset");
    row("busy", smtp, {send("421 come back later\r\n")}, "greeting busy");
    row("bye", imap, {send("* BYE full\r\n")}, "greeting busy");
    row("unwelcome", smtp, {send("554 5.7.1 blocked\r\n")}, "greeting unwelcome");
    row("unwelcome pop3", pop3, {send("-ERR go away\r\n")}, "greeting unwelcome");
    row("locked", pop3, {send("-ERR [IN-USE] locked\r\n")}, "greeting busy");
    row("mixed codes", smtp, {send("220-hi\r\n550 no\r\n")}, "greeting not-mail");
    row("two greetings", smtp, {send("220 hi\r\n220 hi again\r\n")}, "greeting none, secure protocol-error");
    row("reply before the command", imap, {send("* OK hi\r\nt1 OK done\r\n")},
        "greeting none, secure protocol-error");
    row("two replies", smtp,
        {send("220 hi\r\n"), hearLine("EHLO"), send("250-x\r\n250 STARTTLS\r\n250 again\r\n")},
        "greeting none, secure protocol-error");
    row("foreign tag", imap, {send("* OK hi\r\n"), hearLine("t1"), send("t9 OK done\r\n")},
        "greeting none, secure protocol-error");
    row("huge literal", imap, {send("* OK hi\r\n"), hearLine("t1"), send("* X {4294967295}\r\n")},
        "greeting none, secure endless");
    row("endless challenge", imap, {send("* OK hi\r\n"), hearLine("t1"), send("+ go on\r\n")},
        "greeting none, secure protocol-error");
}

void HostileServers::nameWhatTheyAre()
{
    QFETCH(Protocol, protocol);
    QFETCH(Script, script);
    QFETCH(QString, verdict);
    if (verdict == u"greeting reset" && !support::tellsResets())
        verdict = QStringLiteral("greeting closed-early");
    ScriptedServer server({script});
    Question question(server, practiceDoor(protocol, Security::StartTls), 0.02);
    QCOMPARE(told(question.look()), QStringLiteral("connect none, ") + verdict);
    QVERIFY(!server.heard().contains("STARTTLS\r\n") || verdict.contains(u"secure"));
}

void HostileServers::areNamedOnTheEncryptedPort()
{
    SKIP_WHERE_NO_TLS_SERVER(); // half a Schannel, which waits where a whole one sees that it is no TLS
    ScriptedServer plain({{send("220 plain as day ESMTP\r\n")}});
    Question question(plain, practiceDoor(Protocol::Smtp, Security::Tls));
    QCOMPARE(told(question.look()), QStringLiteral("connect none, secure plain-on-tls-port"));

    ScriptedServer silent(QList<Script>{Script()});
    Question other(silent, practiceDoor(Protocol::Imap, Security::Tls), 0.02);
    QCOMPARE(told(other.look()), QStringLiteral("connect none, secure handshake-timeout"));

    ScriptedServer alert({{send(QByteArray("\x15\x03\x03\x00\x02\x02\x46", 7))}});
    Question old(alert, practiceDoor(Protocol::Pop3, Security::Tls));
    const auto facts = old.look();
    QCOMPARE(told(facts), QStringLiteral("connect none, secure tls-too-old"));
    QCOMPARE(facts.last().seen.value(QStringLiteral("alert")).toInt(), 70);
}

void HostileServers::areToldFromAClosedDoor()
{
    ScriptedServer server(QList<Script>{Script()});
    Question question(server, practiceDoor(Protocol::Smtp, Security::StartTls));
    server.close();
    QCOMPARE(told(question.look()), QStringLiteral("connect refused"));
}

QTEST_GUILESS_MAIN(HostileServers)
#include "test_hostile_servers.moc"
