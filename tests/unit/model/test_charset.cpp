#include "model/charset.h"

#include <QTest>

class TestCharset : public QObject
{
    Q_OBJECT

private slots:
    void convertsBothWays_data();
    void convertsBothWays();
    void refusesWhatIsNotOfThisCodePage_data();
    void refusesWhatIsNotOfThisCodePage();
    void refusesCharactersWithoutAPlace_data();
    void refusesCharactersWithoutAPlace();
    void readsByName_data();
    void readsByName();
    void readsNothingByHalf_data();
    void readsNothingByHalf();
};

void TestCharset::convertsBothWays_data()
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

void TestCharset::convertsBothWays()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(model::fromCp932(bytes), std::optional(text));
    QCOMPARE(model::toCp932(text), std::optional(bytes));
}

void TestCharset::refusesWhatIsNotOfThisCodePage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("half a character") << QByteArray("\x91");
    QTest::newRow("half a character behind others") << QByteArray("Mail\x91\x97\x90");
    QTest::newRow("second byte out of range") << QByteArray("\x91\x20");
    QTest::newRow("empty place") << QByteArray("\x85\x40");
}

void TestCharset::refusesWhatIsNotOfThisCodePage()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!model::fromCp932(bytes));
}

void TestCharset::refusesCharactersWithoutAPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("emoji") << QString::fromUtf8("😀");
    QTest::newRow("Korean") << QStringLiteral("한");
    QTest::newRow("e with an accent") << QStringLiteral("é");
    QTest::newRow("half a pair") << QString(QChar(0xd83d));
    QTest::newRow("behind others") << QStringLiteral("送信é");
}

void TestCharset::refusesCharactersWithoutAPlace()
{
    QFETCH(QString, text);
    QVERIFY(!model::toCp932(text));
}

void TestCharset::readsByName_data()
{
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *charset, const QByteArray &bytes, const char16_t *text) {
        QTest::addRow("%s %s", charset, bytes.toHex(' ').constData())
            << QByteArray(charset) << bytes << QString::fromUtf16(text);
    };
    row("ISO-2022-JP", "\x1b$BD.Fb2q\x1b(B 3", u"町内会 3");
    row("iso-2022-jp", "\x1b$@D.\x1b(J\\", u"町\\");
    row("ISO-2022-JP", "\x1b(I1\x1b(B", u"ｱ");
    row("ISO-2022-JP", "\x1b$B-!\x1b(B", u"①"); // row 13 of NEC
    row("ISO-2022-JP", "\x1b$BD.\r\nab", u"町\r\nab"); // a line ends in ASCII
    row("cp50221", "\x1b$B!!|q\x1b(B", u"\u3000ⅰ"); // of what NEC chose of IBM's
    row("EUC-JP", "\xc4\xae\xc6\xe2", u"町内");
    row("x-euc-jp", "\x8e\xb1 a", u"ｱ a");
    row("Windows-31J", "\x91\x97", u"送");
    row("x-sjis", "\x87\x40", u"①");
    row("UTF-8", "\xe9\x80\x81", u"送");
    row("iso-8859-1", "\xe9", u"é");
    row("iso-8859-2", "\xb1", u"ą");
    row("windows-1251", "\xc0", u"А");
    row("koi8-r", "\xc1", u"а");
    row("GB2312", "\xc4\xe3", u"你");
    row("big5", "\xa7\x41", u"你");
    row("euc-kr", "\xb0\xa1", u"가");
}

void TestCharset::readsByName()
{
    QFETCH(QByteArray, charset);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(model::fromCharset(bytes, charset), std::optional(text));
}

void TestCharset::readsNothingByHalf_data()
{
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("unknown") << QByteArray("x-nobody") << QByteArray("a");
    QTest::newRow("no name") << QByteArray() << QByteArray("a");
    QTest::newRow("half of ISO-2022-JP") << QByteArray("iso-2022-jp") << QByteArray("\x1b$BD.F");
    QTest::newRow("half an escape") << QByteArray("iso-2022-jp") << QByteArray("\x1b$");
    QTest::newRow("JIS X 0212") << QByteArray("iso-2022-jp-1") << QByteArray("\x1b$(D0!\x1b(B");
    QTest::newRow("eighth bit in ISO-2022-JP") << QByteArray("iso-2022-jp") << QByteArray("\xc4\xae");
    QTest::newRow("half of EUC-JP") << QByteArray("euc-jp") << QByteArray("\xc4\xae\xc6");
    QTest::newRow("three bytes of EUC-JP") << QByteArray("euc-jp") << QByteArray("\x8f\xb0\xa1");
    QTest::newRow("not UTF-8") << QByteArray("utf-8") << QByteArray("\xc4");
}

void TestCharset::readsNothingByHalf()
{
    QFETCH(QByteArray, charset);
    QFETCH(QByteArray, bytes);
    QVERIFY(!model::fromCharset(bytes, charset));
}

QTEST_APPLESS_MAIN(TestCharset)
#include "test_charset.moc"
