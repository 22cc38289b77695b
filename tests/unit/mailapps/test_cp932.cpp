#include "mailapps/cp932.h"

#include <QTest>

class TestCp932 : public QObject
{
    Q_OBJECT

private slots:
    void convertsBothWays_data();
    void convertsBothWays();
    void refusesWhatIsNotOfThisCodePage_data();
    void refusesWhatIsNotOfThisCodePage();
    void refusesCharactersWithoutAPlace_data();
    void refusesCharactersWithoutAPlace();
};

void TestCp932::convertsBothWays_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("ASCII") << QByteArray("Mail \\ ~") << QStringLiteral("Mail \\ ~");
    QTest::newRow("kanji") << QByteArray("\x91\x97\x90\x4d") << QStringLiteral("送信");
    QTest::newRow("second byte is a backslash") << QByteArray("\x95\x5c\x8e\xa6") << QStringLiteral("表示");
    QTest::newRow("half-width kana") << QByteArray("\xd2\xb0\xd9") << QStringLiteral("ﾒｰﾙ");
    QTest::newRow("circled number of NEC") << QByteArray("\x87\x40") << QStringLiteral("①");
    QTest::newRow("name kanji of IBM") << QByteArray("\xfb\xfc") << QStringLiteral("髙");
    QTest::newRow("wave dash of Microsoft") << QByteArray("\x81\x60") << QString(QChar(0xff5e));
    QTest::newRow("NUL inside") << QByteArray("a\0b", 3) << QString::fromLatin1("a\0b", 3);
}

void TestCp932::convertsBothWays()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(mailapps::fromCp932(bytes), std::optional(text));
    QCOMPARE(mailapps::toCp932(text), std::optional(bytes));
}

void TestCp932::refusesWhatIsNotOfThisCodePage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("half a character") << QByteArray("\x91");
    QTest::newRow("half a character behind others") << QByteArray("Mail\x91\x97\x90");
    QTest::newRow("second byte out of range") << QByteArray("\x91\x20");
    QTest::newRow("empty place") << QByteArray("\x85\x40");
}

void TestCp932::refusesWhatIsNotOfThisCodePage()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!mailapps::fromCp932(bytes));
}

void TestCp932::refusesCharactersWithoutAPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("emoji") << QString::fromUtf8("😀");
    QTest::newRow("Korean") << QStringLiteral("한");
    QTest::newRow("e with an accent") << QStringLiteral("é");
    QTest::newRow("half a pair") << QString(QChar(0xd83d));
    QTest::newRow("behind others") << QStringLiteral("送信é");
}

void TestCp932::refusesCharactersWithoutAPlace()
{
    QFETCH(QString, text);
    QVERIFY(!mailapps::toCp932(text));
}

QTEST_APPLESS_MAIN(TestCp932)
#include "test_cp932.moc"
