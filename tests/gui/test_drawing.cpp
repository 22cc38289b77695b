#include "knowledge/guide_reader.h"
#include "wizard/widgets/drawing.h"
#include "wizard/widgets/step_picture.h"
#include "wizard/widgets/svg_images.h"
#include "wizard/widgets/svg_path.h"

#include <QBuffer>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QImageIOHandler>
#include <QPainter>
#include <QTest>
#include <memory>

#ifdef TODOKU_QT_SVG
#include <QSvgRenderer>
#endif

using wizard::widgets::Drawing;
using wizard::widgets::StepPicture;

/// Pixels of a hundred: letters and round edges fall a fraction of a pixel apart.
static constexpr double most = 1.5; // a picture full of small words, drawn at half its size, comes to 1.04

class TestDrawing : public QObject
{
    Q_OBJECT
    static QByteArray bytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QByteArray svg(const char *inside)
    {
        return QByteArray("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'>") + inside + "</svg>";
    }
    template <typename Painted>
    static QImage image(const QSize &size, Painted paint)
    {
        QImage drawn(size, QImage::Format_ARGB32_Premultiplied);
        drawn.fill(Qt::white);
        QPainter painter(&drawn);
        paint(&painter);
        return drawn;
    }
    static QImage image(const Drawing &drawing, const QSize &size)
    {
        return image(size, [&](QPainter *painter) { drawing.render(painter, QRectF(QPointF(), size)); });
    }
    /// How many pixels of a hundred differ by more than a shade.
    static double difference(const QImage &one, const QImage &other)
    {
        int different = 0;
        for (int y = 0; y < one.height(); ++y) {
            for (int x = 0; x < one.width(); ++x) {
                const QColor a = one.pixelColor(x, y), b = other.pixelColor(x, y);
                different
                    += qAbs(a.red() - b.red()) + qAbs(a.green() - b.green()) + qAbs(a.blue() - b.blue()) > 48;
            }
        }
        return 100.0 * different / (one.width() * one.height());
    }

private slots:
    void everyDrawingInTheProgramCanBeRead()
    {
        int count = 0;
        QDirIterator files(QStringLiteral(":/"), {QStringLiteral("*.svg")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.startsWith(QStringLiteral(":/qt-project.org")))
                continue; // Qt's own
            QVERIFY2(Drawing().load(StepPicture::withLabels(bytes(path), {})), qPrintable(path));
            ++count;
        }
        QVERIFY(count > 40);
    }

    void looksAsQtSvgDrawsIt_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *folder : {":/guides/pictures", ":/brands"}) {
            QDirIterator files(QString::fromLatin1(folder), {QStringLiteral("*.svg")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                QTest::newRow(qPrintable(path)) << path;
            }
        }
    }
    void looksAsQtSvgDrawsIt()
    {
#ifdef TODOKU_QT_SVG
        QFETCH(QString, path);
        QMap<QString, QString> words; // every placeholder gets one: the place of the text is compared, too
        const QString text = QString::fromUtf8(bytes(path));
        static const QRegularExpression form(QStringLiteral("\\{\\{([^{}]*)\\}\\}"));
        for (const auto &match : form.globalMatch(text))
            words.insert(match.captured(1), QStringLiteral("Wait 届く"));
        const QByteArray content = StepPicture::withLabels(text.toUtf8(), words);

        QSvgRenderer theirs(content);
        Drawing ours;
        QVERIFY(theirs.isValid() && ours.load(content));
        QCOMPARE(ours.size(), theirs.viewBoxF().size());
        for (const double scale : {0.5, 1.0, 2.0}) {
            const QSize size = (ours.size() * scale).toSize();
            const QImage expected = image(size, [&](QPainter *painter) {
                painter->setRenderHint(QPainter::Antialiasing);
                theirs.render(painter, QRectF(QPointF(), size));
            });
            const double percent = difference(image(ours, size), expected);
            QVERIFY2(percent < most, qPrintable(QStringLiteral("%1 % differ at %2").arg(percent).arg(scale)));
        }
#else
        QSKIP("Qt Svg, which it is compared with, is not there");
#endif
    }
    void aMissingPieceWouldShow()
    {
        Drawing whole, part;
        QVERIFY(
            whole.load(svg("<rect width='20' height='20' fill='#ffffff'/><circle cx='9' cy='9' r='2'/>")));
        QVERIFY(part.load(svg("<rect width='20' height='20' fill='#ffffff'/>")));
        QVERIFY(difference(image(whole, {96, 60}), image(part, {96, 60})) > most);
    }

    void refusesWhatItWouldDrawWrongly_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no drawing") << QByteArray("{}");
        QTest::newRow("another language") << QByteArray("<html><p/></html>");
        QTest::newRow("empty") << svg("");
        QTest::newRow("no viewBox") << QByteArray("<svg><rect width='1' height='1'/></svg>");
        QTest::newRow("cut off") << svg("<rect width='1' height='1'/>").chopped(3);
        QTest::newRow("gradient") << svg("<rect width='9' height='9' fill='url(#a)'/>");
        QTest::newRow("style") << svg("<rect width='9' height='9' style='fill:red'/>");
        QTest::newRow("opacity") << svg("<rect width='9' height='9' opacity='0.5'/>");
        QTest::newRow("percent") << svg("<rect width='50%' height='9'/>");
        QTest::newRow("unknown shape") << svg("<polygon points='0,0 1,1 0,1'/>");
        QTest::newRow("picture in the picture") << svg("<image href='a.png'/>");
        QTest::newRow("skew") << svg("<g transform='skewX(3)'><rect width='9' height='9'/></g>");
        QTest::newRow("turn about a point") << svg("<rect width='9' height='9' transform='rotate(9 1 1)'/>");
        QTest::newRow("inherited colour") << svg("<g fill='#ff0000'><rect width='9' height='9'/></g>");
        QTest::newRow("path cut off") << svg("<path d='M1 2 L3'/>");
        QTest::newRow("path without a command") << svg("<path d='1 2 3 4'/>");
        QTest::newRow("path of another kind") << svg("<path d='M1 2 T3 4'/>");
        QTest::newRow("number after the end") << svg("<path d='M1 2 L3 4 Z 5 6'/>");
        QTest::newRow("text in parts") << svg("<text x='1' y='9' font-size='9'>a<tspan>b</tspan></text>");
        QTest::newRow("shape in a shape") << svg("<rect width='9' height='9'><title/></rect>");
    }
    void refusesWhatItWouldDrawWrongly()
    {
        QFETCH(QByteArray, content);
        Drawing drawing;
        QVERIFY(drawing.load(svg("<rect width='9' height='9'/>")));
        QVERIFY(!drawing.load(content));
        QVERIFY(drawing.isEmpty());
    }

    void followsAPath_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QRectF>("box");
        QTest::newRow("lines") << QStringLiteral("M1 2 L5 2 5 8Z") << QRectF(1, 2, 4, 6);
        QTest::newRow("relative") << QStringLiteral("m1,2h4v6z") << QRectF(1, 2, 4, 6);
        QTest::newRow("signs part numbers") << QStringLiteral("M5 5l-4-3.5.5 0") << QRectF(1, 1.5, 4, 3.5);
        QTest::newRow("half a circle") << QStringLiteral("M0 5 A5 5 0 0 1 10 5") << QRectF(0, 0, 10, 5);
        QTest::newRow("the other half") << QStringLiteral("M0 5 A5 5 0 0 0 10 5") << QRectF(0, 5, 10, 5);
        QTest::newRow("radii too small") << QStringLiteral("M0 5 A1 1 0 0 1 10 5") << QRectF(0, 0, 10, 5);
        QTest::newRow("radius nought") << QStringLiteral("M0 5 A0 9 0 0 1 10 6") << QRectF(0, 5, 10, 1);
        QTest::newRow("turned") << QStringLiteral("M0 5 A5 5 30 0 1 10 5") << QRectF(0, 0, 10, 5);
    }
    void followsAPath()
    {
        QFETCH(QString, path);
        QFETCH(QRectF, box);
        const auto read = wizard::widgets::svgPath(path);
        QVERIFY(read);
        const QRectF found = read->boundingRect();
        for (const double gap : {found.left() - box.left(), found.top() - box.top(),
                                 found.right() - box.right(), found.bottom() - box.bottom()})
            QVERIFY2(qAbs(gap) < 0.01, qPrintable(QString::number(gap)));
    }

    void isAPictureForQtAsWell()
    {
        const wizard::widgets::SvgImages images;
        QVERIFY(!images.capabilities(nullptr, "png"));
        QVERIFY(images.capabilities(nullptr, "svg"));
        QFile file(QStringLiteral(":/brands/todoku/tick-dark.svg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::unique_ptr<QImageIOHandler> handler(images.create(&file, "svg"));
        QVERIFY(handler->canRead());
        QCOMPARE(handler->option(QImageIOHandler::Size).toSize(), QSize(96, 96));
        handler->setOption(QImageIOHandler::ScaledSize, QSize(20, 20));
        QImage image;
        QVERIFY(handler->read(&image));
        QCOMPARE(image.size(), QSize(20, 20));
        QCOMPARE(image.pixelColor(0, 0).alpha(), 0);

        QBuffer broken;
        broken.setData("<svg");
        QVERIFY(broken.open(QIODevice::ReadOnly));
        const std::unique_ptr<QImageIOHandler> empty(images.create(&broken, "svg"));
        QVERIFY(!empty->read(&image));
    }
};

QTEST_MAIN(TestDrawing)
#include "test_drawing.moc"
