// Every value of a closed list has one name, and the name leads back to it.
#include "model/failure.h"
#include "model/step.h"

#include <QSet>
#include <QtTest>

class Names : public QObject
{
    Q_OBJECT
private slots:
    void everyFailureIsFoundByItsName()
    {
        QSet<QString> names;
        for (const model::Failure failure : model::allFailures()) {
            names.insert(model::name(failure));
            QCOMPARE(model::failureNamed(model::name(failure)), std::optional(failure));
        }
        QCOMPARE(names.size(), model::allFailures().size());
        QVERIFY(!model::failureNamed(QStringLiteral("nonsense")));
    }
    void kebabCase()
    {
        QCOMPARE(model::name(model::Failure::ConnectTimeout), QStringLiteral("connect-timeout"));
    }
    void stepsToo()
    {
        QCOMPARE(model::stepNamed(QStringLiteral("submit")), std::optional(model::Step::Submit));
    }
};

QTEST_GUILESS_MAIN(Names)
#include "test_names.moc"
