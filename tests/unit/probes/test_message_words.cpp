// From, subject and date as a person can read them, however a mail program wrote them.
#include "probes/message_words.h"
#include "support/places.h"

#include <QFile>
#include <QTest>

class MessageWords : public QObject
{
    Q_OBJECT
private slots:
    void readsHeaders_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QByteArray &value, const char16_t *text) {
            QTest::newRow(name) << value << QString::fromUtf16(text);
        };
        row("plain", "Hello", u"Hello");
        row("base64", "=?UTF-8?B?6Iqx5a2Q?= <hanako@x.example>", u"花子 <hanako@x.example>");
        row("quoted", "=?utf-8?q?caf=C3=A9_au_lait?=", u"café au lait");
        row("ISO-2022-JP", "=?ISO-2022-JP?B?GyRCRC5GYjJxGyhC?=", u"町内会");
        row("Shift_JIS", "=?shift_jis?B?k/qWe4zq?=", u"日本語");
        row("circled digit in Shift_JIS", "=?Shift_JIS?B?h0A=?=", u"①");
        row("a character cut in two words", "=?UTF-8?B?6Iqx5Q==?= =?UTF-8?B?rZA=?=", u"花子");
        row("between two words nothing", "=?utf-8?q?a?=  =?utf-8?q?b?=", u"ab");
        row("between word and text a blank", "=?utf-8?q?a?= b", u"a b");
        row("language tag", "=?utf-8*ja?q?a?=", u"a");
        row("raw ISO-2022-JP", QByteArray("\x1b$BD.Fb2q\x1b(B"), u"町内会");
        row("raw UTF-8", "花子", u"花子");
        row("raw Shift_JIS", QByteArray("\x93\xfa\x96\x7b\x8c\xea"), u"日本語");
        row("unknown charset", "=?x-nobody?B?SGVsbG8=?=", u"Hello");
        row("wrong charset", "=?us-ascii?B?6Iqx5a2Q?=", u"花子");
        row("not ended", "=?utf-8?q?a", u"=?utf-8?q?a");
        row("reading direction", "=?utf-8?B?YeKArmI=?=", u"ab");
        row("line breaks", "=?utf-8?q?a=0D=0AFrom:_b?=", u"a From: b");
        row("zero", QByteArray("a\0b", 3), u"ab");
        row("empty", "", u"");
    }
    void readsHeaders()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, text);
        QCOMPARE(probes::readableHeader(value), text);
    }
    void neverShowsMoreThanAsked()
    {
        QCOMPARE(probes::readableHeader(QByteArray(100'000, 'a')).size(), 200);
        QCOMPARE(probes::readableHeader(QByteArray(100, 'a'), 10).size(), 10);
    }
    void readsDates_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("utc"); // empty: cannot be read
        const auto row = [](const char *value, const char *utc) {
            QTest::newRow(value) << QByteArray(value) << QString::fromLatin1(utc);
        };
        row("Mon, 23 Nov 2026 08:12:00 +0900", "2026-11-22T23:12:00Z");
        row("Mon, 23 Nov 2026 08:12:00 +0900 (JST)", "2026-11-22T23:12:00Z");
        row("23 Nov 26 08:12 GMT", "2026-11-23T08:12:00Z");
        row("1 Jan 98 00:00:00 EST", "1998-01-01T05:00:00Z");
        row(" 2-Nov-2026 19:54:43 -0330", "2026-11-02T23:24:43Z");
        row("Sun, 23 November 2026 08:12:00", "2026-11-23T08:12:00Z");
        row("", "");
        row("yesterday", "");
        row("31 Feb 2026 10:00:00 +0000", "");
        row("23 Xyz 2026 10:00:00 +0000", "");
        row("23 Nov 2026 25:61:00 +0000", "");
        row("2026-11-23T08:12:00Z", "");
    }
    void readsDates()
    {
        QFETCH(QByteArray, value);
        QTEST(probes::headerDate(value).toString(Qt::ISODate), "utc");
    }
    void takesTheFirstOfAFieldAndUnfoldsIt()
    {
        const auto head = probes::headOf({"SUBJECT: one", " two", "Subject: three", "From : x@y", "X: y",
                                          "Date:", "", "Message-ID: <below@the.header>"});
        QCOMPARE(head.subject, QByteArray("one two"));
        QCOMPARE(head.from, QByteArray("x@y"));
        QVERIFY(head.date.isEmpty() && head.messageId.isEmpty());
    }
    void agreesWithOtherDecodersOnJapaneseWords()
    {
        QFile table(support::inSource("../shared/data/mime/encoded-words-jp.tsv"));
        if (!table.open(QIODevice::ReadOnly))
            QSKIP("the shared test data is not beside the project");
        int lines = 0, read = 0;
        QStringList wrong;
        while (!table.atEnd()) {
            const QByteArrayList columns = table.readLine().trimmed().split('\t');
            if (columns.size() < 3 || !columns.first().contains("=?"))
                continue;
            ++lines;
            const QString text = probes::readableHeader(columns.first(), 1000);
            // Pictures of carriers lie where anybody may put anything: they are not shown.
            const QString wanted = probes::readableHeader(columns.at(2), 1000);
            QVERIFY2(!text.isEmpty(), columns.first().constData());
            if (text.simplified() == wanted)
                ++read;
            else
                wrong += text + QStringLiteral(" / ") + wanted;
        }
        QVERIFY(lines > 50);
        QVERIFY2(
            read * 100 >= lines * 88,
            qPrintable(QString::number(read) + u'/' + QString::number(lines) + u'\n' + wrong.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(MessageWords)
#include "test_message_words.moc"
