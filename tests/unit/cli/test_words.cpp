// The command line's own sentences: the same in every language, and none missing.
#include "cli/catalogue.h"
#include "cli/lines_text.h"
#include "cli/words.h"
#include "model/change.h"
#include "model/finding.h"
#include "support/places.h"

#include <QDir>
#include <QRegularExpression>
#include <QtTest>

#include <algorithm>

namespace {

QHash<QString, QString> fileOf(const QString &language)
{
    QFile file(support::inSource("resources/words/%1/cli.json").arg(language));
    QHash<QString, QString> words;
    if (!file.open(QIODevice::ReadOnly))
        return words;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    for (auto word = object.begin(); word != object.end(); ++word)
        words.insert(word.key(), word.value().toString());
    return words;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%[0-9]"));
    QStringList found;
    auto match = place.globalMatch(text);
    while (match.hasNext())
        found.append(match.next().captured());
    found.sort();
    return found;
}

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT
private slots:
    void everyLanguageHasTheSameKeysAndPlaces_data()
    {
        QTest::addColumn<QString>("language");
        QDir words(support::inSource("resources/words"));
        for (const QString &language : words.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (QFile::exists(words.filePath(language + QStringLiteral("/cli.json"))))
                QTest::newRow(qPrintable(language)) << language;
    }
    void everyLanguageHasTheSameKeysAndPlaces()
    {
        QFETCH(QString, language);
        const auto english = fileOf(QStringLiteral("en"));
        const auto other = fileOf(language);
        QVERIFY(!english.isEmpty());
        QStringList a = english.keys(), b = other.keys();
        a.sort();
        b.sort();
        QCOMPARE(b, a);
        for (const QString &key : a) {
            QVERIFY2(!other.value(key).trimmed().isEmpty(), qPrintable(key));
            QCOMPARE(placeholders(other.value(key)), placeholders(english.value(key)));
        }
    }
    void everyKeyInTheSourceHasWords()
    {
        const auto english = fileOf(QStringLiteral("en"));
        static const QRegularExpression key(QStringLiteral(
            "\"((?:error|help|brand|verdict|line|state|apps|timing|remedy|refusal|practice|pack|"
            "visit|trouble|address|"
            "password|change|keychain)\\.[a-z-]+)\""));
        QDir cli(support::inSource("app/cli"));
        int seen = 0;
        for (const QString &name : cli.entryList({QStringLiteral("*.cpp")})) {
            QFile file(cli.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto match = key.globalMatch(QString::fromUtf8(file.readAll()));
            for (; match.hasNext(); ++seen) {
                const QString one = match.next().captured(1);
                QVERIFY2(english.contains(one), qPrintable(name + QStringLiteral(": ") + one));
            }
        }
        QVERIFY(seen > 30);
    }
    void everyRefusalStateAndCommandHasWords()
    {
        const cli::Words words(QStringLiteral("en"));
        for (int i = 0; i <= int(model::Refusal::NotFound); ++i)
            QVERIFY2(words.has(QStringLiteral("refusal.") + model::name(model::Refusal(i))),
                     qPrintable(model::name(model::Refusal(i))));
        for (int i = 0; i <= int(model::EntryState::Conflict); ++i)
            QVERIFY(words.has(QStringLiteral("entry.") + model::name(model::EntryState(i))));
        for (const cli::Command &command : cli::catalogue())
            QVERIFY(words.has(QStringLiteral("help.") + QLatin1String(command.name)));
        for (const session::Line &line : session::Diagnosis({}).lines())
            QVERIFY2(words.has(QStringLiteral("line.") + line.id), qPrintable(line.id));
    }
    void anUnknownLanguageSpeaksEnglish()
    {
        QCOMPARE(cli::Words(QStringLiteral("xx"))(QStringLiteral("state.fine")), QStringLiteral("fine"));
        QCOMPARE(cli::Words(QStringLiteral("ja"))(QStringLiteral("state.fine")), QStringLiteral("正常"));
        QCOMPARE(cli::Words(QStringLiteral("../../etc"))(QStringLiteral("no.such.key")),
                 QStringLiteral("no.such.key"));
    }
    void takesTheLanguageOfTheEnvironment_data()
    {
        QTest::addColumn<QByteArray>("all");
        QTest::addColumn<QByteArray>("lang");
        QTest::addColumn<QString>("language");
        QTest::newRow("Japanese") << QByteArray() << QByteArray("ja_JP.UTF-8") << "ja";
        QTest::newRow("LC_ALL wins") << QByteArray("C.UTF-8") << QByteArray("ja_JP.UTF-8") << "en";
        QTest::newRow("LC_ALL Japanese") << QByteArray("ja") << QByteArray("en_GB") << "ja";
        QTest::newRow("something else") << QByteArray() << QByteArray("de_DE") << "en";
        QTest::newRow("nothing") << QByteArray() << QByteArray() << "en";
    }
    void takesTheLanguageOfTheEnvironment()
    {
        QFETCH(QByteArray, all);
        QFETCH(QByteArray, lang);
        qputenv("LC_ALL", all);
        qunsetenv("LC_MESSAGES");
        qputenv("LANG", lang);
        QTEST(cli::languageOfEnvironment(), "language");
    }
    void alignsWideCharacters()
    {
        QCOMPARE(cli::columns(QStringLiteral("受信")), 4);
        QCOMPARE(cli::columns(QStringLiteral("ab")), 2);
        QCOMPARE(cli::padded(QStringLiteral("受信"), 6), QStringLiteral("受信  "));
        QCOMPARE(cli::padded(QStringLiteral("longer than that"), 3), QStringLiteral("longer than that"));
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "test_words.moc"
