// A door that hung up while another stood is asked once more, alone, and only then; the verdict follows the
// answer.
#include "model/seen.h"
#include "probes/again.h"
#include "rules/rule.h"
#include "support/question.h"
#include "support/skips.h"

#include <QJsonArray>
#include <QTest>

using namespace support;
using model::Fact;
using model::Failure;
using model::Protocol;
using model::Security;
using model::Step;

namespace {

const QString local = QStringLiteral("127.0.0.1");
const model::Endpoint imaps = practiceDoor(Protocol::Imap, Security::Tls);
const model::Endpoint submission = practiceDoor(Protocol::Smtp, Security::StartTls);

/// Two doors of one machine: IMAP stood as far as `stood`, sending was turned away.
struct World
{
    net::Environment environment;
    model::Case visit;

    explicit World(Failure failure, Step at, bool stood = true, const QString &otherAddress = local)
    {
        environment.bounds = environment.bounds.scaled(0.02);
        for (const model::Endpoint &door : {imaps, submission})
            environment.route.add(door.host, door.port, {local, door.port});
        model::Provider pack;
        pack.incoming = {{imaps, {}, true}};
        pack.outgoing = {{submission, {}, true}};
        visit.provider = pack;
        visit.address = QStringLiteral("hanako@practice.example");
        for (const model::Endpoint &door : {imaps, submission})
            visit.add({0,
                       Step::Resolve,
                       {door.host, 0, door.protocol, door.security},
                       {},
                       Failure::None,
                       1,
                       {{model::seen::addresses, QJsonArray{local}}},
                       {}});
        if (stood)
            for (const Step step : {Step::Connect, Step::Greeting, Step::Secure, Step::Capabilities})
                visit.add({0, step, imaps, otherAddress, Failure::None, 1, {}, {}});
        else
            visit.add({0, Step::Connect, imaps, otherAddress, Failure::Refused, 1, {}, {}});
        if (at > Step::Connect)
            visit.add({0, Step::Connect, submission, local, Failure::None, 1, {}, {}});
        visit.add({0, at, submission, local, failure, 1, {}, {}});
    }
    QList<probes::Job> due() const { return probes::Again::due(visit, environment); }
};

} // namespace

class AskedAgain : public QObject
{
    Q_OBJECT
private slots:
    void isAskedWhereALimitWouldExplainIt_data()
    {
        QTest::addColumn<Failure>("failure");
        QTest::addColumn<Step>("step");
        QTest::addColumn<bool>("stood");
        QTest::addColumn<QString>("otherAddress");
        QTest::addColumn<int>("jobs");
        const auto row = [](const char *name, Failure failure, Step step, int jobs, bool stood = true,
                            const char *address = "127.0.0.1") {
            QTest::newRow(name) << failure << step << stood << QString::fromLatin1(address) << jobs;
        };
        row("closed", Failure::ClosedEarly, Step::Greeting, 1);
        row("reset", Failure::Reset, Step::Greeting, 1);
        row("refused", Failure::Refused, Step::Connect, 1);
        row("busy", Failure::Busy, Step::Greeting, 1);
        row("closed at the handshake", Failure::ClosedEarly, Step::Secure, 1);
        row("nobody else stood", Failure::ClosedEarly, Step::Greeting, 0, false);
        row("another machine stood", Failure::ClosedEarly, Step::Greeting, 0, true, "192.0.2.9");
        row("silent", Failure::Silent, Step::Greeting, 0);
        row("filtered", Failure::ConnectTimeout, Step::Connect, 0);
        row("no encryption", Failure::NotOffered, Step::Secure, 0);
        row("cut at the log-in", Failure::ClosedEarly, Step::Login, 0);
        row("unwelcome", Failure::Unwelcome, Step::Greeting, 0);
    }
    void isAskedWhereALimitWouldExplainIt()
    {
        QFETCH(Failure, failure);
        QFETCH(Step, step);
        QFETCH(bool, stood);
        QFETCH(QString, otherAddress);
        QFETCH(int, jobs);
        QCOMPARE(World(failure, step, stood, otherAddress).due().size(), jobs);
    }

    void waitsForTheOtherLooks()
    {
        World world(Failure::ClosedEarly, Step::Greeting);
        world.visit.facts.removeIf(
            [](const Fact &fact) { return fact.endpoint == imaps && fact.step == Step::Capabilities; });
        QVERIFY(world.due().isEmpty());
    }

    void isAskedOneByOneAndOnlyOnce()
    {
        World world(Failure::ClosedEarly, Step::Greeting);
        const QList<probes::Job> first = world.due();
        QCOMPARE(first.size(), 1);
        world.visit.add({0,
                         Step::Greeting,
                         submission,
                         local,
                         Failure::ClosedEarly,
                         1,
                         {{model::seen::again, true}},
                         {}});
        const QList<probes::Job> second = world.due(); // what was asked stays listed, and nothing new comes
        QCOMPARE(second.size(), 1);
        QCOMPARE(second.first().key, first.first().key);
    }

    void isNoMatterForADoorThatNobodyUses()
    {
        World world(Failure::ClosedEarly, Step::Greeting);
        world.visit.provider->outgoing.clear();
        QVERIFY(world.due().isEmpty());
    }

    void decidesBetweenALimitAndABrokenDoor_data()
    {
        QTest::addColumn<Failure>("failure");
        QTest::addColumn<Step>("step");
        QTest::addColumn<bool>("letsIn");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *name, Failure failure, Step step, bool letsIn, const char *verdict) {
            QTest::newRow(name) << failure << step << letsIn << QString::fromLatin1(verdict);
        };
        row("closed, then open", Failure::ClosedEarly, Step::Greeting, true, "server.connection-limit");
        row("reset, then open", Failure::Reset, Step::Greeting, true, "server.connection-limit");
        row("refused, then open", Failure::Refused, Step::Connect, true, "server.connection-limit");
        row("busy, then open", Failure::Busy, Step::Greeting, true, "server.connection-limit");
        row("closed for good", Failure::ClosedEarly, Step::Greeting, false, "server.closed-early");
        row("reset, then closed", Failure::Reset, Step::Greeting, false, "server.closed-early");
    }
    void decidesBetweenALimitAndABrokenDoor()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        QFETCH(Failure, failure);
        QFETCH(Step, step);
        QFETCH(bool, letsIn);
        QFETCH(QString, verdict);
        const Script open{send("220 hi\r\n"),
                          hearLine("EHLO"),
                          send("250-x\r\n250 STARTTLS\r\n"),
                          hearLine("STARTTLS"),
                          send("220 go\r\n"),
                          tls(),
                          hearLine("EHLO"),
                          send("250-x\r\n250 AUTH PLAIN\r\n")};
        ScriptedServer server({letsIn ? open : Script{closeNow()}});
        World world(failure, step);
        world.environment = server.environment(submission, 0.1);
        world.environment.route.add(imaps.host, imaps.port, {local, imaps.port});
        const QList<probes::Job> jobs = world.due();
        QCOMPARE(jobs.size(), 1);
        const model::Secret password(canary);
        const QList<Fact> facts
            = answers(*probes::Again::make(jobs.first(), {&world.environment, &world.visit, &password}));
        QVERIFY(!facts.isEmpty());
        for (const Fact &fact : facts) {
            QVERIFY(fact.seen.value(model::seen::again).toBool());
            world.visit.add(fact);
        }
        const model::Verdict judged = rules::judge(world.visit, {});
        QCOMPARE(judged.id(), verdict);
        for (const model::Finding &finding : judged.findings)
            QVERIFY2(finding.id != u"server.one-of-several-bad", "one machine, asked twice");
        if (letsIn) {
            QCOMPARE(judged.findings.size(), 1);
            QCOMPARE(judged.findings.first().severity, model::Severity::Hurts);
        }
        QVERIFY(!server.heard().contains(canary.toUtf8()));
        QCOMPARE(server.connections(), 1);
    }
};

QTEST_GUILESS_MAIN(AskedAgain)
#include "test_again.moc"
