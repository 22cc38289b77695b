// What a client may write, and what it may not, in IMAP commands and message sets.
#include "practice/imap_command.h"
#include "practice/imap_set.h"

#include <QTest>

class TestImapWords : public QObject
{
    Q_OBJECT
private slots:
    void readsWords_data();
    void readsWords();
    void refusesBrokenWords_data();
    void refusesBrokenWords();
    void announcesLiterals_data();
    void announcesLiterals();
    void readsSets_data();
    void readsSets();
};

namespace {

QByteArray shown(const practice::ImapWords &words)
{
    QByteArrayList out;
    for (const practice::ImapWord &word : words)
        out << (word.isList() ? '(' + shown(word.list) + ')' : '<' + word.text + '>');
    return out.join(' ');
}

} // namespace

void TestImapWords::readsWords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("atoms") << QByteArray("LOGIN a b") << QByteArray("<LOGIN> <a> <b>");
    QTest::newRow("quoted") << QByteArray("LOGIN \"a b\" \"c\\\"d\\\\\"")
                            << QByteArray("<LOGIN> <a b> <c\"d\\>");
    QTest::newRow("empty string") << QByteArray("LIST \"\" *") << QByteArray("<LIST> <> <*>");
    QTest::newRow("literal") << QByteArray("APPEND x {5}\r\na\r\n b") << QByteArray("<APPEND> <x> <a\r\n b>");
    QTest::newRow("lists") << QByteArray("STORE 1 (a (b) ())") << QByteArray("<STORE> <1> (<a> (<b>) ())");
    QTest::newRow("brackets hold together")
        << QByteArray("FETCH 1 (UID BODY.PEEK[HEADER.FIELDS (DATE TO)]<0.9>)")
        << QByteArray("<FETCH> <1> (<UID> <BODY.PEEK[HEADER.FIELDS (DATE TO)]<0.9>>)");
}

void TestImapWords::readsWords()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, words);
    const auto read = practice::readImapWords(text);
    QVERIFY(read);
    QCOMPARE(shown(*read), words);
}

void TestImapWords::refusesBrokenWords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("open list") << QByteArray("STORE (a");
    QTest::newRow("closed too often") << QByteArray("STORE a)");
    QTest::newRow("open quotes") << QByteArray("LOGIN \"a");
    QTest::newRow("quotes end in a backslash") << QByteArray("LOGIN \"a\\");
    QTest::newRow("open bracket") << QByteArray("FETCH 1 BODY[");
    QTest::newRow("literal shorter than said") << QByteArray("APPEND {5}\r\nab");
    QTest::newRow("literal without size") << QByteArray("APPEND {}\r\nab");
    QTest::newRow("literal of negative size") << QByteArray("APPEND {-1}\r\nab");
    QTest::newRow("literal of endless size") << QByteArray("APPEND {99999999999999999999}\r\nab");
    QTest::newRow("nested too deep") << "X " + QByteArray(100'000, '(') + QByteArray(100'000, ')');
}

void TestImapWords::refusesBrokenWords()
{
    QFETCH(QByteArray, text);
    QVERIFY(!practice::readImapWords(text));
}

void TestImapWords::announcesLiterals_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("waits");
    QTest::newRow("LOGIN {3}") << qint64(3) << true;
    QTest::newRow("LOGIN {3+}") << qint64(3) << false;
    QTest::newRow("LOGIN \"{3}\"") << qint64(-1) << false;
    QTest::newRow("LOGIN {x}") << qint64(-1) << false;
    QTest::newRow("LOGIN {-3}") << qint64(-1) << false;
    QTest::newRow("LOGIN {3} ") << qint64(-1) << false;
    QTest::newRow("LOGIN }") << qint64(-1) << false;
}

void TestImapWords::announcesLiterals()
{
    QFETCH(qint64, size);
    QFETCH(bool, waits);
    bool seen = false;
    QCOMPARE(practice::announcedLiteral(QTest::currentDataTag(), &seen), size);
    QVERIFY(size < 0 || seen == waits);
}

void TestImapWords::readsSets_data()
{
    QTest::addColumn<QList<quint32>>("members"); // of 1 to 10, empty: no set
    QTest::newRow("3") << QList<quint32>{3};
    QTest::newRow("2:4") << QList<quint32>{2, 3, 4};
    QTest::newRow("4:2") << QList<quint32>{2, 3, 4};
    QTest::newRow("9:*") << QList<quint32>{9, 10};
    QTest::newRow("*") << QList<quint32>{10};
    QTest::newRow("20:*") << QList<quint32>{10};
    QTest::newRow("1,3:4,9:4294967295") << QList<quint32>{1, 3, 4, 9, 10};
    for (const char *wrong : {"", "0", "a", "1:", ":1", "1,,2", "-1", "+1", "4294967296", "1:2:3", "1;2"})
        QTest::addRow("%s", wrong) << QList<quint32>();
}

void TestImapWords::readsSets()
{
    QFETCH(QList<quint32>, members);
    const auto set = practice::ImapSet::read(QTest::currentDataTag(), 10);
    QCOMPARE(set.has_value(), !members.isEmpty());
    for (quint32 n = 1; set && n <= 10; ++n)
        QCOMPARE(set->contains(n), members.contains(n));
}

QTEST_GUILESS_MAIN(TestImapWords)
#include "test_imap_words.moc"
