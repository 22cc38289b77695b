// Hellos of our own at servers of many ages: the cause is told from what they answer, and nothing but hellos
// is said.
#include "model/seen.h"
#include "probes/tls_look.h"
#include "rules/rule.h"
#include "support/hello_server.h"
#include "support/question.h"
#include "support/tls_bytes.h"

#include <QJsonArray>
#include <QTest>

using namespace support;
using namespace Qt::StringLiterals;
using model::Fact;
using model::Failure;
using model::Protocol;
using model::Security;
using model::Step;

namespace {

const QByteArray sound = madeUpCertificate(sha256Rsa, rsaOid, rsaKey(2048));

HelloAnswer agree(int version, int suite = 0xc02f, const QByteArray &more = {})
{
    const int selected = version == 0x0304 ? 0x0304 : 0;
    const int shown = selected ? 0x0303 : version;
    const QByteArray hello = tlsRecord(22, shown, serverHello(shown, suite, selected));
    return {selected ? hello : hello + tlsRecord(22, shown, certificateMessage({sound}) + more + helloDone()),
            false};
}

HelloAnswer refuse(int number)
{
    return {tlsAlert(2, number), true};
}

/// A server that speaks versions up to `most` and takes any hello that offers it.
HelloServer::Rule upTo(int most, int least = 0x0300)
{
    return [most, least](const HeardHello &hello) {
        const int offered = hello.offers13 ? 0x0304 : hello.version;
        const int chosen = qMin(offered, most);
        return chosen < least ? refuse(70) : agree(chosen, chosen < 0x0303 ? 0x002f : 0xc02f);
    };
}

HelloServer::Rule exactly(int version)
{
    return [version](const HeardHello &hello) {
        return hello.version == version && !hello.offers13 ? agree(version, 0x0005) : HelloAnswer{{}, true};
    };
}

struct Outcome
{
    QString id, detail;
    QList<Fact> facts;
};

/// The handshake broke like this; then the look, then the verdict.
Outcome judged(const HelloServer &server, const model::Endpoint &door, Failure broke,
               const QJsonObject &seen = {})
{
    model::Case visit;
    visit.address = QStringLiteral("hanako@practice.example");
    model::Provider pack;
    (door.protocol == Protocol::Smtp ? pack.outgoing : pack.incoming) = {{door, {}, true}};
    visit.provider = pack;
    const QString local = QStringLiteral("127.0.0.1");
    visit.add({0, Step::Connect, door, local, Failure::None, 5, {}, {}});
    visit.add({0, Step::Secure, door, local, broke, 5, seen, {}});
    const net::Environment environment = server.environment(door);
    const QList<probes::Job> jobs = probes::TlsLook::due(visit, environment);
    if (jobs.size() != 1)
        return {QStringLiteral("%1 jobs").arg(jobs.size()), {}, {}};
    const model::Secret password(canary);
    Outcome outcome;
    outcome.facts = answers(*probes::TlsLook::make(jobs.first(), {&environment, &visit, &password}));
    for (const Fact &fact : outcome.facts)
        visit.add(fact);
    const model::Verdict verdict = rules::judge(visit, {});
    outcome.id = verdict.id();
    if (!verdict.findings.isEmpty()) {
        const QJsonObject values = verdict.findings.first().values;
        outcome.detail = values.contains("cause"_L1) ? values.value("cause"_L1).toString()
                                                     : values.value("version"_L1).toString();
    }
    return outcome;
}

const model::Endpoint pop3s = practiceDoor(Protocol::Pop3, Security::Tls);

} // namespace

Q_DECLARE_METATYPE(HelloServer::Rule)

class OwnHellos : public QObject
{
    Q_OBJECT
private slots:
    void tellTheCause_data();
    void tellTheCause();
    void areSaidBehindStartTls_data();
    void areSaidBehindStartTls();
    void areSaidOnlyWhereTheyExplain_data();
    void areSaidOnlyWhereTheyExplain();
    void neverLeaveARoutedWorld();
    void stopAtAClosedDoor();
    void findTheWeaknessThatALibraryCannotName();
};

void OwnHellos::tellTheCause_data()
{
    QTest::addColumn<HelloServer::Rule>("rule");
    QTest::addColumn<Failure>("broke");
    QTest::addColumn<int>("alert");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const HelloServer::Rule &rule, const char *id, const char *detail,
                        Failure broke = Failure::HandshakeFailed, int alert = -1) {
        QTest::newRow(name) << rule << broke << alert << QString::fromLatin1(id)
                            << QString::fromLatin1(detail);
    };
    const auto when = [](auto condition, const HelloAnswer &otherwise) {
        return HelloServer::Rule([condition, otherwise](const HeardHello &hello) {
            return condition(hello) ? agree(hello.offers13 ? 0x0304 : 0x0303) : otherwise;
        });
    };
    const HelloAnswer cut{{}, true}, silence{};
    const char *const failed = "tls.handshake-failed";
    row("only TLS 1.1", upTo(0x0302), "tls.too-old", "TLS 1.1");
    row("only TLS 1.0", upTo(0x0301), "tls.too-old", "TLS 1.0", Failure::TlsTooOld);
    row("only SSL 3.0", upTo(0x0300), "tls.too-old", "SSL 3.0", Failure::PlainOnTlsPort);
    row("exactly TLS 1.1, else cut", exactly(0x0302), "tls.too-old", "TLS 1.1", Failure::Reset);
    row("exactly TLS 1.0, else cut", exactly(0x0301), "tls.too-old", "TLS 1.0", Failure::ClosedEarly);
    row("exactly SSL 3.0, else cut", exactly(0x0300), "tls.too-old", "SSL 3.0", Failure::ClosedEarly);
    row("breaks on TLS 1.3", when([](const HeardHello &h) { return !h.offers13; }, cut), failed,
        "breaks-on-tls13", Failure::ClosedEarly);
    row("silent to TLS 1.3", when([](const HeardHello &h) { return !h.offers13; }, silence), failed,
        "breaks-on-tls13", Failure::HandshakeTimeout);
    row("breaks on a large hello", when([](const HeardHello &h) { return h.bytes < 400; }, cut), failed,
        "breaks-on-large-hello", Failure::Reset);
    row("breaks on SNI",
        when([](const HeardHello &h) { return !h.saysName && h.version == 0x0303; }, refuse(112)), failed,
        "breaks-on-sni");
    row(
        "does not know the name", [](const HeardHello &) { return refuse(112); }, failed, "breaks-on-sni");
    row(
        "only RC4",
        [](const HeardHello &hello) {
            return hello.offersOld && hello.version == 0x0303 ? agree(0x0303, 0x0005) : refuse(40);
        },
        failed, "no-common-parameters");
    row(
        "alert 40 to all", [](const HeardHello &) { return refuse(40); }, failed, "no-common-parameters");
    row(
        "alert 71 to all", [](const HeardHello &) { return refuse(71); }, failed, "no-common-parameters");
    row(
        "alert 80 to all", [](const HeardHello &) { return refuse(80); }, failed, "server-error");
    row(
        "alert 116 to all", [](const HeardHello &) { return refuse(116); }, failed, "client-certificate");
    row(
        "alert 70 to all", [](const HeardHello &) { return refuse(70); }, "tls.too-old", "TLS < 1.2",
        Failure::TlsTooOld);
    row(
        "an alert that nobody knows", [](const HeardHello &) { return refuse(99); }, failed, "unknown");
    row(
        "a certificate is wanted",
        [](const HeardHello &) { return agree(0x0303, 0xc02f, certificateRequest()); }, failed,
        "client-certificate", Failure::HandshakeFailed, 40);
    row(
        "a certificate is asked for, but that is not it",
        [](const HeardHello &) { return agree(0x0303, 0xc02f, certificateRequest()); }, failed,
        "server-error", Failure::HandshakeFailed, 80);
    row(
        "DHE of 512 bits", [](const HeardHello &) { return agree(0x0303, 0x0033, dheKeyExchange(512)); },
        failed, "weak-key-exchange");
    row(
        "a hundred certificates",
        [](const HeardHello &) {
            QByteArray out = tlsRecord(22, 0x0303, serverHello(0x0303, 0xc02f));
            const QByteArray message = certificateMessage(QByteArrayList(100, sound));
            for (qsizetype at = 0; at < message.size(); at += 16'000)
                out += tlsRecord(22, 0x0303, message.mid(at, 16'000));
            return HelloAnswer{out, false};
        },
        failed, "certificate-too-large");
    row(
        "words instead of TLS",
        [](const HeardHello &) {
            return HelloAnswer{"220 mail ESMTP\r\n", false};
        },
        "server.plain-on-tls-port", "");
    row(
        "silence to all", [](const HeardHello &) { return HelloAnswer(); }, "tls.handshake-timeout", "",
        Failure::HandshakeTimeout);
    row(
        "cut at all",
        [](const HeardHello &) {
            return HelloAnswer{{}, true};
        },
        "server.closed-early", "", Failure::ClosedEarly);
    row(
        "noise to all",
        [](const HeardHello &) {
            return HelloAnswer{QByteArray("\x01\x02\x03", 3), true};
        },
        failed, "unknown");
    row("all well now", upTo(0x0304), failed, "unknown");
}

void OwnHellos::tellTheCause()
{
    QFETCH(HelloServer::Rule, rule);
    QFETCH(Failure, broke);
    QFETCH(int, alert);
    QFETCH(QString, id);
    QFETCH(QString, detail);
    const HelloServer server(rule);
    const Outcome outcome
        = judged(server, pop3s, broke, alert < 0 ? QJsonObject() : QJsonObject{{model::seen::alert, alert}});
    QCOMPARE(outcome.id, id);
    QCOMPARE(outcome.detail, detail);
    QVERIFY(outcome.facts.size() == 3 || outcome.facts.size() == 8);
    for (const Fact &fact : outcome.facts)
        QVERIFY(fact.step == Step::TlsLook && !fact.seen.value(model::seen::hello).toString().isEmpty());
    QVERIFY(!server.heard().contains(canary.toUtf8()));
}

void OwnHellos::areSaidBehindStartTls_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<QByteArrayList>("before");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("smtp") << Protocol::Smtp
                          << QByteArrayList{"220 hi\r\n", "250-x\r\n250 STARTTLS\r\n", "220 go\r\n"}
                          << QByteArray("STARTTLS\r\n");
    QTest::newRow("imap") << Protocol::Imap
                          << QByteArrayList{"* OK hi\r\n", "* CAPABILITY IMAP4rev1 STARTTLS\r\nt1 OK\r\n",
                                            "t2 OK go\r\n"}
                          << QByteArray("t2 STARTTLS\r\n");
    QTest::newRow("pop3") << Protocol::Pop3
                          << QByteArrayList{"+OK hi\r\n", "+OK\r\nSTLS\r\n.\r\n", "+OK go\r\n"}
                          << QByteArray("STLS\r\n");
}

void OwnHellos::areSaidBehindStartTls()
{
    QFETCH(Protocol, protocol);
    QFETCH(QByteArrayList, before);
    QFETCH(QByteArray, said);
    const model::Endpoint door = practiceDoor(protocol, Security::StartTls);
    const HelloServer old(upTo(0x0301), before);
    const Outcome outcome = judged(old, door, Failure::TlsTooOld);
    QCOMPARE(outcome.id, QStringLiteral("tls.too-old"));
    QCOMPARE(outcome.detail, QStringLiteral("TLS 1.0"));
    QVERIFY(old.heard().contains(said));

    const HelloServer words([](const HeardHello &) { return HelloAnswer{"500 what?\r\n", false}; }, before);
    const Outcome plain = judged(words, door, Failure::HandshakeFailed);
    QCOMPARE(plain.id, QStringLiteral("tls.handshake-failed"));
    QCOMPARE(plain.detail, QStringLiteral("plain-text"));

    QByteArrayList injected = before;
    injected.last() += "EXTRA\r\n";
    const HelloServer box(upTo(0x0303), injected);
    for (const Fact &fact : judged(box, door, Failure::HandshakeFailed).facts)
        QCOMPARE(fact.failure, Failure::TlsInjected);
    QCOMPARE(box.hellos(), 0); // not even a hello goes behind an injection
}

void OwnHellos::areSaidOnlyWhereTheyExplain_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("jobs");
    const auto row = [](const char *name, Step step, Failure failure, int jobs, const char *reason = "") {
        QTest::newRow(name) << step << failure << QString::fromLatin1(reason) << jobs;
    };
    row("all well", Step::Secure, Failure::None, 0);
    row("handshake failed", Step::Secure, Failure::HandshakeFailed, 1);
    row("handshake failed behind TLS 1.3", Step::Greeting, Failure::HandshakeFailed, 1);
    row("too old", Step::Secure, Failure::TlsTooOld, 1);
    row("plain text", Step::Secure, Failure::PlainOnTlsPort, 1);
    row("timeout", Step::Secure, Failure::HandshakeTimeout, 1);
    row("cut", Step::Secure, Failure::Reset, 1);
    row("weak", Step::Secure, Failure::CertificateRejected, 1, "weak");
    row("odd", Step::Secure, Failure::CertificateRejected, 1, "other");
    row("expired", Step::Secure, Failure::CertificateRejected, 0, "expired");
    row("injected", Step::Secure, Failure::TlsInjected, 0);
    row("not offered", Step::Secure, Failure::NotOffered, 0);
    row("silent greeting", Step::Greeting, Failure::Silent, 0);
    row("refused", Step::Connect, Failure::Refused, 0);
}

void OwnHellos::areSaidOnlyWhereTheyExplain()
{
    QFETCH(Step, step);
    QFETCH(Failure, failure);
    QFETCH(QString, reason);
    QFETCH(int, jobs);
    model::Case visit;
    model::Provider pack;
    pack.incoming = {{pop3s, {}, true}};
    visit.provider = pack;
    QJsonObject seen;
    if (!reason.isEmpty())
        seen.insert(model::seen::certificateErrors, QJsonArray{reason});
    visit.add({0, step, pop3s, QStringLiteral("192.0.2.1"), failure, 5, seen, {}});
    QCOMPARE(probes::TlsLook::due(visit, {}).size(), jobs);
    visit.provider->incoming.clear(); // a door that nobody uses
    QCOMPARE(probes::TlsLook::due(visit, {}).size(), 0);
}

void OwnHellos::neverLeaveARoutedWorld()
{
    model::Case visit;
    model::Provider pack;
    pack.incoming = {{pop3s, {}, true}};
    visit.provider = pack;
    visit.add({0, Step::Secure, pop3s, QStringLiteral("192.0.2.1"), Failure::HandshakeFailed, 5, {}, {}});
    net::Environment routed;
    routed.route.add(QStringLiteral("other.practice.example"), 993, {QStringLiteral("127.0.0.1"), 1});
    QVERIFY(probes::TlsLook::due(visit, routed).isEmpty());
}

void OwnHellos::stopAtAClosedDoor()
{
    HelloServer server(upTo(0x0303));
    server.close();
    const Outcome outcome = judged(server, pop3s, Failure::HandshakeFailed);
    QCOMPARE(outcome.facts.size(), 3);
    for (const Fact &fact : outcome.facts)
        QVERIFY(fact.step == Step::TlsLook && fact.failure == Failure::Refused);
    QCOMPARE(outcome.id, QStringLiteral("tls.handshake-failed"));
}

void OwnHellos::findTheWeaknessThatALibraryCannotName()
{
    const QByteArray weak = madeUpCertificate(md5Rsa, rsaOid, rsaKey(1024));
    const HelloServer server([weak](const HeardHello &) {
        return HelloAnswer{
            tlsRecord(22, 0x0303, serverHello(0x0303, 0xc02f) + certificateMessage({weak}) + helloDone()),
            false};
    });
    const Outcome outcome = judged(server, pop3s, Failure::CertificateRejected,
                                   {{model::seen::certificateErrors, QJsonArray{"other"_L1}}});
    QCOMPARE(outcome.id, QStringLiteral("tls.certificate-weak"));
}

QTEST_GUILESS_MAIN(OwnHellos)
#include "test_tls_look.moc"
