// Answers to our own hello: told apart by their bytes, however they are cut, and never believed beyond the
// bounds.
#include "model/seen.h"
#include "net/bounds.h"
#include "net/tls_answer.h"
#include "support/places.h"
#include "support/tls_bytes.h"

#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QTest>
#include <memory>

using namespace net;
using namespace support;
using namespace Qt::StringLiterals;
using model::Failure;

namespace {

QByteArrayList practiceChain()
{
    QByteArrayList ders;
    for (const char *file : {"good.crt", "authority.crt"})
        for (const QSslCertificate &one :
             QSslCertificate::fromPath(support::inSource("resources/practice/") + QLatin1String(file)))
            ders.append(one.toDer());
    return ders;
}

/// Everything that a server of that version says before it waits for us.
QByteArray flight(int version, int cipher, const QByteArray &more = {})
{
    return tlsRecord(22, version, serverHello(version, cipher))
        + tlsRecord(22, version, certificateMessage(practiceChain()) + more + helloDone());
}

/// The same answers as a run against a server gave them, in many shapes.
QList<QPair<const char *, QByteArray>> recorded()
{
    return {{"ssl3 rc4", flight(0x0300, 0x0005)},
            {"tls10 3des", flight(0x0301, 0x000a)},
            {"tls12 dhe", flight(0x0303, 0x0033, dheKeyExchange(1024))},
            {"tls12 asks", flight(0x0303, 0xc02f, certificateRequest())},
            {"tls13",
             tlsRecord(22, 0x0303, serverHello(0x0303, 0x1301, 0x0304)) + tlsRecord(20, 0x0303, "\1")
                 + tlsRecord(23, 0x0303, QByteArray(300, 'e'))},
            {"alert", tlsAlert(2, 40)},
            {"warned", tlsAlert(1, 112) + flight(0x0303, 0xc02f)},
            {"plain", "220 mail.example.ne.jp ESMTP\r\n"}};
}

std::unique_ptr<TlsAnswerReader> fed(const QByteArray &bytes, qsizetype piece = 0)
{
    auto reader = std::make_unique<TlsAnswerReader>();
    for (qsizetype at = 0; at < bytes.size() && !reader->complete(); at += piece > 0 ? piece : bytes.size())
        if (reader->bytes(piece > 0 ? bytes.mid(at, piece) : bytes) != Failure::None)
            break;
    return reader;
}

} // namespace

class OwnLook : public QObject
{
    Q_OBJECT
private slots:
    void tellsWhatCame_data();
    void tellsWhatCame();
    void readsTheCertificatesOfOldServers();
    void keepsWithinTheBounds_data();
    void keepsWithinTheBounds();
    void isTheSameInAnyPieces();
    void survivesEveryCut();
    void survivesRandomChanges();
};

void OwnLook::tellsWhatCame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Failure>("meaning");
    QTest::addColumn<QJsonObject>("seen");
    const auto row = [](const char *name, const QByteArray &bytes, Failure meaning,
                        const QJsonObject &seen = {}) { QTest::newRow(name) << bytes << meaning << seen; };
    using namespace model;
    const auto version = [](const char *text) {
        return QJsonObject{{seen::tlsVersion, QString::fromLatin1(text)}};
    };
    row("SSL 3.0 with RC4", flight(0x0300, 0x0005), Failure::None,
        {{seen::tlsVersion, "3"_L1}, {seen::cipher, "RC4"_L1}});
    row("TLS 1.0 with 3DES", flight(0x0301, 0x000a), Failure::None,
        {{seen::tlsVersion, "1.0"_L1}, {seen::cipher, "3DES"_L1}});
    row("TLS 1.0 for export", flight(0x0301, 0x0003), Failure::None, {{seen::cipher, "EXPORT"_L1}});
    row("TLS 1.1", flight(0x0302, 0x002f), Failure::None, version("1.1"));
    row("TLS 1.2", flight(0x0303, 0xc02f), Failure::None, version("1.2"));
    row("TLS 1.3", recorded().at(4).second, Failure::None, version("1.3"));
    row("TLS 1.2, DHE of 512 bits", flight(0x0303, 0x0033, dheKeyExchange(512)), Failure::None,
        {{seen::dhBits, 512}});
    row("TLS 1.2, wants our certificate", flight(0x0303, 0xc02f, certificateRequest()), Failure::None,
        {{seen::asksCertificate, true}});
    row("hello alone, then silence", tlsRecord(22, 0x0303, serverHello(0x0303, 0xc02f)), Failure::None,
        version("1.2"));
    row("a warning, then hello", recorded().at(6).second, Failure::None,
        {{seen::tlsVersion, "1.2"_L1}, {seen::alert, 112}, {seen::alertLevel, 1}});
    for (const int number : {10, 40, 47, 70, 71, 80, 86, 112, 116, 120, 255})
        QTest::addRow("alert %d", number) << tlsAlert(2, number) << Failure::HandshakeFailed
                                          << QJsonObject{{seen::alert, number}, {seen::alertLevel, 2}};
    row("close_notify", tlsAlert(1, 0), Failure::HandshakeFailed, {{seen::alert, 0}});
    row("alert in SSL 3.0", tlsAlert(2, 40, 0x0300), Failure::HandshakeFailed, {{seen::alert, 40}});
    row("a warning, then silence", tlsAlert(1, 112), Failure::HandshakeTimeout);
    row("SMTP greeting", "220 mail.example.ne.jp ESMTP\r\n", Failure::PlainOnTlsPort);
    row("POP3 greeting", "+OK ready\r\n", Failure::PlainOnTlsPort);
    row("IMAP greeting", "* OK [CAPABILITY IMAP4rev1] ready\r\n", Failure::PlainOnTlsPort);
    row("a web page", "HTTP/1.1 400 Bad Request\r\n\r\n", Failure::PlainOnTlsPort);
    row("one letter", "2", Failure::PlainOnTlsPort);
    row("noise", QByteArray("\x00\x01\xff\x80\x7f", 5), Failure::ProtocolError);
    row("another major version", tlsRecord(22, 0x0203, serverHello(0x0303, 1)), Failure::ProtocolError);
    row("data before hello", tlsRecord(23, 0x0303, "hello"), Failure::ProtocolError);
    row("certificate before hello", tlsRecord(22, 0x0303, certificateMessage({"x"})), Failure::ProtocolError);
    row("two hellos", tlsRecord(22, 0x0303, serverHello(0x0303, 1) + serverHello(0x0303, 1)),
        Failure::ProtocolError);
    row("a version that nobody made", tlsRecord(22, 0x0303, serverHello(0x0399, 1)), Failure::ProtocolError);
    row("a hello that is too short", tlsRecord(22, 0x0303, handshakeMessage(2, "abc")),
        Failure::ProtocolError);
    row("an alert of three bytes", tlsRecord(21, 0x0303, "abc"), Failure::ProtocolError);
    row("half a record", QByteArray("\x16\x03\x03\x40\x00\x02", 6), Failure::HandshakeTimeout);
    row("nothing", {}, Failure::HandshakeTimeout);
}

void OwnLook::tellsWhatCame()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Failure, meaning);
    QFETCH(QJsonObject, seen);
    const auto reader = fed(bytes);
    QCOMPARE(model::name(reader->meaning(reader->complete() ? Failure::None : Failure::Silent)),
             model::name(meaning));
    for (auto value = seen.begin(); value != seen.end(); ++value)
        QCOMPARE(reader->facts().value(value.key()), *value);
}

void OwnLook::readsTheCertificatesOfOldServers()
{
    const QByteArrayList chain = practiceChain();
    const auto good = fed(flight(0x0301, 0x002f));
    QCOMPARE(good->answer().certificates, chain);
    QVERIFY(!good->facts().contains(model::seen::weakness));
    QCOMPARE(good->facts().value(model::seen::certificatePrint).toString().size(), 64);

    const QByteArray weak = madeUpCertificate(sha1Rsa, rsaOid, rsaKey(1024));
    const auto old = fed(tlsRecord(22, 0x0301, serverHello(0x0301, 0x002f) + certificateMessage({weak})));
    QCOMPARE(old->facts().value(model::seen::weakness).toArray(), (QJsonArray{"SHA-1"_L1, "RSA 1024"_L1}));
}

void OwnLook::keepsWithinTheBounds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Failure>("meaning");
    QTest::addColumn<qsizetype>("kept");
    const QByteArray hello = tlsRecord(22, 0x0303, serverHello(0x0303, 0xc02f));
    const auto inRecords = [](const QByteArray &message) {
        QByteArray out;
        for (qsizetype at = 0; at < message.size(); at += 16'000)
            out += tlsRecord(22, 0x0303, message.mid(at, 16'000));
        return out;
    };
    const QByteArray small = madeUpCertificate(sha256Rsa, rsaOid, rsaKey(2048));
    QTest::newRow("a hundred certificates")
        << hello + inRecords(certificateMessage(QByteArrayList(100, small))) << Failure::Endless
        << qsizetype(10);
    QTest::newRow("ten certificates")
        << hello + inRecords(certificateMessage(QByteArrayList(10, small)) + helloDone()) << Failure::None
        << qsizetype(10);
    QTest::newRow("a certificate of a megabyte")
        << hello + inRecords(certificateMessage({QByteArray(1024 * 1024, 'x')})) << Failure::Endless
        << qsizetype(0);
    QTest::newRow("one of 65 KiB among others")
        << hello + inRecords(certificateMessage({small, QByteArray(65 * 1024, 'x'), small}))
        << Failure::Endless << qsizetype(2);
    QTest::newRow("a list that is longer than the message")
        << hello + inRecords(handshakeMessage(11, bigEndian(500, 3) + "abc")) << Failure::ProtocolError
        << qsizetype(0);
    QTest::newRow("a certificate that is longer than the list")
        << hello + inRecords(handshakeMessage(11, bigEndian(6, 3) + bigEndian(900, 3) + "abc"))
        << Failure::ProtocolError << qsizetype(0);
    QTest::newRow("a huge message of another kind")
        << hello + inRecords(handshakeMessage(22, QByteArray(70'000, 'x'))) << Failure::ProtocolError
        << qsizetype(0);
    QTest::newRow("a record of 32 KiB")
        << tlsRecord(22, 0x0303, QByteArray(32'768, 'x')) << Failure::ProtocolError << qsizetype(0);
    QTest::newRow("empty records for ever")
        << tlsRecord(22, 0x0303, {}).repeated(5000) << Failure::Endless << qsizetype(0);
    QTest::newRow("warnings for ever") << tlsAlert(1, 112).repeated(5000) << Failure::Endless << qsizetype(0);
    QTest::newRow("unknown messages for ever")
        << hello + tlsRecord(22, 0x0303, handshakeMessage(22, QByteArray(16'000, 'x'))).repeated(100)
        << Failure::Endless << qsizetype(0);
}

void OwnLook::keepsWithinTheBounds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Failure, meaning);
    QFETCH(qsizetype, kept);
    TlsAnswerReader reader;
    Failure ended = Failure::None;
    for (qsizetype at = 0; at < bytes.size() && ended == Failure::None && !reader.complete(); at += 4096)
        ended = reader.bytes(bytes.mid(at, 4096));
    QVERIFY(reader.complete() || ended != Failure::None);
    QCOMPARE(model::name(reader.meaning(ended)), model::name(meaning));
    QCOMPARE(reader.answer().certificates.size(), kept);
}

void OwnLook::isTheSameInAnyPieces()
{
    for (const auto &[name, bytes] : recorded()) {
        const auto whole = fed(bytes);
        for (const qsizetype piece : {1, 2, 3, 5, 7, 64, 1000}) {
            const auto cut = fed(bytes, piece);
            QVERIFY2(cut->facts() == whole->facts()
                         && cut->meaning(Failure::Silent) == whole->meaning(Failure::Silent),
                     name);
        }
    }
}

void OwnLook::survivesEveryCut()
{
    for (const auto &[name, bytes] : recorded()) {
        bool helloBefore = false;
        for (qsizetype at = 0; at <= bytes.size(); ++at) {
            const auto reader = fed(bytes.left(at));
            // What was learnt from less is not forgotten with more.
            QVERIFY2(!helloBefore || reader->answer().hello, name);
            helloBefore = reader->answer().hello;
            QVERIFY2(reader->meaning(Failure::ClosedEarly) != Failure::None || helloBefore, name);
        }
    }
}

void OwnLook::survivesRandomChanges()
{
    QRandomGenerator dice(20261122); // the same on every run
    int hellos = 0;
    constexpr int rounds = 1500;
    const auto samples = recorded();
    for (const auto &[name, bytes] : samples) {
        for (int round = 0; round < rounds; ++round) {
            QByteArray changed = bytes;
            for (int i = 0; i <= round % 4; ++i)
                changed[dice.bounded(qMin<int>(int(changed.size()), 400))] = char(dice.bounded(256));
            const auto reader = fed(changed, 1 + dice.bounded(2000));
            hellos += reader->answer().hello;
            QVERIFY(reader->answer().certificates.size() <= Bounds::tlsCertificates);
            QVERIFY(!reader->answer().hello || !reader->answer().version.isEmpty());
            reader->facts();
        }
    }
    QVERIFY(hellos > 0 && hellos < rounds * samples.size());
}

QTEST_GUILESS_MAIN(OwnLook)
#include "test_tls_answer.moc"
