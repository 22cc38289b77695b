// The system's tables, its list of names, and answers in HTTP: read as they are, refused where they are not.
#include "net/gateways.h"
#include "net/hosts_file.h"
#include "net/http_page.h"
#include "support/loop.h"

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>

using model::Failure;
using namespace net;

namespace {

/// Says this to whoever connects, once it has heard a whole request; closes behind it if told so.
class Pages : public QTcpServer
{
public:
    QByteArray answer, heard;
    bool closes = false;

    Pages()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *const socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                heard += socket->readAll();
                if (!heard.endsWith("\r\n\r\n"))
                    return;
                socket->write(answer);
                if (closes)
                    socket->disconnectFromHost();
            });
        });
    }
    Environment world(const QString &host = QStringLiteral("page.test")) const
    {
        Environment world;
        world.bounds = world.bounds.scaled(0.1);
        world.route.add(host, host == u"page.test" ? 80 : 3128, {QStringLiteral("127.0.0.1"), serverPort()});
        return world;
    }
};

HttpAnswer ask(HttpPage &page)
{
    std::optional<HttpAnswer> answer;
    QObject::connect(&page, &HttpPage::answered, &page,
                     [&answer](const HttpAnswer &heard) { answer = heard; });
    page.start();
    HttpAnswer never;
    never.failure = Failure::Cancelled;
    if (answer)
        return never; // not from the event loop
    return support::until([&answer] { return answer.has_value(); }) ? *answer : never;
}

const QString host = QStringLiteral("page.test");

} // namespace

class LineParts : public QObject
{
    Q_OBJECT
private slots:
    void theRoutersAreReadOutOfTheTable()
    {
        const QByteArray table(
            "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"
            "wlan0\t00000000\t0102A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n"
            "eth0\t00000000\tFE01A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n"
            "eth0\t0001A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0\n"
            "ppp0\t00000000\t00000000\t0001\t0\t0\t0\t00000000\t0\t0\t0\n"
            "tun0\t00000000\t0100000A\t0002\t0\t0\t0\t00000000\t0\t0\t0\n"
            "tun1\t00000000\t0100000A\t0003\t0\t0\t0\t00000080\t0\t0\t0\n"
            "broken line\n");
        const QList<QHostAddress> wanted{QHostAddress(QStringLiteral("192.168.1.254")),
                                         QHostAddress(QStringLiteral("192.168.2.1"))};
        QCOMPARE(gatewaysInIpv4Table(table), wanted);
        QVERIFY(gatewaysInIpv4Table({}).isEmpty());
    }
    void theRoutersOfIpv6CarryTheirInterface()
    {
        const QByteArray zero(32, '0');
        const QByteArray router = "fe80000000000000000000000000" + QByteArray("0001");
        const QByteArray table = zero + " 00 " + zero + " 00 " + router
            + " 00000400 00000001 00000000 00000003 wlan0\n" + zero + " 00 " + zero + " 00 " + zero
            + " ffffffff 00000001 00000000 00200200 lo\n" + "fd" + QByteArray(30, '0') + " 40 " + zero
            + " 00 " + router + " 00000100 1 0 00000003 wlan0\n";
        const QList<QHostAddress> found = gatewaysInIpv6Table(table);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().toString(), QStringLiteral("fe80::1%wlan0"));
    }
    void aNeighbourIsWhoHasToldHisAddress()
    {
        const QByteArray table(
            "IP address       HW type     Flags       HW address            Mask     Device\n"
            "192.168.1.254    0x1         0x2         aa:bb:cc:00:11:22     *        eth0\n"
            "192.168.1.7      0x1         0x0         00:00:00:00:00:00     *        eth0\n");
        QVERIFY(isNeighbour(table, QHostAddress(QStringLiteral("192.168.1.254"))));
        QVERIFY(!isNeighbour(table, QHostAddress(QStringLiteral("192.168.1.7"))));
        QVERIFY(!isNeighbour(table, QHostAddress(QStringLiteral("192.168.1.2"))));
        QVERIFY(!isNeighbour({}, QHostAddress(QStringLiteral("192.168.1.254"))));
    }

    void theHostsFileIsReadByTheLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line"); // 0: not there
        QTest::newRow("first") << QByteArray("203.0.113.5 mail.test\n") << 1;
        QTest::newRow("second name") << QByteArray("# list\n203.0.113.5\twww.test  mail.test # ours\n") << 2;
        QTest::newRow("upper case") << QByteArray("203.0.113.5 MAIL.Test") << 1;
        QTest::newRow("Windows line ends") << QByteArray("\r\n\r\n203.0.113.5 mail.test\r\n") << 3;
        QTest::newRow("with a scope") << QByteArray("fe80::1%lo0 mail.test\n") << 1;
        QTest::newRow("two entries: the first counts")
            << QByteArray("203.0.113.5 mail.test\n203.0.113.6 mail.test\n") << 1;
        QTest::newRow("switched off") << QByteArray("#203.0.113.5 mail.test\n") << 0;
        QTest::newRow("in a comment") << QByteArray("203.0.113.5 www.test # mail.test\n") << 0;
        QTest::newRow("no address") << QByteArray("somewhere mail.test\n") << 0;
        QTest::newRow("name alone") << QByteArray("mail.test\n") << 0;
        QTest::newRow("longer name") << QByteArray("203.0.113.5 mail.test.example\n") << 0;
        QTest::newRow("empty") << QByteArray() << 0;
    }
    void theHostsFileIsReadByTheLine()
    {
        QFETCH(QByteArray, text);
        QTEST(hostsEntry(text, QStringLiteral("mail.test")).value_or(HostsEntry{}).line, "line");
        QTemporaryFile file;
        QVERIFY(file.open() && file.write(text) == text.size() && file.flush());
        QTEST(hostsEntryIn(file.fileName(), QStringLiteral("mail.test")).value_or(HostsEntry{}).line, "line");
    }
    void aHostsFileThatIsNotThereSaysNothing()
    {
        QVERIFY(!hostsEntryIn(QStringLiteral("/nonexistent/hosts"), QStringLiteral("localhost")));
    }

    void answersAreReadWhenTheyAreComplete_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("atEnd");
        QTest::addColumn<int>("status"); // -1: more is needed, 0: no HTTP
        QTest::addColumn<QByteArray>("body");
        const QByteArray head("HTTP/1.1 200 OK\r\n");
        const auto row
            = [](const char *what, const QByteArray &bytes, bool atEnd, int status,
                 const QByteArray &body = {}) { QTest::newRow(what) << bytes << atEnd << status << body; };
        row("sized", head + "Content-Length: 7\r\n\r\nsuccess", false, 200, "success");
        row("sized, half", head + "Content-Length: 7\r\n\r\nsucc", false, -1);
        row("sized, cut", head + "Content-Length: 7\r\n\r\nsucc", true, 200, "succ");
        row("until the end", head + "\r\nsuccess\n", true, 200, "success");
        row("until an end that has not come", head + "\r\nsuccess\n", false, -1);
        row("in chunks", head + "Transfer-Encoding: chunked\r\n\r\n3\r\nsuc\r\n4;x=y\r\ncess\r\n0\r\n\r\n",
            false, 200, "success");
        row("chunks that lie", head + "Transfer-Encoding: chunked\r\n\r\nffffffff\r\nsuc", true, 200, "");
        row("chunk larger than what came", head + "Transfer-Encoding: chunked\r\n\r\nff\r\nsuc", true, 200,
            "suc");
        row("chunk of negative size", head + "Transfer-Encoding: chunked\r\n\r\n-5\r\nsuc", true, 200, "");
        row("nothing to come", "HTTP/1.1 204 No Content\r\n\r\n", false, 204);
        row("leads away", "HTTP/1.0 302 Found\r\nLocation: http://Portal.test/?id=1\r\n\r\n", false, 302);
        row("head not ended", head, false, -1);
        row("head cut", head, true, 0);
        row("endless head", head + "X: " + QByteArray(Bounds::pageBytes, 'x'), false, 0);
        row("endless body", head + "\r\n" + QByteArray(Bounds::pageBytes, 'x'), false, 200,
            QByteArray(Bounds::pageBytes, 'x'));
        row("nothing", {}, true, 0);
        row("nothing yet", {}, false, -1);
        row("a mail server", "220 mx ESMTP\r\n", false, 0);
        row("binary", QByteArray("\x16\x03\x01", 3), false, 0);
    }
    void answersAreReadWhenTheyAreComplete()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, atEnd);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const auto answer = httpAnswerIn(bytes, atEnd);
        QCOMPARE(answer.has_value(), status >= 0);
        if (!answer)
            return;
        QCOMPARE(answer->status, status);
        QCOMPARE(answer->failure == Failure::None, status > 0);
        QCOMPARE(answer->body, body);
        if (status == 302)
            QCOMPARE(answer->redirectHost, QStringLiteral("portal.test")); // no path: it may tell who asks
    }
    void theAgeOfAStoredPageIsAddedToItsDate_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QString>("at");
        const QByteArray date("Date: Sun, 22 Nov 2026 10:00:00 GMT\r\n");
        QTest::newRow("fresh") << date << "2026-11-22T10:00:00Z";
        QTest::newRow("an hour old") << date + "Age: 3600\r\n"
                                     << "2026-11-22T11:00:00Z";
        QTest::newRow("age that is none") << date + "Age: old\r\n"
                                          << "2026-11-22T10:00:00Z";
        QTest::newRow("negative age") << date + "Age: -3600\r\n"
                                      << "2026-11-22T10:00:00Z";
        QTest::newRow("no date") << QByteArray("Age: 3600\r\n") << "";
        QTest::newRow("no such day") << QByteArray("Date: Sun, 99 Nov 2026 10:00:00 GMT\r\n") << "";
        QTest::newRow("another zone") << QByteArray("Date: Sun, 22 Nov 2026 10:00:00 +0900\r\n") << "";
    }
    void theAgeOfAStoredPageIsAddedToItsDate()
    {
        QFETCH(QByteArray, headers);
        const auto answer = httpAnswerIn("HTTP/1.1 204 x\r\n" + headers + "\r\n", false);
        QVERIFY(answer);
        const QString at
            = answer->sentAt.isValid() ? answer->sentAt.toUTC().toString(Qt::ISODate) : QString();
        QTEST(at, "at");
    }

    void aPageIsAskedForWithoutTellingWhoAsks()
    {
        Pages pages;
        pages.answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        HttpPage page(pages.world(), host, QStringLiteral("/check.txt"));
        const HttpAnswer answer = ask(page);
        QCOMPARE(answer.failure, Failure::None);
        QCOMPARE(answer.body, QByteArray("ok"));
        QCOMPARE(answer.address, QStringLiteral("127.0.0.1"));
        QVERIFY(pages.heard.startsWith("GET /check.txt HTTP/1.1\r\nHost: page.test\r\n"));
        for (const char *telling : {"Cookie", "User-Agent", "Referer", "From", "Authorization"})
            QVERIFY2(!pages.heard.contains(telling), telling);
    }
    void aProxyIsAskedForTheWholeAddress()
    {
        Pages pages;
        pages.answer = "HTTP/1.1 407 Log in\r\nContent-Length: 0\r\n\r\n";
        HttpPage page(pages.world(QStringLiteral("proxy.test")), host, QStringLiteral("/check.txt"));
        page.through(QStringLiteral("proxy.test"), 3128);
        QCOMPARE(ask(page).status, 407);
        QVERIFY(pages.heard.startsWith("GET http://page.test/check.txt HTTP/1.1\r\nHost: page.test\r\n"));
    }
    void theSystemsProxyIsNotAsked()
    {
        Pages pages, proxy;
        pages.answer = proxy.answer = "HTTP/1.1 204 x\r\n\r\n";
        QNetworkProxy::setApplicationProxy(
            {QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.serverPort()});
        HttpPage page(pages.world(), host, QStringLiteral("/"));
        const HttpAnswer answer = ask(page);
        QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
        QCOMPARE(answer.status, 204);
        QVERIFY(proxy.heard.isEmpty());
    }
    void whoDoesNotAnswerIsToldAsWhatHeIs_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("failure");
        QTest::newRow("silent") << 0 << int(Failure::Silent);
        QTest::newRow("hangs up") << 1 << int(Failure::ClosedEarly);
        QTest::newRow("closed") << 2 << int(Failure::Refused);
        QTest::newRow("speaks mail") << 3 << int(Failure::NotMail);
        QTest::newRow("no such name") << 4 << int(Failure::NameMalformed);
    }
    void whoDoesNotAnswerIsToldAsWhatHeIs()
    {
        QFETCH(int, kind);
        Pages pages;
        pages.closes = kind == 1;
        pages.answer = kind == 3 ? QByteArray("220 mx ESMTP\r\n") : QByteArray();
        const Environment world = pages.world();
        if (kind == 2)
            pages.close();
        HttpPage page(world, kind == 4 ? QStringLiteral("no host name") : host, QStringLiteral("/"));
        QTEST(int(ask(page).failure), "failure");
    }
    void deletingAPageUnderWayIsSafe()
    {
        Pages pages;
        auto page = std::make_unique<HttpPage>(pages.world(), host, QStringLiteral("/"));
        page->start();
        QVERIFY(support::until([&pages] { return !pages.heard.isEmpty(); }));
        page.reset();
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(LineParts)
#include "test_line_parts.moc"
