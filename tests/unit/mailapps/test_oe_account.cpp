#include "mailapps/oe_account.h"

#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>

using mailapps::OeAccount;
using mailapps::OeField;

namespace {

const QString timeout = QStringLiteral("SMTP_Timeout");

QString file(const QString &fields)
{
    return QStringLiteral("<?xml version=\"1.0\" encoding=\"utf-16\" ?>\r\n<MessageAccount>\r\n")
        + QStringLiteral("    <Account_Name type=\"SZ\">届く</Account_Name>\r\n") + fields
        + QStringLiteral("</MessageAccount>\r\n");
}

/// "16le", "16be", "8"; with a byte order mark after a "+".
QByteArray encoded(const QString &text, const QString &encoding)
{
    const QString name = encoding.section(u'+', 0, 0);
    QStringEncoder encoder(name == u"16le"       ? QStringConverter::Utf16LE
                               : name == u"16be" ? QStringConverter::Utf16BE
                                                 : QStringConverter::Utf8,
                           encoding.contains(u'+') ? QStringConverter::Flag::WriteBom
                                                   : QStringConverter::Flag::Default);
    return encoder(text);
}

QByteArray utf16(const QString &fields)
{
    return encoded(file(fields), QStringLiteral("16le+"));
}

QString problems(const OeAccount &account)
{
    QStringList found;
    for (const OeAccount::Problem &problem : account.problems())
        found.append(QStringLiteral("%1:%2").arg(problem.line).arg(problem.why));
    return found.join(u' ');
}

/// "name=value" in order; numbers in decimal.
QStringList fields(const OeAccount &account)
{
    QStringList found;
    for (const OeField &field : account.all())
        found.append(field.name + u'=' + (field.isNumber ? QString::number(field.number) : field.text));
    return found;
}

/// The bytes between the tags of every field are what the field says.
void comparePlaces(const OeAccount &account, const QByteArray &bytes, const QString &encoding)
{
    for (const OeField &field : account.all()) {
        const QByteArray there = bytes.mid(field.value.begin, field.value.end - field.value.begin);
        if (field.isNumber)
            QCOMPARE(there,
                     encoded(QStringLiteral("%1").arg(field.number, 8, 16, QChar(u'0')),
                             encoding.section(u'+', 0, 0)));
        else
            QCOMPARE(there, encoded(field.text.toHtmlEscaped(), encoding.section(u'+', 0, 0)));
    }
}

} // namespace

class TestOeAccount : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryEncoding_data();
    void readsEveryEncoding();
    void readsWhatAFieldSays_data();
    void readsWhatAFieldSays();
    void refusesWhatIsNoAccount_data();
    void refusesWhatIsNoAccount();
    void keepsNothingOfPasswords();
    void exchangesOneValueAndNoOtherByte_data();
    void exchangesOneValueAndNoOtherByte();
    void addsWhatIsAbsent_data();
    void addsWhatIsAbsent();
    void refusesToWrite_data();
    void refusesToWrite();
    void changesOnlyTheIntendedBytesOfAnyFile();
};

void TestOeAccount::readsEveryEncoding_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("declared");
    for (const char *encoding : {"16le+", "16be+", "8+", "16le", "16be", "8"})
        for (const char *declared : {"utf-16", "utf-8", "Shift_JIS", "nonsense", ""})
            QTest::addRow("%s declared as %s", encoding, declared)
                << QString::fromLatin1(encoding) << QString::fromLatin1(declared);
}

void TestOeAccount::readsEveryEncoding()
{
    QFETCH(QString, encoding);
    QFETCH(QString, declared);
    QString text = file(QStringLiteral("<SMTP_Timeout type=\"DWORD\">0000012c</SMTP_Timeout>\r\n"
                                       "<SMTP_Display_Name type=\"SZ\">👤 &lt;山田&gt;</SMTP_Display_Name>"));
    text.replace(QStringLiteral(" encoding=\"utf-16\""),
                 declared.isEmpty() ? QString() : QStringLiteral(" encoding=\"%1\"").arg(declared));
    const QByteArray bytes = encoded(text, encoding);
    const OeAccount account(bytes);
    QCOMPARE(problems(account), QString());
    QVERIFY(account.isWhole());
    QCOMPARE(fields(account),
             QStringList({QStringLiteral("Account_Name=届く"), QStringLiteral("SMTP_Timeout=300"),
                          QStringLiteral("SMTP_Display_Name=👤 <山田>")}));
    QCOMPARE(account.line(timeout), 4);
    comparePlaces(account, bytes, encoding);
}

void TestOeAccount::readsWhatAFieldSays_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("read"); // of the fields behind Account_Name
    QTest::addColumn<QString>("wrong");
    const auto row = [](const char *name, const char *field, const char *read, const char *wrong = "") {
        QTest::newRow(name) << QString::fromUtf8(field) << QString::fromUtf8(read)
                            << QString::fromUtf8(wrong);
    };
    row("hexadecimal", "<IMAP_Port type=\"DWORD\">000003e1</IMAP_Port>", "IMAP_Port=993");
    row("few digits", "<IMAP_Port type=\"DWORD\">3E1</IMAP_Port>", "IMAP_Port=993");
    row("the largest", "<A type=\"DWORD\">ffffffff</A>", "A=4294967295");
    row("blank around", "<A type=\"DWORD\"> 1f\r\n </A>", "A=31");
    row("comment inside", "<A type=\"DWORD\">1<!-- 2 -->f</A>", "A=31");
    row("character data section", "<A type=\"SZ\"><![CDATA[</A> & <b>]]></A>", "A=</A> & <b>");
    row("character references", "<A type=\"SZ\">&#x5c4a;&#12367;&amp;</A>", "A=届く&");
    row("empty text", "<A type=\"SZ\"></A>", "A=");
    row("no end tag", "<A type=\"SZ\"/>", "A=");
    row("other attributes", "<A b=\"&gt;\" type='DWORD' c=\"/>\">10</A>", "A=16");
    row("comment between", "<!-- <A type=\"DWORD\">1</A> -->\r\n<?x y?>", "");
    row("binary is left out", "<Last_Updated type=\"BINARY\">2e37da8abf8cc901</Last_Updated>", "");
    row("the first of two", "<A type=\"DWORD\">1</A><A type=\"DWORD\">2</A>", "A=1 A=2");

    row("prefix", "<A type=\"DWORD\">0x1f</A>", "", "4:malformed");
    row("no hexadecimal", "<A type=\"DWORD\">12g4</A>", "", "4:malformed");
    row("full-width digits", "<A type=\"DWORD\">１２</A>", "", "4:malformed");
    row("minus", "<A type=\"DWORD\">-1</A>", "", "4:malformed");
    row("too many digits", "<A type=\"DWORD\">0000000ff</A>", "", "4:malformed");
    row("no digits", "<A type=\"DWORD\"></A>", "", "4:malformed");
    row("unknown type", "<A type=\"QWORD\">1</A>", "", "4:malformed");
    row("no type", "<A>1</A>", "", "4:malformed");
    row("elements inside", "<A type=\"DWORD\">1<b/>2</A><B type=\"SZ\">x</B>", "B=x", "4:malformed");
    row("text between", "stray<B type=\"SZ\">x</B>", "B=x", "4:malformed");
}

void TestOeAccount::readsWhatAFieldSays()
{
    QFETCH(QString, field);
    QFETCH(QString, read);
    QFETCH(QString, wrong);
    const OeAccount account(utf16(field + QStringLiteral("\r\n")));
    QVERIFY(account.isWhole());
    QCOMPARE(fields(account).mid(1).join(u' '), read);
    QCOMPARE(problems(account), wrong);
    if (field.contains(u"ffffffff"))
        QCOMPARE(account.number(QStringLiteral("A")), 4294967295u);
    if (read.contains(u"A=1 A=2"))
        QCOMPARE(account.number(QStringLiteral("A")), 1u);
    QVERIFY(!account.number(QStringLiteral("Account_Name")));
    QVERIFY(!account.text(QStringLiteral("IMAP_Port")));
    QVERIFY(!account.text(QStringLiteral("a")));
}

void TestOeAccount::refusesWhatIsNoAccount_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<int>("read");
    const QByteArray good = utf16({});
    const QString head = QStringLiteral("<?xml version=\"1.0\"?>\n");
    const QString bomb = QStringLiteral("<!DOCTYPE MessageAccount [<!ENTITY a \"aaaaaaaaaa\">"
                                        "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
                                        "\"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>\n<MessageAccount>"
                                        "<A type=\"SZ\">&c;</A></MessageAccount>");
    const QString outside = QStringLiteral("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><MessageAccount/>");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("1:half-written") << 0;
    QTest::newRow("a mark alone") << QByteArray("\xFF\xFE") << QStringLiteral("1:half-written") << 0;
    QTest::newRow("other root") << (head + QStringLiteral("<x/>")).toUtf8() << QStringLiteral("2:malformed")
                                << 0;
    QTest::newRow("root alone") << QByteArray("<MessageAccount/>") << QStringLiteral("1:malformed") << 0;
    QTest::newRow("no XML") << QByteArray("REGEDIT4\r\n\r\n") << QStringLiteral("1:malformed") << 0;
    QTest::newRow("cut behind a tag") << good.chopped(42) << QStringLiteral("3:half-written") << 1;
    QTest::newRow("cut in a tag") << good.chopped(44) << QStringLiteral("3:half-written") << 0;
    QTest::newRow("cut in a character") << good.chopped(31) << QStringLiteral("4:half-written") << 1;
    QTest::newRow("two accounts") << good + good.mid(2) << QStringLiteral("5:malformed") << 1;
    QTest::newRow("zeros behind") << good + QByteArray(64, '\0') << QStringLiteral("5:malformed") << 1;
    QTest::newRow("all zeros") << QByteArray(512, '\0') << QStringLiteral("1:malformed") << 0;
    QTest::newRow("tags crossed") << utf16(QStringLiteral("<a type=\"SZ\"><b></a></b>"))
                                  << QStringLiteral("4:malformed") << 1;
    QTest::newRow("entity bomb") << bomb.toUtf8() << QStringLiteral("0:malformed") << 0;
    QTest::newRow("entity outside") << outside.toUtf8() << QStringLiteral("0:malformed") << 0;
    QTest::newRow("unknown entity") << utf16(QStringLiteral("<A type=\"SZ\">&bomb;</A>"))
                                    << QStringLiteral("4:malformed") << 1;
    QTest::newRow("100 000 deep") << encoded(file(QStringLiteral("<a>").repeated(100'000)),
                                             QStringLiteral("8"))
                                  << QStringLiteral("4:malformed") << 1;
    QTest::newRow("33 deep") << utf16(QStringLiteral("<a>").repeated(32)
                                      + QStringLiteral("</a>").repeated(32))
                             << QStringLiteral("4:malformed") << 1;
    QTest::newRow("5 MB") << utf16(QStringLiteral("<A type=\"SZ\">x</A>").repeated(150'000))
                          << QStringLiteral("0:too-large") << 0;
    QTest::newRow("too many") << utf16(QStringLiteral("<A type=\"SZ\"/>").repeated(2000))
                              << QStringLiteral("4:malformed") << 1000;
    QTest::newRow("cp932") << QByteArray(
        "<MessageAccount><A type=\"SZ\">\x93\xCD\x82\xAD</A></MessageAccount>")
                           << QStringLiteral("0:encoding") << 0;
    QTest::newRow("UTF-32") << QByteArray("\xFF\xFE\0\0<\0\0\0", 8) << QStringLiteral("1:malformed") << 0;
    QTest::newRow("half a surrogate")
        << QByteArray("\xFF\xFE<\0\x3D\xD8", 6) << QStringLiteral("0:encoding") << 0;
}

void TestOeAccount::refusesWhatIsNoAccount()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, wrong);
    QFETCH(int, read);
    const OeAccount account(bytes);
    QVERIFY(!account.isWhole());
    QCOMPARE(problems(account), wrong);
    QCOMPARE(account.all().size(), read);
    QVERIFY(!OeAccount::withNumber(bytes, timeout, 600));
    QVERIFY(!OeAccount::withText(bytes, QStringLiteral("SMTP_Server"), QStringLiteral("x")));
}

void TestOeAccount::keepsNothingOfPasswords()
{
    const QByteArray bytes = utf16(QStringLiteral("<POP3_Password2 type=\"BINARY\">01000000</POP3_Password2>"
                                                  "<SMTP_Password type=\"SZ\">geheim</SMTP_Password>"
                                                  "<smtp_passWORD type=\"SZ\"><b>geheim</b></smtp_passWORD>"
                                                  "<SMTP_Server type=\"SZ\">s</SMTP_Server>"));
    const OeAccount account(bytes);
    QCOMPARE(problems(account), QString());
    QCOMPARE(fields(account).mid(1), QStringList{QStringLiteral("SMTP_Server=s")});
    for (const char *name : {"POP3_Password2", "SMTP_Password", "IMAP_Password2"}) {
        QVERIFY(!account.text(QString::fromLatin1(name)));
        QVERIFY(!OeAccount::withText(bytes, QString::fromLatin1(name), QStringLiteral("x")));
        QVERIFY(!OeAccount::withNumber(bytes, QString::fromLatin1(name), 1));
    }
    QVERIFY(OeAccount::withText(bytes, QStringLiteral("SMTP_Server"), QStringLiteral("x")));
}

void TestOeAccount::exchangesOneValueAndNoOtherByte_data()
{
    QTest::addColumn<QString>("encoding");
    for (const char *encoding : {"16le+", "16be+", "8+", "16le", "16be", "8"})
        QTest::newRow(encoding) << QString::fromLatin1(encoding);
}

void TestOeAccount::exchangesOneValueAndNoOtherByte()
{
    QFETCH(QString, encoding);
    const QString frame = file(QStringLiteral("<!-- 👤 <SMTP_Timeout> -->\r\n  <SMTP_Timeout type=\"DWORD\">%1"
                                              "</SMTP_Timeout>\n<SMTP_Server type=\"SZ\">%2</SMTP_Server>\r\n"
                                              "\t<POP3_Timeout type=\"DWORD\">96</POP3_Timeout>\r\n"));
    const auto with = [&](const QString &number, const QString &server) {
        return encoded(frame.arg(number, server), encoding);
    };
    const QString old = QStringLiteral("smtp.例え.jp"), hex = QStringLiteral("3c");
    const QByteArray before = with(hex, old);
    QCOMPARE(OeAccount::withNumber(before, timeout, 600), with(QStringLiteral("00000258"), old));
    QCOMPARE(OeAccount::withNumber(before, timeout, 0xffffffff), with(QStringLiteral("ffffffff"), old));
    QCOMPARE(OeAccount::withText(before, QStringLiteral("SMTP_Server"), QStringLiteral("a<b>&\"届")),
             with(hex, QStringLiteral("a&lt;b&gt;&amp;&quot;届")));
    const QByteArray after
        = *OeAccount::withText(before, QStringLiteral("SMTP_Server"), QStringLiteral("a<b>&\"届"));
    QCOMPARE(OeAccount(after).text(QStringLiteral("SMTP_Server")), QStringLiteral("a<b>&\"届"));
}

void TestOeAccount::addsWhatIsAbsent_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const QString added = QStringLiteral("<SMTP_Timeout type=\"DWORD\">0000012c</SMTP_Timeout>");
    const auto row = [&](const char *name, const char *frame) {
        QString before = QString::fromUtf8(frame), after = before;
        QTest::newRow(name) << before.remove(u'@') << after.replace(u'@', added);
    };
    row("one line", "<MessageAccount><A type=\"SZ\">届</A>@</MessageAccount>");
    row("blank before the end", "<MessageAccount> @</MessageAccount>");
    row("comment behind", "<MessageAccount>@</MessageAccount ><!-- </MessageAccount> -->");
    const auto line = [&](const char *name, const char *first, const char *indent, const char *lineBreak) {
        const QString end = QString::fromLatin1(lineBreak);
        const QString head = QStringLiteral("<MessageAccount>") + end + QString::fromUtf8(first);
        const QString tail = QStringLiteral("</MessageAccount>") + end;
        QTest::newRow(name) << head + tail << head + QString::fromLatin1(indent) + added + end + tail;
    };
    line("lines as Windows has them", "    <A type=\"SZ\">届</A>\r\n", "    ", "\r\n");
    line("lines with tabs", "\t<A type=\"SZ\">届</A>\n", "\t", "\n");
    line("lines without indent", "<A type=\"SZ\">届</A>\r\n", "", "\r\n");
    line("no field yet", "", "", "\r\n");
}

void TestOeAccount::addsWhatIsAbsent()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    for (const char *name : {"16le+", "16be+", "8+", "16le", "16be", "8"}) {
        const QString encoding = QString::fromLatin1(name);
        const auto changed = OeAccount::withNumber(encoded(before, encoding), timeout, 300);
        QVERIFY(changed);
        QCOMPARE(*changed, encoded(after, encoding));
        QCOMPARE(OeAccount(*changed).number(timeout), 300u);
        QVERIFY(OeAccount(*changed).isWhole());
    }
}

void TestOeAccount::refusesToWrite_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text"); // empty: the number 600
    const auto row = [](const char *name, const char *field, const char *where, const QString &text = {}) {
        QTest::newRow(name) << QString::fromLatin1(field) << QString::fromUtf8(where) << text;
    };
    row("twice", "<A type=\"DWORD\">1</A><A type=\"DWORD\">1</A>", "A");
    row("twice, once unread", "<A type=\"DWORD\">1</A><A type=\"BINARY\">1</A>", "A");
    row("unread", "<A type=\"DWORD\">zz</A>", "A");
    row("binary", "<A type=\"BINARY\">01</A>", "A");
    row("number over text", "<A type=\"SZ\">1</A>", "A");
    row("text over number", "<A type=\"DWORD\">1</A>", "A", QStringLiteral("x"));
    row("no end tag", "<A type=\"SZ\"/>", "A", QStringLiteral("x"));
    row("no name", "", "");
    row("name with markup", "", "A><b");
    row("name with a space", "", "SMTP Timeout");
    row("name in Japanese", "", "届く");
    row("digit first", "", "1A");
    row("NUL", "", "A", QString(QChar(0)));
    row("line break", "", "A", QStringLiteral("a\r\nb"));
    row("half a surrogate", "", "A", QString(QChar(0xD83D)));
}

void TestOeAccount::refusesToWrite()
{
    QFETCH(QString, field);
    QFETCH(QString, name);
    QFETCH(QString, text);
    const QByteArray bytes = utf16(field);
    QVERIFY(OeAccount(bytes).isWhole());
    QVERIFY(
        !(text.isEmpty() ? OeAccount::withNumber(bytes, name, 600) : OeAccount::withText(bytes, name, text)));
}

void TestOeAccount::changesOnlyTheIntendedBytesOfAnyFile()
{
    QRandomGenerator random(7);
    const QString pieces[] = {QStringLiteral("<A type=\"SZ\">届👤&amp;</A>"),
                              QStringLiteral("<!-- <SMTP_Timeout type=\"DWORD\">1</SMTP_Timeout> -->"),
                              QStringLiteral("<B type=\"SZ\"><![CDATA[<SMTP_Timeout>]]></B>"),
                              QStringLiteral("<C type=\"DWORD\">0000003c</C>"),
                              QStringLiteral("<POP3_Password2 type=\"BINARY\">00</POP3_Password2>"),
                              QStringLiteral("\r\n    "),
                              QStringLiteral("\n"),
                              QStringLiteral("<D/>")};
    const char *encodings[] = {"16le+", "16be+", "8+", "16le", "16be", "8"};
    for (int round = 0; round < 20'000; ++round) {
        QString head = QStringLiteral("<MessageAccount>"), tail;
        for (int i = random.bounded(8); i > 0; --i)
            (random.bounded(2) ? head : tail) += pieces[random.bounded(8)];
        head += QStringLiteral("<SMTP_Timeout type=\"DWORD\">");
        tail = QStringLiteral("</SMTP_Timeout>") + tail + QStringLiteral("</MessageAccount>");
        const QString encoding = QString::fromLatin1(encodings[random.bounded(6)]);
        const QString old = QString::number(random.bounded(100'000), 16);
        const auto changed = OeAccount::withNumber(encoded(head + old + tail, encoding), timeout, 600);
        if (changed != encoded(head + QStringLiteral("00000258") + tail, encoding))
            QFAIL(qPrintable(QStringLiteral("round %1, %2: %3").arg(round).arg(encoding, head + old + tail)));
    }
}

QTEST_APPLESS_MAIN(TestOeAccount)

#include "test_oe_account.moc"
