// Options that cannot be understood stop the start with a word for it; nothing is guessed.
#include "session/diagnosis.h"
#include "session/servers.h"
#include "session/world.h"

#include <QTemporaryDir>
#include <QtTest>

using session::Options;

class WorldTest : public QObject
{
    Q_OBJECT
private slots:
    void readsResolvers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("port");
        QTest::newRow("bare") << "192.0.2.53"
                              << "192.0.2.53" << 53;
        QTest::newRow("with port") << "192.0.2.53:5353"
                                   << "192.0.2.53" << 5353;
        QTest::newRow("IPv6") << "2001:db8::53"
                              << "2001:db8::53" << 53;
        QTest::newRow("IPv6 with port") << "[2001:db8::53]:5353"
                                        << "2001:db8::53" << 5353;
        QTest::newRow("name") << "resolver.example"
                              << "" << 0;
        QTest::newRow("nothing") << ""
                                 << "" << 0;
        QTest::newRow("port 0") << "192.0.2.53:0"
                                << "" << 0;
        QTest::newRow("port too large") << "192.0.2.53:65536"
                                        << "" << 0;
        QTest::newRow("port is a word") << "192.0.2.53:dns"
                                        << "" << 0;
        QTest::newRow("negative port") << "192.0.2.53:-1"
                                       << "" << 0;
    }
    void readsResolvers()
    {
        QFETCH(QString, text);
        QFETCH(QString, address);
        const auto read = session::readResolver(text);
        QCOMPARE(read.has_value(), !address.isEmpty());
        if (read) {
            QCOMPARE(read->first.toString(), address);
            QTEST(int(read->second), "port");
        }
    }
    void saysWhichOptionIsWrong_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::newRow("scale of nothing") << "timeout-scale"
                                          << "0";
        QTest::newRow("negative scale") << "timeout-scale"
                                        << "-1";
        QTest::newRow("endless scale") << "timeout-scale"
                                       << "inf";
        QTest::newRow("no number") << "timeout-scale"
                                   << "nan";
        QTest::newRow("route") << "route"
                               << "nonsense";
        QTest::newRow("resolver") << "resolver"
                                  << "nonsense";
        QTest::newRow("authority") << "ca"
                                   << "/nonexistent.pem";
        QTest::newRow("provider") << "provider"
                                  << "no-such-provider";
    }
    void saysWhichOptionIsWrong()
    {
        QFETCH(QString, option);
        QFETCH(QString, value);
        Options options;
        if (option == u"timeout-scale")
            options.timeoutScale = value.toDouble();
        if (option == u"route")
            options.routes = {value};
        if (option == u"resolver")
            options.resolvers = {value};
        if (option == u"ca")
            options.caFile = value;
        if (option == u"provider")
            options.providerFileOrId = value;
        session::Diagnosis diagnosis(options);
        QVERIFY2(diagnosis.error().startsWith(option), qPrintable(diagnosis.error()));
        diagnosis.look(); // and does not look at anything
        QVERIFY(!diagnosis.isLooking());
    }
    void aPackThatIsRefusedNamesItsFile()
    {
        QTemporaryDir folder;
        QFile pack(folder.filePath(QStringLiteral("pack.json")));
        QVERIFY(pack.open(QIODevice::WriteOnly));
        pack.write("{ \"schema\": \"todoku-pack/1\", \"nonsense\": 1 }");
        pack.close();
        Options options;
        options.providerFileOrId = pack.fileName();
        const QString error = session::Diagnosis(options).error();
        QVERIFY2(error.startsWith(u"provider-unreadable: ") && error.contains(pack.fileName()),
                 qPrintable(error));
    }
    void anUnknownPracticeFaultIsAnError()
    {
        Options options;
        options.practice = true;
        options.practiceFaults = {QStringLiteral("no-such-fault")};
        QVERIFY(session::Diagnosis(options).error().startsWith(u"practice-failed: "));
    }
    void serversComeOnceAndTheAccountsFirst()
    {
        const model::Endpoint own{QStringLiteral("own.example.test"), 993, model::Protocol::Imap,
                                  model::Security::Tls};
        const model::Endpoint packs{QStringLiteral("imap.example.test"), 993, model::Protocol::Imap,
                                    model::Security::Tls};
        model::Case visit;
        model::Provider provider;
        provider.incoming = {{packs, {}, true}, {own, {}, true}};
        visit.provider = provider;
        model::Account account;
        account.incoming = model::ServerSettings{own, {}, {}};
        model::AppProfile profile;
        profile.accounts = {account};
        model::MailApp app;
        app.profiles = {profile};
        visit.apps = {app};
        QCOMPARE(session::configuredServers(visit), (QList<model::Endpoint>{own, packs}));
        QVERIFY(!session::loginServer(visit));
        model::Fact fact;
        fact.endpoint = packs;
        fact.step = model::Step::Capabilities;
        visit.add(fact);
        QVERIFY2(!session::loginServer(visit), "capabilities in clear text are no place for a password");
        fact.step = model::Step::Secure;
        fact.failure = model::Failure::CertificateRejected;
        visit.add(fact);
        QVERIFY(!session::loginServer(visit));
        fact.failure = model::Failure::None;
        visit.add(fact);
        QCOMPARE(session::loginServer(visit)->host, packs.host);
    }
};

QTEST_GUILESS_MAIN(WorldTest)
#include "test_world.moc"
