// thunderbird.raise-timeout and thunderbird.go-online on whole profiles.
#include "remedies/remedy.h"

#include "mailapps/thunderbird.h"
#include "support/edit_home.h"
#include "support/skips.h"

#include <QTest>
#include <unistd.h>

using model::Outcome;
using model::Refusal;
using remedies::Journal;

namespace {

const QString raiseTimeout = QStringLiteral("thunderbird.raise-timeout");
const QString goOnline = QStringLiteral("thunderbird.go-online");

QByteArray timeout(int seconds)
{
    return "user_pref(\"mailnews.tcptimeout\", " + QByteArray::number(seconds) + ");\n";
}

const remedies::Remedy &remedy(const QString &id)
{
    return *remedies::remedyNamed(id);
}

} // namespace

class TestThunderbirdSettings : public QObject
{
    Q_OBJECT

private slots:
    void eachRemedyIsInTheTableOnce();
    void raisesTheTimeoutAndNothingElse_data();
    void raisesTheTimeoutAndNothingElse();
    void doesNotRaise_data();
    void doesNotRaise();
    void raisesItInEveryProfileOfTheAccount();
    void refuses_data();
    void refuses();
    void leavesAloneWhatUserJsSays();
    void noticesThatTheProgramTookItBack();
    void goesOnline_data();
    void goesOnline();
    void staysOfflineWhereUserJsSaysSo();
};

void TestThunderbirdSettings::eachRemedyIsInTheTableOnce()
{
    QStringList ids;
    for (const remedies::Remedy *one : remedies::catalogue()) {
        QVERIFY(!ids.contains(one->id()));
        ids.append(one->id());
        QCOMPARE(remedies::remedyNamed(one->id()), one);
        QVERIFY(!one->applies({}));
        QVERIFY(one->preview({}).isEmpty());
        QVERIFY(!one->verify({}));
    }
    QCOMPARE(ids.size(), 16);
    QVERIFY(!remedies::remedyNamed(QStringLiteral("outlook.raise-timeout")));
}

void TestThunderbirdSettings::raisesTheTimeoutAndNothingElse_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("changed");
    QTest::addColumn<QString>("old");
    QTest::newRow("not set") << QByteArray() << timeout(420) << "";
    QTest::newRow("set too low") << timeout(8) << timeout(420) << "8";
    QTest::newRow("in the middle") << timeout(8) + "// end\r\n"
                                   << timeout(420) + "// end\r\n"
                                   << "8";
    QTest::newRow("twice") << timeout(1) + timeout(8) << timeout(1) + timeout(420) << "8";
    QTest::newRow("with broken letters around") << QByteArray("user_pref(\"n\", \"\xFF\xFE\");\n")
                                                << "user_pref(\"n\", \"\xFF\xFE\");\n" + timeout(420) << "";
}

void TestThunderbirdSettings::raisesTheTimeoutAndNothingElse()
{
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, changed);
    QFETCH(QString, old);
    const support::EditHome home(support::prefsWithAccount(more));
    const QByteArray before = support::readFile(home.prefs());
    model::Case visit = home.visit();
    visit.add(support::measured(200'000));
    QVERIFY(remedy(raiseTimeout).applies(visit));

    const auto preview = remedy(raiseTimeout).preview(visit);
    QCOMPARE(preview.size(), 1);
    QCOMPARE(preview.first().file, home.prefs());
    QCOMPARE(preview.first().key, QStringLiteral("mailnews.tcptimeout"));
    QCOMPARE(preview.first().oldValue, old);
    QCOMPARE(preview.first().newValue, QStringLiteral("420"));
    QCOMPARE(support::readFile(home.prefs()), before); // only looked

    Journal journal(home.journalFolder());
    const Outcome outcome = remedy(raiseTimeout).apply(visit, journal);
    QVERIFY2(outcome.ok(), qPrintable(outcome.detail));
    QCOMPARE(support::readFile(home.prefs()), support::prefsWithAccount(changed));
    const auto entry = journal.entries().value(0);
    QCOMPARE(entry.remedy, raiseTimeout);
    QCOMPARE(entry.changes.value(0).newValue, preview.first().newValue);
    QVERIFY(remedy(raiseTimeout).verify(entry));
    QVERIFY(!remedy(raiseTimeout).applies(home.visit())
            || home.visit().apps[0].profiles[0].timeoutSeconds < 600);
    QVERIFY(journal.undo(outcome.entry).ok());
    QCOMPARE(support::readFile(home.prefs()), before);
    QVERIFY(!remedy(raiseTimeout).verify(entry));
}

void TestThunderbirdSettings::doesNotRaise_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("address");
    QTest::newRow("long enough") << timeout(600) << "taro@example.ne.jp";
    QTest::newRow("never lowers") << timeout(100'000) << "taro@example.ne.jp";
    QTest::newRow("another person's account") << QByteArray() << "hanako@example.ne.jp";
}

void TestThunderbirdSettings::doesNotRaise()
{
    QFETCH(QByteArray, more);
    QFETCH(QString, address);
    const support::EditHome home(support::prefsWithAccount(more));
    const QByteArray before = support::readFile(home.prefs());
    model::Case visit = home.visit();
    visit.address = address;
    QVERIFY(!remedy(raiseTimeout).applies(visit));
    QVERIFY(remedy(raiseTimeout).preview(visit).isEmpty());
    Journal journal(home.journalFolder());
    QCOMPARE(remedy(raiseTimeout).apply(visit, journal).refusal, Refusal::NotApplicable);
    QCOMPARE(support::readFile(home.prefs()), before);
    QVERIFY(journal.entries().isEmpty());
}

void TestThunderbirdSettings::raisesItInEveryProfileOfTheAccount()
{
    const support::EditHome home;
    home.write(QStringLiteral(".thunderbird/profiles.ini"),
               "[Profile0]\nPath=p.default\n[Profile1]\nPath=q\n[Profile2]\nPath=r\n");
    home.write(QStringLiteral(".thunderbird/q/prefs.js"), support::prefsWithAccount(timeout(30)));
    home.write(QStringLiteral(".thunderbird/r/prefs.js"), support::prefsWithAccount(timeout(900)));
    model::Case visit = home.visit();
    visit.address = QStringLiteral("TARO@example.ne.jp");
    Journal journal(home.journalFolder());
    const Outcome outcome = remedy(raiseTimeout).apply(visit, journal);
    QVERIFY(outcome.ok());
    QCOMPARE(journal.entries().value(0).changes.size(), 2);
    const QString other = home.path(QStringLiteral(".thunderbird/q/prefs.js"));
    QCOMPARE(support::readFile(home.prefs()), support::prefsWithAccount(timeout(600)));
    QCOMPARE(support::readFile(other), support::prefsWithAccount(timeout(600)));
    QVERIFY(journal.undo(outcome.entry).ok());
    QCOMPARE(support::readFile(home.prefs()), support::prefsWithAccount());
    QCOMPARE(support::readFile(other), support::prefsWithAccount(timeout(30)));
}

void TestThunderbirdSettings::refuses_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<Refusal>("refusal");
    QTest::newRow("emptied") << ": > {F}" << Refusal::Unreadable;
    QTest::newRow("one byte left") << "printf u > {F}" << Refusal::Unreadable;
    QTest::newRow("a mark alone") << "printf '\\357\\273\\277' > {F}" << Refusal::Unreadable;
    QTest::newRow("cut") << "printf 'user_pref(\"a' >> {F}" << Refusal::Unreadable;
    QTest::newRow("UTF-16") << "printf '\\377\\376u\\0' > {F}" << Refusal::Unreadable;
    QTest::newRow("removed") << "rm {F}" << Refusal::NotFound;
    QTest::newRow("linked") << "ln {F} {F}2" << Refusal::LinkedFile;
    QTest::newRow("read-only") << "chmod 0400 {F}" << Refusal::NotWritable;
    QTest::newRow("a pipe") << "rm {F} && mkfifo {F}" << Refusal::NotPlainFile;
    QTest::newRow("two gigabytes") << "truncate -s 2G {F}" << Refusal::NotPlainFile;
    QTest::newRow("raised by hand") << "printf 'user_pref(\"mailnews.tcptimeout\", 3600);' >> {F}"
                                    << Refusal::NotApplicable;
}

void TestThunderbirdSettings::refuses()
{
    SKIP_ON_WINDOWS("faults made by a shell");
    QFETCH(QString, command);
    const support::EditHome home;
    const model::Case visit = home.visit(); // read before it happens
    QCOMPARE(std::system(qPrintable(command.replace(QStringLiteral("{F}"), home.prefs()))), 0);
    const QByteArray before = QFileInfo(home.prefs()).isFile() && QFileInfo(home.prefs()).size() < 10'000
        ? support::readFile(home.prefs())
        : QByteArray();
    Journal journal(home.journalFolder());
    QTEST(remedy(raiseTimeout).apply(visit, journal).refusal, "refusal");
    if (!before.isNull())
        QCOMPARE(support::readFile(home.prefs()), before);
    QVERIFY(home.strays().isEmpty());
}

void TestThunderbirdSettings::leavesAloneWhatUserJsSays()
{
    const support::EditHome home;
    support::writeFile(home.profile() + QStringLiteral("/user.js"), timeout(8));
    const model::Case visit = home.visit();
    QVERIFY(remedy(raiseTimeout).applies(visit));
    const auto preview = remedy(raiseTimeout).preview(visit);
    QCOMPARE(preview.size(), 1);
    QCOMPARE(QFileInfo(preview.first().file).fileName(), QStringLiteral("user.js"));
    QCOMPARE(preview.first().oldValue, QStringLiteral("8"));
    QCOMPARE(preview.first().newValue, QStringLiteral("8"));
    Journal journal(home.journalFolder());
    const Outcome outcome = remedy(raiseTimeout).apply(visit, journal);
    QCOMPARE(outcome.refusal, Refusal::NotApplicable);
    QCOMPARE(outcome.detail, QStringLiteral("user.js"));
    QCOMPARE(support::readFile(home.prefs()), support::prefsWithAccount());
}

void TestThunderbirdSettings::noticesThatTheProgramTookItBack()
{
    const support::EditHome home;
    Journal journal(home.journalFolder());
    QVERIFY(remedy(raiseTimeout).apply(home.visit(), journal).ok());
    const auto entry = journal.entries().value(0);
    QVERIFY(remedy(raiseTimeout).verify(entry));
    support::writeFile(home.prefs(), support::prefsWithAccount());
    QVERIFY(!remedy(raiseTimeout).verify(entry));
}

void TestThunderbirdSettings::goesOnline_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("changed");
    const auto state = [](const char *value) {
        return QByteArray("user_pref(\"offline.startup_state\", ") + value + ");\n";
    };
    const QByteArray no = "user_pref(\"network.online\", false);\n",
                     yes = "user_pref(\"network.online\", true);\n";
    QTest::newRow("always offline") << state("3") << state("2");
    QTest::newRow("remembers offline") << no + state("0") << yes + state("0");
    QTest::newRow("both") << state("3") + no << state("2") + yes;
    QTest::newRow("online already") << state("2") + no << QByteArray();
}

void TestThunderbirdSettings::goesOnline()
{
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, changed);
    const support::EditHome home(support::prefsWithAccount(more));
    Journal journal(home.journalFolder());
    QCOMPARE(remedy(goOnline).applies(home.visit()), !changed.isEmpty());
    const Outcome outcome = remedy(goOnline).apply(home.visit(), journal);
    QCOMPARE(outcome.refusal, changed.isEmpty() ? Refusal::NotApplicable : Refusal::None);
    QCOMPARE(support::readFile(home.prefs()), support::prefsWithAccount(changed.isEmpty() ? more : changed));
    QVERIFY(!remedy(goOnline).applies(home.visit()));
}

void TestThunderbirdSettings::staysOfflineWhereUserJsSaysSo()
{
    const support::EditHome home;
    support::writeFile(home.profile() + QStringLiteral("/user.js"),
                       "user_pref(\"offline.startup_state\", 3);\n");
    Journal journal(home.journalFolder());
    QVERIFY(remedy(goOnline).applies(home.visit()));
    QCOMPARE(remedy(goOnline).apply(home.visit(), journal).refusal, Refusal::NotApplicable);
}

QTEST_GUILESS_MAIN(TestThunderbirdSettings)
#include "test_thunderbird_settings.moc"
