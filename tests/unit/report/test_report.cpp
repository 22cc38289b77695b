// A report says what was found, in every language, keeps what is private to itself, and lets nothing from
// outside become markup. A saved visit is judged the same again.
#include "knowledge/advice_reader.h"
#include "knowledge/placeholders.h"
#include "report/report.h"
#include "rules/rule.h"
#include "support/places.h"
#include "unit/rules/visit_builder.h"

#include <QtTest>

using namespace Qt::StringLiterals;

using namespace support;

namespace {

knowledge::Knowledge ours()
{
    auto loaded = knowledge::Knowledge::load(support::inSource("resources"));
    if (const auto *error = std::get_if<knowledge::LoadError>(&loaded))
        qFatal("%s", qPrintable(error->text()));
    return std::get<knowledge::Knowledge>(loaded);
}

Visit slowVisit()
{
    Visit visit;
    MailApp &app = visit.app("thunderbird", 60);
    AppProfile &profile = app.profiles.first();
    profile.path = QStringLiteral("/home/hanako/.thunderbird/secretpath.default");
    profile.accounts.first().fullName = QStringLiteral("山田花子");
    profile.offline = true;
    profile.outboxes.append({QStringLiteral("/home/hanako/.thunderbird/secretpath.default/Unsent Messages"),
                             2,
                             4000,
                             visit.startedAt.addDays(-1),
                             {QStringLiteral("<1@hanako-pc>")},
                             true});
    profile.stores.append({QStringLiteral("/home/hanako/x"), 10, 100});
    visit.works(imap).works(smtp).sent(75'000);
    visit.fact(
        Step::Login, imap, Failure::LoginRefused,
        {{seen::code, "535"_L1}, {seen::reply, "535 <script>alert(1)</script> hanako@example.ne.jp"_L1}});
    visit.facts.last().raw = QByteArray("535 \xff\x00raw", 9);
    return visit;
}

rules::Context waiting()
{
    return {{{QStringLiteral("thunderbird"), 60, true}}};
}

} // namespace

class Report : public QObject
{
    Q_OBJECT
private slots:
    void everyKindHasAdviceInEveryLanguageAndUsesOnlyItsValues()
    {
        const knowledge::Knowledge knowledge = ours();
        const auto read = knowledge::readAllAdvice(support::inSource("resources/advice"));
        const auto &texts = std::get<QMap<QString, QMap<QString, knowledge::Advice>>>(read);
        QMap<QString, QStringList> kinds{{QStringLiteral("healthy"), {}}, {QStringLiteral("unknown"), {}}};
        for (const rules::FindingKind &kind : rules::findingKinds())
            kinds.insert(QString::fromLatin1(kind.id), QString::fromLatin1(kind.values).split(u' '));
        for (const QString &language : knowledge.languages()) {
            for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) {
                QVERIFY2(texts.value(language).contains(kind.key()), qPrintable(language + kind.key()));
                const knowledge::Advice advice = texts.value(language).value(kind.key());
                for (const QString &used :
                     knowledge::placeholdersIn(advice.title + advice.next + advice.mailLost + advice.body))
                    QVERIFY2(kind.value().contains(used), qPrintable(kind.key() + u' ' + used));
            }
            for (const QString &id : texts.value(language).keys())
                QVERIFY2(kinds.contains(id), qPrintable(id));
        }
    }

    void jsonHasTheFieldsOfTheContract()
    {
        const Visit visit = slowVisit();
        const Verdict verdict = rules::judge(visit, waiting());
        const QJsonObject json = report::toJson(visit, verdict, ours(), QStringLiteral("ja"), 1.5);
        QCOMPARE(json.keys(),
                 QStringList({"facts"_L1, "findings"_L1, "logins_used"_L1, "schema"_L1, "seconds"_L1,
                              "vantage"_L1, "verdict"_L1}));
        QCOMPARE(json.value(u"verdict").toString(), verdict.id());
        QCOMPARE(json.value(u"logins_used").toInt(), 1);
        QCOMPARE(json.value(u"findings").toArray().first().toObject().keys(),
                 QStringList({"about"_L1, "advice"_L1, "because"_L1, "confidence"_L1, "id"_L1, "remedies"_L1,
                              "severity"_L1, "side"_L1, "values"_L1, "walks"_L1}));
        QCOMPARE(json.value(u"facts").toArray().first().toObject().keys(),
                 QStringList({"address"_L1, "failure"_L1, "host"_L1, "ms"_L1, "n"_L1, "port"_L1,
                              "protocol"_L1, "seen"_L1, "step"_L1}));
    }

    void theReasonForDuplicatesStandsInOneSentence_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("ja") << "ja";
        QTest::newRow("en") << "en";
    }
    void theReasonForDuplicatesStandsInOneSentence()
    {
        QFETCH(QString, language);
        const Visit visit = slowVisit();
        const Verdict verdict = rules::judge(visit, waiting());
        for (const Finding &finding : verdict.findings) {
            if (finding.id != u"submit.reply-slower-than-program")
                continue;
            const QString title = ours().advice(finding.id, language, finding.values).title;
            QVERIFY(title.contains(u"75") && title.contains(u"60") && title.contains(u"Thunderbird"));
            QCOMPARE(title.count(language == u"ja" ? u'。' : u'.'), 1);
            return;
        }
        QFAIL("not found");
    }

    void hidesWhatIsPrivate_data()
    {
        QTest::addColumn<bool>("html");
        QTest::addColumn<QString>("language");
        for (const char *language : {"ja", "en"}) {
            QTest::addRow("html %s", language) << true << QString::fromLatin1(language);
            QTest::addRow("md %s", language) << false << QString::fromLatin1(language);
        }
    }
    void hidesWhatIsPrivate()
    {
        QFETCH(bool, html);
        QFETCH(QString, language);
        const Visit visit = slowVisit();
        const Verdict verdict = rules::judge(visit, waiting());
        JournalEntry entry;
        entry.remedy = QStringLiteral("thunderbird.raise-timeout");
        entry.changes.append({visit.apps.first().profiles.first().path + QStringLiteral("/prefs.js"),
                              QStringLiteral("mailnews.tcptimeout"), QStringLiteral("60"),
                              QStringLiteral("300")});
        entry.backup = QStringLiteral("/home/hanako/.local/share/todoku/1");
        const auto write = html ? report::toHtml : report::toMarkdown;
        QString text = write(visit, verdict, {entry}, ours(), {language, false});
        text.remove(u'\\'); // Markdown's escapes
        for (const char *secret : {"hanako@", "/home/", "secretpath", "山田花子", "hanako-pc"})
            QVERIFY2(!text.contains(QString::fromUtf8(secret)), secret);
        QVERIFY(text.contains(u"ha***@example.ne.jp"));
        QVERIFY(text.contains(u"imap.example.ne.jp"));
        QVERIFY(text.contains(u"mailnews.tcptimeout"));
        QVERIFY(!text.contains(u"<script>"));
        QVERIFY(write(visit, verdict, {}, ours(), {language, true}).contains(u"hanako@example.ne.jp"));
    }

    void escapesWhatComesFromOutside()
    {
        Visit visit;
        visit.works(imap).fact(Step::Secure, smtp, Failure::CertificateRejected,
                               {{seen::certificateErrors, QJsonArray{"name"_L1}},
                                {seen::certificateNames, QJsonArray{"<img src=x>"_L1, "**bold**"_L1}}});
        const Verdict verdict = rules::judge(visit, {});
        const QString html = report::toHtml(visit, verdict, {}, ours(), {QStringLiteral("en"), false});
        QVERIFY(!html.contains(u"<img"));
        QVERIFY(html.contains(u"&lt;img"));
        QVERIFY(html.contains(u"**bold**"));
    }

    void masksAddresses_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("masked");
        QTest::newRow("usual") << "taro@example.ne.jp"
                               << "ta***@example.ne.jp";
        QTest::newRow("two letters") << "ab@example.ne.jp"
                                     << "***@example.ne.jp";
        QTest::newRow("no address") << "taro"
                                    << "***";
        QTest::newRow("empty") << ""
                               << "";
    }
    void masksAddresses()
    {
        QFETCH(QString, given);
        QTEST(report::maskedAddress(given), "masked");
    }

    void aSavedVisitIsTheSameAgain()
    {
        const Visit visit = slowVisit();
        const QJsonObject saved = report::saveCase(visit);
        knowledge::LoadError error;
        const std::optional<Case> read = report::readCase(saved, &error);
        QVERIFY2(read, qPrintable(error.text()));
        QCOMPARE(report::saveCase(*read), saved);
        QCOMPARE(read->facts.last().raw, visit.facts.last().raw);
        QCOMPARE(rules::judge(*read, waiting()).id(), rules::judge(visit, waiting()).id());
    }

    void aForeignCaseIsRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("schema") << "schema" << QJsonValue("todoku-case/9"_L1);
        QTest::newRow("unknown key") << "password" << QJsonValue("secret"_L1);
        QTest::newRow("type") << "practice" << QJsonValue("yes"_L1);
        QTest::newRow("time") << "started_at" << QJsonValue("yesterday"_L1);
        QTest::newRow("facts") << "facts" << QJsonValue(QJsonArray{QJsonObject{{"step"_L1, "dance"_L1}}});
        QTest::newRow("apps") << "apps" << QJsonValue(QJsonArray{QJsonObject{{"version"_L1, "1"_L1}}});
        QTest::newRow("provider") << "provider" << QJsonValue(QJsonObject{{"id"_L1, "x"_L1}});
    }
    void aForeignCaseIsRefused()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json = report::saveCase(slowVisit());
        json.insert(key, value);
        knowledge::LoadError error;
        QVERIFY(!report::readCase(json, &error));
        QVERIFY2(error.key.startsWith(key), qPrintable(error.text()));
    }
};

QTEST_GUILESS_MAIN(Report)
#include "test_report.moc"
