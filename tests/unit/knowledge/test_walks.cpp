// Which walk-through helps with which finding: taken whole or refused with line and key.
#include "knowledge/knowledge.h"
#include "knowledge/walks_reader.h"

#include <QTemporaryFile>
#include <QtTest>

using namespace knowledge;

namespace {

std::variant<Walks, LoadError> read(const QByteArray &text)
{
    QTemporaryFile file;
    if (!file.open() || file.write(text) != text.size() || !file.flush())
        return LoadError{};
    return readWalks(file.fileName());
}

QByteArray listOf(const QByteArray &walks)
{
    return "{\"schema\": \"todoku-walks/1\",\n\"walks\": [" + walks + "]}";
}

const QByteArray good = "{\"finding\": \"app.offline\", \"tasks\": [\"go-online\"]}";

Knowledge loaded()
{
    const auto all = Knowledge::load();
    return std::holds_alternative<Knowledge>(all) ? std::get<Knowledge>(all) : Knowledge();
}

} // namespace

class WalksTest : public QObject
{
    Q_OBJECT
private slots:
    void everyWalkIsOfAFindingThatExistsAndOfATaskThatSomeProgramHas()
    {
        const auto own = readWalks(QStringLiteral(":/knowledge/walks.json"));
        QVERIFY(std::holds_alternative<Walks>(own));
        const Knowledge knowledge = loaded();
        QStringList tasks;
        for (const auto &guide : knowledge.guides())
            tasks.append(guide.second);
        const Walks walks = std::get<Walks>(own);
        QVERIFY(!walks.isEmpty());
        for (auto walk = walks.begin(); walk != walks.end(); ++walk) {
            QVERIFY2(knowledge.hasAdvice(walk.key(), QStringLiteral("ja")), qPrintable(walk.key()));
            for (const QString &task : *walk)
                QVERIFY2(tasks.contains(task), qPrintable(task));
        }
    }
    void onlyTasksThatTheProgramHasAreOffered()
    {
        const Knowledge knowledge = loaded();
        const QString stuck = QStringLiteral("app.outbox-stuck");
        QCOMPARE(knowledge.walks(stuck, QStringLiteral("outlook")),
                 QStringList({QStringLiteral("go-offline"), QStringLiteral("empty-outbox"),
                              QStringLiteral("go-online")}));
        QVERIFY(knowledge.walks(stuck, QStringLiteral("no-such-program")).isEmpty());
        QVERIFY(knowledge.walks(QStringLiteral("no.such-finding"), QStringLiteral("outlook")).isEmpty());
    }
    void aGoodListIsTaken()
    {
        const auto walks = read(listOf(good));
        QVERIFY(std::holds_alternative<Walks>(walks));
        QCOMPARE(std::get<Walks>(walks).value(QStringLiteral("app.offline")),
                 QStringList{QStringLiteral("go-online")});
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("key");
        QTest::newRow("a finding twice") << listOf(good + ",\n" + good) << "finding";
        QTest::newRow("an unknown task")
            << listOf("{\"finding\": \"app.offline\", \"tasks\": [\"stand-on-head\"]}") << "tasks";
        QTest::newRow("no tasks") << listOf("{\"finding\": \"app.offline\"}") << "tasks";
        QTest::newRow("no finding") << listOf("{\"tasks\": [\"go-online\"]}") << "finding";
        QTest::newRow("an unknown key")
            << listOf("{\"finding\": \"x\", \"tasks\": [\"go-online\"], \"colour\": 1}") << "colour";
        QTest::newRow("another schema")
            << QByteArray("{\"schema\": \"todoku-walks/2\", \"walks\": []}") << "schema";
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, key);
        const auto walks = read(text);
        QVERIFY(std::holds_alternative<LoadError>(walks));
        QVERIFY2(std::get<LoadError>(walks).key.contains(key), qPrintable(std::get<LoadError>(walks).text()));
        QVERIFY(std::get<LoadError>(walks).line > 0);
    }
};

QTEST_GUILESS_MAIN(WalksTest)
#include "test_walks.moc"
