// Name servers that are dead, that lie, and names that lead nowhere: from both sides.
#include "rules/explanations.h"
#include "rules/ip_address.h"
#include "unit/rules/line_visit.h"

#include <QSet>
#include <QtTest>

#include <functional>

using namespace support;
using World = std::function<void(LineVisit &)>;
Q_DECLARE_METATYPE(World)

namespace {

LineVisit &answer(LineVisit &visit, std::initializer_list<const char *> addresses, QJsonObject more = {})
{
    more.insert(seen::addresses, list(addresses));
    visit.fact(Step::Resolve, LineVisit::nameOf(imap), Failure::None, more);
    return visit;
}

LineVisit &record(LineVisit &visit, const char *kind, std::initializer_list<const char *> targets,
                  const Endpoint &like, bool loops = false)
{
    QJsonObject there{{seen::record, QString::fromLatin1(kind)}, {seen::targets, list(targets)}};
    if (loops)
        there.insert(seen::loops, true);
    visit.add({0, Step::NameServer, LineVisit::nameOf(like), {}, Failure::None, 1, there, {}});
    return visit;
}

const QJsonObject byName{{seen::answeredBy, QStringLiteral("name-server")}};
const QJsonObject byHosts{{seen::answeredBy, QStringLiteral("hosts")}, {seen::hostsLine, 7}};

} // namespace

class NameService : public QObject
{
    Q_OBJECT
private slots:
    void theWholeVerdict_data()
    {
        QTest::addColumn<World>("world");
        QTest::addColumn<QString>("ids");
        const auto row = [](const char *what, const char *ids, const World &world) {
            QTest::newRow(what) << world << QString::fromLatin1(ids);
        };
        const auto well = [](LineVisit &v) -> LineVisit & {
            v.works(imap).works(smtp);
            return v;
        };
        row("both name servers answer", "", [&](LineVisit &v) {
            well(v).nameServer("192.0.2.1", Failure::None).nameServer("192.0.2.2", Failure::None);
        });
        row("one of two is silent", "dns.resolver-partly-dead", [&](LineVisit &v) {
            well(v).nameServer("192.0.2.1", Failure::None).nameServer("192.0.2.2", Failure::ResolverSilent);
        });
        row("one of two refuses", "dns.resolver-partly-dead", [&](LineVisit &v) {
            well(v).nameServer("192.0.2.1", Failure::ResolverRefused).nameServer("192.0.2.2", Failure::None);
        });
        row("the only one is silent: not partly", "dns.resolver-silent", [](LineVisit &v) {
            v.resolves(Failure::ResolverSilent).nameServer("192.0.2.1", Failure::ResolverSilent);
        });
        row("silent for one name, alive for another", "", [&](LineVisit &v) {
            well(v).nameServer("192.0.2.1", Failure::ResolverSilent);
            v.nameServer("192.0.2.1", Failure::None, {{seen::madeUp, true}});
        });
        row("a made-up name has an address", "dns.resolver-lies", [&](LineVisit &v) {
            well(v).nameServer("192.0.2.1", Failure::None,
                               {{seen::madeUp, true}, {seen::addresses, list({"203.0.113.80"})}});
        });
        row("a made-up name has none", "", [&](LineVisit &v) {
            well(v).nameServer("192.0.2.1", Failure::None,
                               {{seen::madeUp, true}, {seen::addresses, QJsonArray()}});
        });
        row("the mail server \"is\" where all invented names are", "dns.name-unknown dns.resolver-lies",
            [](LineVisit &v) {
                answer(v, {"203.0.113.80"}, byName).fact(Step::Connect, imap, Failure::Refused);
                v.works(smtp).fact(
                    Step::NameServer, LineVisit::nameOf(imap), Failure::None,
                    {{seen::madeUp, true}, {seen::addresses, list({"203.0.113.80", "203.0.113.81"})}});
            });
        row("aliases in a circle", "dns.misconfigured", [](LineVisit &v) {
            v.fact(Step::Resolve, LineVisit::nameOf(imap), Failure::NameWithoutAddress).works(smtp);
            record(v, "cname", {"a.example.ne.jp", "imap.example.ne.jp"}, imap, true);
        });
        row("an alias that ends nowhere", "dns.name-without-address", [](LineVisit &v) {
            v.fact(Step::Resolve, LineVisit::nameOf(imap), Failure::NameWithoutAddress).works(smtp);
            record(v, "cname", {"a.example.ne.jp"}, imap);
        });
        row("the domain takes no mail", "dns.misconfigured", [&](LineVisit &v) {
            record(well(v), "mx", {"."}, {QStringLiteral("example.ne.jp"), 0, Protocol::Imap, Security::Tls});
        });
        row("the domain takes mail", "", [&](LineVisit &v) {
            record(well(v), "mx", {"mx.example.ne.jp"},
                   {QStringLiteral("example.ne.jp"), 0, Protocol::Imap, Security::Tls});
        });
        row("no MX at all is no fault of the name", "", [&](LineVisit &v) {
            record(well(v), "mx", {}, {QStringLiteral("example.ne.jp"), 0, Protocol::Imap, Security::Tls});
        });
        row("the service is declared absent, and is", "server.port-closed dns.misconfigured",
            [](LineVisit &v) {
                v.works(smtp).fact(Step::Connect, imap, Failure::Refused);
                record(v, "srv", {"."},
                       {QStringLiteral("_imaps._tcp.example.ne.jp"), 0, Protocol::Imap, Security::Tls});
            });
        row("declared absent in clear text, and works encrypted", "", [&](LineVisit &v) {
            record(well(v), "srv", {"."},
                   {QStringLiteral("_imap._tcp.example.ne.jp"), 0, Protocol::Imap, Security::StartTls});
        });
        row("an entry of the hosts file leads astray", "dns.hosts-override", [](LineVisit &v) {
            answer(v, {"203.0.113.5"}, byHosts).works(smtp).fact(Step::Connect, imap, Failure::Refused);
        });
        row("an entry of the hosts file that is right", "",
            [&](LineVisit &v) { answer(well(v), {"203.0.113.5"}, byHosts); });
        row("this PC itself, by the name service", "dns.hosts-override", [](LineVisit &v) {
            answer(v, {"127.0.0.1"}, byName).works(smtp).fact(Step::Connect, imap, Failure::Refused);
        });
        row("this PC itself, by a route", "server.port-closed", [](LineVisit &v) {
            answer(v, {"127.0.0.1"}).works(smtp).fact(Step::Connect, imap, Failure::Refused);
        });
        row("an entry for one kind of address, and the other kind works", "dns.hosts-override",
            [](LineVisit &v) {
                answer(v, {"127.0.0.2", "2001:db8::2"}, byHosts).works(smtp);
                v.fact(Step::Connect, imap, Failure::Refused, {}, 1, QStringLiteral("127.0.0.2"));
                for (const Step step : {Step::Connect, Step::Greeting, Step::Secure})
                    v.fact(step, imap, Failure::None, {}, 9, QStringLiteral("2001:db8::2"));
            });
        row("a company's own server that speaks mail under another name", "server.port-closed",
            [](LineVisit &v) {
                answer(v, {"10.1.2.3"}, byName).works(smtp);
                v.fact(Step::Greeting, smtp, Failure::None, {}, 9, QStringLiteral("10.1.2.3"));
                v.fact(Step::Connect, imap, Failure::Refused, {}, 1, QStringLiteral("10.1.2.3"));
            });
        row("nowhere", "dns.hosts-override", [](LineVisit &v) {
            answer(v, {"0.0.0.0"}, byName).works(smtp).fact(Step::Connect, imap, Failure::Refused);
        });
        row("a company's own server that works", "",
            [&](LineVisit &v) { answer(well(v), {"10.1.2.3"}, byName); });
        row("a company's own server that is silent: both fit", "dns.hosts-override server.port-filtered",
            [](LineVisit &v) {
                answer(v, {"10.1.2.3"}, byName)
                    .works(smtp)
                    .fact(Step::Connect, imap, Failure::ConnectTimeout);
            });
        row("a private address whose machine speaks mail, if late", "server.slow-greeting", [](LineVisit &v) {
            answer(v, {"192.168.1.5"}, byName).works(smtp).works(imap);
            v.fact(Step::Greeting, imap, Failure::None, {}, 6000);
        });
    }
    void theWholeVerdict()
    {
        QFETCH(World, world);
        QFETCH(QString, ids);
        LineVisit visit;
        world(visit);
        const Verdict judged = visit.judged();
        QSet<QString> found, wanted;
        for (const QString &id : idsOf(judged).split(u' ', Qt::SkipEmptyParts))
            found.insert(id);
        for (const QString &id : ids.split(u' ', Qt::SkipEmptyParts))
            wanted.insert(id);
        QCOMPARE(found, wanted);
        QCOMPARE(brokenPromise(judged), QString());
    }

    void theHostsFilesLineIsNamed()
    {
        LineVisit visit;
        answer(visit, {"203.0.113.5"}, byHosts)
            .works(smtp)
            .fact(Step::Connect, imap, Failure::ConnectTimeout);
        const Verdict verdict = visit.judged();
        QCOMPARE(find(verdict, "dns.hosts-override")->values.value(u"line").toInt(), 7);
    }

    void addressesAreReadAndPlaced_data()
    {
        QTest::addColumn<QString>("literal");
        QTest::addColumn<QString>("kind"); // "" unreadable
        const auto row = [](const char *literal, const char *kind) {
            QTest::newRow(*literal ? literal : "empty")
                << QString::fromLatin1(literal) << QString::fromLatin1(kind);
        };
        for (const char *literal :
             {"", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.-4", "0001.2.3.4", "a.b.c.d", ":", "1:2:3",
              "::1::2", "12345::", "1:2:3:4:5:6:7:8:9", "1::2:3:4:5:6:7:8", "::1.2.3", "host.example"})
            row(literal, "");
        for (const char *literal : {"127.0.0.1", "127.255.0.9", "::1"})
            row(literal, "loopback");
        for (const char *literal : {"0.0.0.0", "::"})
            row(literal, "nowhere");
        for (const char *literal : {"10.0.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "169.254.1.1",
                                    "fd00::1", "fe80::1%eth0"})
            row(literal, "private");
        for (const char *literal :
             {"172.32.0.1", "100.128.0.1", "8.8.8.8", "2001:db8::1", "64:ff9b::192.0.2.1"})
            row(literal, "public");
    }
    void addressesAreReadAndPlaced()
    {
        QFETCH(QString, literal);
        QFETCH(QString, kind);
        const auto address = rules::ipAddress(literal);
        QCOMPARE(address.has_value(), !kind.isEmpty());
        if (!address)
            return;
        QCOMPARE(address->isLoopback(), kind == u"loopback");
        QCOMPARE(address->isNowhere(), kind == u"nowhere");
        QCOMPARE(address->isPrivate(), kind == u"private");
        QCOMPARE(address->isPublic(), kind == u"public");
    }
    void networksThatCannotBeReadHoldNobody()
    {
        const auto address = rules::ipAddress(QStringLiteral("203.0.113.7"));
        for (const char *network : {"203.0.113.0/24", "203.0.113.7", "203.0.113.7/32", "0.0.0.0/0"})
            QVERIFY2(address->isIn(QString::fromLatin1(network)), network);
        for (const char *network : {"203.0.112.0/24", "203.0.113.0/33", "203.0.113.0/-1", "203.0.113.0/x", "",
                                    "/8", "::/0", "203.0.113.8/31"})
            QVERIFY2(!address->isIn(QString::fromLatin1(network)), network);
    }

    void everyExplanationNamesFindingsThatExist()
    {
        const auto known = [](const QString &pattern) {
            for (const rules::FindingKind &kind : rules::findingKinds()) {
                const QString id = QString::fromLatin1(kind.id);
                if (pattern.endsWith(u'.') ? id.startsWith(pattern) : id == pattern)
                    return true;
            }
            return false;
        };
        for (const rules::Explanation &one : rules::explanations()) {
            QVERIFY2(known(QString::fromLatin1(one.cause)), one.cause);
            for (const char *pattern : one.follows)
                QVERIFY2(known(QString::fromLatin1(pattern)), pattern);
        }
    }
};

QTEST_GUILESS_MAIN(NameService)
#include "test_name_service.moc"
