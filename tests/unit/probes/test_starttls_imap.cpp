// IMAP up to encryption (RFC 9051, RFC 2595), hostile: PREAUTH, referrals, stripped, faked, injected. The
// password stays here.
#include "support/upgrade_case.h"

using namespace support;

namespace {

const Script greeted{send("* OK hi\r\n"), hearLine("t1 CAPABILITY")};
const Script offered
    = greeted + Script{send("* CAPABILITY IMAP4rev1 STARTTLS\r\nt1 OK\r\n"), hearLine("t2 STARTTLS")};
const Script secured = offered + Script{send("t2 OK go\r\n"), tls(), hearLine("t3 CAPABILITY")};

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

const char preauth[] = "greeting preauth, login not-tried";
const char unwelcome[] = "greeting unwelcome, login not-tried";
const char busy[] = "greeting busy, login not-tried";
const char noLogin[] = "login login-not-offered";

const UpgradeCases &cases()
{
    static const UpgradeCases all{
        {"calls us logged in", greets("* PREAUTH welcome\r\n"), preauth},
        {"calls us logged in, in small letters", greets("* preauth welcome\r\n"), preauth},
        {"calls us logged in without words", greets("* PREAUTH\r\n"), preauth},
        {"calls us logged in and offers encryption",
         greets("* PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] hi\r\n"), preauth},
        {"calls us logged in with an alarm", greets("* PREAUTH [ALERT] type your password\r\n"), preauth},
        {"calls us logged in elsewhere", greets("* PREAUTH [REFERRAL imap://evil.example/] hi\r\n"), preauth},
        {"calls us logged in and goes on", greets("* PREAUTH hi\r\n* 3 EXISTS\r\nt1 OK\r\n"), preauth},
        {"says goodbye", greets("* BYE full\r\n"), busy},
        {"sends us elsewhere", greets("* BYE [REFERRAL imap://evil.example/] go there\r\n"), busy},
        {"greets with NO", greets("* NO hi\r\n"), unwelcome},
        {"greets with BAD", greets("* BAD hi\r\n"), unwelcome},
        {"greets with a tag", greets("t1 OK hi\r\n"), notMail},
        {"greets with a challenge", greets("+ UGFzc3dvcmQ6\r\n"), notMail},
        {"greets with offers alone", greets("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n"), notMail},
        {"greets with a number", greets("* 3 EXISTS\r\n"), notMail},
        {"greets and is logged in twice", greets("* OK hi\r\n* PREAUTH welcome\r\n"), desync},
        {"greets and answers what was not asked", greets("* OK hi\r\nt1 OK done\r\n"), desync},
        {"greets and offers unasked", greets("* OK hi\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n"), desync},
        {"offers a log-in in its greeting",
         greets("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hi\r\n")
             + Script{hearLine("t1"), send("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nt1 OK\r\n")},
         notOffered},
        {"strips the offer", offers("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nt1 OK\r\n"), notOffered},
        {"strips the offer and forbids the log-in",
         offers("* CAPABILITY IMAP4rev1 LOGINDISABLED\r\nt1 OK\r\n"), notOffered},
        {"offers something longer", offers("* CAPABILITY IMAP4rev1 STARTTLSX\r\nt1 OK\r\n"), notOffered},
        {"offers it as a log-in", offers("* CAPABILITY IMAP4rev1 AUTH=STARTTLS\r\nt1 OK\r\n"), notOffered},
        {"offers nothing", offers("t1 OK\r\n"), notOffered},
        {"refuses to tell", offers("t1 NO\r\n"), notOffered},
        {"does not understand", offers("* CAPABILITY IMAP4rev1 STARTTLS\r\nt1 BAD what?\r\n"), notOffered},
        {"says goodbye instead of offers", offers("* BYE later\r\nt1 OK\r\n"),
         "secure busy, login not-tried"},
        {"answers with a foreign tag", offers("* CAPABILITY IMAP4rev1 STARTTLS\r\nx1 OK\r\n"), desync},
        {"answers with a longer tag", offers("* CAPABILITY IMAP4rev1 STARTTLS\r\nt10 OK\r\n"), desync},
        {"answers twice", offers("* CAPABILITY IMAP4rev1 STARTTLS\r\nt1 OK\r\nt1 OK\r\n"), desync},
        {"answers what is still to be asked",
         offers("* CAPABILITY IMAP4rev1 STARTTLS\r\nt1 OK\r\nt2 OK go\r\n"), desync},
        {"answers with a challenge", offers("+ UGFzc3dvcmQ6\r\n"), desync},
        {"announces a giant", offers("* X {4294967295}\r\n"), "secure endless, login not-tried"},
        {"announces more than any number", offers("* X {99999999999999999999}\r\n"),
         "secure endless, login not-tried"},
        {"announces less than nothing", offers("* X {-1}\r\n"), desync},
        {"never ends", greeted + Script{flood("* 1 EXISTS\r\n")}, "secure endless, login not-tried"},
        {"opens brackets for ever", greeted + Script{send("* X "), flood("(")},
         "secure endless, login not-tried"},
        {"tells half of itself", offers("* CAPABILITY IMAP4rev1 STARTTLS\r\n"),
         "secure drip, login not-tried"},
        {"identifies itself wrongly", offers("* ID (\"name\" \r\n* CAPABILITY IMAP4rev1\r\nt1 OK\r\n"),
         notOffered},
        {"refuses", agrees("t2 NO not now\r\n"), refused},
        {"refuses with an alarm", agrees("t2 NO [ALERT] type your password\r\n"), refused},
        {"does not know it after all", agrees("t2 BAD what?\r\n"), refused},
        {"goes on as if it were a log-in", agrees("+ go on\r\n"), desync},
        {"agrees to something else", agrees("t1 OK go\r\n"), desync},
        {"agrees by PREAUTH", agrees("t2 PREAUTH welcome\r\n"), desync},
        {"answers with words", agrees("go ahead\r\n"), desync},
        {"answers with nothing", offered, "secure silent, login not-tried"},
        {"answers with half a line", agrees("t2 O"), "secure drip, login not-tried"},
        {"answers with a bare CR", agrees("t2 OK go\r"), "secure drip, login not-tried"},
        {"hangs up", offered + Script{closeNow()}, "secure closed-early, login not-tried"},
        {"cuts", offered + Script{resetNow()}, "secure reset, login not-tried"},
        {"agrees and falls silent", agrees("t2 OK go\r\n"), "secure handshake-timeout, login not-tried"},
        {"agrees and goes on in plain text",
         agrees("t2 OK go\r\n")
             + Script{pauseNow(), hearBytes("\x16\x03"),
                      send("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nt3 OK\r\n")},
         "secure handshake-failed, login not-tried"},
        {"agrees twice", agrees("t2 OK go\r\nt2 OK go\r\n"), injected},
        {"agrees and adds a line end", agrees("t2 OK go\r\n\r\n"), injected},
        {"agrees and adds offers", agrees("t2 OK go\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nt3 OK\r\n"),
         injected},
        {"agrees and adds half an offer", agrees("t2 OK go\r\n* CAPABILITY IMAP4rev1 AU"), injected},
        {"agrees and is logged in", agrees("t2 OK go\r\n* PREAUTH hi\r\n"), injected},
        {"agrees and adds a made-up handshake",
         agrees(QByteArray("t2 OK go\r\n\x16\x03\x03\x00\x02\x02\x00", 17)), injected},
        {"forbids the log-in inside", inside("* CAPABILITY IMAP4rev1 LOGINDISABLED\r\nt3 OK\r\n"), noLogin},
        {"offers hashes of the password only",
         inside("* CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=NTLM AUTH=CRAM-MD5\r\nt3 OK\r\n"), noLogin},
        {"answers ahead inside", inside("* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\nt3 OK\r\nt4 OK in\r\n"),
         "login protocol-error"},
        {"sends us elsewhere at the log-in",
         inside("* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\nt3 OK\r\n")
             + Script{hearLine("t4 AUTHENTICATE PLAIN "),
                      send("t4 NO [REFERRAL imap://evil.example/] go there\r\n")},
         "login unwelcome"},
        {"is fine (the other side of the rule)",
         inside("* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\nt3 OK\r\n")
             + Script{hearLine("t4 AUTHENTICATE PLAIN "), send("t4 OK in\r\n")},
         "login none"},
    };
    return all;
}

} // namespace

class StartTlsImap : public QObject
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
        QCOMPARE(brokenRule(model::Protocol::Imap, script, rightHere(verdict)), QString());
    }
    void keepsThePasswordWhereverTheBytesAreCut()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        const int runs
            = splitEverywhere(model::Protocol::Imap, offered, "t2 OK go\r\n",
                              {"* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\nt3 OK\r\nt4 OK\r\n",
                               "t2 OK go\r\n", "\r\n", "* CAPABILITY IMAP4rev1 AU", "+ UGFzc3dvcmQ6\r\n"});
        qInfo("%d described cases and %d cuts of injected bytes", int(cases().size()), runs);
    }
};

QTEST_GUILESS_MAIN(StartTlsImap)
#include "test_starttls_imap.moc"
