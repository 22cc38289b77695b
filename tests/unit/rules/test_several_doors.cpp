// One provider is asked through several doors and over two families: what one of them says explains the
// others.
#include "visit_builder.h"

#include <QtTest>

using namespace support;

class SeveralDoors : public QObject
{
    Q_OBJECT

    static Visit &refusedAt(Visit &visit, const Endpoint &door, const char *reply, Failure failure)
    {
        return visit.works(door).fact(Step::Login, door, failure, {{seen::reply, QString::fromUtf8(reply)}});
    }

private slots:
    void aReasonThatOneServerGivesClearsThePassword_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *verdict, const char *reason) {
            QTest::addRow("%s: %s", verdict, reason)
                << QString::fromUtf8(reason) << QString::fromLatin1(verdict);
        };
        row("login.account-stopped", "t3 NO [CONTACTADMIN] Suspended");
        row("login.contract-ended", "t3 NO [EXPIRED] Term over");
        row("login.temporary-failure", "t3 NO [UNAVAILABLE] Temporary authentication failure.");
        row("login.app-password-needed", "t3 NO application-specific password required");
        row("login.oauth-needed", "t3 NO basic authentication is disabled");
        row("login.wrong-password", "t3 NO [AUTHENTICATIONFAILED] no");
    }
    void aReasonThatOneServerGivesClearsThePassword()
    {
        QFETCH(QString, reason);
        Visit visit;
        refusedAt(visit, imap, qPrintable(reason), Failure::LoginRefused);
        refusedAt(visit, smtp, "535 5.7.8 Error: authentication failed", Failure::LoginRefused);
        const Verdict judged = rules::judge(visit, usual());
        QTEST(judged.id(), "verdict");
        QCOMPARE(find(judged, "login.wrong-password") != nullptr, judged.id() == u"login.wrong-password");
    }

    void whatTheServerOffersSaysWhyNoLoginIsLeft_data()
    {
        QTest::addColumn<QStringList>("offered");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("tokens only") << QStringList{QStringLiteral("XOAUTH2"), QStringLiteral("OAUTHBEARER")}
                                     << "login.oauth-needed";
        QTest::newRow("another mechanism as well")
            << QStringList{QStringLiteral("XOAUTH2"), QStringLiteral("CRAM-MD5")} << "login.not-offered";
        QTest::newRow("nothing") << QStringList{} << "login.not-offered";
    }
    void whatTheServerOffersSaysWhyNoLoginIsLeft()
    {
        QFETCH(QStringList, offered);
        Visit visit;
        for (const Step step : {Step::Connect, Step::Greeting, Step::Secure})
            visit.fact(step, pop);
        visit.fact(Step::Capabilities, pop, Failure::None,
                   {{seen::mechanisms, QJsonArray::fromStringList(offered)}, {seen::configured, true}});
        visit.fact(Step::Login, pop, Failure::LoginNotOffered,
                   {{seen::reply, QStringLiteral("-ERR [AUTH] Unsupported authentication mechanism.")}});
        QTEST(rules::judge(visit, usual()).id(), "verdict");
    }

    void aPcWithoutIpv4AccusesNoServer()
    {
        Visit visit;
        for (const Endpoint &door : {imap, smtp}) {
            visit.fact(Step::Connect, door, Failure::Unreachable, {}, 0, QStringLiteral("192.0.2.1"));
            for (const Step step : {Step::Connect, Step::Greeting, Step::Secure, Step::Capabilities})
                visit.fact(step, door, Failure::None, {}, 5, QStringLiteral("2001:db8::1"));
        }
        QCOMPARE(rules::judge(visit, usual()).id(), QStringLiteral("healthy"));
    }

    void oneDeadIpv4AddressIsTheServersAsSoonAsAnotherAnswers()
    {
        Visit visit;
        visit.works(imap).works(smtp);
        visit.fact(Step::Connect, imap, Failure::Unreachable, {}, 0, QStringLiteral("192.0.2.9"));
        QCOMPARE(rules::judge(visit, usual()).id(), QStringLiteral("server.one-of-several-bad"));
    }

    void refusedMailSaysWhoseAddressItIs_data()
    {
        QTest::addColumn<int>("failure");
        QTest::addColumn<bool>("loggedIn");
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *verdict, Failure failure, const char *reply, bool loggedIn = true) {
            QTest::addRow("%s: %s%s", verdict, reply, loggedIn ? "" : ", without log-in")
                << int(failure) << loggedIn << QString::fromUtf8(reply) << QString::fromLatin1(verdict);
        };
        row("submit.sender-refused", Failure::RecipientRefused,
            "553 5.7.1 <a@example.ne.jp>: Sender address rejected: not owned by user b");
        row("submit.sender-domain-unknown", Failure::RecipientRefused,
            "450 4.1.8 <a@example.ne.jp>: Sender address rejected: Domain not found");
        row("submit.rate-limited", Failure::SenderRefused, "450 4.7.1 Error: too much mail from 192.0.2.7");
        row("unknown", Failure::SenderRefused, "451 4.3.0 Queue file write error");
        row("submit.relay-denied", Failure::RecipientRefused,
            "554 5.7.1 <a@example.ne.jp>: Recipient address rejected: Access denied", false);
        row("unknown", Failure::RecipientRefused,
            "554 5.7.1 <a@example.ne.jp>: Recipient address rejected: Access denied");
    }
    void refusedMailSaysWhoseAddressItIs()
    {
        QFETCH(int, failure);
        QFETCH(bool, loggedIn);
        QFETCH(QString, reply);
        Visit visit;
        visit.provider->outgoing.first().auth = loggedIn;
        visit.works(imap).works(smtp).fact(Step::Submit, smtp, Failure(failure),
                                           {{seen::reply, reply}, {seen::bytes, 9}});
        QTEST(rules::judge(visit, usual()).id(), "verdict");
    }
};

QTEST_GUILESS_MAIN(SeveralDoors)
#include "test_several_doors.moc"
