// The list of products that stand in between is taken whole, or refused with file, line and key.
#include "knowledge/interceptors_reader.h"
#include "support/places.h"

#include <QtTest>

using namespace knowledge;

namespace {

const QByteArray sound = "{ \"schema\": \"todoku-interceptors/1\",\n"
                         "  \"interceptors\": [\n"
                         "    { \"id\": \"one\", \"product\": \"One\", \"where\": \"pc\",\n"
                         "      \"issuers\": [\"One Root\"], \"banners\": [\"one proxy\"],\n"
                         "      \"confirmed\": true, \"source\": \"seen\" },\n"
                         "    { \"id\": \"two\", \"product\": \"Two\", \"where\": \"network\",\n"
                         "      \"issuers\": [\"Two Root\"], \"source\": \"heard\" } ] }\n";

} // namespace

class Interceptors : public QObject
{
    Q_OBJECT
private slots:
    void areRead()
    {
        const auto read = readInterceptorBytes(QStringLiteral("i.json"), sound);
        const auto *all = std::get_if<QList<Interceptor>>(&read);
        QVERIFY(all);
        QCOMPARE(all->size(), 2);
        QVERIFY(all->first().onThisPc && !all->last().onThisPc);
        QVERIFY(all->first().confirmed && !all->last().confirmed);
        QCOMPARE(all->first().banners, QStringList{QStringLiteral("one proxy")});
    }

    void areRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *from, const char *to, int line, const char *key) {
            QTest::addRow("%s -> %s", from, to)
                << QByteArray(from) << QByteArray(to) << line << QString::fromLatin1(key);
        };
        row("todoku-interceptors/1", "todoku-interceptors/2", 1, "schema");
        row("\"confirmed\": true", "\"confirmd\": true", 5, "interceptors[0].confirmd");
        row("\"confirmed\": true", "\"confirmed\": \"yes\"", 5, "interceptors[0].confirmed");
        row("\"where\": \"pc\"", "\"where\": \"cloud\"", 3, "interceptors[0].where");
        row("\"where\": \"pc\",", "", 3, "interceptors[0].where");
        row("\"id\": \"two\"", "\"id\": \"one\"", 6, "interceptors[1].id");
        row("[\"One Root\"]", "[\"One\"]", 3, "interceptors[0].issuers");
        row("[\"one proxy\"]", "[\"   o \"]", 3, "interceptors[0].banners");
        row("[\"One Root\"], \"banners\": [\"one proxy\"]", "[]", 3, "interceptors[0].issuers");
        row("[\"Two Root\"]", "\"Two Root\"", 7, "interceptors[1].issuers");
        row("[\"Two Root\"], \"source\": \"heard\"", "[\"Two Root\"]", 6, "interceptors[1].source");
        row("\"product\": \"One\"", "\"product\": \"One\", \"product\": \"1\"", 3, "interceptors[0].product");
    }
    void areRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray bytes = sound;
        QVERIFY(bytes.contains(from));
        bytes.replace(bytes.indexOf(from), from.size(), to);
        const auto read = readInterceptorBytes(QStringLiteral("i.json"), bytes);
        const auto *error = std::get_if<LoadError>(&read);
        QVERIFY(error);
        QCOMPARE(error->file, QStringLiteral("i.json"));
        QTEST(error->key, "key");
        QTEST(error->line, "line");
    }

    void ofTheProgramAreSoundAndNameTheirSource()
    {
        const auto read = readInterceptors(support::inSource("resources/knowledge/interceptors.json"));
        if (const auto *error = std::get_if<LoadError>(&read))
            QFAIL(qPrintable(error->text()));
        const auto all = std::get<QList<Interceptor>>(read);
        QVERIFY(all.size() >= 20);
        for (const Interceptor &one : all) {
            QVERIFY(!one.source.isEmpty());
            // Authorities that everybody trusts must never look like a product in between.
            for (const char *honest :
                 {"DigiCert Inc", "Let's Encrypt", "GlobalSign nv-sa", "SECOM Trust Systems CO.,LTD.",
                  "Cybertrust Japan Co., Ltd.", "Sectigo Limited", "Amazon", "Google Trust Services",
                  "Todoku practice authority"})
                for (const QString &pattern : one.issuers)
                    QVERIFY2(!QString::fromLatin1(honest).contains(pattern, Qt::CaseInsensitive),
                             qPrintable(pattern));
        }
    }
};

QTEST_GUILESS_MAIN(Interceptors)
#include "test_interceptors.moc"
