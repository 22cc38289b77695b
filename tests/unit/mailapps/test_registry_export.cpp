#include "mailapps/registry_export.h"

#include "model/charset.h"

#include <QStringEncoder>
#include <QTest>

using mailapps::RegistryExport;

namespace {

const QString outlook = QStringLiteral("HKCU\\Software\\Microsoft\\Office\\16.0\\Outlook");

QByteArray exported(const QByteArray &lines)
{
    return "Windows Registry Editor Version 5.00\r\n\r\n"
           "[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook]\r\n"
        + lines;
}

QByteArray utf16(const QByteArray &utf8, QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    return encoder(QString::fromUtf8(utf8));
}

QByteArray ended(QByteArray text, const char *end)
{
    return text.replace("\r\n", end);
}

/// "line:why" of all that is wrong.
QString problems(const RegistryExport &registry)
{
    QStringList found;
    for (const RegistryExport::Problem &problem : registry.problems())
        found.append(QStringLiteral("%1:%2").arg(problem.line).arg(problem.why));
    return found.join(u' ');
}

} // namespace

class TestRegistryExport : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryEncoding_data();
    void readsEveryEncoding();
    void readsEveryKindOfValue_data();
    void readsEveryKindOfValue();
    void saysWhatIsWrongAndReadsTheRest_data();
    void saysWhatIsWrongAndReadsTheRest();
    void readsNothingOfWhatIsNoExport_data();
    void readsNothingOfWhatIsNoExport();
    void takesAPersonsHiveForOnesOwn_data();
    void takesAPersonsHiveForOnesOwn();
    void listsKeysAndNamesInOrder();
    void keepsNoPassword();
    void survivesEveryCut();
    void survivesLongLines_data();
    void survivesLongLines();
    void survivesManyValuesInOneKey();
};

void TestRegistryExport::readsEveryEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray wide = exported("\"DefaultProfile\"=\"メール 表\"\r\n\"Next\"=dword:0000000a\r\n");
    const QByteArray old
        = "REGEDIT4\r\n\r\n[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook]\r\n"
        + *model::toCp932(QStringLiteral("\"DefaultProfile\"=\"メール 表\"\r\n\"Next\"=dword:a\r\n"));
    QTest::newRow("UTF-16LE") << utf16(wide, QStringConverter::Utf16LE);
    QTest::newRow("UTF-16BE") << utf16(wide, QStringConverter::Utf16BE);
    QTest::newRow("UTF-16LE without a mark") << utf16(wide, QStringConverter::Utf16LE).mid(2);
    QTest::newRow("UTF-8") << wide;
    QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + wide;
    QTest::newRow("code page 932") << old;
    QTest::newRow("5.00 saved again in code page 932") << *model::toCp932(QString::fromUtf8(wide));
    QTest::newRow("REGEDIT4 in UTF-16")
        << utf16(wide.mid(wide.indexOf('[')).prepend("REGEDIT4\r\n\r\n"), QStringConverter::Utf16LE);
    QTest::newRow("LF") << ended(wide, "\n");
    QTest::newRow("CR") << ended(wide, "\r");
    QTest::newRow("LF in UTF-16BE") << utf16(ended(wide, "\n"), QStringConverter::Utf16BE);
    QTest::newRow("CR in code page 932") << ended(old, "\r");
    QTest::newRow("blank lines above") << "\r\n \r\n" + wide;
    QTest::newRow("no line end at the end") << wide.chopped(2);
    QTest::newRow("half a character at the end") << utf16(wide, QStringConverter::Utf16LE) + 'x';
    QTest::newRow("comments and spaces")
        << exported("; regedit\r\n  \"DefaultProfile\"  =  \"メール 表\"  "
                    "\r\n;\"DefaultProfile\"=\"no\"\r\n\t\"Next\"=dword:A\r\n");
}

void TestRegistryExport::readsEveryEncoding()
{
    QFETCH(QByteArray, bytes);
    const RegistryExport registry(bytes);
    QVERIFY(registry.isExport());
    QCOMPARE(problems(registry), QString());
    QCOMPARE(registry.text(outlook, QStringLiteral("DefaultProfile")), QStringLiteral("メール 表"));
    QCOMPARE(registry.number(outlook, QStringLiteral("NEXT")), 10U);
    QCOMPARE(registry.names(outlook),
             (QStringList{QStringLiteral("DefaultProfile"), QStringLiteral("Next")}));
}

void TestRegistryExport::readsEveryKindOfValue_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("number"); // -1: none
    QTest::addColumn<QByteArray>("bytes"); // in hexadecimal
    const auto row = [](const char *name, const QByteArray &line, const QString &text, qint64 number,
                        const QByteArray &bytes) { QTest::newRow(name) << line << text << number << bytes; };
    const QString ab = QStringLiteral("ab");
    row("text", "\"v\"=\"ab\"", ab, -1, "610062000000");
    row("empty text", "\"v\"=\"\"", {}, -1, "0000");
    row("escapes", R"("v"="C:\\a\\\"b\"")", QStringLiteral("C:\\a\\\"b\""), -1, {});
    row("escapes in the name", R"("\"v\"\\"="ab")", ab, -1, {});
    row("equals signs", R"("v=\"="="a=b")", QStringLiteral("a=b"), -1, {});
    row("default", "@=\"ab\"", ab, -1, {});
    row("text over two lines", "\"v\"=\"a\r\n[b]\r\n\"", QStringLiteral("a\n[b]\n"), -1, {});
    row("number", "\"v\"=dword:0000003c", {}, 60, "3c000000");
    row("largest number", "\"v\"=dword:ffffffff", {}, 0xffffffffLL, "ffffffff");
    row("bytes", "\"v\"=hex:00,ff,0A", {}, -1, "00ff0a");
    row("no bytes", "\"v\"=hex:", {}, -1, {});
    row("UTF-16 in bytes", "\"v\"=hex:61,00,62,00,00,00", ab, -1, "610062000000");
    row("four bytes", "\"v\"=hex:3c,00,00,00", QStringLiteral("<"), 60, "3c000000");
    row("over lines", "\"v\"=hex:61,00,\\\r\n  62,00,\\\r\n  00,00", ab, -1, "610062000000");
    row("ends in a comma", "\"v\"=hex:61,00,\r\n", QStringLiteral("a"), -1, "6100");
    row("one digit", "\"v\"=hex:6,0,7", {}, -1, "060007");
    row("hex(0)", "\"v\"=hex(0):", {}, -1, {});
    row("hex(1)", "\"v\"=hex(1):61,00,62,00", ab, -1, "61006200");
    row("hex(2)", "\"v\"=hex(2):25,00,41,00,25,00,00,00", QStringLiteral("%A%"), -1, {});
    row("hex(4)", "\"v\"=hex(4):3c,00,00,00", {}, 60, "3c000000");
    row("hex(4), too short", "\"v\"=hex(4):3c,00", {}, -1, "3c00");
    row("hex(7)", "\"v\"=hex(7):61,00,62,00,00,00,63,00,00,00,00,00", ab, -1, {});
    row("hex(b)", "\"v\"=hex(b):3c,00,00,00,00,00,00,00", QStringLiteral("<"), -1, "3c00000000000000");
    row("half a unit", "\"v\"=hex(1):61,00,62", {}, -1, "610062");
    row("64 KiB", "\"v\"=hex:" + QByteArray("00,").repeated(65536), {}, -1, QByteArray("00").repeated(65536));
}

void TestRegistryExport::readsEveryKindOfValue()
{
    QFETCH(QByteArray, line);
    QFETCH(qint64, number);
    QFETCH(QByteArray, bytes);
    const RegistryExport registry(exported(line + "\r\n\"after\"=dword:1\r\n"));
    QCOMPARE(problems(registry), QString());
    QCOMPARE(registry.number(outlook, QStringLiteral("after")), 1U);
    const auto value = registry.value(outlook, registry.names(outlook).value(0));
    QVERIFY(value);
    QTEST(value->text(), "text");
    QCOMPARE(qint64(value->number().value_or(0)), std::max(number, 0LL));
    QCOMPARE(value->number().has_value(), number >= 0);
    if (!bytes.isEmpty())
        QCOMPARE(value->bytes.toHex(), bytes);
}

void TestRegistryExport::saysWhatIsWrongAndReadsTheRest_data()
{
    QTest::addColumn<QByteArray>("lines"); // the first is line 4
    QTest::addColumn<QString>("problems");
    const auto row = [](const char *name, const QByteArray &lines, const char *problems) {
        QTest::newRow(name) << lines << QString::fromLatin1(problems);
    };
    row("no name", "=\"x\"", "4:malformed");
    row("no quote", "name=\"x\"", "4:malformed");
    row("no equals sign", "\"v\"\"x\"", "4:malformed");
    row("no value", "\"v\"=", "4:malformed");
    row("unknown kind", "\"v\"=qword:1", "4:malformed");
    row("number that is none", "\"v\"=dword:xyz", "4:malformed");
    row("number too large", "\"v\"=dword:1ffffffff", "4:malformed");
    row("byte too large", "\"v\"=hex:100", "4:malformed");
    row("byte that is none", "\"v\"=hex:0g", "4:malformed");
    row("something behind the text", "\"v\"=\"x\" y", "4:malformed");
    row("zeros of a lost sector", QByteArray(512, '\0'), "4:malformed");
    row("text without an end", "\"v\"=\"x\r\n\"w\"=\"y\"", "4:half-written");
    row("bytes without an end, a value", "\"v\"=hex:61,\\\r\n\"w\"=\"y\"", "4:half-written");
    row("bytes without an end, a blank line", "\"v\"=hex:61,\\\r\n\r\n\"w\"=\"y\"", "4:half-written");
    row("key without an end", "[HKEY_CURRENT_USER\\Software", "4:malformed");
    row("path without an end", "[HKEY_CURRENT_USER" + QByteArray("\\a").repeated(100'000) + "]",
        "4:malformed");
    row("bytes of no encoding", "\"v\"=\"\x81\xff\xfd\"", "4:encoding");
}

void TestRegistryExport::saysWhatIsWrongAndReadsTheRest()
{
    QFETCH(QByteArray, lines);
    const RegistryExport registry(
        exported("") + lines
        + "\r\n[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook]\r\n\"after\"=dword:1\r\n");
    QVERIFY(registry.isExport());
    QTEST(problems(registry), "problems");
    QCOMPARE(registry.number(outlook, QStringLiteral("after")), 1U);
}

void TestRegistryExport::readsNothingOfWhatIsNoExport_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one byte") << QByteArray("W");
    QTest::newRow("only a mark") << QByteArray("\xff\xfe");
    QTest::newRow("only half a mark") << QByteArray("\xff");
    QTest::newRow("text") << QByteArray("Hello\r\n[HKEY_CURRENT_USER\\a]\r\n\"b\"=dword:1\r\n");
    QTest::newRow("newer version") << exported("").replace("5.00", "6.00");
    QTest::newRow("header not first") << QByteArray("; x\r\n") + exported("");
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("a hive") << QByteArray("regf\x01\x00\x00\x00", 8) + QByteArray(512, 'x');
    QTest::newRow("UTF-32") << QByteArray("\xff\xfe\x00\x00W\x00\x00\x00", 8);
}

void TestRegistryExport::readsNothingOfWhatIsNoExport()
{
    QFETCH(QByteArray, bytes);
    const RegistryExport registry(bytes);
    QVERIFY(!registry.isExport());
    QCOMPARE(problems(registry), QStringLiteral("0:not-a-registry-export"));
    QVERIFY(registry.keys(QStringLiteral("HKCU")).isEmpty());
}

void TestRegistryExport::takesAPersonsHiveForOnesOwn_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("found"); // empty: left out
    QTest::newRow("person") << QByteArray("HKEY_USERS\\S-1-5-21-1-2-3-1001\\Software\\A")
                            << "HKCU\\Software\\A";
    QTest::newRow("company log-in") << QByteArray("HKEY_USERS\\S-1-12-1-9-8\\Software\\A")
                                    << "HKCU\\Software\\A";
    QTest::newRow("lower case") << QByteArray("hkey_current_user\\Software\\A") << "HKCU\\Software\\A";
    QTest::newRow("machine") << QByteArray("HKEY_LOCAL_MACHINE\\SOFTWARE\\A") << "HKLM\\SOFTWARE\\A";
    QTest::newRow("classes") << QByteArray("HKEY_CLASSES_ROOT\\A") << "HKCR\\A";
    QTest::newRow("the whole hive") << QByteArray("HKEY_CURRENT_USER") << "HKCU";
    QTest::newRow("service") << QByteArray("HKEY_USERS\\S-1-5-18\\Software\\A") << "";
    QTest::newRow("classes of a person") << QByteArray("HKEY_USERS\\S-1-5-21-1-2-3-1001_Classes\\A") << "";
    QTest::newRow("removed") << QByteArray("-HKEY_CURRENT_USER\\Software\\A") << "";
    QTest::newRow("no hive") << QByteArray("Software\\A") << "";
    QTest::newRow("nothing") << QByteArray() << "";
}

void TestRegistryExport::takesAPersonsHiveForOnesOwn()
{
    QFETCH(QByteArray, key);
    QFETCH(QString, found);
    const RegistryExport registry("REGEDIT4\n\n[" + key + "]\n\"v\"=dword:7\n");
    QCOMPARE(problems(registry), QString());
    QCOMPARE(registry.contains(found), !found.isEmpty());
    QCOMPARE(registry.number(found, QStringLiteral("v")).value_or(0), found.isEmpty() ? 0U : 7U);
    for (const QString &hive : {QStringLiteral("HKCU"), QStringLiteral("HKLM"), QStringLiteral("HKCR")})
        QCOMPARE(registry.contains(hive), found.startsWith(hive));
}

void TestRegistryExport::listsKeysAndNamesInOrder()
{
    const RegistryExport registry("REGEDIT4\n"
                                  "[HKEY_CURRENT_USER\\Software\\B\\Deep\\er]\n\"x\"=dword:1\n"
                                  "[HKEY_CURRENT_USER\\Software\\A]\n\"two\"=dword:2\n\"One\"=dword:1\n"
                                  "[HKEY_CURRENT_USER\\SOFTWARE\\b]\n@=\"\"\n"
                                  "[HKEY_CURRENT_USER\\Software\\A]\n\"one\"=dword:3\n\"gone\"=-\n"
                                  "[HKEY_LOCAL_MACHINE\\Software]\n");
    QCOMPARE(problems(registry), QString());
    QCOMPARE(registry.keys(QStringLiteral("hkcu")), QStringList{QStringLiteral("Software")});
    QCOMPARE(registry.keys(QStringLiteral("HKCU\\Software")),
             (QStringList{QStringLiteral("B"), QStringLiteral("A")}));
    QCOMPARE(registry.keys(QStringLiteral("HKCU\\Software\\B")), QStringList{QStringLiteral("Deep")});
    QCOMPARE(registry.names(QStringLiteral("HKCU\\Software\\A")),
             (QStringList{QStringLiteral("two"), QStringLiteral("One")}));
    QCOMPARE(registry.number(QStringLiteral("HKCU\\Software\\A"), QStringLiteral("One")), 3U);
    QCOMPARE(registry.names(QStringLiteral("HKCU\\Software\\b")), QStringList{QString()});
    QVERIFY(registry.names(QStringLiteral("HKCU\\Software\\C")).isEmpty());
    QVERIFY(!registry.contains(QStringLiteral("HKCU\\Soft")));
}

void TestRegistryExport::keepsNoPassword()
{
    const QByteArray canary = "6b,61,6e,61,72,69,79,61"; // "kanariya"
    const RegistryExport registry(exported("\"POP3 Password\"=hex:02," + canary
                                           + ",\\\r\n  00,01\r\n\"SMTP_Password2\"=\"kanariya\"\r\n"
                                             "\"passwd\"=dword:6b616e61\r\n\"POP3 User\"=\"taro\"\r\n"));
    QCOMPARE(problems(registry), QString());
    QCOMPARE(registry.names(outlook),
             (QStringList{QStringLiteral("POP3 Password"), QStringLiteral("SMTP_Password2"),
                          QStringLiteral("passwd"), QStringLiteral("POP3 User")}));
    for (const QString &name : registry.names(outlook))
        QCOMPARE(registry.value(outlook, name).has_value(), name == u"POP3 User");
}

void TestRegistryExport::survivesEveryCut()
{
    const QByteArray whole = utf16(exported("\"a\"=\"x\\\"y\"\r\n\"b\"=hex(2):61,00,\\\r\n  62,00\r\n"
                                            "\"c\"=dword:0000003c\r\n@=\"z\r\nz\"\r\n"),
                                   QStringConverter::Utf16LE);
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        const RegistryExport registry(whole.left(size));
        QVERIFY(registry.isExport() || registry.problems().size() == 1);
        const QString text = registry.text(outlook, QStringLiteral("a"));
        QVERIFY2(text.isEmpty() || text == u"x\"y", qPrintable(text));
    }
}

void TestRegistryExport::survivesLongLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("problems");
    QTest::newRow("text") << "\"v\"=\"" + QByteArray(5'000'000, 'x') + '"' << "4:too-large";
    QTest::newRow("bytes") << "\"v\"=hex:" + QByteArray("61,").repeated(1'700'000) << "4:too-large";
    QTest::newRow("bytes over lines")
        << "\"v\"=hex:" + QByteArray("61,00,62,\\\r\n  ").repeated(400'000) + "00"
        << "4:too-large";
    QTest::newRow("text over lines") << "\"v\"=\"" + QByteArray("xx\r\n").repeated(1'200'000) + '"'
                                     << "4:too-large";
    QTest::newRow("a little too long") << "\"v\"=hex:" + QByteArray("61,").repeated(65537) << "";
    QTest::newRow("a comment") << ';' + QByteArray(5'000'000, '\\') << "";
    QTest::newRow("a password") << "\"Password\"=hex:" + QByteArray("61,").repeated(1'700'000) << "";
}

void TestRegistryExport::survivesLongLines()
{
    QFETCH(QByteArray, line);
    const RegistryExport registry(exported(line + "\r\n\"after\"=dword:1\r\n"));
    QTEST(problems(registry), "problems");
    QCOMPARE(registry.number(outlook, QStringLiteral("after")), 1U);
    QVERIFY(!registry.value(outlook, QStringLiteral("v")));
}

void TestRegistryExport::survivesManyValuesInOneKey()
{
    constexpr int many = 100'000;
    QByteArray lines;
    for (int i = 0; i < many; ++i)
        lines += "\"v" + QByteArray::number(i) + "\"=dword:1\r\n" + (i % 2 ? "wrong\r\n" : "");
    const RegistryExport registry(exported(lines));
    QCOMPARE(registry.names(outlook).size(), many);
    QCOMPARE(registry.problems().size(), RegistryExport::problemCap);
}

QTEST_APPLESS_MAIN(TestRegistryExport)
#include "test_registry_export.moc"
