// What a Case derives from its facts: numbers, the log-in budget, the account that is ours.
#include "model/case.h"
#include "model/seen.h"

#include <QtTest>

using model::Failure;
using model::Step;

class CaseTest : public QObject
{
    Q_OBJECT
private slots:
    void numbersFactsFromOne()
    {
        model::Case visit;
        visit.add({});
        visit.add({});
        QCOMPARE(visit.facts.at(0).number, 1);
        QCOMPARE(visit.facts.at(1).number, 2);
    }
    void countsOnlyRealLogins_data()
    {
        QTest::addColumn<int>("failure");
        QTest::addColumn<int>("used");
        QTest::addColumn<int>("failed");
        QTest::newRow("accepted") << int(Failure::None) << 1 << 0;
        QTest::newRow("refused") << int(Failure::LoginRefused) << 1 << 1;
        QTest::newRow("account stopped") << int(Failure::LoginForbidden) << 1 << 1;
        QTest::newRow("refused without a reason") << int(Failure::Unwelcome) << 1 << 1;
        QTest::newRow("later") << int(Failure::LoginTemporary) << 1 << 0;
        QTest::newRow("silent") << int(Failure::Silent) << 1 << 0;
        QTest::newRow("not tried") << int(Failure::NotTried) << 0 << 0;
        QTest::newRow("not offered") << int(Failure::LoginNotOffered) << 0 << 0;
    }
    void countsOnlyRealLogins()
    {
        QFETCH(int, failure);
        model::Fact fact;
        fact.step = Step::Login;
        fact.failure = Failure(failure);
        model::Case visit;
        visit.add(fact);
        QTEST(visit.loginsUsed(), "used");
        QTEST(visit.failedLogins(), "failed");
    }
    void countsLoginsOfProbesThatLogInAgain()
    {
        model::Case visit;
        model::Fact fact;
        fact.step = Step::Fetch;
        fact.failure = Failure::LoginRefused; // of a step that tells no refusals of log-ins
        fact.seen = {{model::seen::logins, 3}};
        visit.add(fact);
        QCOMPARE(visit.loginsUsed(), 3);
        QCOMPARE(visit.failedLogins(), 0);
        fact.step = Step::Junk;
        fact.failure = Failure::Unwelcome;
        fact.seen = {};
        visit.add(fact); // turned away at the door, before a password
        QCOMPARE(visit.failedLogins(), 0);
        fact.seen = {{model::seen::logins, 1}};
        visit.add(fact);
        QCOMPARE(visit.loginsUsed(), 4);
        QCOMPARE(visit.failedLogins(), 1);
    }
    void refusalElsewhereIsNoLogin()
    {
        model::Fact fact;
        fact.step = Step::Submit;
        fact.failure = Failure::LoginRefused;
        model::Case visit;
        visit.add(fact);
        QCOMPARE(visit.failedLogins(), 0);
    }
    void findsTheAccountOfTheChosenProgramFirst()
    {
        model::Case visit;
        visit.address = QStringLiteral("Hanako@example.ne.jp");
        visit.apps = {app(QStringLiteral("first"), {"hanako@example.ne.jp"}),
                      app(QStringLiteral("second"), {"taro@example.ne.jp", "hanako@example.ne.jp"})};
        QCOMPARE(visit.account()->key, QStringLiteral("first0"));
        visit.appId = QStringLiteral("second");
        QCOMPARE(visit.account()->key, QStringLiteral("second1"));
        visit.address = QStringLiteral("nobody@example.ne.jp");
        QVERIFY(!visit.account());
    }
    void guestGetsTheFirstAccount()
    {
        model::Case visit;
        QVERIFY(!visit.account());
        visit.apps = {app(QStringLiteral("first"), {"a@example.ne.jp"})};
        QCOMPARE(visit.account()->key, QStringLiteral("first0"));
    }
    void reachedMeansCapabilitiesWereRead()
    {
        model::Case visit;
        model::Fact fact;
        fact.step = Step::Greeting;
        fact.endpoint.protocol = model::Protocol::Imap;
        visit.add(fact);
        QVERIFY(!visit.reached(model::Protocol::Imap));
        fact.step = Step::Capabilities;
        visit.add(fact);
        QVERIFY(visit.reached(model::Protocol::Imap));
        QVERIFY(!visit.reached(model::Protocol::Pop3));
    }

private:
    static model::MailApp app(const QString &id, const QList<const char *> &addresses)
    {
        model::AppProfile profile;
        for (const char *address : addresses) {
            model::Account account;
            account.key = id + QString::number(profile.accounts.size());
            account.address = QString::fromLatin1(address);
            profile.accounts.append(account);
        }
        model::MailApp result;
        result.id = id;
        result.profiles = {profile};
        return result;
    }
};

QTEST_GUILESS_MAIN(CaseTest)
#include "test_case.moc"
