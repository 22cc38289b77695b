// Each fault shows its symptom on the wire, and nothing else is bent.
#include "support/practice_world.h"
#include "support/skips.h"
#include "support/wire.h"

#include <QRegularExpression>
#include <QTest>
#include <algorithm>

using practice::PracticeProvider;
using support::PracticeWorld;
using support::Wire;

namespace {

QByteArray plainLogIn(const PracticeWorld &world)
{
    return QByteArray('\0' + world.provider.address().toUtf8() + '\0' + world.provider.password().toUtf8())
        .toBase64();
}

} // namespace

class TestFaults : public QObject
{
    Q_OBJECT
private slots:
    void everyFaultHasAnIdOfItsOwnAndAFindingOfTheCatalogue();
    void everyFaultStarts_data();
    void everyFaultStarts();
    void refusesAnUnknownFaultAndNamesTheNearest_data();
    void refusesAnUnknownFaultAndNamesTheNearest();
    void refusesASecondStart();
    void firstLineOnAPlainDoor_data();
    void firstLineOnAPlainDoor();
    void greetingFaults();
    void doorsThatRefuse_data();
    void doorsThatRefuse();
    void certificates_data();
    void certificates();
    void logInAnswers_data();
    void logInAnswers();
    void starttls_data();
    void starttls();
    void wrongEncryptionOnADoor();
};

void TestFaults::everyFaultHasAnIdOfItsOwnAndAFindingOfTheCatalogue()
{
    QSet<QString> ids;
    for (const practice::Fault &fault : PracticeProvider::faults()) {
        QVERIFY2(!ids.contains(fault.id), qPrintable(fault.id));
        ids << fault.id;
        static const QRegularExpression form(QStringLiteral("^(healthy|[a-z]+\\.[a-z0-9-]+)$"));
        QVERIFY2(form.match(fault.finding).hasMatch(), qPrintable(fault.finding));
    }
    QVERIFY(ids.size() > 35);
}

void TestFaults::everyFaultStarts_data()
{
    QTest::addColumn<QString>("id");
    for (const practice::Fault &fault : PracticeProvider::faults())
        QTest::newRow(qPrintable(fault.id)) << fault.id;
}

void TestFaults::everyFaultStarts()
{
    QFETCH(QString, id);
    const PracticeWorld world({id});
    QVERIFY(world.started());
    QVERIFY(!world.provider.pack().incoming.isEmpty());
    for (const auto &servers : {world.provider.pack().incoming, world.provider.pack().outgoing}) {
        for (const model::ProviderServer &server : servers)
            QVERIFY(world.provider.route().of(server.endpoint.host, server.endpoint.port));
    }
}

void TestFaults::refusesAnUnknownFaultAndNamesTheNearest_data()
{
    QTest::addColumn<QString>("meant");
    QTest::newRow("slow-scna") << QStringLiteral("slow-scan");
    QTest::newRow("wrong-pasword") << QStringLiteral("wrong-password");
    QTest::newRow("certificate_expired") << QStringLiteral("certificate-expired");
    QTest::newRow("Healthy") << QStringLiteral("healthy");
}

void TestFaults::refusesAnUnknownFaultAndNamesTheNearest()
{
    QFETCH(QString, meant);
    const QString wrong = QString::fromLatin1(QTest::currentDataTag());
    PracticeProvider provider;
    QVERIFY(!provider.start({wrong}));
    QVERIFY2(provider.error().contains(wrong) && provider.error().contains(meant),
             qPrintable(provider.error()));
    QVERIFY(provider.route().isEmpty());
}

void TestFaults::refusesASecondStart()
{
    PracticeProvider provider;
    QVERIFY(provider.start({}));
    QVERIFY(!provider.start({}));
    QVERIFY(!provider.error().isEmpty());
}

void TestFaults::firstLineOnAPlainDoor_data()
{
    QTest::addColumn<int>("door");
    QTest::addColumn<QByteArray>("start");
    const auto row = [](const char *fault, int door, const char *start) {
        QTest::addRow("%s %d", fault, door) << door << QByteArray(start);
    };
    row("healthy", 25, "220 ");
    row("healthy", 587, "220 ");
    row("healthy", 143, "* OK [CAPABILITY IMAP4rev1");
    row("healthy", 110, "+OK");
    row("busy", 587, "421 4.3.2");
    row("busy", 143, "* BYE");
    row("busy", 110, "-ERR [SYS/TEMP]");
    row("preauth", 143, "* PREAUTH");
    row("preauth", 110, "+OK");
    row("endless-greeting", 587, "220-");
    row("web-server", 587, "HTTP/1.1 400");
    row("web-server", 143, "* OK");
    row("slow-greeting", 587, "220 ");
    row("silent-smtp", 143, "* OK");
    row("silent-imap", 110, "+OK");
    row("plain-on-tls-port", 993, "* OK");
    row("plain-on-tls-port", 995, "+OK");
    row("plain-on-tls-port", 465, "220 ");
}

void TestFaults::firstLineOnAPlainDoor()
{
    QFETCH(int, door);
    QFETCH(QByteArray, start);
    const PracticeWorld world({QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0)});
    Wire wire(world.port(quint16(door)), {});
    const QByteArray line = wire.hear();
    QVERIFY2(line.startsWith(start), line.constData());
}

void TestFaults::greetingFaults()
{
    for (const auto &[fault, door] : {QPair<QString, quint16>(QStringLiteral("silent-smtp"), quint16(587)),
                                      QPair<QString, quint16>(QStringLiteral("silent-imap"), quint16(143)),
                                      QPair<QString, quint16>(QStringLiteral("silent-pop3"), quint16(110))}) {
        const PracticeWorld world({fault});
        Wire wire(world.port(door), {});
        QVERIFY(wire.connected());
        wire.say("NOOP");
        QVERIFY2(wire.hear(150).isEmpty(), qPrintable(fault));
        QVERIFY(wire.stillOpen());
    }
    const PracticeWorld early({QStringLiteral("closed-early")});
    Wire cut(early.port(110), {});
    QVERIFY(cut.closed());
    QVERIFY(cut.hear().isEmpty());
    const PracticeWorld dripping({QStringLiteral("drip")});
    Wire drops(dripping.port(143), {});
    QCOMPARE(drops.hearBytes(5), QByteArray("22222"));
    const PracticeWorld endless({QStringLiteral("endless-greeting")});
    Wire flood(endless.port(143), {});
    QCOMPARE(flood.hearBytes(100'000).size(), 100'000);
}

void TestFaults::doorsThatRefuse_data()
{
    QTest::addColumn<QList<int>>("refusing");
    QTest::newRow("healthy") << QList<int>();
    QTest::newRow("port25-blocked") << QList<int>{25};
    QTest::newRow("smtp-closed") << QList<int>{25, 465, 587};
}

void TestFaults::doorsThatRefuse()
{
    SKIP_WHERE_NO_TLS_SERVER();
    QFETCH(QList<int>, refusing);
    const PracticeWorld world({QString::fromLatin1(QTest::currentDataTag())});
    for (const int door : {25, 110, 143, 465, 587, 993, 995})
        QCOMPARE(Wire(world.port(quint16(door)), {}).connected(), !refusing.contains(door));
}

void TestFaults::certificates_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QList<int>>("anyOf");
    const QString mail = QStringLiteral("mail.practice.example");
    QTest::newRow("healthy") << mail << QList<int>();
    for (const char *name : {"pop", "imap", "smtp"})
        QTest::addRow("healthy %s", name)
            << QString::fromLatin1(name) + QStringLiteral(".practice.example") << QList<int>();
    QTest::newRow("healthy elsewhere")
        << QStringLiteral("mail.other.example") << QList<int>{QSslError::HostNameMismatch};
    QTest::newRow("certificate-expired") << mail << QList<int>{QSslError::CertificateExpired};
    QTest::newRow("certificate-not-yet-valid") << mail << QList<int>{QSslError::CertificateNotYetValid};
    QTest::newRow("certificate-name") << mail << QList<int>{QSslError::HostNameMismatch};
    QTest::newRow("certificate-self-signed") << mail << QList<int>{QSslError::SelfSignedCertificate};
    QTest::newRow("certificate-unknown-authority")
        << mail << QList<int>{QSslError::SelfSignedCertificateInChain};
    QTest::newRow("certificate-chain") << mail << QList<int>{QSslError::UnableToGetLocalIssuerCertificate};
}

void TestFaults::certificates()
{
    SKIP_WHERE_NO_TLS_SERVER();
    QFETCH(QString, peer);
    QFETCH(QList<int>, anyOf);
    const PracticeWorld world({QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0)});
    for (const int door : {465, 993, 995}) {
        Wire wire(world.port(quint16(door)), world.provider.anchors(), peer);
        QCOMPARE(wire.secure(), anyOf.isEmpty());
        QCOMPARE(wire.errors().isEmpty(), anyOf.isEmpty());
        const QList<QSslError> errors = wire.errors();
        QVERIFY(anyOf.isEmpty() || std::any_of(errors.begin(), errors.end(), [&](const QSslError &error) {
                    return anyOf.contains(int(error.error()));
                }));
    }
}

void TestFaults::logInAnswers_data()
{
    QTest::addColumn<QByteArray>("smtp");
    QTest::addColumn<QByteArray>("imap");
    QTest::addColumn<QByteArray>("pop3");
    const auto row = [](const char *fault, const char *smtp, const char *imap, const char *pop3) {
        QTest::newRow(fault) << QByteArray(smtp) << QByteArray(imap) << QByteArray(pop3);
    };
    row("healthy", "235 2.7.0", "a OK [CAPABILITY", "+OK");
    row("wrong-password", "535 5.7.8", "a NO [AUTHENTICATIONFAILED]", "-ERR [AUTH]");
    row("contract-ended", "535 5.7.8 Authentication failed: account expired", "a NO [EXPIRED]",
        "-ERR [AUTH] Account expired");
    row("temporary-failure", "454 4.7.0", "a NO [UNAVAILABLE]", "-ERR [SYS/TEMP]");
    row("in-use", "235 ", "a OK", "-ERR [IN-USE]");
    row("user-form", "535 ", "a NO", "-ERR [AUTH]");
}

void TestFaults::logInAnswers()
{
    SKIP_WHERE_NO_TLS_SERVER();
    QFETCH(QByteArray, smtp);
    QFETCH(QByteArray, imap);
    QFETCH(QByteArray, pop3);
    const PracticeWorld world({QString::fromLatin1(QTest::currentDataTag())});
    const auto answer = [&world](quint16 door, const QByteArray &first, const QByteArray &command) {
        Wire wire(world.port(door), world.provider.anchors());
        if (!wire.secure())
            return QByteArray("no TLS");
        wire.hear();
        if (!first.isEmpty())
            wire.askUntil(first, "250 ");
        return wire.ask(command);
    };
    const QByteArray secret = plainLogIn(world);
    const QByteArray bySmtp = answer(465, "EHLO x", "AUTH PLAIN " + secret);
    QVERIFY2(bySmtp.startsWith(smtp), bySmtp.constData());
    const QByteArray byImap = answer(993, "", "a AUTHENTICATE PLAIN " + secret);
    QVERIFY2(byImap.startsWith(imap), byImap.constData());
    const QByteArray byPop3 = answer(995, "", "AUTH PLAIN " + secret);
    QVERIFY2(byPop3.startsWith(pop3), byPop3.constData());
    QCOMPARE(world.provider.logIns(), 3);
}

void TestFaults::starttls_data()
{
    QTest::addColumn<int>("door");
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *fault, int door, const char *command, const char *answer) {
        QTest::addRow("%s %d", fault, door) << door << QByteArray(command) << QByteArray(answer);
    };
    row("healthy", 587, "STARTTLS", "220 ");
    row("starttls-refused", 587, "STARTTLS", "454 ");
    row("starttls-refused", 143, "a STARTTLS", "a NO");
    row("starttls-refused", 110, "STLS", "-ERR");
    row("no-starttls", 587, "STARTTLS", "502 ");
    row("no-starttls", 143, "a STARTTLS", "a BAD");
    row("no-starttls", 110, "STLS", "-ERR");
    row("starttls-injected", 587, "STARTTLS", "220 ");
}

void TestFaults::starttls()
{
    QFETCH(int, door);
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, answer);
    const PracticeWorld world({QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0)});
    Wire wire(world.port(quint16(door)), world.provider.anchors());
    wire.hear();
    const QByteArray line = wire.ask(command);
    QVERIFY2(line.startsWith(answer), line.constData());
    const bool injected = QByteArray(QTest::currentDataTag()).startsWith("starttls-injected");
    QCOMPARE(wire.hear(150).isEmpty(), !injected);
    QCOMPARE(world.provider.passwordsInClear(), 0);
}

void TestFaults::wrongEncryptionOnADoor()
{
    SKIP_WHERE_NO_TLS_SERVER();
    const PracticeWorld world({QStringLiteral("tls-on-plain-port")});
    Wire plain(world.port(587), {});
    plain.say("EHLO x");
    QCOMPARE(plain.hearBytes(3), QByteArray("\x15\x03\x03", 3));
    Wire waiting(world.port(143), {});
    QCOMPARE(waiting.hearBytes(1), QByteArray("\x15", 1));
    Wire encrypted(world.port(587), world.provider.anchors());
    QVERIFY(encrypted.secure());
    QVERIFY(encrypted.hear().startsWith("220 "));
}

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults.moc"
