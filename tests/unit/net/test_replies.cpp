// The three reply readers: what a server may say, and what ends the dialogue.
#include "net/bounds.h"
#include "net/imap_reply.h"
#include "net/pop3_reply.h"
#include "net/smtp_reply.h"

#include <QTest>

using model::Failure;
using namespace net;

namespace {

Failure feed(ReplyReader &reader, const QByteArrayList &lines)
{
    for (const QByteArray &line : lines)
        if (const Failure failure = reader.line(line); failure != Failure::None)
            return failure;
    return Failure::None;
}

ImapReply::Expect tagged()
{
    return {ImapReply::Expect::Kind::Tagged, "t1"};
}

} // namespace

class Replies : public QObject
{
    Q_OBJECT
private slots:
    void smtpIsRefused_data();
    void smtpIsRefused();
    void smtpTellsCodesAndOffers();
    void smtpKnowsNoOfferInTheFirstLine();
    void enhancedCodesAreReadStrictly_data();
    void enhancedCodesAreReadStrictly();
    void imapIsRefused_data();
    void imapIsRefused();
    void imapReadsLiteralsAsTheyCome();
    void imapTellsResponseCodes();
    void imapSaysWhoHungUp();
    void pop3IsRefused_data();
    void pop3IsRefused();
    void pop3UnstuffsDots();
    void pop3CountsMoreThanItKeeps();
};

void Replies::smtpIsRefused_data()
{
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<int>("failure");
    const auto row = [](const char *name, const QByteArrayList &lines, Failure failure) {
        QTest::newRow(name) << lines << int(failure);
    };
    row("mixed", {"250-a", "550 b"}, Failure::ProtocolError);
    row("no digits", {"hello"}, Failure::ProtocolError);
    row("two digits", {"25 ok"}, Failure::ProtocolError);
    row("glued", {"250ok"}, Failure::ProtocolError);
    row("class 1", {"150 ok"}, Failure::ProtocolError);
    row("class 9", {"999 ok"}, Failure::ProtocolError);
    row("empty", {""}, Failure::ProtocolError);
    row("after the end", {"250 a", "250 b"}, Failure::ProtocolError);
    row("too many", QByteArrayList(Bounds::linesPerReply + 1, "250-x"), Failure::Endless);
}

void Replies::smtpIsRefused()
{
    QFETCH(QByteArrayList, lines);
    QFETCH(int, failure);
    SmtpReply::Reader reader;
    QCOMPARE(int(feed(reader, lines)), failure);
}

void Replies::smtpTellsCodesAndOffers()
{
    SmtpReply::Reader reader;
    QCOMPARE(feed(reader, {"250-host", "250-AUTH=LOGIN PLAIN", "250-SIZE  1000", "250 starttls"}),
             Failure::None);
    QVERIFY(reader.complete());
    QCOMPARE(*reader.reply().offered("AUTH"), QByteArray("AUTH LOGIN PLAIN"));
    QCOMPARE(*reader.reply().offered("SIZE"), QByteArray("SIZE 1000"));
    QVERIFY(reader.reply().offers("STARTTLS"));
    QVERIFY(!reader.reply().offers("START"));
}

void Replies::smtpKnowsNoOfferInTheFirstLine()
{
    SmtpReply::Reader reader;
    QCOMPARE(feed(reader, {"250 STARTTLS"}), Failure::None);
    QVERIFY(!reader.reply().offers("STARTTLS"));
}

void Replies::enhancedCodesAreReadStrictly_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("usual") << QByteArray("535 5.7.8 no") << QByteArray("5.7.8");
    QTest::newRow("long") << QByteArray("550 5.7.509 no") << QByteArray("5.7.509");
    QTest::newRow("version number") << QByteArray("220 3.2.1 ready") << QByteArray();
    QTest::newRow("two parts") << QByteArray("550 5.7 no") << QByteArray();
    QTest::newRow("an address") << QByteArray("550 5.7.8.9 no") << QByteArray();
    QTest::newRow("too long") << QByteArray("550 5.7777.1 no") << QByteArray();
    QTest::newRow("none") << QByteArray("550") << QByteArray();
}

void Replies::enhancedCodesAreReadStrictly()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, code);
    SmtpReply::Reader reader;
    QCOMPARE(reader.line(line), Failure::None);
    QCOMPARE(reader.reply().enhanced, code);
}

void Replies::imapIsRefused_data()
{
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<int>("failure");
    const auto row = [](const char *name, const QByteArrayList &lines, Failure failure) {
        QTest::newRow(name) << lines << int(failure);
    };
    row("foreign tag", {"t2 OK"}, Failure::ProtocolError);
    row("no tag", {"OK done"}, Failure::ProtocolError);
    row("tagged bye", {"t1 BYE"}, Failure::ProtocolError);
    row("unasked plus", {"+ go"}, Failure::ProtocolError);
    row("huge literal", {"* X {4294967295}"}, Failure::Endless);
    row("overflowing literal", {"* X {99999999999999999999}"}, Failure::Endless);
    row("negative literal", {"* X {-1}"}, Failure::ProtocolError);
    row("empty literal size", {"* X {}"}, Failure::ProtocolError);
    row("literal in quotes", {"* X \"a {5}"}, Failure::ProtocolError);
    row("open quote", {"* X \"a"}, Failure::ProtocolError);
    row("deep", {"* X " + QByteArray(33, '(')}, Failure::Endless);
    row("very deep", {"* X " + QByteArray(60'000, '(')}, Failure::Endless);
    row("empty literals", QByteArrayList{"* X {0}"} + QByteArrayList(Bounds::linesPerReply, "{0}"),
        Failure::Endless);
    row("endless untagged", QByteArrayList(Bounds::linesPerReply + 1, "* 1 EXISTS"), Failure::Endless);
}

void Replies::imapIsRefused()
{
    QFETCH(QByteArrayList, lines);
    QFETCH(int, failure);
    ImapReply::Reader reader(tagged());
    QCOMPARE(int(feed(reader, lines)), failure);
}

void Replies::imapReadsLiteralsAsTheyCome()
{
    ImapReply::Reader reader(tagged());
    QCOMPARE(reader.line("* LIST {4}"), Failure::None);
    QCOMPARE(reader.wantedBytes(), 4);
    QCOMPARE(reader.bytes("t1"), Failure::None);
    QCOMPARE(reader.bytes(" O"), Failure::None);
    QCOMPARE(reader.line(" (x)"), Failure::None);
    QVERIFY(!reader.complete());
    QCOMPARE(reader.line("t1 OK"), Failure::None);
    QCOMPARE(reader.reply().untagged, QByteArrayList{"LIST {4}\nt1 O (x)"});
    QVERIFY(reader.reply().ok());
}

void Replies::imapTellsResponseCodes()
{
    ImapReply::Reader reader(tagged());
    QCOMPARE(feed(reader, {"* OK a smile :-} {5}", "t1 NO [authenticationfailed some] sorry"}),
             Failure::None);
    QCOMPARE(reader.reply().code, QByteArray("AUTHENTICATIONFAILED"));
    QCOMPARE(reader.reply().codeArguments, QByteArray("some"));
    QCOMPARE(reader.reply().text, QByteArray("sorry"));
}

void Replies::imapSaysWhoHungUp()
{
    ImapReply::Reader silent(tagged());
    QCOMPARE(silent.whenClosed(), Failure::ClosedEarly);
    ImapReply::Reader polite(tagged());
    QCOMPARE(polite.line("* BYE too many"), Failure::None);
    QCOMPARE(polite.whenClosed(), Failure::Busy);
}

void Replies::pop3IsRefused_data()
{
    QTest::addColumn<QByteArrayList>("lines");
    QTest::newRow("no status") << QByteArrayList{"hello"};
    QTest::newRow("lower case") << QByteArrayList{"+ok"};
    QTest::newRow("glued") << QByteArrayList{"+OKAY"};
    QTest::newRow("unasked challenge") << QByteArrayList{"+ "};
    QTest::newRow("after the end") << QByteArrayList{"-ERR", "+OK"};
    QTest::newRow("empty") << QByteArrayList{""};
}

void Replies::pop3IsRefused()
{
    QFETCH(QByteArrayList, lines);
    Pop3Reply::Reader reader;
    QCOMPARE(feed(reader, lines), Failure::ProtocolError);
}

void Replies::pop3UnstuffsDots()
{
    Pop3Reply::Reader reader(Pop3Reply::Expect::List);
    QCOMPARE(feed(reader, {"+OK", "..dot", "SASL PLAIN", "."}), Failure::None);
    QVERIFY(reader.complete());
    QCOMPARE(reader.reply().list.first(), QByteArray(".dot"));
    QCOMPARE(reader.reply().offered("SASL"), QByteArray("SASL PLAIN"));

    Pop3Reply::Reader refused(Pop3Reply::Expect::List);
    QCOMPARE(refused.line("-ERR [SYS/TEMP] later"), Failure::None);
    QVERIFY(refused.complete());
    QCOMPARE(refused.reply().code, QByteArray("SYS/TEMP"));
}

void Replies::pop3CountsMoreThanItKeeps()
{
    Pop3Reply::Reader reader(Pop3Reply::Expect::List);
    QCOMPARE(reader.line("+OK"), Failure::None);
    for (int i = 0; i < 5'000; ++i)
        QCOMPARE(reader.line(QByteArray::number(i)), Failure::None);
    QCOMPARE(reader.reply().listed, 5'000);
    QCOMPARE(reader.reply().list.size(), Pop3Reply::Reader::kept);
}

QTEST_GUILESS_MAIN(Replies)
#include "test_replies.moc"
