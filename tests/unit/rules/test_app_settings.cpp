// What a mail program has set against the pack and what answers, whichever program it is.
#include "unit/rules/visit_builder.h"

#include <QTest>

using namespace support;

namespace {

struct Row
{
    Endpoint in = imap, out = smtp;
    QString user = QStringLiteral("hanako@example.ne.jp"), auth = QStringLiteral("password");
};

Visit visitOf(const QString &program, const Row &row)
{
    Visit visit;
    Account &account = visit.app(qPrintable(program)).profiles.first().accounts.first();
    account.incoming->endpoint = row.in;
    account.outgoing = ServerSettings{row.out, row.user, row.auth};
    return visit;
}

Endpoint door(const Endpoint &from, quint16 port, Security security)
{
    Endpoint other = from;
    other.port = port;
    other.security = security;
    return other;
}

} // namespace
Q_DECLARE_METATYPE(Row)

class AppSettings : public QObject
{
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<Row>("row");
        QTest::addColumn<QString>("finding");
        const QStringList programs{
            QStringLiteral("thunderbird"),     QStringLiteral("outlook"), QStringLiteral("windows-live-mail"),
            QStringLiteral("outlook-express"), QStringLiteral("becky"),   QStringLiteral("sylpheed")};
        const Endpoint typo{QStringLiteral("imap.exampel.ne.jp"), 993, Protocol::Imap, Security::Tls};
        const QList<std::pair<Row, QString>> rows{
            {{imap, smtp25}, QStringLiteral("app.wrong-port")},
            {{imap, door(smtp, 465, Security::Tls)}, QStringLiteral("app.wrong-port")},
            {{door(imap, 143, Security::Plain), smtp}, QStringLiteral("app.wrong-port")},
            {{door(imap, imap.port, Security::Plain), smtp}, QStringLiteral("app.no-encryption")},
            {{typo, smtp}, QStringLiteral("app.wrong-host")},
            {{imap, smtp, QStringLiteral("hanako@example.ne.jp"), QStringLiteral("none")},
             QStringLiteral("app.auth-off")},
            {{imap, smtp, QString(), QStringLiteral("none")}, QStringLiteral("app.auth-off")},
            {{imap, smtp, QStringLiteral("hanako@example.ne.jp"), QStringLiteral("ntlm")},
             QStringLiteral("app.spa-on")},
            {{imap, smtp, QStringLiteral("hanako%example")}, QStringLiteral("app.user-form")},
        };
        for (const QString &program : programs)
            for (const auto &row : rows)
                QTest::addRow("%s: %s, %d", qPrintable(program), qPrintable(row.second), row.first.out.port)
                    << program << row.first << row.second;
    }

    void accusesNobodyByAFileThatEndsInTheMiddle()
    {
        Visit visit
            = visitOf(QStringLiteral("thunderbird"), {door(imap, imap.port, Security::Plain), smtp25});
        visit.works(imap).works(smtp);
        visit.apps.first().profiles.first().unreadable.append(
            {QStringLiteral("prefs.js"), 9, QStringLiteral("half-written")});
        const Verdict verdict = rules::judge(visit, usual());
        for (const Finding &found : verdict.findings)
            QVERIFY2(!found.id.startsWith(u"app."), qPrintable(found.id));
    }

    void names()
    {
        QFETCH(QString, program);
        QFETCH(Row, row);
        QFETCH(QString, finding);
        Visit visit = visitOf(program, row);
        visit.works(imap).works(smtp);
        const Verdict verdict = rules::judge(visit, usual());
        const Finding *found = find(verdict, qPrintable(finding));
        QVERIFY2(found, qPrintable(verdict.id()));
        QCOMPARE(found->values.value(QStringLiteral("program")).toString(), program);
        QCOMPARE(brokenPromise(verdict), QString());
    }

    void port25AndNoLogInAreBothSaid()
    {
        Visit visit = visitOf(QStringLiteral("outlook"), {imap, smtp25, QString(), QStringLiteral("none")});
        visit.works(imap).works(smtp);
        const Verdict verdict = rules::judge(visit, usual());
        QVERIFY(find(verdict, "app.wrong-port"));
        QVERIFY(find(verdict, "app.auth-off"));
    }

    void staysSilent_data()
    {
        QTest::addColumn<Row>("row");
        QTest::addColumn<QList<Endpoint>>("answering");
        const Endpoint norton{QStringLiteral("pop3.norton.antivirus"), 110, Protocol::Pop3, Security::Plain};
        const QString none = QStringLiteral("none");
        QTest::newRow("all is right") << Row{} << QList<Endpoint>{imap, smtp};
        QTest::newRow("port 25 answers as well") << Row{imap, smtp25} << QList<Endpoint>{imap, smtp, smtp25};
        QTest::newRow("the pack's door is silent") << Row{imap, smtp25} << QList<Endpoint>{imap};
        QTest::newRow("nothing answers") << Row{imap, smtp25, QString(), none} << QList<Endpoint>{};
        QTest::newRow("a way of logging in that the reader does not know")
            << Row{imap, smtp, QString(), QString()} << QList<Endpoint>{imap, smtp};
        QTest::newRow("an antivirus product in between") << Row{norton, smtp} << QList<Endpoint>{imap, smtp};
        QTest::newRow("that product's form of the name")
            << Row{imap, smtp, QStringLiteral("hanako/imap.example.ne.jp")} << QList<Endpoint>{imap, smtp};
        QTest::newRow("the other form that the provider takes")
            << Row{imap, smtp, QStringLiteral("HANAKO@example.ne.jp")} << QList<Endpoint>{imap, smtp};
    }

    void staysSilent()
    {
        QFETCH(Row, row);
        QFETCH(QList<Endpoint>, answering);
        Visit visit = visitOf(QStringLiteral("outlook"), row);
        for (const Endpoint &one : answering)
            visit.works(one);
        const Verdict verdict = rules::judge(visit, usual());
        for (const char *id : {"app.wrong-host", "app.wrong-port", "app.no-encryption", "app.auth-off",
                               "app.spa-on", "app.user-form"})
            QVERIFY2(!find(verdict, id), id);
    }

    void aTestMailThatLoggedInProvesNothingForTheProgram()
    {
        Visit visit = visitOf(QStringLiteral("outlook"), {imap, smtp, QString(), QStringLiteral("none")});
        visit.works(imap).works(smtp).sent(500);
        QVERIFY(!find(rules::judge(visit, usual()), "app.auth-off")); // it went out without
        visit.facts.last().seen.insert(seen::logins, 1);
        QVERIFY(find(rules::judge(visit, usual()), "app.auth-off"));
    }

    void anAccountOfAnotherProviderIsNotCompared()
    {
        Visit visit = visitOf(QStringLiteral("outlook"), {imap, smtp25});
        visit.works(imap).works(smtp);
        visit.address = QStringLiteral("hanako@other.example");
        visit.apps.first().profiles.first().accounts.first().address = visit.address;
        QVERIFY(!find(rules::judge(visit, usual()), "app.wrong-port"));
    }
};

QTEST_GUILESS_MAIN(AppSettings)
#include "test_app_settings.moc"
