#include "knowledge/guide_reader.h"
#include "wizard/widgets/drawing.h"
#include "wizard/widgets/step_picture.h"

#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <QXmlStreamReader>
#include <utility>

using wizard::widgets::StepPicture;

// Set TODOKU_SAVE_PICTURES to a folder to look at them.
class TestGuidePictures : public QObject
{
    Q_OBJECT
    struct Drawing
    {
        QString name, path;
        QMap<QString, QString> labels;
    };
    static QList<Drawing> drawings()
    {
        QList<Drawing> all;
        QMap<QString, bool> known;
        const auto read = knowledge::Guides::read(QStringLiteral(":/"));
        if (const auto *error = std::get_if<knowledge::LoadError>(&read))
            qFatal("%s", qPrintable(error->text()));
        const auto &guides = std::get<knowledge::Guides>(read);
        const auto add = [&](const knowledge::Guide &guide, const QString &language) {
            for (const auto &step : guide.steps) {
                const QString name = guide.app + u'-' + QFileInfo(step.picture).baseName() + u'-' + language;
                const QString words = name + QStringList(step.labels.values()).join(u'|');
                if (std::exchange(known[words], true))
                    continue; // another step has it too
                all += {name + QString::number(all.size()), step.picture, step.labels};
            }
        };
        for (const auto &[program, task] : guides.list()) {
            for (const QString &language : guides.languages()) {
                const auto usual = *guides.guide(program, task, language);
                add(knowledge::filled(usual, 1200), language);
                for (const auto &edition : usual.editions)
                    add(knowledge::filled(*guides.guideEdition(program, task, language, edition.id), 1200),
                        language);
            }
        }
        return all;
    }
    static QByteArray bytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// What is too wide for its box with a given font family; empty: all fits.
    static QString tooWide(const QByteArray &svg, const QString &family)
    {
        QXmlStreamReader xml(svg);
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != u"text")
                continue;
            const auto attributes = xml.attributes();
            QFont font(family);
            font.setPixelSize(attributes.value(QStringLiteral("font-size")).toInt());
            font.setBold(attributes.value(QStringLiteral("font-weight")) == u"bold");
            const double room = attributes.value(QStringLiteral("data-width")).toDouble();
            const QString text = xml.readElementText();
            if (room <= 0 || QFontMetricsF(font).horizontalAdvance(text) > room)
                return text;
        }
        return xml.hasError() ? xml.errorString() : QString();
    }

private slots:
    void everyLabelFitsItsBox()
    {
        // The fallback of a PC without BIZ UDPGothic is wider: both have to fit, where they are installed.
        QStringList families{QStringLiteral("BIZ UDPGothic"), QStringLiteral("Noto Sans CJK JP")};
        families.removeIf([](const QString &family) { return !QFontDatabase::hasFamily(family); });
        if (families.isEmpty())
            QSKIP("neither BIZ UDPGothic nor Noto Sans CJK JP is installed");
        for (const Drawing &drawing : drawings()) {
            const QByteArray svg = StepPicture::withLabels(bytes(drawing.path), drawing.labels);
            for (const QString &family : families) {
                const QString wide = tooWide(svg, family);
                QVERIFY2(wide.isEmpty(), qPrintable(drawing.name + u' ' + family + u' ' + wide));
            }
        }
    }
    void aLabelThatIsTooWideIsNoticed()
    {
        const QByteArray narrow = "<svg><text font-size=\"30\" data-width=\"40\">Send / Receive</text></svg>";
        QCOMPARE(tooWide(narrow, QFont().family()), QStringLiteral("Send / Receive"));
        QVERIFY(!tooWide("<svg><text font-size=\"30\">no box</text></svg>", QFont().family()).isEmpty());
    }
    void everyPictureIsDrawnOnTheSameGrid()
    {
        const QString folder = qEnvironmentVariable("TODOKU_SAVE_PICTURES");
        for (const Drawing &drawing : drawings()) {
            wizard::widgets::Drawing picture;
            QVERIFY2(picture.load(StepPicture::withLabels(bytes(drawing.path), drawing.labels)),
                     qPrintable(drawing.name));
            QCOMPARE(picture.size(), QSizeF(960, 600));
            QImage image(480, 300, QImage::Format_ARGB32);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            picture.render(&painter, image.rect());
            painter.end();
            QCOMPARE(image.pixelColor(0, 0).alpha(), 0); // round corners: sits on a dark card as well
            QCOMPARE(image.pixelColor(240, 6).alpha(), 255);
            if (!folder.isEmpty())
                QVERIFY(image.save(QDir(folder).filePath(drawing.name + QStringLiteral(".png"))));
        }
    }
    void usesOnlyWhatSvgTinyHas()
    {
        for (const Drawing &drawing : drawings()) {
            const QByteArray svg = bytes(drawing.path);
            for (const char *foreign :
                 {"filter", "class=", "style=", "textLength", "<image", "href", "<script", "<use"})
                QVERIFY2(!svg.contains(foreign),
                         qPrintable(drawing.name + u' ' + QString::fromLatin1(foreign)));
        }
    }

    void wordsAreEscaped_data()
    {
        QTest::addColumn<QByteArray>("svg");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QByteArray>("drawn");
        QTest::newRow("plain") << QByteArray("<t>{{a}}</t>") << QStringLiteral("OK")
                               << QByteArray("<t>OK</t>");
        QTest::newRow("markup") << QByteArray("<t>{{a}}</t>") << QStringLiteral("<b>&\"")
                                << QByteArray("<t>&lt;b&gt;&amp;&quot;</t>");
        QTest::newRow("unknown is left out")
            << QByteArray("<t>{{b}}</t>") << QStringLiteral("OK") << QByteArray("<t></t>");
        QTest::newRow("a word is no placeholder")
            << QByteArray("<t>{{a}}</t>") << QStringLiteral("{a}") << QByteArray("<t>{a}</t>");
    }
    void wordsAreEscaped()
    {
        QFETCH(QByteArray, svg);
        QFETCH(QString, word);
        QTEST(StepPicture::withLabels(svg, {{QStringLiteral("a"), word}}), "drawn");
    }

    void takesNoRoomWithoutAPicture_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("none") << QString();
        QTest::newRow("missing") << QStringLiteral(":/guides/pictures/none.svg");
        QTest::newRow("not a picture") << QStringLiteral(":/guides/words/en/outlook.json");
    }
    void takesNoRoomWithoutAPicture()
    {
        QFETCH(QString, path);
        StepPicture picture;
        QVERIFY(picture.setPicture(QStringLiteral(":/guides/pictures/tea.svg"), {}));
        QVERIFY(!picture.setPicture(path, {}));
        QVERIFY(picture.isEmpty() && picture.sizeHint().isEmpty() && picture.isHidden());
        QCOMPARE(picture.heightForWidth(500), 0);
    }
    void keepsItsShape()
    {
        StepPicture picture;
        QVERIFY(picture.setPicture(QStringLiteral(":/guides/pictures/tea.svg"), {}));
        QCOMPARE(picture.heightForWidth(480), 300);
        picture.setMaximumDrawing(480);
        QCOMPARE(picture.heightForWidth(2000), 300);
        picture.setDescription(QStringLiteral("Wait"));
        QCOMPARE(picture.accessibleName(), QStringLiteral("Wait"));
        picture.resize(600, 400);
        const QImage shot = picture.grab().toImage();
        QVERIFY(shot.pixelColor(shot.width() / 2, 30) != shot.pixelColor(2, shot.height() - 3));
    }
};

QTEST_MAIN(TestGuidePictures)
#include "test_guide_pictures.moc"
