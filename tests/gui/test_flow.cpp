#include "wizard/screens/catalogue.h"
#include "wizard/shell/flow.h"
#include "wizard/shell/navigation.h"
#include "wizard/shell/reading.h"

#include <QTemporaryDir>
#include <QTest>

using namespace wizard;

class FlowTest : public QObject
{
    Q_OBJECT
private slots:
    void everyScreenOfTheFlowIsBuiltAndEveryScreenBuiltIsInTheFlow()
    {
        const shell::Flow flow = shell::Flow::read();
        QCOMPARE(flow.error(), QString());
        QStringList built, named = flow.screens();
        for (const shell::ScreenEntry &entry : screens::catalogue())
            built += QLatin1String(entry.id);
        built.sort();
        named.sort();
        QCOMPARE(built, named);
    }
    void everyOutcomeOfAScreenLeadsSomewhereAndNoBranchIsDead()
    {
        const shell::Flow flow = shell::Flow::read();
        shell::Visit visit({});
        for (const shell::ScreenEntry &entry : screens::catalogue()) {
            const std::unique_ptr<shell::Screen> screen(entry.make(visit));
            QStringList can = screen->outcomes(), may = flow.outcomes(QLatin1String(entry.id));
            can.sort();
            may.sort();
            QVERIFY2(can == may, entry.id);
        }
    }
    void everyScreenCanBeReached()
    {
        const shell::Flow flow = shell::Flow::read();
        QStringList reached{flow.start()};
        for (qsizetype i = 0; i < reached.size(); ++i) {
            for (const QString &outcome : flow.outcomes(reached[i])) {
                const QString next = flow.after(reached[i], outcome);
                if (!reached.contains(next))
                    reached += next;
            }
        }
        QCOMPARE(reached.size(), flow.screens().size());
    }
    void refusesABrokenFlow_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut off") << QByteArray("{\"start\":\"A-1\",");
        QTest::newRow("no start") << QByteArray("{\"screens\":[{\"id\":\"A-1\"}]}");
        QTest::newRow("unknown target")
            << QByteArray("{\"start\":\"A-1\",\"screens\":[{\"id\":\"A-1\",\"leads_to\":{\"x\":\"B-2\"}}]}");
        QTest::newRow("twice") << QByteArray(
            "{\"start\":\"A-1\",\"screens\":[{\"id\":\"A-1\"},{\"id\":\"A-1\"}]}");
    }
    void refusesABrokenFlow()
    {
        QFETCH(QByteArray, json);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("flow.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
        file.close();
        QVERIFY(!shell::Flow::read(file.fileName()).error().isEmpty());
    }
    void backLeadsWhereOneCameFromAndNeverInACircle()
    {
        shell::Navigation way(shell::Flow::read());
        way.begin();
        QVERIFY(!way.canGoBack());
        way.take(QStringLiteral("start"));
        way.take(QStringLiteral("known"));
        way.take(QStringLiteral("no-network"));
        way.take(QStringLiteral("connected")); // A-3 again
        QCOMPARE(way.current(), QStringLiteral("A-3"));
        way.back();
        QCOMPARE(way.current(), QStringLiteral("A-2"));
        way.back();
        QCOMPARE(way.current(), QStringLiteral("A-1"));
        way.back();
        QCOMPARE(way.current(), QStringLiteral("A-1"));
    }
    void doesNotMoveOnWhatItDoesNotKnow()
    {
        shell::Navigation way(shell::Flow::read());
        way.begin();
        way.take(QStringLiteral("nonsense"));
        QVERIFY(!way.jump(QStringLiteral("Q-9")));
        QVERIFY(!way.jump(QString()));
        QCOMPARE(way.current(), QStringLiteral("A-1"));
    }
    void aNumberIsUnderstoodHoweverItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("number");
        QTest::newRow("plain") << QStringLiteral("S-5") << QStringLiteral("S-5");
        QTest::newRow("small") << QStringLiteral("s5") << QStringLiteral("S-5");
        QTest::newRow("full width") << QStringLiteral("Ｓー５") << QStringLiteral("S-5");
        QTest::newRow("blanks") << QStringLiteral("  S  5 ") << QStringLiteral("S-5");
        QTest::newRow("digit first") << QStringLiteral("5S") << QString();
        QTest::newRow("two digits") << QStringLiteral("S-55") << QString();
        QTest::newRow("zero") << QStringLiteral("S-0") << QString();
        QTest::newRow("kana") << QStringLiteral("さくら5") << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void aNumberIsUnderstoodHoweverItIsTyped()
    {
        QFETCH(QString, typed);
        QTEST(shell::Reading::normalised(typed), "number");
    }
};

QTEST_MAIN(FlowTest)
#include "test_flow.moc"
