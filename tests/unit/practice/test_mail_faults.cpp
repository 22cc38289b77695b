// Faults of sending and of the mailbox, as a client meets them after its log-in.
#include "support/practice_world.h"
#include "support/skips.h"
#include "support/wire.h"

#include <QTest>

using support::PracticeWorld;
using support::Wire;

namespace {

QByteArray plainLogIn(const PracticeWorld &world)
{
    return QByteArray('\0' + world.provider.address().toUtf8() + '\0' + world.provider.password().toUtf8())
        .toBase64();
}

} // namespace

class TestMailFaults : public QObject
{
    Q_OBJECT
private slots:
    void submission_data();
    void submission();
    void slowScanTakesTheMessageBeforeItAnswers();
    void bigMailIsScannedLonger();
    void mailboxFaults();
};

void TestMailFaults::submission_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<QByteArray>("mailAnswer");
    QTest::addColumn<QByteArray>("recipientAnswer");
    const QByteArray from = "MAIL FROM:<hanako@practice.example>";
    QTest::newRow("healthy") << from << QByteArray("250 ") << QByteArray("250 ");
    QTest::newRow("too-big") << from + " SIZE=2000000" << QByteArray("552 5.3.4") << QByteArray("503 ");
    QTest::newRow("sender-refused") << from << QByteArray("553 5.7.1") << QByteArray("503 ");
    QTest::newRow("rate-limited") << from << QByteArray("450 4.7.1") << QByteArray("503 ");
    QTest::newRow("recipient-refused") << from << QByteArray("250 ") << QByteArray("550 5.1.1");
    QTest::newRow("greylisted") << from << QByteArray("250 ") << QByteArray("451 4.7.1");
    QTest::newRow("listed") << from << QByteArray("250 ") << QByteArray("554 5.7.1");
    QTest::newRow("mailbox-full") << from << QByteArray("250 ") << QByteArray("552 5.2.2");
    QTest::newRow("mailbox-nearly-full") << from << QByteArray("250 ") << QByteArray("250 ");
}

void TestMailFaults::submission()
{
    SKIP_WHERE_NO_TLS_SERVER();
    QFETCH(QByteArray, mail);
    QFETCH(QByteArray, mailAnswer);
    QFETCH(QByteArray, recipientAnswer);
    const PracticeWorld world({QString::fromLatin1(QTest::currentDataTag())});
    Wire wire(world.port(465), world.provider.anchors());
    QVERIFY(wire.secure());
    wire.hear();
    wire.askUntil("EHLO x", "250 ");
    QVERIFY(wire.ask("AUTH PLAIN " + plainLogIn(world)).startsWith("235"));
    const QByteArray first = wire.ask(mail);
    QVERIFY2(first.startsWith(mailAnswer), first.constData());
    const QByteArray second = wire.ask("RCPT TO:<hanako@practice.example>");
    QVERIFY2(second.startsWith(recipientAnswer), second.constData());
    if (second.startsWith("451"))
        QVERIFY(wire.ask("RCPT TO:<hanako@practice.example>").startsWith("250"));
}

void TestMailFaults::slowScanTakesTheMessageBeforeItAnswers()
{
    PracticeWorld world({QStringLiteral("slow-scan")}, 1, 3600);
    {
        Wire impatient(world.port(25), {});
        impatient.hear();
        impatient.askUntil("EHLO x", "250 ");
        impatient.ask("MAIL FROM:<a@partner.example>");
        impatient.ask("RCPT TO:<hanako@practice.example>");
        QVERIFY(impatient.ask("DATA").startsWith("354"));
        impatient.say("Message-ID: <twice@x>\r\n\r\n" + QByteArray(900, 'x').append("\r\n").repeated(1200)
                      + ".");
        QVERIFY(impatient.hear(1500).isEmpty());
    }
    QCOMPARE(world.provider.deliveries(QStringLiteral("<twice@x>")), 1);
    QCOMPARE(world.provider.deliveries(QStringLiteral("twice@x")), 1);
    QCOMPARE(world.provider.deliveries(QStringLiteral("other@x")), 0);
}

void TestMailFaults::bigMailIsScannedLonger()
{
    // 3600 s for a megabyte, a tenth of a second for a letter of 28 bytes: the letter is answered.
    PracticeWorld world({QStringLiteral("slow-scan")}, 1, 3600);
    Wire wire(world.port(25), {});
    wire.hear();
    wire.askUntil("EHLO x", "250 ");
    wire.ask("MAIL FROM:<a@partner.example>");
    wire.ask("RCPT TO:<hanako@practice.example>");
    wire.ask("DATA");
    wire.say("Message-ID: <small@x>\r\n\r\nx\r\n.");
    QVERIFY(wire.hear().startsWith("250 "));
}

void TestMailFaults::mailboxFaults()
{
    SKIP_WHERE_NO_TLS_SERVER();
    const auto status = [](const PracticeWorld &world, const QByteArray &command, const QByteArray &wanted) {
        Wire wire(world.port(993), world.provider.anchors());
        if (!wire.secure())
            return QByteArray("no TLS");
        wire.hear();
        wire.ask("a AUTHENTICATE PLAIN " + plainLogIn(world));
        for (const QByteArray &line : wire.askUntil("b " + command, "b ")) {
            if (line.startsWith(wanted))
                return line;
        }
        return QByteArray();
    };
    const PracticeWorld old({QStringLiteral("left-on-server")});
    QVERIFY(status(old, "SELECT INBOX", "* 1512 EXISTS").size() > 0);
    const PracticeWorld twice({QStringLiteral("duplicates-in-mailbox")});
    QVERIFY(status(twice, "SELECT INBOX", "* 16 EXISTS").size() > 0);
    const PracticeWorld junk({QStringLiteral("mail-in-junk")});
    QVERIFY(status(junk, "STATUS &j,dg0TDhMPww6w- (UNSEEN)", "* STATUS").endsWith("(UNSEEN 3)"));
    QVERIFY(status(PracticeWorld(), "STATUS &j,dg0TDhMPww6w- (MESSAGES UNSEEN)", "* STATUS")
                .endsWith("(MESSAGES 1 UNSEEN 0)"));
    for (const auto &[fault, percent] : {QPair<QString, int>(QStringLiteral("mailbox-full"), 100),
                                         QPair<QString, int>(QStringLiteral("mailbox-nearly-full"), 95)}) {
        const PracticeWorld world({fault});
        QByteArray line = status(world, "GETQUOTAROOT INBOX", "* QUOTA \"\" (STORAGE ");
        const QList<QByteArray> words = line.replace(')', "").split(' ');
        const int seen = qRound(100.0 * words.value(4).toDouble() / words.value(5).toDouble());
        QCOMPARE(seen, percent);
        QVERIFY(world.provider.pack().limits.mailboxBytes < 1'000'000);
    }
}

QTEST_GUILESS_MAIN(TestMailFaults)
#include "test_mail_faults.moc"
