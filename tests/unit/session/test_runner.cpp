// The Runner asks everything that can be asked, once, and lets go at once.
#include "session/runner.h"

#include "support/loop.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTimer>
#include <QtTest>

using session::Runner;

namespace {

/// What the made-up probes do, and what became of them.
struct Scene
{
    QStringList started;
    int alive = 0;
    int loggingIn = 0, mostLoggingIn = 0;
    model::Failure login = model::Failure::None;
    bool holds = false; ///< probes never end
};
Scene *scene = nullptr;

class MadeUp : public probes::Probe
{
public:
    MadeUp(const QString &key, model::Step step, bool logsIn) : m_key(key), m_step(step), m_logsIn(logsIn)
    {
        ++scene->alive;
    }
    ~MadeUp() override
    {
        --scene->alive;
        scene->loggingIn -= m_counted;
    }
    void start() override
    {
        scene->started.append(m_key);
        m_counted = m_logsIn;
        scene->loggingIn += m_counted;
        scene->mostLoggingIn = std::max(scene->mostLoggingIn, scene->loggingIn);
        if (scene->holds)
            return;
        QTimer::singleShot(0, this, [this] {
            model::Fact fact;
            fact.step = m_step;
            fact.failure = m_logsIn ? scene->login : model::Failure::None;
            emit noted(fact);
            scene->loggingIn -= m_counted;
            m_counted = false;
            emit finished();
        });
    }

private:
    QString m_key;
    model::Step m_step;
    bool m_logsIn, m_counted = false;
};

QList<probes::Job> jobs(const QStringList &keys)
{
    QList<probes::Job> list;
    for (const QString &key : keys) {
        probes::Job job;
        job.key = key;
        list.append(job);
    }
    return list;
}

const probes::Kind resolving{
    "resolve",
    [](const model::Case &, const net::Environment &) {
        return jobs({QStringLiteral("a"), QStringLiteral("b")});
    },
    [](const probes::Job &job, const probes::Context &) -> std::unique_ptr<probes::Probe> {
        return std::make_unique<MadeUp>(job.key, model::Step::Resolve, false);
    }};

// Becomes due only by what was learnt
const probes::Kind looking{
    "look",
    [](const model::Case &visit, const net::Environment &) {
        return visit.at(model::Step::Resolve).isEmpty() ? QList<probes::Job>()
                                                        : jobs({QStringLiteral("look")});
    },
    [](const probes::Job &job, const probes::Context &) -> std::unique_ptr<probes::Probe> {
        return std::make_unique<MadeUp>(job.key, model::Step::Greeting, false);
    }};

const probes::Kind loggingIn{
    "login",
    [](const model::Case &, const net::Environment &) {
        return jobs({QStringLiteral("l1"), QStringLiteral("l2"), QStringLiteral("l3"), QStringLiteral("l4")});
    },
    [](const probes::Job &job, const probes::Context &) -> std::unique_ptr<probes::Probe> {
        return std::make_unique<MadeUp>(job.key, model::Step::Login, true);
    }};

const probes::Kind refusing{
    "look", [](const model::Case &, const net::Environment &) { return jobs({QStringLiteral("nothing")}); },
    [](const probes::Job &, const probes::Context &) -> std::unique_ptr<probes::Probe> { return nullptr; }};

} // namespace

class RunnerTest : public QObject
{
    Q_OBJECT
private:
    Scene m_scene;
    model::Case m_visit;
    net::Environment m_environment;
    model::Secret m_password;

    std::unique_ptr<Runner> runner(const QList<probes::Kind> &kinds)
    {
        return std::make_unique<Runner>(kinds, &m_visit, &m_environment, &m_password);
    }
    static bool quiet(Runner &runner)
    {
        runner.run();
        return support::until([&runner] { return !runner.isBusy(); });
    }

    /// An event loop of a test does not delete later by itself.
    bool allGone() const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return m_scene.alive == 0;
    }

private slots:
    void init()
    {
        m_scene = {};
        scene = &m_scene;
        m_visit = {};
    }
    void startsEveryQuestionOnce()
    {
        auto one = runner({resolving, looking});
        QVERIFY(quiet(*one));
        QVERIFY(quiet(*one)); // asked again: nothing new
        m_scene.started.sort();
        QCOMPARE(m_scene.started,
                 QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("look")}));
        QCOMPARE(m_visit.facts.size(), 3);
    }
    void factsOpenNewQuestions()
    {
        auto one = runner({looking, resolving});
        QVERIFY(quiet(*one));
        QCOMPARE(m_scene.started.last(), QStringLiteral("look"));
    }
    void sameKeyInTwoKindsIsOneQuestion()
    {
        auto one = runner({resolving, resolving});
        QVERIFY(quiet(*one));
        QCOMPARE(m_scene.started.size(), 2);
    }
    void isQuietOnceAndFromTheLoop()
    {
        auto one = runner({});
        QSignalSpy spy(one.get(), &Runner::quiet);
        one->run();
        QCOMPARE(spy.size(), 0);
        QVERIFY(support::until([&] { return spy.size() == 1; }));
        QCoreApplication::processEvents();
        QCOMPARE(spy.size(), 1);
    }
    void aKindThatHasNothingToAskDoesNotHang()
    {
        auto one = runner({refusing});
        QVERIFY(quiet(*one));
        QVERIFY(one->asked().isEmpty());
    }
    void deletingTheRunnerFreesEveryProbeAtOnce()
    {
        m_scene.holds = true;
        auto one = runner({resolving});
        one->run();
        QVERIFY(support::until([this] { return m_scene.alive == 2; }));
        one.reset();
        QCOMPARE(m_scene.alive, 0);
    }
    void cancellingFreesThemAtOnce()
    {
        m_scene.holds = true;
        auto one = runner({resolving});
        one->run();
        QVERIFY(support::until([this] { return m_scene.alive == 2; }));
        one->cancel();
        QVERIFY(!one->isBusy());
        QCOMPARE(m_scene.alive, 0);
        QVERIFY(one->asked().isEmpty());
    }
    void cancelledQuestionsMayBeAskedAgain()
    {
        m_scene.holds = true;
        auto one = runner({resolving});
        one->run();
        QVERIFY(support::until([this] { return m_scene.alive == 2; }));
        one->cancel();
        m_scene.holds = false;
        QVERIFY(quiet(*one));
        QCOMPARE(m_visit.facts.size(), 2);
    }
    void mayBeCancelledFromInsideAFact()
    {
        auto one = runner({resolving, looking});
        connect(one.get(), &Runner::noted, one.get(), [&one] { one->cancel(); });
        one->run();
        QVERIFY(support::until([this] { return m_scene.started.size() == 2 && allGone(); }));
        QCOMPARE(m_visit.facts.size(), 1);
    }
    void mayBeDeletedWhenItIsQuiet()
    {
        auto one = runner({resolving});
        connect(one.get(), &Runner::quiet, this, [&one] { one.release()->deleteLater(); });
        one->run();
        QVERIFY(support::until([&] { return one == nullptr && allGone(); }));
    }
    void cancellingAHundredTimesLeaksNothing()
    {
        m_scene.holds = true;
        auto one = runner({resolving, loggingIn});
        for (int i = 0; i < 100; ++i) {
            one->run();
            QCoreApplication::processEvents();
            one->cancel();
        }
        QCOMPARE(m_scene.alive, 0);
    }
    void logsInOneAtATime()
    {
        auto one = runner({loggingIn});
        QVERIFY(quiet(*one));
        QCOMPARE(m_scene.started.size(), 4);
        QCOMPARE(m_scene.mostLoggingIn, 1);
    }
    void stopsAfterTwoRefusals()
    {
        m_scene.login = model::Failure::LoginRefused;
        auto one = runner({loggingIn});
        QVERIFY(quiet(*one));
        QCOMPARE(m_scene.started.size(), 2);
        one->forgetLogins(); // another password does not buy more attempts
        QVERIFY(quiet(*one));
        QCOMPARE(m_scene.started.size(), 2);
    }
    void otherFailuresDoNotUseTheBudget()
    {
        m_scene.login = model::Failure::LoginTemporary;
        auto one = runner({loggingIn});
        QVERIFY(quiet(*one));
        QCOMPARE(m_scene.started.size(), 4);
    }
    void anotherPasswordIsAskedOnceMore()
    {
        auto one = runner({resolving, loggingIn});
        QVERIFY(quiet(*one));
        one->forgetLogins();
        QCOMPARE(one->waiting(QStringLiteral("login")), 4);
        QVERIFY(quiet(*one));
        QCOMPARE(m_scene.started.count(QStringLiteral("l1")), 2);
        QCOMPARE(m_scene.started.count(QStringLiteral("a")), 1);
    }
};

QTEST_GUILESS_MAIN(RunnerTest)
#include "test_runner.moc"
