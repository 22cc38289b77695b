// Routes, bounds, cleaned words, and the words of the TLS library.
#include "net/bounds.h"
#include "net/clean_text.h"
#include "net/handshake_error.h"
#include "net/resolver.h"
#include "net/route.h"

#include <QTest>
#include <limits>

using model::Failure;
using namespace net;

class SmallParts : public QObject
{
    Q_OBJECT
private slots:
    void routesThatCannotBeRead_data();
    void routesThatCannotBeRead();
    void routesLeadElsewhere();
    void scaledBoundsNeverVanish();
    void wordsAreCleaned_data();
    void wordsAreCleaned();
    void longWordsAreCut();
    void handshakesAreExplained_data();
    void handshakesAreExplained();
    void hostNamesAreMadeAskable_data();
    void hostNamesAreMadeAskable();
};

void SmallParts::routesThatCannotBeRead_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "a:1", "a:1=", "=127.0.0.1:1", "a:0=127.0.0.1:1", "a:1=127.0.0.1:0", "a:x=127.0.0.1:1",
          "a:1=name:1", "a:1=::1:1", "a:70000=127.0.0.1:1", ":1=127.0.0.1:1"})
        QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text);
}

void SmallParts::routesThatCannotBeRead()
{
    QFETCH(QString, text);
    Route route;
    QVERIFY(!route.add(text));
    QVERIFY(route.isEmpty());
}

void SmallParts::routesLeadElsewhere()
{
    Route route;
    QVERIFY(route.add(QStringLiteral("Imap.Example.net.:993=[::1]:40993")));
    const auto detour = route.of(QStringLiteral("imap.example.net"), 993);
    QVERIFY(detour);
    QCOMPARE(detour->address, QStringLiteral("::1"));
    QCOMPARE(detour->port, quint16(40993));
    QVERIFY(!route.of(QStringLiteral("imap.example.net"), 143));
    QVERIFY(route.knows(QStringLiteral("IMAP.example.net")));
    QVERIFY(!route.knows(QStringLiteral("map.example.net")));
}

void SmallParts::scaledBoundsNeverVanish()
{
    QCOMPARE(Bounds().scaled(0).connectOneMs, 1);
    QCOMPARE(Bounds().scaled(-5).connectOneMs, 1);
    QCOMPARE(Bounds().scaled(0.5).connectOneMs, 5'000);
    QCOMPARE(Bounds().scaled(1e300).dotReplyMs, 86'400'000);
    QCOMPARE(Bounds().scaled(std::numeric_limits<double>::quiet_NaN()).replyMs, Bounds().replyMs);
}

void SmallParts::wordsAreCleaned_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("250 ok") << QStringLiteral("250 ok");
    QTest::newRow("escape") << QByteArray("a\x1b[31mb\a") << QStringLiteral("a[31mb");
    QTest::newRow("bidi") << QByteArray("a\xe2\x80\xae"
                                        "b\xe2\x81\xa6")
                          << QStringLiteral("ab");
    QTest::newRow("nul") << QByteArray("a\0b", 3) << QStringLiteral("ab");
    QTest::newRow("lines") << QByteArray(" a\r\n\t b\n") << QStringLiteral("a b");
    QTest::newRow("japanese") << QStringLiteral("届く").toUtf8() << QStringLiteral("届く");
    QTest::newRow("latin-1") << QByteArray("caf\xe9") << QStringLiteral("café");
}

void SmallParts::wordsAreCleaned()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(cleanText(bytes), text);
}

void SmallParts::longWordsAreCut()
{
    QCOMPARE(cleanText(QByteArray(1'000'000, 'x')).size(), Bounds::shownReplyCharacters);
    QCOMPARE(cleanText(QStringLiteral("あ").repeated(2'000).toUtf8()).size(), Bounds::shownReplyCharacters);
}

void SmallParts::handshakesAreExplained_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("failure");
    QTest::addColumn<int>("alert");
    const auto row = [](const char *words, Failure failure, int alert) {
        QTest::newRow(words) << QString::fromLatin1(words) << int(failure) << alert;
    };
    row("error:0A000102:SSL routines::unsupported protocol", Failure::TlsTooOld, -1);
    row("error:0A00042E:SSL routines::tlsv1 alert protocol version", Failure::TlsTooOld, 70);
    row("error:0A00010B:SSL routines::wrong version number", Failure::PlainOnTlsPort, -1);
    row("error:0A000410:SSL routines::sslv3 alert handshake failure", Failure::HandshakeFailed, 40);
    row("error:0A000458:SSL routines::tlsv1 unrecognized name", Failure::HandshakeFailed, 112);
    row("something new", Failure::HandshakeFailed, -1);
    row("", Failure::HandshakeFailed, -1);
}

void SmallParts::handshakesAreExplained()
{
    QFETCH(QString, words);
    QFETCH(int, failure);
    QFETCH(int, alert);
    const HandshakeError error = handshakeErrorIn(words);
    QCOMPARE(int(error.failure), failure);
    QCOMPARE(error.alert.value_or(-1), alert);
}

void SmallParts::hostNamesAreMadeAskable_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("asked");
    QTest::newRow("dot") << QStringLiteral("Mail.Example.NET.") << QStringLiteral("mail.example.net");
    QTest::newRow("idn") << QStringLiteral("日本語.jp") << QStringLiteral("xn--wgv71a119e.jp");
    QTest::newRow("underscore") << QStringLiteral("my_pc.example") << QStringLiteral("my_pc.example");
    QTest::newRow("blank inside") << QStringLiteral("a b.example") << QString();
    QTest::newRow("empty label") << QStringLiteral("a..example") << QString();
    QTest::newRow("long label") << QString(64, u'a') + QStringLiteral(".example") << QString();
    QTest::newRow("long name") << QStringLiteral("abcdefg.").repeated(40) << QString();
    QTest::newRow("newline") << QStringLiteral("a\nb.example") << QString();
    QTest::newRow("empty") << QString() << QString();
}

void SmallParts::hostNamesAreMadeAskable()
{
    QFETCH(QString, given);
    QFETCH(QString, asked);
    QCOMPARE(hostNameFor(given), asked);
}

QTEST_GUILESS_MAIN(SmallParts)
#include "test_small_parts.moc"
