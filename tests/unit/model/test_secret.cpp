// A password type that forgets when told to, and never by surprise.
#include "model/secret.h"

#include <QtTest>

#include <type_traits>

class SecretTest : public QObject
{
    Q_OBJECT
private slots:
    void cannotBeCopiedOrPrinted()
    {
        static_assert(!std::is_copy_constructible_v<model::Secret>);
        static_assert(!std::is_copy_assignable_v<model::Secret>);
        static_assert(!std::is_convertible_v<model::Secret, QString>);
        static_assert(!std::is_convertible_v<model::Secret, QByteArray>);
        static_assert(!std::is_convertible_v<QString, model::Secret>);
    }
    void movingLeavesNothingBehind()
    {
        model::Secret first(QStringLiteral("canary-pw"));
        const model::Secret second = std::move(first);
        QVERIFY(first.isEmpty()); // NOLINT: the state after the move is what is tested
        QCOMPARE(second.reveal(), QByteArray("canary-pw"));
    }
    void isEmptyAfterWiping()
    {
        model::Secret secret(QStringLiteral("canary-pw"));
        secret.wipe();
        QVERIFY(secret.isEmpty());
        QVERIFY(secret.reveal().isEmpty());
    }
    void overwritesEvenACopyThatSomebodyKept()
    {
        model::Secret secret(QStringLiteral("canary-pw"));
        const QByteArray kept = secret.reveal();
        secret.wipe();
        QCOMPARE(kept, QByteArray(9, '\0'));
    }
    void duplicateIsDeep()
    {
        model::Secret first(QStringLiteral("canary-pw"));
        const model::Secret second = first.duplicate();
        first.wipe();
        QCOMPARE(second.reveal(), QByteArray("canary-pw"));
    }
    void keepsEveryCharacter()
    {
        QCOMPARE(model::Secret(QStringLiteral("パス ワード")).reveal(),
                 QStringLiteral("パス ワード").toUtf8());
    }
};

QTEST_GUILESS_MAIN(SecretTest)
#include "test_secret.moc"
