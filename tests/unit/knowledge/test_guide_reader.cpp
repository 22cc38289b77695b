#include "knowledge/guide_reader.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace knowledge;

class TestGuideReader : public QObject
{
    Q_OBJECT
    /// The smallest walk-through that is right; each row spoils one thing.
    static QMap<QString, QByteArray> right()
    {
        const QByteArray words = "{\n\"schema\": \"todoku-guide-words/1\",\n\"label.ok\": \"OK\",\n"
                                 "\"label.number\": \"{seconds}\",\n\"close.title\": \"T\",\n"
                                 "\"close.press.text\": \"Press {label.ok}\",\n\"close.press.look\": \"L\",\n"
                                 "\"close.wait.text\": \"{minutes} of {seconds}\"\n}\n";
        return {
            {QStringLiteral("prog/close.json"),
             "{\"schema\": \"todoku-guide/1\",\n\"steps\": [\n"
             "{\"id\": \"press\", \"picture\": \"one.svg\", \"watch\": {\"kind\": \"app-closed\"}},\n"
             "{\"id\": \"wait\", \"wait_minutes\": 5}\n]}\n"},
            {QStringLiteral("words/en/prog.json"), words},
            {QStringLiteral("words/ja/prog.json"), words},
            {QStringLiteral("pictures/one.svg"), "<svg><text>{{ok}}</text><text>{{number}}</text></svg>"}};
    }
    static std::variant<Guides, LoadError> read(const QMap<QString, QByteArray> &files)
    {
        QTemporaryDir root;
        for (auto file = files.cbegin(); file != files.cend(); ++file) {
            const QString path = root.filePath(QStringLiteral("guides/") + file.key());
            QDir().mkpath(QFileInfo(path).path());
            QFile out(path);
            if (!out.open(QIODevice::WriteOnly) || out.write(file.value()) != file.value().size())
                qFatal("cannot write a test file");
        }
        return Guides::read(root.path());
    }
    static Guides shipped()
    {
        const auto read = Guides::read(QStringLiteral(":/"));
        if (const auto *error = std::get_if<LoadError>(&read))
            qFatal("%s", qPrintable(error->text()));
        return std::get<Guides>(read);
    }

    /// Every task in every edition, {seconds} filled.
    static QList<Guide> shippedIn(const QString &language)
    {
        const Guides guides = shipped();
        QList<Guide> all;
        for (const auto &[program, task] : guides.list()) {
            const auto usual = guides.guide(program, task, language);
            all += filled(*usual, 600);
            for (const GuideEdition &edition : usual->editions.mid(1))
                all += filled(*guides.guideEdition(program, task, language, edition.id), 600);
        }
        return all;
    }

private slots:
    void readsWhatIsRight()
    {
        const auto guides = read(right());
        QVERIFY(std::holds_alternative<Guides>(guides));
        const auto guide = std::get<Guides>(guides).guide(QStringLiteral("prog"), QStringLiteral("close"),
                                                          QStringLiteral("xx"));
        QVERIFY(guide); // no such language: in English
        QCOMPARE(guide->steps.size(), 2);
        QCOMPARE(guide->steps[0].text, QStringLiteral("Press OK"));
        QCOMPARE(guide->steps[0].watch.kind, QStringLiteral("app-closed"));
        QCOMPARE(guide->steps[0].labels.keys(),
                 QStringList({QStringLiteral("number"), QStringLiteral("ok")}));
        QCOMPARE(guide->steps[1].waitMinutes, 5);
        const Guide whole = filled(*guide, 600);
        QCOMPARE(whole.steps[1].text, QStringLiteral("5 of 600"));
        QCOMPARE(whole.steps[0].labels.value(QStringLiteral("number")), QStringLiteral("600"));
    }
    void hasNothingWhereThereIsNoFolder()
    {
        QTemporaryDir empty;
        const auto guides = Guides::read(empty.path());
        QVERIFY(std::holds_alternative<Guides>(guides));
        QVERIFY(std::get<Guides>(guides).list().isEmpty());
        QVERIFY(!std::get<Guides>(guides).guide({}, {}, {}));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("old");
        QTest::addColumn<QByteArray>("spoiled");
        QTest::addColumn<QString>("inFile");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("inKey");
        const QString task = QStringLiteral("prog/close.json"), ja = QStringLiteral("words/ja/prog.json"),
                      en = QStringLiteral("words/en/prog.json"), svg = QStringLiteral("pictures/one.svg");
        const auto row = [](const char *name, const QString &file, const char *old, const char *spoiled,
                            const QString &inFile, int line, const char *key) {
            QTest::newRow(name) << file << QByteArray(old) << QByteArray(spoiled) << inFile << line
                                << QString::fromLatin1(key);
        };
        row("a task that is no JSON", task, "[", "", task, -1, "");
        row("another schema", task, "guide/1", "guide/2", task, 1, "schema");
        row("an unknown key", task, "\"wait_minutes\"", "\"wait_hours\"", task, 4, "steps[1].wait_hours");
        row("no steps", task, "\"steps\"", "\"stops\"", task, 1, "steps");
        row("a step without id", task, "\"id\": \"wait\", ", "", task, 4, "steps[1].id");
        row("an id that is none", task, "\"wait\"", "\"Wait!\"", task, 4, "steps[1].id");
        row("an id twice", task, "\"wait\"", "\"press\"", task, 4, "steps[1].id");
        row("a wait without end", task, "5}", "500}", task, 4, "steps[1].wait_minutes");
        row("a wait that is none", task, "5}", "0}", task, 4, "steps[1].wait_minutes");
        row("an unknown watch", task, "app-closed", "app-happy", task, 3, "steps[0].watch.kind");
        row("a watch with more", task, "\"app-closed\"", "\"app-closed\", \"x\": 1", task, 3,
            "steps[0].watch.x");
        row("a picture that is missing", task, "one.svg", "two.svg", task, 3, "press");
        row("a picture from elsewhere", task, "one.svg", "../one.svg", task, 3, "steps[0].picture");
        row("a picture with an unknown label", svg, "{{ok}}", "{{cancel}}", en, 0, "label.cancel");
        row("a label that nothing needs", svg, "{{number}}", "", en, 4, "label.number");
        row("no title", ja, "\"close.title\"", "\"close.titel\"", ja, 0, "close.title");
        row("no text", ja, "close.wait.text", "close.wait.txt", ja, 0, "close.wait.text");
        row("no label", ja, "\"label.number\"", "\"label.numbers\"", ja, 0, "label.number");
        row("a word for no step", ja, "\"close.title\"", "\"close.x.text\": \"\\u3042\",\n\"close.title\"",
            ja, 5, "close.x.text");
        row("an empty sentence", ja, "\"T\"", "\" \"", ja, 5, "close.title");
        row("a number for a sentence", ja, "\"T\"", "1", ja, 5, "close.title");
        row("a word twice", ja, "\"close.title\"", "\"close.title\": \"A\",\n\"close.title\"", ja, 6,
            "close.title");
        row("an unknown placeholder", ja, "{minutes}", "{hours}", ja, 8, "close.wait.text");
        row("minutes where nobody waits", ja, "Press", "{minutes}", ja, 6, "close.press.text");
        row("a placeholder in a title", ja, "\"T\"", "\"{seconds}\"", ja, 5, "close.title");
        row("an unknown label in a text", ja, "{label.ok}", "{label.no}", ja, 6, "close.press.text");
        row("a label in a label", ja, "\"OK\"", "\"{label.number}\"", ja, 3, "label.ok");
        row("help in one language only", ja, "\"close.press.look\": \"L\",\n", "", ja, 0, "close.press.look");
        row("help that English lacks", en, "\"close.press.look\": \"L\",\n", "", ja, 7, "close.press.look");
    }
    void refuses()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, old);
        QFETCH(QByteArray, spoiled);
        QFETCH(int, line);
        auto files = right();
        QVERIFY(files[file].contains(old));
        files[file].replace(old, spoiled);
        const auto result = read(files);
        QVERIFY(std::holds_alternative<LoadError>(result));
        const auto error = std::get<LoadError>(result);
        QFETCH(QString, inFile);
        QVERIFY2(error.file.endsWith(inFile), qPrintable(error.text()));
        if (line >= 0) {
            QTEST(error.key, "inKey");
            QTEST(error.line, "line");
        }
        QVERIFY(!error.why.isEmpty());
    }

    void refusesAFileTooManyOrTooFew_data()
    {
        QTest::addColumn<QString>("without");
        QTest::addColumn<QString>("with");
        QTest::newRow("no English") << QStringLiteral("words/en/prog.json") << QString();
        QTest::newRow("no Japanese for this program")
            << QStringLiteral("words/ja/prog.json") << QStringLiteral("words/ja/other.json");
        QTest::newRow("words for no program") << QString() << QStringLiteral("words/en/other.json");
        QTest::newRow("no picture") << QStringLiteral("pictures/one.svg") << QString();
    }
    void refusesAFileTooManyOrTooFew()
    {
        QFETCH(QString, without);
        QFETCH(QString, with);
        auto files = right();
        files.remove(without);
        if (!with.isEmpty())
            files.insert(with, "{\"schema\": \"todoku-guide-words/1\"}");
        QVERIFY(std::holds_alternative<LoadError>(read(files)));
    }

    void findsLabelsInAPicture_data()
    {
        QTest::addColumn<QByteArray>("svg");
        QTest::addColumn<QStringList>("labels");
        QTest::newRow("none") << QByteArray("<svg/>") << QStringList();
        QTest::newRow("twice, once") << QByteArray("{{b}} {{a}} {{b}}")
                                     << QStringList({QStringLiteral("a"), QStringLiteral("b")});
        QTest::newRow("one brace is none") << QByteArray("{a}") << QStringList();
        QTest::newRow("never closed") << QByteArray("{{a") << QStringList();
    }
    void findsLabelsInAPicture()
    {
        QFETCH(QByteArray, svg);
        QTEST(labelsIn(svg), "labels");
    }

    void everyShippedWalkThroughReadsWellInEveryLanguage()
    {
        const Guides guides = shipped();
        QVERIFY(guides.languages().contains(QStringLiteral("ja"))
                && guides.languages().contains(QStringLiteral("en")));
        for (const char *program : {"outlook", "thunderbird"}) {
            for (const char *task : {"go-offline", "empty-outbox", "go-online", "raise-timeout"})
                QVERIFY(guides.list().contains({QString::fromLatin1(program), QString::fromLatin1(task)}));
        }
        for (const QString &language : guides.languages()) {
            for (const Guide &guide : shippedIn(language)) {
                QVERIFY(!guide.title.isEmpty() && !guide.note.isEmpty());
                for (const GuideEdition &edition : guide.editions)
                    QVERIFY2(!edition.name.isEmpty() && edition.name.size() <= 60, qPrintable(edition.id));
                for (const GuideStep &step : guide.steps) {
                    const QString all
                        = step.text + step.look + QStringList(step.labels.values()).join(QString());
                    QVERIFY2(!all.contains(u'{') && !all.contains(u'}'), qPrintable(all));
                    QVERIFY2(step.text.size() <= 150 && step.look.size() <= 320, qPrintable(step.text));
                    QVERIFY2(!step.look.isEmpty() && !step.picture.isEmpty(), qPrintable(step.id));
                }
            }
        }
    }
    void theNumberToTypeIsPlainDigits()
    {
        const auto guide = shipped().guide(QStringLiteral("thunderbird"), QStringLiteral("raise-timeout"),
                                           QStringLiteral("ja"));
        QVERIFY(guide);
        int named = 0;
        const Guide whole = filled(*guide, 1200);
        for (const GuideStep &step : whole.steps)
            named += step.text.contains(QStringLiteral("1200"))
                + step.labels.values().contains(QStringLiteral("1200"));
        QVERIFY(named >= 2);
    }
    void aWaitIsToldInMinutes()
    {
        for (const Guide &guide : shippedIn(QStringLiteral("en"))) {
            for (const GuideStep &step : guide.steps)
                QVERIFY(step.waitMinutes == 0 || step.text.contains(QString::number(step.waitMinutes)));
        }
    }
    void everyPictureIsUsed()
    {
        QSet<QString> used;
        for (const Guide &guide : shippedIn(QStringLiteral("en"))) {
            for (const GuideStep &step : guide.steps)
                used.insert(QFileInfo(step.picture).fileName());
        }
        const QStringList there = QDir(QStringLiteral(":/guides/pictures")).entryList(QDir::Files);
        QCOMPARE(used, QSet<QString>(there.cbegin(), there.cend()));
    }
};

QTEST_GUILESS_MAIN(TestGuideReader)
#include "test_guide_reader.moc"
