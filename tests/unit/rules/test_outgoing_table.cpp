// The decision table of blocked ports, row by row: what the line does, and what it must not be accused of.
#include "rules/outgoing_table.h"
#include "unit/rules/line_visit.h"

#include <QtTest>

using namespace support;
using rules::DoorState;
using rules::OutgoingDoors;
using rules::OutgoingVerdict;

namespace {

DoorState stateIn(QChar letter)
{
    switch (letter.unicode()) {
    case 'o':
        return DoorState::Open;
    case 'f':
        return DoorState::Filtered;
    case 'r':
        return DoorState::Refused;
    default:
        return DoorState::Unknown;
    }
}

} // namespace

class OutgoingTable : public QObject
{
    Q_OBJECT
private slots:
    void decides_data()
    {
        QTest::addColumn<QString>("doors"); // 25, 587, 465, web: o f r -, web + - ?
        QTest::addColumn<bool>("foreignBanner");
        QTest::addColumn<int>("verdict");
        const auto row = [](const char *doors, OutgoingVerdict verdict, bool foreign = false) {
            QTest::addRow("%s%s", doors, foreign ? " foreign" : "")
                << QString::fromLatin1(doors) << foreign << int(verdict);
        };
        using V = OutgoingVerdict;
        for (const char *doors : {"fof+", "foo+", "ffo+", "fo-?", "f-o?", "for-", "fro+"})
            row(doors, V::Port25Blocked);
        for (const char *doors : {"ooo+", "off+", "orr?", "o--?"})
            row(doors, V::Unhindered);
        row("fff+", V::BlockedOrDown);
        row("fff-", V::NoInternet);
        row("ooo+", V::MailProxy, true);
        row("off-", V::MailProxy, true);
        // Refused is the machine's own word, and what was not tried says nothing.
        for (const char *doors : {"rrr+", "roo+", "fff?", "ff-+", "f--+", "frr+", "---+", "-ff+"})
            row(doors, V::Undecided);
    }
    void decides()
    {
        QFETCH(QString, doors);
        QFETCH(bool, foreignBanner);
        QFETCH(int, verdict);
        OutgoingDoors seen{stateIn(doors[0]), stateIn(doors[1]), stateIn(doors[2]), std::nullopt,
                           foreignBanner};
        if (doors[3] != u'?')
            seen.web = doors[3] == u'+';
        QCOMPARE(int(rules::judgeOutgoing(seen)), verdict);
    }

    void everyRowIsReachedByItself()
    {
        for (const rules::OutgoingRow &row : rules::outgoingTable()) {
            const OutgoingDoors doors{row.port25.value_or(DoorState::Unknown),
                                      row.port587.value_or(DoorState::Unknown),
                                      row.port465.value_or(DoorState::Unknown), row.web, row.foreignBanner};
            QCOMPARE(int(rules::judgeOutgoing(doors)), int(row.verdict));
        }
    }

    void familiesAreReadApart()
    {
        LineVisit visit;
        visit.fact(Step::Connect, smtp25, Failure::ConnectTimeout).fact(Step::Connect, smtp);
        visit.fact(Step::Connect, smtp25, Failure::None, {}, 20, QStringLiteral("2001:db8::1"));
        const OutgoingDoors four = rules::outgoingDoors(visit, smtp.host, false);
        const OutgoingDoors six = rules::outgoingDoors(visit, smtp.host, true);
        QCOMPARE(four.port25, DoorState::Filtered);
        QCOMPARE(four.port587, DoorState::Open);
        QCOMPARE(six.port25, DoorState::Open);
        QCOMPARE(six.port587, DoorState::Unknown);
        QVERIFY(!four.web);
    }
};

QTEST_GUILESS_MAIN(OutgoingTable)
#include "test_outgoing_table.moc"
