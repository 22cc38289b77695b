// An address as people type it: what can be put right safely is, what cannot is said, and a good one is left
// alone.
#include "messages/address.h"
#include "messages/typo_domains.h"

#include <QtTest>

class Address : public QObject
{
    Q_OBJECT
private slots:
    void leavesAGoodAddressAlone_data()
    {
        QTest::addColumn<QString>("given");
        for (const char *good :
             {"hanako@example.ne.jp", "hanako.yamada+mail@sub.example.ne.jp", "a@example.co.jp",
              "\"hanako yamada\"@example.ne.jp", "x_y-z@ezweb.ne.jp", "o'neil@example.com"})
            QTest::newRow(good) << QString::fromUtf8(good);
    }
    void leavesAGoodAddressAlone()
    {
        QFETCH(QString, given);
        const messages::AddressReading reading = messages::readAddress(given);
        QVERIFY(reading.valid);
        QCOMPARE(reading.corrected, given);
        QCOMPARE(reading.findings, QStringList());
        QCOMPARE(reading.oddAt, qsizetype(-1));
    }

    void putsRightWhatAKeyboardDid_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<qsizetype>("oddAt");
        QTest::newRow("full-width") << QStringLiteral("ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｎｅ．ｊｐ")
                                    << qsizetype(0);
        QTest::newRow("only the at sign") << QStringLiteral("hanako＠example.ne.jp") << qsizetype(6);
        QTest::newRow("ideographic full stop") << QStringLiteral("hanako@example。ne。jp") << qsizetype(14);
        QTest::newRow("ideographic space") << QStringLiteral("hanako@example.ne.jp　") << qsizetype(-1);
        QTest::newRow("space inside") << QStringLiteral("hanako @example.ne.jp") << qsizetype(6);
        QTest::newRow("mailto") << QStringLiteral("mailto:hanako@example.ne.jp?subject=x") << qsizetype(-1);
        QTest::newRow("angle brackets") << QStringLiteral("<hanako@example.ne.jp>") << qsizetype(-1);
        QTest::newRow("trailing dot") << QStringLiteral("hanako@example.ne.jp.") << qsizetype(-1);
        QTest::newRow("capital domain") << QStringLiteral("hanako@Example.NE.JP") << qsizetype(-1);
        QTest::newRow("zero width") << QStringLiteral("hanako@example.ne.jp") + QChar(0x200b)
                                    << qsizetype(20);
    }
    void putsRightWhatAKeyboardDid()
    {
        QFETCH(QString, given);
        QFETCH(qsizetype, oddAt);
        const messages::AddressReading reading = messages::readAddress(given);
        QVERIFY(reading.valid);
        QCOMPARE(reading.corrected, QStringLiteral("hanako@example.ne.jp"));
        QCOMPARE(reading.oddAt, oddAt);
        QCOMPARE(reading.findings.contains(QStringLiteral("address.full-width")), oddAt >= 0);
    }

    void refusesWhatIsNoAddress_data()
    {
        QTest::addColumn<QString>("given");
        for (const char *bad :
             {"", "hanako", "@example.ne.jp", "hanako@", "hanako@example", "hanako@@example.ne.jp",
              "ha..nako@example.ne.jp", ".hanako@example.ne.jp", "hanako.@example.ne.jp",
              "hanako@-example.ne.jp", "hanako@example..ne.jp", "hanako@exa_mple.ne.jp", "花子@example.ne.jp",
              "hanako@192.0.2.1", "hana,ko@example.ne.jp", "hanako@example.ne.jp,taro@example.ne.jp"})
            QTest::newRow(bad) << QString::fromUtf8(bad);
        QTest::newRow("65 letters before the @") << QString(65, u'a') + QStringLiteral("@example.ne.jp");
        QTest::newRow("a megabyte") << QString(1'000'000, u'a') + QStringLiteral("@example.ne.jp");
    }
    void refusesWhatIsNoAddress()
    {
        QFETCH(QString, given);
        const messages::AddressReading reading = messages::readAddress(given);
        QVERIFY(!reading.valid);
        QCOMPARE(reading.findings, QStringList(QStringLiteral("address.syntax")));
        QVERIFY(reading.oddAt >= 0 && reading.oddAt <= given.size());
    }

    void takesOldCarrierAddresses_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<bool>("valid");
        QTest::newRow("two dots at docomo") << QStringLiteral("ha..nako@docomo.ne.jp") << true;
        QTest::newRow("dot before the at sign") << QStringLiteral("hanako.@ezweb.ne.jp") << true;
        QTest::newRow("nowhere else") << QStringLiteral("hanako.@softbank.ne.jp") << false;
        QTest::newRow("dot at the start") << QStringLiteral(".hanako@docomo.ne.jp") << false;
    }
    void takesOldCarrierAddresses()
    {
        QFETCH(QString, given);
        QFETCH(bool, valid);
        const messages::AddressReading reading = messages::readAddress(given);
        QCOMPARE(reading.valid, valid);
        QCOMPARE(reading.findings.contains(QStringLiteral("address.carrier-nonstandard")), valid);
    }

    void proposesButDoesNotChangeAMistypedDomain()
    {
        const messages::AddressReading reading = messages::readAddress(QStringLiteral("hanako@docmo.ne.jp"));
        QVERIFY(reading.valid);
        QCOMPARE(reading.corrected, QStringLiteral("hanako@docmo.ne.jp"));
        QCOMPARE(reading.findings, QStringList(QStringLiteral("address.typo-domain")));
        QCOMPARE(messages::meantDomain(QStringLiteral("docmo.ne.jp")), QStringLiteral("docomo.ne.jp"));
        QVERIFY(messages::meantDomain(QStringLiteral("docomo.ne.jp")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(Address)
#include "test_address.moc"
