// Clients that somebody else wrote use the practice provider: more than our own reading of the RFCs.
#include "support/loop.h"
#include "support/places.h"
#include "support/practice_world.h"
#include "support/skips.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using support::PracticeWorld;

namespace {

QString anchorFile(const PracticeWorld &world, const QTemporaryDir &folder)
{
    const QString path = folder.filePath(QStringLiteral("authority.crt"));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(world.provider.anchors().first().toPem());
    return path;
}

/// Exit code, with everything printed; the event loop serves meanwhile.
int run(const QString &program, const QStringList &arguments, QByteArray *output)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!support::until([&] { return process.state() == QProcess::NotRunning; }, 60'000))
        process.kill();
    process.waitForFinished(5'000);
    *output = process.readAll();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

} // namespace

class TestForeignClients : public QObject
{
    Q_OBJECT
private slots:
    void python_data();
    void python();
    void curl_data();
    void curl();
};

void TestForeignClients::python_data()
{
    QTest::addColumn<int>("deliveries");
    QTest::newRow("smtp_submission") << 1;
    QTest::newRow("smtp_tls") << 1;
    QTest::newRow("pop") << 0;
    QTest::newRow("imap") << 0;
}

void TestForeignClients::python()
{
    SKIP_WHERE_NO_TLS_SERVER();
    QFETCH(int, deliveries);
    PracticeWorld world;
    QVERIFY(world.started());
    const QTemporaryDir folder;
    QStringList ports;
    for (const int port : {25, 110, 143, 465, 587, 993, 995})
        ports << QStringLiteral("%1=%2").arg(port).arg(world.port(quint16(port)));
    QByteArray output;
    const int code = run(QStringLiteral("python3"),
                         {support::inSource("tests/unit/practice/clients.py"),
                          QString::fromLatin1(QTest::currentDataTag()),
                          QStringLiteral("mail.practice.example"), ports.join(u','),
                          anchorFile(world, folder), world.provider.address(), world.provider.password()},
                         &output);
    QVERIFY2(code == 0, output.constData());
    QCOMPARE(world.provider.deliveries().size(), deliveries);
    QCOMPARE(world.provider.passwordsInClear(), 0);
}

void TestForeignClients::curl_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("port");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QByteArray>("expected");
    const QStringList upgrade{QStringLiteral("--ssl-reqd")};
    QTest::newRow("pop3s list") << QStringLiteral("pop3s://mail.practice.example:%1/") << 995 << QStringList()
                                << QByteArray("\r\n12 ");
    QTest::newRow("pop3 with STLS") << QStringLiteral("pop3://mail.practice.example:%1/1") << 110 << upgrade
                                    << QByteArray("Subject: ");
    QTest::newRow("imaps search") << QStringLiteral("imaps://mail.practice.example:%1/INBOX?ALL") << 993
                                  << QStringList() << QByteArray("* SEARCH 1 2 3");
    QTest::newRow("imap with STARTTLS, one message")
        << QStringLiteral("imap://mail.practice.example:%1/INBOX;MAILINDEX=1") << 143 << upgrade
        << QByteArray("Subject: ");
}

void TestForeignClients::curl()
{
    if (QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty())
        QSKIP("curl is not installed");
    QFETCH(QString, url);
    QFETCH(int, port);
    QFETCH(QStringList, more);
    QFETCH(QByteArray, expected);
    PracticeWorld world;
    QVERIFY(world.started());
    const QTemporaryDir folder;
    const quint16 real = world.port(quint16(port));
    const QString user = world.provider.address() + u':' + world.provider.password();
    QByteArray output;
    const int code
        = run(QStringLiteral("curl"),
              QStringList{QStringLiteral("-sS"), QStringLiteral("--max-time"), QStringLiteral("20"),
                          QStringLiteral("--cacert"), anchorFile(world, folder), QStringLiteral("--resolve"),
                          QStringLiteral("mail.practice.example:%1:127.0.0.1").arg(real),
                          QStringLiteral("-u"), user, url.arg(real)}
                  + more,
              &output);
    QVERIFY2(code == 0, output.constData());
    QVERIFY2(output.contains(expected), output.constData());
}

QTEST_GUILESS_MAIN(TestForeignClients)
#include "test_foreign_clients.moc"
