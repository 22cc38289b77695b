// Which domains a provider serves, and the forms of a log-in name.
#include "model/provider.h"

#include <QtTest>

class ProviderTest : public QObject
{
    Q_OBJECT
private slots:
    void servesItsDomains_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<bool>("served");
        QTest::newRow("itself") << "example.ne.jp" << true;
        QTest::newRow("upper case") << "EXAMPLE.NE.JP" << true;
        QTest::newRow("one label below") << "mail.example.ne.jp" << true;
        QTest::newRow("two labels below") << "a.b.example.ne.jp" << true;
        QTest::newRow("only looks like it") << "notexample.ne.jp" << false;
        QTest::newRow("longer") << "example.ne.jp.evil.test" << false;
        QTest::newRow("parent") << "ne.jp" << false;
        QTest::newRow("nothing") << "" << false;
    }
    void servesItsDomains()
    {
        QFETCH(QString, domain);
        model::Provider provider;
        provider.domains = {QStringLiteral("example.ne.jp"), QStringLiteral("*.example.ne.jp")};
        QTEST(provider.serves(domain), "served");
    }
    void formsTheUserName_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("user");
        QTest::newRow("address") << "address"
                                 << "taro@example.ne.jp";
        QTest::newRow("local") << "local"
                               << "taro";
        QTest::newRow("percent") << "percent"
                                 << "taro%example.ne.jp";
        QTest::newRow("dot") << "dot"
                             << "taro.example.ne.jp";
        QTest::newRow("asked for") << "id"
                                   << "";
        QTest::newRow("unknown") << "weird"
                                 << "";
    }
    void formsTheUserName()
    {
        QFETCH(QString, form);
        QTEST(model::userName(QStringLiteral("taro@example.ne.jp"), form), "user");
    }
    void noUserNameWithoutAnAddress()
    {
        QCOMPARE(model::userName(QStringLiteral("taro"), QStringLiteral("local")), QString());
        QCOMPARE(model::userName(QStringLiteral("@example.ne.jp"), QStringLiteral("local")), QString());
    }
    void wordsFallBackToEnglishThenToAny()
    {
        const model::Words both{{QStringLiteral("ja"), QStringLiteral("はい")},
                                {QStringLiteral("en"), QStringLiteral("yes")}};
        QCOMPARE(model::inLanguage(both, QStringLiteral("ja")), QStringLiteral("はい"));
        QCOMPARE(model::inLanguage(both, QStringLiteral("pt")), QStringLiteral("yes"));
        QCOMPARE(model::inLanguage({{QStringLiteral("ja"), QStringLiteral("はい")}}, QStringLiteral("pt")),
                 QStringLiteral("はい"));
        QCOMPARE(model::inLanguage({}, QStringLiteral("pt")), QString());
    }
};

QTEST_GUILESS_MAIN(ProviderTest)
#include "test_provider.moc"
