// A provider's edition: its own face, greeting and telephone on the first screen, from the first moment.
#include "gui/clipped.h"
#include "support/loop.h"
#include "wizard/screens/catalogue.h"
#include "wizard/shell/contact_sheet.h"
#include "wizard/shell/stylesheet.h"
#include "wizard/shell/window.h"
#include "wizard/widgets/drawing.h"
#include "wizard/widgets/paragraph.h"

#include <QDir>
#include <QTest>

using namespace wizard;

static const QString madeUp = QStringLiteral("madebiz");

class Edition : public QObject
{
    Q_OBJECT
    static QStringList shown(const QWidget *inside)
    {
        QStringList texts;
        for (const auto *text : inside->findChildren<widgets::Paragraph *>())
            if (text->isVisible())
                texts += text->text();
        return texts;
    }
    static QString startScreen(shell::Brand brand, const QString &language, QStringList *texts)
    {
        shell::Visit visit({});
        visit.language().set(language);
        shell::Window window(visit, screens::catalogue(), brand);
        window.resize(1024, 768);
        window.begin();
        window.show();
        *texts = shown(window.screen());
        // Nothing has been read yet but this one pack.
        return visit.started() ? QStringLiteral("the data were waited for") : window.windowTitle();
    }
private slots:
    void theStartScreenIsTheProviders_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("window");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("ja") << "ja"
                            << "まどビズ メール診断：まどビズのメールのお困りごと、ここで調べられます"
                            << QStringList{
                                   QStringLiteral("まどビズ メール診断"),
                                   QStringLiteral(
                                       "お問い合わせ：まどビズネット　電話 0120-000-000（平日 9:30–18:00）"),
                                   QStringLiteral("まどビズのメールのお困りごと、ここで調べられます")};
        QTest::newRow("en") << "en"
                            << "Madebiz Mail Check: Trouble with your Madebiz mail? Let us find out why."
                            << QStringList{
                                   QStringLiteral("Madebiz Mail Check"),
                                   QStringLiteral("Support: Madebiz Net, telephone 0120-000-000, weekdays "
                                                  "9:30–18:00"),
                                   QStringLiteral("Trouble with your Madebiz mail? Let us find out why.")};
    }
    void theStartScreenIsTheProviders()
    {
        QFETCH(QString, language);
        QFETCH(QString, window);
        QFETCH(QStringList, words);
        QStringList texts;
        QCOMPARE(startScreen(shell::brandNamed(madeUp), language, &texts), window);
        for (const QString &word : words)
            QVERIFY2(texts.contains(word), qPrintable(word + QLatin1String(" / ") + texts.join(u'|')));
    }
    void aLanguageWithoutAGreetingHasOurs()
    {
        shell::Brand brand = shell::brandNamed(madeUp);
        brand.welcomeTitle.remove(QStringLiteral("ja"));
        brand.welcomeLead.remove(QStringLiteral("ja"));
        QStringList texts;
        startScreen(brand, QStringLiteral("ja"), &texts);
        QVERIFY(texts.contains(QStringLiteral("メールのお困りごとを、いっしょに調べます")));
        QVERIFY(!texts.join(u'|').contains(QStringLiteral("Press “Start”")));
    }
    void ourOwnStartScreenNamesNobody()
    {
        QStringList texts;
        startScreen(shell::brandNamed(QStringLiteral("todoku")), QStringLiteral("en"), &texts);
        QVERIFY(!texts.isEmpty() && !texts.join(u'|').contains(QStringLiteral("Support:")));
    }
    void nothingIsClipped_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("percent");
        for (const shell::Language::Choice &choice : shell::Language::choices())
            for (const int percent : shell::textSizes)
                QTest::addRow("%s %d", qPrintable(choice.code), percent) << choice.code << percent;
    }
    void nothingIsClipped()
    {
        QFETCH(QString, language);
        QFETCH(int, percent);
        shell::Brand brand
            = shell::brandNamed(madeUp); // with the longest greeting that the check lets through
        brand.welcomeTitle[language] = QString(60, language == u"ja" ? u'困' : u'm');
        brand.welcomeLead[language] = QStringLiteral("What they say. ").repeated(11).left(160);
        shell::Visit visit({});
        visit.language().set(language);
        shell::Window window(visit, screens::catalogue(), brand);
        window.setTextSize(percent);
        window.resize(1024, 768);
        window.begin();
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(gui::clippedText(*window.screen()), QString());
        QVERIFY(window.screen()->width() <= window.width());
    }
    void asksThemByTelephoneUntilTheAddressNamesAnother()
    {
        shell::Visit visit({});
        visit.brand = shell::brandNamed(madeUp);
        QVERIFY(visit.support() && visit.support()->id == u"madebiz-net");
        visit.diagnosis().setAddress(QStringLiteral("hanako@example.ne.jp"));
        QVERIFY(visit.support() && visit.support()->id == u"example");
        visit.diagnosis().setAddress(QStringLiteral("hanako@somebody.example"));
        QVERIFY(!visit.support());
    }
    void itsPicturesCanBeDrawn()
    {
        const QDir folder(QStringLiteral(":/brands/") + madeUp);
        const QStringList names = folder.entryList({QStringLiteral("*.svg")});
        QCOMPARE(names.size(), 4);
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY2(file.open(QIODevice::ReadOnly) && widgets::Drawing().load(file.readAll()),
                     qPrintable(name));
        }
    }
    void itsOwnTickStandsOnItsAccent()
    {
        shell::Tokens tokens;
        tokens.palette = shell::brandNamed(madeUp).light;
        tokens.brand = madeUp;
        const QString sheet = shell::sheetFor(tokens);
        QVERIFY(sheet.contains(QStringLiteral(":/brands/madebiz/tick-light.svg")));
        QVERIFY(!sheet.contains(u'@'));
    }
    void itsTextStandsOutSevenToOne()
    {
        const shell::Brand brand = shell::brandNamed(madeUp);
        for (const shell::Palette &palette : {brand.light, brand.dark}) {
            for (const shell::Pair &pair : shell::textPairs(palette))
                QVERIFY2(shell::contrast(pair.text, pair.ground) >= 7.0, pair.name);
            for (const shell::Pair &pair : shell::edgePairs(palette))
                QVERIFY2(shell::contrast(pair.text, pair.ground) >= 3.0, pair.name);
        }
    }
};

QTEST_MAIN(Edition)
#include "test_edition.moc"
