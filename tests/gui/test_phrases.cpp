#include "wizard/widgets/paragraph.h"
#include "wizard/widgets/phrases.h"

#include <QTest>

using namespace wizard::widgets;

class Phrases : public QObject
{
    Q_OBJECT
private slots:
    void cutsJapaneseBetweenPhrases_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("cut");
        QTest::newRow("particles") << QStringLiteral("メールを送る道")
                                   << QStringList{QStringLiteral("メールを"), QStringLiteral("送る"),
                                                  QStringLiteral("道")};
        QTest::newRow("honorific") << QStringLiteral("契約書をお手元に")
                                   << QStringList{QStringLiteral("契約書を"), QStringLiteral("お手元に")};
        QTest::newRow("English") << QStringLiteral("one two")
                                 << QStringList{QStringLiteral("one "), QStringLiteral("two")};
        QTest::newRow("empty") << QString() << QStringList{};
    }
    void cutsJapaneseBetweenPhrases()
    {
        QFETCH(QString, text);
        QTEST(phrases(text), "cut");
    }
    void neverBeginsALineWithWhatMustNotStandThere()
    {
        const QString forbidden = QStringLiteral("。、」）？！ーっゃゅょぁ");
        const QString text = QStringLiteral("「はい」を押すと、メールソフト（Thunderbird）がっちり止まります"
                                            "。いいですか？はい！ちょっと待って。");
        for (const QString &phrase : phrases(text)) {
            QVERIFY2(!forbidden.contains(phrase.front()), qPrintable(phrase));
            QVERIFY2(!phrase.endsWith(QStringLiteral("「")) && !phrase.endsWith(QStringLiteral("（")),
                     qPrintable(phrase));
        }
        QCOMPARE(phrases(text).join(QString()), text);
    }
    void losesNothingOfAWordWiderThanTheLine()
    {
        const QString text = QStringLiteral("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        QCOMPARE(pieces(text).join(QString()), text);
        Paragraph paragraph;
        paragraph.say(text);
        QVERIFY(paragraph.heightForWidth(80) > 2 * paragraph.heightForWidth(4000));
    }
    void cutsATelephoneNumberBetweenItsGroups()
    {
        QCOMPARE(pieces(QStringLiteral("0564-00-0000")),
                 (QStringList{QStringLiteral("0564-"), QStringLiteral("00-"), QStringLiteral("0000")}));
    }
    void showsMarkupFromOutsideAsItIs()
    {
        Paragraph paragraph;
        paragraph.say(QStringLiteral("<b>220</b> <img src=x>"));
        QCOMPARE(paragraph.textFormat(), Qt::PlainText);
        QCOMPARE(paragraph.text(), QStringLiteral("<b>220</b> <img src=x>"));
    }
    void linesStandApartAtLeastOneAndAHalf()
    {
        Paragraph paragraph;
        paragraph.setStyleSheet(QStringLiteral("font-size: 20px"));
        paragraph.say(QStringLiteral("一行"));
        QVERIFY(paragraph.heightForWidth(1000) >= 30);
    }
};

QTEST_MAIN(Phrases)
#include "test_phrases.moc"
