#include "mailapps/reader.h"

#include "support/mail_home.h"

#include <QTest>

class TestPlaces : public QObject
{
    Q_OBJECT

private slots:
    void readsTheSameHomeHoweverItIsWritten_data();
    void readsTheSameHomeHoweverItIsWritten();
    void findsNothingWhereThereIsNoHome();
};

void TestPlaces::readsTheSameHomeHoweverItIsWritten_data()
{
    QTest::addColumn<QString>("written"); ///< %1: where it is
    for (const char *written : {"%1", "%1/", "%1//", "%1/../home", "home", "./home", "."})
        QTest::newRow(written) << QString::fromLatin1(written);
}

void TestPlaces::readsTheSameHomeHoweverItIsWritten()
{
    QFETCH(QString, written);
    const QTemporaryDir folder;
    const QString home = folder.filePath(QStringLiteral("home"));
    support::writeFile(home + QStringLiteral("/.thunderbird/p/prefs.js"), support::prefsWithAccount());
    support::writeFile(home + QStringLiteral("/.thunderbird/profiles.ini"),
                       "[Profile0]\nName=x\nIsRelative=1\nPath=p\n");
    support::writeFile(home + QStringLiteral("/.thunderbird/p/Mail/Local Folders/Unsent Messages"),
                       "From - \nMessage-ID: <a@x>\n\nbody\n");
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(written == QStringLiteral(".") ? home : folder.path()));
    const auto apps = mailapps::readAll({written.contains(u'%') ? written.arg(home) : written, {}});
    QDir::setCurrent(before);
    QCOMPARE(apps.size(), 1);
    const model::AppProfile profile = apps.first().profiles.value(0);
    QCOMPARE(profile.path, home + QStringLiteral("/.thunderbird/p"));
    QCOMPARE(profile.unreadable.size(), 0);
    QCOMPARE(profile.outboxes.value(0).count, 1);
}

void TestPlaces::findsNothingWhereThereIsNoHome()
{
    const QTemporaryDir folder;
    support::writeFile(folder.filePath(QStringLiteral("file")), "x");
    for (const QString &written :
         {folder.filePath(QStringLiteral("none")), folder.filePath(QStringLiteral("file")),
          QStringLiteral("/dev/null"), QStringLiteral("//server/share")})
        QVERIFY2(mailapps::readAll({written, {}}).isEmpty(), qPrintable(written));
}

QTEST_GUILESS_MAIN(TestPlaces)
#include "test_places.moc"
