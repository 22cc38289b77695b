#include "remedies/timeout_need.h"

#include "support/edit_home.h"

#include <QTest>

class TestTimeoutNeed : public QObject
{
    Q_OBJECT

private slots:
    void isComputed_data();
    void isComputed();
    void ignoresOtherSteps();
};

void TestTimeoutNeed::isComputed_data()
{
    QTest::addColumn<QList<qint64>>("measuredMs");
    QTest::addColumn<int>("recommended");
    QTest::addColumn<int>("seconds");
    const QList<qint64> none;
    QTest::newRow("nothing known") << none << 0 << 600;
    QTest::newRow("recommended") << none << 900 << 900;
    QTest::newRow("recommended beyond reason") << none << 100'000 << 3600;
    QTest::newRow("a negative recommendation") << none << -5 << 600;
    QTest::newRow("a quick server") << QList<qint64>{200} << 0 << 300;
    QTest::newRow("a slow one") << QList<qint64>{162'000} << 0 << 360;
    QTest::newRow("rounded up to the minute") << QList<qint64>{180'001} << 0 << 420;
    QTest::newRow("an exact minute stays") << QList<qint64>{180'000} << 0 << 360;
    QTest::newRow("the longest counts") << QList<qint64>{1000, 200'000, 5000} << 0 << 420;
    QTest::newRow("an endless wait") << QList<qint64>{10'000'000'000'000} << 0 << 3600;
    QTest::newRow("less than recommended") << QList<qint64>{200} << 900 << 900;
    QTest::newRow("more than recommended") << QList<qint64>{600'000} << 900 << 1200;
    QTest::newRow("a broken clock") << QList<qint64>{-7} << 0 << 600;
}

void TestTimeoutNeed::isComputed()
{
    QFETCH(QList<qint64>, measuredMs);
    QFETCH(int, recommended);
    model::Case visit;
    for (const qint64 ms : measuredMs)
        visit.add(support::measured(ms));
    if (recommended != 0) {
        visit.provider.emplace();
        visit.provider->recommendedTimeoutSeconds = recommended;
    }
    QTEST(remedies::wantedTimeout(visit), "seconds");
}

void TestTimeoutNeed::ignoresOtherSteps()
{
    model::Case visit;
    model::Fact fact = support::measured(500'000);
    fact.step = model::Step::Login;
    visit.add(fact);
    fact.step = model::Step::Submit;
    fact.seen = {};
    visit.add(fact);
    QCOMPARE(remedies::wantedTimeout(visit), 600);
}

QTEST_GUILESS_MAIN(TestTimeoutNeed)
#include "test_timeout_need.moc"
