// Faults of single messages in the practice mailbox, as a POP3 client meets them.
#include "support/practice_world.h"
#include "support/skips.h"
#include "support/wire.h"

#include <QTest>

using support::PracticeWorld;
using support::Wire;

namespace {

/// Logged in over POP3; numbers from 1.
void logIn(Wire &wire, const PracticeWorld &world)
{
    QVERIFY(wire.secure());
    wire.hear();
    wire.ask("USER " + world.provider.address().toUtf8());
    QVERIFY(wire.ask("PASS " + world.provider.password().toUtf8()).startsWith("+OK"));
}

/// The message whose header holds this text; 0 if there is none.
int messageWith(Wire &wire, const QByteArray &text)
{
    const int count = wire.ask("STAT").split(' ').value(1).toInt();
    for (int number = 1; number <= count; ++number) {
        wire.say("TOP " + QByteArray::number(number) + " 0");
        if (wire.hearUntil(".").join('\n').contains(text))
            return number;
    }
    return 0;
}

} // namespace

class MailboxFaults : public QObject
{
    Q_OBJECT
private slots:
    void breaksAtOneMessageEachTimeAndAtNoOther()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        const PracticeWorld world({QStringLiteral("poison-message")});
        for (int visit = 0; visit < 2; ++visit) {
            Wire wire(world.port(995), world.provider.anchors());
            logIn(wire, world);
            const int number = messageWith(wire, "breaks-here@");
            QVERIFY(number > 1);
            wire.say("RETR " + QByteArray::number(number - 1));
            QVERIFY(wire.hearUntil(".").last() == ".");
            wire.say("RETR " + QByteArray::number(number));
            QVERIFY(wire.closed());
        }
    }
    void zeroOctetStandsInTheBodyOnly()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        const PracticeWorld world({QStringLiteral("zero-octet")});
        Wire wire(world.port(995), world.provider.anchors());
        logIn(wire, world);
        const int number = messageWith(wire, "zero-octet@");
        QVERIFY(number > 0);
        wire.say("RETR " + QByteArray::number(number));
        QVERIFY(wire.hearUntil(".").join('\n').contains('\0'));
    }
    void giantIsListedWholeAndComesSlowly()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        const PracticeWorld world({QStringLiteral("giant-message")}, 1);
        Wire wire(world.port(995), world.provider.anchors());
        logIn(wire, world);
        const int number = messageWith(wire, "the-whole-album@");
        const QByteArray listed = wire.ask("LIST " + QByteArray::number(number));
        QVERIFY(listed.split(' ').last().toLongLong() > 6'000'000);
        wire.say("RETR " + QByteArray::number(number));
        QVERIFY(wire.hear().startsWith("+OK"));
        QVERIFY(wire.stillOpen());
    }
    void healthyMailboxHasNoneOfThem()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        const PracticeWorld world;
        Wire wire(world.port(995), world.provider.anchors());
        logIn(wire, world);
        for (const char *trouble : {"breaks-here@", "zero-octet@", "the-whole-album@", "*** SPAM ***"})
            QCOMPARE(messageWith(wire, trouble), 0);
    }
};

QTEST_GUILESS_MAIN(MailboxFaults)
#include "test_mailbox_faults.moc"
