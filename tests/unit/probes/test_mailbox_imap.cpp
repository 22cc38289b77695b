// The look into the inbox over IMAP, with several questions said at once: answers in any order that the
// standard allows (RFC 9051 section 5.5), and none that was not asked for.
#include "model/seen.h"
#include "support/question.h"
#include "support/skips.h"

#include <QTest>

using namespace support;
using model::Protocol;
using model::Security;
using model::Step;
namespace seen = model::seen;

namespace {

const QByteArray flags = "* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)\r\n"
                         "* OK [PERMANENTFLAGS ()] Read-only mailbox.\r\n";
const QByteArray uids = "* OK [UIDVALIDITY 1795394262] UIDs valid\r\n* OK [UIDNEXT 3] Predicted next UID\r\n";

QByteArray sizes()
{
    return "* 1 FETCH (RFC822.SIZE 145)\r\n* 2 FETCH (RFC822.SIZE 2045)\r\n";
}

QByteArray headers()
{
    QByteArray all;
    for (const QByteArray number : {"1", "2"}) {
        const QByteArray head = "From: taro@todoku.test\r\nSubject: letter " + number + "\r\nMessage-ID: <"
            + number + "@todoku.test>\r\n\r\n";
        all += "* " + number
            + " FETCH (INTERNALDATE \"23-Nov-2026 00:37:38 +0000\" "
              "BODY[HEADER.FIELDS (FROM SUBJECT DATE MESSAGE-ID)] {"
            + QByteArray::number(head.size()) + "}\r\n" + head + ")\r\n";
    }
    return all;
}

const QByteArray junk = "* STATUS Junk (MESSAGES 7 UNSEEN 3)\r\n";

/// As far as the second round, word for word as Dovecot 2.3 says it.
Script opened(const QByteArray &exists = "* 2 EXISTS\r\n* 2 RECENT\r\n")
{
    return {tls(),
            send("* OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE LITERAL+ AUTH=PLAIN "
                 "AUTH=LOGIN] Dovecot (Debian) ready.\r\n"),
            hearLine("t1 CAPABILITY"),
            send("* CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE LITERAL+ AUTH=PLAIN "
                 "AUTH=LOGIN\r\nt1 OK Pre-login capabilities listed, post-login capabilities have "
                 "more.\r\n"),
            hearLine("t2 AUTHENTICATE PLAIN "),
            send("t2 OK [CAPABILITY IMAP4rev1 LIST-EXTENDED LIST-STATUS STATUS=SIZE LITERAL+ SPECIAL-USE] "
                 "Logged in\r\n"),
            hearLine("t3 STATUS INBOX (SIZE)"),
            hearLine("t4 LIST \"\" \"*\" RETURN (SPECIAL-USE)"),
            hearLine("t5 EXAMINE INBOX"),
            send("* STATUS INBOX (SIZE 2190)\r\nt3 OK Status completed (0.001 + 0.000 secs).\r\n"
                 "* LIST (\\Junk) \".\" Junk\r\n* LIST () \".\" INBOX\r\n"
                 "t4 OK List completed (0.016 + 0.000 + 0.015 secs).\r\n"
                 + flags + exists + uids
                 + "t5 OK [READ-ONLY] Examine completed (0.004 + 0.000 + 0.003 secs).\r\n")};
}

Script asksAll(const QByteArray &answer)
{
    return {hearLine("t6 FETCH 1:2 (RFC822.SIZE)"), hearLine("t7 FETCH 1:2 (INTERNALDATE BODY.PEEK["),
            hearLine("t8 STATUS \"Junk\" (MESSAGES UNSEEN)"), send(answer)};
}

QList<model::Fact> looked(ScriptedServer &server)
{
    Question question(server, practiceDoor(Protocol::Imap, Security::Tls), 0.3);
    return question.login();
}

const model::Fact *last(const QList<model::Fact> &facts, Step step)
{
    const model::Fact *found = nullptr;
    for (const model::Fact &fact : facts)
        if (fact.step == step)
            found = &fact;
    return found;
}

} // namespace

class MailboxImap : public QObject
{
    Q_OBJECT
private slots:
    void isReadInAnyOrder_data()
    {
        QTest::addColumn<QByteArray>("answer");
        const QByteArray sized = "t6 OK Fetch completed (0.002 + 0.000 + 0.001 secs).\r\n";
        const QByteArray told = "t7 OK Fetch completed (0.002 + 0.000 + 0.001 secs).\r\n";
        const QByteArray counted = "t8 OK Status completed (0.001 + 0.000 secs).\r\n";
        QTest::newRow("as they were asked") << sizes() + sized + headers() + told + junk + counted;
        QTest::newRow("Dovecot: data first, the last answer before the others")
            << sizes() + headers() + junk + counted + sized + told;
        QTest::newRow("backwards") << junk + counted + headers() + told + sizes() + sized;
        QTest::newRow("the headers before the sizes") << headers() + told + sizes() + sized + junk + counted;
        QTest::newRow("all data behind other answers") << counted + told + junk + headers() + sizes() + sized;
    }
    void isReadInAnyOrder()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        QFETCH(QByteArray, answer);
        ScriptedServer server({opened() + asksAll(answer) + Script{hearLine("t9 LOGOUT")}});
        const auto facts = looked(server);
        for (const model::Fact &fact : facts)
            QVERIFY2(fact.ok(), qPrintable(told(facts)));
        const model::Fact *const mailbox = last(facts, Step::Mailbox);
        const model::Fact *const folder = last(facts, Step::Junk);
        QVERIFY(mailbox && folder);
        QCOMPARE(folder->seen.value(seen::messages).toInt(), 7);
        QCOMPARE(folder->seen.value(seen::unseen).toInt(), 3);
        QVERIFY(until([&] { return server.heard().endsWith("t9 LOGOUT\r\n"); }));
        QVERIFY(!server.heard().contains("SELECT") && !server.heard().contains("STORE"));
    }
    void isNotMadeUp_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("end");
        const auto row = [](const char *name, const QByteArray &answer, const char *end) {
            QTest::newRow(name) << answer << QString::fromLatin1(end);
        };
        row("a tag that was never said", sizes() + "t77 OK\r\n", "protocol-error");
        row("a tag that was answered before", sizes() + "t5 OK\r\n", "protocol-error");
        row("one answer twice", sizes() + junk + "t8 OK\r\nt8 OK\r\n", "protocol-error");
        row("twice, and the first in its turn", sizes() + "t6 OK\r\nt6 OK\r\n", "protocol-error");
        row("an early farewell with a tag", "t8 BYE\r\n", "protocol-error");
        row("an early answer without a status", "t8 FINE\r\n", "protocol-error");
        row("a tag alone", "t8\r\n", "protocol-error");
        row("only the last one answered", junk + "t8 OK\r\n", "closed-early");
    }
    void isNotMadeUp()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        QFETCH(QByteArray, answer);
        ScriptedServer server({opened() + asksAll(answer) + Script{closeNow()}});
        const auto facts = looked(server);
        QVERIFY(!facts.isEmpty());
        QTEST(model::name(facts.last().failure), "end");
    }
    void anEmptyInboxIsNotAskedForMessages()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        ScriptedServer server({opened("* 0 EXISTS\r\n* 0 RECENT\r\n")
                               + Script{hearLine("t6 STATUS \"Junk\" (MESSAGES UNSEEN)"),
                                        send(junk + "t6 OK Status completed.\r\n"), hearLine("t7 LOGOUT")}});
        const auto facts = looked(server);
        const model::Fact *const mailbox = last(facts, Step::Mailbox);
        QVERIFY(mailbox && mailbox->ok());
        QCOMPARE(mailbox->seen.value(seen::messages).toInt(), 0);
        QVERIFY(last(facts, Step::Junk) && last(facts, Step::Junk)->ok());
    }
};

QTEST_GUILESS_MAIN(MailboxImap)
#include "test_mailbox_imap.moc"
