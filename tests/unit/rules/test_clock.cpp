// The clock is blamed on two independent hints, never against one that says it is right.
#include "unit/rules/line_visit.h"

#include <QtTest>

#include <functional>

using namespace support;
using World = std::function<void(LineVisit &)>;
Q_DECLARE_METATYPE(World)

namespace {

constexpr int year = 365 * 24 * 3600;

LineVisit &certificate(LineVisit &visit, const char *error, const char *from, const char *until,
                       const Endpoint &door = imap)
{
    visit.fact(Step::Connect, door)
        .fact(Step::Secure, door, Failure::CertificateRejected,
              {{seen::certificateErrors, list({error})},
               {seen::certificateFrom, QString::fromLatin1(from)},
               {seen::certificateUntil, QString::fromLatin1(until)}});
    return visit;
}

LineVisit &greeting(LineVisit &visit, const char *date)
{
    visit.works(smtp).fact(
        Step::Greeting, smtp, Failure::None,
        {{seen::reply, QStringLiteral("220 mx ESMTP ready; ") + QString::fromLatin1(date)}});
    return visit;
}

} // namespace

class Clock : public QObject
{
    Q_OBJECT
private slots:
    void isBlamedOnTwoHints_data()
    {
        QTest::addColumn<World>("world");
        QTest::addColumn<double>("confidence"); // 0: not blamed
        const auto row = [](const char *what, double confidence, const World &world) {
            QTest::newRow(what) << world << confidence;
        };
        const char *const from = "2019-01-01T00:00:00Z", *const until = "2020-01-01T00:00:00Z";
        row("one expired certificate", 0, [=](LineVisit &v) { certificate(v, "expired", from, until); });
        row("the same certificate at two doors", 0, [=](LineVisit &v) {
            certificate(certificate(v, "expired", from, until), "expired", from, until, smtp);
        });
        row("two expired certificates", 0.6, [=](LineVisit &v) {
            certificate(certificate(v, "expired", from, until), "expired", "2018-01-01T00:00:00Z", until,
                        smtp);
        });
        row("two that are not valid yet", 0.85, [=](LineVisit &v) {
            certificate(v, "not-yet-valid", from, until);
            certificate(v, "not-yet-valid", "2018-01-01T00:00:00Z", until, smtp);
        });
        row("expired, and a page says the PC is ahead", 0.95,
            [=](LineVisit &v) { certificate(v, "expired", from, until).genuinePage(year); });
        row("expired, and a page says the PC is right", 0,
            [=](LineVisit &v) { certificate(v, "expired", from, until).genuinePage(2); });
        row("expired, and a page says the PC is behind", 0,
            [=](LineVisit &v) { certificate(v, "expired", from, until).genuinePage(-year); });
        row("two expired, and a page says the PC is right", 0, [=](LineVisit &v) {
            certificate(v, "expired", from, until).genuinePage(-30);
            certificate(v, "expired", "2018-01-01T00:00:00Z", until, smtp);
        });
        row("not valid yet, and a page says the PC is behind", 0.95,
            [=](LineVisit &v) { certificate(v, "not-yet-valid", from, until).genuinePage(-year); });
        row("somebody else's page knows no time", 0, [=](LineVisit &v) {
            certificate(v, "expired", from, until);
            v.page("page.example", Failure::None,
                   {{seen::httpStatus, 302}, {seen::asExpected, false}, {seen::clockAhead, year}});
        });
        row("two pages, nothing else", 0.95, [](LineVisit &v) {
            v.works(imap).works(smtp).genuinePage(-3600).genuinePage(-3601, "other.example");
        });
        row("one page alone", 0, [](LineVisit &v) { v.works(imap).works(smtp).genuinePage(-3600); });
        row("the same page twice", 0,
            [](LineVisit &v) { v.works(imap).works(smtp).genuinePage(-3600).genuinePage(-3600); });
        row("two pages, five minutes", 0, [](LineVisit &v) {
            v.works(imap).works(smtp).genuinePage(300).genuinePage(-300, "other.example");
        });
        row("two pages that contradict each other", 0, [](LineVisit &v) {
            v.works(imap).works(smtp).genuinePage(3600).genuinePage(0, "other.example");
        });
        row("a greeting and a page", 0.95, [](LineVisit &v) {
            greeting(v, "Sun, 22 Nov 2026 11:00:00 +0000").works(imap).genuinePage(-3600);
        });
        row("a greeting of another time zone is right", 0, [](LineVisit &v) {
            greeting(v, "Sun, 22 Nov 2026 19:00:20 +0900").works(imap).genuinePage(-3600);
        });
        row("a greeting late in a long visit", 0, [](LineVisit &v) {
            greeting(v, "Sun, 22 Nov 2026 10:07:00 +0000").works(imap).genuinePage(-3600);
        });
        row("a greeting with nonsense", 0, [](LineVisit &v) {
            greeting(v, "Sun, 99 Foo 2026 99:99:99 +0000").works(imap).genuinePage(-3600);
        });
    }
    void isBlamedOnTwoHints()
    {
        QFETCH(World, world);
        QFETCH(double, confidence);
        LineVisit visit;
        world(visit);
        const Verdict judged = visit.judged();
        const Finding *const wrong = find(judged, "pc.clock-wrong");
        QCOMPARE(wrong ? wrong->confidence : 0.0, confidence);
        QCOMPARE(brokenPromise(judged), QString());
        if (!wrong)
            return;
        const bool rejected = visit.at(Step::Secure).last().failure == Failure::CertificateRejected;
        QCOMPARE(wrong->severity, rejected ? Severity::Blocks : Severity::Hurts);
        QVERIFY(wrong->because.size() >= 2);
        if (confidence > 0.8) {
            QVERIFY(!find(judged, "tls.certificate-expired"));
            QVERIFY(!find(judged, "tls.certificate-not-yet-valid"));
        }
    }

    void aDayBeforeTheProgramWasBuiltIsCertainlyWrong_data()
    {
        QTest::addColumn<QDate>("builtOn");
        QTest::addColumn<bool>("wrong");
        QTest::newRow("unknown") << QDate() << false;
        QTest::newRow("long ago") << QDate(2025, 1, 1) << false;
        QTest::newRow("the same day") << QDate(2026, 11, 22) << false;
        QTest::newRow("tomorrow, where it was built") << QDate(2026, 11, 23) << false;
        QTest::newRow("the day after") << QDate(2026, 11, 24) << true;
        QTest::newRow("years later") << QDate(2036, 11, 24) << true;
    }
    void aDayBeforeTheProgramWasBuiltIsCertainlyWrong()
    {
        QFETCH(QDate, builtOn);
        QFETCH(bool, wrong);
        LineVisit visit;
        visit.works(imap).works(smtp);
        rules::Context context = usual();
        context.builtOn = builtOn;
        const Verdict verdict = rules::judge(visit, context);
        const Finding *const found = find(verdict, "pc.clock-wrong");
        QCOMPARE(found != nullptr, wrong);
        if (wrong)
            QCOMPARE(found->confidence, 1.0);
    }

    void farAwayYearsAreOnlyNumbers_data()
    {
        QTest::addColumn<QString>("now");
        for (const char *now : {"2038-01-19T03:14:08Z", "2100-02-28T23:59:59Z", "1970-01-01T00:00:00Z"})
            QTest::newRow(now) << QString::fromLatin1(now);
    }
    void farAwayYearsAreOnlyNumbers()
    {
        QFETCH(QString, now);
        LineVisit visit;
        visit.startedAt = QDateTime::fromString(now, Qt::ISODate);
        visit.works(imap).works(smtp).genuinePage(10 * year).genuinePage(10 * year + 1, "other.example");
        const Verdict judged = visit.judged();
        QCOMPARE(judged.id(), QStringLiteral("pc.clock-wrong"));
        QCOMPARE(find(judged, "pc.clock-wrong")->values.value(u"right_date").toString().size(), 10);
    }
};

QTEST_GUILESS_MAIN(Clock)
#include "test_clock.moc"
