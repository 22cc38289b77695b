// A text that is written into prefs.js comes back as it went in, and moves nothing else.
#include "mailapps/prefs_js.h"

#include <QRandomGenerator>
#include <QTest>

using mailapps::Prefs;

namespace {

const QByteArray before = "user_pref(\"a\", \"one\");\r\nuser_pref(\"b\", 'two');\r\n";

/// Everything that means something to a reader of this grammar, more often than other letters.
QString hostile(QRandomGenerator &random)
{
    static const QStringList pieces{QStringLiteral("\""),
                                    QStringLiteral("\\"),
                                    QStringLiteral("'"),
                                    QStringLiteral("\n"),
                                    QStringLiteral("\r"),
                                    QStringLiteral("\");"),
                                    QStringLiteral("\\\""),
                                    QStringLiteral("\\u0022"),
                                    QStringLiteral("\\x0"),
                                    QStringLiteral("//"),
                                    QStringLiteral("/*"),
                                    QStringLiteral("*/"),
                                    QStringLiteral("\t"),
                                    QStringLiteral("届"),
                                    QStringLiteral("\u2028"),
                                    QStringLiteral("😀"),
                                    QStringLiteral("\x7F"),
                                    QStringLiteral("\x01"),
                                    QStringLiteral("f"),
                                    QStringLiteral("a.example"),
                                    QStringLiteral("\nuser_pref(\"evil\", true);\n")};
    QString text;
    for (quint32 left = random.bounded(9u); left > 0; --left)
        text += pieces[qsizetype(random.bounded(quint32(pieces.size())))];
    return text;
}

} // namespace

class TestPrefsText : public QObject
{
    Q_OBJECT

private slots:
    void isWrittenAndRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("changed");
        QTest::newRow("plain") << "a"
                               << "pop.example.ne.jp"
                               << QByteArray("user_pref(\"a\", \"pop.example.ne.jp\");\r\nuser_pref(\"b\", "
                                             "'two');\r\n");
        QTest::newRow("in other quotes") << "b"
                                         << "x'y"
                                         << QByteArray("user_pref(\"a\", \"one\");\r\nuser_pref(\"b\", "
                                                       "\"x'y\");\r\n");
        QTest::newRow("new") << "c"
                             << "x" << before + "user_pref(\"c\", \"x\");\r\n";
        QTest::newRow("a way out") << "c"
                                   << "x\");\nuser_pref(\"evil\", true);//"
                                   << before
                + "user_pref(\"c\", \"x\\\");\\x0auser_pref(\\\"evil\\\", true);//\");\r\n";
        QTest::newRow("a backslash at the end") << "c"
                                                << "x\\" << before + "user_pref(\"c\", \"x\\\\\");\r\n";
        QTest::newRow("an escape that is none")
            << "c"
            << "\\u0022" << before + "user_pref(\"c\", \"\\\\u0022\");\r\n";
    }

    void isWrittenAndRead()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QByteArray, changed);
        const QByteArray file = Prefs(before).withText(name.toLatin1(), value);
        QCOMPARE(file, changed);
        QCOMPARE(Prefs(file).text(name.toLatin1()), value);
        QVERIFY(!Prefs(file).contains("evil"));
    }

    void isRefused_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("a NUL") << QString(QChar(u'\0'));
        QTest::newRow("a NUL in the middle") << QStringLiteral("a%1b").arg(QChar(u'\0'));
        QTest::newRow("half a character") << QString(QChar(0xD83D));
    }

    void isRefused()
    {
        QFETCH(QString, value);
        QCOMPARE(Prefs(before).withText("a", value), before);
    }

    void comesBackWhateverItHolds()
    {
        QRandomGenerator random(20261128);
        for (int round = 0; round < 300'000; ++round) {
            const QString value = hostile(random);
            const QByteArray name = QByteArray(1, "abc"[random.bounded(3)]);
            const Prefs after(Prefs(before).withText(name, value));
            QVERIFY(after.problems().isEmpty());
            QCOMPARE(after.text(name), value);
            QCOMPARE(after.all().size(), size_t(name == "c" ? 3 : 2));
            if (name != "a")
                QCOMPARE(after.text("a"), QStringLiteral("one"));
            if (name != "b")
                QCOMPARE(after.text("b"), QStringLiteral("two"));
            // And back again: not a byte has moved.
            if (name == "a")
                QCOMPARE(after.withText("a", QStringLiteral("one")), before);
        }
    }
};

QTEST_GUILESS_MAIN(TestPrefsText)
#include "test_prefs_text.moc"
