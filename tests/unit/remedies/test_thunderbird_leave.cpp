// thunderbird.leave-on-server: copies in the mailbox get an end, and leaving them stays on.
#include "remedies/remedy.h"

#include "support/edit_home.h"

#include <QTest>

using model::Refusal;
using remedies::Journal;

namespace {

const remedies::Remedy &leave()
{
    return *remedies::remedyNamed(QStringLiteral("thunderbird.leave-on-server"));
}

QByteArray pref(const char *name, const char *value)
{
    return QByteArray("user_pref(\"mail.server.server1.") + name + "\", " + value + ");\n";
}

const QByteArray left = pref("leave_on_server", "true");
const QByteArray ends = pref("delete_by_age_from_server", "true");

} // namespace

class TestThunderbirdLeave : public QObject
{
    Q_OBJECT

private slots:
    void letsCopiesExpire_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QByteArray>("changed");
        const QByteArray fortnight = pref("num_days_to_leave_on_server", "14");
        QTest::newRow("nothing set") << left << left + fortnight + ends;
        QTest::newRow("a short time of old")
            << left + pref("num_days_to_leave_on_server", "3") << left + fortnight + ends;
        QTest::newRow("a longer time stays") << left + pref("num_days_to_leave_on_server", "90")
                                             << left + pref("num_days_to_leave_on_server", "90") + ends;
        QTest::newRow("switched off")
            << pref("delete_by_age_from_server", "false") + left << ends + left + fortnight;
        QTest::newRow("a nonsense number")
            << left + pref("num_days_to_leave_on_server", "-1") << left + fortnight + ends;
    }

    void letsCopiesExpire()
    {
        QFETCH(QByteArray, more);
        QFETCH(QByteArray, changed);
        const support::EditHome home(support::prefsWithAccount(more));
        const QByteArray before = support::readFile(home.prefs());
        QVERIFY(leave().applies(home.visit()));
        const auto preview = leave().preview(home.visit());
        QCOMPARE(support::readFile(home.prefs()), before);
        Journal journal(home.journalFolder());
        const model::Outcome outcome = leave().apply(home.visit(), journal);
        QVERIFY2(outcome.ok(), qPrintable(outcome.detail));
        QCOMPARE(support::readFile(home.prefs()), support::prefsWithAccount(changed));
        const auto entry = journal.entries().value(0);
        QCOMPARE(entry.changes.size(), preview.size());
        QVERIFY(leave().verify(entry));
        QVERIFY(!leave().applies(home.visit()));
        QVERIFY(home.visit().apps[0].profiles[0].accounts[0].leaveOnServer.value_or(false));
        QVERIFY(journal.undo(outcome.entry).ok());
        QCOMPARE(support::readFile(home.prefs()), before);
    }

    void doesNotTouch_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QString>("address");
        const QString taro = QStringLiteral("taro@example.ne.jp");
        QTest::newRow("nothing is left there") << QByteArray() << taro;
        QTest::newRow("they expire already") << left + ends << taro;
        QTest::newRow("only headers are fetched") << left + pref("headers_only", "true") << taro;
        QTest::newRow("IMAP") << left + pref("type", "\"imap\"") << taro;
        QTest::newRow("another person's account") << left << QStringLiteral("hanako@example.ne.jp");
        QTest::newRow("a server's key that is none") << left
                + "user_pref(\"mail.account.account1.server\", \"s\\\"\\n1\");\n"
                  "user_pref(\"mail.server.s\\\"\\n1.type\", \"pop3\");\n"
                  "user_pref(\"mail.server.s\\\"\\n1.hostname\", \"pop.example.ne.jp\");\n"
                  "user_pref(\"mail.server.s\\\"\\n1.leave_on_server\", true);\n"
                                                     << taro;
    }

    void doesNotTouch()
    {
        QFETCH(QByteArray, more);
        QFETCH(QString, address);
        const support::EditHome home(support::prefsWithAccount(more));
        const QByteArray before = support::readFile(home.prefs());
        model::Case visit = home.visit();
        visit.address = address;
        QVERIFY(leave().preview(visit).isEmpty());
        Journal journal(home.journalFolder());
        QCOMPARE(leave().apply(visit, journal).refusal, Refusal::NotApplicable);
        QCOMPARE(support::readFile(home.prefs()), before);
        QVERIFY(journal.entries().isEmpty());
    }

    void leavesAloneWhatUserJsSays()
    {
        const support::EditHome home(support::prefsWithAccount(left));
        support::writeFile(home.profile() + QStringLiteral("/user.js"),
                           pref("delete_by_age_from_server", "false"));
        Journal journal(home.journalFolder());
        const model::Outcome outcome = leave().apply(home.visit(), journal);
        QCOMPARE(outcome.refusal, Refusal::NotApplicable);
        QCOMPARE(outcome.detail, QStringLiteral("user.js"));
    }

    void lateChangesOfThePersonCount()
    {
        const support::EditHome home(support::prefsWithAccount(left));
        const model::Case visit = home.visit();
        support::writeFile(home.prefs(), support::prefsWithAccount(left + ends));
        Journal journal(home.journalFolder());
        QCOMPARE(leave().apply(visit, journal).refusal, Refusal::NotApplicable);
    }
};

QTEST_GUILESS_MAIN(TestThunderbirdLeave)
#include "test_thunderbird_leave.moc"
