// What was typed is understood exactly, or refused.
#include "cli/options.h"

#include <QtTest>

class OptionsTest : public QObject
{
    Q_OBJECT
private:
    static std::variant<session::Options, cli::WrongOption> read(const QStringList &typed)
    {
        QCommandLineParser parser;
        cli::declareCommon(parser);
        cli::declareVisit(parser);
        cli::declarePassword(parser);
        if (!parser.parse(cli::prepared(QStringList{QStringLiteral("todoku-cli")} + typed)))
            return cli::WrongOption{parser.errorText(), {}};
        return cli::readOptions(parser);
    }
    static QStringList words(const char *line)
    {
        return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
    }

private slots:
    void readsSizes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<qint64>>("sizes");
        QTest::newRow("usual") << "50k,1m,5m" << QList<qint64>{51'200, 1'048'576, 5'242'880};
        QTest::newRow("bytes") << "700" << QList<qint64>{700};
        QTest::newRow("blanks") << " 1k , 2K " << QList<qint64>{1024, 2048};
        QTest::newRow("nothing") << "" << QList<qint64>();
        QTest::newRow("empty part") << "1k,,2k" << QList<qint64>();
        QTest::newRow("zero") << "0" << QList<qint64>();
        QTest::newRow("negative") << "-5k" << QList<qint64>();
        QTest::newRow("too large") << "51m" << QList<qint64>();
        QTest::newRow("overflow") << "99999999999m" << QList<qint64>();
        QTest::newRow("unit alone") << "k" << QList<qint64>();
        QTest::newRow("word") << "huge" << QList<qint64>();
        QTest::newRow("fraction") << "1.5m" << QList<qint64>();
    }
    void readsSizes()
    {
        QFETCH(QString, text);
        QTEST(cli::readSizes(text), "sizes");
    }
    void practiceMayStandAlone_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QStringList>("faults");
        QTest::newRow("alone") << QByteArray("--practice") << QStringList();
        QTest::newRow("before another option") << QByteArray("--practice --json") << QStringList();
        QTest::newRow("with a fault") << QByteArray("--practice busy") << QStringList{QStringLiteral("busy")};
        QTest::newRow("twice") << QByteArray("--practice busy --practice preauth")
                               << QStringList{QStringLiteral("busy"), QStringLiteral("preauth")};
        QTest::newRow("with commas") << QByteArray("--practice=busy,preauth")
                                     << QStringList{QStringLiteral("busy"), QStringLiteral("preauth")};
    }
    void practiceMayStandAlone()
    {
        QFETCH(QByteArray, typed);
        const auto read_ = read(words(typed.constData()));
        const auto *options = std::get_if<session::Options>(&read_);
        QVERIFY(options && options->practice);
        QTEST(options->practiceFaults, "faults");
    }
    void refusesWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("typed");
        for (const char *typed :
             {"--timeout-scale x", "--timeout-scale 0", "--timeout-scale -1", "--timeout-scale nan",
              "--scan-seconds soon", "--scan-seconds 0", "--nonsense", "--address", "--json=yes"})
            QTest::newRow(typed) << QByteArray(typed);
    }
    void refusesWhatItCannotRead()
    {
        QFETCH(QByteArray, typed);
        QVERIFY(std::holds_alternative<cli::WrongOption>(read(words(typed.constData()))));
    }
    void carriesEverythingOver()
    {
        const auto read_
            = read(words("--provider p.json --timeout-scale 0.5 --route a:1=b:2 --route c:3=d:4 --resolver "
                         "192.0.2.1 --home /h --registry r.reg --ca c.pem --journal /j --scan-seconds 3"));
        const auto &options = std::get<session::Options>(read_);
        QCOMPARE(options.providerFileOrId, QStringLiteral("p.json"));
        QCOMPARE(options.timeoutScale, 0.5);
        QCOMPARE(options.routes.size(), 2);
        QCOMPARE(options.resolvers, QStringList{QStringLiteral("192.0.2.1")});
        QCOMPARE(options.home, QStringLiteral("/h"));
        QCOMPARE(options.registryExport, QStringLiteral("r.reg"));
        QCOMPARE(options.caFile, QStringLiteral("c.pem"));
        QCOMPARE(options.journalFolder, QStringLiteral("/j"));
        QCOMPARE(options.practiceScanSeconds, 3.0);
        QVERIFY(!options.practice);
    }
};

QTEST_GUILESS_MAIN(OptionsTest)
#include "test_options.moc"
