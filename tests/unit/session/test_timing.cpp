// Runs, patience and the waiting time that is needed, as they follow from the facts.
#include "session/timing.h"

#include "model/seen.h"

#include <QtTest>

namespace seen = model::seen;

namespace {

model::Fact submit(qint64 bytes, const QString &message, std::optional<qint64> reply,
                   model::Failure failure = model::Failure::None)
{
    model::Fact fact;
    fact.step = model::Step::Submit;
    fact.failure = failure;
    fact.seen = {{seen::bytes, bytes}, {seen::messageId, message}};
    if (reply)
        fact.seen.insert(seen::dotToReplyMs, *reply);
    return fact;
}

model::Fact arrive(const QString &message, qint64 ms, model::Failure failure = model::Failure::None)
{
    model::Fact fact;
    fact.step = model::Step::Arrive;
    fact.failure = failure;
    fact.seen = {{seen::messageId, message}};
    if (failure == model::Failure::None)
        fact.seen.insert(seen::arrivedMs, ms);
    return fact;
}

knowledge::MailProgram program(const QString &id, int seconds, bool confirmed)
{
    knowledge::MailProgram one;
    one.id = id;
    one.timeoutSeconds = seconds;
    one.confirmed = confirmed;
    return one;
}

model::MailApp app(const QString &id, const QList<int> &timeouts)
{
    model::MailApp one;
    one.id = id;
    for (const int seconds : timeouts) {
        model::AppProfile profile;
        if (seconds > 0)
            profile.timeoutSeconds = seconds;
        one.profiles.append(profile);
    }
    return one;
}

} // namespace

class TimingTest : public QObject
{
    Q_OBJECT
private slots:
    void agreedSizesAreListedBeforeTheyAreSent()
    {
        model::Case visit;
        visit.timingSizes = {100, 200};
        const auto runs = session::timingRunsOf(visit);
        QCOMPARE(runs.size(), 2);
        QCOMPARE(runs.at(1).bytes, 200);
        QVERIFY(!runs.at(0).finished && !runs.at(0).dotToReplyMs);
    }
    void joinsArrivalWithItsMessage()
    {
        model::Case visit;
        visit.timingSizes = {100, 200};
        visit.add(submit(100, QStringLiteral("<1>"), 75'000));
        visit.add(submit(200, QStringLiteral("<2>"), 80'000));
        visit.add(arrive(QStringLiteral("<2>"), 900));
        visit.add(arrive(QStringLiteral("<somebody else's>"), 1));
        const auto runs = session::timingRunsOf(visit);
        QCOMPARE(runs.size(), 2);
        QCOMPARE(runs.at(1).arrivedMs, std::optional<qint64>(900));
        QVERIFY(!runs.at(0).arrivedMs);
    }
    void aFailureIsARunToo()
    {
        model::Case visit;
        visit.timingSizes = {100};
        visit.add(submit(100, QStringLiteral("<1>"), {}, model::Failure::TooBig));
        const auto run = session::timingRunsOf(visit).first();
        QVERIFY(run.finished && !run.dotToReplyMs);
        QVERIFY(run.failure == model::Failure::TooBig);
    }
    void notArrivingIsTheRunsFailure()
    {
        model::Case visit;
        visit.add(submit(100, QStringLiteral("<1>"), 10));
        visit.add(arrive(QStringLiteral("<1>"), 0, model::Failure::NotArrived));
        QVERIFY(session::timingRunsOf(visit).first().failure == model::Failure::NotArrived);
    }
    void anEarlierTestDoesNotCount()
    {
        model::Case visit;
        visit.add(submit(100, QStringLiteral("<1>"), 10));
        visit.timingSizes = {300};
        const auto runs = session::timingRunsOf(visit, visit.facts.size());
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs.first().bytes, 300);
    }
    void whoGivesUp_data()
    {
        QTest::addColumn<qint64>("reply");
        QTest::addColumn<bool>("gaveUp");
        QTest::newRow("not measured") << qint64(-1) << false;
        QTest::newRow("fast") << qint64(200) << false;
        QTest::newRow("just in time") << qint64(60'000) << false;
        QTest::newRow("just too late") << qint64(60'001) << true;
    }
    void whoGivesUp()
    {
        QFETCH(qint64, reply);
        model::Case visit;
        visit.apps = {app(QStringLiteral("thunderbird"), {60})};
        if (reply >= 0)
            visit.add(submit(100, QStringLiteral("<1>"), reply));
        QTEST(session::patienceOf(visit, {}).first().wouldTimeOut, "gaveUp");
    }
    void aFoundProgramReplacesItsUsualSetting()
    {
        model::Case visit;
        visit.apps = {app(QStringLiteral("thunderbird"), {300, 90, 0})};
        const auto list = session::patienceOf(visit,
                                              {program(QStringLiteral("thunderbird"), 100, false),
                                               program(QStringLiteral("outlook"), 60, false),
                                               program(QStringLiteral("unknown"), 0, false)});
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.at(0).seconds, 90); // the least patient profile fails first
        QVERIFY(list.at(0).found && list.at(0).confirmed);
        QCOMPARE(list.at(1).program, QStringLiteral("outlook"));
        QVERIFY(!list.at(1).found && !list.at(1).confirmed);
    }
    void aFoundProgramWithoutAReadableSettingWaitsAsUsual()
    {
        model::Case visit;
        visit.apps = {app(QStringLiteral("outlook"), {0}), app(QStringLiteral("nobody-knows"), {0})};
        const auto list = session::patienceOf(visit, {program(QStringLiteral("outlook"), 60, false)});
        QCOMPARE(list.size(), 1);
        QVERIFY(list.first().found && !list.first().confirmed);
    }
    void theRulesAreHandedWhatTheDataSays()
    {
        model::Case visit;
        visit.apps = {app(QStringLiteral("outlook"), {0})};
        const auto loaded = knowledge::Knowledge::load();
        QVERIFY(std::holds_alternative<knowledge::Knowledge>(loaded));
        const auto &knowledge = std::get<knowledge::Knowledge>(loaded);
        const rules::Context context = session::contextOf(visit, knowledge);
        const auto outlook
            = std::find_if(context.waiting.begin(), context.waiting.end(),
                           [](const rules::Waiting &one) { return one.program == u"outlook"; });
        QVERIFY(outlook != context.waiting.end());
        QCOMPARE(outlook->seconds, 60);
        QVERIFY(outlook->found);
        QVERIFY(!context.interceptors.isEmpty());
        QCOMPARE(context.interceptors.size(), knowledge.interceptors().size());
        QVERIFY(context.builtOn.isValid());
    }
};

QTEST_GUILESS_MAIN(TimingTest)
#include "test_timing.moc"
