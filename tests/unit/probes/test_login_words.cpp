// "Wrong password" is read only out of an explicit refusal: by a code, or in so many words.
#include "probes/login_words.h"
#include "probes/refusal_words.h"

#include <QTest>

using model::Failure;

namespace {

Failure smtp(const QByteArrayList &lines)
{
    net::SmtpReply::Reader reader;
    for (const QByteArray &line : lines)
        if (reader.line(line) != Failure::None)
            return Failure::Endless; // no log-in reading is this
    return probes::loginFailure(reader.reply());
}

Failure imap(const QByteArrayList &lines)
{
    net::ImapReply::Reader reader({net::ImapReply::Expect::Kind::Tagged, "t1"});
    for (const QByteArray &line : lines)
        if (reader.line(line) != Failure::None)
            return Failure::Endless;
    return probes::loginFailure(reader.reply());
}

Failure pop3(const QByteArrayList &lines)
{
    net::Pop3Reply::Reader reader;
    for (const QByteArray &line : lines)
        if (reader.line(line) != Failure::None)
            return Failure::Endless;
    return probes::loginFailure(reader.reply());
}

Failure readAny(const QByteArrayList &lines)
{
    const QByteArray last = lines.last();
    if (last.startsWith("-ERR") || last.startsWith("+OK"))
        return pop3(lines);
    return last.startsWith("t1 ") ? imap(lines) : smtp(lines);
}

} // namespace

class LoginWords : public QObject
{
    Q_OBJECT
private slots:
    void areReadAsTheyAreMeant_data();
    void areReadAsTheyAreMeant();
    void ofSmtpMayGoOverSeveralLines();
    void ofAnUnknownKindNeverBlame_data();
    void ofAnUnknownKindNeverBlame();
    void areNotTakenFromTheNameOfThePerson_data();
    void areNotTakenFromTheNameOfThePerson();
    void besideACodeChangeItOnlyWhenPlain_data();
    void besideACodeChangeItOnlyWhenPlain();
    void ofEndlessLengthAreReadInTheirBeginning();
};

void LoginWords::areReadAsTheyAreMeant_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<Failure>("failure");
    const auto rows = [](Failure failure, const QByteArrayList &replies) {
        for (const QByteArray &reply : replies)
            QTest::newRow(reply.constData()) << reply << failure;
    };
    rows(Failure::LoginRefused,
         {"t1 NO [AUTHENTICATIONFAILED] Authentication failed.",
          "t1 NO Login failed.",
          "t1 NO LOGIN failed.",
          "t1 NO AUTHENTICATE failed.",
          "t1 NO Login failed: authentication failure",
          "t1 NO [ALERT] Invalid credentials (Failure)",
          "t1 NO [AUTHENTICATIONFAILED] LOGIN Invalid credentials",
          "t1 NO Logon failure: unknown user name or bad password",
          "t1 NO Incorrect username or password",
          "t1 NO Invalid login credentials",
          "t1 NO The user name or the password is wrong",
          "t1 NO Authentication failed (reason unavailable)",
          "t1 NO No such user here",
          "-ERR [AUTH] Authentication failed.",
          "-ERR Authentication failed.",
          "-ERR authorization failed",
          "-ERR Login incorrect.",
          "-ERR Bad login",
          "-ERR [AUTH] Invalid login",
          "-ERR invalid user or password",
          "-ERR Invalid POP3 password",
          "-ERR Bad username or password, please try again.",
          "-ERR Password supplied for \"hanako\" is incorrect.",
          "-ERR [AUTH] Username and password not accepted.",
          "-ERR Your login was not accepted by the server",
          "-ERR Logon failure: unknown user name or bad password.",
          "-ERR user name or password wrong",
          "-ERR パスワードが違います",
          "-ERR ユーザー認証に失敗しました",
          "535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6",
          "535 Incorrect authentication data",
          "535 5.7.3 Authentication unsuccessful",
          "535 5.7.0 (#AUTH005) Not let in",
          "535 no",
          "550 5.7.1 Authentication failed",
          "550 Invalid user name or password",
          "554 5.7.8 Not let in",
          "553 Bad username or password"});
    rows(Failure::LoginTemporary,
         {"t1 NO [UNAVAILABLE] Temporary authentication failure.",
          "t1 NO Temporary authentication failure.",
          "t1 NO Login failed: internal error, report it with this time",
          "t1 NO [SERVERBUG] Something broke",
          "t1 NO [LIMIT] One connection more than you may have",
          "t1 NO Authentication failed: connection to the authentication server timed out",
          "t1 NO Server unavailable",
          "t1 NO Too many invalid password attempts",
          "t1 NO LDAP lookup did not work",
          "-ERR [SYS/TEMP] Server error - please come back",
          "-ERR [LOGIN-DELAY] minimum time between mail checks",
          "-ERR temporary problem, please try again later",
          "-ERR System error, the user database cannot be read",
          "-ERR Server is busy",
          "-ERR Please try again",
          "-ERR backend does not answer",
          "-ERR Login failed, too many connections from this address",
          "-ERR ただいま混み合っています。しばらくしてから",
          "454 4.7.0 Temporary authentication failure",
          "421 4.3.2 Closing",
          "451 Password service not reachable",
          "550 Authentication service is unavailable",
          "535 5.7.8 Error: authentication failed: temporary failure in the backend"});
    rows(Failure::MailboxInUse,
         {"t1 NO [INUSE] Open elsewhere", "t1 NO Mailbox is locked by another process",
          "-ERR [IN-USE] /var/mail/hanako lock busy! Is another session active?",
          "-ERR maildrop already locked", "-ERR Unable to lock maildrop: mailbox is temporarily in use",
          "-ERR Mailbox in use.", "-ERR The maildrop stays locked", "-ERR メールボックスは使用中です"});
    rows(Failure::LoginForbidden,
         {"t1 NO [CONTACTADMIN] Call us",
          "t1 NO [EXPIRED] Password is too old",
          "t1 NO [AUTHORIZATIONFAILED] Not this mailbox",
          "t1 NO Your account is not enabled for IMAP use",
          "t1 NO [OVERQUOTA] Full",
          "t1 NO Login failed: account disabled",
          "t1 NO [WEBALERT] Please log in by your web browser",
          "-ERR [SYS/PERM] account suspended",
          "-ERR Account expired",
          "-ERR Your mailbox is over quota",
          "-ERR Mailbox over capacity",
          "-ERR [AUTH] Web login required",
          "-ERR [AUTH] Application-specific password required",
          "-ERR Please contact the help desk",
          "-ERR ご契約が終了しています",
          "-ERR このアカウントは停止されています",
          "534 5.7.9 Application-specific password required",
          "535 5.7.9 Another password is needed",
          "525 5.7.13 Not any more",
          "432 4.7.12 A password transition is needed",
          "535 5.7.139 Authentication unsuccessful, basic authentication is off",
          "535 5.7.8 Authentication failed: account has been suspended",
          "550 User disabled"});
    rows(Failure::LoginNeedsEncryption,
         {"t1 NO [PRIVACYREQUIRED] Not like this", "t1 NO Plaintext authentication disallowed on this port",
          "t1 NO Login failed: cleartext logins need SSL", "-ERR SSL is required to log in",
          "-ERR [AUTH] Plaintext login disabled", "-ERR Use TLS first", "538 5.7.11 Encryption required",
          "530 5.7.0 Must issue a STARTTLS command first", "554 5.7.11 Not without encryption"});
    rows(Failure::LoginNotOffered,
         {"t1 BAD Command unknown", "t1 BAD Invalid password syntax", "t1 NO Unsupported mechanism",
          "-ERR Unknown command.", "-ERR invalid command, USER and PASS wanted",
          "504 5.5.4 Unrecognized authentication type", "502 Not here", "501 Cannot decode"});
}

void LoginWords::areReadAsTheyAreMeant()
{
    QFETCH(QByteArray, reply);
    QFETCH(Failure, failure);
    QCOMPARE(model::name(readAny({reply})), model::name(failure));
    // Words without a code mean the same however they are written.
    if (reply.startsWith("-ERR ") && !reply.contains('['))
        QCOMPARE(model::name(readAny({"-ERR  " + reply.mid(5).toUpper() + " !"})), model::name(failure));
}

void LoginWords::ofSmtpMayGoOverSeveralLines()
{
    QCOMPARE(smtp({"550-5.7.1 Username and password", "550-5.7.1 not accepted. Learn more at",
                   "550 5.7.1 https://example.net/contact"}),
             Failure::LoginRefused);
    QCOMPARE(smtp({"535-5.7.8 Authentication failed:", "535 5.7.8 account", "250 ok"}), Failure::Endless);
    QCOMPARE(smtp({"535-5.7.8 Authentication failed: account", "535 5.7.8 has been closed"}),
             Failure::LoginForbidden);
    // A server that hangs up speaks of the connection, whatever else it says.
    QCOMPARE(imap({"* BYE Too many failures", "t1 NO [AUTHENTICATIONFAILED] no"}), Failure::LoginTemporary);
    QCOMPARE(smtp({"334 VXNlcm5hbWU6"}), Failure::ProtocolError);
    QCOMPARE(smtp({"354 go on"}), Failure::ProtocolError);
}

void LoginWords::ofAnUnknownKindNeverBlame_data()
{
    QTest::addColumn<QByteArray>("reply");
    for (const char *reply : {"t1 NO",
                              "t1 NO no",
                              "t1 NO [X-OWN] 4711",
                              "t1 NO [] ",
                              "t1 NO [AUTHENTICATIONFAILED",
                              "t1 NO Access denied",
                              "t1 NO This did not work",
                              "t1 NO unknown error during login",
                              "t1 NO Login could not be completed because of an invalid certificate",
                              "-ERR",
                              "-ERR ",
                              "-ERR no",
                              "-ERR [X-OWN]",
                              "-ERR Sorry",
                              "-ERR Password is needed",
                              "-ERR USER first",
                              "-ERR \xff\xfe\x01",
                              "-ERR 不明なエラー",
                              "-ERR Wrong way",
                              "550 no",
                              "550 5.7.1 Rejected by policy",
                              "554 5.7.0 Not today",
                              "550 Password",
                              "521 bye",
                              "559 5.9.9 x"})
        QTest::newRow(reply) << QByteArray(reply);
}

void LoginWords::ofAnUnknownKindNeverBlame()
{
    QFETCH(QByteArray, reply);
    QCOMPARE(model::name(readAny({reply})), model::name(Failure::Unwelcome));
}

void LoginWords::areNotTakenFromTheNameOfThePerson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Failure>("failure");
    QTest::newRow("contact") << QByteArray("Refused contact@shop.example") << Failure::Unwelcome;
    QTest::newRow("expired") << QByteArray("Login failed for <expired@shop.example>")
                             << Failure::LoginRefused;
    QTest::newRow("database") << QByteArray("Bad password for \"database@quota.example\"")
                              << Failure::LoginRefused;
    QTest::newRow("link") << QByteArray("No. See https://help.example/bad-password/locked")
                          << Failure::Unwelcome;
    QTest::newRow("inside a word") << QByteArray("bestls pending unbusyness") << Failure::Unwelcome;
}

void LoginWords::areNotTakenFromTheNameOfThePerson()
{
    QFETCH(QByteArray, text);
    QFETCH(Failure, failure);
    QCOMPARE(model::name(probes::refusalIn(text)), model::name(failure));
}

void LoginWords::besideACodeChangeItOnlyWhenPlain_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Failure>("failure");
    QTest::newRow("nothing") << QByteArray() << Failure::LoginRefused;
    QTest::newRow("own words") << QByteArray("Nope") << Failure::LoginRefused;
    QTest::newRow("again") << QByteArray("Please try again") << Failure::LoginRefused;
    QTest::newRow("help") << QByteArray("Contact us") << Failure::LoginRefused;
    QTest::newRow("later") << QByteArray("Try again later") << Failure::LoginTemporary;
    QTest::newRow("stopped") << QByteArray("Account suspended") << Failure::LoginForbidden;
    QTest::newRow("in use") << QByteArray("Mailbox in use") << Failure::MailboxInUse;
    QTest::newRow("in clear") << QByteArray("No plaintext here") << Failure::LoginNeedsEncryption;
}

void LoginWords::besideACodeChangeItOnlyWhenPlain()
{
    QFETCH(QByteArray, text);
    QFETCH(Failure, failure);
    QCOMPARE(model::name(probes::refusalIn(text, true)), model::name(failure));
}

void LoginWords::ofEndlessLengthAreReadInTheirBeginning()
{
    QCOMPARE(probes::refusalIn("login failed " + QByteArray(1'000'000, 'x')), Failure::LoginRefused);
    QCOMPARE(probes::refusalIn(QByteArray(1'000'000, '-') + " login failed"), Failure::Unwelcome);
    QCOMPARE(probes::refusalIn(QByteArray("invalid ").repeated(100'000)), Failure::Unwelcome);
    QCOMPARE(probes::refusalIn(QByteArray(4'000, '\0')), Failure::Unwelcome);
}

QTEST_GUILESS_MAIN(LoginWords)
#include "test_login_words.moc"
