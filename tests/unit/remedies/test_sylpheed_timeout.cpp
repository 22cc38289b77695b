// sylpheed.raise-timeout and claws-mail.raise-timeout on settings as the programs write them.
#include "remedies/remedy.h"

#include "mailapps/sylpheed.h"
#include "support/edit_home.h"
#include "support/skips.h"

#include <QTest>

using model::Refusal;
using remedies::Journal;

namespace {

struct Program
{
    const char *id, *folder, *file;
    model::MailApp (*read)(const mailapps::Places &);
};
const QList<Program> programs{
    {"sylpheed", ".sylpheed-2.0", "sylpheedrc", &mailapps::readSylpheed},
    {"claws-mail", ".claws-mail", "clawsrc", &mailapps::readClawsMail},
};

/// A home with one account, and what the waiting time says in it.
class Home
{
public:
    Home(const Program &program, const QByteArray &settings) : m_program(program)
    {
        support::writeFile(file(), settings);
        support::writeFile(
            path(QString::fromLatin1(program.folder) + QStringLiteral("/accountrc")),
            "[Account: 1]\naccount_name=a\naddress=taro@example.ne.jp\nprotocol=0\n"
            "receive_server=pop.example.ne.jp\nsmtp_server=smtp.example.ne.jp\nuser_id=taro\n");
    }
    QString path(const QString &below) const { return m_folder.filePath(below); }
    QString file() const
    {
        return path(QString::fromLatin1(m_program.folder) + u'/' + QString::fromLatin1(m_program.file));
    }
    QString journal() const { return path(QStringLiteral("todoku")); }
    model::Case visit() const
    {
        model::Case found;
        found.address = QStringLiteral("taro@example.ne.jp");
        found.apps = {m_program.read({m_folder.path(), {}})};
        return found;
    }
    const remedies::Remedy &remedy() const
    {
        return *remedies::remedyNamed(QString::fromLatin1(m_program.id) + QStringLiteral(".raise-timeout"));
    }

private:
    const Program &m_program;
    QTemporaryDir m_folder;
};

} // namespace

class TestSylpheedTimeout : public QObject
{
    Q_OBJECT

private slots:
    void raises_data();
    void raises();
    void leavesAlone_data();
    void leavesAlone();
    void refuses_data();
    void refuses();
    void takesItsKeyBackFromAFileThatTheProgramWroteAnew();
    void leavesAKeyThatThePersonChangedSince();
};

void TestSylpheedTimeout::raises_data()
{
    QTest::addColumn<int>("program");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("old");
    for (int i = 0; i < programs.size(); ++i) {
        const auto row = [&](const char *name) -> QTestData & {
            return QTest::addRow("%s: %s", programs[i].id, name) << i;
        };
        row("as it is written") << QByteArray("[Common]\nx=1\nio_timeout_secs=60\ny=届\n")
                                << QByteArray("[Common]\nx=1\nio_timeout_secs=600\ny=届\n") << "60";
        row("lines of Windows") << QByteArray("[Common]\r\nio_timeout_secs=60\r\n")
                                << QByteArray("[Common]\r\nio_timeout_secs=600\r\n") << "60";
        row("not written") << QByteArray("[Common]\nx=1\n")
                           << QByteArray("[Common]\nx=1\nio_timeout_secs=600\n") << "";
        row("another section behind")
            << QByteArray("[Common]\nio_timeout_secs=5\n[Other]\nio_timeout_secs=7\n")
            << QByteArray("[Common]\nio_timeout_secs=600\n[Other]\nio_timeout_secs=7\n") << "5";
    }
}

void TestSylpheedTimeout::raises()
{
    QFETCH(int, program);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, old);
    const Home home(programs[program], before);
    QVERIFY(home.remedy().applies(home.visit()));
    const auto preview = home.remedy().preview(home.visit());
    QCOMPARE(preview.size(), 1);
    QCOMPARE(preview[0].file, home.file());
    QCOMPARE(preview[0].key, QStringLiteral("io_timeout_secs"));
    QCOMPARE(preview[0].oldValue, old);
    QCOMPARE(preview[0].newValue, QStringLiteral("600"));
    QCOMPARE(support::readFile(home.file()), before);
    Journal journal(home.journal());
    const model::Outcome outcome = home.remedy().apply(home.visit(), journal);
    QVERIFY2(outcome.ok(), qPrintable(model::name(outcome.refusal)));
    QCOMPARE(support::readFile(home.file()), after);
    const auto entry = journal.entries().value(0);
    QVERIFY(home.remedy().verify(entry));
    QVERIFY(!home.remedy().applies(home.visit()));
    QVERIFY(journal.undo(outcome.entry).ok());
    QCOMPARE(support::readFile(home.file()), before);
    QVERIFY(!home.remedy().verify(entry));
}

void TestSylpheedTimeout::leavesAlone_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QString>("address");
    const QString taro = QStringLiteral("taro@example.ne.jp");
    QTest::newRow("long enough") << QByteArray("[Common]\nio_timeout_secs=600\n") << taro;
    QTest::newRow("never lowers") << QByteArray("[Common]\nio_timeout_secs=3600\n") << taro;
    QTest::newRow("waits for ever") << QByteArray("[Common]\nio_timeout_secs=0\n") << taro;
    QTest::newRow("no such section") << QByteArray("[Other]\nx=1\n") << taro;
    QTest::newRow("an empty file") << QByteArray() << taro;
    QTest::newRow("another person's account")
        << QByteArray("[Common]\nio_timeout_secs=60\n") << QStringLiteral("hanako@example.ne.jp");
}

void TestSylpheedTimeout::leavesAlone()
{
    QFETCH(QByteArray, settings);
    QFETCH(QString, address);
    for (const Program &program : programs) {
        const Home home(program, settings);
        model::Case visit = home.visit();
        visit.address = address;
        QVERIFY(!home.remedy().applies(visit));
        Journal journal(home.journal());
        QCOMPARE(home.remedy().apply(visit, journal).refusal, Refusal::NotApplicable);
        QCOMPARE(support::readFile(home.file()), settings);
    }
}

void TestSylpheedTimeout::refuses_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<Refusal>("refusal");
    QTest::newRow("removed") << "rm {F}" << Refusal::NotFound;
    QTest::newRow("emptied") << ": > {F}" << Refusal::Unreadable;
    QTest::newRow("the section gone") << "printf '[X]\\n' > {F}" << Refusal::Unreadable;
    QTest::newRow("linked") << "ln {F} {F}2" << Refusal::LinkedFile;
    QTest::newRow("a link") << "mv {F} {F}2 && ln -s {F}2 {F}" << Refusal::LinkedFile;
    QTest::newRow("read-only") << "chmod 0400 {F}" << Refusal::NotWritable;
    QTest::newRow("raised by hand") << "printf '[Common]\\nio_timeout_secs=900\\n' > {F}"
                                    << Refusal::NotApplicable;
}

void TestSylpheedTimeout::refuses()
{
    SKIP_ON_WINDOWS("faults made by a shell");
    QFETCH(QString, command);
    for (const Program &program : programs) {
        const Home home(program, "[Common]\nio_timeout_secs=60\n");
        const model::Case visit = home.visit(); // read before it happens
        QCOMPARE(std::system(qPrintable(QString(command).replace(QStringLiteral("{F}"), home.file()))), 0);
        Journal journal(home.journal());
        QTEST(home.remedy().apply(visit, journal).refusal, "refusal");
    }
}

void TestSylpheedTimeout::takesItsKeyBackFromAFileThatTheProgramWroteAnew()
{
    for (const Program &program : programs) {
        const Home home(program, "[Common]\nx=1\nio_timeout_secs=60\n");
        Journal journal(home.journal());
        const model::Outcome outcome = home.remedy().apply(home.visit(), journal);
        QVERIFY(outcome.ok());
        support::writeFile(home.file(), "[Common]\nio_timeout_secs=600\nx=2\ny=届\n");
        const model::Outcome back = journal.undo(outcome.entry);
        QVERIFY2(back.ok(), qPrintable(model::name(back.refusal)));
        QCOMPARE(support::readFile(home.file()), QByteArray("[Common]\nio_timeout_secs=60\nx=2\ny=届\n"));
    }
}

void TestSylpheedTimeout::leavesAKeyThatThePersonChangedSince()
{
    for (const Program &program : programs) {
        const Home home(program, "[Common]\nx=1\nio_timeout_secs=60\n");
        Journal journal(home.journal());
        const model::Outcome outcome = home.remedy().apply(home.visit(), journal);
        const QByteArray own = "[Common]\nx=1\nio_timeout_secs=900\n";
        support::writeFile(home.file(), own);
        const model::Outcome back = journal.undo(outcome.entry);
        QCOMPARE(back.refusal, Refusal::ChangedMeanwhile);
        QCOMPARE(back.conflict.value(0).now, QStringLiteral("900"));
        QCOMPARE(back.conflict.value(0).change.newValue, QStringLiteral("600"));
        QCOMPARE(support::readFile(home.file()), own);
    }
}

QTEST_GUILESS_MAIN(TestSylpheedTimeout)
#include "test_sylpheed_timeout.moc"
