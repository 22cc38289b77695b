// Which change belongs to which finding: by its task, and of the program that the finding is about.
#include "session/remedies_of_visit.h"

#include "remedies/remedy.h"
#include "support/pack_visit.h"

#include <QJsonArray>
#include <QTest>

namespace {

/// A home with a Thunderbird and a Sylpheed, both of which hang up after a minute.
class Home : public support::EditHome
{
public:
    Home()
        : EditHome(support::prefsWithAccount("user_pref(\"mailnews.tcptimeout\", 60);\n"
                                             "user_pref(\"offline.startup_state\", 3);\n"
                                             "user_pref(\"mail.server.server1.leave_on_server\", true);\n"
                                             "user_pref(\"mail.smtpserver.smtp1.port\", 25);\n"))
    {
        write(QStringLiteral(".sylpheed-2.0/sylpheedrc"), "[Common]\nio_timeout_secs=60\n");
        write(QStringLiteral(".sylpheed-2.0/accountrc"),
              "[Account: 1]\naddress=taro@example.ne.jp\nprotocol=0\nreceive_server=pop.example.ne.jp\n"
              "smtp_server=smtp.example.ne.jp\nuser_id=taro\n");
        support::writeFile(outbox(), "From - \nSubject: hi\n\nhi\n");
    }
    model::Case visit() const
    {
        model::Case found;
        found.address = QStringLiteral("taro@example.ne.jp");
        found.apps = mailapps::readAll({path(), {}});
        return support::packVisit(found, {support::packPop, support::packSmtp});
    }
};

model::Finding finding(const QString &id, const QJsonObject &values)
{
    model::Finding found;
    found.id = id;
    found.values = values;
    return found;
}

} // namespace

class TestRemediesOfVisit : public QObject
{
    Q_OBJECT

private slots:
    void belongsTo_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QJsonObject>("values");
        QTest::addColumn<QStringList>("remedies");
        const QString program = QStringLiteral("program"), thunderbird = QStringLiteral("thunderbird"),
                      sylpheed = QStringLiteral("sylpheed"), outlook = QStringLiteral("outlook");
        const QStringList raise{QStringLiteral("thunderbird.raise-timeout"),
                                QStringLiteral("sylpheed.raise-timeout")};
        const auto row
            = [](const char *name, const char *id, const QJsonObject &values, const QStringList &remedies) {
                  QTest::newRow(name) << QString::fromLatin1(id) << values << remedies;
              };
        row("one program waits too short", "app.timeout-too-short", {{program, thunderbird}},
            raise.mid(0, 1));
        row("the other", "app.timeout-too-short", {{program, sylpheed}}, raise.mid(1));
        row("one that nothing is known to do for", "app.timeout-too-short", {{program, outlook}}, {});
        row("the server is slow for both", "submit.reply-slower-than-program",
            {{program, sylpheed}, {QStringLiteral("programs"), QJsonArray{sylpheed, thunderbird}}}, raise);
        row("slow for a program that is not here", "submit.reply-slower-than-program",
            {{program, outlook}, {QStringLiteral("programs"), QJsonArray{outlook}}}, {});
        row("full outbox", "app.outbox-stuck", {{program, thunderbird}},
            {QStringLiteral("thunderbird.set-outbox-aside")});
        row("another's full outbox", "app.outbox-stuck", {{program, sylpheed}}, {});
        row("offline", "app.offline", {{program, thunderbird}}, {QStringLiteral("thunderbird.go-online")});
        row("copies left", "app.leave-on-server", {{program, thunderbird}},
            {QStringLiteral("thunderbird.leave-on-server")});
        for (const char *id : {"app.wrong-host", "app.wrong-port", "app.no-encryption", "app.auth-off",
                               "app.spa-on", "app.user-form"})
            row(id, id, {{program, thunderbird}}, {QStringLiteral("thunderbird.servers-as-pack")});
        row("nothing to do with settings", "login.wrong-password", {{program, thunderbird}}, {});
        row("a full store", "app.store-full", {{program, thunderbird}}, {});
    }

    void belongsTo()
    {
        QFETCH(QString, id);
        QFETCH(QJsonObject, values);
        QFETCH(QStringList, remedies);
        const Home home;
        model::Verdict verdict;
        verdict.findings = {finding(id, values)};
        session::addRemedies(verdict, home.visit());
        QCOMPARE(verdict.findings[0].remedies, remedies);
    }

    void namesNoneThatWouldChangeNothing()
    {
        const Home home;
        model::Verdict verdict;
        verdict.findings = {finding(QStringLiteral("app.timeout-too-short"), {})};
        verdict.findings[0].remedies = {QStringLiteral("outlook.raise-timeout"), QStringLiteral("no.such")};
        model::Case visit = home.visit();
        visit.apps.clear();
        session::addRemedies(verdict, visit);
        QVERIFY(verdict.findings[0].remedies.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRemediesOfVisit)
#include "test_remedies_of_visit.moc"
