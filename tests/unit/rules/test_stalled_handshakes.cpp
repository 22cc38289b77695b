// Servers that connect and then show no certificate: what is known of one of them, and what of the others.
#include "unit/rules/line_visit.h"

#include <QTest>

using namespace support;

class StalledHandshakes : public QObject
{
    Q_OBJECT
private slots:
    void aServerThatWasNotTriedAgainStalledForTheSameReason_data()
    {
        QTest::addColumn<int>("again");
        QTest::addColumn<QString>("ids");
        QTest::addColumn<bool>("usual");
        QTest::newRow("small ones pass") << int(Failure::None) << "line.mtu-blackhole" << false;
        QTest::newRow("small ones stall")
            << int(Failure::HandshakeTimeout) << "tls.handshake-timeout" << false;
        QTest::newRow("both pass the second time") << int(Failure::None) << "tls.handshake-timeout" << true;
    }
    void aServerThatWasNotTriedAgainStalledForTheSameReason()
    {
        QFETCH(int, again);
        QFETCH(bool, usual);
        LineVisit visit;
        for (const Endpoint &door : {imap, smtp})
            visit.fact(Step::Connect, door).fact(Step::Secure, door, Failure::HandshakeTimeout);
        visit.fact(Step::Path, imap, Failure(again), {{seen::segmentBytes, 536}, {seen::usualPassed, usual}});
        QTEST(idsOf(visit.judged()), "ids");
    }

    void aRefusedOldHelloExplainsNoSilence_data()
    {
        QTest::addColumn<QString>("hello");
        QTest::addColumn<QString>("ids");
        for (const char *old : {"ssl3", "tls10", "tls11"})
            QTest::newRow(old) << QString::fromLatin1(old) << "tls.handshake-timeout";
        for (const char *current : {"tls12", "small"})
            QTest::newRow(current) << QString::fromLatin1(current) << "tls.handshake-failed";
    }
    void aRefusedOldHelloExplainsNoSilence()
    {
        QFETCH(QString, hello);
        LineVisit visit;
        visit.works(smtp).fact(Step::Connect, imap).fact(Step::Secure, imap, Failure::HandshakeTimeout);
        visit.fact(Step::TlsLook, imap, Failure::HandshakeTimeout, {{seen::hello, QStringLiteral("modern")}});
        visit.fact(Step::TlsLook, imap, Failure::HandshakeFailed, {{seen::hello, hello}, {seen::alert, 40}});
        QTEST(idsOf(visit.judged()), "ids");
    }

    void whatOnlySpeaksTls13IsBeyondAPcWithoutIt_data()
    {
        QTest::addColumn<bool>("ownHasIt");
        QTest::addColumn<int>("older");
        QTest::addColumn<QString>("cause");
        QTest::newRow("this PC has none") << false << int(Failure::TlsTooOld) << "only-tls13";
        QTest::newRow("this PC has it") << true << int(Failure::TlsTooOld) << "unknown";
        QTest::newRow("1.2 would do") << false << int(Failure::None) << "unknown";
    }
    void whatOnlySpeaksTls13IsBeyondAPcWithoutIt()
    {
        QFETCH(bool, ownHasIt);
        QFETCH(int, older);
        QFETCH(QString, cause);
        LineVisit visit;
        const QJsonObject own = ownHasIt ? QJsonObject() : QJsonObject{{seen::ownTls, QStringLiteral("1.2")}};
        visit.works(smtp).fact(Step::Connect, imap).fact(Step::Secure, imap, Failure::HandshakeFailed, own);
        visit.fact(Step::TlsLook, imap, Failure::None,
                   {{seen::hello, QStringLiteral("modern")}, {seen::tlsVersion, QStringLiteral("1.3")}});
        visit.fact(Step::TlsLook, imap, Failure(older),
                   {{seen::hello, QStringLiteral("tls12")}, {seen::tlsVersion, QStringLiteral("1.2")}});
        const Verdict judged = visit.judged();
        const Finding *const found = find(judged, "tls.handshake-failed");
        QVERIFY(found);
        QCOMPARE(found->values.value(QStringLiteral("cause")).toString(), cause);
    }

    void aSilentPortThatAnswersAHelloSpeaksTls_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("ids");
        QTest::newRow("answers") << int(Failure::None) << 587 << "server.tls-on-plain-port";
        QTest::newRow("silent to a hello too") << int(Failure::HandshakeTimeout) << 587 << "server.silent";
        QTest::newRow("hangs up") << int(Failure::ClosedEarly) << 587 << "server.silent";
        QTest::newRow("another port answers") << int(Failure::None) << 465 << "server.silent";
    }
    void aSilentPortThatAnswersAHelloSpeaksTls()
    {
        QFETCH(int, answer);
        QFETCH(int, port);
        LineVisit visit;
        visit.works(imap).fact(Step::Connect, smtp).fact(Step::Greeting, smtp, Failure::Silent);
        Endpoint encrypted = smtp;
        encrypted.port = quint16(port);
        encrypted.security = Security::Tls;
        visit.fact(Step::TlsLook, encrypted, Failure(answer), {{seen::hello, QStringLiteral("modern")}});
        QTEST(idsOf(visit.judged()), "ids");
    }
};

QTEST_GUILESS_MAIN(StalledHandshakes)
#include "test_stalled_handshakes.moc"
