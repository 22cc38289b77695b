// Who else is asked when something is wrong, and that nobody else is asked when nothing is.
#include "probes/control.h"
#include "probes/gateway.h"
#include "probes/name_server.h"
#include "probes/path.h"
#include "probes/resolve.h"
#include "probes/trouble.h"
#include "probes/web.h"
#include "support/loop.h"
#include "support/question.h"
#include "support/scripted_server.h"
#include "support/skips.h"
#include "unit/probes/plain_visit.h"

#include <QTemporaryFile>
#include <QTest>

#include <functional>

using namespace support;

namespace {

using Visit = PlainVisit;
using World = std::function<void(Visit &)>;

} // namespace
Q_DECLARE_METATYPE(World)

class LineProbes : public QObject
{
    Q_OBJECT
private slots:
    void nobodyElseIsAskedWithoutTrouble_data()
    {
        QTest::addColumn<World>("world");
        const auto row = [](const char *what, const World &world) { QTest::newRow(what) << world; };
        row("nothing yet", [](Visit &) {});
        row("all well", [](Visit &v) {
            for (const Step step : {Step::Connect, Step::Greeting, Step::Secure, Step::Capabilities})
                v.fact(step, imap, Failure::None).fact(step, smtp, Failure::None);
        });
        row("one door still open to answer", [](Visit &v) {
            Endpoint second = imap;
            second.port = 143;
            v.provider->incoming.append({second, {}, true});
            v.fact(Step::Connect, imap, Failure::ConnectTimeout).fact(Step::Connect, smtp, Failure::None);
        });
        row("a door that nobody uses", [](Visit &v) {
            v.fact(Step::Connect, {imap.host, 110, Protocol::Pop3, Security::StartTls},
                   Failure::ConnectTimeout);
        });
        row("one closed door beside an open one of the host", [](Visit &v) {
            v.fact(Step::Connect, {imap.host, 143, Protocol::Imap, Security::StartTls}, Failure::None);
            v.fact(Step::Connect, imap, Failure::Refused).fact(Step::Connect, smtp, Failure::None);
        });
        row("a name nobody knows", [](Visit &v) {
            v.facts.removeLast();
            v.fact(Step::Resolve, {smtp.host, 0, {}, {}}, Failure::NameUnknown)
                .fact(Step::Connect, imap, Failure::None);
        });
        row("a password refused", [](Visit &v) {
            v.fact(Step::Connect, imap, Failure::None).fact(Step::Login, imap, Failure::LoginRefused);
        });
        row("a greeting in time", [](Visit &v) {
            v.fact(Step::Connect, smtp, Failure::None)
                .fact(Step::Greeting, smtp, Failure::None,
                      {{seen::reply,
                        QStringLiteral("220 mx ESMTP ")
                            + QDateTime::currentDateTime().toString(Qt::RFC2822Date)}});
        });
        row("practice", [](Visit &v) {
            v.practice = true;
            v.bothDoors(Failure::ConnectTimeout);
        });
    }
    void nobodyElseIsAskedWithoutTrouble()
    {
        QFETCH(World, world);
        Visit visit;
        world(visit);
        const net::Environment environment = openWorld();
        QCOMPARE(keys(probes::Web::due(visit, environment)), QString());
        QCOMPARE(keys(probes::Gateway::due(visit, environment)), QString());
        QCOMPARE(keys(probes::control::due(visit, environment)), QString());
        QCOMPARE(keys(probes::path::due(visit, environment)), QString());
    }

    void troubleIsReasonEnoughForAPage_data()
    {
        QTest::addColumn<World>("world");
        const auto row = [](const char *what, const World &world) { QTest::newRow(what) << world; };
        row("no door answers", [](Visit &v) { v.bothDoors(Failure::ConnectTimeout); });
        row("no way", [](Visit &v) { v.bothDoors(Failure::Unreachable); });
        row("all refuse", [](Visit &v) { v.bothDoors(Failure::Refused); });
        row("one host is silent", [](Visit &v) {
            v.fact(Step::Connect, imap, Failure::None).fact(Step::Connect, smtp, Failure::ConnectTimeout);
        });
        row("a certificate rejected", [](Visit &v) {
            v.fact(Step::Connect, imap, Failure::None).fact(Step::Secure, imap, Failure::CertificateRejected);
        });
        row("a web server in its place", [](Visit &v) {
            v.fact(Step::Greeting, smtp, Failure::WrongService, {{seen::service, QStringLiteral("http")}});
        });
        row("no name server", [](Visit &v) {
            v.fact(Step::Resolve, {imap.host, 0, {}, {}}, Failure::ResolverSilent);
        });
        row("a greeting of last year", [](Visit &v) {
            v.fact(Step::Connect, smtp, Failure::None)
                .fact(Step::Greeting, smtp, Failure::None,
                      {{seen::reply, QStringLiteral("220 mx ESMTP Sat, 22 Nov 2025 10:00:00 +0900")}});
        });
    }
    void troubleIsReasonEnoughForAPage()
    {
        QFETCH(World, world);
        Visit visit;
        world(visit);
        QVERIFY(keys(probes::Web::due(visit, openWorld())).startsWith(QStringLiteral("web page page.test")));
    }

    void routedWorldsStayClosed()
    {
        Visit visit;
        visit.bothDoors(Failure::ConnectTimeout)
            .fact(Step::Greeting, smtp, Failure::NotMail)
            .fact(Step::Web, {QStringLiteral("page.test"), 80, {}, {}}, Failure::ConnectTimeout);
        net::Environment environment = openWorld();
        QVERIFY(!probes::Web::due(visit, environment).isEmpty());
        QVERIFY(!probes::NameServer::due(visit, environment).isEmpty());
        environment.route.add(imap.host, 993, {here(), 1});
        QCOMPARE(keys(probes::Web::due(visit, environment)), QString());
        QCOMPARE(keys(probes::Gateway::due(visit, environment)), QString());
        QCOMPARE(keys(probes::control::due(visit, environment)), QString());
        QCOMPARE(keys(probes::NameServer::due(visit, environment)), QString());
        environment.route.add(QStringLiteral("page.test"), 80, {here(), 1});
        environment.route.add(QStringLiteral("gateway"), 80, {here(), 1});
        environment.route.add(QString::fromLatin1(probes::control::nobody), 587, {here(), 1});
        environment.resolvers = {{QHostAddress(QHostAddress::LocalHost), 1}};
        QCOMPARE(keys(probes::Web::due(visit, environment)),
                 QStringLiteral("web page page.test, web proxy page.test"));
        QCOMPARE(keys(probes::Gateway::due(visit, environment)), QStringLiteral("gateway 127.0.0.1"));
        QCOMPARE(keys(probes::control::due(visit, environment)),
                 QStringLiteral("control 198.51.100.251:587"));
        QVERIFY(keys(probes::NameServer::due(visit, environment))
                    .startsWith(QStringLiteral("name-server each ")));
    }

    void aPageIsGenuineOrNot_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("genuine"); // 1, 0, or -1: no answer in HTTP
        QTest::newRow("genuine") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfine\n") << 1;
        QTest::newRow("other words") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello") << 0;
        QTest::newRow("the words inside a larger page")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n<html>fine</h") << 0;
        QTest::newRow("other number")
            << QByteArray("HTTP/1.1 302 x\r\nLocation: http://portal.test/\r\n\r\n") << 0;
        QTest::newRow("no web server") << QByteArray("220 mx ESMTP\r\n") << -1;
    }
    void aPageIsGenuineOrNot()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, genuine);
        ScriptedServer server({{hearBytes("\r\n\r\n"), send(answer)}});
        net::Environment environment = openWorld();
        environment.route.add(QStringLiteral("page.test"), 80, {here(), server.port()});
        Visit visit;
        visit.bothDoors(Failure::ConnectTimeout);
        const QList<probes::Job> jobs = probes::Web::due(visit, environment);
        QCOMPARE(jobs.size(), 1);
        const QList<Fact> facts = answers(*probes::Web::make(jobs.first(), {&environment, &visit, nullptr}));
        QCOMPARE(facts.size(), 1);
        QCOMPARE(facts.first().step, Step::Web);
        QCOMPARE(facts.first().ok(), genuine >= 0);
        QCOMPARE(facts.first().seen.contains(seen::asExpected), genuine >= 0);
        if (genuine >= 0)
            QCOMPARE(facts.first().seen.value(seen::asExpected).toBool(), genuine == 1);
    }
    void thePageTellsHowTheClockStands()
    {
        const QByteArray date = QLocale::c()
                                    .toString(QDateTime::currentDateTimeUtc().addSecs(-7200),
                                              QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"))
                                    .toLatin1();
        ScriptedServer server(
            {{hearBytes("\r\n\r\n"),
              send("HTTP/1.1 200 OK\r\nDate: " + date + " GMT\r\nContent-Length: 4\r\n\r\nfine")}});
        net::Environment environment = openWorld();
        environment.route.add(QStringLiteral("page.test"), 80, {here(), server.port()});
        Visit visit;
        visit.bothDoors(Failure::ConnectTimeout);
        const QList<Fact> facts = answers(*probes::Web::make(probes::Web::due(visit, environment).first(),
                                                             {&environment, &visit, nullptr}));
        QVERIFY(qAbs(facts.first().seen.value(seen::clockAhead).toInt() - 7200) < 60);
    }
    void aProxyOfTheSystemIsAskedOnlyWhenThePageFailed()
    {
        SKIP_ON_WINDOWS("the proxy of Windows stands in its settings, not in the environment");
        ScriptedServer proxy(
            {{hearBytes("\r\n\r\n"), send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine")}});
        net::Environment environment = openWorld();
        environment.route.add(QStringLiteral("page.test"), 80, {here(), closedPort()});
        environment.route.add(QStringLiteral("proxy.test"), 3128, {here(), proxy.port()});
        Visit visit;
        visit.bothDoors(Failure::ConnectTimeout);
        QCOMPARE(probes::Web::due(visit, environment).size(), 1);
        visit.fact(Step::Web, {QStringLiteral("page.test"), 80, {}, {}}, Failure::Refused);
        const probes::Job job = probes::Web::due(visit, environment).last();
        QCOMPARE(job.detail, QStringLiteral("proxy"));
        qputenv("http_proxy", "http://proxy.test:3128");
        const QList<Fact> facts = answers(*probes::Web::make(job, {&environment, &visit, nullptr}));
        qunsetenv("http_proxy");
        QCOMPARE(facts.size(), 1);
        QCOMPARE(facts.first().seen.value(seen::proxy).toString(), QStringLiteral("proxy.test:3128"));
        QVERIFY(facts.first().seen.value(seen::asExpected).toBool());
        const QList<Fact> none = answers(*probes::Web::make(job, {&environment, &visit, nullptr}));
        QVERIFY(none.isEmpty());
    }

    void aRouterLivesIfItSaysAnything_data()
    {
        QTest::addColumn<bool>("open");
        QTest::newRow("takes the connection") << true;
        QTest::newRow("refuses it") << false;
    }
    void aRouterLivesIfItSaysAnything()
    {
        QFETCH(bool, open);
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        net::Environment environment = openWorld();
        environment.route.add(QStringLiteral("gateway"), 80,
                              {here(), open ? server.serverPort() : closedPort()});
        Visit visit;
        visit.bothDoors(Failure::ConnectTimeout);
        const QList<Fact> facts = answers(*probes::Gateway::make(
            probes::Gateway::due(visit, environment).first(), {&environment, &visit, nullptr}));
        QCOMPARE(told(facts), QStringLiteral("gateway none"));
    }
    void aRouterIsAskedOnlyWhenNothingStands()
    {
        net::Environment environment = openWorld();
        environment.route.add(QStringLiteral("gateway"), 80, {here(), 1});
        Visit visit;
        visit.fact(Step::Connect, imap, Failure::ConnectTimeout).fact(Step::Connect, smtp, Failure::None);
        QCOMPARE(keys(probes::Gateway::due(visit, environment)), QString());
    }

    void whoAnswersWhereNobodyIsIsHeard_data()
    {
        QTest::addColumn<QByteArray>("says");
        QTest::addColumn<QString>("facts");
        QTest::newRow("a mail server") << QByteArray("220 box ESMTP\r\n") << "control none";
        QTest::newRow("a mail server that is busy") << QByteArray("421 later\r\n") << "control none";
        QTest::newRow("silence") << QByteArray() << "control silent";
        QTest::newRow("a web server") << QByteArray("HTTP/1.1 400 x\r\n") << "control wrong-service";
        QTest::newRow("nobody") << QByteArray("closed") << "control refused";
    }
    void whoAnswersWhereNobodyIsIsHeard()
    {
        QFETCH(QByteArray, says);
        ScriptedServer server(
            {says.isEmpty() ? Script{hearLine("never")} : Script{send(says), hearLine("never")}});
        net::Environment environment = openWorld();
        const QString nobody = QString::fromLatin1(probes::control::nobody);
        environment.route.add(nobody, 587, {here(), says == "closed" ? closedPort() : server.port()});
        Visit visit;
        visit.fact(Step::Connect, smtp, Failure::None).fact(Step::Secure, smtp, Failure::NotOffered);
        const QList<Fact> facts = answers(*probes::control::make(
            probes::control::due(visit, environment).first(), {&environment, &visit, nullptr}));
        QTEST(told(facts), "facts");
        QCOMPARE(facts.first().endpoint.host, nobody);
    }

    void deletingAnyOfThemUnderWayIsSafe()
    {
        ScriptedServer server({{hearLine("never")}});
        net::Environment environment = openWorld();
        for (const char *host : {"page.test", "198.51.100.251", "gateway", "imap.made.test"})
            for (const quint16 port : {quint16(80), quint16(587), quint16(993)})
                environment.route.add(QString::fromLatin1(host), port, {here(), server.port()});
        environment.resolvers = {{QHostAddress(QHostAddress::LocalHost), server.port()}};
        Visit visit;
        visit.bothDoors(Failure::ConnectTimeout).fact(Step::Greeting, smtp, Failure::NotMail);
        const probes::Context context{&environment, &visit, nullptr};
        for (const auto &[due, make] : {std::pair(&probes::Web::due, &probes::Web::make),
                                        std::pair(&probes::Gateway::due, &probes::Gateway::make),
                                        std::pair(&probes::control::due, &probes::control::make),
                                        std::pair(&probes::NameServer::due, &probes::NameServer::make)}) {
            const QList<probes::Job> jobs = due(visit, environment);
            QVERIFY(!jobs.isEmpty());
            for (const probes::Job &job : jobs) {
                auto probe = make(job, context);
                probe->start();
                QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
                probe.reset();
            }
        }
        auto row = probes::path::make({{}, imap, here(), QStringLiteral("row")}, context);
        row->start();
        row.reset();
        QCoreApplication::processEvents();
    }

    void theHostsFileIsNamedWhereItAnswers()
    {
        QTemporaryFile file;
        QVERIFY(file.open() && file.write("# ours\n127.0.0.1 localhost\n") > 0 && file.flush());
        net::Environment environment = openWorld();
        environment.hostsFile = file.fileName();
        Visit visit;
        // c-ares answers for localhost by itself, so that no name server is needed here
        const QList<Fact> facts = answers(*probes::Resolve::make(
            {{}, {QStringLiteral("localhost"), 0, {}, {}}, {}, {}}, {&environment, &visit, nullptr}));
        QCOMPARE(facts.first().seen.value(seen::answeredBy).toString(), QStringLiteral("hosts"));
        QCOMPARE(facts.first().seen.value(seen::hostsLine).toInt(), 2);
        environment.route.add(imap.host, 993, {here(), 1});
        const QList<Fact> routed = answers(
            *probes::Resolve::make({{}, {imap.host, 0, {}, {}}, {}, {}}, {&environment, &visit, nullptr}));
        QVERIFY(!routed.first().seen.contains(seen::answeredBy));
    }
};

QTEST_GUILESS_MAIN(LineProbes)
#include "test_line_probes.moc"
