// Plain bytes behind the STARTTLS reply, stripped offers, PREAUTH, broken certificates: never a password.
#include "support/question.h"
#include "support/skips.h"

#include <QJsonArray>
#include <QTest>

using namespace support;
using model::Failure;
using model::Protocol;
using model::Security;

namespace {

struct Upgrade
{
    Script before; ///< up to the command STARTTLS, heard
    QByteArray agree;
    QByteArray injected;
};

Upgrade upgradeOf(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Smtp:
        return {
            {send("220 hi\r\n"), hearLine("EHLO"), send("250-x\r\n250 STARTTLS\r\n"), hearLine("STARTTLS")},
            "220 go\r\n",
            "250-evil\r\n250 AUTH PLAIN LOGIN\r\n235 welcome\r\n"};
    case Protocol::Imap:
        return {{send("* OK hi\r\n"), hearLine("t1"), send("* CAPABILITY IMAP4rev1 STARTTLS\r\nt1 OK\r\n"),
                 hearLine("t2")},
                "t2 OK go\r\n",
                "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\nt3 OK\r\nt4 OK\r\n"};
    case Protocol::Pop3:
        return {{send("+OK hi\r\n"), hearLine("CAPA"), send("+OK\r\nSTLS\r\n.\r\n"), hearLine("STLS")},
                "+OK go\r\n",
                "+OK\r\nUSER\r\n.\r\n+OK\r\n+OK\r\n"};
    }
    Q_UNREACHABLE();
}

QByteArray encoded()
{
    return (QByteArray(1, '\0') + "hanako@practice.example" + '\0' + canary.toUtf8()).toBase64();
}

bool heardPassword(const ScriptedServer &server)
{
    return server.heard().contains(canary.toUtf8()) || server.heard().contains(canary.toUtf8().toBase64())
        || server.heard().contains(encoded());
}

void protocols()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::newRow("smtp") << Protocol::Smtp;
    QTest::newRow("imap") << Protocol::Imap;
    QTest::newRow("pop3") << Protocol::Pop3;
}

} // namespace

class Injection : public QObject
{
    Q_OBJECT
private slots:
    void inTheSameSegmentIsCounted_data() { protocols(); }
    void inTheSameSegmentIsCounted();
    void splitAnywhereIsNeverAccepted_data() { protocols(); }
    void splitAnywhereIsNeverAccepted();
    void ofHalfALineIsSeen();
    void strippedOffersEndBeforeThePassword_data();
    void strippedOffersEndBeforeThePassword();
    void brokenCertificatesEndBeforeThePassword_data();
    void brokenCertificatesEndBeforeThePassword();
};

void Injection::inTheSameSegmentIsCounted()
{
    QFETCH(Protocol, protocol);
    const Upgrade upgrade = upgradeOf(protocol);
    ScriptedServer server({upgrade.before + Script{send(upgrade.agree + upgrade.injected), tls()}});
    Question question(server, practiceDoor(protocol, Security::StartTls));
    const auto facts = question.login();
    QCOMPARE(told(facts), QStringLiteral("secure tls-injected, login not-tried"));
    QCOMPARE(facts.first().seen.value(QStringLiteral("stray_bytes")).toInt(), int(upgrade.injected.size()));
    QVERIFY(!heardPassword(server));
}

void Injection::splitAnywhereIsNeverAccepted()
{
    SKIP_WHERE_NO_TLS_SERVER();
    QFETCH(Protocol, protocol);
    const Upgrade upgrade = upgradeOf(protocol);
    const QByteArray all = upgrade.agree + upgrade.injected;
    for (qsizetype at = 1; at < all.size(); ++at) {
        ScriptedServer server(
            {upgrade.before + Script{send(all.left(at)), pauseNow(), send(all.mid(at)), tls()}});
        Question question(server, practiceDoor(protocol, Security::StartTls));
        const auto facts = question.login();
        const QString verdict = told(facts);
        // Too late for us to see it as plain text: then it breaks the handshake. Nothing else is right.
        QVERIFY2(verdict == u"secure tls-injected, login not-tried"
                     || verdict == u"secure handshake-failed, login not-tried"
                     || verdict == u"secure tls-too-old, login not-tried",
                 qPrintable(QString::number(at) + QStringLiteral(": ") + verdict));
        QVERIFY(!heardPassword(server));
    }
}

void Injection::ofHalfALineIsSeen()
{
    const Upgrade upgrade = upgradeOf(Protocol::Smtp);
    ScriptedServer server({upgrade.before + Script{send(upgrade.agree + "250-AUTH XFAKE"), tls()}});
    Question question(server, practiceDoor(Protocol::Smtp, Security::StartTls));
    QCOMPARE(told(question.login()), QStringLiteral("secure tls-injected, login not-tried"));
}

void Injection::strippedOffersEndBeforeThePassword_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char *name, Protocol protocol, const Script &script, const char *verdict) {
        QTest::newRow(name) << protocol << script << QString::fromLatin1(verdict);
    };
    row("smtp stripped", Protocol::Smtp,
        {send("220 hi\r\n"), hearLine("EHLO"), send("250-x\r\n250-XXXXXXXA\r\n250 AUTH PLAIN LOGIN\r\n")},
        "secure not-offered");
    row("smtp old", Protocol::Smtp, {send("220 hi\r\n"), hearLine("EHLO"), send("502 what?\r\n")},
        "secure not-offered");
    row("imap stripped", Protocol::Imap,
        {send("* OK hi\r\n"), hearLine("t1"), send("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nt1 OK\r\n")},
        "secure not-offered");
    row("pop3 stripped", Protocol::Pop3, {send("+OK hi\r\n"), hearLine("CAPA"), send("+OK\r\nUSER\r\n.\r\n")},
        "secure not-offered");
    row("preauth", Protocol::Imap, {send("* PREAUTH welcome\r\n")}, "greeting preauth");
    row("preauth with offers", Protocol::Imap, {send("* PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] hi\r\n")},
        "greeting preauth");
    row("refused", Protocol::Smtp, upgradeOf(Protocol::Smtp).before + Script{send("454 not now\r\n")},
        "secure tls-refused");
    row("refused imap", Protocol::Imap, upgradeOf(Protocol::Imap).before + Script{send("t2 NO\r\n")},
        "secure tls-refused");
    row("refused pop3", Protocol::Pop3, upgradeOf(Protocol::Pop3).before + Script{send("-ERR\r\n")},
        "secure tls-refused");
    row("354 instead", Protocol::Smtp, upgradeOf(Protocol::Smtp).before + Script{send("354 go on\r\n")},
        "secure protocol-error");
    row("plus instead", Protocol::Imap, upgradeOf(Protocol::Imap).before + Script{send("+ go on\r\n")},
        "secure protocol-error");
    row("no handshake", Protocol::Smtp, upgradeOf(Protocol::Smtp).before + Script{send("220 go\r\n")},
        "secure handshake-timeout");
}

void Injection::strippedOffersEndBeforeThePassword()
{
    QFETCH(Protocol, protocol);
    QFETCH(Script, script);
    QFETCH(QString, verdict);
    ScriptedServer server({script});
    Question question(server, practiceDoor(protocol, Security::StartTls), 0.03);
    QCOMPARE(told(question.login()), verdict + QStringLiteral(", login not-tried"));
    QVERIFY(!heardPassword(server));
    QCOMPARE(server.connections(), 1);
}

void Injection::brokenCertificatesEndBeforeThePassword_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<Security>("security");
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QString>("reason");
    const QList<QPair<QByteArray, const char *>> broken = {{"self-signed", "self-signed"},
                                                           {"expired", "expired"},
                                                           {"not-yet-valid", "not-yet-valid"},
                                                           {"other-name", "name"},
                                                           {"unknown-authority", "unknown-authority"},
                                                           {"chain-missing", "chain"}};
    for (const Protocol protocol : {Protocol::Pop3, Protocol::Imap, Protocol::Smtp})
        for (const Security security : {Security::Tls, Security::StartTls})
            for (const auto &[file, reason] : broken)
                QTest::addRow("%s %s %s", qPrintable(model::name(protocol)),
                              qPrintable(model::name(security)), file.constData())
                    << protocol << security << file << QString::fromLatin1(reason);
}

void Injection::brokenCertificatesEndBeforeThePassword()
{
    SKIP_WHERE_NO_TLS_SERVER();
    QFETCH(Protocol, protocol);
    QFETCH(Security, security);
    QFETCH(QByteArray, certificate);
    QFETCH(QString, reason);
    const Upgrade upgrade = upgradeOf(protocol);
    Script script{tls(certificate)};
    if (security == Security::StartTls)
        script = upgrade.before + Script{send(upgrade.agree), tls(certificate)};
    ScriptedServer server({script + Script{send(upgrade.injected)}});
    Question question(server, practiceDoor(protocol, security), 0.2);
    const auto facts = question.login();
    QCOMPARE(told(facts), QStringLiteral("secure certificate-rejected, login not-tried"));
    QVERIFY(facts.first().seen.value(QStringLiteral("certificate_errors")).toArray().contains(reason));
    QVERIFY(!facts.first().seen.value(QStringLiteral("certificate_until")).toString().isEmpty());
    QVERIFY(!heardPassword(server));
}

QTEST_GUILESS_MAIN(Injection)
#include "test_injection.moc"
