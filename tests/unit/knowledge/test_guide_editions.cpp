// Where the menus of a program differ by version, a person is shown the ones on their own screen, and no
// sentence is written twice for it.
#include "knowledge/guide_reader.h"
#include "knowledge/guide_version.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace knowledge;

class TestGuideEditions : public QObject
{
    Q_OBJECT
    /// Two tasks with a part in common, which looks different in an old edition; each row spoils one thing.
    static QMap<QString, QByteArray> right()
    {
        const QByteArray task = "{\"schema\": \"todoku-guide/1\",\n\"steps\": [\n";
        const QByteArray words
            = "{\n\"schema\": \"todoku-guide-words/1\",\n\"edition.usual\": \"New\",\n"
              "\"edition.old\": \"Old\",\n\"edition.panel\": \"Panel\",\n"
              "\"raise.title\": \"Raise\",\n\"raise.note\": \"N\",\n\"raise.slide.text\": \"S\",\n"
              "\"user.title\": \"User\",\n\"user@old.note\": \"old\",\n"
              "\"open.menu.text\": \"Press {label.menu}\",\n\"open.menu.look\": \"L\",\n"
              "\"open@panel.menu.text\": \"Panel {label.menu}\",\n"
              "\"open.more.text\": \"More\",\n"
              "\"label.menu\": \"File\",\n\"label@old.menu\": \"Tools\"\n}\n";
        return {{QStringLiteral("prog/editions.json"),
                 "{\"schema\": \"todoku-guide-editions/1\",\n\"editions\": [\n"
                 "{\"id\": \"old\", \"versions\": \"11-12\"},\n{\"id\": \"panel\"}\n]}\n"},
                {QStringLiteral("prog/raise.json"),
                 task + "{\"part\": \"open\"},\n{\"id\": \"slide\"},\n{\"part\": \"close\"}\n]}\n"},
                {QStringLiteral("prog/user.json"), task + "{\"part\": \"open\"}\n]}\n"},
                {QStringLiteral("prog/parts/open.json"),
                 task + "{\"id\": \"menu\", \"picture\": \"one.svg\"}\n]}\n"},
                {QStringLiteral("prog/parts/open@old.json"),
                 task + "{\"id\": \"menu\", \"picture\": \"one.svg\"},\n{\"id\": \"more\"}\n]}\n"},
                {QStringLiteral("prog/parts/open@panel.json"),
                 task + "{\"id\": \"menu\", \"picture\": \"one.svg\"}\n]}\n"},
                {QStringLiteral("shared/parts/close.json"),
                 task + "{\"id\": \"close\", \"picture\": \"two.svg\"}\n]}\n"},
                {QStringLiteral("words/en/prog.json"), words},
                {QStringLiteral("words/en/shared.json"),
                 "{\n\"schema\": \"todoku-guide-words/1\",\n\"close.close.text\": \"Press {label.ok}\",\n"
                 "\"label.ok\": \"OK\"\n}\n"},
                {QStringLiteral("pictures/one.svg"), "<svg><text>{{menu}}</text><text>{{ok}}</text></svg>"},
                {QStringLiteral("pictures/two.svg"), "<svg><text>{{ok}}</text></svg>"}};
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
    static Guide guide(const QString &task, const QString &version)
    {
        const auto read = TestGuideEditions::read(right());
        if (const auto *error = std::get_if<LoadError>(&read))
            qFatal("%s", qPrintable(error->text()));
        return *std::get<Guides>(read).guide(QStringLiteral("prog"), task, QStringLiteral("en"), version);
    }
    static QStringList texts(const Guide &guide)
    {
        QStringList all;
        for (const GuideStep &step : guide.steps)
            all += step.text;
        return all;
    }

private slots:
    void takesTheEditionOfTheVersion_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("edition");
        QTest::addColumn<QString>("texts");
        const QString usual = QStringLiteral("Press File|S|Press OK");
        const QString old = QStringLiteral("Press Tools|More|S|Press OK");
        QTest::newRow("not known") << QString() << QStringLiteral("usual") << usual;
        QTest::newRow("newer") << QStringLiteral("16.0") << QStringLiteral("usual") << usual;
        QTest::newRow("older than any") << QStringLiteral("10.0") << QStringLiteral("usual") << usual;
        QTest::newRow("first") << QStringLiteral("11.0") << QStringLiteral("old") << old;
        QTest::newRow("last") << QStringLiteral("12.0.4518.1014") << QStringLiteral("old") << old;
        QTest::newRow("no number") << QStringLiteral("old") << QStringLiteral("usual") << usual;
    }
    void takesTheEditionOfTheVersion()
    {
        QFETCH(QString, version);
        const Guide found = guide(QStringLiteral("raise"), version);
        QTEST(found.edition, "edition");
        QTEST(texts(found).join(u'|'), "texts");
        QStringList ids;
        for (const GuideEdition &edition : found.editions)
            ids += edition.id;
        QCOMPARE(ids.join(u' '), QStringLiteral("usual old panel"));
        QCOMPARE(found.editions[1].name, QStringLiteral("Old"));
    }
    void isGivenTheEditionAskedFor()
    {
        const auto guides = std::get<Guides>(read(right()));
        const auto named = [&guides](const char *edition) {
            return guides.guideEdition(QStringLiteral("prog"), QStringLiteral("user"), QStringLiteral("en"),
                                       QString::fromLatin1(edition));
        };
        QCOMPARE(texts(*named("panel")), QStringList{QStringLiteral("Panel File")});
        QCOMPARE(named("panel")->steps[0].look, QStringLiteral("L")); // the usual words, not a copy
        QCOMPARE(texts(*named("usual")), QStringList{QStringLiteral("Press File")});
        QVERIFY(named("usual")->note.isEmpty());
        QCOMPARE(named("old")->note, QStringLiteral("old"));
        QCOMPARE(named("old")->steps[0].labels.value(QStringLiteral("menu")), QStringLiteral("Tools"));
        QCOMPARE(named("old")->steps[0].labels.value(QStringLiteral("ok")), QStringLiteral("OK"));
        QVERIFY(!named("2099"));
        QVERIFY(!named(""));
    }
    void aPictureShowsTheLabelThatTheStepNames()
    {
        auto files = right();
        files[QStringLiteral("shared/parts/close.json")].replace(
            "\"two.svg\"", "\"two.svg\", \"labels\": {\"ok\": \"shut\"}");
        files[QStringLiteral("words/en/shared.json")].replace("\"label.ok\"",
                                                              "\"label.shut\": \"Shut\", \"label.ok\"");
        files[QStringLiteral("prog/raise.json")].replace("\"close\"",
                                                         "\"close\", \"watch\": {\"kind\": \"app-closed\"}");
        const auto guides = std::get<Guides>(read(files));
        const auto found
            = guides.guide(QStringLiteral("prog"), QStringLiteral("raise"), QStringLiteral("en"));
        QCOMPARE(found->steps.last().labels.value(QStringLiteral("ok")), QStringLiteral("Shut"));
        QCOMPARE(found->steps.last().watch.kind, QStringLiteral("app-closed"));
        QVERIFY(found->steps.first().watch.kind.isEmpty());
    }
    void aTaskThatLooksTheSameHasNoEditions()
    {
        auto files = right();
        files[QStringLiteral("prog/user.json")].replace("\"part\": \"open\"", "\"id\": \"ask\"");
        for (const char *language : {"en"})
            files[QStringLiteral("words/%1/prog.json").arg(QLatin1String(language))].replace(
                "\"user@old.note\": \"old\"", "\"user.ask.text\": \"Ask\"");
        const auto guides = std::get<Guides>(read(files));
        const auto found = guides.guide(QStringLiteral("prog"), QStringLiteral("user"), QStringLiteral("en"),
                                        QStringLiteral("11.0"));
        QCOMPARE(found->edition, QStringLiteral("usual"));
        QVERIFY(found->editions.isEmpty());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("old");
        QTest::addColumn<QByteArray>("spoiled");
        QTest::addColumn<QString>("inFile");
        QTest::addColumn<QString>("inKey");
        const QString editions
            = QStringLiteral("prog/editions.json"),
            task = QStringLiteral("prog/raise.json"), user = QStringLiteral("prog/user.json"),
            part = QStringLiteral("prog/parts/open.json"), old = QStringLiteral("prog/parts/open@old.json"),
            words = QStringLiteral("words/en/prog.json"), shared = QStringLiteral("words/en/shared.json");
        const auto row = [](const char *name, const QString &file, const char *was, const char *spoiled,
                            const QString &inFile, const char *key) {
            QTest::newRow(name) << file << QByteArray(was) << QByteArray(spoiled) << inFile
                                << QString::fromLatin1(key);
        };
        row("an edition that is not listed", editions, "\"old\"", "\"older\"", old, "old");
        row("an edition that nobody uses", editions, "\"panel\"}", "\"panel\"},\n{\"id\": \"spare\"}",
            editions, "spare");
        row("an edition twice", editions, "\"panel\"", "\"old\"", editions, "editions[1].id");
        row("an edition with the name of the usual one", editions, "\"panel\"", "\"usual\"", editions,
            "editions[1].id");
        row("a range that is none", editions, "11-12", "11..12", editions, "editions[0].versions");
        row("another key", editions, "versions", "version", editions, "editions[0].version");
        row("no editions", editions, "\"editions\"", "\"edition\"", editions, "editions");
        row("an edition without a name", words, "\"edition.old\": \"Old\",\n", "", words, "edition.old");
        row("a label for no place in the picture", old, "\"one.svg\"",
            "\"one.svg\", \"labels\": {\"x\": \"ok\"}", old, "x");
        row("a label that is a number", old, "\"one.svg\"", "\"one.svg\", \"labels\": {\"ok\": 1}", old,
            "steps[0].labels.ok");
        row("a label that nobody has", old, "\"one.svg\"", "\"one.svg\", \"labels\": {\"ok\": \"x\"}", words,
            "label.x");
        row("a part with an unknown watch", task, "\"close\"", "\"close\", \"watch\": {\"kind\": \"x\"}",
            task, "steps[2].watch.kind");
        row("a part that is not there", task, "\"close\"", "\"shut\"", task, "shut");
        row("a part twice", task, "\"close\"", "\"open\"", task, "steps[2].part");
        row("a part in a part", part, "{\"id\": \"menu\", \"picture\": \"one.svg\"}", "{\"part\": \"close\"}",
            part, "close");
        row("a part with a wait", task, "\"open\"", "\"open\", \"wait_minutes\": 1", task,
            "steps[0].wait_minutes");
        row("a step of the task that the part has too", task, "\"slide\"", "\"menu\"", task, "menu");
        row("a step that the part has in one edition", task, "\"slide\"", "\"more\"", task, "more");
        row("a part that nobody uses", task, ",\n{\"part\": \"close\"}", "",
            QStringLiteral("shared/parts/close.json"), "");
        row("no words for a step of an edition", words, "\"open.more.text\": \"More\",\n", "", words,
            "open.more.text");
        row("words for a step that the edition has not", words, "\"open@panel.menu", "\"open@panel.more",
            words, "open@panel.more.text");
        row("a label for an edition that is none", words, "label@old", "label@new", words, "label@new.menu");
        row("a shared label that nobody needs", shared, "\"label.ok\"",
            "\"label.cancel\": \"C\",\n\"label.ok\"", shared, "label.cancel");
        row("a shared text that nobody needs", shared, "\"label.ok\"",
            "\"open.menu.text\": \"C\",\n\"label.ok\"", shared, "open.menu.text");
        row("a picture's label in neither book", shared, "label.ok\": \"OK\"", "label.o\": \"OK\"", words,
            "label.ok");
        row("a shared step with a word of one program", shared, "{label.ok}", "{label.ok} {label.menu}",
            shared, "close.close.text");
    }
    void refuses()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, old);
        QFETCH(QByteArray, spoiled);
        auto files = right();
        QVERIFY(files[file].contains(old));
        files[file].replace(old, spoiled);
        const auto result = read(files);
        QVERIFY(std::holds_alternative<LoadError>(result));
        const auto error = std::get<LoadError>(result);
        QFETCH(QString, inFile);
        QVERIFY2(error.file.endsWith(inFile), qPrintable(error.text()));
        QTEST(error.key, "inKey");
        QVERIFY(!error.why.isEmpty());
    }
    void refusesAFileInTheWrongPlace_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        const auto row = [](const char *name, const char *from, const char *to) {
            QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to);
        };
        row("an edition without the usual one", "prog/raise.json", "prog/raise@old.json");
        row("a part's edition without the usual one", "prog/parts/open.json", "prog/parts/shut@old.json");
        row("no list of editions", "prog/editions.json", "prog/edition.json");
        row("a task for all programs", "prog/user.json", "shared/user.json");
        row("a part with the name of a task", "prog/parts/open@old.json", "prog/parts/user.json");
        row("an edition of what is shared", "prog/parts/open@panel.json", "shared/parts/close@panel.json");
        row("no words for what is shared", "words/en/shared.json", "words/en/prog.txt");
    }
    void refusesAFileInTheWrongPlace()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        auto files = right();
        QVERIFY(files.contains(from));
        files.insert(to, files.take(from));
        QVERIFY(std::holds_alternative<LoadError>(read(files)));
    }

    void aRangeHoldsWhatItSays_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("range");
        QTest::addColumn<bool>("lies");
        const auto row = [](const char *version, const char *range, bool lies) {
            QTest::addRow("%s in %s", version, range)
                << QString::fromLatin1(version) << QString::fromLatin1(range) << lies;
        };
        row("12.0", "12", true);
        row("12", "12", true);
        row("12.0.4518", "11-12", true);
        row("13", "11-12", false);
        row("10.9.9", "11-12", false);
        row("9", "11-12", false); // numbers, not text
        row("153.7.0esr", "128-", true);
        row("115.9", "128-", false);
        row("16.0.5404.1000", "14-16.0.6000", true);
        row("16.0.17932.2", "14-16.0.6000", false);
        row("16.0", "14-16.0.6000", false); // too short to tell
        row("16", "16.0.6000-", false);
        row("", "1-", false);
        row("new", "1-", false);
        row("12", "", false);
        row("12", "twelve", false);
        row("12", "-12", false);
    }
    void aRangeHoldsWhatItSays()
    {
        QFETCH(QString, version);
        QFETCH(QString, range);
        QTEST(liesIn(version, range), "lies");
    }
};

QTEST_GUILESS_MAIN(TestGuideEditions)
#include "test_guide_editions.moc"
