// POP3 up to encryption (RFC 2595), hostile: stripped, faked, doubled, injected. The password stays here.
#include "support/upgrade_case.h"

using namespace support;

namespace {

const Script greeted{send("+OK hi\r\n"), hearLine("CAPA")};
const Script offered = greeted + Script{send("+OK\r\nSTLS\r\n.\r\n"), hearLine("STLS")};
const Script secured = offered + Script{send("+OK go\r\n"), tls(), hearLine("CAPA")};

Script offers(const QByteArray &bytes)
{
    return greeted + Script{send(bytes)};
}
Script agrees(const QByteArray &bytes)
{
    return offered + Script{send(bytes)};
}
Script inside(const QByteArray &bytes)
{
    return secured + Script{send(bytes)};
}

const UpgradeCases &cases()
{
    static const UpgradeCases all{
        {"greets with an error", greets("-ERR go away\r\n"), "greeting unwelcome, login not-tried"},
        {"greets with a lock", greets("-ERR [IN-USE] locked\r\n"), "greeting busy, login not-tried"},
        {"greets with a delay", greets("-ERR [LOGIN-DELAY] wait\r\n"), "greeting busy, login not-tried"},
        {"greets with a challenge", greets("+ UGFzc3dvcmQ6\r\n"), notMail},
        {"greets in words", greets("OK hi\r\n"), notMail},
        {"greets with more than +OK", greets("+OKAY hi\r\n"), notMail},
        {"greets in IMAP, logged in", greets("* PREAUTH welcome\r\n"),
         "greeting wrong-service, login not-tried"},
        {"greets in SMTP", greets("220 hi ESMTP\r\n"), "greeting wrong-service, login not-tried"},
        {"greets twice", greets("+OK hi\r\n+OK hi\r\n"), desync},
        {"greets and calls us logged in", greets("+OK hi\r\n+OK logged in, 3 messages\r\n"), desync},
        {"greets and offers at once", greets("+OK hi\r\n+OK\r\nUSER\r\n.\r\n"), desync},
        {"greets with half a second line", greets("+OK hi\r\n+O"), desync},
        {"asks for APOP",
         greets("+OK hi <1.2@evil.example>\r\n") + Script{hearLine("CAPA"), send("+OK\r\nUSER\r\n.\r\n")},
         notOffered},
        {"strips the offer", offers("+OK\r\nUSER\r\nSASL PLAIN\r\n.\r\n"), notOffered},
        {"masks the offer", offers("+OK\r\nXXXX\r\nUSER\r\n.\r\n"), notOffered},
        {"offers something longer", offers("+OK\r\nSTLSX\r\n.\r\n"), notOffered},
        {"offers it as an argument", offers("+OK\r\nSASL STLS\r\n.\r\n"), notOffered},
        {"offers nothing", offers("+OK\r\n.\r\n"), notOffered},
        {"offers it behind the dot", offers("+OK\r\nUSER\r\n.\r\nSTLS\r\n"), notOffered},
        {"knows neither CAPA nor STLS",
         offers("-ERR what?\r\n") + Script{hearLine("STLS"), send("-ERR what?\r\n")}, refused},
        {"answers CAPA twice", offers("+OK\r\nSTLS\r\n.\r\n+OK\r\n"), desync},
        {"answers CAPA and what was not asked", offers("+OK\r\nSTLS\r\n.\r\n+OK go\r\n"), desync},
        {"answers CAPA with an error and a welcome", offers("-ERR what?\r\n+OK logged in\r\n"), desync},
        {"answers CAPA with words", offers("hello yourself\r\n"), desync},
        {"answers CAPA with a challenge", offers("+ UGFzc3dvcmQ6\r\n"), desync},
        {"never ends its offers", greeted + Script{send("+OK\r\n"), flood("STLS\r\n")},
         "secure endless, login not-tried"},
        {"never ends a line", greeted + Script{flood("x")}, "secure endless, login not-tried"},
        {"answers CAPA with half a list", offers("+OK\r\nSTLS\r\n"), "secure drip, login not-tried"},
        {"answers CAPA with nothing", greeted, "secure silent, login not-tried"},
        {"refuses", agrees("-ERR not now\r\n"), refused},
        {"refuses for want of a log-in", agrees("-ERR [AUTH] log in first\r\n"), refused},
        {"refuses as it must not", agrees("-ERR [IN-USE] locked\r\n"), refused},
        {"refuses and calls us logged in", agrees("-ERR no\r\n+OK logged in\r\n"), refused},
        {"answers with a challenge", agrees("+ UGFzc3dvcmQ6\r\n"), desync},
        {"answers with words", agrees("go ahead\r\n"), desync},
        {"answers as SMTP does", agrees("220 go\r\n"), desync},
        {"answers as IMAP does", agrees("* OK go\r\n"), desync},
        {"answers with a dot", agrees(".\r\n"), desync},
        {"answers with an empty line", agrees("\r\n"), desync},
        {"answers with nothing", offered, "secure silent, login not-tried"},
        {"answers with half a line", agrees("+OK g"), "secure drip, login not-tried"},
        {"answers with a bare CR", agrees("+OK go\r"), "secure drip, login not-tried"},
        {"answers with a bare line end and then agrees", agrees("\n+OK go\r\n"), desync},
        {"agrees with a line that never ends", offered + Script{send("+OK "), flood("x")},
         "secure endless, login not-tried"},
        {"hangs up", offered + Script{closeNow()}, "secure closed-early, login not-tried"},
        {"cuts", offered + Script{resetNow()}, "secure reset, login not-tried"},
        {"agrees and falls silent", agrees("+OK go\r\n"), "secure handshake-timeout, login not-tried"},
        {"agrees and hangs up", agrees("+OK go\r\n") + Script{hearBytes("\x16\x03"), closeNow()},
         "secure closed-early, login not-tried"},
        {"agrees and goes on in plain text",
         agrees("+OK go\r\n") + Script{pauseNow(), hearBytes("\x16\x03"), send("+OK\r\nUSER\r\n.\r\n")},
         "secure handshake-failed, login not-tried"},
        {"agrees twice", agrees("+OK go\r\n+OK go\r\n"), injected},
        {"agrees and adds a line end", agrees("+OK go\r\n\r\n"), injected},
        {"agrees and adds a dot", agrees("+OK go\r\n.\r\n"), injected},
        {"agrees and adds a NUL", agrees(QByteArray("+OK go\r\n\0", 9)), injected},
        {"agrees and adds offers", agrees("+OK go\r\n+OK\r\nUSER\r\n.\r\n"), injected},
        {"agrees and adds half an offer", agrees("+OK go\r\n+OK\r\nUS"), injected},
        {"agrees and adds a welcome", agrees("+OK go\r\n+OK\r\n+OK logged in\r\n"), injected},
        {"agrees and adds a made-up handshake",
         agrees(QByteArray("+OK go\r\n\x16\x03\x03\x00\x02\x02\x00", 15)), injected},
        {"offers hashes of the password only", inside("+OK\r\nSASL CRAM-MD5 NTLM\r\n.\r\n"),
         "login login-not-offered"},
        {"answers ahead inside", inside("+OK\r\nUSER\r\n.\r\n+OK\r\n+OK logged in\r\n"),
         "login protocol-error"},
        {"is fine (the other side of the rule)",
         inside("+OK\r\nUSER\r\n.\r\n")
             + Script{hearLine("USER "), send("+OK\r\n"), hearLine("PASS "), send("+OK in\r\n")},
         "login none"},
    };
    return all;
}

} // namespace

class StartTlsPop3 : public QObject
{
    Q_OBJECT
private slots:
    void keepsThePassword_data() { addCases(cases()); }
    void keepsThePassword()
    {
        QFETCH(Script, script);
        QFETCH(QString, verdict);
        if (servesTls(script))
            SKIP_WHERE_NO_TLS_SERVER();
        QCOMPARE(brokenRule(model::Protocol::Pop3, script, rightHere(verdict)), QString());
    }
    void keepsThePasswordWhereverTheBytesAreCut()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        const int runs = splitEverywhere(model::Protocol::Pop3, offered, "+OK go\r\n",
                                         {"+OK\r\nUSER\r\n.\r\n+OK\r\n+OK logged in\r\n", "+OK go\r\n",
                                          "\r\n", "+OK\r\nSASL PL", "+ UGFzc3dvcmQ6\r\n"});
        qInfo("%d described cases and %d cuts of injected bytes", int(cases().size()), runs);
    }
};

QTEST_GUILESS_MAIN(StartTlsPop3)
#include "test_starttls_pop3.moc"
