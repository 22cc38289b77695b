// What headers tell about a mailbox: oldest, largest, marked, doubled; and what they must not tell.
#include "model/seen.h"
#include "probes/header_sample.h"

#include <QJsonArray>
#include <QTest>

using probes::HeaderSample;
using probes::MessageHead;
namespace seen = model::seen;

namespace {

probes::MailboxWishes wishes()
{
    model::Case visit;
    visit.address = QStringLiteral("Hanako@practice.example");
    model::Provider pack;
    pack.spam.tags = {QStringLiteral("[Held]")};
    visit.provider = pack;
    return probes::wishesOf(visit);
}

MessageHead letter(const QByteArray &subject, const QByteArray &date = "1 Nov 2026 10:00:00 +0900",
                   const QByteArray &id = {}, const QByteArray &from = "a@x.example")
{
    return {from, subject, date, id};
}

} // namespace

class Sample : public QObject
{
    Q_OBJECT
private slots:
    void knowsMarksOfSpam_data()
    {
        QTest::addColumn<QByteArray>("subject");
        QTest::addColumn<QString>("tag");
        QTest::newRow("the pack's") << QByteArray("[HELD] you won") << QStringLiteral("[Held]");
        QTest::newRow("usual") << QByteArray("*** SPAM *** you won") << QStringLiteral("*** SPAM ***");
        QTest::newRow("blanks differ") << QByteArray("***SPAM*** you won") << QStringLiteral("*** SPAM ***");
        QTest::newRow("Japanese") << QStringLiteral("【迷惑メール】当選").toUtf8()
                                  << QStringLiteral("【迷惑メール】");
        QTest::newRow("in the middle") << QByteArray("about [SPAM]") << QString();
        QTest::newRow("only a word") << QByteArray("spam and eggs") << QString();
        QTest::newRow("none") << QByteArray() << QString();
    }
    void knowsMarksOfSpam()
    {
        QFETCH(QByteArray, subject);
        HeaderSample sample(wishes());
        sample.add(1, 10, letter(subject));
        QTEST(sample.seen().value(seen::tag).toString(), "tag");
        QCOMPARE(sample.seen().value(seen::tagged).toInt(), sample.seen().contains(seen::tag) ? 1 : 0);
    }
    void findsTheOldestThatCanBeTrue_data()
    {
        QTest::addColumn<QList<QByteArray>>("dates");
        QTest::addColumn<QString>("oldest");
        QTest::newRow("of several") << QList<QByteArray>{"1 Nov 2026 10:00:00 +0000",
                                                         "3 Jan 2019 10:00:00 +0000"}
                                    << QStringLiteral("2019-01-03T10:00:00Z");
        QTest::newRow("not from before mail") << QList<QByteArray>{"1 Jan 1970 00:00:00 +0000"} << QString();
        QTest::newRow("not from tomorrow year")
            << QList<QByteArray>{"1 Jan 2199 00:00:00 +0000"} << QString();
        QTest::newRow("none that can be read") << QList<QByteArray>{"soon", ""} << QString();
    }
    void findsTheOldestThatCanBeTrue()
    {
        QFETCH(QList<QByteArray>, dates);
        HeaderSample sample(wishes());
        for (const QByteArray &date : dates)
            sample.add(1, 10, letter("s", date));
        QTEST(sample.seen().value(seen::oldest).toString(), "oldest");
    }
    void keepsTheLargestWithTheirHeads()
    {
        HeaderSample sample(wishes());
        for (int number = 1; number <= 100; ++number)
            sample.addSize(number, number == 50 ? 9'000'000 : number);
        QCOMPARE(sample.largestNumbers(), (QList<int>{50, 100, 99, 98, 97}));
        sample.add(50, 9'000'000, letter("big", "1 Nov 2026 10:00:00 +0900"));
        const QJsonArray largest = sample.seen().value(seen::largest).toArray();
        QCOMPARE(largest.size(), HeaderSample::largestKept);
        QCOMPARE(largest.first().toObject().value(seen::subject).toString(), QStringLiteral("big"));
        QCOMPARE(largest.first().toObject().value(seen::date).toString(),
                 QStringLiteral("2026-11-01T01:00:00Z"));
        QVERIFY(largest.last().toObject().value(seen::subject).toString().isEmpty());
    }
    void countsCopiesByMessageId_data()
    {
        QTest::addColumn<QList<QByteArray>>("ids");
        QTest::addColumn<int>("copies"); // 0: not said
        QTest::newRow("all different") << QList<QByteArray>{"<a>", "<b>"} << 0;
        QTest::newRow("without any") << QList<QByteArray>{"", "", ""} << 0;
        QTest::newRow("three alike") << QList<QByteArray>{"<a>", "<b>", "<a>", "<a>"} << 3;
    }
    void countsCopiesByMessageId()
    {
        QFETCH(QList<QByteArray>, ids);
        HeaderSample sample(wishes());
        for (const QByteArray &id : ids)
            sample.add(1, 10, letter("s", "", id, "Hanako <hanako@practice.example>"));
        QTEST(sample.seen().value(seen::copies).toInt(), "copies");
        QCOMPARE(sample.seen().value(seen::ownCopies).toBool(), sample.seen().contains(seen::copies));
    }
};

QTEST_GUILESS_MAIN(Sample)
#include "test_header_sample.moc"
