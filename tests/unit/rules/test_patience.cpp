// The fault Todoku exists for: the server answers the final dot after the mail program has given up.
#include "model/patience.h"
#include "rules/patience.h"
#include "unit/rules/visit_builder.h"

#include <QtTest>

using namespace support;

class Patience : public QObject
{
    Q_OBJECT
private slots:
    void namesTheCauseOnlyForAProgramThatGivesUp_data()
    {
        QTest::addColumn<int>("dotMs");
        QTest::addColumn<int>("ownTimeout"); // 0: no program found
        QTest::addColumn<QString>("verdict");
        QTest::newRow("75 s, no program found") << 75'000 << 0 << "submit.reply-slower-than-program";
        QTest::newRow("75 s, own waits 60") << 75'000 << 60 << "submit.reply-slower-than-program";
        QTest::newRow("75 s, own waits 100") << 75'000 << 100 << "app.timeout-too-short";
        QTest::newRow("75 s, own waits 600") << 75'000 << 600 << "submit.reply-slow";
        QTest::newRow("exactly as long as it waits") << 60'000 << 60 << "app.timeout-too-short";
        QTest::newRow("one thousandth longer") << 60'001 << 60 << "submit.reply-slower-than-program";
        QTest::newRow("31 s, own waits 600") << 31'000 << 600 << "submit.reply-slow";
        QTest::newRow("30 s, own waits 600") << 30'000 << 600 << "healthy";
        QTest::newRow("quick") << 400 << 100 << "healthy";
    }
    void namesTheCauseOnlyForAProgramThatGivesUp()
    {
        QFETCH(int, dotMs);
        QFETCH(int, ownTimeout);
        QFETCH(QString, verdict);
        Visit visit;
        rules::Context context = usual();
        if (ownTimeout > 0) {
            visit.app("thunderbird", ownTimeout);
            context.waiting.append({QStringLiteral("thunderbird"), ownTimeout, true});
        }
        visit.works(imap).works(smtp).sent(200, 50'000).sent(dotMs);
        const Verdict judged = rules::judge(visit, context);
        if (verdict == u"app.timeout-too-short") { // in time today, with too little to spare
            QVERIFY(!find(judged, "submit.reply-slower-than-program"));
            QVERIFY(find(judged, "app.timeout-too-short"));
        } else {
            QCOMPARE(judged.id(), verdict);
        }
        QCOMPARE(brokenPromise(judged), QString());
    }

    void carriesTheNumbersThatTheSentenceNeeds()
    {
        Visit visit;
        visit.works(imap).works(smtp).sent(5'000, 50'000).sent(75'000, 5'000'000);
        const Verdict judged = rules::judge(visit, usual());
        const Finding &found = judged.findings.first();
        QCOMPARE(found.id, QStringLiteral("submit.reply-slower-than-program"));
        QCOMPARE(found.values.value(u"seconds").toDouble(), 75.0);
        QCOMPARE(found.values.value(u"program").toString(), QStringLiteral("outlook"));
        QCOMPARE(found.values.value(u"program_seconds").toInt(), 60);
        QCOMPARE(found.values.value(u"bytes").toInteger(), 5'000'000);
        QCOMPARE(found.values.value(u"needed_timeout").toInt(), 300);
        QCOMPARE(found.values.value(u"programs").toArray(), QJsonArray({QStringLiteral("outlook")}));
        QCOMPARE(found.because.size(), 2);
        QVERIFY(!find(judged, "submit.reply-slow"));
    }

    void isSurerWithAStuckOutbox()
    {
        Visit plain, stuck;
        for (Visit *visit : {&plain, &stuck}) {
            visit->app("thunderbird", 60);
            visit->works(imap).works(smtp).sent(75'000);
        }
        Outbox outbox;
        outbox.count = 2;
        outbox.bytes = 4'000'000;
        outbox.oldest = plain.startedAt.addDays(-1);
        stuck.apps.first().profiles.first().outboxes.append(outbox);
        rules::Context context = usual();
        context.waiting.append({QStringLiteral("thunderbird"), 60, true});
        const Verdict without = rules::judge(plain, context), with = rules::judge(stuck, context);
        QVERIFY(with.findings.first().confidence > without.findings.first().confidence);
        QCOMPARE(with.id(), QStringLiteral("submit.reply-slower-than-program")); // the outbox is its effect
        QVERIFY(find(with, "app.outbox-stuck"));
        QCOMPARE(brokenPromise(with), QString());
    }

    void aProgramOfSomebodyElseProvesNothing()
    {
        Visit visit;
        visit.app("thunderbird", 600).profiles.first().accounts.first().address
            = QStringLiteral("other@example.org");
        visit.works(imap).works(smtp).sent(75'000);
        rules::Context context = usual();
        context.waiting.append({QStringLiteral("thunderbird"), 600, true});
        QCOMPARE(rules::judge(visit, context).id(), QStringLiteral("submit.reply-slower-than-program"));
    }

    void theChosenProgramDecides()
    {
        Visit visit;
        visit.appId = QStringLiteral("thunderbird");
        visit.works(imap).works(smtp).sent(75'000);
        QCOMPARE(rules::judge(visit, usual()).id(), QStringLiteral("submit.reply-slow"));
    }

    void asksForTwiceTheMeasuredTimeWithinReason_data()
    {
        QTest::addColumn<int>("dotMs");
        QTest::addColumn<int>("recommended");
        QTest::addColumn<int>("needed");
        QTest::newRow("not measured") << -1 << 0 << 0;
        QTest::newRow("only recommended") << -1 << 600 << 600;
        QTest::newRow("never under five minutes") << 1'000 << 0 << 300;
        QTest::newRow("twice, to the minute") << 200'000 << 0 << 420;
        QTest::newRow("the recommendation is a floor") << 75'000 << 600 << 600;
        QTest::newRow("never over an hour") << 3'600'000 << 0 << 3600;
    }
    void asksForTwiceTheMeasuredTimeWithinReason()
    {
        QFETCH(int, dotMs);
        QFETCH(int, recommended);
        Visit visit;
        visit.provider->recommendedTimeoutSeconds = recommended;
        if (dotMs >= 0)
            visit.sent(dotMs);
        QTEST(model::neededTimeoutSeconds(visit), "needed");
    }

    void aRecommendationAloneIsOnlyANote()
    {
        Visit visit;
        visit.provider->recommendedTimeoutSeconds = 600;
        visit.app("thunderbird", 100);
        visit.works(imap).works(smtp);
        QCOMPARE(rules::judge(visit, usual()).id(), QStringLiteral("healthy"));
        visit.symptom = QStringLiteral("sent-many-times");
        QCOMPARE(rules::judge(visit, usual()).id(), QStringLiteral("app.timeout-too-short"));
    }

    void offlineComesAfterTheCause()
    {
        Visit visit;
        visit.app("thunderbird", 60).profiles.first().offline = true;
        visit.works(imap).works(smtp).sent(75'000);
        rules::Context context;
        context.waiting = {{QStringLiteral("thunderbird"), 60, true}};
        const Verdict judged = rules::judge(visit, context);
        QCOMPARE(judged.id(), QStringLiteral("submit.reply-slower-than-program"));
        QVERIFY(find(judged, "app.offline"));
    }
};

QTEST_GUILESS_MAIN(Patience)
#include "test_patience.moc"
