// The list of what is kept in the keychain: nothing lost, no stranger's name taken, a broken list an answer.
#include "session/kept_items.h"

#include <QTemporaryDir>
#include <QtTest>

using session::KeptItems;

namespace {

const QString hanako = QStringLiteral("todoku/imap/imap.example.ne.jp/hanako@example.ne.jp");
const QString taro = QStringLiteral("todoku/pop3/pop.example.ne.jp/太郎@example.ne.jp");

std::optional<QStringList> listed(const QStringList &items)
{
    return items;
}

} // namespace

class KeptItemsTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    QString folder() const { return m_folder.filePath(QLatin1String(QTest::currentTestFunction())); }
    void write(const QByteArray &content) const
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(KeptItems(folder()).file());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }

private slots:
    void isEmptyWhereThereIsNone()
    {
        QCOMPARE(KeptItems(folder()).all(), listed({}));
        QVERIFY(!KeptItems(folder()).has(hanako));
        QVERIFY(KeptItems(folder()).strike(hanako));
        QVERIFY2(!QFileInfo::exists(folder()), "asking makes nothing");
    }
    void notesAndStrikes()
    {
        KeptItems one(folder()), other(folder()); // another Todoku at the same time
        QVERIFY(one.note(hanako) && other.note(taro) && one.note(hanako));
        QCOMPARE(one.all(), listed({hanako, taro}));
        QVERIFY(one.strike(hanako));
        QCOMPARE(other.all(), listed({taro}));
        QVERIFY(one.note(hanako));
        QCOMPARE(other.all(), listed({taro, hanako}));
        QVERIFY(other.strike(taro) && other.strike(hanako));
        QVERIFY2(!QFileInfo::exists(one.file()), "the last name takes the file along");
    }
    void isForThePersonAlone()
    {
#ifdef Q_OS_WIN
        QSKIP("the folder's access list is inherited there");
#endif
        QVERIFY(KeptItems(folder()).note(hanako));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(KeptItems(folder()).file()) & others));
        QVERIFY(!(QFile::permissions(folder()) & others));
    }
    void passesOverWhatMakesNoSense()
    {
        write("{\"kept\":\"" + hanako.toUtf8()
              + "\"}\n\0\xff\xfe\n[1]\n{\"kept\":7}\nkept\n{\"kept\":\"todoku/im");
        KeptItems items(folder());
        QCOMPARE(items.all(), listed({hanako}));
        QVERIFY(items.note(taro)); // behind a torn line
        QCOMPARE(items.all(), listed({hanako, taro}));
    }
    void takesNoStrangersName_data()
    {
        QTest::addColumn<QString>("item");
        for (const char *item :
             {"", "todoku", "todoku/imap/host", "todoku/imap/host/", "todoku//host/user", "todoku/imap//user",
              "other/imap/host/user", "MicrosoftAccount:user=x", "todoku/imap/host/us\ner"})
            QTest::newRow(item) << QString::fromLatin1(item);
        QTest::newRow("endless") << QStringLiteral("todoku/imap/host/") + QString(2000, u'x');
    }
    void takesNoStrangersName()
    {
        QFETCH(QString, item);
        KeptItems items(folder());
        QVERIFY(!items.note(item));
        write(QJsonDocument(QJsonObject{{QStringLiteral("kept"), item}}).toJson(QJsonDocument::Compact));
        QCOMPARE(items.all(), listed({}));
    }
    void saysSoWhereItCannotBeRead_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"a folder", "too large", "a link"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void saysSoWhereItCannotBeRead()
    {
        QFETCH(QString, what);
        QTemporaryDir own;
        KeptItems items(own.path());
        if (what == u"a folder") {
            QVERIFY(QDir().mkpath(items.file()));
        } else if (what == u"too large") {
            QFile file(items.file());
            QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(2 * 1024 * 1024));
        } else {
#ifdef Q_OS_WIN
            QSKIP("links are made there by administrators only");
#endif
            write("precious");
            QVERIFY(QFile::link(KeptItems(folder()).file(), items.file()));
        }
        QCOMPARE(items.all(), std::nullopt);
        QVERIFY(!items.has(hanako));
        QVERIFY(!items.note(hanako));
        QVERIFY(!items.strike(hanako));
    }
};

QTEST_GUILESS_MAIN(KeptItemsTest)
#include "test_kept_items.moc"
