// How far this PC gets: each place where the way ends has its own finding, and no server is blamed for it.
#include "unit/rules/line_visit.h"

#include <QtTest>

#include <functional>

using namespace support;
using World = std::function<void(LineVisit &)>;
Q_DECLARE_METATYPE(World)

class Line : public QObject
{
    Q_OBJECT
private slots:
    void theWholeVerdict_data()
    {
        QTest::addColumn<World>("world");
        QTest::addColumn<QString>("ids");
        const auto row = [](const char *what, const World &world, const char *ids) {
            QTest::newRow(what) << world << QString::fromLatin1(ids);
        };
        const auto dead = [](LineVisit &v) -> LineVisit & {
            return v.resolves(Failure::ResolverSilent).allDoors(Failure::ConnectTimeout);
        };
        row(
            "no way out of the own network", [&](LineVisit &v) { dead(v).router(Failure::NoNetwork); },
            "line.no-link");
        row(
            "router silent", [&](LineVisit &v) { dead(v).router(Failure::ConnectTimeout); },
            "line.gateway-dead");
        row(
            "router silent, pages too",
            [&](LineVisit &v) {
                dead(v).router(Failure::Unreachable).page("page.example", Failure::Unreachable);
            },
            "line.gateway-dead");
        row(
            "one of two routers lives, pages silent",
            [&](LineVisit &v) {
                dead(v)
                    .router(Failure::Unreachable)
                    .router(Failure::None)
                    .page("1.1.1.1", Failure::ConnectTimeout);
            },
            "line.no-internet");
        row(
            "router silent, yet a name server beyond it answers",
            [](LineVisit &v) {
                v.resolves().allDoors(Failure::ConnectTimeout).router(Failure::ConnectTimeout);
                v.nameServer("203.0.113.53", Failure::None);
            },
            "server.port-filtered");
        row(
            "router silent, yet a page came",
            [](LineVisit &v) {
                v.resolves().allDoors(Failure::ConnectTimeout).router(Failure::ConnectTimeout).genuinePage();
            },
            "line.mail-ports-blocked server.down");
        row(
            "router lives, nothing beyond",
            [&](LineVisit &v) { dead(v).router(Failure::None).page("1.1.1.1", Failure::ConnectTimeout); },
            "line.no-internet");
        row(
            "pages unasked: only the names are known to fail",
            [](LineVisit &v) { v.resolves(Failure::ResolverSilent).router(Failure::None); },
            "dns.resolver-silent");
        row(
            "pages fail only because their names do",
            [](LineVisit &v) {
                v.resolves(Failure::ResolverSilent).router(Failure::None);
                v.page("page.example", Failure::ResolverSilent);
            },
            "dns.resolver-silent");
        row(
            "names fail, a page at a bare address comes",
            [](LineVisit &v) {
                v.resolves(Failure::ResolverSilent).page("page.example", Failure::ResolverSilent);
                v.page("1.1.1.1", Failure::None, {{seen::httpStatus, 301}});
            },
            "dns.resolver-silent");
        row(
            "somebody else's page", [&](LineVisit &v) { dead(v).foreignPage(); }, "line.captive-portal");
        row(
            "somebody else's page, without leading anywhere",
            [&](LineVisit &v) { dead(v).foreignPage(200, {}); }, "line.captive-portal");
        row(
            "he takes the mail ports, too",
            [](LineVisit &v) {
                v.resolves().foreignPage().works(pop);
                v.facts.removeIf(
                    [](const Fact &f) { return f.step == Step::Secure || f.step == Step::Capabilities; });
                v.fact(Step::Connect, imap)
                    .fact(Step::Secure, imap, Failure::CertificateRejected,
                          {{seen::certificateErrors, list({"name"})}});
            },
            "line.captive-portal");
        row(
            "the page's own server is in trouble",
            [](LineVisit &v) { v.resolves().allDoors(Failure::ConnectTimeout).foreignPage(503, {}); },
            "server.port-filtered");
        row(
            "one page replaced, another genuine: a filter, no portal",
            [](LineVisit &v) {
                v.resolves().allDoors(Failure::Refused).foreignPage().genuinePage(0, "other.example");
            },
            "server.port-closed");
        row(
            "only through a proxy",
            [](LineVisit &v) {
                v.resolves().allDoors(Failure::ConnectTimeout).page("page.example", Failure::ConnectTimeout);
                v.page("page.example", Failure::None,
                       {{seen::httpStatus, 200},
                        {seen::asExpected, true},
                        {seen::proxy, QStringLiteral("proxy.example:3128")}});
            },
            "line.proxy-only");
        row(
            "the proxy wants a log-in of its own",
            [](LineVisit &v) {
                v.resolves().allDoors(Failure::ConnectTimeout).page("page.example", Failure::ConnectTimeout);
                v.page("page.example", Failure::None,
                       {{seen::httpStatus, 407},
                        {seen::asExpected, false},
                        {seen::proxy, QStringLiteral("proxy.example:3128")}});
            },
            "line.proxy-only");
        row(
            "a proxy that brings nothing",
            [](LineVisit &v) {
                v.resolves().allDoors(Failure::ConnectTimeout).page("page.example", Failure::ConnectTimeout);
                v.page("page.example", Failure::None,
                       {{seen::httpStatus, 502},
                        {seen::asExpected, false},
                        {seen::proxy, QStringLiteral("proxy.example:3128")}});
            },
            "line.no-internet");
        row(
            "pages come, no mail",
            [](LineVisit &v) { v.resolves().allDoors(Failure::ConnectTimeout).genuinePage(); },
            "line.mail-ports-blocked server.down");
        row(
            "the mail host itself shows pages: not down",
            [](LineVisit &v) {
                v.resolves().allDoors(Failure::Unreachable).genuinePage();
                v.page("imap.example.ne.jp", Failure::None, {{seen::httpStatus, 200}});
            },
            "line.mail-ports-blocked");
        row(
            "a machine that says no is not the line",
            [](LineVisit &v) { v.resolves().allDoors(Failure::Refused).genuinePage(); },
            "server.port-closed");
        row(
            "nothing asked about the line: nothing said about it",
            [](LineVisit &v) { v.resolves().allDoors(Failure::ConnectTimeout); }, "server.port-filtered");
    }
    void theWholeVerdict()
    {
        QFETCH(World, world);
        QFETCH(QString, ids);
        LineVisit visit;
        world(visit);
        const Verdict judged = visit.judged();
        QCOMPARE(idsOf(judged), ids);
        QCOMPARE(brokenPromise(judged), QString());
        for (const Finding &finding : judged.findings)
            QVERIFY2(!finding.because.isEmpty(), qPrintable(finding.id));
    }

    void aHostAloneThatIsSilentIsLikelierDownThanBlocked()
    {
        LineVisit visit;
        visit.provider->outgoing.clear();
        visit.resolves().genuinePage();
        for (const int port : {993, 143, 995, 110})
            visit.fact(Step::Connect, {imap.host, quint16(port), Protocol::Imap, Security::Tls},
                       Failure::ConnectTimeout);
        QCOMPARE(idsOf(visit.judged()), QStringLiteral("server.down line.mail-ports-blocked"));
    }

    void aVisitThatWorksIsNotDisturbedByWhatWasAskedBeside()
    {
        LineVisit visit;
        visit.resolves().works(imap).works(smtp).router(Failure::ConnectTimeout).foreignPage();
        visit.page("other.example", Failure::ConnectTimeout);
        QCOMPARE(visit.judged().id(), QStringLiteral("healthy"));
    }

    void port25OfOneFamilyIsOnlyANoteWhereTheOtherIsOpen()
    {
        LineVisit visit;
        visit.provider->outgoing.first().endpoint = smtp25;
        visit.works(imap).works(smtp);
        visit.fact(Step::Connect, smtp25, Failure::ConnectTimeout);
        const Verdict blocked = visit.judged();
        QCOMPARE(blocked.id(), QStringLiteral("line.port25-blocked"));
        for (const Step step : {Step::Connect, Step::Greeting, Step::Secure, Step::Capabilities})
            visit.fact(step, smtp25, Failure::None, {}, 20, QStringLiteral("2001:db8::25"));
        const Verdict verdict = visit.judged();
        const Finding *const found = find(verdict, "line.port25-blocked");
        QVERIFY(found);
        QCOMPARE(found->severity, Severity::Note);
        QCOMPARE(found->values.value(u"family").toString(), QStringLiteral("ipv4"));
    }

    void somebodyWhoAnswersForEveryServerIsFound_data()
    {
        QTest::addColumn<int>("control");
        QTest::addColumn<QString>("ids");
        QTest::newRow("the words of a mail server") << int(Failure::None) << "line.mail-proxy";
        QTest::newRow("too busy, yet there") << int(Failure::Busy) << "line.mail-proxy";
        QTest::newRow("takes the connection and is silent") << int(Failure::Silent) << "line.mail-proxy";
        QTest::newRow("nobody") << int(Failure::ConnectTimeout) << "tls.not-offered";
        QTest::newRow("no way") << int(Failure::Unreachable) << "tls.not-offered";
        QTest::newRow("refused by a router") << int(Failure::Refused) << "tls.not-offered";
    }
    void somebodyWhoAnswersForEveryServerIsFound()
    {
        QFETCH(int, control);
        QFETCH(QString, ids);
        LineVisit visit;
        visit.works(imap).fact(Step::Connect, smtp).fact(Step::Greeting, smtp);
        visit.fact(Step::Secure, smtp, Failure::NotOffered);
        visit.fact(Step::Control, {foreignIp, 587, Protocol::Smtp, Security::Plain}, Failure(control),
                   {{seen::reply, QStringLiteral("220 box ESMTP")}});
        QCOMPARE(idsOf(visit.judged()), ids);
        QCOMPARE(brokenPromise(visit.judged()), QString());
    }

    void anotherCompanysLineIsToldOnlyWhereThePackSaysSo_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("own");
        QTest::addColumn<int>("failure");
        QTest::addColumn<bool>("told");
        const int refused = int(Failure::RecipientRefused);
        QTest::newRow("outside") << "no"
                                 << "198.51.100.7" << refused << true;
        QTest::newRow("inside") << "no"
                                << "203.0.113.7" << refused << false;
        QTest::newRow("address unknown") << "no"
                                         << "" << refused << false;
        QTest::newRow("behind a router") << "no"
                                         << "192.168.0.7" << refused << false;
        QTest::newRow("other family") << "no"
                                      << "2001:db8::7" << refused << false;
        QTest::newRow("sending from outside is allowed") << "yes"
                                                         << "198.51.100.7" << refused << false;
        QTest::newRow("with a log-in") << "authenticated"
                                       << "198.51.100.7" << refused << false;
        QTest::newRow("not said") << ""
                                  << "198.51.100.7" << refused << false;
        QTest::newRow("and sending works") << "no"
                                           << "198.51.100.7" << int(Failure::None) << false;
        QTest::newRow("server busy") << "no"
                                     << "198.51.100.7" << int(Failure::LoginTemporary) << false;
    }
    void anotherCompanysLineIsToldOnlyWhereThePackSaysSo()
    {
        QFETCH(QString, policy);
        QFETCH(QString, own);
        QFETCH(int, failure);
        QFETCH(bool, told);
        LineVisit visit;
        visit.provider->outsideSending = policy;
        visit.provider->networks = QStringList{QStringLiteral("203.0.113.0/24")};
        visit.works(imap).works(smtp);
        visit.fact(Step::Capabilities, smtp, Failure::None, {{seen::ownAddress, own}});
        visit.fact(Step::Submit, smtp, Failure(failure));
        const Verdict verdict = visit.judged();
        const Finding *const found = find(verdict, "line.outside-network");
        QCOMPARE(found != nullptr, told);
        if (told)
            QCOMPARE(found->values.value(u"address").toString(), own);
        QCOMPARE(brokenPromise(visit.judged()), QString());
    }

    void largePacketsAreBlamedOnlyIfSmallOnesPass_data()
    {
        QTest::addColumn<int>("stalled");
        QTest::addColumn<int>("again");
        QTest::addColumn<QString>("ids");
        const int nothing = -1;
        QTest::newRow("passes") << int(Failure::HandshakeTimeout) << int(Failure::None)
                                << "line.mtu-blackhole";
        QTest::newRow("a list passes") << int(Failure::Drip) << int(Failure::None) << "line.mtu-blackhole";
        QTest::newRow("stalls again")
            << int(Failure::HandshakeTimeout) << int(Failure::HandshakeTimeout) << "tls.handshake-timeout";
        QTest::newRow("not asked again")
            << int(Failure::HandshakeTimeout) << nothing << "tls.handshake-timeout";
        QTest::newRow("was refused, not lost")
            << int(Failure::TlsRefused) << int(Failure::None) << "tls.refused";
    }
    void largePacketsAreBlamedOnlyIfSmallOnesPass()
    {
        QFETCH(int, stalled);
        QFETCH(int, again);
        QFETCH(QString, ids);
        LineVisit visit;
        visit.works(smtp).fact(Step::Connect, imap).fact(Step::Secure, imap, Failure(stalled));
        if (again >= 0)
            visit.fact(Step::Path, imap, Failure(again), {{seen::segmentBytes, 536}});
        QCOMPARE(idsOf(visit.judged()), ids);
        QCOMPARE(brokenPromise(visit.judged()), QString());
    }

    void whereNobodyCanAskForSmallPiecesItIsOnlySupposed_data()
    {
        QTest::addColumn<int>("greeting");
        QTest::addColumn<bool>("supposed");
        QTest::newRow("short words come") << int(Failure::None) << true;
        QTest::newRow("not a word comes") << int(Failure::Silent) << false;
        QTest::newRow("nobody was heard") << -1 << false;
    }
    void whereNobodyCanAskForSmallPiecesItIsOnlySupposed()
    {
        QFETCH(int, greeting);
        QFETCH(bool, supposed);
        LineVisit visit;
        for (const Endpoint &door : {imap, smtp})
            visit.fact(Step::Connect, door).fact(Step::Secure, door, Failure::HandshakeTimeout);
        if (greeting >= 0)
            visit.fact(Step::Greeting, smtp, Failure(greeting));
        const Verdict judged = visit.judged();
        const Finding *const found = find(judged, "line.mtu-blackhole");
        QCOMPARE(found != nullptr, supposed);
        QVERIFY(!found || qFuzzyCompare(found->confidence, 0.5));
    }

    void aLineLosesOnlyWhatWasCounted_data()
    {
        QTest::addColumn<int>("lost");
        QTest::addColumn<bool>("told");
        for (const int lost : {0, 1, 2, 5, 10})
            QTest::addRow("%d of 10", lost) << lost << (lost >= 2);
    }
    void aLineLosesOnlyWhatWasCounted()
    {
        QFETCH(int, lost);
        QFETCH(bool, told);
        LineVisit visit;
        visit.works(imap).fact(Step::Connect, smtp, Failure::ConnectTimeout);
        visit.fact(Step::Path, imap, Failure::None, {{seen::connections, 10}, {seen::lost, lost}});
        const Verdict judged = visit.judged();
        QCOMPARE(find(judged, "line.lossy") != nullptr, told);
        QCOMPARE(find(judged, "server.port-filtered") != nullptr, !told);
        QCOMPARE(brokenPromise(judged), QString());
    }

    void alwaysAtTheSameStepNeedsTwoAndNoSuccess_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<bool>("twice");
        QTest::addColumn<bool>("passedOnce");
        QTest::addColumn<bool>("told");
        for (const Step step : {Step::Login, Step::Submit, Step::Capabilities}) {
            const QByteArray word = model::name(step).toLatin1();
            QTest::addRow("%s, two cuts", word.constData()) << int(step) << true << false << true;
            QTest::addRow("%s, one cut", word.constData()) << int(step) << false << false << false;
            QTest::addRow("%s, passed once", word.constData()) << int(step) << true << true << false;
        }
        QTest::newRow("while it only began") << int(Step::Greeting) << true << false << false;
    }
    void alwaysAtTheSameStepNeedsTwoAndNoSuccess()
    {
        QFETCH(int, step);
        QFETCH(bool, twice);
        QFETCH(bool, passedOnce);
        QFETCH(bool, told);
        LineVisit visit;
        for (const Endpoint &door : {imap, smtp}) {
            visit.fact(Step::Connect, door);
            if (Step(step) != Step::Greeting)
                visit.fact(Step::Greeting, door);
            if (passedOnce)
                visit.fact(Step(step), door);
            if (twice || door == imap)
                visit.fact(Step(step), door, Failure::Reset);
        }
        const Verdict verdict = visit.judged();
        const Finding *const found = find(verdict, "line.cut-at-step");
        QCOMPARE(found != nullptr, told);
        if (told)
            QCOMPARE(found->values.value(u"step").toString(), model::name(Step(step)));
    }
};

QTEST_GUILESS_MAIN(Line)
#include "test_line.moc"
