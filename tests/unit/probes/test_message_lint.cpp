// What makes mail programs stumble is seen in a message that streams by in pieces of any size, and sound mail
// is left alone.
#include "probes/message_lint.h"
#include "support/places.h"

#include <QDir>
#include <QTest>

using probes::Defect;
using probes::MessageLint;

namespace {

const QByteArray head = "From: a@x.example\r\nDate: Mon, 23 Nov 2026 08:12:00 +0900\r\nSubject: s\r\n";

QStringList defectsOf(const QByteArray &message, qsizetype piece)
{
    MessageLint lint;
    for (qsizetype at = 0; at < message.size(); at += piece)
        lint.take(QByteArrayView(message).sliced(at, qMin(piece, message.size() - at)));
    lint.finish();
    QStringList names;
    for (const Defect defect : lint.defects())
        names.append(probes::name(defect));
    return names;
}

QByteArray multipart(const QByteArray &body)
{
    return head + "Content-Type: multipart/mixed;\r\n boundary=\"b 1\"\r\n\r\n" + body;
}

QByteArray base64Part(const QByteArray &body)
{
    return multipart("--b 1\r\nContent-Transfer-Encoding: base64\r\n\r\n" + body + "\r\n--b 1--\r\n");
}

} // namespace

class Lint : public QObject
{
    Q_OBJECT
private slots:
    void names_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("worst"); // empty: sound
        const auto row = [](const char *name, const QByteArray &message, const char *worst) {
            QTest::newRow(name) << message << QString::fromLatin1(worst);
        };
        row("sound", head + "\r\nHello.\r\n", "");
        row("sound, without a body", head + "\r\n", "");
        row("sound, bare line feeds", QByteArray(head).replace("\r\n", "\n") + "\nHello.\n", "");
        row("sound, a leftover of an mbox", "From a@x Mon Nov 23\r\n" + head + "\r\nHello.\r\n", "");
        row("sound, folded", head + "X-A: b\r\n\tc\r\n d\r\n\r\n", "");
        row("sound multipart",
            multipart("pre\r\n--b 1\r\n\r\none\r\n--b 1\r\n\r\ntwo\r\n--b 1--\r\npost\r\n"), "");
        row("sound, a part without header lines", multipart("--b 1\r\n--b 1--\r\n"), "");
        row("sound multipart in a multipart",
            multipart("--b 1\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\n\r\nx\r\n"
                      "--in--\r\n\r\n--b 1--\r\n"),
            "");
        row("sound, a boundary that begins like another",
            multipart("--b 1\r\n\r\n--b 1x is text\r\n--b 1--\r\n"), "");
        row("sound base64", base64Part("SGVsbG8="), "");
        row("sound, 998 octets", head + "\r\n" + QByteArray(998, 'x') + "\r\n", "");
        row("zero octet in the body", head + "\r\nx" + QByteArray(1, '\0') + "y\r\n", "nul");
        row("zero octet in the header", head + "X-A: " + QByteArray(1, '\0') + "\r\n\r\n", "nul");
        row("zero octet beats all", head + "no field\r\n\r\n" + QByteArray(1, '\0'), "nul");
        row("a line that is no field", head + "this is no field\r\n\r\nx\r\n", "broken-header");
        row("no empty line before the text", head + "Hello, this is the text.\r\n", "broken-header");
        row("begins with a continuation", " folded\r\n" + head + "\r\n", "broken-header");
        row("no header at all", "\r\nHello.\r\n", "broken-header");
        row("nothing at all", "", "broken-header");
        row("a blank in a field's name", head + "X A: b\r\n\r\n", "broken-header");
        row("bare CR in the body", head + "\r\none\rtwo\r\n", "bare-cr");
        row("bare CR in the header", head + "X-A: b\rc\r\n\r\n", "bare-cr");
        row("two CR", head + "\r\none\r\r\n", "bare-cr");
        row("long header line", head + "X-A: " + QByteArray(994, 'x') + "\r\n\r\n", "long-header-line");
        row("long line", head + "\r\n" + QByteArray(999, 'x') + "\r\n", "long-line");
        row("a megabyte without a line end", head + "\r\n" + QByteArray(1'000'000, 'x'), "long-line");
        row("multipart without boundary", head + "Content-Type: multipart/mixed\r\n\r\nx\r\n", "no-boundary");
        row("boundary never comes", multipart("x\r\n"), "no-boundary");
        row("multipart that is cut", multipart("--b 1\r\n\r\nx\r\n"), "unclosed");
        row("inner multipart that is cut",
            multipart(
                "--b 1\r\nContent-Type: multipart/mixed; boundary=in\r\n\r\n--in\r\n\r\nx\r\n--b 1--\r\n"),
            "unclosed");
        row("two subjects", head + "subject: again\r\n\r\n", "double-field");
        row("date that is none", "From: a@x\r\nDate: soon\r\n\r\n", "bad-date");
        row("raw letters in the header", head + "X-A: \xe8\x8a\xb1\r\n\r\n", "eight-bit-header");
        row("damaged base64", base64Part("SGVs!bG8="), "bad-base64");
    }
    void names()
    {
        QFETCH(QByteArray, message);
        QFETCH(QString, worst);
        const QStringList whole = defectsOf(message, qMax<qsizetype>(1, message.size()));
        QCOMPARE(whole.value(0), worst);
        if (message.size() > 10'000)
            return;
        // However it is cut, the same is seen.
        for (const qsizetype piece : {1, 2, 3, 7, 64})
            QCOMPARE(defectsOf(message, piece), whole);
    }
    void keepsTheHeadOfAMessage()
    {
        MessageLint lint;
        lint.take("From: =?UTF-8?B?6Iqx5a2Q?=\r\n <h@x.example>\r\nSubject: one\r\nMessage-ID: <a@b>\r\n\r\n"
                  "Subject: below\r\n");
        lint.finish();
        QCOMPARE(lint.head().from, QByteArray("=?UTF-8?B?6Iqx5a2Q?= <h@x.example>"));
        QCOMPARE(lint.head().subject, QByteArray("one"));
        QCOMPARE(lint.head().messageId, QByteArray("<a@b>"));
    }
    void keepsNothingOfAHugeHeader()
    {
        MessageLint lint;
        lint.take("Subject: x\r\n");
        const QByteArray more = " " + QByteArray(900, 'x') + "\r\n";
        for (int i = 0; i < 2000; ++i)
            lint.take(more);
        lint.take("\r\n");
        lint.finish();
        QVERIFY(lint.head().subject.size() < 20'000);
    }
    void rarelyAccusesOrdinaryMail()
    {
        const QDir folder(support::inSource("../shared/data/ordinary-mail"));
        const QStringList names = folder.entryList(QDir::Files);
        if (names.isEmpty())
            QSKIP("the shared test data is not beside the project");
        QStringList accused;
        int mails = 0;
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray message = file.readAll();
            if (!name.endsWith(u".eml"))
                continue;
            ++mails;
            MessageLint lint;
            lint.take(message);
            lint.finish();
            if (!lint.defects().isEmpty() && probes::stopsPrograms(lint.defects().first()))
                accused += name + u' ' + probes::name(lint.defects().first());
        }
        QVERIFY(mails > 200);
        // Among them are some that were made to be broken.
        QVERIFY2(accused.size() * 100 <= mails * 3, qPrintable(accused.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(Lint)
#include "test_message_lint.moc"
