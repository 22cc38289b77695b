#include "mailapps/mbox.h"
#include "mailapps/outbox.h"

#include "support/mail_home.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>

using mailapps::MboxMessage;

namespace {

QList<MboxMessage> scanned(const QByteArray &file)
{
    QList<MboxMessage> found;
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    mailapps::scanMbox(buffer, [&](const MboxMessage &message) {
        found.append(message);
        return true;
    });
    return found;
}

/// A device that hands out a few bytes at a time: every place becomes the end of a chunk.
class Drip : public QBuffer
{
public:
    explicit Drip(quint32 seed) : m_random(seed) { }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        return QBuffer::readData(data, qMin<qint64>(size, 1 + m_random.bounded(700)));
    }

private:
    QRandomGenerator m_random;
};

/// What the scanner has to find, said line by line and without regard to time: where messages begin and end.
QList<std::pair<qint64, qint64>> plainly(const QByteArray &file)
{
    QList<std::pair<qint64, qint64>> found;
    qint64 begin = -1, blank = 0, at = 0;
    while (at < file.size()) {
        const qsizetype lineBreak = file.indexOf('\n', at);
        const qint64 next = lineBreak < 0 ? file.size() : lineBreak + 1;
        const QByteArray line = file.mid(at, next - at);
        const bool isBlank = line == "\n" || line == "\r\n";
        if (line.startsWith("From ") && (at == 0 || blank > 0)) {
            if (begin >= 0)
                found.append({begin, qMax(begin, at - blank)});
            begin = next;
        } else if (begin < 0 && !isBlank) {
            begin = at;
        }
        blank = isBlank ? line.size() : 0;
        at = next;
    }
    if (begin >= 0)
        found.append({begin, qMax(begin, at - blank)});
    return found;
}

} // namespace

class TestMbox : public QObject
{
    Q_OBJECT

private slots:
    void countsMessages_data();
    void countsMessages();
    void readsHeaders_data();
    void readsHeaders();
    void givesTheExactBytesOfEachMessage();
    void findsTheSameWhereverAChunkEnds();
    void countsWhatWaitsAndNotWhatIsExpunged();
    void readsAMaildir();
    void countsAHugeOutboxWithoutLoadingIt();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
};

void TestMbox::countsMessages_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("count");
    const QByteArray one = "From - \nSubject: a\n\nbody\n";
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("blank lines alone") << QByteArray("\n\r\n\n") << 0;
    QTest::newRow("one") << one << 1;
    QTest::newRow("two") << one + '\n' + one << 2;
    QTest::newRow("CRLF") << QByteArray("From - \r\nA: b\r\n\r\nx\r\n\r\nFrom - \r\nA: b\r\n\r\n") << 2;
    QTest::newRow("From in the text") << one + "From here on\n" << 1;
    QTest::newRow("quoted From") << one + "\n>From - \n" << 1;
    QTest::newRow("without the first separator") << "Subject: a\n\nbody\n\n" + one << 2;
    QTest::newRow("cut in the last header") << one + "\nFrom - \nSubj" << 2;
    QTest::newRow("cut in the separator") << one + "\nFrom " << 2;
    QTest::newRow("blank lines before the first") << "\n\n" + one << 1;
    QTest::newRow("one endless line") << one + QByteArray(5'000'000, 'x') << 1;
    QTest::newRow("NULs") << one + QByteArray(5'000'000, '\0') + "\n\n" + one << 2;
}

void TestMbox::countsMessages()
{
    QFETCH(QByteArray, file);
    QTEST(int(scanned(file).size()), "count");
}

void TestMbox::readsHeaders_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("date");
    QTest::addColumn<bool>("expunged");
    QTest::newRow("ordinary") << QByteArray(
        "Message-ID: <a@b>\nDate: Sun, 22 Nov 2026 19:37:00 +0900\nX-Mozilla-Status: 0001\n")
                              << "a@b"
                              << "2026-11-22T10:37:00Z" << false;
    QTest::newRow("folded, other case")
        << QByteArray("MESSAGE-ID:\n <a@b>\ndate: 22 Nov 2026 19:37:00 +0900 (JST)\n") << "a@b"
        << "2026-11-22T10:37:00Z" << false;
    QTest::newRow("expunged") << QByteArray("X-Mozilla-Status: 0009\nMessage-ID: <a@b>\n") << "a@b"
                              << "" << true;
    QTest::newRow("two of each: the first") << QByteArray("Message-ID: <a@b>\nMessage-ID: <c@d>\n") << "a@b"
                                            << "" << false;
    QTest::newRow("nonsense") << QByteArray(
        "Message-ID: no brackets\nDate: yesterday\nX-Mozilla-Status: zzzz\n")
                              << "no brackets"
                              << "" << false;
    QTest::newRow("in the body") << QByteArray("A: b\n\nMessage-ID: <a@b>\nX-Mozilla-Status: 0009\n") << ""
                                 << "" << false;
    QTest::newRow("none") << QByteArray() << ""
                          << "" << false;
}

void TestMbox::readsHeaders()
{
    QFETCH(QByteArray, headers);
    const auto found = scanned("From - \n" + headers + "\nbody\n");
    QCOMPARE(found.size(), 1);
    QTEST(found.first().messageId, "id");
    QTEST(found.first().date.toString(Qt::ISODate), "date");
    QTEST(found.first().expunged, "expunged");
}

void TestMbox::givesTheExactBytesOfEachMessage()
{
    const QByteArray first = "A: 1\n\nbody\n\nmore\n", second = "A: 2\n\nlast, unfinished";
    const QByteArray file = "From - x\n" + first + "\nFrom - y\n" + second;
    const auto found = scanned(file);
    QCOMPARE(found.size(), 2);
    QCOMPARE(file.mid(found[0].body, found[0].bytes()), first);
    QCOMPARE(file.mid(found[1].body, found[1].bytes()), second);
}

void TestMbox::findsTheSameWhereverAChunkEnds()
{
    static const QList<QByteArray> pieces{"\n",
                                          "\n",
                                          "\r\n",
                                          "\n\n",
                                          "From ",
                                          "From - x\n",
                                          "\nFrom - x\n",
                                          "\n\nFrom ",
                                          "Fro",
                                          "m ",
                                          "F\n",
                                          "\nF",
                                          ">From x\n",
                                          "\r",
                                          "Date: x\n",
                                          "A: b\n",
                                          QByteArray(80, 'F') + "\n",
                                          QByteArray(300, 'x'),
                                          "\n\r\nFrom y\r\n"};
    QRandomGenerator random(20261128);
    qsizetype messages = 0;
    for (quint32 round = 0; round < 3000; ++round) {
        QByteArray file = round % 3 ? "From - x\nA: b\n\n" : "";
        for (quint32 length = random.bounded(60u); length > 0; --length)
            file += pieces[random.bounded(int(pieces.size()))];
        Drip drip(round);
        drip.setData(file);
        drip.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        QList<std::pair<qint64, qint64>> found;
        mailapps::scanMbox(drip, [&](const MboxMessage &message) {
            found.append({message.body, message.end});
            return true;
        });
        const auto expected = plainly(file);
        QCOMPARE(found, expected);
        messages += expected.size();
        const QList<MboxMessage> whole = scanned(file);
        QCOMPARE(whole.size(), expected.size());
        for (qsizetype i = 0; i < whole.size(); ++i)
            QCOMPARE(std::pair(whole[i].body, whole[i].end), expected[i]);
    }
    QVERIFY(messages > 5000);
}

void TestMbox::countsWhatWaitsAndNotWhatIsExpunged()
{
    const support::MailHome home;
    support::writeFile(home.outbox(),
                       "From - \nX-Mozilla-Status: 0009\nMessage-ID: <gone@x>\n\nsent\n\n"
                       "From - \nMessage-ID: <b@x>\nDate: Sun, 22 Nov 2026 10:00:00 +0000\n\nb\n\n"
                       "From - \nMessage-ID: <a@x>\nDate: Sat, 21 Nov 2026 10:00:00 +0000\n\na\n");
    QList<model::Unreadable> unreadable;
    const auto outbox = mailapps::readOutbox(home.outbox(), &unreadable);
    QVERIFY(outbox && outbox->complete && unreadable.isEmpty());
    QCOMPARE(outbox->count, 2);
    QCOMPARE(outbox->messageIds, QStringList({QStringLiteral("b@x"), QStringLiteral("a@x")}));
    QCOMPARE(outbox->oldest.toString(Qt::ISODate), QStringLiteral("2026-11-21T10:00:00Z"));
    QCOMPARE(outbox->bytes, 2 * qstrlen("Message-ID: <b@x>\nDate: Sun, 22 Nov 2026 10:00:00 +0000\n\nb\n"));
}

void TestMbox::readsAMaildir()
{
    const support::MailHome home;
    support::writeFile(home.outbox() + QStringLiteral("/cur/1.eml"), "Message-ID: <a@x>\n\na\n");
    support::writeFile(home.outbox() + QStringLiteral("/cur/2.eml"),
                       "From - \nX-Mozilla-Status: 0008\n\nsent\n");
    support::writeFile(home.outbox() + QStringLiteral("/tmp/3.eml"), "half");
    QList<model::Unreadable> unreadable;
    const auto outbox = mailapps::readOutbox(home.outbox(), &unreadable);
    QVERIFY(outbox);
    QCOMPARE(outbox->count, 1);
    QCOMPARE(outbox->bytes, 21);
    QCOMPARE(outbox->messageIds, QStringList(QStringLiteral("a@x")));
}

void TestMbox::countsAHugeOutboxWithoutLoadingIt()
{
    const support::MailHome home;
    support::writeFile(home.outbox(), "From - \nMessage-ID: <a@x>\n\nbody\n");
    QFile file(home.outbox());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 size = 2LL * 1024 * 1024 * 1024;
    if (!file.resize(size))
        QSKIP("no sparse files here");
    file.seek(size);
    file.write("\n\nFrom - \nMessage-ID: <b@x>\n\nbody\n");
    file.close();
    QList<model::Unreadable> unreadable;
    const auto outbox = mailapps::readOutbox(home.outbox(), &unreadable);
    QCOMPARE(outbox->count, 2);
    QVERIFY(outbox->bytes > size);
    QCOMPARE(outbox->messageIds.last(), QStringLiteral("b@x"));
}

void TestMbox::refusesWhatIsNoFile_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("why");
    QTest::newRow("folder") << "mkdir"
                            << "not-a-file";
    QTest::newRow("pipe") << "mkfifo"
                          << "not-a-file";
    QTest::newRow("device") << "ln -s /dev/zero"
                            << "not-a-file";
    QTest::newRow("link to nothing") << "ln -s /nowhere"
                                     << "missing";
    QTest::newRow("a terabyte") << "truncate -s 1T"
                                << "too-large";
}

void TestMbox::refusesWhatIsNoFile()
{
    QFETCH(QString, kind);
    const support::MailHome home;
    QDir().mkpath(QFileInfo(home.outbox()).path());
    if (std::system(qPrintable(kind + QStringLiteral(" '") + home.outbox() + u'\'')) != 0)
        QSKIP("cannot be made on this disk");
    QList<model::Unreadable> unreadable;
    const auto outbox = mailapps::readOutbox(home.outbox(), &unreadable);
    QVERIFY(outbox && !outbox->complete);
    QCOMPARE(unreadable.size(), 1);
    QTEST(unreadable.first().why, "why");
}

QTEST_GUILESS_MAIN(TestMbox)
#include "test_mbox.moc"
