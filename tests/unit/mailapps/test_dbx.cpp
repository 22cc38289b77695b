#include "mailapps/dbx.h"

#include "support/windows_home.h"

#include <QTest>

using mailapps::Dbx;
using support::dbxFile;

class TestDbx : public QObject
{
    Q_OBJECT

private slots:
    void readsTheHeaderOfAFolder_data();
    void readsTheHeaderOfAFolder();
};

void TestDbx::readsTheHeaderOfAFolder_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("read"); // "messages", "list", or what is wrong
    const auto row = [](const char *name, const QByteArray &bytes, const char *read) {
        QTest::newRow(name) << bytes << QString::fromLatin1(read);
    };
    row("empty folder", dbxFile(), "0");
    row("three messages", dbxFile(3), "3");
    row("list of folders", dbxFile(15, 0x6f74fdc6), "list");
    row("list of what was fetched", dbxFile(0, 0x6f74fdc7), "list");
    row("list of what was done offline", dbxFile(0, 0x26fe9d30), "list");
    row("nothing", QByteArray(), "half-written");
    row("cut in the header", dbxFile(3).first(0x24bb), "half-written");
    row("header alone", dbxFile(0).first(0x24bc), "0");
    row("of version 4", "JMF6" + dbxFile().mid(4), "malformed");
    row("unknown kind", dbxFile(0, 0x6f74fdc8), "malformed");
    row("all zeros", QByteArray(0x3000, '\0'), "malformed");
    row("more than there is room for", dbxFile(0x3000), "malformed");
    row("four thousand millions", dbxFile(0xffffffff), "malformed");
    row("tree behind the end", dbxFile(3, 0x6f74fdc5, 0x3000), "malformed");
    row("messages without a tree", dbxFile(3, 0x6f74fdc5, 0), "malformed");
}

void TestDbx::readsTheHeaderOfAFolder()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, read);
    const support::WindowsHome home;
    home.write(QStringLiteral("x.dbx"), bytes);
    const Dbx found = mailapps::readDbx(home.path(QStringLiteral("x.dbx")));
    QCOMPARE(found.bytes, bytes.size());
    QCOMPARE(found.kind == Dbx::Kind::Broken     ? found.why
                 : found.kind == Dbx::Kind::List ? QStringLiteral("list")
                                                 : QString::number(found.messages),
             read);
}

QTEST_APPLESS_MAIN(TestDbx)

#include "test_dbx.moc"
