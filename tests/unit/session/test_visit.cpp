// A whole visit against the practice provider: what a screen sees, from the first look to the undo.
#include "session/diagnosis.h"

#include "support/loop.h"
#include "support/skips.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using session::Diagnosis;

namespace {

session::Options practising(const QStringList &faults = {}, double scanSeconds = 2)
{
    session::Options options;
    options.practice = true;
    options.practiceFaults = faults;
    options.practiceScanSeconds = scanSeconds;
    return options;
}

bool looked(Diagnosis &diagnosis)
{
    QSignalSpy spy(&diagnosis, &Diagnosis::looked);
    diagnosis.look();
    return support::until([&] { return !spy.isEmpty(); });
}

QStringList ids(const model::Verdict &verdict)
{
    QStringList list;
    for (const model::Finding &finding : verdict.findings)
        list.append(finding.id);
    return list;
}

} // namespace

class VisitTest : public QObject
{
    Q_OBJECT
private slots:
    void aHealthyWorldIsHealthy()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        Diagnosis diagnosis(practising());
        QCOMPARE(diagnosis.error(), QString());
        QVERIFY(looked(diagnosis));
        QVERIFY(diagnosis.wantsPassword());
        QVERIFY(!diagnosis.loginHost().isEmpty());
        QCOMPARE(diagnosis.verdict().id(), QStringLiteral("healthy"));
        for (const session::Line &line : diagnosis.lines())
            QCOMPARE(line.done, line.total);
    }
    void aPasswordOfferedLaterIsUsedOnce()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        Diagnosis diagnosis(practising());
        QVERIFY(looked(diagnosis));
        QCOMPARE(diagnosis.visit().loginsUsed(), 0);
        QSignalSpy spy(&diagnosis, &Diagnosis::looked);
        diagnosis.offerPassword(model::Secret(diagnosis.practicePassword()), false);
        QVERIFY(support::until([&] { return !spy.isEmpty(); }));
        QVERIFY(diagnosis.visit().loginsUsed() > 0);
        QVERIFY(!diagnosis.wantsPassword());
        QCOMPARE(diagnosis.visit().failedLogins(), 0);
    }
    void aWrongPasswordIsTriedAtMostTwice()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        Diagnosis diagnosis(practising());
        diagnosis.offerPassword(model::Secret(QStringLiteral("wrong")), false);
        QVERIFY(looked(diagnosis));
        QVERIFY(ids(diagnosis.verdict()).contains(QStringLiteral("login.wrong-password")));
        for (int i = 0; i < 3; ++i) {
            QSignalSpy spy(&diagnosis, &Diagnosis::looked);
            diagnosis.offerPassword(model::Secret(QStringLiteral("wrong again")), false);
            QVERIFY(support::until([&] { return !spy.isEmpty(); }));
        }
        QVERIFY(diagnosis.visit().failedLogins() <= 2);
        QVERIFY(!diagnosis.wantsPassword());
    }
    void cancellingSaysNothingMore()
    {
        Diagnosis diagnosis(practising({QStringLiteral("silent-imap")}));
        QSignalSpy spy(&diagnosis, &Diagnosis::looked);
        diagnosis.look();
        QVERIFY(support::until([&] { return !diagnosis.visit().facts.isEmpty(); }));
        diagnosis.cancel();
        QVERIFY(!diagnosis.isLooking());
        const qsizetype facts = diagnosis.visit().facts.size();
        for (int i = 0; i < 50; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(diagnosis.visit().facts.size(), facts);
        QVERIFY(spy.isEmpty());
    }
    void mayBeDeletedInTheMiddle()
    {
        auto diagnosis = std::make_unique<Diagnosis>(practising({QStringLiteral("silent-imap")}));
        diagnosis->look();
        QVERIFY(support::until([&] { return !diagnosis->visit().facts.isEmpty(); }));
        diagnosis.reset();
        QCoreApplication::processEvents();
    }
    void lookingAgainForgetsFactsAndConsentButNotTheSymptom()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        Diagnosis diagnosis(practising());
        diagnosis.setSymptom(QStringLiteral("cannot-send"));
        QVERIFY(looked(diagnosis));
        const qsizetype facts = diagnosis.visit().facts.size();
        QSignalSpy spy(&diagnosis, &Diagnosis::looked);
        diagnosis.lookAgain();
        QVERIFY(diagnosis.visit().facts.isEmpty());
        QVERIFY(support::until([&] { return !spy.isEmpty(); }));
        QCOMPARE(diagnosis.visit().facts.size(), facts);
        QCOMPARE(diagnosis.visit().symptom, QStringLiteral("cannot-send"));
        QVERIFY(diagnosis.visit().timingSizes.isEmpty());
    }
    void theWholeStoryOfTheDuplicates()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        Diagnosis diagnosis(practising({QStringLiteral("slow-scan")}));
        diagnosis.setSymptom(QStringLiteral("sent-many-times"));
        diagnosis.offerPassword(model::Secret(diagnosis.practicePassword()), false);
        QVERIFY(looked(diagnosis));
        QVERIFY(ids(diagnosis.verdict()).contains(QStringLiteral("app.outbox-stuck")));

        QSignalSpy timed(&diagnosis, &Diagnosis::timingFinished);
        diagnosis.startTiming({1'048'576});
        QVERIFY(diagnosis.isTiming());
        QVERIFY(support::until([&] { return !timed.isEmpty(); }));
        QVERIFY(diagnosis.timingRuns().first().dotToReplyMs.value_or(0) >= 1'900);
        QVERIFY(diagnosis.patience().first().wouldTimeOut);
        QVERIFY(diagnosis.neededTimeoutSeconds() >= 300);
        QCOMPARE(diagnosis.verdict().id(), QStringLiteral("submit.reply-slower-than-program"));

        const QString remedy = QStringLiteral("thunderbird.raise-timeout");
        QVERIFY(diagnosis.verdict().findings.first().remedies.contains(remedy));
        const QList<model::Change> changes = diagnosis.preview(remedy);
        QCOMPARE(changes.size(), 1);
        QFile prefs(changes.first().file);
        QVERIFY(prefs.open(QIODevice::ReadOnly));
        const QByteArray before = prefs.readAll();
        prefs.close();

        const QString entry = applied(diagnosis, remedy);
        QVERIFY(!entry.isEmpty());
        QVERIFY(!diagnosis.patience().first().wouldTimeOut);
        QVERIFY(!ids(diagnosis.verdict()).contains(QStringLiteral("submit.reply-slower-than-program")));
        QCOMPARE(diagnosis.journal().last().id, entry);

        QSignalSpy undone(&diagnosis, &Diagnosis::undone);
        diagnosis.undo(entry);
        QVERIFY(support::until([&] { return !undone.isEmpty(); }));
        QVERIFY(prefs.open(QIODevice::ReadOnly));
        QCOMPARE(prefs.readAll(), before);
    }
    void anUnknownRemedyIsRefused()
    {
        Diagnosis diagnosis(practising());
        QSignalSpy spy(&diagnosis, &Diagnosis::applied);
        diagnosis.apply(QStringLiteral("no.such-remedy"));
        QVERIFY(support::until([&] { return !spy.isEmpty(); }));
        QVERIFY(spy.first().at(1).value<model::Outcome>().refusal == model::Refusal::NotFound);
        QVERIFY(diagnosis.preview(QStringLiteral("no.such-remedy")).isEmpty());
    }
    void reportsAreWrittenInTheFormatOfTheirName()
    {
        QTemporaryDir folder;
        Diagnosis diagnosis(practising());
        QVERIFY(looked(diagnosis));
        for (const char *name : {"r.md", "r.html", "r.json"})
            QCOMPARE(diagnosis.saveReport(folder.filePath(QString::fromLatin1(name)), QStringLiteral("en")),
                     QString());
        QVERIFY(diagnosis.saveReport(folder.filePath(QStringLiteral("r.exe")), QStringLiteral("en"))
                    .startsWith(u"format-unknown"));
        QVERIFY(diagnosis.saveReport(QStringLiteral("/nonexistent/r.md"), QStringLiteral("en"))
                    .startsWith(u"not-writable"));
    }
    void aSavedCaseIsJudgedWithoutAskingAnybody()
    {
        Diagnosis first(practising({QStringLiteral("certificate-expired")}));
        QVERIFY(looked(first));
        Diagnosis second((session::Options()));
        second.resume(first.visit());
        QCOMPARE(ids(second.verdict()), ids(first.verdict()));
        QVERIFY(!second.isLooking() && !second.visit().passwordGiven);
    }
    void addressesAreCorrected()
    {
        const auto check
            = Diagnosis::checkAddress(QStringLiteral("ｈａｎａｋｏ＠ｐｒａｃｔｉｃｅ．ｅｘａｍｐｌｅ"));
        QVERIFY(check.valid && check.changed);
        QCOMPARE(check.corrected, QStringLiteral("hanako@practice.example"));
        QVERIFY(!Diagnosis::checkAddress(QStringLiteral("hanako@")).valid);
        QVERIFY(!Diagnosis::checkAddress(QString()).valid);
    }

private:
    static QString applied(Diagnosis &diagnosis, const QString &remedy)
    {
        QSignalSpy read(&diagnosis, &Diagnosis::appsChanged);
        QSignalSpy spy(&diagnosis, &Diagnosis::applied);
        diagnosis.apply(remedy);
        if (!support::until([&] { return !read.isEmpty(); }))
            return {};
        const auto outcome = spy.first().at(1).value<model::Outcome>();
        return outcome.ok() ? outcome.entry : QString();
    }
};

QTEST_GUILESS_MAIN(VisitTest)
#include "test_visit.moc"
