// An edition's folder is taken whole or refused with file, line and key.
#include "knowledge/brand_reader.h"
#include "model/contrast.h"
#include "support/places.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace knowledge;

namespace {

const QString madeUp = support::inSource("tests/windows/edition/madebiz");
const QString pack = QStringLiteral("madebiz-net");

QByteArray bytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size();
}

/// The made-up edition in a folder that may be spoilt.
class Copy
{
public:
    Copy()
    {
        for (const QString &name : QDir(madeUp).entryList(QDir::Files))
            QFile::copy(QDir(madeUp).filePath(name), path(name));
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

} // namespace

class BrandFolder : public QObject
{
    Q_OBJECT
private slots:
    void ourOwnAndTheMadeUpOneAreSound()
    {
        const auto ours = checkBrand(support::inSource("resources/brands/todoku"));
        QVERIFY2(!ours, qPrintable(ours ? ours->text() : QString()));
        const auto theirs = checkBrand(madeUp, pack);
        QVERIFY2(!theirs, qPrintable(theirs ? theirs->text() : QString()));
    }

    void readsWhatIsThere()
    {
        const auto read = readBrand(madeUp + QStringLiteral("/brand.json"));
        const auto *brand = std::get_if<Brand>(&read);
        QVERIFY(brand);
        QCOMPARE(brand->name.value(QStringLiteral("ja")), QStringLiteral("まどビズ メール診断"));
        QCOMPARE(brand->welcomeTitle.keys(), QStringList({QStringLiteral("en"), QStringLiteral("ja")}));
        QCOMPARE(brand->provider, pack);
        QCOMPARE(brand->dark.value(QStringLiteral("on_accent")), QStringLiteral("#0a2140"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("key");
        const auto row
            = [](const char *why, const QByteArray &from, const QByteArray &to, int line, const char *key) {
                  QTest::newRow(why) << from << to << line << QString::fromLatin1(key);
              };
        row("unknown schema", "todoku-brand/1", "todoku-brand/2", 2, "schema");
        row("no Japanese name", "\"ja\": \"まどビズ メール診断\", ", "", 3, "name.ja");
        row("no English name", ", \"en\": \"Madebiz Mail Check\"", "", 3, "name.en");
        row("no name", "\"name\"", "\"title\"", 1, "name");
        row("doubled key", "\"light\"", "\"dark\"", 11, "dark");
        row("unknown key", "\"lead\"", "\"leader\"", 6, "welcome.leader");
        row("unknown colour", "\"accent_deep\"", "\"accent_dark\"", 10, "light.accent_dark");
        row("no colour", "#1b4a8a", "#1b4a8", 10, "light.accent");
        row("a colour's name", "#1b4a8a", "blue", 10, "light.accent");
        row("one colour of two", ", \"on_accent_soft\": \"#163d73\"", "", 10, "light.on_accent_soft");
        row("hard to read", "#1b4a8a", "#c9a227", 10, "light.on_accent");
        row("hard to read, dark", "#0a2140", "#f0f4ff", 11, "dark.on_accent");
        row("title too long", "Trouble with", QByteArray(60, 'x'), 5, "welcome.title.en");
        row("lead too long", "before you", QByteArray(160, 'x'), 7, "welcome.lead.en");
        row("two lines", "Let us", "Let\\nus", 5, "welcome.title.en");
        row("nothing said", "Trouble with your Madebiz mail? Let us find out why.", " ", 5,
            "welcome.title.en");
        row("a number for words", "\"まどビズのメールのお困りごと、ここで調べられます\"", "7", 5,
            "welcome.title.ja");
        row("no id", "madebiz-net", "../madebiz", 9, "provider");
        row("another pack", "madebiz-net", "somebody", 9, "provider");
        row("no pack named", "\"provider\": \"madebiz-net\",", "", 1, "provider");
    }
    void refuses()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const Copy copy;
        const QString path = copy.path(QStringLiteral("brand.json"));
        QByteArray json = bytes(path);
        QVERIFY(json.contains(from));
        json.replace(json.indexOf(from), from.size(), to);
        QVERIFY(write(path, json));
        const auto error = checkBrand(copy.folder(), pack);
        QVERIFY(error);
        QCOMPARE(error->file, path);
        QTEST(error->key, "key");
        QTEST(error->line, "line");
        QVERIFY(!error->why.isEmpty());
    }

    void aPackThatTheProgramDoesNotHaveIsNamed()
    {
        const Copy copy;
        const QString path = copy.path(QStringLiteral("brand.json"));
        QVERIFY(write(path, bytes(path).replace("madebiz-net", "nobody-at-all")));
        const auto error = checkBrand(copy.folder());
        QVERIFY(error);
        QCOMPARE(error->key, QStringLiteral("provider"));
    }

    void everyPictureIsThereAndReadable_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"icon.svg", "logo.svg", "tick-light.svg", "tick-dark.svg"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everyPictureIsThereAndReadable()
    {
        QFETCH(QString, name);
        const Copy copy;
        for (const QByteArray &content :
             {QByteArray(), QByteArray("<html/>"), QByteArray("<svg>\n<rect>\n</svg>")}) {
            QVERIFY(write(copy.path(name), content));
            const auto error = checkBrand(copy.folder(), pack);
            QVERIFY2(error, content.constData());
            QCOMPARE(error->file, copy.path(name));
        }
        QVERIFY(QFile::remove(copy.path(name)));
        QCOMPARE(checkBrand(copy.folder(), pack)->text(), copy.path(name) + QStringLiteral(": is missing"));
    }

    void countsContrastAsWcagDoes()
    {
        QCOMPARE(model::contrast(0xffffff, 0), 21.0);
        QVERIFY(qAbs(model::contrast(0x777777, 0xffffff) - 4.48) < 0.01);
    }
};

QTEST_GUILESS_MAIN(BrandFolder)
#include "test_brand.moc"
