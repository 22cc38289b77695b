// Advice texts: refused when broken, filled without letting anything from outside act as markup.
#include "knowledge/advice_reader.h"
#include "knowledge/knowledge.h"
#include "knowledge/placeholders.h"
#include "support/places.h"

#include <QJsonArray>
#include <QtTest>

using namespace Qt::StringLiterals;

using namespace knowledge;

class AdviceTexts : public QObject
{
    Q_OBJECT
private slots:
    void refusesBrokenTexts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no front matter") << QByteArray("title: x\n");
        QTest::newRow("front matter without end") << QByteArray("---\ntitle: x\n");
        QTest::newRow("unknown key") << QByteArray("---\ntitle: x\nnext: y\nmail_lost: z\nfoo: q\n---\nbody");
        QTest::newRow("doubled key") << QByteArray(
            "---\ntitle: x\ntitle: x\nnext: y\nmail_lost: z\n---\nbody");
        QTest::newRow("no next") << QByteArray("---\ntitle: x\nmail_lost: z\n---\nbody");
        QTest::newRow("no body") << QByteArray("---\ntitle: x\nnext: y\nmail_lost: z\n---\n\n");
        QTest::newRow("unknown placeholder")
            << QByteArray("---\ntitle: {x}\nnext: y\nmail_lost: z\n---\nbody");
        QTest::newRow("not UTF-8") << QByteArray("---\ntitle: \xff\nnext: y\nmail_lost: z\n---\nbody");
    }
    void refusesBrokenTexts()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(std::holds_alternative<LoadError>(readAdvice(QStringLiteral("a.md"), bytes)));
    }

    void fills_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QJsonObject>("values");
        QTest::addColumn<QString>("filled");
        QTest::newRow("whole seconds") << "{seconds} s" << QJsonObject{{"seconds"_L1, 75.0}} << "75 s";
        QTest::newRow("half seconds") << "{seconds} s" << QJsonObject{{"seconds"_L1, 5.5}} << "5.5 s";
        QTest::newRow("size") << "{bytes}" << QJsonObject{{"bytes"_L1, 5'242'880}} << "5.0 MB";
        QTest::newRow("list") << "{names}" << QJsonObject{{"names"_L1, QJsonArray{"a"_L1, "b"_L1}}} << "a, b";
        QTest::newRow("program by name")
            << "{program}" << QJsonObject{{"program"_L1, "outlook"_L1}} << "Outlook";
        QTest::newRow("program without name") << "{program}" << QJsonObject{{"program"_L1, "x"_L1}} << "x";
        QTest::newRow("nothing known") << "{host}" << QJsonObject{} << "-";
        QTest::newRow("empty list") << "{nearest}" << QJsonObject{{"nearest"_L1, QJsonArray()}} << "-";
        QTest::newRow("markup from outside")
            << "{host}" << QJsonObject{{"host"_L1, "<b>*x*[y](z)"_L1}} << "\\<b\\>\\*x\\*\\[y\\](z)";
        QTest::newRow("a placeholder in a value")
            << "{host}" << QJsonObject{{"host"_L1, "{user}"_L1}} << "{user}";
    }
    void fills()
    {
        QFETCH(QString, text);
        QFETCH(QJsonObject, values);
        Wording wording;
        wording.language = QStringLiteral("en");
        wording.programs.insert(QStringLiteral("outlook"),
                                {{QStringLiteral("en"), QStringLiteral("Outlook")}});
        QTEST(fill(text, values, wording, true), "filled");
    }

    void cleansWhatComesFromOutside()
    {
        const QString nasty
            = QStringLiteral("a") + QChar(0x202e) + QStringLiteral("b\x1b[31m") + QString(900, u'x');
        const QString clean = cleaned(nasty);
        QVERIFY(clean.startsWith(u"ab[31m"));
        QCOMPARE(clean.size(), 200);
    }

    void theProgramsOwnDataIsRead()
    {
        const auto loaded = Knowledge::load(support::inSource("resources"));
        if (const auto *error = std::get_if<LoadError>(&loaded))
            QFAIL(qPrintable(error->text()));
        const Knowledge &knowledge = std::get<Knowledge>(loaded);
        QVERIFY(knowledge.languages().contains(QStringLiteral("ja")));
        QVERIFY(knowledge.languages().contains(QStringLiteral("en")));
        QVERIFY(knowledge.providerFor(QStringLiteral("mail.example.ne.jp")));
        QVERIFY(!knowledge.providerFor(QStringLiteral("example.org")));
        QCOMPARE(knowledge.mailPrograms().first().timeoutSeconds, 60);
        const Advice unknownLanguage = knowledge.advice(QStringLiteral("healthy"), QStringLiteral("xx"), {});
        QCOMPARE(unknownLanguage.title,
                 knowledge.advice(QStringLiteral("healthy"), QStringLiteral("en"), {}).title);
        QVERIFY(knowledge.advice(QStringLiteral("no.such"), QStringLiteral("ja"), {}).title.isEmpty());
    }

    void aFolderWithoutDataIsAnError()
    {
        QVERIFY(std::holds_alternative<LoadError>(Knowledge::load(QStringLiteral("/nowhere"))));
    }
};

QTEST_GUILESS_MAIN(AdviceTexts)
#include "test_advice.moc"
