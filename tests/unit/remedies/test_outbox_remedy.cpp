// PROGRAM.set-outbox-aside for every program whose outbox is known: what waits goes to a safe place and comes
// back byte for byte.
#include "remedies/remedy.h"

#include "support/edit_home.h"

#include <QDirIterator>
#include <QTest>

using model::Refusal;
using remedies::Journal;

namespace {

const QByteArray message
    = "From: taro@example.ne.jp\nSubject: hi\nDate: Sat, 28 Nov 2026 10:00:00 +0900\n\nHello.\n";

/// Every file below, with its content.
QMap<QString, QByteArray> tree(const QString &folder)
{
    QMap<QString, QByteArray> found;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        found.insert(QDir(folder).relativeFilePath(path), support::readFile(path));
    }
    return found;
}

class Home
{
public:
    explicit Home(const QMap<QString, QByteArray> &files)
    {
        QDir().mkpath(profile());
        for (auto it = files.begin(); it != files.end(); ++it)
            support::writeFile(profile() + u'/' + it.key(), it.value());
    }
    QString profile() const { return m_folder.filePath(QStringLiteral("mail")); }
    QString journal() const { return m_folder.filePath(QStringLiteral("todoku")); }
    model::Case visit(const QString &program, const QString &outbox, int count) const
    {
        model::Outbox waiting;
        waiting.path = profile() + u'/' + outbox;
        waiting.count = count;
        model::AppProfile profileOfIt;
        profileOfIt.path = profile();
        profileOfIt.outboxes = {waiting};
        profileOfIt.accounts.resize(1);
        profileOfIt.accounts[0].address = QStringLiteral("taro@example.ne.jp");
        model::MailApp app;
        app.id = program;
        app.profiles = {profileOfIt};
        model::Case found;
        found.address = QStringLiteral("taro@example.ne.jp");
        found.apps = {app};
        return found;
    }

private:
    QTemporaryDir m_folder;
};

const remedies::Remedy &remedyOf(const QString &program)
{
    return *remedies::remedyNamed(program + QStringLiteral(".set-outbox-aside"));
}

using Files = QMap<QString, QByteArray>;

} // namespace

class TestOutboxRemedy : public QObject
{
    Q_OBJECT

private slots:
    void setsAside_data();
    void setsAside();
    void leavesAlone_data();
    void leavesAlone();
};

void TestOutboxRemedy::setsAside_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("outbox");
    QTest::addColumn<Files>("files");
    QTest::addColumn<Files>("after");
    const QByteArray queued = "S:<taro@example.ne.jp>\nR:<a@example.com>\n\n" + message;
    QTest::newRow("Live Mail") << "windows-live-mail"
                               << "Outbox"
                               << Files{{QStringLiteral("Outbox/1.eml"), message},
                                        {QStringLiteral("Outbox/2.EML"), message},
                                        {QStringLiteral("Outbox/winmail.fol"), "x"}}
                               << Files{{QStringLiteral("Outbox/winmail.fol"), "x"}};
    for (const char *program : {"sylpheed", "claws-mail"})
        QTest::newRow(program) << program << "queue"
                               << Files{{QStringLiteral("queue/1"), queued},
                                        {QStringLiteral("queue/12"), queued},
                                        {QStringLiteral("queue/.sylpheed_mark"), "m"}}
                               << Files{{QStringLiteral("queue/.sylpheed_mark"), "m"}};
    QTest::newRow("Becky!") << "becky"
                            << "!!!!Unsent"
                            << Files{{QStringLiteral("!!!!Unsent/a.bmf"), message + ".\n"},
                                     {QStringLiteral("!!!!Unsent/b.bmf"), message + ".\n"},
                                     {QStringLiteral("!!!!Unsent/Folder.idx"), "i"},
                                     {QStringLiteral("!!!!Outbox/s.bmf"), message + ".\n"}}
                            << Files{{QStringLiteral("!!!!Unsent/a.bmf"), {}},
                                     {QStringLiteral("!!!!Unsent/b.bmf"), {}},
                                     {QStringLiteral("!!!!Outbox/s.bmf"), message + ".\n"}};
    QTest::newRow("Thunderbird") << "thunderbird"
                                 << "Unsent Messages"
                                 << Files{{QStringLiteral("Unsent Messages"), "From - \n" + message},
                                          {QStringLiteral("Unsent Messages.msf"), "i"}}
                                 << Files{{QStringLiteral("Unsent Messages"), {}}};
}

void TestOutboxRemedy::setsAside()
{
    QFETCH(QString, program);
    QFETCH(QString, outbox);
    QFETCH(Files, files);
    QFETCH(Files, after);
    const Home home(files);
    const model::Case visit = home.visit(program, outbox, 2);
    const remedies::Remedy &remedy = remedyOf(program);
    QVERIFY(remedy.applies(visit));
    const auto preview = remedy.preview(visit);
    QCOMPARE(preview.size(), 1);
    QCOMPARE(preview[0].key, QStringLiteral("messages"));
    QCOMPARE(preview[0].oldValue, QStringLiteral("2"));
    QCOMPARE(tree(home.profile()), files);
    Journal journal(home.journal());
    const model::Outcome outcome = remedy.apply(visit, journal);
    QVERIFY2(outcome.ok(), qPrintable(model::name(outcome.refusal) + outcome.file));
    QCOMPARE(tree(home.profile()), after);
    const auto entry = journal.entries().value(0);
    QVERIFY(remedy.verify(entry));
    // Each message can be opened as it is.
    int opened = 0;
    for (const QByteArray &kept : tree(home.journal() + QStringLiteral("/aside")))
        opened += kept.startsWith("From: taro@example.ne.jp");
    QVERIFY(opened >= (program == u"thunderbird" ? 1 : 2));
    QVERIFY(journal.undo(outcome.entry).ok());
    QCOMPARE(tree(home.profile()), files);
    QVERIFY(!remedy.verify(entry));
}

void TestOutboxRemedy::leavesAlone_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("outbox");
    QTest::addColumn<Files>("files");
    QTest::addColumn<int>("count");
    const Files one{{QStringLiteral("queue/1"), message}, {QStringLiteral("file"), message}};
    QTest::newRow("nothing waits") << "sylpheed"
                                   << "queue" << one << 0;
    QTest::newRow("no folder but a file") << "sylpheed"
                                          << "file" << one << 1;
    QTest::newRow("a folder where one file is expected") << "thunderbird"
                                                         << "queue" << one << 1;
    QTest::newRow("no folder at all") << "windows-live-mail"
                                      << "Outbox" << one << 1;
    QTest::newRow("no file of Becky!'s") << "becky"
                                         << "queue" << one << 1;
}

void TestOutboxRemedy::leavesAlone()
{
    QFETCH(QString, program);
    QFETCH(QString, outbox);
    QFETCH(Files, files);
    QFETCH(int, count);
    const Home home(files);
    const model::Case visit = home.visit(program, outbox, count);
    QVERIFY(!remedyOf(program).applies(visit));
    Journal journal(home.journal());
    QCOMPARE(remedyOf(program).apply(visit, journal).refusal, Refusal::NotApplicable);
    QCOMPARE(tree(home.profile()), files);
    model::Case other = home.visit(program, outbox, 2);
    other.address = QStringLiteral("hanako@example.ne.jp");
    QVERIFY(!remedyOf(program).applies(other));
}

QTEST_GUILESS_MAIN(TestOutboxRemedy)
#include "test_outbox_remedy.moc"
