#include "mailapps/key_value_file.h"

#include "model/charset.h"

#include <QRandomGenerator>
#include <QTest>

using mailapps::KeyValueFile;
using Dialect = KeyValueFile::Dialect;

namespace {

const QString account = QStringLiteral("Account");

QByteArray sjis(const char *text)
{
    return *model::toCp932(QString::fromUtf8(text));
}

QString said(const std::optional<QString> &value)
{
    return value.value_or(QStringLiteral("(absent)"));
}

} // namespace

class TestKeyValueFile : public QObject
{
    Q_OBJECT

private slots:
    void readsAsTheProgramDoes_data();
    void readsAsTheProgramDoes();
    void readsNumbersAsTheProgramsDo_data();
    void readsNumbersAsTheProgramsDo();
    void saysWhatIsNotWhole_data();
    void saysWhatIsNotWhole();
    void exchangesOneValueAndNothingElse_data();
    void exchangesOneValueAndNothingElse();
    void refusesWhatWouldNotBeReadBack_data();
    void refusesWhatWouldNotBeReadBack();
    void neverTellsAPassword();
    void changesOnlyTheIntendedBytesOfRandomFiles();
};

void TestKeyValueFile::readsAsTheProgramDoes_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("windows");
    QTest::addColumn<QString>("sylpheed");
    const QString none = QStringLiteral("(absent)");
    const auto row = [](const char *name, const QByteArray &file, const QString &windows,
                        const QString &sylpheed) { QTest::newRow(name) << file << windows << sylpheed; };
    row("plain", "[Account]\nKey=v\n", QStringLiteral("v"), QStringLiteral("v"));
    row("CRLF", "[Account]\r\nKey=v\r\n", QStringLiteral("v"), QStringLiteral("v"));
    row("no final line break", "[Account]\nKey=v", QStringLiteral("v"), QStringLiteral("v"));
    row("empty value", "[Account]\nKey=\nB=x", QString(), QString());
    row("an equals sign in the value", "[Account]\nKey=a=b", QStringLiteral("a=b"), QStringLiteral("a=b"));
    row("another case", "[Account]\nKEY=v", QStringLiteral("v"), QStringLiteral("v"));
    row("blanks", "[Account]\n Key = v w \n", QStringLiteral("v w"), none);
    row("quotes", "[Account]\nKey=\"v\"\n", QStringLiteral("v"), QStringLiteral("\"v\""));
    row("one quote", "[Account]\nKey=\"\n", QStringLiteral("\""), QStringLiteral("\""));
    row("twice", "[Account]\nKey=first\nKey=last\n", QStringLiteral("first"), QStringLiteral("last"));
    row("section twice", "[Account]\nA=1\n[B]\n[Account]\nKey=v\n", none, none);
    row("in the section before", "[B]\nKey=v\n[Account]\n", none, none);
    row("before any section", "Key=v\n[Account]\n", none, none);
    row("commented out", "[Account]\n;Key=v\n", none, none);
    row("a longer name", "[Account]\nKeys=v\nMyKey=w\n", none, none);
    row("no equals sign", "[Account]\nKey\n", none, none);
    row("no name", "[Account]\n=Key\n", none, none);
    row("a section that never closes", "[Account\nKey=v\n", none, none);
    row("words behind the section", "[Account] x\nKey=v\n", QStringLiteral("v"), QStringLiteral("v"));
    row("carriage returns alone", "[Account]\rKey=v\r", none, none);
    row("Latin-1", "[Account]\nKey=\xFC\xFF", QString::fromUtf8("üÿ"), QString::fromUtf8("üÿ"));
    QTest::newRow("code page 932: a bracket as second byte, a backslash as second byte")
        << "[Account]\nKey=" + sjis("ー表示ソ") + "\n"
        << QString::fromUtf8("ー表示ソ") << QString::fromLatin1(sjis("ー表示ソ"));
    row("neither code page 932 nor UTF-8", "[Account]\nKey=\xE5!", QString::fromUtf8("å!"),
        QString::fromUtf8("å!"));
    row("UTF-8", "[Account]\nKey=\xE5\xB1\x8A\xE3\x81\x8F", QString::fromUtf8("螻翫￥"),
        QString::fromUtf8("届く"));
}

void TestKeyValueFile::readsAsTheProgramDoes()
{
    QFETCH(QByteArray, file);
    QTEST(said(KeyValueFile(file, Dialect::Windows).text(account, "Key")), "windows");
    QTEST(said(KeyValueFile(file, Dialect::Sylpheed).text(account, "Key")), "sylpheed");
}

void TestKeyValueFile::readsNumbersAsTheProgramsDo_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("flag");
    QTest::newRow("number") << QByteArray("60") << 60 << 1;
    QTest::newRow("zero") << QByteArray("0") << 0 << 0;
    QTest::newRow("zeros before") << QByteArray("010") << 10 << 0;
    QTest::newRow("negative") << QByteArray("-1") << -1 << 1;
    QTest::newRow("unit behind it") << QByteArray("60s") << 60 << 1;
    QTest::newRow("blank before it") << QByteArray(" 60") << 60 << 1;
    QTest::newRow("empty") << QByteArray() << -9 << 0;
    QTest::newRow("words") << QByteArray("no") << -9 << 1;
    QTest::newRow("sign alone") << QByteArray("-") << -9 << 1;
    QTest::newRow("too large") << QByteArray("99999999999") << -9 << 1;
    QTest::newRow("wide digits") << QByteArray("\xEF\xBC\x96") << -9 << 1;
}

void TestKeyValueFile::readsNumbersAsTheProgramsDo()
{
    QFETCH(QByteArray, value);
    const KeyValueFile file("[Account]\nKey=" + value + "\n", Dialect::Sylpheed);
    QTEST(file.number(account, "Key").value_or(-9), "number");
    QTEST(int(file.flag(account, "Key").value()), "flag");
    QVERIFY(!file.number(account, "Other") && !file.flag(account, "Other"));
}

void TestKeyValueFile::saysWhatIsNotWhole_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("problem");
    QTest::newRow("whole") << QByteArray("[A]\n") << "";
    QTest::newRow("nothing") << QByteArray() << "0:half-written";
    QTest::newRow("blank lines alone") << QByteArray("\n\n") << "0:half-written";
    QTest::newRow("no section") << QByteArray("Key=v\n") << "0:half-written";
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE[\0A\0]\0", 8) << "0:encoding";
    QTest::newRow("UTF-16, big-endian") << QByteArray("\xFE\xFF\0[\0A\0]", 8) << "0:encoding";
    QTest::newRow("UTF-16 without its mark") << QByteArray("[\0A\0]\0\n\0", 8) << "1:half-written";
    QTest::newRow("zeros behind it") << QByteArray("[A]\nK=v\n\0\0\0", 11) << "3:half-written";
    QTest::newRow("zeros alone") << QByteArray(4096, '\0') << "1:half-written";
}

void TestKeyValueFile::saysWhatIsNotWhole()
{
    QFETCH(QByteArray, file);
    for (const Dialect dialect : {Dialect::Windows, Dialect::Sylpheed}) {
        QString found;
        const KeyValueFile read(file, dialect);
        for (const KeyValueFile::Problem &problem : read.problems())
            found += QString::number(problem.line) + u':' + problem.why;
        QTEST(found, "problem");
    }
}

void TestKeyValueFile::exchangesOneValueAndNothingElse_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("exchanged") << QByteArray("[Account]\nA=1\nKey=60\nB=2\n[C]\nKey=60\n")
                               << QByteArray("[Account]\nA=1\nKey=600\nB=2\n[C]\nKey=60\n");
    QTest::newRow("CRLF stays") << QByteArray("[Account]\r\nKey=60\r\n")
                                << QByteArray("[Account]\r\nKey=600\r\n");
    QTest::newRow("no line break at the end stays")
        << QByteArray("[Account]\nKey=60") << QByteArray("[Account]\nKey=600");
    QTest::newRow("empty value") << QByteArray("[Account]\nKey=\nB=2")
                                 << QByteArray("[Account]\nKey=600\nB=2");
    QTest::newRow("its case stays") << QByteArray("[ACCOUNT]\nkey=60") << QByteArray("[ACCOUNT]\nkey=600");
    QTest::newRow("added at the end of its section") << QByteArray("[Account]\nA=1\n\n\n[C]\nB=2\n")
                                                     << QByteArray("[Account]\nA=1\nKey=600\n\n\n[C]\nB=2\n");
    QTest::newRow("added with CRLF") << QByteArray("[Account]\r\nA=1\r\n\r\n[C]\r\n")
                                     << QByteArray("[Account]\r\nA=1\r\nKey=600\r\n\r\n[C]\r\n");
    QTest::newRow("added to an empty section")
        << QByteArray("[Account]\n[C]\n") << QByteArray("[Account]\nKey=600\n[C]\n");
    QTest::newRow("added behind the last byte")
        << QByteArray("[C]\n[Account]\nA=1") << QByteArray("[C]\n[Account]\nA=1\nKey=600");
    QTest::newRow("not into the section's second half")
        << QByteArray("[Account]\nA=1\n[C]\n[Account]\nKey=60\n")
        << QByteArray("[Account]\nA=1\nKey=600\n[C]\n[Account]\nKey=60\n");
    QTest::newRow("bytes of no encoding stay") << QByteArray("[Account]\nA=\xFF\xFE\x81\nKey=60\n")
                                               << QByteArray("[Account]\nA=\xFF\xFE\x81\nKey=600\n");
}

void TestKeyValueFile::exchangesOneValueAndNothingElse()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    for (const Dialect dialect : {Dialect::Windows, Dialect::Sylpheed}) {
        const auto changed = KeyValueFile(before, dialect).with(account, "Key", QStringLiteral("600"));
        QVERIFY(changed);
        QCOMPARE(*changed, after);
        QCOMPARE(KeyValueFile(*changed, dialect).number(account, "Key"), 600);
    }
    // Blanks, quotes and a second value are the one program's own.
    const auto with = [](const char *file, Dialect dialect) {
        return KeyValueFile(file, dialect).with(account, "Key", QStringLiteral("9")).value_or("(none)");
    };
    QCOMPARE(with("[Account]\n Key = \"60\" \n", Dialect::Windows), QByteArray("[Account]\n Key = \"9\" \n"));
    QCOMPARE(with("[Account]\nKey=1\nKey=2\n", Dialect::Windows), QByteArray("[Account]\nKey=9\nKey=2\n"));
    QCOMPARE(with("[Account]\nKey=1\nKey=2\n", Dialect::Sylpheed), QByteArray("[Account]\nKey=1\nKey=9\n"));
}

void TestKeyValueFile::refusesWhatWouldNotBeReadBack_data()
{
    QTest::addColumn<QString>("section");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("no such section") << "Accounts" << QByteArray("Key") << "600";
    QTest::newRow("line break") << "Account" << QByteArray("Key") << "6\nPassWd=x";
    QTest::newRow("carriage return") << "Account" << QByteArray("Key") << "6\r";
    QTest::newRow("zero byte") << "Account" << QByteArray("Key") << QString(QChar(u'\0'));
    QTest::newRow("outside the code page")
        << "Account" << QByteArray("Key") << QString::fromUtf8("\xF0\x9F\x98\x80");
    QTest::newRow("a password") << "Account" << QByteArray("PassWd") << "x";
}

void TestKeyValueFile::refusesWhatWouldNotBeReadBack()
{
    QFETCH(QString, section);
    QFETCH(QByteArray, key);
    QFETCH(QString, value);
    QVERIFY(!KeyValueFile("[Account]\nKey=1\nPassWd=2\n", Dialect::Windows).with(section, key, value));
}

void TestKeyValueFile::neverTellsAPassword()
{
    for (const char *key : {"PassWd", "password", "smtp_password", "SMTPPassWd"}) {
        const KeyValueFile file("[Account]\n" + QByteArray(key) + "=secret\n", Dialect::Windows);
        QVERIFY2(!file.text(account, key) && !file.contains(account, key), key);
    }
}

void TestKeyValueFile::changesOnlyTheIntendedBytesOfRandomFiles()
{
    QRandomGenerator random(20261128);
    static const QList<QByteArray> pieces{"[Account]", "[B]",  "[", "]",  "=",  "Key", "Key=", "\n", "\n",
                                          "\r\n",      "\xE5", " ", "\"", "\t", ";",   "A=b",  "\n", "\0"};
    int changed = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray file;
        for (quint32 length = random.bounded(24u); length > 0; --length)
            file += pieces[random.bounded(int(pieces.size()))];
        const Dialect dialect = round % 2 ? Dialect::Windows : Dialect::Sylpheed;
        const KeyValueFile before(file, dialect);
        const auto place = before.find(account, "Key");
        const auto after = before.with(account, "Key", QStringLiteral("600"));
        QCOMPARE(after.has_value(), before.sections().contains(account));
        if (!after)
            continue;
        ++changed;
        QCOMPARE(KeyValueFile(*after, dialect).text(account, "Key"), QStringLiteral("600"));
        // Taking out what was put in gives the old file again, byte for byte.
        if (place) {
            QCOMPARE(QByteArray(*after).replace(place->begin, 3,
                                                file.mid(place->begin, place->end - place->begin)),
                     file);
        } else {
            const qsizetype at = after->indexOf("Key=600");
            QVERIFY(QByteArray(*after).remove(at - 1, 8) == file
                    || QByteArray(*after).remove(at - 2, 9) == file);
        }
    }
    QVERIFY(changed > 1000);
}

QTEST_GUILESS_MAIN(TestKeyValueFile)
#include "test_key_value_file.moc"
