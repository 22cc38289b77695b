// Conversations with the practice servers, most of them by clients that do something wrong.
#include "support/loop.h"
#include "support/practice_world.h"
#include "support/skips.h"
#include "support/wire.h"

#include <QTest>

using support::PracticeWorld;
using support::Wire;

namespace {

struct Turn
{
    QByteArray says; ///< empty: only hears
    QByteArray hears; ///< the start of the line that ends the answer
};

using Transcript = QList<Turn>;

} // namespace

Q_DECLARE_METATYPE(Transcript)

class TestTranscripts : public QObject
{
    Q_OBJECT
private slots:
    void holds_data();
    void holds();
    void forgetsWhatWasSaidBeforeTls();
    void discardsWhatCameBehindStarttls();
    void answersPipelinedCommandsInOrder();
    void tellsAnIdlingClientOfNewMail();
    void endsAfterAnEndlessLine();
    void limitsConnections();
    void keepsDeletedMailWhenTheConnectionBreaks();
};

void TestTranscripts::holds_data()
{
    QTest::addColumn<int>("door");
    QTest::addColumn<Transcript>("turns");
    const QByteArray base64 = QByteArray("\0hanako\0renshu", 14).toBase64();
    QTest::newRow("smtp: order of commands") << 25
                                             << Transcript{{"", "220 "},
                                                           {"MAIL FROM:<a@b.example>", "503 "},
                                                           {"EHLO", "501 "},
                                                           {"HELO x", "250 "},
                                                           {"RCPT TO:<hanako@practice.example>", "503 "},
                                                           {"DATA", "503 "},
                                                           {"MAIL FROM:a@b.example", "501 "},
                                                           {"MAIL FROM:<>", "250 "},
                                                           {"MAIL FROM:<>", "503 "},
                                                           {"DATA", "503 "},
                                                           {"RCPT TO:<>", "501 "},
                                                           {"RCPT TO:<who@practice.example>", "550 5.1.1"},
                                                           {"RCPT TO:<who@other.example>", "554 5.7.1"},
                                                           {"RCPT TO:<HANAKO@Practice.Example>", "250 "},
                                                           {"RSET", "250 "},
                                                           {"DATA", "503 "},
                                                           {"NOOP", "250 "},
                                                           {"VRFY x", "252 "},
                                                           {"TURN", "500 "},
                                                           {"QUIT", "221 "}};
    QTest::newRow("smtp: nothing without encryption")
        << 587
        << Transcript{{"", "220 "},
                      {"EHLO x", "250 "},
                      {"AUTH PLAIN " + base64, "538 "},
                      {"MAIL FROM:<a@b.example>", "530 5.7.0 Say"}};
    QTest::newRow("smtp: log-in") << 465
                                  << Transcript{
                                         {"", "220 "},
                                         {"EHLO x", "250 "},
                                         {"STARTTLS", "503 "},
                                         {"MAIL FROM:<a@b.example>", "530 5.7.0 Auth"},
                                         {"AUTH CRAM-MD5", "504 "},
                                         {"AUTH PLAIN", "334 "},
                                         {"*", "501 "},
                                         {"AUTH PLAIN ???", "501 "},
                                         {"AUTH PLAIN aGk=", "501 "},
                                         {"AUTH LOGIN", "334 VXNlcm5hbWU6"},
                                         {"aGFuYWtv", "334 UGFzc3dvcmQ6"},
                                         {"d3Jvbmc=", "535 "},
                                         {"AUTH LOGIN aGFuYWtv", "334 "},
                                         {"cmVuc2h1", "235 "},
                                         {"AUTH PLAIN " + base64, "503 "},
                                         {"MAIL FROM:<hanako@practice.example> SIZE=100000000", "552 "},
                                         {"MAIL FROM:<hanako@practice.example>", "250 "},
                                         {"RCPT TO:<anybody@other.example>", "250 "},
                                         {"DATA", "354 "},
                                         {"x\r\n.", "250 "}};
    QTest::newRow("smtp: three wrong passwords are enough") << 465
                                                            << Transcript{{"", "220 "},
                                                                          {"EHLO x", "250 "},
                                                                          {"AUTH PLAIN AGEAYg==", "535 "},
                                                                          {"AUTH PLAIN AGEAYg==", "535 "},
                                                                          {"AUTH PLAIN AGEAYg==", "535 "},
                                                                          {"", "421 "}};
    QTest::newRow("pop3: before the log-in") << 995
                                             << Transcript{{"", "+OK"},
                                                           {"STAT", "-ERR"},
                                                           {"PASS x", "-ERR"},
                                                           {"AUTH CRAM-MD5", "-ERR"},
                                                           {"AUTH PLAIN", "+ "},
                                                           {"*", "-ERR"},
                                                           {"USER hanako", "+OK"},
                                                           {"PASS wrong", "-ERR [AUTH]"},
                                                           {"AUTH PLAIN " + base64, "+OK 12"}};
    QTest::newRow("pop3: numbers that are none") << 995 << Transcript{{"", "+OK"},
                                                                      {"USER hanako", "+OK"},
                                                                      {"PASS renshu", "+OK"},
                                                                      {"RETR 0", "-ERR"},
                                                                      {"RETR 13", "-ERR"},
                                                                      {"RETR -1", "-ERR"},
                                                                      {"RETR x", "-ERR"},
                                                                      {"DELE 99999999999999999999", "-ERR"},
                                                                      {"TOP 1", "-ERR"},
                                                                      {"TOP 1 -1", "-ERR"},
                                                                      {"LIST 13", "-ERR"},
                                                                      {"DELE 1", "+OK"},
                                                                      {"DELE 1", "-ERR"},
                                                                      {"RETR 1", "-ERR"},
                                                                      {"LIST 2", "+OK 2 "},
                                                                      {"UIDL 2", "+OK 2 practice-"},
                                                                      {"RSET", "+OK"},
                                                                      {"LIST 1", "+OK 1 "},
                                                                      {"XYZ", "-ERR"},
                                                                      {"NOOP", "+OK"},
                                                                      {"CAPA", "."},
                                                                      {"TOP 1 0", "."},
                                                                      {"UIDL", "."},
                                                                      {"QUIT", "+OK"}};
    QTest::newRow("pop3: no log-in without encryption") << 110
                                                        << Transcript{{"", "+OK"},
                                                                      {"USER hanako", "-ERR [AUTH] Enc"},
                                                                      {"PASS renshu", "-ERR"},
                                                                      {"AUTH PLAIN " + base64, "-ERR"}};
    QTest::newRow("imap: before the log-in")
        << 143
        << Transcript{{"", "* OK"},
                      {"a LOGIN hanako renshu", "a NO [PRIVACYREQUIRED]"},
                      {"b SELECT INBOX", "b BAD"},
                      {"c", "* BAD"},
                      {"d FLY", "d BAD"},
                      {"e ID NIL", "e OK"},
                      {"f APPEND x {99999999}", "f BAD [TOOBIG]"},
                      {"g NOOP", "g OK"},
                      {"h LOGOUT", "h OK"}};
    QTest::newRow("imap: folders and messages")
        << 993
        << Transcript{{"", "* OK"},
                      {"a LOGIN {6}", "+ "},
                      {"hanako \"wrong\"", "a NO [AUTH"},
                      {"b LOGIN {6+}\r\nhanako renshu", "b OK"},
                      {"c FETCH 1 FLAGS", "c BAD"},
                      {"d SELECT Nowhere", "d NO"},
                      {"e EXAMINE inbox", "e OK [READ-ONLY]"},
                      {"f STORE 1 +FLAGS (\\Deleted)", "f NO"},
                      {"g SELECT INBOX", "g OK [READ-WRITE]"},
                      {"h FETCH 0 FLAGS", "h BAD"},
                      {"i FETCH 99 FLAGS", "i OK"},
                      {"j FETCH 1 (NONSENSE)", "j BAD"},
                      {"k SEARCH FOO", "k BAD"},
                      {"l SEARCH NOT", "l BAD"},
                      {"m SEARCH CHARSET X ALL", "m NO [BADCHARSET"},
                      {"n SEARCH OR 1 UID 1:*", "* SEARCH 1 2 3"},
                      {"", "n OK"},
                      {"o SEARCH SUBJECT persimmons", "* SEARCH 11"},
                      {"", "o OK"},
                      {"p SEARCH LARGER 100000 NOT SEEN (ALL UNDELETED)", "* SEARCH 12"},
                      {"", "p OK"},
                      {"q SEARCH HEADER Message-ID nobody@x", "* SEARCH"},
                      {"", "q OK"},
                      {"r STORE 1 FLAG (x)", "r BAD"},
                      {"s UID STORE 1 +FLAGS.SILENT \\Deleted", "s OK"},
                      {"t UID EXPUNGE 1", "* 1 EXPUNGE"},
                      {"", "t OK"},
                      {"u COPY 1 Nowhere", "u NO [TRYCREATE]"},
                      {"v DELETE INBOX", "v NO"},
                      {"w RENAME INBOX x", "w NO"},
                      {"x LIST \"\" %", "x OK"},
                      {"y STATUS INBOX (WEIGHT)", "y BAD"},
                      {"z APPEND INBOX x", "z BAD"},
                      {"A FETCH 11 BODYSTRUCTURE", "* 11 FETCH (BODYSTRUCTURE ((\"text\" \"plain\""},
                      {"", "A OK"},
                      {"B FETCH 11 BODY.PEEK[2.MIME]", "Content-Type: image/bmp"},
                      {"", "B OK"},
                      {"C FETCH 10 BODY.PEEK[HEADER.FIELDS (Subject)]", "Subject: Persimmons"},
                      {"", "C OK"},
                      {"D FETCH 10 ENVELOPE", "* 10 FETCH (ENVELOPE (\""},
                      {"", "D OK"},
                      {"E FETCH 9 BODY[]<0.4>", "* 9 FETCH"},
                      {"", "E OK"},
                      {"F IDLE", "+ "},
                      {"STOP", "F BAD"},
                      {"G CLOSE", "G OK"},
                      {"H FETCH 1 FLAGS", "H BAD"}};
}

void TestTranscripts::holds()
{
    SKIP_WHERE_NO_TLS_SERVER();
    QFETCH(int, door);
    QFETCH(Transcript, turns);
    const PracticeWorld world;
    Wire wire(world.port(quint16(door)), world.provider.anchors());
    if (door == 465 || door == 993 || door == 995)
        QVERIFY(wire.secure());
    for (const Turn &turn : std::as_const(turns)) {
        if (!turn.says.isEmpty())
            wire.say(turn.says);
        const QByteArrayList lines = wire.hearUntil(turn.hears);
        QVERIFY2(lines.last().startsWith(turn.hears),
                 QByteArray(turn.says + " -> " + lines.last() + " instead of " + turn.hears).constData());
    }
    QCOMPARE(world.provider.passwordsInClear(), 0);
}

void TestTranscripts::forgetsWhatWasSaidBeforeTls()
{
    SKIP_WHERE_NO_TLS_SERVER();
    const PracticeWorld world;
    Wire wire(world.port(25), world.provider.anchors());
    wire.hear();
    wire.askUntil("EHLO x", "250 ");
    wire.ask("MAIL FROM:<a@b.example>");
    QVERIFY(wire.ask("STARTTLS").startsWith("220"));
    QVERIFY(wire.secure());
    QVERIFY(wire.ask("RCPT TO:<hanako@practice.example>").startsWith("503"));
    QVERIFY(wire.ask("MAIL FROM:<a@b.example>").startsWith("503"));
}

void TestTranscripts::discardsWhatCameBehindStarttls()
{
    SKIP_WHERE_NO_TLS_SERVER();
    const PracticeWorld world;
    Wire wire(world.port(143), world.provider.anchors());
    wire.hear();
    wire.sayBytes("a STARTTLS\r\nb NOOP\r\n");
    QVERIFY(wire.hear().startsWith("a OK"));
    QVERIFY(wire.secure());
    QVERIFY(wire.ask("c NOOP").startsWith("c OK"));
}

void TestTranscripts::answersPipelinedCommandsInOrder()
{
    PracticeWorld world;
    Wire wire(world.port(25), {});
    wire.hear();
    wire.askUntil("EHLO x", "250 ");
    wire.sayBytes("MAIL FROM:<a@b.example>\r\nRCPT TO:<who@practice.example>\r\n"
                  "RCPT TO:<hanako@practice.example>\r\nDATA\r\n");
    for (const char *start : {"250 2.1.0", "550", "250 2.1.5", "354"})
        QVERIFY(wire.hear().startsWith(start));
    wire.sayBytes("Message-ID:\r\n <folded@x>\r\n\r\n..\r\n...x\r\n.\r\nQUIT\r\n");
    QVERIFY(wire.hear().startsWith("250"));
    QVERIFY(wire.hear().startsWith("221"));
    QCOMPARE(world.provider.deliveries(QStringLiteral("<folded@x>")), 1);
    const practice::Delivery delivery = world.provider.deliveries().value(0);
    QCOMPARE(delivery.from, QStringLiteral("a@b.example"));
    QCOMPARE(delivery.recipients, QStringList{world.provider.address()});
    QVERIFY(delivery.at.isValid());
    QCOMPARE(delivery.bytes, qint64(QByteArray("Message-ID:\r\n <folded@x>\r\n\r\n.\r\n..x\r\n").size()));
}

void TestTranscripts::tellsAnIdlingClientOfNewMail()
{
    SKIP_WHERE_NO_TLS_SERVER();
    PracticeWorld world;
    Wire reader(world.port(993), world.provider.anchors());
    QVERIFY(reader.secure());
    reader.hear();
    reader.ask("a LOGIN hanako renshu");
    reader.askUntil("b SELECT INBOX", "b ");
    reader.ask("c IDLE");
    Wire sender(world.port(25), {});
    sender.hear();
    for (const char *line :
         {"HELO x", "MAIL FROM:<a@b.example>", "RCPT TO:<hanako@practice.example>", "DATA"})
        sender.ask(line);
    sender.say("Subject: x\r\n\r\nx\r\n.");
    QCOMPARE(reader.hear(), QByteArray("* 13 EXISTS"));
    QVERIFY(reader.askUntil("DONE", "c ").last().startsWith("c OK"));
    QVERIFY(reader.askUntil("d FETCH 13 BODY.PEEK[HEADER]", "d ").contains("Subject: x"));
}

void TestTranscripts::endsAfterAnEndlessLine()
{
    const PracticeWorld world;
    for (const int door : {25, 110, 143}) {
        Wire wire(world.port(quint16(door)), {});
        wire.hear();
        wire.sayBytes(QByteArray(200'000, 'x'));
        QVERIFY(wire.closed());
    }
}

void TestTranscripts::limitsConnections()
{
    const PracticeWorld world;
    std::vector<std::unique_ptr<Wire>> wires;
    for (int i = 0; i < 64; ++i) {
        wires.push_back(std::make_unique<Wire>(world.port(110), QList<QSslCertificate>()));
        QVERIFY(wires.back()->hear().startsWith("+OK"));
    }
    Wire oneTooMany(world.port(110), {});
    QVERIFY(oneTooMany.closed());
    QVERIFY(oneTooMany.hear().isEmpty());
    wires.clear();
    QVERIFY(support::until([&] { return Wire(world.port(110), {}).hear(500).startsWith("+OK"); }));
}

void TestTranscripts::keepsDeletedMailWhenTheConnectionBreaks()
{
    SKIP_WHERE_NO_TLS_SERVER();
    const PracticeWorld world;
    const auto count = [&world](const QByteArray &more) {
        Wire wire(world.port(995), world.provider.anchors());
        if (!wire.secure())
            return QByteArray();
        wire.hear();
        wire.ask("USER hanako");
        const QByteArray welcome = wire.ask("PASS renshu");
        if (!more.isEmpty())
            wire.ask(more);
        return welcome;
    };
    QCOMPARE(count("DELE 1"), QByteArray("+OK 12 messages"));
    QCOMPARE(count({}), QByteArray("+OK 12 messages"));
}

QTEST_GUILESS_MAIN(TestTranscripts)
#include "test_transcripts.moc"
