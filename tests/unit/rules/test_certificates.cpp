// Certificates nobody knows: a product on this PC, a box of the network, a forgotten link, or none that can
// be told.
#include "unit/rules/visit_builder.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace support;

namespace {

rules::Context known()
{
    rules::Context context;
    context.interceptors = {{QStringLiteral("Shield"),
                             true,
                             {QStringLiteral("Shield Mail Root")},
                             {QStringLiteral("shield proxy ready")}},
                            {QStringLiteral("Gate"), false, {QStringLiteral("Gate_CA")}, {}}};
    return context;
}

QJsonObject refused(const QJsonArray &errors, const char *issuer, const char *house = "")
{
    QJsonObject seen{{seen::certificateErrors, errors},
                     {seen::certificateIssuer, QString::fromLatin1(issuer)}};
    if (*house)
        seen.insert(seen::certificateHouse, QString::fromLatin1(house));
    return seen;
}

const QJsonArray unknown{"unknown-authority"_L1};
const QJsonArray either{"unknown-authority"_L1, "chain"_L1};

} // namespace

class Certificates : public QObject
{
    Q_OBJECT
private slots:
    void tellWhoStandsInBetween_data()
    {
        QTest::addColumn<QJsonObject>("seen");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("side");
        QTest::addColumn<int>("findings");
        const auto row = [](const char *name, const QJsonObject &seen, const char *verdict, const char *side,
                            int findings) {
            QTest::newRow(name) << seen << QString::fromLatin1(verdict) << QString::fromLatin1(side)
                                << findings;
        };
        row("a product on this PC", refused(unknown, "The SHIELD MAIL ROOT of this PC"),
            "pc.mail-intercepted", "this-pc", 1);
        row("a product on this PC that sends its leaf alone", refused(either, "Shield Mail Root"),
            "pc.mail-intercepted", "this-pc", 1);
        row("a box of the network", refused(unknown, "Gate_CA_1234"), "tls.certificate-unknown-authority",
            "line", 1);
        row("a box by its house alone", refused(either, "FG100", "Gate_CA Inc."),
            "tls.certificate-unknown-authority", "line", 1);
        row("nobody knows", refused(unknown, "Somebody"), "tls.certificate-unknown-authority", "path", 1);
        row("one of two", refused(either, "Somebody"), "tls.certificate-chain", "provider", 2);
        row("a forgotten link", refused({"chain"_L1}, "Somebody"), "tls.certificate-chain", "provider", 1);
    }
    void tellWhoStandsInBetween()
    {
        QFETCH(QJsonObject, seen);
        Visit visit;
        visit.works(imap)
            .fact(Step::Connect, smtp)
            .fact(Step::Secure, smtp, Failure::CertificateRejected, seen);
        const Verdict judged = rules::judge(visit, known());
        QTEST(judged.id(), "verdict");
        QTEST(name(judged.findings.first().side), "side");
        QTEST(int(judged.findings.size()), "findings");
        QCOMPARE(brokenPromise(judged), QString());
    }

    void sayAProductThatLetsMailThrough()
    {
        for (const bool onPc : {true, false}) {
            Visit visit;
            visit.works(imap).works(smtp).fact(
                Step::Secure, smtp, Failure::None,
                {{seen::certificateIssuer, onPc ? "Shield Mail Root"_L1 : "Gate_CA"_L1}});
            const Verdict judged = rules::judge(visit, known());
            const Finding *const found = find(judged, "pc.mail-intercepted");
            QVERIFY(found);
            // A network that inspects and works is no trouble of this person's.
            QCOMPARE(found->severity, onPc ? Severity::Hurts : Severity::Note);
            QCOMPARE(judged.id(), onPc ? QStringLiteral("pc.mail-intercepted") : QStringLiteral("healthy"));
        }
    }

    void knowAProductByItsGreeting()
    {
        Visit visit;
        visit.works(imap)
            .fact(Step::Connect, smtp)
            .fact(Step::Greeting, smtp, Failure::None, {{seen::reply, "220 Shield Proxy Ready"_L1}});
        visit.fact(Step::Secure, smtp, Failure::NotOffered);
        QVERIFY(find(rules::judge(visit, known()), "pc.mail-intercepted"));
        QVERIFY(!find(rules::judge(visit, {}), "pc.mail-intercepted")); // who is known is data
    }

    void oneIssuerForHousesThatHaveNothingInCommon()
    {
        const Endpoint elsewhere{QStringLiteral("smtp.other.example"), 587, Protocol::Smtp,
                                 Security::StartTls};
        const Endpoint sameHouse{QStringLiteral("smtp.mail.ne.jp"), 587, Protocol::Smtp, Security::StartTls};
        for (const bool other : {true, false}) {
            Visit visit;
            visit.provider->outgoing = {{other ? elsewhere : sameHouse, {}, true}};
            visit.fact(Step::Secure, imap, Failure::CertificateRejected, refused(either, "Hotel CA"));
            visit.fact(Step::Secure, visit.provider->outgoing.first().endpoint, Failure::CertificateRejected,
                       refused(either, "Hotel CA"));
            const Verdict judged = rules::judge(visit, known());
            const Finding *const found = find(judged, "tls.certificate-unknown-authority");
            QVERIFY(found);
            QCOMPARE(found->confidence >= 0.9, other);
            QCOMPARE(find(judged, "tls.certificate-chain") == nullptr, other);
            QCOMPARE(found->values.value("hosts"_L1).toArray().size(), other ? 2 : 0);
        }
    }

    void nameWhatIsWeak_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<bool>("told");
        QTest::addColumn<bool>("found");
        QTest::newRow("seen by the library") << "weak" << true << true;
        QTest::newRow("seen by the library, not by us") << "weak" << false << true;
        QTest::newRow("a library without a word for it") << "other" << true << true;
        QTest::newRow("something else") << "other" << false << false;
    }
    void nameWhatIsWeak()
    {
        QFETCH(QString, error);
        QFETCH(bool, told);
        QFETCH(bool, found);
        Visit visit;
        visit.works(imap).fact(Step::Secure, smtp, Failure::CertificateRejected,
                               {{seen::certificateErrors, QJsonArray{error}}});
        if (told)
            visit.fact(Step::TlsLook, smtp, Failure::None, {{seen::weakness, QJsonArray{"MD5"_L1}}});
        const Verdict judged = rules::judge(visit, known());
        const Finding *const weak = find(judged, "tls.certificate-weak");
        QCOMPARE(weak != nullptr, found);
        if (weak)
            QCOMPARE(weak->values.value("weakness"_L1).toArray(), told ? QJsonArray{"MD5"_L1} : QJsonArray());
    }

    void noteThatMachinesDiffer()
    {
        for (const bool differs : {true, false}) {
            Visit visit;
            visit.works(imap);
            QJsonObject seen{{seen::certificateErrors, QJsonArray{"expired"_L1}},
                             {seen::certificatePrint, "aa"_L1}};
            visit.fact(Step::Secure, smtp, Failure::CertificateRejected, seen);
            seen.insert(seen::certificatePrint, differs ? "bb"_L1 : "aa"_L1);
            visit.fact(Step::Secure, smtp, Failure::CertificateRejected, seen, 20,
                       QStringLiteral("192.0.2.2"));
            const Verdict judged = rules::judge(visit, known());
            QCOMPARE(judged.id(), QStringLiteral("tls.certificate-expired"));
            QCOMPARE(judged.findings.first().values.contains("differs"_L1), differs);
        }
    }

    void aRefusedClientCertificateShowsBehindTheHandshake()
    {
        Visit visit; // TLS 1.3: the handshake is done when the server says that it wanted one of ours
        visit.works(imap).fact(Step::Connect, smtp).fact(Step::Secure, smtp);
        visit.fact(Step::Greeting, smtp, Failure::HandshakeFailed, {{seen::alert, 116}});
        const Verdict judged = rules::judge(visit, known());
        QCOMPARE(judged.id(), QStringLiteral("tls.handshake-failed"));
        QCOMPARE(judged.findings.first().values.value("cause"_L1).toString(),
                 QStringLiteral("client-certificate"));
    }
};

QTEST_GUILESS_MAIN(Certificates)
#include "test_certificates.moc"
