#include "wizard/shell/brand.h"

#include <QTest>

using namespace wizard::shell;

class Contrast : public QObject
{
    Q_OBJECT
    static QList<QPair<QString, Palette>> palettes()
    {
        QList<QPair<QString, Palette>> all{{QStringLiteral("house, light"), lightPalette()},
                                           {QStringLiteral("house, dark"), darkPalette()}};
        for (const QString &id : brandIds()) {
            all += {id + QStringLiteral(", light"), brandNamed(id).light};
            all += {id + QStringLiteral(", dark"), brandNamed(id).dark};
        }
        return all;
    }
    static void rows(QList<Pair> (*pairs)(const Palette &))
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        for (const auto &[name, palette] : palettes()) {
            for (const Pair &pair : pairs(palette))
                QTest::addRow("%s: %s", qPrintable(name), pair.name) << pair.text << pair.ground;
        }
    }
private slots:
    void knowsTheFormulaOfWcag()
    {
        QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }
    void textStandsOutSevenToOne_data() { rows(textPairs); }
    void textStandsOutSevenToOne()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        QVERIFY2(contrast(text, ground) >= 7.0, qPrintable(QString::number(contrast(text, ground))));
    }
    void edgesStandOutThreeToOne_data() { rows(edgePairs); }
    void edgesStandOutThreeToOne()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        QVERIFY2(contrast(text, ground) >= 3.0, qPrintable(QString::number(contrast(text, ground))));
    }
    void anUnknownBrandWearsTheHouseColours()
    {
        QCOMPARE(brandNamed(QStringLiteral("nobody")).light.accent, lightPalette().accent);
    }
};

QTEST_MAIN(Contrast)
#include "test_contrast.moc"
