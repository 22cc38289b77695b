#include "mailapps/pst_outbox.h"

#include "mailapps/pst_crypt.h"
#include "mailapps/pst_header.h"

#include "support/mail_home.h"
#include "support/places.h"
#include "support/small_pst.h"

#include <QRandomGenerator>
#include <QTest>

using support::PstMessage;
using support::SmallPst;

namespace {

constexpr qint64 march = 1'772'323'200; // 2026-03-01 00:00:00 UTC

QList<PstMessage> messages(int count)
{
    QList<PstMessage> all;
    for (int i = 0; i < count; ++i)
        all.append({1000 + i, march + 60 * (count - i), QStringLiteral("<m%1@example.ne.jp>").arg(i)});
    return all;
}

struct Read
{
    std::optional<model::Outbox> outbox;
    QStringList why;
};

Read read(const QByteArray &bytes)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("送受信.pst"));
    support::writeFile(path, bytes);
    QList<model::Unreadable> unreadable;
    Read result{mailapps::readPstOutbox(path, &unreadable), {}};
    for (const model::Unreadable &one : unreadable)
        result.why.append(one.why);
    return result;
}

QString sharedFolder()
{
    return support::inSource("../shared/data/mailapps/outlook-pst/");
}

} // namespace

class TestPstOutbox : public QObject
{
    Q_OBJECT

private slots:
    void countsWhatWaits_data();
    void countsWhatWaits();
    void readsDatesAndMessageIdsWhereThereAre();
    void undoesBothWaysOfGarbling();
    void saysWhatItCannotRead_data();
    void saysWhatItCannotRead();
    void hasNothingToSayOfAnArchive();
    void readsWhatOutlookWrote_data();
    void readsWhatOutlookWrote();
    void survivesEveryCut();
    void survivesDamage_data();
    void survivesDamage();
    void takesNoLongerForALargeFile();
};

void TestPstOutbox::countsWhatWaits_data()
{
    QTest::addColumn<bool>("unicode");
    QTest::addColumn<int>("crypt");
    QTest::addColumn<int>("count");
    for (const bool unicode : {true, false})
        for (const int crypt : {0, 1, 2})
            for (const int count : {0, 1, 6, 400}) // 400: pages over pages, rows in blocks of their own
                QTest::addRow("%s, crypt %d, %d", unicode ? "Unicode" : "ANSI", crypt, count)
                    << unicode << crypt << count;
}

void TestPstOutbox::countsWhatWaits()
{
    QFETCH(bool, unicode);
    QFETCH(int, crypt);
    QFETCH(int, count);
    SmallPst pst;
    pst.unicode = unicode;
    pst.crypt = crypt;
    pst.messages = messages(count);
    const Read result = read(pst.bytes());
    QCOMPARE(result.why, QStringList());
    QVERIFY(result.outbox);
    QVERIFY(result.outbox->complete);
    QCOMPARE(result.outbox->count, count);
    QCOMPARE(result.outbox->bytes, count * 1000LL + count * (count - 1LL) / 2);
    QCOMPARE(result.outbox->oldest.isValid(), count > 0);
    if (count > 0)
        QCOMPARE(result.outbox->oldest.toSecsSinceEpoch(), march + 60);
    QCOMPARE(result.outbox->messageIds.size(), count);
    QCOMPARE(result.outbox->messageIds.value(0), count ? QStringLiteral("m0@example.ne.jp") : QString());
}

void TestPstOutbox::readsDatesAndMessageIdsWhereThereAre()
{
    SmallPst pst;
    pst.messages = {{500, 0, {}}, {700, march, QStringLiteral("<a@b>")}, {900, -march * 100, {}}};
    const Read result = read(pst.bytes());
    QVERIFY(result.outbox);
    QCOMPARE(result.outbox->count, 3);
    QCOMPARE(result.outbox->bytes, 2100);
    QCOMPARE(result.outbox->oldest.toSecsSinceEpoch(), march);
    QCOMPARE(result.outbox->messageIds, QStringList{QStringLiteral("a@b")});
}

void TestPstOutbox::undoesBothWaysOfGarbling()
{
    // Known from [MS-PST] 5.1: the first entries of mpbbI.
    using mailapps::pst::Crypt;
    using mailapps::pst::decrypted;
    QCOMPARE(decrypted(QByteArray("\x00\x01\x02\x41", 4), Crypt::Permute, 9).toHex(), QByteArray("47f1b400"));
    QCOMPARE(decrypted("abc", Crypt::None, 9), QByteArray("abc"));
    const QByteArray text = "Subject: 送信トレイ";
    QVERIFY(decrypted(text, Crypt::Cyclic, 0x12345) != text);
    QVERIFY(decrypted(text, Crypt::Cyclic, 0x12345) != decrypted(text, Crypt::Cyclic, 0x12349));
    QCOMPARE(decrypted(decrypted(text, Crypt::Cyclic, 0x12345), Crypt::Cyclic, 0x12345), text);
}

void TestPstOutbox::saysWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    SmallPst pst;
    pst.messages = messages(3);
    const QByteArray well = pst.bytes();
    const auto row = [](const char *name, const QByteArray &bytes, const char *why) {
        QTest::newRow(name) << bytes << QString::fromLatin1(why);
    };
    row("empty", {}, "half-written");
    row("half a header", well.left(563), "half-written");
    row("only the header", well.left(564), "malformed");
    row("zeros", QByteArray(well.size(), '\0'), "malformed");
    row("zeros behind the header", well.left(564) + QByteArray(well.size() - 564, '\0'), "malformed");
    row("text", QByteArray(100'000, 'x'), "malformed");
    row("unknown version", QByteArray(well).replace(10, 1, "\x10"), "malformed");
    row("pages of 4 KiB", QByteArray(well).replace(10, 1, "\x24"), "malformed");
    row("wrong garbling", QByteArray(well).replace(513, 1, "\x02"), "malformed");
    row("unknown garbling", QByteArray(well).replace(513, 1, "\x10"), "malformed");
    row("trees outside the file", QByteArray(well).replace(224, 8, "\0\0\0\0\0\0\0\x7f"), "malformed");
    row("trees before the file", QByteArray(well).replace(224, 8, QByteArray(8, '\xff')), "malformed");
    row("trees of the other kind", QByteArray(well).replace(224, 8, well.mid(240, 8)), "malformed");
    pst.hasOutbox = false;
    row("outbox that is not there", pst.bytes(), "malformed");
    pst.hasOutbox = true;
    pst.outboxEntryId = QByteArray(20, '\0') + QByteArray("\x44\x80\0\0", 4);
    row("outbox that is no folder", pst.bytes(), "malformed");
    pst.outboxEntryId = QByteArray(12, '\x42');
    row("short entry id", pst.bytes(), "malformed");
    pst.outboxEntryId = QByteArray(900, '\x42');
    row("long entry id", pst.bytes(), "malformed");
}

void TestPstOutbox::saysWhatItCannotRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, why);
    const Read result = read(bytes);
    QVERIFY(!result.outbox);
    QCOMPARE(result.why, QStringList{why});
}

void TestPstOutbox::hasNothingToSayOfAnArchive()
{
    SmallPst pst;
    pst.outboxEntryId.clear();
    const Read result = read(pst.bytes());
    QVERIFY(!result.outbox);
    QCOMPARE(result.why, QStringList());
    QList<model::Unreadable> unreadable;
    QVERIFY(!mailapps::readPstOutbox(QStringLiteral("/nowhere/a.pst"), &unreadable));
    QVERIFY(!mailapps::readPstOutbox(QStringLiteral("/"), &unreadable));
    QCOMPARE(unreadable.value(0).why, QStringLiteral("missing"));
    QCOMPARE(unreadable.value(1).why, QStringLiteral("not-a-file"));
}

void TestPstOutbox::readsWhatOutlookWrote_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("folder"); // the folder that becomes the outbox; empty: the file as it is
    QTest::addColumn<int>("count"); // -1: no outbox
    QTest::addColumn<QString>("oldest");
    QTest::addColumn<int>("messageIds");
    QTest::newRow("empty outbox") << "Outlook.pst" << QByteArray() << 0 << "" << 0;
    QTest::newRow("Inbox") << "Outlook.pst" << QByteArray("\x82\x80\0\0", 4) << 8 << "2011-06-21T23:44:40Z"
                           << 8;
    QTest::newRow("Sent Items, sent without Message-IDs")
        << "Outlook.pst" << QByteArray("\xc2\x80\0\0", 4) << 6 << "2011-06-21T23:46:39Z" << 0;
    QTest::newRow("no outbox") << "PersonalStorage.pst" << QByteArray() << -1 << "" << 0;
    QTest::newRow("password") << "passwordprotectedPST.pst" << QByteArray() << -1 << "" << 0;
}

void TestPstOutbox::readsWhatOutlookWrote()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, folder);
    QFETCH(int, count);
    QFETCH(QString, oldest);
    QByteArray bytes = support::readFile(sharedFolder() + file);
    if (bytes.isEmpty())
        QSKIP("the shared data files are not here");
    if (!folder.isEmpty()) {
        const QByteArray store
            = QByteArray(4, '\0') + QByteArray::fromHex("fa5a92f230e10d4ea0924c31ee36e9cf");
        const QByteArray own = support::encrypted(store + QByteArray("\xa2\x80\0\0", 4), 1, 0);
        QVERIFY(bytes.contains(own));
        bytes.replace(own, support::encrypted(store + folder, 1, 0));
    }
    const Read result = read(bytes);
    QCOMPARE(result.why, QStringList());
    QCOMPARE(result.outbox ? result.outbox->count : -1, count);
    if (count <= 0)
        return;
    QCOMPARE(result.outbox->oldest.toString(Qt::ISODate), oldest);
    QTEST(int(result.outbox->messageIds.size()), "messageIds");
    for (const QString &id : result.outbox->messageIds)
        QVERIFY2(id.contains(u'@') && !id.contains(u'<'), qPrintable(id));
    QVERIFY(result.outbox->bytes > 1000 * count && result.outbox->bytes < bytes.size());
}

void TestPstOutbox::survivesEveryCut()
{
    SmallPst pst;
    pst.messages = messages(4);
    const QByteArray well = pst.bytes();
    for (qsizetype size = 0; size < well.size(); size += 37) {
        const Read result = read(well.left(size));
        QVERIFY(!result.why.isEmpty());
    }
}

void TestPstOutbox::survivesDamage_data()
{
    QTest::addColumn<bool>("unicode");
    QTest::addColumn<int>("count");
    QTest::newRow("Unicode") << true << 4;
    QTest::newRow("Unicode, large") << true << 400;
    QTest::newRow("ANSI") << false << 4;
    QTest::newRow("ANSI, large") << false << 400;
}

void TestPstOutbox::survivesDamage()
{
    QFETCH(bool, unicode);
    QFETCH(int, count);
    SmallPst pst;
    pst.unicode = unicode;
    pst.crypt = 0; // damage then hits what it is aimed at
    pst.messages = messages(count);
    const QByteArray well = pst.bytes();
    QRandomGenerator random(20260301);
    int damaged = 0;
    for (int round = 0; round < (count < 10 ? 1000 : 150); ++round) {
        QByteArray bytes = well;
        for (int left = random.bounded(1, 30); left > 0; --left) {
            // Behind the empty room at the start, where something is.
            const int at
                = random.bounded(8) ? random.bounded(0x4600, int(bytes.size())) : random.bounded(564);
            bytes[at]
                = random.bounded(2) ? char(random.bounded(256)) : char(bytes[at] ^ (1 << random.bounded(8)));
        }
        const Read result = read(bytes);
        damaged += !result.why.isEmpty();
        QVERIFY(!result.outbox || result.outbox->count <= 100'000);
    }
    QVERIFY2(damaged > 10, qPrintable(QString::number(damaged)));
}

void TestPstOutbox::takesNoLongerForALargeFile()
{
    SmallPst pst;
    pst.messages = messages(5);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.pst"));
    support::writeFile(path, pst.bytes());
    if (!QFile::resize(path, 60LL * 1024 * 1024 * 1024))
        QSKIP("no sparse files here");
    QList<model::Unreadable> unreadable;
    const auto outbox = mailapps::readPstOutbox(path, &unreadable);
    QVERIFY(outbox);
    QCOMPARE(outbox->count, 5);
    const QString hollow = folder.filePath(QStringLiteral("hollow.pst"));
    support::writeFile(hollow, pst.bytes().left(564));
    QVERIFY(QFile::resize(hollow, 60LL * 1024 * 1024 * 1024));
    QVERIFY(!mailapps::readPstOutbox(hollow, &unreadable));
}

QTEST_APPLESS_MAIN(TestPstOutbox)
#include "test_pst_outbox.moc"
