// The way measured: with small segments, and by a row of connections.
#include "net/small_opening.h"
#include "probes/path.h"
#include "support/question.h"
#include "unit/probes/plain_visit.h"

#include <QTest>

using namespace support;
using Visit = PlainVisit;

class Path : public QObject
{
    Q_OBJECT
private slots:
    void aCertificateThatComesInSmallPiecesDidCome()
    {
        if (!net::SmallOpening::isPossible())
            QSKIP("this system does not let a program choose the segment size");
        Endpoint door = practiceDoor(Protocol::Imap, Security::Tls);
        ScriptedServer server({{tls("expired"), send("* OK ready\r\n")}});
        net::Environment environment = server.environment(door, 1.0);
        Visit visit;
        visit.provider->incoming = {{door, {}, true}};
        visit.fact(Step::Resolve, {door.host, 0, {}, {}}, Failure::None,
                   {{seen::addresses, QJsonArray{here()}}});
        visit.fact(Step::Connect, door, Failure::None).fact(Step::Secure, door, Failure::HandshakeTimeout);
        const QList<probes::Job> jobs = probes::path::due(visit, environment);
        QCOMPARE(jobs.size(), 1);
        QCOMPARE(jobs.first().detail, QStringLiteral("small"));
        const QList<Fact> facts = answers(*probes::path::make(jobs.first(), {&environment, &visit, nullptr}));
        QCOMPARE(facts.size(), 1);
        QCOMPARE(told(facts), QStringLiteral("path none"));
        QCOMPARE(facts.first().seen.value(seen::segmentBytes).toInt(), 536);
        QCOMPARE(facts.first().seen.value(seen::usualPassed), QJsonValue(true));
        QCOMPARE(server.connections(), 2); // usual segments beside the small ones
    }
    void oneSlowAnswerBesideAQuickOneProvesNothing_data()
    {
        QTest::addColumn<bool>("again"); // the usual try stalls
        QTest::newRow("busy for a moment") << false;
        QTest::newRow("each time") << true;
    }
    void oneSlowAnswerBesideAQuickOneProvesNothing()
    {
        if (!net::SmallOpening::isPossible())
            QSKIP("this system does not let a program choose the segment size");
        QFETCH(bool, again);
        const Endpoint door = practiceDoor(Protocol::Imap, Security::Tls);
        const Script quick{tls("expired")}, slow{hearBytes("nobody says this")};
        ScriptedServer server({quick, slow, quick, again ? slow : quick}); // the small try calls first
        net::Environment environment = server.environment(door, 1.0);
        const Visit visit;
        const probes::Job job{QStringLiteral("path small"), door, here(), QStringLiteral("small")};
        const QList<Fact> facts = answers(*probes::path::make(job, {&environment, &visit, nullptr}));
        QCOMPARE(told(facts), QStringLiteral("path none"));
        QCOMPARE(facts.first().seen.value(seen::usualPassed), QJsonValue(!again));
        QCOMPARE(server.connections(), 4);
    }
    void aRowOfConnectionsCountsWhatIsLost()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        net::Environment environment = openWorld();
        environment.route.add(imap.host, 993, {here(), server.serverPort()});
        Visit visit;
        visit.fact(Step::Connect, imap, Failure::None, {}, 20)
            .fact(Step::Connect, {imap.host, 143, Protocol::Imap, Security::StartTls}, Failure::None, {},
                  1040);
        const QList<probes::Job> jobs = probes::path::due(visit, environment);
        QCOMPARE(jobs.size(), 1);
        QCOMPARE(jobs.first().detail, QStringLiteral("row"));
        const QList<Fact> facts = answers(*probes::path::make(jobs.first(), {&environment, &visit, nullptr}));
        QCOMPARE(told(facts), QStringLiteral("path none"));
        QCOMPARE(facts.first().seen.value(seen::connections).toInt(), net::Bounds::pathTries);
        QCOMPARE(facts.first().seen.value(seen::lost).toInt(), 0);
    }

    void aRowIsBegunOnlyWhereSomeGetThroughAndOthersHesitate_data()
    {
        QTest::addColumn<QList<int>>("ms"); // of each connection; negative: it never stood
        QTest::addColumn<bool>("due");
        QTest::newRow("all quick") << QList{20, 30, 40} << false;
        QTest::newRow("one at the second try") << QList{20, 1030} << true;
        QTest::newRow("one needed door not at all") << QList{20, -10'000} << true;
        QTest::newRow("a satellite: all slow") << QList{1200, 1300} << false;
        QTest::newRow("none at all") << QList{-10'000, -10'000} << false;
        QTest::newRow("only one, and slow") << QList{1030} << false;
    }
    void aRowIsBegunOnlyWhereSomeGetThroughAndOthersHesitate()
    {
        QFETCH(QList<int>, ms);
        QFETCH(bool, due);
        Visit visit;
        QList<quint16> ports{143, 993, 995};
        for (const int each : ms) {
            Endpoint door = imap;
            door.port = ports.takeFirst();
            visit.fact(Step::Connect, door, each < 0 ? Failure::ConnectTimeout : Failure::None, {},
                       qAbs(each));
        }
        QCOMPARE(!probes::path::due(visit, openWorld()).isEmpty(), due);
    }
};

QTEST_GUILESS_MAIN(Path)
#include "test_path.moc"
