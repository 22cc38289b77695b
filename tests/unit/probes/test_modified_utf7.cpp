// Folder names of IMAP: what servers send comes out readable, and nonsense is refused rather than guessed.
#include "probes/modified_utf7.h"

#include <QTest>

class ModifiedUtf7 : public QObject
{
    Q_OBJECT
private slots:
    void readsAndWrites_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << QByteArray("INBOX.Junk") << QStringLiteral("INBOX.Junk");
        QTest::newRow("Japanese") << QByteArray("&j,dg0TDhMPww6w-") << QStringLiteral("迷惑メール");
        QTest::newRow("ampersand") << QByteArray("Tom &- Jerry") << QStringLiteral("Tom & Jerry");
        QTest::newRow("mixed") << QByteArray("a&AOk-b") << QStringLiteral("aéb");
        QTest::newRow("beyond 16 bits") << QByteArray("&2D3c7A-") << QStringLiteral("📬");
        QTest::newRow("from RFC 3501")
            << QByteArray("~peter/mail/&U,BTFw-/&ZeVnLIqe-") << QStringLiteral("~peter/mail/台北/日本語");
        QTest::newRow("empty") << QByteArray() << QString();
    }
    void readsAndWrites()
    {
        QFETCH(QByteArray, wire);
        QFETCH(QString, name);
        QCOMPARE(probes::fromModifiedUtf7(wire).value_or(QStringLiteral("(refused)")), name);
        QCOMPARE(probes::toModifiedUtf7(name), wire);
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("never ended") << QByteArray("&j,dg");
        QTest::newRow("no base64") << QByteArray("&!!-");
        QTest::newRow("half a character") << QByteArray("&AA-");
        QTest::newRow("raw UTF-8") << QByteArray("迷惑メール");
        QTest::newRow("control character") << QByteArray("a\tb");
        QTest::newRow("half a pair") << QByteArray("&2D0-");
    }
    void refuses()
    {
        QFETCH(QByteArray, wire);
        QVERIFY(!probes::fromModifiedUtf7(wire));
    }
};

QTEST_GUILESS_MAIN(ModifiedUtf7)
#include "test_modified_utf7.moc"
