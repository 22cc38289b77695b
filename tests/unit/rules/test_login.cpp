// "Wrong password" is said only where the server said it. Everything else that a server says at the log-in
// has its own reading.
#include "unit/rules/visit_builder.h"

#include <QtTest>

using namespace Qt::StringLiterals;

using namespace support;

class Login : public QObject
{
    Q_OBJECT
private slots:
    void readsWhatTheServerSaid_data()
    {
        QTest::addColumn<int>("failure");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *verdict, Failure failure, const char *reply, const char *code = "") {
            QTest::addRow("%s: %s", verdict, reply)
                << int(failure) << QString::fromLatin1(code) << QString::fromUtf8(reply)
                << QString::fromLatin1(verdict);
        };
        const Failure refused = Failure::LoginRefused;
        row("login.wrong-password", refused, "535 5.7.8 Error: authentication failed", "535");
        row("login.wrong-password", refused, "-ERR [AUTH] Authentication failed.", "AUTH");
        row("login.wrong-password", refused, "a1 NO [AUTHENTICATIONFAILED] Authentication failed.");
        row("login.wrong-password", refused, "-ERR authorization failed");
        row("login.contract-ended", refused, "-ERR expired"); // the pack's word
        row("login.contract-ended", refused, "a1 NO [EXPIRED] password has to be renewed");
        row("login.quota-restricted", refused, "-ERR quota"); // the pack's word
        row("login.in-use", Failure::MailboxInUse, "-ERR [IN-USE] lock busy! Is another session active?");
        row("login.too-often", refused, "-ERR [LOGIN-DELAY] minimum time between mail checks");
        row("login.too-many-connections", refused,
            "a1 NO [LIMIT] Maximum number of connections from user+IP exceeded");
        row("login.temporary-failure", Failure::LoginTemporary, "454 4.7.0 Temporary authentication failure");
        row("login.temporary-failure", refused, "-ERR [SYS/TEMP] Temporary authentication failure.");
        row("login.temporary-failure", refused, "a1 NO [UNAVAILABLE] Internal error occurred");
        row("login.account-stopped", Failure::LoginForbidden, "a1 NO [CONTACTADMIN] Account is disabled");
        row("login.account-stopped", refused, "-ERR [SYS/PERM] account suspended");
        row("login.needs-encryption", Failure::LoginNeedsEncryption,
            "530 5.7.0 Must issue a STARTTLS command first");
        row("login.needs-encryption", refused, "a1 NO [PRIVACYREQUIRED] Cleartext authentication disallowed");
        row("login.oauth-needed", refused,
            "535 5.7.139 Authentication unsuccessful, basic authentication is disabled");
        row("login.app-password-needed", refused, "534 5.7.9 Application-specific password required");
        row("login.not-offered", Failure::LoginNotOffered, "");
        row("login.silent", Failure::Silent, "");
        row("unknown", Failure::ClosedEarly, "");
        row("healthy", Failure::NotTried, "");
    }
    void readsWhatTheServerSaid()
    {
        QFETCH(int, failure);
        QFETCH(QString, code);
        QFETCH(QString, reply);
        QFETCH(QString, verdict);
        Visit visit;
        visit.provider->words
            = {{QStringLiteral("login"), QStringLiteral("expired"), QStringLiteral("login.contract-ended")},
               {QStringLiteral("login"), QStringLiteral("quota"), QStringLiteral("login.quota-restricted")}};
        visit.works(imap).works(smtp);
        visit.fact(Step::Login, imap, Failure(failure), {{seen::code, code}, {seen::reply, reply}}, 30'000);
        const Verdict judged = rules::judge(visit, usual());
        QCOMPARE(judged.id(), verdict);
        QCOMPARE(find(judged, "login.wrong-password") != nullptr, verdict == u"login.wrong-password");
        QCOMPARE(brokenPromise(judged), QString());
    }

    void aServerWithOnlyTheNewLogInNeedsIt()
    {
        Visit visit;
        visit.works(imap).works(smtp).fact(Step::Login, imap, Failure::LoginNotOffered,
                                           {{seen::mechanisms, QJsonArray{"XOAUTH2"_L1, "OAUTHBEARER"_L1}}});
        QCOMPARE(rules::judge(visit, usual()).id(), QStringLiteral("login.oauth-needed"));
    }

    void aDoorThatNeedsNoLogInMayOfferNone_data()
    {
        QTest::addColumn<bool>("auth");
        QTest::newRow("needs none") << false;
        QTest::newRow("needs one") << true;
    }
    void aDoorThatNeedsNoLogInMayOfferNone()
    {
        QFETCH(bool, auth);
        Visit visit;
        visit.provider->outgoing.first().auth = auth;
        visit.works(imap)
            .fact(Step::Login, imap)
            .works(smtp)
            .fact(Step::Login, smtp, Failure::LoginNotOffered);
        QCOMPARE(find(rules::judge(visit, usual()), "login.not-offered") != nullptr, auth);
    }

    void anotherFormOfTheNameThatIsAcceptedIsTheCause()
    {
        Visit visit;
        visit.works(imap).works(smtp);
        visit.fact(Step::Login, imap, Failure::LoginRefused,
                   {{seen::code, "AUTH"_L1}, {seen::userForm, "local"_L1}});
        visit.fact(Step::Login, imap, Failure::None, {{seen::userForm, "address"_L1}});
        const Verdict judged = rules::judge(visit, usual());
        QCOMPARE(judged.id(), QStringLiteral("login.user-form"));
        QCOMPARE(judged.findings.first().values.value(u"right_user").toString(),
                 QStringLiteral("hanako@example.ne.jp"));
        QVERIFY(!find(judged, "login.wrong-password"));
    }

    void aPasswordThatOpensAnotherDoorIsHardlyWrong()
    {
        Visit visit;
        visit.works(imap).works(smtp).fact(Step::Login, imap);
        visit.fact(Step::Login, smtp, Failure::LoginRefused, {{seen::code, "535"_L1}});
        const Verdict judged = rules::judge(visit, usual());
        QVERIFY(find(judged, "login.wrong-password")->confidence < 0.5);
    }

    void aServerThatDigitsAppearInSaysNothingByThem()
    {
        Visit visit; // "535" inside a queue id is no code
        visit.works(imap).works(smtp).fact(Step::Login, imap, Failure::LoginTemporary,
                                           {{seen::reply, "a1 NO try again later (id 535 5.7.8)"_L1}});
        QCOMPARE(rules::judge(visit, usual()).id(), QStringLiteral("login.temporary-failure"));
    }

    void cutTwiceAtTheSameStep()
    {
        Visit visit;
        visit.works(imap)
            .works(smtp)
            .fact(Step::Login, imap, Failure::Reset)
            .fact(Step::Login, smtp, Failure::Reset);
        const Verdict judged = rules::judge(visit, usual());
        QCOMPARE(judged.id(), QStringLiteral("line.cut-at-step"));
        QCOMPARE(brokenPromise(judged), QString());
    }

    void mailboxFilling_data()
    {
        QTest::addColumn<qint64>("used");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("89 %") << Q_INT64_C(890) << "healthy";
        QTest::newRow("90 %") << Q_INT64_C(900) << "mailbox.nearly-full";
        QTest::newRow("full") << Q_INT64_C(1000) << "mailbox.full";
        QTest::newRow("over") << Q_INT64_C(1200) << "mailbox.full";
    }
    void mailboxFilling()
    {
        QFETCH(qint64, used);
        Visit visit;
        visit.works(imap).works(smtp).fact(Step::Mailbox, imap, Failure::None,
                                           {{seen::quotaUsed, used}, {seen::quotaLimit, 1000}});
        QTEST(rules::judge(visit, usual()).id(), "verdict");
        QCOMPARE(brokenPromise(rules::judge(visit, usual())), QString());
    }

    void refusedMail_data()
    {
        QTest::addColumn<int>("failure");
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *verdict, Failure failure, const char *reply) {
            QTest::addRow("%s: %s", verdict, reply)
                << int(failure) << QString::fromUtf8(reply) << QString::fromLatin1(verdict);
        };
        row("submit.relay-denied", Failure::RecipientRefused, "554 5.7.1 Relay access denied");
        row("submit.recipient-refused", Failure::RecipientRefused, "550 5.1.1 User unknown");
        row("submit.sender-refused", Failure::SenderRefused,
            "553 5.7.1 Sender address rejected: not owned by user");
        row("submit.sender-domain-unknown", Failure::SenderRefused,
            "550 5.1.8 Sender rejected: Domain not found");
        row("submit.listed", Failure::MessageRefused,
            "554 5.7.1 Service unavailable; blocked using bl.example");
        row("submit.rate-limited", Failure::SenderRefused, "450 4.7.1 too many messages in this hour");
        row("submit.too-big", Failure::TooBig, "552 5.3.4 message size exceeds limit");
        row("unknown", Failure::MessageRefused, "554 5.6.0 no");
        row("unknown", Failure::RecipientRefused, "550 no reason given");
    }
    void refusedMail()
    {
        QFETCH(int, failure);
        QFETCH(QString, reply);
        Visit visit;
        visit.works(imap).works(smtp).fact(Step::Submit, smtp, Failure(failure),
                                           {{seen::reply, reply}, {seen::bytes, 9}});
        const Verdict judged = rules::judge(visit, usual());
        QTEST(judged.id(), "verdict");
        QCOMPARE(brokenPromise(judged), QString());
    }

    void differentSettingsCountOnlyWhereThePacksAnswer()
    {
        Visit visit;
        Account &account = visit.app("thunderbird", 600).profiles.first().accounts.first();
        account.outgoing->auth = QStringLiteral("none");
        visit.works(imap);
        QVERIFY(!find(rules::judge(visit, usual()), "app.auth-off"));
        visit.works(smtp);
        const Verdict judged = rules::judge(visit, usual());
        QCOMPARE(judged.id(), QStringLiteral("app.auth-off"));
        QCOMPARE(brokenPromise(judged), QString());
    }
};

QTEST_GUILESS_MAIN(Login)
#include "test_login.moc"
