// What an undo refuses is told in JSON with both sides: null where it cannot be told key by key.
#include "cli/output.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

class TestConflict : public QObject
{
    Q_OBJECT

private slots:
    void tellsBothSides();
};

void TestConflict::tellsBothSides()
{
    const model::Change change{QStringLiteral("f"), QStringLiteral("k"), QStringLiteral("1"),
                               QStringLiteral("2")};
    const QJsonArray list = cli::toJson(
        QList<model::Clash>{{change, QStringLiteral("3"), true}, {change, {}, true}, {change, {}, false}});
    QCOMPARE(list.size(), 3);
    const QJsonObject first = list[0].toObject();
    QCOMPARE(first.keys(),
             QStringList({QStringLiteral("file"), QStringLiteral("key"), QStringLiteral("new"),
                          QStringLiteral("now"), QStringLiteral("old")}));
    QCOMPARE(first[QStringLiteral("old")].toString(), QStringLiteral("1"));
    QCOMPARE(first[QStringLiteral("new")].toString(), QStringLiteral("2"));
    QCOMPARE(first[QStringLiteral("now")].toString(), QStringLiteral("3"));
    QCOMPARE(list[1].toObject()[QStringLiteral("now")], QJsonValue(QString())); // not set
    QVERIFY(list[2].toObject()[QStringLiteral("now")].isNull());
}

QTEST_GUILESS_MAIN(TestConflict)
#include "test_conflict.moc"
