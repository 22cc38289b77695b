// Long answers of POP3 servers, cut anywhere: messages come out octet by octet, lists entry by entry.
#include "net/pop3_streams.h"

#include <QTest>

using model::Failure;
using net::Pop3ListReader;
using net::Pop3OctetReader;

namespace {

struct Outcome
{
    QByteArray octets;
    qsizetype left = 0; ///< bytes that belong to what comes next
    bool complete = false;
    Failure failure = Failure::None;
};

/// What a Dialogue does with its buffer, in pieces of this size.
Outcome readAll(const QByteArray &wire, qsizetype piece, qsizetype most = 1 << 20)
{
    Outcome outcome;
    Pop3OctetReader reader([&](QByteArrayView octets) {
        outcome.octets += octets;
        return outcome.octets.size() <= most;
    });
    outcome.failure = reader.line("+OK");
    QByteArray buffer;
    for (qsizetype at = 0; at < wire.size() && outcome.failure == Failure::None; at += piece) {
        buffer += wire.mid(at, piece);
        while (reader.wantsAnything() && !buffer.isEmpty()) {
            qsizetype taken = 0;
            outcome.failure = reader.some(buffer, &taken);
            buffer.remove(0, taken);
            if (taken == 0 || outcome.failure != Failure::None)
                break;
        }
    }
    outcome.left = buffer.size();
    outcome.complete = reader.complete();
    return outcome;
}

} // namespace

class Pop3Streams : public QObject
{
    Q_OBJECT
private slots:
    void unstuffs_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<bool>("complete");
        QTest::addColumn<int>("left");
        const auto row = [](const QByteArray &wire, const QByteArray &octets, bool complete, int left) {
            QTest::newRow(wire.toPercentEncoding().constData()) << wire << octets << complete << left;
        };
        row("a\r\n.\r\n", "a\r\n", true, 0);
        row(".\r\n", "", true, 0);
        row(".\n", "", true, 0);
        row("a\r\n..\r\n.\r\n", "a\r\n.\r\n", true, 0);
        row("a\r\n..b\r\n.\r\n", "a\r\n.b\r\n", true, 0);
        row("a\r\n.b\r\n.\r\n", "a\r\nb\r\n", true, 0); // not stuffed as it should be: tolerated
        row("a.\r\n.\r\n", "a.\r\n", true, 0);
        row("a\r\n.\r\n+OK next", "a\r\n", true, 8);
        row("a\r\n.\rb\r\n.\r\n", "a\r\n\rb\r\n", true, 0);
        row("a\r\n", "a\r\n", false, 0);
        row("a\r\n.", "a\r\n", false, 1);
        row("a\r\n.\r", "a\r\n", false, 2);
        row(QByteArray("\0\0\r\n.\r\n", 7), QByteArray("\0\0\r\n", 4), true, 0);
    }
    void unstuffs()
    {
        QFETCH(QByteArray, wire);
        for (const qsizetype piece : {1, 2, 3, 5, 1000}) {
            const Outcome outcome = readAll(wire, piece);
            QTEST(outcome.octets, "octets");
            QTEST(outcome.complete, "complete");
            QCOMPARE(outcome.failure, Failure::None);
            if (piece == 1000)
                QTEST(int(outcome.left), "left");
        }
    }
    void endsWhenEnoughWasHeard()
    {
        const Outcome outcome = readAll(QByteArray("line\r\n").repeated(1000), 64, 100);
        QCOMPARE(outcome.failure, Failure::TooBig);
        QVERIFY(outcome.octets.size() < 300);
    }
    void takesARefusalAsAnAnswer()
    {
        Pop3OctetReader reader([](QByteArrayView) { return true; });
        QCOMPARE(reader.line("-ERR no such message"), Failure::None);
        QVERIFY(reader.complete() && !reader.reply().ok && !reader.wantsAnything());
    }
    void listsEntries()
    {
        QList<QPair<int, QByteArray>> entries;
        Pop3ListReader reader([&](int number, const QByteArray &value) { entries.append({number, value}); });
        for (const char *line : {"+OK", "1 120", "2 200 extra", "x 1", "3", "-4 5", "0 7", "5 abc"})
            QCOMPARE(reader.line(line), Failure::None);
        QVERIFY(!reader.complete());
        QCOMPARE(reader.line("."), Failure::None);
        QVERIFY(reader.complete());
        QCOMPARE(entries, (QList<QPair<int, QByteArray>>{{1, "120"}, {2, "200"}, {5, "abc"}}));
        QCOMPARE(reader.reply().listed, 7);
        QVERIFY(reader.reply().list.isEmpty());
    }
    void endsAnEndlessList()
    {
        qint64 heard = 0;
        Pop3ListReader reader([&](int, const QByteArray &) { ++heard; });
        QCOMPARE(reader.line("+OK"), Failure::None);
        Failure failure = Failure::None;
        for (qint64 i = 0; i <= Pop3ListReader::mostListed && failure == Failure::None; ++i)
            failure = reader.line("7 7");
        QCOMPARE(failure, Failure::Endless);
        QCOMPARE(heard, Pop3ListReader::mostListed);
    }
};

QTEST_GUILESS_MAIN(Pop3Streams)
#include "test_pop3_streams.moc"
