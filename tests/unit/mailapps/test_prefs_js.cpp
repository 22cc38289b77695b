#include "mailapps/prefs_js.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using mailapps::Pref;
using mailapps::Prefs;

namespace {

const QByteArray wanted = "mailnews.tcptimeout";

/// A prefs.js as no two programs write it: comments, quotes of both kinds, long texts, doubles, any line
/// break.
QByteArray generated(QRandomGenerator &random)
{
    const QByteArray breaks[] = {"\n", "\r\n", "\r"};
    const QByteArray lineBreak = breaks[random.bounded(3)];
    const QByteArray texts[] = {"",
                                "a",
                                "// no comment",
                                "/* none */",
                                "# none",
                                "); user_pref(\\\"x\\\", 1",
                                "\xE5\xB1\x8A\xE3\x81\x8F",
                                "\xFF\xFE raw",
                                "\\x41\\u5c4a\\\\",
                                "over\nlines",
                                "it's"};
    QByteArray file = random.bounded(8) == 0 ? "\xEF\xBB\xBF" : "";
    const int lines = 1 + random.bounded(30);
    for (int i = 0; i < lines; ++i) {
        const QByteArray name = "a.b" + QByteArray::number(random.bounded(12));
        switch (random.bounded(9)) {
        case 0:
            file += "// user_pref(\"" + wanted + "\", 1);";
            break;
        case 1:
            file += "/* user_pref(\"" + wanted + "\", 2);" + lineBreak + " */";
            break;
        case 2:
            file += "# \"" + lineBreak;
            break;
        case 3:
            file += "user_pref(\"" + wanted + "\", " + QByteArray::number(random.bounded(1000)) + ");";
            break;
        case 4:
            file += "user_pref( '" + name + "' ,\ttrue ) ; // \"";
            break;
        default:
            file += "user_pref(\"" + name + "\", \"" + texts[random.bounded(11)] + "\");";
        }
        if (i + 1 < lines || random.bounded(3) > 0)
            file += lineBreak;
    }
    return file;
}

} // namespace

class TestPrefsJs : public QObject
{
    Q_OBJECT

private slots:
    void readsTheValueThatCounts_data();
    void readsTheValueThatCounts();
    void saysWhereAFileIsBrokenAndReadsTheRest_data();
    void saysWhereAFileIsBrokenAndReadsTheRest();
    void exchangesOneValueAndNoOtherByte_data();
    void exchangesOneValueAndNoOtherByte();
    void exchangesOnlyTheIntendedLineOfAnyFile();
    void namesTheLinesOfASetting();
    void readsHalfAMillionSettings();
    void endsOnEveryPrefixAndEveryFlippedByte();
};

void TestPrefsJs::readsTheValueThatCounts_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("value");
    QTest::newRow("plain") << QByteArray("user_pref(\"k\", \"v\");\n") << "v";
    QTest::newRow("the last of two") << QByteArray("user_pref(\"k\", \"v\");\nuser_pref(\"k\", \"w\");\n")
                                     << "w";
    QTest::newRow("slashes in a text")
        << QByteArray("user_pref(\"k\", \"http://x/*y*/#\");") << "http://x/*y*/#";
    QTest::newRow("single quotes") << QByteArray("user_pref('k', 'say \"v\"');") << "say \"v\"";
    QTest::newRow("escapes") << QByteArray("user_pref(\"k\", \"\\x41\\u5c4a\\\"\\\\\\n\\'\");")
                             << QString::fromUtf8("A届\"\\\n'");
    QTest::newRow("a surrogate pair")
        << QByteArray("user_pref(\"k\", \"\\ud83d\\udce7\");") << QString::fromUtf8("📧");
    QTest::newRow("an escaped name") << QByteArray("user_pref(\"\\x6b\", \"v\");") << "v";
    QTest::newRow("an unknown escape is kept")
        << QByteArray("user_pref(\"k\", \"a\\qb\\xZZ\");") << "a\\qb\\xZZ";
    QTest::newRow("several lines") << QByteArray("user_pref(\n \"k\" ,\n\"a\nb\"\n)\n;") << "a\nb";
    QTest::newRow("no final line break") << QByteArray("// c\nuser_pref(\"k\", \"v\");") << "v";
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFuser_pref(\"k\", \"v\");") << "v";
    QTest::newRow("old Macintosh") << QByteArray("# c\ruser_pref(\"k\", \"v\");\r") << "v";
    QTest::newRow("Latin-1") << QByteArray("user_pref(\"k\", \"B\xFCro\");") << QString::fromUtf8("Büro");
    QTest::newRow("NUL in a text") << QByteArray("user_pref(\"k\", \"a\0b\");", 22)
                                   << QString::fromLatin1("a\0b", 3);
    QTest::newRow("locked, with attribute") << QByteArray("lockPref(\"k\", \"v\", locked);") << "v";
    QTest::newRow("shipped default") << QByteArray("pref(\"k\",\"v\");sticky_pref(\"j\",1);") << "v";
}

void TestPrefsJs::readsTheValueThatCounts()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, value);
    const Prefs prefs(file);
    QVERIFY(prefs.problems().isEmpty());
    QCOMPARE(prefs.text("k").value_or(QStringLiteral("absent")), value);
    QVERIFY(!prefs.number("k"));
    QVERIFY(!prefs.flag("k"));
}

void TestPrefsJs::saysWhereAFileIsBrokenAndReadsTheRest_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("why");
    QTest::addColumn<bool>("laterRead");
    const QByteArray good = "user_pref(\"k\", 1);\n", later = "user_pref(\"later\", 2);\n";
    const auto row = [&](const char *name, const QByteArray &bad, const char *why, bool more) {
        QTest::newRow(name) << good + bad + (more ? '\n' + later : QByteArray()) << 2
                            << QString::fromLatin1(why) << more;
    };
    row("cut in the word", "user_pr", "half-written", false);
    row("cut in the name", "user_pref(\"ab", "half-written", false);
    row("cut in the text", "user_pref(\"a\", \"b", "half-written", false);
    row("cut in a number", "user_pref(\"a\", 12", "half-written", false);
    row("cut before the bracket", "user_pref(\"a\", 12)", "half-written", false);
    row("open comment", "/* and so", "half-written", false);
    row("open quote, good lines behind", "user_pref(\"a\", \"b);", "malformed", true);
    row("no value", "user_pref(\"a\");", "malformed", true);
    row("number out of range", "user_pref(\"a\", 2147483648);", "malformed", true);
    row("endless number", "user_pref(\"a\", 99999999999999999999999999);", "malformed", true);
    row("a word as value", "user_pref(\"a\", yes);", "malformed", true);
    row("a letter behind a number", "user_pref(\"a\", 12s);", "malformed", true);
    row("NULs between", QByteArray(40, '\0'), "malformed", true);
    row("somebody's script", "alert(1);", "malformed", true);
    row("unknown word", "user_prefs(\"a\", 1);", "malformed", true);
}

void TestPrefsJs::saysWhereAFileIsBrokenAndReadsTheRest()
{
    QFETCH(QByteArray, file);
    QFETCH(bool, laterRead);
    const Prefs prefs(file);
    QCOMPARE(prefs.problems().size(), 1);
    QTEST(prefs.problems().first().line, "line");
    QTEST(prefs.problems().first().why, "why");
    QCOMPARE(prefs.number("k"), 1);
    QCOMPARE(prefs.number("later").value_or(0), laterRead ? 2 : 0);
}

void TestPrefsJs::exchangesOneValueAndNoOtherByte_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("changed");
    const auto pref = [](const char *value) { return "user_pref(\"" + wanted + "\", " + value + ");"; };
    QTest::newRow("a number") << pref("100") + "\n" << pref("600") + "\n";
    QTest::newRow("the last of two") << pref("1") + "\n" + pref("2") << pref("1") + "\n" + pref("600");
    QTest::newRow("a text in its place") << pref("\"100\"") << pref("600");
    QTest::newRow("a flag in its place") << pref("false") << pref("600");
    QTest::newRow("a sign") << pref("-5") << pref("600");
    QTest::newRow("comments around") << "/*a*/" + pref(" /*b*/ 7 /*c*/") + "//d"
                                     << "/*a*/" + pref(" /*b*/ 600 /*c*/") + "//d";
    QTest::newRow("absent") << QByteArray("user_pref(\"a\", 1);\n")
                            << "user_pref(\"a\", 1);\n" + pref("600") + "\n";
    QTest::newRow("absent, CRLF") << QByteArray("user_pref(\"a\", 1);\r\n")
                                  << "user_pref(\"a\", 1);\r\n" + pref("600") + "\r\n";
    QTest::newRow("absent, comment at the end")
        << QByteArray("user_pref(\"a\", 1);\n// x") << "user_pref(\"a\", 1);\n// x\n" + pref("600") + "\n";
    QTest::newRow("in a comment only") << "// " + pref("1") + "\n"
                                       << "// " + pref("1") + "\n" + pref("600") + "\n";
    QTest::newRow("broken bytes around") << "user_pref(\"a\", \"\xFF\xC0\");\r" + pref("1")
                                         << "user_pref(\"a\", \"\xFF\xC0\");\r" + pref("600");
}

void TestPrefsJs::exchangesOneValueAndNoOtherByte()
{
    QFETCH(QByteArray, file);
    QTEST(Prefs(file).withNumber(wanted, 600), "changed");
}

void TestPrefsJs::exchangesOnlyTheIntendedLineOfAnyFile()
{
    QRandomGenerator random(20261122);
#ifdef __SANITIZE_ADDRESS__ // fifteen times slower; the bytes are the same
    constexpr int rounds = 2'000;
#else
    constexpr int rounds = 20'000;
#endif
    for (int i = 0; i < rounds; ++i) {
        const QByteArray file = generated(random);
        const Prefs before(file);
        QVERIFY2(before.problems().isEmpty(), file.constData());
        const int value = 1000 + random.bounded(100'000);
        const QByteArray changed = before.withNumber(wanted, value);
        const Prefs after(changed);
        QCOMPARE(after.number(wanted), value);
        if (const auto pref = before.find(wanted)) {
            QCOMPARE(after.all().size(), before.all().size());
            QCOMPARE(changed.left(pref->value.begin), file.left(pref->value.begin));
            QVERIFY(changed.endsWith(file.mid(pref->value.end)));
            QCOMPARE(changed.size() - file.size(),
                     QByteArray::number(value).size() - (pref->value.end - pref->value.begin));
        } else {
            QCOMPARE(after.all().size(), before.all().size() + 1);
            QVERIFY(changed.startsWith(file));
        }
        for (const Pref &pref : before.all())
            if (const QString name = before.nameOf(pref); name.toLatin1() != wanted)
                QCOMPARE(after.valueOf(*after.find(name.toLatin1())),
                         before.valueOf(*before.find(name.toLatin1())));
    }
}

void TestPrefsJs::namesTheLinesOfASetting()
{
    const QByteArray file = "// a\r\n  user_pref(\"k\",\r\n 1); // b\r\nuser_pref(\"l\", 2);";
    const Prefs prefs(file);
    const auto of = [&](const char *name) {
        const mailapps::Span span = prefs.linesOf(*prefs.find(name));
        return file.mid(span.begin, span.end - span.begin);
    };
    QCOMPARE(of("k"), QByteArray("  user_pref(\"k\",\r\n 1); // b\r\n"));
    QCOMPARE(of("l"), QByteArray("user_pref(\"l\", 2);"));
    QCOMPARE(prefs.find("k")->line, 2u);
    QCOMPARE(prefs.find("l")->line, 4u);
}

void TestPrefsJs::readsHalfAMillionSettings()
{
    QByteArray file;
    for (int i = 0; i < 500'000; ++i)
        file += "user_pref(\"extensions.runaway.number" + QByteArray::number(i) + "\", \""
            + QByteArray(30, 'x') + "\");\n";
    file += "user_pref(\"huge\", \"" + QByteArray(5'000'000, 'y') + "\");\n";
    QElapsedTimer clock;
    clock.start();
    const Prefs prefs(file);
    QVERIFY(prefs.contains("extensions.runaway.number499999"));
    QCOMPARE(prefs.text("huge")->size(), 5'000'000);
    // Beside the bytes themselves: what is kept of a setting must not outgrow them.
    QVERIFY(prefs.all().capacity() * sizeof(Pref) < 40'000'000);
    qInfo("%lld ms", clock.elapsed());
}

void TestPrefsJs::endsOnEveryPrefixAndEveryFlippedByte()
{
    const QByteArray file = "\xEF\xBB\xBF// c\nuser_pref(\"a\\\"b\", 'x//\\u00e9');\r\n/* d */ pref(\"k\", "
                            "-12, sticky);\nlockPref(\"f\", true);";
    for (qsizetype i = 0; i <= file.size(); ++i) {
        const Prefs cut(file.left(i));
        QVERIFY(cut.all().size() <= 3);
        for (int bit = 0; bit < 8 && i < file.size(); ++bit) {
            QByteArray flipped = file;
            flipped[i] = char(flipped[i] ^ (1 << bit));
            const Prefs read(flipped);
            for (const Pref &pref : read.all())
                QVERIFY(pref.statement.end <= quint32(flipped.size()) && pref.value.begin <= pref.value.end);
        }
    }
}

QTEST_GUILESS_MAIN(TestPrefsJs)
#include "test_prefs_js.moc"
