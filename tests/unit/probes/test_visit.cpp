// All probes together against the practice provider: who asks what, after what, and what comes of it.
#include "model/seen.h"
#include "probes/probe.h"
#include "support/loop.h"
#include "support/practice_world.h"
#include "support/skips.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>
#include <vector>

using namespace support;
using model::Failure;
using model::Protocol;
using model::Step;

namespace {

/// Starts what is due until nothing is left; log-ins one at a time, as a session does.
class Visit
{
public:
    explicit Visit(const PracticeWorld &world)
        : environment(world.environment(0.2)), password(world.provider.password())
    {
        visit.address = world.provider.address();
        visit.provider = world.provider.pack();
        visit.practice = true;
    }

    bool run()
    {
        return until([this] {
            startDue();
            return m_running == 0;
        });
    }
    QList<model::Fact> at(Step step, Protocol protocol) const
    {
        QList<model::Fact> found;
        for (const model::Fact &fact : visit.at(step))
            if (fact.endpoint.protocol == protocol)
                found.append(fact);
        return found;
    }

    net::Environment environment;
    model::Secret password;
    model::Case visit;

private:
    void startDue()
    {
        for (const probes::Kind &kind : probes::catalogue()) {
            const bool logsIn = QByteArray(kind.name) == "login" || QByteArray(kind.name) == "submit";
            for (const probes::Job &job : kind.due(visit, environment)) {
                if (m_asked.contains(job.key) || (logsIn && m_loginsRunning > 0))
                    continue;
                m_asked.insert(job.key);
                m_probes.push_back(kind.make(job, {&environment, &visit, &password}));
                probes::Probe *const probe = m_probes.back().get();
                ++m_running;
                m_loginsRunning += logsIn;
                QObject::connect(probe, &probes::Probe::noted, probe,
                                 [this](const model::Fact &fact) { visit.add(fact); });
                QObject::connect(probe, &probes::Probe::finished, probe, [this, logsIn] {
                    --m_running;
                    m_loginsRunning -= logsIn;
                });
                probe->start();
            }
        }
    }

    QSet<QString> m_asked;
    std::vector<std::unique_ptr<probes::Probe>> m_probes;
    int m_running = 0;
    int m_loginsRunning = 0;
};

} // namespace

class WholeVisit : public QObject
{
    Q_OBJECT
private slots:
    void reachesEveryDoor();
    void logsInOncePerProtocolOfThePack();
    void stopsAfterTwoRefusals();
    void doesNotLogInWithoutAPassword();
    void timesAMessageAndSeesItArrive();
    void sendsNothingWithoutConsent();
    void sendsNothingToAnAddressThatIsACommand();
};

void WholeVisit::reachesEveryDoor()
{
    SKIP_WHERE_NO_TLS_SERVER();
    const PracticeWorld world;
    Visit visit(world);
    QVERIFY(visit.run());
    for (const Protocol protocol : {Protocol::Pop3, Protocol::Imap, Protocol::Smtp}) {
        QVERIFY(visit.visit.reached(protocol));
        for (const model::Fact &fact : visit.at(Step::Secure, protocol))
            QVERIFY2(fact.ok(), qPrintable(fact.endpoint.text() + u' ' + model::name(fact.failure)));
    }
    QVERIFY(!visit.at(Step::Capabilities, Protocol::Smtp)
                 .first()
                 .seen.value(model::seen::mechanisms)
                 .toArray()
                 .isEmpty());
}

void WholeVisit::logsInOncePerProtocolOfThePack()
{
    SKIP_WHERE_NO_TLS_SERVER();
    const PracticeWorld world;
    Visit visit(world);
    visit.visit.passwordGiven = true;
    QVERIFY(visit.run());
    QCOMPARE(visit.visit.failedLogins(), 0);
    QCOMPARE(visit.visit.at(Step::Login).size(), 3);
    QCOMPARE(visit.at(Step::Login, Protocol::Smtp).size(), 1);
    for (const model::Fact &fact : visit.visit.at(Step::Login))
        QVERIFY2(fact.ok(), qPrintable(model::name(fact.failure)));
    const auto mailbox = visit.visit.at(Step::Mailbox);
    QCOMPARE(mailbox.size(), 4); // of each protocol the count, and what the headers tell
    QVERIFY(mailbox.first().ok());
    QVERIFY(mailbox.first().seen.value(model::seen::messages).toInt() > 0);
    for (const model::Fact &fact : visit.visit.facts)
        QVERIFY(!fact.raw.contains(world.provider.password().toUtf8()));
}

void WholeVisit::stopsAfterTwoRefusals()
{
    SKIP_WHERE_NO_TLS_SERVER();
    const PracticeWorld world;
    Visit visit(world);
    visit.visit.passwordGiven = true;
    visit.password = model::Secret(QStringLiteral("certainly wrong"));
    QVERIFY(visit.run());
    QVERIFY(visit.visit.failedLogins() >= 1);
    QVERIFY(visit.visit.failedLogins() <= net::Bounds::failedLoginsPerVisit);
    for (const model::Fact &fact : visit.visit.at(Step::Login))
        QCOMPARE(fact.failure, Failure::LoginRefused);
}

void WholeVisit::doesNotLogInWithoutAPassword()
{
    const PracticeWorld world;
    Visit visit(world);
    QVERIFY(visit.run());
    QVERIFY(visit.visit.at(Step::Login).isEmpty());
}

void WholeVisit::timesAMessageAndSeesItArrive()
{
    SKIP_WHERE_NO_TLS_SERVER();
    PracticeWorld world({QStringLiteral("slow-scan")}, 100, 20);
    world.provider.setScanSize(40'000);
    Visit visit(world);
    visit.visit.passwordGiven = true;
    visit.visit.timingSizes = {5'000, 50'000};
    QVERIFY(visit.run());
    const auto sent = visit.visit.at(Step::Submit);
    QCOMPARE(sent.size(), 2);
    for (const model::Fact &fact : sent) {
        QVERIFY2(fact.ok(),
                 qPrintable(model::name(fact.failure) + fact.seen.value(model::seen::reply).toString()));
        for (const QLatin1String key : {model::seen::connectMs, model::seen::tlsMs, model::seen::authMs,
                                        model::seen::uploadMs, model::seen::dotToReplyMs})
            QVERIFY2(fact.seen.contains(key), key.data());
        QCOMPARE(world.provider.deliveries(fact.seen.value(model::seen::messageId).toString()), 1);
    }
    // the server scans the larger one for 20 s, at a hundredfold speed
    QVERIFY(sent.at(1).seen.value(model::seen::dotToReplyMs).toInteger() >= 190);
    QVERIFY(sent.at(1).seen.value(model::seen::bytes).toInteger() > 49'900);
    QVERIFY(sent.at(1).seen.value(model::seen::bytes).toInteger() <= 50'000);
    const auto arrived = visit.visit.at(Step::Arrive);
    QCOMPARE(arrived.size(), 2);
    for (const model::Fact &fact : arrived) {
        QVERIFY2(fact.ok(), qPrintable(model::name(fact.failure)));
        QCOMPARE(fact.seen.value(model::seen::copies).toInt(), 1);
    }
}

void WholeVisit::sendsNothingWithoutConsent()
{
    const PracticeWorld world;
    Visit visit(world);
    visit.visit.passwordGiven = true;
    QVERIFY(visit.run());
    QVERIFY(visit.visit.at(Step::Submit).isEmpty());
    QVERIFY(visit.visit.at(Step::Arrive).isEmpty());
}

void WholeVisit::sendsNothingToAnAddressThatIsACommand()
{
    const PracticeWorld world;
    Visit visit(world);
    visit.visit.passwordGiven = true;
    visit.visit.address = QStringLiteral("hanako@practice.example>\r\nRCPT TO:<other@practice.example");
    visit.visit.timingSizes = {5'000};
    QVERIFY(visit.run());
    QVERIFY(visit.visit.at(Step::Login).isEmpty());
    for (const model::Fact &fact : visit.visit.at(Step::Submit))
        QCOMPARE(fact.failure, Failure::NotTried);
}

QTEST_GUILESS_MAIN(WholeVisit)
#include "test_visit.moc"
