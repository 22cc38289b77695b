// The list of known pages is taken whole or refused with line and key.
#include "knowledge/knowledge.h"
#include "knowledge/web_checks_reader.h"

#include <QTemporaryFile>
#include <QtTest>

using namespace knowledge;

namespace {

std::variant<QList<model::WebCheck>, LoadError> read(const QByteArray &text)
{
    QTemporaryFile file;
    if (!file.open() || file.write(text) != text.size() || !file.flush())
        return LoadError{};
    return readWebChecks(file.fileName());
}

QByteArray listOf(const QByteArray &pages)
{
    return "{\"schema\": \"todoku-web-checks/1\",\n\"pages\": [" + pages + "]}";
}

const QByteArray good = "{\"host\": \"page.test\", \"path\": \"/ok.txt\", \"status\": 200, \"body\": \"ok\", "
                        "\"source\": \"x\"}";

} // namespace

class WebChecks : public QObject
{
    Q_OBJECT
private slots:
    void theProgramsOwnListIsReadAndDecides()
    {
        const auto loaded = Knowledge::load();
        QVERIFY(std::holds_alternative<Knowledge>(loaded));
        const QList<model::WebCheck> pages = std::get<Knowledge>(loaded).webChecks();
        int known = 0, byAddress = 0;
        for (const model::WebCheck &page : pages) {
            known += page.contentKnown();
            byAddress += !page.contentKnown();
        }
        QVERIFY2(known >= 2, "one page alone may be broken itself");
        QVERIFY2(byAddress >= 1, "without a page at an address, a dead name service looks like a dead line");
    }
    void aPageIsTakenAsItIs()
    {
        const auto pages = read(listOf(good));
        QVERIFY(std::holds_alternative<QList<model::WebCheck>>(pages));
        const model::WebCheck page = std::get<QList<model::WebCheck>>(pages).first();
        QCOMPARE(page.host, QStringLiteral("page.test"));
        QCOMPARE(page.path, QStringLiteral("/ok.txt"));
        QCOMPARE(page.status, 200);
        QCOMPARE(page.body, QByteArray("ok"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("key");
        const auto changed = [](const char *from, const char *to) {
            QByteArray page = good;
            return listOf(page.replace(from, to));
        };
        const auto row = [](const char *what, const QByteArray &text, const char *key) {
            QTest::newRow(what) << text << QString::fromLatin1(key);
        };
        row("no JSON", "x", "");
        row("another schema", "{\"schema\": \"todoku-web-checks/2\", \"pages\": []}", "schema");
        row("no pages", listOf(""), "pages");
        row("the same host twice", listOf(good + "," + good), "pages[1].host");
        row("unknown key", changed("\"source\"", "\"more\": 1, \"source\""), "pages[0].more");
        row("no host", changed("\"host\": \"page.test\", ", ""), "pages[0].host");
        row("host with a port", changed("page.test", "page.test:80"), "pages[0].host");
        row("host that is an address of the web", changed("page.test", "http://page.test"), "pages[0].host");
        row("path without a slash", changed("/ok.txt", "ok.txt"), "pages[0].path");
        row("path with a line end", changed("/ok.txt", "/ok\\r\\nHost: x"), "pages[0].path");
        row("path with a question", changed("/ok.txt", "/ok?me"), "pages[0].path");
        row("status of a redirection", changed("200", "302"), "pages[0].status");
        row("status that is none", changed("200", "2000"), "pages[0].status");
        row("status in words", changed("200", "\"200\""), "pages[0].status");
        row("no body where one belongs", changed("\"ok\"", "\"\""), "pages[0].body");
        row("a body that never comes", changed("200", "204"), "pages[0].body");
        row("no source", changed(", \"source\": \"x\"", ""), "pages[0].source");
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        const auto pages = read(text);
        QVERIFY(std::holds_alternative<LoadError>(pages));
        QTEST(std::get<LoadError>(pages).key, "key");
    }
    void aFileThatIsNotThereIsRefused()
    {
        QVERIFY(std::holds_alternative<LoadError>(readWebChecks(QStringLiteral("/nonexistent.json"))));
    }
};

QTEST_GUILESS_MAIN(WebChecks)
#include "test_web_checks.moc"
