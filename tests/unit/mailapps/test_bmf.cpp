#include "mailapps/bmf.h"

#include "support/mail_home.h"

#include <QTest>
#include <QTimeZone>

namespace {

const QByteArray one = "Date: Mon, 16 Nov 2026 09:00:00 +0900\r\nMessage-ID: <1@x>\r\n\r\nhello\r\n";
const QByteArray two = "Message-ID: <2@x>\r\nDate: Sun, 15 Nov 2026 09:00:00 +0900\r\n\r\nhello\r\n";

struct Read
{
    model::Outbox outbox;
    QStringList why;
};

Read read(const QString &folder)
{
    Read found;
    QList<model::Unreadable> unreadable;
    mailapps::readBmfFolder(folder, found.outbox, &unreadable);
    for (const model::Unreadable &reason : unreadable)
        found.why.append(QFileInfo(reason.path).fileName() + u':' + reason.why);
    return found;
}

} // namespace

class TestBmf : public QObject
{
    Q_OBJECT

private slots:
    void countsWhatEndsWithADot_data();
    void countsWhatEndsWithADot();
    void doesNotMindWhereAChunkEnds();
    void readsEveryFileOfTheFolderAndNoOther();
    void saysWhatItCouldNotRead();
};

void TestBmf::countsWhatEndsWithADot_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("ids");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<bool>("whole");
    const auto row = [](const char *name, const QByteArray &file, int count, qsizetype bytes, const char *ids,
                        bool whole = true) {
        QTest::newRow(name) << file << QStringLiteral("%1 %2").arg(count).arg(QLatin1String(ids))
                            << int(bytes) << whole;
    };
    row("one", one + ".\r\n", 1, one.size(), "1@x");
    row("two", one + ".\r\n" + two + ".\r\n", 2, one.size() + two.size(), "1@x 2@x");
    row("line feeds alone", QByteArray(one + ".\r\n").replace("\r\n", "\n"), 1, one.size() - one.count('\r'),
        "1@x");
    row("no line break at the end", one + ".", 1, one.size(), "1@x");
    row("nothing", "", 0, 0, "");
    row("blank lines", "\r\n\r\n", 0, 0, "");
    row("a dot and no message", ".\r\n", 0, 0, "");
    row("dots in a row", one + ".\r\n.\r\n.\r\n" + two + ".\r\n", 2, one.size() + two.size(), "1@x 2@x");
    row("a doubled dot is text", one + "..\r\n.\r\n", 1, one.size() + 4, "1@x");
    row("a dot and more is text", one + ".x\r\n. \r\n.\r\n", 1, one.size() + 8, "1@x");
    row("a dot at the end of a line is text", one + "end.\r\n.\r\n", 1, one.size() + 6, "1@x");
    row("headers in the text", one + "\r\nMessage-ID: <no@x>\r\n.\r\n", 1, one.size() + 22, "1@x");
    row("From at a line's start is text", one + "\r\nFrom me\r\n.\r\n", 1, one.size() + 11, "1@x");
    row("no text", "Message-ID: <3@x>\r\n.\r\n", 1, 19, "3@x");
    row("no headers", "\r\nhello\r\n.\r\n", 1, 9, "");
    row("folded", "Message-ID:\r\n <4@x>\r\n\r\n.\r\n", 1, 23, "4@x");
    row("a line without an end", one + QByteArray(3'000'000, 'x') + "\r\n.\r\n", 1, one.size() + 3'000'002,
        "1@x");
    row("a header without an end", "Message-ID: <5@x>" + QByteArray(3'000'000, 'x') + "\r\n.\r\n", 1,
        3'000'019, "5@x");
    row("headers without an end",
        "Message-ID: <6@x>\r\n" + QByteArray("X: y\r\n").repeated(100'000) + ".\r\n", 1, 600'019, "6@x");
    row("zeros", QByteArray(100, '\0') + "\r\n.\r\n", 1, 102, "");
    row("the last one cut", one + ".\r\n" + two.left(30), 2, one.size() + 30, "1@x 2@x", false);
    row("cut before the dot", one, 1, one.size(), "1@x", false);
}

void TestBmf::countsWhatEndsWithADot()
{
    QFETCH(QByteArray, file);
    QFETCH(bool, whole);
    const QTemporaryDir folder;
    support::writeFile(folder.filePath(QStringLiteral("0.bmf")), file);
    const Read found = read(folder.path());
    QTEST(QStringLiteral("%1 %2").arg(found.outbox.count).arg(found.outbox.messageIds.join(u' ')), "ids");
    QTEST(int(found.outbox.bytes), "bytes");
    QCOMPARE(found.outbox.complete, whole);
    QCOMPARE(found.why, whole ? QStringList() : QStringList(QStringLiteral("0.bmf:half-written")));
}

void TestBmf::doesNotMindWhereAChunkEnds()
{
    // The dot's line is moved over the end of the first mebibyte, byte by byte.
    for (int shift = -4; shift <= 4; ++shift) {
        const QTemporaryDir folder;
        const QByteArray text = one + QByteArray(1024 * 1024 - one.size() - 2 + shift, 'x') + "\r\n";
        support::writeFile(folder.filePath(QStringLiteral("0.bmf")), text + ".\r\n" + two + ".\r\n");
        const Read found = read(folder.path());
        QCOMPARE(found.outbox.count, 2);
        QCOMPARE(found.outbox.bytes, text.size() + two.size());
    }
}

void TestBmf::readsEveryFileOfTheFolderAndNoOther()
{
    const QTemporaryDir folder;
    support::writeFile(folder.filePath(QStringLiteral("a.bmf")), one + ".\r\n");
    support::writeFile(folder.filePath(QStringLiteral("B.BMF")), two + ".\r\n");
    for (const char *other :
         {"Folder.idx", "Folder.ini", "c.bmf.bak", "bmf", "#Attach/d.bmf", "!!!Sent/e.bmf"})
        support::writeFile(folder.filePath(QLatin1String(other)), one + ".\r\n");
    const Read found = read(folder.path());
    QCOMPARE(found.why, QStringList());
    QCOMPARE(found.outbox.count, 2);
    QCOMPARE(found.outbox.oldest, QDateTime({2026, 11, 15}, {0, 0}, QTimeZone::utc()));
}

void TestBmf::saysWhatItCouldNotRead()
{
    const QTemporaryDir folder;
    support::writeFile(folder.filePath(QStringLiteral("1.bmf")), one + ".\r\n");
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("2.bmf")));
    if (!support::makeLink(folder.filePath(QStringLiteral("gone")), folder.filePath(QStringLiteral("3.bmf"))))
        QSKIP("no links here");
    const Read found = read(folder.path());
    QCOMPARE(found.outbox.count, 1);
    QVERIFY(!found.outbox.complete);
    QCOMPARE(found.why.join(u' '), QStringLiteral("2.bmf:not-a-file 3.bmf:missing"));
    QCOMPARE(read(folder.filePath(QStringLiteral("none"))).outbox.count, 0);
}

QTEST_GUILESS_MAIN(TestBmf)
#include "test_bmf.moc"
