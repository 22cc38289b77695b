// A name server on loopback that answers as it is told: every way in which a name does not resolve.
#include "net/resolver.h"
#include "support/loop.h"

#include <QHostAddress>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <QUdpSocket>

using model::Failure;
using namespace net;

namespace {

/// Speaks just enough DNS (RFC 1035): one question in, an rcode and an A or AAAA record out.
class NameServer
{
public:
    int rcode = 0;
    bool silent = false;
    bool garbage = false;
    bool v4 = true, v6 = false;
    int asked = 0;

    NameServer()
    {
        m_socket.bind(QHostAddress::LocalHost);
        QObject::connect(&m_socket, &QUdpSocket::readyRead, &m_socket, [this] { answer(); });
    }
    quint16 port() const { return m_socket.localPort(); }

private:
    void answer()
    {
        while (m_socket.hasPendingDatagrams()) {
            QByteArray query(qsizetype(m_socket.pendingDatagramSize()), '\0');
            QHostAddress from;
            quint16 port = 0;
            m_socket.readDatagram(query.data(), query.size(), &from, &port);
            ++asked;
            if (!silent)
                m_socket.writeDatagram(replyTo(query), from, port);
        }
    }

    QByteArray replyTo(const QByteArray &query) const
    {
        if (garbage)
            return query.left(2) + QByteArray("\x81\x80\xff\xff\xff\xff\xff\xff\xff\xff\xc0\x0c", 12);
        const qsizetype nameEnd = query.indexOf('\0', 12);
        const QByteArray question = query.mid(12, nameEnd + 5 - 12);
        const bool six = question.at(question.size() - 3) == 28;
        const bool has = rcode == 0 && (six ? v6 : v4);
        QByteArray reply = query.left(2) + QByteArray("\x81", 1) + char(0x80 | rcode)
            + QByteArray("\0\1\0", 3) + char(has) + QByteArray("\0\0\0\0", 4) + question;
        if (has && six)
            reply += QByteArray("\xc0\x0c\0\x1c\0\1\0\0\0\x3c\0\x10\x20\x01\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\1",
                                28);
        else if (has)
            reply += QByteArray("\xc0\x0c\0\1\0\1\0\0\0\x3c\0\4\xc0\0\2\7", 16);
        return reply;
    }

    QUdpSocket m_socket;
};

NameAnswer ask(const Environment &environment, const QString &host)
{
    Resolver resolver(environment, host);
    NameAnswer answer;
    bool done = false;
    QObject::connect(&resolver, &Resolver::answered, &resolver, [&](const NameAnswer &heard) {
        answer = heard;
        done = true;
    });
    resolver.start();
    if (done || !support::until([&done] { return done; }))
        answer.v4.failure = answer.v6.failure = Failure::Cancelled; // not from the event loop, or never
    return answer;
}

Environment worldOf(const QList<const NameServer *> &servers)
{
    Environment world;
    world.bounds = world.bounds.scaled(0.05);
    for (const NameServer *const server : servers)
        world.resolvers.append({QHostAddress(QHostAddress::LocalHost), server->port()});
    return world;
}

const QString name = QStringLiteral("mail.example.test");

} // namespace

class Resolving : public QObject
{
    Q_OBJECT
private slots:
    void failuresHaveTheirOwnNames_data();
    void failuresHaveTheirOwnNames();
    void silenceAndGarbageEnd();
    void nobodyListeningEnds();
    void addressesOfBothFamiliesAreTold();
    void oneFamilyIsEnough();
    void theSecondServerIsAskedToo();
    void aBusyMomentSkipsNoServer();
    void unknownNamesAreNotAskedTwice();
    void literalsRoutesAndLocalhostNeedNoServer();
    void malformedNamesAreNotAsked();
    void deletingItWhileItAsksIsSafe();
};

void Resolving::failuresHaveTheirOwnNames_data()
{
    QTest::addColumn<int>("rcode");
    QTest::addColumn<int>("failure");
    QTest::newRow("nxdomain") << 3 << int(Failure::NameUnknown);
    QTest::newRow("servfail") << 2 << int(Failure::ResolverFailed);
    QTest::newRow("refused") << 5 << int(Failure::ResolverRefused);
    QTest::newRow("notimp") << 4 << int(Failure::ResolverRefused);
    QTest::newRow("nodata") << 0 << int(Failure::NameWithoutAddress);
}

void Resolving::failuresHaveTheirOwnNames()
{
    QFETCH(int, rcode);
    QFETCH(int, failure);
    NameServer server;
    server.rcode = rcode;
    server.v4 = false;
    const NameAnswer answer = ask(worldOf({&server}), name);
    QCOMPARE(int(answer.failure()), failure);
    QVERIFY(answer.addresses().isEmpty());
}

void Resolving::silenceAndGarbageEnd()
{
    NameServer silent;
    silent.silent = true;
    QCOMPARE(ask(worldOf({&silent}), name).failure(), Failure::ResolverSilent);
    NameServer broken;
    broken.garbage = true;
    const Failure failure = ask(worldOf({&broken}), name).failure();
    QVERIFY2(failure == Failure::NameMalformed || failure == Failure::ResolverSilent,
             qPrintable(model::name(failure)));
}

void Resolving::nobodyListeningEnds()
{
    Environment world;
    {
        const NameServer gone;
        world = worldOf({&gone});
    }
    QCOMPARE(ask(world, name).failure(), Failure::ResolverSilent);
}

void Resolving::addressesOfBothFamiliesAreTold()
{
    NameServer server;
    server.v6 = true;
    const NameAnswer answer = ask(worldOf({&server}), name + u'.');
    QCOMPARE(answer.failure(), Failure::None);
    QCOMPARE(answer.v4.addresses, QStringList(QStringLiteral("192.0.2.7")));
    QCOMPARE(answer.v6.addresses, QStringList(QStringLiteral("2001:db8::1")));
}

void Resolving::oneFamilyIsEnough()
{
    NameServer server;
    const NameAnswer answer = ask(worldOf({&server}), name);
    QCOMPARE(answer.failure(), Failure::None);
    QCOMPARE(answer.v6.failure, Failure::NameWithoutAddress);
}

void Resolving::theSecondServerIsAskedToo()
{
    NameServer failing, silent, good;
    failing.rcode = 2;
    silent.silent = true;
    QCOMPARE(ask(worldOf({&failing, &good}), name).failure(), Failure::None);
    QCOMPARE(ask(worldOf({&silent, &good}), name).failure(), Failure::None);
    QCOMPARE(ask(worldOf({&failing, &silent}), name).failure(), Failure::ResolverFailed);
}

void Resolving::aBusyMomentSkipsNoServer()
{
    // Two limits end the wait for the first server, one of c-ares and one of ours, at nearly the same time. A
    // loop that is busy then (a handshake) finds both over at once: that is one server that was silent.
    NameServer silent, good;
    silent.silent = true;
    Environment world = worldOf({&silent, &good});
    world.bounds = world.bounds.scaled(2);
    world.bounds.resolveTotalMs *= 10;
    const int limit = world.bounds.resolveQueryMs;
    for (int tries = 0; tries < 6; ++tries) {
        QTimer::singleShot(limit - 40, [] { QThread::msleep(80); });
        QCOMPARE(ask(world, name).failure(), Failure::None);
    }
}

void Resolving::unknownNamesAreNotAskedTwice()
{
    NameServer first, second;
    first.rcode = 3;
    QCOMPARE(ask(worldOf({&first, &second}), name).failure(), Failure::NameUnknown);
    QCOMPARE(second.asked, 0);
    QCOMPARE(first.asked, 2); // A and AAAA, no search domain behind them
}

void Resolving::literalsRoutesAndLocalhostNeedNoServer()
{
    NameServer server;
    server.rcode = 3;
    Environment world = worldOf({&server});
    world.route.add(QStringLiteral("imap.example.test:993=127.0.0.1:40993"));
    QCOMPARE(ask(world, QStringLiteral("imap.example.test")).addresses(),
             QStringList(QStringLiteral("127.0.0.1")));
    QCOMPARE(ask(world, QStringLiteral("192.0.2.1")).addresses(), QStringList(QStringLiteral("192.0.2.1")));
    QCOMPARE(ask(world, QStringLiteral("2001:db8::2")).v6.addresses,
             QStringList(QStringLiteral("2001:db8::2")));
    for (const char *name : {"localhost", "LOCALHOST.", "pop3.localhost"}) {
        QCOMPARE(ask(world, QString::fromLatin1(name)).v4.addresses,
                 QStringList(QStringLiteral("127.0.0.1")));
        QCOMPARE(ask(world, QString::fromLatin1(name)).v6.addresses, QStringList(QStringLiteral("::1")));
    }
}

void Resolving::malformedNamesAreNotAsked()
{
    NameServer server;
    QCOMPARE(ask(worldOf({&server}), QStringLiteral("not a name")).failure(), Failure::NameMalformed);
    QCOMPARE(ask(worldOf({&server}), QString()).failure(), Failure::NameMalformed);
    QCOMPARE(server.asked, 0);
}

void Resolving::deletingItWhileItAsksIsSafe()
{
    NameServer server;
    server.silent = true;
    auto resolver = std::make_unique<Resolver>(worldOf({&server}), name);
    resolver->start();
    QVERIFY(support::until([&server] { return server.asked > 0; }));
    resolver.reset();
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(Resolving)
#include "test_resolver.moc"
