// SMTP up to encryption (RFC 3207), hostile: stripped, faked, doubled, injected. The password stays here.
#include "support/upgrade_case.h"

using namespace support;

namespace {

const Script greeted{send("220 hi\r\n"), hearLine("EHLO")};
const Script offered = greeted + Script{send("250-x\r\n250 STARTTLS\r\n"), hearLine("STARTTLS")};
const Script secured = offered + Script{send("220 go\r\n"), tls(), hearLine("EHLO")};

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
        {"greets with 230, logged in", greets("230 you are logged in\r\n"), notMail},
        {"greets with 235, authenticated", greets("235 2.7.0 welcome\r\n"), notMail},
        {"greets with 250", greets("250 ok\r\n"), notMail},
        {"greets with 334, give me the password", greets("334 UGFzc3dvcmQ6\r\n"), notMail},
        {"greets with 354", greets("354 go on\r\n"), notMail},
        {"greets with 421", greets("421 later\r\n"), "greeting busy, login not-tried"},
        {"greets with 530, encrypt first", greets("530 must issue STARTTLS\r\n"),
         "greeting unwelcome, login not-tried"},
        {"greets in IMAP, logged in", greets("* PREAUTH welcome\r\n"),
         "greeting wrong-service, login not-tried"},
        {"greets and offers at once", greets("220 hi\r\n250-x\r\n250 AUTH PLAIN\r\n"), desync},
        {"greets and calls us logged in", greets("220 hi\r\n235 welcome\r\n"), desync},
        {"greets and agrees at once", greets("220 hi\r\n250 STARTTLS\r\n220 go\r\n"), desync},
        {"strips the offer", offers("250-x\r\n250 AUTH PLAIN LOGIN\r\n"), notOffered},
        {"masks the offer", offers("250-x\r\n250-XXXXXXXA\r\n250 AUTH PLAIN\r\n"), notOffered},
        {"offers something longer", offers("250-x\r\n250 STARTTLSX\r\n"), notOffered},
        {"offers it as an argument", offers("250-x\r\n250 AUTH PLAIN STARTTLS\r\n"), notOffered},
        {"offers it in the first line", offers("250-STARTTLS\r\n250 AUTH PLAIN\r\n"), notOffered},
        {"is too old for EHLO", offers("502 what?\r\n"), notOffered},
        {"refuses EHLO for want of a log-in", offers("530 authentication required\r\n"), notOffered},
        {"answers EHLO with a challenge", offers("334 UGFzc3dvcmQ6\r\n"), notOffered},
        {"answers EHLO with a welcome", offers("235 welcome\r\n"), notOffered},
        {"answers EHLO busily", offers("421 later\r\n"), "secure busy, login not-tried"},
        {"mixes codes in EHLO", offers("250-STARTTLS\r\n550 no\r\n"), desync},
        {"answers EHLO twice", offers("250-x\r\n250 STARTTLS\r\n250 AUTH PLAIN\r\n"), desync},
        {"answers EHLO and what was not asked", offers("250-x\r\n250 STARTTLS\r\n220 go\r\n"), desync},
        {"answers EHLO with words", offers("hello yourself\r\n"), desync},
        {"answers EHLO with half a reply", offers("250-x\r\n250-STARTTLS\r\n"),
         "secure drip, login not-tried"},
        {"never ends its offers", greeted + Script{flood("250-X\r\n")}, "secure endless, login not-tried"},
        {"answers 454", agrees("454 not now\r\n"), refused},
        {"answers 501", agrees("501 no parameters\r\n"), refused},
        {"answers 503", agrees("503 not so fast\r\n"), refused},
        {"answers 530", agrees("530 log in first\r\n"), refused},
        {"answers 554", agrees("554 no\r\n"), refused},
        {"answers 250", agrees("250 ok\r\n"), desync},
        {"answers 235, logged in", agrees("235 welcome\r\n"), desync},
        {"answers 334, give me the password", agrees("334 UGFzc3dvcmQ6\r\n"), desync},
        {"answers 354", agrees("354 go on\r\n"), desync},
        {"answers 221", agrees("221 bye\r\n"), desync},
        {"answers with mixed codes", agrees("220-go\r\n250 ok\r\n"), desync},
        {"answers with words", agrees("go ahead\r\n"), desync},
        {"answers with nothing", offered, "secure silent, login not-tried"},
        {"answers with half a line", agrees("220 g"), "secure drip, login not-tried"},
        {"answers with a bare CR", agrees("220 go\r"), "secure drip, login not-tried"},
        {"hangs up", offered + Script{closeNow()}, "secure closed-early, login not-tried"},
        {"cuts", offered + Script{resetNow()}, "secure reset, login not-tried"},
        {"agrees and falls silent", agrees("220 go\r\n"), "secure handshake-timeout, login not-tried"},
        {"agrees and hangs up", agrees("220 go\r\n") + Script{hearBytes("\x16\x03"), closeNow()},
         "secure closed-early, login not-tried"},
        {"agrees and goes on in plain text",
         agrees("220 go\r\n")
             + Script{pauseNow(), hearBytes("\x16\x03"), send("250-x\r\n250 AUTH PLAIN\r\n")},
         "secure handshake-failed, login not-tried"},
        {"agrees twice", agrees("220 go\r\n220 go\r\n"), injected},
        {"agrees and adds a line end", agrees("220 go\r\n\r\n"), injected},
        {"agrees and adds a blank", agrees("220 go\r\n "), injected},
        {"agrees and adds a NUL", agrees(QByteArray("220 go\r\n\0", 9)), injected},
        {"agrees and adds offers", agrees("220 go\r\n250-evil\r\n250 AUTH PLAIN\r\n"), injected},
        {"agrees and adds half an offer", agrees("220 go\r\n250-AUTH XFAKE"), injected},
        {"agrees and adds a welcome", agrees("220 go\r\n235 welcome\r\n"), injected},
        {"agrees and adds a made-up handshake",
         agrees(QByteArray("220 go\r\n\x16\x03\x03\x00\x02\x02\x00", 15)), injected},
        {"offers no log-in inside", inside("250 x\r\n"), "login login-not-offered"},
        {"offered a log-in outside only",
         greeted
             + Script{send("250-AUTH PLAIN\r\n250-AUTH=PLAIN\r\n250 STARTTLS\r\n"), hearLine("STARTTLS"),
                      send("220 go\r\n"), tls(), hearLine("EHLO"), send("250 x\r\n")},
         "login login-not-offered"},
        {"offers hashes of the password only",
         inside("250-x\r\n250 AUTH CRAM-MD5 NTLM GSSAPI SCRAM-SHA-1\r\n"), "login login-not-offered"},
        {"answers ahead inside", inside("250-x\r\n250 AUTH PLAIN\r\n235 welcome\r\n"),
         "login protocol-error"},
        {"is fine (the other side of the rule)",
         inside("250-x\r\n250 AUTH PLAIN\r\n") + Script{hearLine("AUTH PLAIN "), send("235 welcome\r\n")},
         "login none"},
    };
    return all;
}

} // namespace

class StartTlsSmtp : public QObject
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
        QCOMPARE(brokenRule(model::Protocol::Smtp, script, rightHere(verdict)), QString());
    }
    void keepsThePasswordWhereverTheBytesAreCut()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        const int runs = splitEverywhere(model::Protocol::Smtp, offered, "220 go\r\n",
                                         {"250-evil\r\n250 AUTH PLAIN LOGIN\r\n235 welcome\r\n", "220 go\r\n",
                                          "\r\n", "250-AUTH XFAKE", "334 UGFzc3dvcmQ6\r\n"});
        qInfo("%d described cases and %d cuts of injected bytes", int(cases().size()), runs);
    }
};

QTEST_GUILESS_MAIN(StartTlsSmtp)
#include "test_starttls_smtp.moc"
