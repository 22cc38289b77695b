// A message of a name server is read to its end or refused: whatever it says, reading it ends.
#include "net/dns_answer.h"
#include "net/record_query.h"
#include "support/loop.h"

#include <QTest>
#include <QUdpSocket>

using model::Failure;
using namespace net;

namespace {

QByteArray label(const char *text)
{
    const QByteArray bytes(text);
    return char(bytes.size()) + bytes;
}

const QByteArray root(1, '\0');

/// One question "mail.test", then `answers` announced and these bytes.
QByteArray message(int answers, const QByteArray &records, int questions = 1)
{
    QByteArray bytes("\x12\x34\x81\x80", 4);
    bytes.append('\0').append(char(questions)).append('\0').append(char(answers)).append(4, '\0');
    bytes += label("mail") + label("test") + root + QByteArray("\0\5\0\1", 4);
    return bytes + records;
}

QByteArray record(int type, const QByteArray &data, const QByteArray &owner = QByteArray("\xc0\x0c", 2))
{
    return owner + '\0' + char(type) + QByteArray("\0\1\0\0\0\x3c\0", 7) + char(data.size()) + data;
}

/// Answers every question with this message, under its own number.
class NameServer
{
public:
    explicit NameServer(const QByteArray &answer)
    {
        m_socket.bind(QHostAddress::LocalHost);
        QObject::connect(&m_socket, &QUdpSocket::readyRead, &m_socket, [this, answer] {
            while (m_socket.hasPendingDatagrams()) {
                QByteArray query(qsizetype(m_socket.pendingDatagramSize()), '\0');
                QHostAddress from;
                quint16 port = 0;
                m_socket.readDatagram(query.data(), query.size(), &from, &port);
                m_socket.writeDatagram(query.left(2) + answer.mid(2), from, port);
            }
        });
    }
    Environment world() const
    {
        Environment world;
        world.bounds = world.bounds.scaled(0.05);
        world.resolvers = {{QHostAddress(QHostAddress::LocalHost), m_socket.localPort()}};
        return world;
    }

private:
    QUdpSocket m_socket;
};

} // namespace

class DnsAnswer : public QObject
{
    Q_OBJECT
private slots:
    void readsTargets_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("port");
        const QByteArray other = label("Other") + label("test") + root;
        QTest::newRow("alias") << message(1, record(5, other)) << "other.test" << 0;
        QTest::newRow("alias, pointing back")
            << message(1, record(5, label("www") + QByteArray("\xc0\x0c", 2))) << "www.mail.test" << 0;
        QTest::newRow("exchanger") << message(1, record(15, QByteArray("\0\x0a", 2) + other)) << "other.test"
                                   << 0;
        QTest::newRow("null exchanger") << message(1, record(15, QByteArray("\0\0", 2) + root)) << "." << 0;
        QTest::newRow("service") << message(1, record(33, QByteArray("\0\1\0\2\3\xe1", 6) + other))
                                 << "other.test" << 993;
        QTest::newRow("service declared absent")
            << message(1, record(33, QByteArray("\0\0\0\0\0\0", 6) + root)) << "." << 0;
        QTest::newRow("another type") << message(1, record(16, QByteArray("\3abc"))) << "" << 0;
    }
    void readsTargets()
    {
        QFETCH(QByteArray, bytes);
        const auto answers = dnsAnswers(bytes);
        QVERIFY(answers);
        QCOMPARE(answers->size(), 1);
        QCOMPARE(answers->first().owner, QStringLiteral("mail.test"));
        QTEST(answers->first().target, "target");
        QTEST(answers->first().port, "port");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = message(1, record(5, label("other") + root));
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a head") << good.left(7);
        for (const int cut : {1, 3, 10, 15})
            QTest::addRow("cut by %d", cut) << good.chopped(cut);
        QTest::newRow("pointer to itself") << message(1, record(5, QByteArray("\xc0\x27", 2)));
        QTest::newRow("pointer forward") << message(1, record(5, QByteArray("\xc0\xff", 2)));
        QTest::newRow("two pointers in a circle") << message(1, record(5, QByteArray("\xc0\x29\xc0\x27", 4)));
        QTest::newRow("half a pointer") << message(1, QByteArray("\xc0"));
        QTest::newRow("reserved kind of label") << message(1, record(5, QByteArray("\x80x\0", 3)));
        QTest::newRow("name behind its record's end")
            << message(1, record(5, QByteArray("\7ab"))) + QByteArray("cdefg\0", 6);
        QTest::newRow("more answers than there are") << message(2, record(5, label("other") + root));
        QTest::newRow("too many answers") << message(65, QByteArray());
        QTest::newRow("several questions") << message(1, record(5, label("other") + root), 2);
        QByteArray longName;
        for (int i = 0; i < 5; ++i)
            longName += char(63) + QByteArray(63, 'x');
        QByteArray longRecord = QByteArray("\xc0\x0c\0\5\0\1\0\0\0\x3c\1\x41", 12) + longName + root;
        QTest::newRow("name over 255 octets") << message(1, longRecord);
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!dnsAnswers(bytes));
    }

    void anyByteMayBeWrong()
    {
        const QByteArray good
            = message(2,
                      record(5, label("www") + QByteArray("\xc0\x0c", 2))
                          + record(33, QByteArray("\0\1\0\2\3\xe1", 6) + label("o") + root));
        QVERIFY(dnsAnswers(good));
        for (qsizetype at = 0; at < good.size(); ++at)
            for (const int value : {0x00, 0x3f, 0x40, 0x80, 0xc0, 0xff}) {
                QByteArray bad = good;
                bad[at] = char(value);
                if (const auto answers = dnsAnswers(bad)) // must end; what it says is its own business
                    for (const DnsRecord &record : *answers)
                        QVERIFY(record.target.size() <= 255);
            }
    }

    void aQuestionEnds_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("failure");
        QTest::addColumn<int>("records");
        const QByteArray other = record(5, label("other") + root);
        QByteArray unknown = message(0, {});
        unknown[3] = char(0x83);
        QTest::newRow("one record") << message(1, other) << int(Failure::None) << 1;
        QTest::newRow("records of another type only")
            << message(1, record(16, QByteArray("\1a"))) << int(Failure::NameWithoutAddress) << 0;
        QTest::newRow("none") << message(0, {}) << int(Failure::NameWithoutAddress) << 0;
        QTest::newRow("no such name") << unknown << int(Failure::NameUnknown) << 0;
        QTest::newRow("unreadable") << message(3, other) << int(Failure::NameMalformed) << 0;
    }
    void aQuestionEnds()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, failure);
        QFETCH(int, records);
        NameServer server(answer);
        RecordQuery query(QStringLiteral("mail.test"), DnsRecord::Type::Cname, server.world(), nullptr);
        bool done = false;
        connect(&query, &ServerQuery::done, this, [&done] { done = true; });
        query.start();
        QVERIFY(!done);
        QVERIFY(support::until([&done] { return done; }));
        QCOMPARE(int(query.failure()), failure);
        QCOMPARE(int(query.records().size()), records);
    }
    void deletingAQuestionUnderWayIsSafe()
    {
        NameServer server(message(0, {}));
        auto query = std::make_unique<RecordQuery>(QStringLiteral("mail.test"), DnsRecord::Type::Mx,
                                                   server.world(), nullptr);
        query->start();
        query.reset();
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(DnsAnswer)
#include "test_dns_answer.moc"
