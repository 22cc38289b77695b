// A world and a verdict: what each thing seen must lead to, and what it must not.
#include "unit/rules/visit_builder.h"

#include <QSet>
#include <QtTest>

using namespace Qt::StringLiterals;

using namespace support;

namespace {

QString other(const char *host)
{
    return QString::fromLatin1(host);
}

} // namespace

class Judge : public QObject
{
    Q_OBJECT
private slots:
    void aHealthyWorldIsHealthy()
    {
        Visit visit;
        visit.app("thunderbird", 100);
        visit.fact(Step::Link, {}).fact(Step::Resolve, imap).works(imap).works(smtp);
        visit.fact(Step::Login, imap).sent(900).fact(Step::Arrive, imap, Failure::None, {{seen::copies, 1}});
        const Verdict judged = rules::judge(visit, usual());
        QCOMPARE(judged.id(), QStringLiteral("healthy"));
        for (const Finding &finding : judged.findings)
            QCOMPARE(finding.severity, Severity::Note);
    }

    void nothingSeenIsUnknown_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("no fact at all") << 0;
        QTest::newRow("only mail programs read") << 1;
        QTest::newRow("cancelled in the middle") << 2;
        QTest::newRow("a failure that no rule explains") << 3;
        QTest::newRow("a single broken connection at the log-in") << 4;
        QTest::newRow("test mail did not arrive") << 5;
    }
    void nothingSeenIsUnknown()
    {
        QFETCH(int, what);
        Visit visit;
        if (what == 1)
            visit.app("thunderbird", 600);
        if (what == 2)
            visit.works(imap).fact(Step::Connect, smtp, Failure::Cancelled);
        if (what == 3)
            visit.works(imap).works(smtp).fact(Step::Submit, smtp, Failure::MessageRefused);
        if (what == 4)
            visit.works(imap).works(smtp).fact(Step::Login, imap, Failure::Reset);
        if (what == 5)
            visit.works(imap).works(smtp).sent(100).fact(Step::Arrive, imap, Failure::NotArrived);
        QCOMPARE(rules::judge(visit, usual()).id(), QStringLiteral("unknown"));
    }

    void oneThingWrongHasOneCause_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("failure");
        QTest::addColumn<QJsonObject>("seen");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *verdict, Step step, Failure failure, const QJsonObject &seen = {}) {
            QTest::addRow("%s %s", verdict, qPrintable(name(failure)))
                << int(step) << int(failure) << seen << QString::fromLatin1(verdict);
        };
        const auto bad = [](const char *error) {
            return QJsonObject{{seen::certificateErrors, QJsonArray{QString::fromLatin1(error)}}};
        };
        row("dns.name-unknown", Step::Resolve, Failure::NameUnknown);
        row("dns.name-without-address", Step::Resolve, Failure::NameWithoutAddress);
        row("dns.resolver-silent", Step::Resolve, Failure::ResolverSilent);
        row("dns.resolver-failing", Step::Resolve, Failure::ResolverFailed);
        row("dns.resolver-refuses", Step::Resolve, Failure::ResolverRefused);
        row("dns.misconfigured", Step::Resolve, Failure::NameMalformed);
        row("server.port-closed", Step::Connect, Failure::Refused);
        row("server.port-filtered", Step::Connect, Failure::ConnectTimeout);
        row("server.port-filtered", Step::Connect, Failure::Unreachable);
        row("server.silent", Step::Greeting, Failure::Silent);
        row("server.drips", Step::Greeting, Failure::Drip);
        row("server.closed-early", Step::Greeting, Failure::ClosedEarly);
        row("server.reset-early", Step::Greeting, Failure::Reset);
        row("server.wrong-service", Step::Greeting, Failure::WrongService, {{seen::service, "ssh"_L1}});
        row("server.not-mail", Step::Greeting, Failure::NotMail);
        row("server.tls-on-plain-port", Step::Greeting, Failure::TlsOnPlainPort);
        row("server.plain-on-tls-port", Step::Secure, Failure::PlainOnTlsPort);
        row("server.busy", Step::Greeting, Failure::Busy);
        row("server.refuses-us", Step::Greeting, Failure::Unwelcome, {{seen::reply, "554 no"_L1}});
        row("line.own-address-listed", Step::Greeting, Failure::Unwelcome,
            {{seen::reply, "554 5.7.1 blocked using dnsbl.example"_L1}});
        row("server.protocol-error", Step::Capabilities, Failure::ProtocolError);
        row("server.endless-reply", Step::Capabilities, Failure::Endless);
        row("tls.not-offered", Step::Secure, Failure::NotOffered);
        row("tls.refused", Step::Secure, Failure::TlsRefused);
        row("tls.injected", Step::Secure, Failure::TlsInjected);
        row("tls.preauth", Step::Greeting, Failure::Preauth);
        row("tls.handshake-timeout", Step::Secure, Failure::HandshakeTimeout);
        row("tls.handshake-failed", Step::Secure, Failure::HandshakeFailed);
        row("tls.too-old", Step::Secure, Failure::TlsTooOld);
        row("tls.certificate-expired", Step::Secure, Failure::CertificateRejected, bad("expired"));
        row("tls.certificate-not-yet-valid", Step::Secure, Failure::CertificateRejected,
            bad("not-yet-valid"));
        row("tls.certificate-name", Step::Secure, Failure::CertificateRejected, bad("name"));
        row("tls.certificate-self-signed", Step::Secure, Failure::CertificateRejected, bad("self-signed"));
        row("tls.certificate-unknown-authority", Step::Secure, Failure::CertificateRejected,
            bad("unknown-authority"));
        row("tls.certificate-chain", Step::Secure, Failure::CertificateRejected, bad("chain"));
        row("tls.certificate-weak", Step::Secure, Failure::CertificateRejected, bad("weak"));
    }
    void oneThingWrongHasOneCause()
    {
        QFETCH(int, step);
        QFETCH(int, failure);
        QFETCH(QJsonObject, seen);
        QFETCH(QString, verdict);
        Visit visit;
        visit.works(imap);
        Endpoint door = smtp;
        if (Step(step) == Step::Resolve)
            door.port = 0;
        visit.fact(Step(step), door, Failure(failure), seen);
        const Verdict judged = rules::judge(visit, usual());
        QCOMPARE(judged.id(), verdict);
        QCOMPARE(judged.findings.first().because.isEmpty(), false);
        QCOMPARE(brokenPromise(judged), QString());
    }

    void aDoorThatNobodyUsesIsNoFinding_data()
    {
        QTest::addColumn<int>("failure");
        for (const Failure failure : {Failure::Refused, Failure::ConnectTimeout, Failure::Unreachable})
            QTest::newRow(qPrintable(name(failure))) << int(failure);
    }
    void aDoorThatNobodyUsesIsNoFinding()
    {
        QFETCH(int, failure);
        Visit visit;
        visit.works(imap).works(smtp).fact(Step::Connect, pop, Failure(failure));
        QCOMPARE(rules::judge(visit, usual()).id(), QStringLiteral("healthy"));
    }

    void thePackDoesNotAccuseADoorThatTheProgramDoesNotUse()
    {
        Visit visit;
        visit.provider->incoming.append({pop, {}, true});
        visit.app("thunderbird", 100);
        visit.works(imap).works(smtp).fact(Step::Connect, pop, Failure::Refused);
        QCOMPARE(rules::judge(visit, usual()).id(), QStringLiteral("healthy"));
    }

    void port25IsTroubleOnlyForThoseWhoUseIt()
    {
        Visit visit;
        visit.works(imap).works(smtp).fact(Step::Connect, smtp25, Failure::ConnectTimeout);
        QCOMPARE(rules::judge(visit, usual()).id(), QStringLiteral("healthy"));
        QVERIFY(find(rules::judge(visit, usual()), "line.port25-blocked"));
        visit.app("thunderbird", 100).profiles.first().accounts.first().outgoing->endpoint = smtp25;
        const Verdict judged = rules::judge(visit, usual());
        QCOMPARE(judged.id(), QStringLiteral("line.port25-blocked"));
        QVERIFY(!find(judged, "server.port-filtered"));
        QVERIFY(find(judged, "app.wrong-port"));
        QCOMPARE(brokenPromise(judged), QString());
    }

    void aDeadServerIsSaidOnce()
    {
        Visit visit;
        const Endpoint smtps{smtp.host, 465, Protocol::Smtp, Security::Tls};
        visit.works(imap);
        for (const Endpoint &door : {smtp, smtps, smtp25})
            visit.fact(Step::Connect, door, Failure::ConnectTimeout);
        const Verdict judged = rules::judge(visit, usual());
        QCOMPARE(judged.id(), QStringLiteral("server.down"));
        QCOMPARE(judged.findings.size(), 1);
        QCOMPARE(brokenPromise(judged), QString());
    }

    void aMachineThatRefusesIsNotDead()
    {
        Visit visit;
        visit.works(imap);
        for (const Endpoint &door : {smtp, smtp25})
            visit.fact(Step::Connect, door, Failure::Refused);
        const Verdict judged = rules::judge(visit, usual());
        QCOMPARE(judged.id(), QStringLiteral("server.port-closed"));
        QVERIFY(!find(judged, "server.down"));
    }

    void aCertificateWithoutItsCompanionFitsTwoCauses()
    {
        Visit visit;
        visit.works(imap).fact(Step::Secure, smtp, Failure::CertificateRejected,
                               {{seen::certificateErrors, QJsonArray{"unknown-authority"_L1, "chain"_L1}}});
        const Verdict judged = rules::judge(visit, usual());
        QCOMPARE(judged.id(), QStringLiteral("tls.certificate-chain"));
        QVERIFY(find(judged, "tls.certificate-unknown-authority"));
        QVERIFY(judged.findings.first().confidence < 0.9);
    }

    void noLinkIsSaidOnlyWithoutAnyConnection()
    {
        Visit dead, practice, routed;
        for (Visit *visit : {&dead, &practice, &routed})
            visit->fact(Step::Link, {}, Failure::NoNetwork);
        dead.fact(Step::Resolve, imap, Failure::ResolverSilent);
        QCOMPARE(rules::judge(dead, usual()).id(), QStringLiteral("line.no-link"));
        QVERIFY(!find(rules::judge(dead, usual()), "dns.resolver-silent"));
        practice.practice = true;
        practice.works(imap).works(smtp);
        QCOMPARE(rules::judge(practice, usual()).id(), QStringLiteral("healthy"));
        routed.fact(Step::Connect, imap, Failure::Refused, {}, 0, QStringLiteral("127.0.0.1"));
        QVERIFY(!find(rules::judge(routed, usual()), "line.no-link"));
    }

    void ipv6HurtsOnlyWhenSomebodyWaitsForIt()
    {
        const QString six = QStringLiteral("2001:db8::1");
        Visit waits, quick;
        for (Visit *visit : {&waits, &quick})
            visit->works(imap).works(smtp);
        waits.fact(Step::Connect, imap, Failure::ConnectTimeout, {}, 10'000, six);
        quick.fact(Step::Connect, imap, Failure::Unreachable, {}, 0, six);
        QCOMPARE(rules::judge(waits, usual()).id(), QStringLiteral("line.ipv6-broken"));
        QCOMPARE(rules::judge(quick, usual()).id(), QStringLiteral("healthy"));
    }

    void oneBadMachineOfSeveral()
    {
        Visit visit;
        visit.works(imap).works(smtp).fact(Step::Connect, imap, Failure::Refused, {}, 1, other("192.0.2.2"));
        const Verdict judged = rules::judge(visit, usual());
        QCOMPARE(judged.id(), QStringLiteral("server.one-of-several-bad"));
        QCOMPARE(judged.findings.first().values.value(u"bad").toArray(), QJsonArray({"192.0.2.2"_L1}));
        QCOMPARE(brokenPromise(judged), QString());
    }

    void twoCertificatesFromTheFutureMeanTheClock()
    {
        Visit visit;
        int year = 2030;
        for (const Endpoint &door : {imap, smtp})
            visit.fact(Step::Connect, door)
                .fact(Step::Secure, door, Failure::CertificateRejected,
                      {{seen::certificateErrors, QJsonArray{"not-yet-valid"_L1}},
                       {seen::certificateFrom, QStringLiteral("%1-01-01T00:00:00Z").arg(year++)}});
        QCOMPARE(rules::judge(visit, usual()).id(), QStringLiteral("pc.clock-wrong"));
    }

    void theSameCertificateTwiceIsOneHint()
    {
        Visit visit;
        for (const Endpoint &door : {imap, smtp})
            visit.fact(Step::Secure, door, Failure::CertificateRejected,
                       {{seen::certificateErrors, QJsonArray{"expired"_L1}},
                        {seen::certificateUntil, "2026-11-01T00:00:00Z"_L1}});
        QVERIFY(!find(rules::judge(visit, usual()), "pc.clock-wrong"));
    }

    void slowGreetingAndExpiringCertificate()
    {
        Visit visit;
        visit.works(imap).works(smtp).fact(Step::Greeting, smtp, Failure::None, {}, 6'000);
        QCOMPARE(rules::judge(visit, usual()).id(), QStringLiteral("server.slow-greeting"));
        Visit soon;
        soon.works(imap).works(smtp).fact(Step::Secure, imap, Failure::None,
                                          {{seen::certificateUntil, "2026-11-30T00:00:00Z"_L1}});
        QCOMPARE(rules::judge(soon, usual()).id(), QStringLiteral("healthy")); // a note is never the cause
        QVERIFY(find(rules::judge(soon, usual()), "tls.certificate-expires-soon"));
    }

    void aTypoInTheServerNameOffersThePacksNames()
    {
        Visit visit;
        const Endpoint typo{QStringLiteral("imap.exampel.ne.jp"), 993, Protocol::Imap, Security::Tls};
        visit.app("thunderbird", 100).profiles.first().accounts.first().incoming->endpoint = typo;
        visit.works(smtp).works(imap).fact(Step::Resolve, {typo.host, 0, Protocol::Imap, Security::Tls},
                                           Failure::NameUnknown);
        const Verdict judged = rules::judge(visit, usual());
        QCOMPARE(judged.id(), QStringLiteral("app.wrong-host"));
        QCOMPARE(find(judged, "dns.name-unknown")->values.value(u"nearest").toArray().first().toString(),
                 imap.host);
    }

    void everyKindStandsOnce()
    {
        QSet<QString> ids;
        for (const rules::FindingKind &kind : rules::findingKinds())
            ids.insert(QString::fromLatin1(kind.id));
        QCOMPARE(ids.size(), rules::findingKinds().size());
    }
};

QTEST_GUILESS_MAIN(Judge)
#include "test_judge.moc"
