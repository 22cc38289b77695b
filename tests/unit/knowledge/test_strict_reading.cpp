// Data files are taken whole or refused with file, line and key.
#include "knowledge/json_reader.h"
#include "knowledge/knowledge.h"
#include "knowledge/pack_reader.h"
#include "knowledge/pack_writer.h"
#include "support/places.h"

#include <QJsonDocument>
#include <QtTest>

using namespace knowledge;

namespace {

QByteArray examplePack()
{
    QFile file(support::inSource("resources/providers/example.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class StrictReading : public QObject
{
    Q_OBJECT
private slots:
    void refusesJson_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *why, const QByteArray &bytes, int line, const char *key) {
            QTest::newRow(why) << bytes << line << QString::fromLatin1(key);
        };
        row("empty", "", 1, "");
        row("doubled key", "{\n \"a\": 1,\n \"a\": 2\n}", 3, "a");
        row("doubled key, escaped", "{\"a\": 1,\n \"\\u0061\": 2}", 2, "a");
        row("doubled key inside", "{\"o\": [{\"x\": 1,\n\"x\": 1}]}", 2, "o[0].x");
        row("too deep", QByteArray(17, '['), 1, "[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]");
        row("too large", QByteArray(256 * 1024 + 1, ' '), 0, "");
        row("not UTF-8", "{\"a\": \"\xff\"}", 0, "");
        row("NUL", QByteArray("{\"a\": \"x\\u0000\"}"), 1, "a");
        row("turns the direction", "{\"a\":\n \"x\\u202ey\"}", 2, "a");
        row("control character", "{\"a\": \"x\ty\"}", 1, "a");
        row("unknown escape", "{\"a\": \"\\x\"}", 1, "a");
        row("endless string", "{\"a\": \"x", 1, "a");
        row("string too long", "{\"a\": \"" + QByteArray(1025, 'x') + "\"}", 1, "a");
        row("trailing comma", "{\"a\": 1,}", 1, "");
        row("comment", "// no\n{}", 1, "");
        row("something behind", "{}\n{}", 2, "");
        row("leading zero", "{\"a\": 01}", 1, "a");
        row("beyond all numbers", "{\"a\": 1e999}", 1, "a");
        row("no value", "{\"a\":}", 1, "a");
        row("wrong word", "{\"a\": True}", 1, "a");
    }
    void refusesJson()
    {
        QFETCH(QByteArray, bytes);
        const auto read = readJson(QStringLiteral("x.json"), bytes);
        const auto *error = std::get_if<LoadError>(&read);
        QVERIFY(error);
        QCOMPARE(error->file, QStringLiteral("x.json"));
        QTEST(error->line, "line");
        QTEST(error->key, "key");
        QVERIFY(!error->why.isEmpty());
    }

    void readsJson()
    {
        const auto read = readJson({}, "{ \"a\": [1, -2.5e1, true, null, \"\\u5c4a\\n\"], \"b\": {} }");
        const auto *node = std::get_if<JsonNode>(&read);
        QVERIFY(node);
        QCOMPARE(node->member(QStringLiteral("a"))->items.size(), 5);
        QCOMPARE(node->member(QStringLiteral("a"))->items.at(1).number, -25.0);
        QCOMPARE(node->member(QStringLiteral("a"))->items.at(4).text, QStringLiteral("届\n"));
    }

    void refusesPacks_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *from, const char *to, const char *key) {
            QTest::addRow("%s -> %s", from, to)
                << QByteArray(from) << QByteArray(to) << QString::fromLatin1(key);
        };
        row("\"serial\": 7", "\"serail\": 7", "serail");
        row("\"serial\": 7", "\"serial\": \"7\"", "serial");
        row("\"id\": \"example\",", "", "id");
        row("\"id\": \"example\"", "\"id\": \"../example\"", "id");
        row("todoku-pack/1", "todoku-pack/2", "schema");
        row("2027-12-31", "2027-02-30", "valid_until");
        row("\"port\": 995", "\"port\": 0", "incoming[0].port");
        row("\"port\": 995", "\"port\": 65536", "incoming[0].port");
        row("\"port\": 995", "\"port\": 99.5", "incoming[0].port");
        row("\"security\": \"starttls\"", "\"security\": \"ssl\"", "outgoing[0].security");
        row("\"protocol\": \"pop3\"", "\"protocol\": \"smtp\"", "incoming[0].protocol");
        row("\"user\": [\"local\"]", "\"user\": [\"locale\"]", "incoming[0].user");
        row("\"pop.example.ne.jp\"", "\"pop.example.ne.jp:110\"", "incoming[0].host");
        row("\"pop.example.ne.jp\"", "\"pop.example.ne.jp/x\"", "incoming[0].host");
        row("\"pop.example.ne.jp\"", "\"user@pop.example.ne.jp\"", "incoming[0].host");
        row("\"pop.example.ne.jp\"", "\"pop\\\\example.ne.jp\"", "incoming[0].host");
        row("\"pop.example.ne.jp\"", "\"-pop.example.ne.jp\"", "incoming[0].host");
        row("https://webmail.example.ne.jp/", "http://webmail.example.ne.jp/", "webmail[0].url");
        row("https://webmail.example.ne.jp/", "https://webmail.example.ne.jp@evil.example/",
            "webmail[0].url");
        row("https://webmail.example.ne.jp/", "https://webmail.example.ne.jp\\\\@evil.example/",
            "webmail[0].url");
        row(".spamassassin/user_prefs", "../../etc/passwd", "spam.user_prefs.path");
        row(".spamassassin/user_prefs", "/etc/passwd", "spam.user_prefs.path");
        row("203.0.113.0/24", "203.0.113.0", "networks");
        row("0564-00-0000", "javascript:x", "contact.phone");
        row("\"where\": \"login\"", "\"where\": \"logon\"", "words[0].where");
    }
    void refusesPacks()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray bytes = examplePack();
        const qsizetype at = bytes.indexOf(from);
        QVERIFY(at >= 0);
        bytes.replace(at, from.size(), to);
        const auto read = readPackBytes(QStringLiteral("p.json"), bytes);
        const auto *error = std::get_if<LoadError>(&read);
        QVERIFY(error);
        QTEST(error->key, "key");
        QVERIFY(error->line > 0);
        QVERIFY(error->text().startsWith(QStringLiteral("p.json:")));
    }

    void aPackSurvivesWritingAndReading()
    {
        const auto first = readPackBytes({}, examplePack());
        QVERIFY(std::holds_alternative<model::Provider>(first));
        const QJsonObject written = packJson(std::get<model::Provider>(first));
        const auto second = readPackBytes({}, QJsonDocument(written).toJson());
        QVERIFY(std::holds_alternative<model::Provider>(second));
        QCOMPARE(packJson(std::get<model::Provider>(second)), written);
        QCOMPARE(written, QJsonDocument::fromJson(examplePack()).object());
    }

    void aFileThatIsNotThereIsAnErrorToo()
    {
        const auto read = readPack(QStringLiteral("/nowhere/pack.json"));
        QVERIFY(std::holds_alternative<LoadError>(read));
    }
};

QTEST_GUILESS_MAIN(StrictReading)
#include "test_strict_reading.moc"
