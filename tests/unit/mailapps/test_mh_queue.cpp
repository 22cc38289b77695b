#include "mailapps/mh_queue.h"

#include "support/mail_home.h"

#include <QTest>
#include <QTimeZone>
#include <sys/stat.h>

namespace {

const QByteArray message = "Date: Mon, 16 Nov 2026 09:00:00 +0900\nMessage-ID: <m@x>\n\nDate: no\n";
const QByteArray notes
    = "AF:\nNF:0\nPS:10\nSRH:1\nMID:<other@x>\nS:taro@example\nSSV:smtp.example\nR:<a@b>\n";

} // namespace

class TestMhQueue : public QObject
{
    Q_OBJECT

private slots:
    void looksBehindTheNotes_data();
    void looksBehindTheNotes();
    void countsWhatWaits_data();
    void countsWhatWaits();
    void countsInTheOrderOfTheNumbers();
    void isNotThereBeforeTheFirstMessage();
    void readsNothingButFiles();
};

void TestMhQueue::looksBehindTheNotes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("Sylpheed") << notes + "\n" << message;
    QTest::newRow("Sylpheed on Windows")
        << QByteArray(notes + "\n").replace("\n", "\r\n") << QByteArray(message).replace("\n", "\r\n");
    QTest::newRow("Claws Mail") << notes + "MAID:1\nX-Claws-End-Special-Headers: 1\n" << message;
    QTest::newRow("its forerunner") << notes + "X-Sylpheed-End-Special-Headers: 1\n" << message;
    QTest::newRow("notes that no one knows") << notes + "XYZ:1\nX-Claws-Sign:0\n\n" << message;
    QTest::newRow("no end of the notes") << notes << message;
    QTest::newRow("beginning with S") << QByteArray("S:taro@example\nR:<a@b>\n\n") << message;
    QTest::newRow("no notes") << QByteArray() << message;
    QTest::newRow("a message that begins with S") << QByteArray() << "Subject: S:\n" + message;
    QTest::newRow("a message that begins with R") << QByteArray() << "Received: x\n" + message;
    QTest::newRow("an empty file") << QByteArray() << QByteArray();
    QTest::newRow("notes alone") << notes << QByteArray();
    QTest::newRow("cut in the notes") << notes.left(7) << QByteArray();
}

void TestMhQueue::looksBehindTheNotes()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QCOMPARE(mailapps::queueNotes(before + after), before.size());
    const QTemporaryDir folder;
    support::writeFile(folder.filePath(QStringLiteral("1")), before + after);
    QList<model::Unreadable> unreadable;
    const auto outbox = mailapps::readMhQueue(folder.path(), &unreadable);
    QVERIFY(outbox && unreadable.isEmpty() && outbox->complete);
    QCOMPARE(outbox->count, 1);
    QCOMPARE(outbox->bytes, after.size());
    QCOMPARE(outbox->messageIds, after.isEmpty() ? QStringList() : QStringList(QStringLiteral("m@x")));
    QCOMPARE(outbox->oldest.isValid(), !after.isEmpty());
}

void TestMhQueue::countsWhatWaits_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("count");
    QTest::newRow("one") << "1" << 1;
    QTest::newRow("a large number") << "4294967295" << 1;
    QTest::newRow("zero") << "0" << 0;
    QTest::newRow("the mark file") << ".sylpheed_mark" << 0;
    QTest::newRow("the cache") << ".claws_cache" << 0;
    QTest::newRow("a copy that is being written") << "1.tmp" << 0;
    QTest::newRow("a backup") << "1~" << 0;
    QTest::newRow("signed") << "+1" << 0;
    QTest::newRow("with a blank") << " 1" << 0;
    QTest::newRow("wide digits") << QString::fromUtf8("１") << 0;
    QTest::newRow("beyond numbers") << "99999999999999999999999" << 0;
}

void TestMhQueue::countsWhatWaits()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    support::writeFile(folder.filePath(name), message);
    QList<model::Unreadable> unreadable;
    QTEST(mailapps::readMhQueue(folder.path(), &unreadable)->count, "count");
    QVERIFY(unreadable.isEmpty());
}

void TestMhQueue::countsInTheOrderOfTheNumbers()
{
    const QTemporaryDir folder;
    for (const char *number : {"10", "9", "2", "100"})
        support::writeFile(folder.filePath(QLatin1String(number)),
                           "Date: Mon, 16 Nov 2026 09:00:00 +0" + QByteArray(number).rightJustified(3, '0')
                               + "\nMessage-ID: <" + number + "@x>\n\n");
    QList<model::Unreadable> unreadable;
    const auto outbox = mailapps::readMhQueue(folder.path(), &unreadable);
    QCOMPARE(outbox->messageIds.join(u' '), QStringLiteral("2@x 9@x 10@x 100@x"));
    QCOMPARE(outbox->oldest, QDateTime({2026, 11, 16}, {8, 0}, QTimeZone::utc()));
}

void TestMhQueue::isNotThereBeforeTheFirstMessage()
{
    QList<model::Unreadable> unreadable;
    const QTemporaryDir folder;
    QVERIFY(!mailapps::readMhQueue(folder.filePath(QStringLiteral("none")), &unreadable));
    QVERIFY(unreadable.isEmpty());
    QCOMPARE(mailapps::readMhQueue(folder.path(), &unreadable)->count, 0);
    support::writeFile(folder.filePath(QStringLiteral("file")), "x");
    const auto outbox = mailapps::readMhQueue(folder.filePath(QStringLiteral("file")), &unreadable);
    QVERIFY(!outbox->complete);
    QCOMPARE(unreadable.value(0).why, QStringLiteral("not-a-file"));
}

void TestMhQueue::readsNothingButFiles()
{
#ifdef Q_OS_UNIX // Windows has no pipes among its files
    const QTemporaryDir folder;
    support::writeFile(folder.filePath(QStringLiteral("1")), notes + "\n" + message);
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("2"))); // a folder below the queue
    QVERIFY(QFile::link(folder.filePath(QStringLiteral("nowhere")), folder.filePath(QStringLiteral("3"))));
    QCOMPARE(::mkfifo(QFile::encodeName(folder.filePath(QStringLiteral("4"))).constData(), 0600), 0);
    QList<model::Unreadable> unreadable;
    const auto outbox = mailapps::readMhQueue(folder.path(), &unreadable);
    QCOMPARE(outbox->count, 1);
    QVERIFY(!outbox->complete);
    QCOMPARE(unreadable.size(), 2);
    QCOMPARE(unreadable[0].why, QStringLiteral("missing"));
    QCOMPARE(unreadable[1].why, QStringLiteral("not-a-file"));
#endif
}

QTEST_GUILESS_MAIN(TestMhQueue)
#include "test_mh_queue.moc"
