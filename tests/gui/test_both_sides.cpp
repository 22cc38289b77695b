// A change that was not put back: what was before, what was set here, what is now; nothing where there is
// nothing.
#include "wizard/screens/both_sides.h"

#include "wizard/widgets/panel.h"
#include "wizard/widgets/paragraph.h"

#include <QTest>

using wizard::screens::BothSides;

namespace {

QString textOf(const wizard::widgets::Panel &panel)
{
    QStringList found;
    for (const auto *paragraph : panel.findChildren<wizard::widgets::Paragraph *>())
        found.append(paragraph->text());
    return found.join(u'\n');
}

model::Clash clash(const QString &key, const QString &now, bool known)
{
    return {{QStringLiteral("/home/taro/p/prefs.js"), key, QStringLiteral("100"), QStringLiteral("600")},
            now,
            known};
}

} // namespace

class BothSidesTest : public QObject
{
    Q_OBJECT
private slots:
    void showsAllThreeValues()
    {
        wizard::widgets::Panel panel;
        BothSides::show(&panel, {clash(QStringLiteral("mailnews.tcptimeout"), QStringLiteral("900"), true)});
        const QString text = textOf(panel);
        for (const char *value : {"Before: 100 second", "Set here: 600 second", "Now: 900 second"})
            QVERIFY2(text.contains(QString::fromLatin1(value)), qPrintable(text));
    }
    void saysWhereItCannotRead()
    {
        wizard::widgets::Panel panel;
        BothSides::show(&panel, {clash({}, {}, false)});
        const QString text = textOf(panel);
        QVERIFY2(text.contains(QStringLiteral("prefs.js")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("cannot be read")));
        QVERIFY(!text.contains(QStringLiteral("600")));
    }
    void isNotThereWithoutAConflict()
    {
        wizard::widgets::Panel panel;
        BothSides::show(&panel, {clash({}, {}, false)});
        BothSides::show(&panel, {});
        QVERIFY(panel.isHidden());
    }
    void saysWhatAnUndoLeftAlone()
    {
        model::Outcome outcome;
        QVERIFY(BothSides::left(outcome).isEmpty());
        outcome.detail = QStringLiteral("program-started");
        QVERIFY(BothSides::left(outcome).isEmpty());
        outcome.detail = QStringLiteral("keys-only");
        QVERIFY(BothSides::left(outcome).contains(QStringLiteral("Only what was changed here")));
        outcome.detail = QStringLiteral("/home/taro/Outbox 20261122-193700-1");
        QVERIFY(BothSides::left(outcome).contains(QStringLiteral("“Outbox 20261122-193700-1”")));
    }
};

QTEST_MAIN(BothSidesTest)
#include "test_both_sides.moc"
