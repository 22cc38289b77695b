#include "gui/clipped.h"
#include "support/loop.h"
#include "support/skips.h"
#include "wizard/screens/catalogue.h"
#include "wizard/shell/contact_sheet.h"
#include "wizard/shell/footer.h"
#include "wizard/shell/header.h"
#include "wizard/shell/jump_sheet.h"
#include "wizard/shell/window.h"
#include "wizard/widgets/paragraph.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace wizard;

static session::Options practice()
{
    session::Options options;
    options.practice = true;
    options.practiceFaults = QStringList{QStringLiteral("slow-scan")};
    options.practiceScanSeconds = 1.5;
    return options;
}

/// A practice visit, and the window on it.
struct Practising
{
    explicit Practising(const QString &language = QStringLiteral("ja")) { visit.language().set(language); }
    /// At its first screen, for all to see.
    [[nodiscard]] bool isShown(int percent, const QSize &size)
    {
        window.setTextSize(percent);
        window.resize(size);
        window.begin();
        window.show();
        return QTest::qWaitForWindowExposed(&window);
    }
    shell::Visit visit{practice()};
    shell::Window window{visit, screens::catalogue(), shell::brandNamed(QStringLiteral("todoku"))};
};

class Screens : public QObject
{
    Q_OBJECT
    static void everyLanguage(const QList<int> &percents)
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("percent");
        for (const shell::Language::Choice &choice : shell::Language::choices()) {
            for (const int percent : percents)
                QTest::addRow("%s %d", qPrintable(choice.code), percent) << choice.code << percent;
        }
    }
    /// One visit, all screens, each shown as a person would see it after jumping to its number.
    template <typename Look>
    static void onEveryScreen(Look look)
    {
        QFETCH(QString, language);
        QFETCH(int, percent);
        Practising shown(language);
        auto &[visit, window] = shown;
        QVERIFY(shown.isShown(percent, QSize(1024, 768)));
        visit.chosenRemedy = QStringLiteral("thunderbird.raise-timeout");
        for (const shell::ScreenEntry &entry : screens::catalogue()) {
            window.navigation().jump(QLatin1String(entry.id));
            QVERIFY2(support::until([&] { return window.screen()->isQuiet(); }), entry.id);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            for (int i = 0; i < 5; ++i) // rows that appeared, their layout, and what that moved
                QCoreApplication::processEvents();
            look(window, entry.id);
            if (QTest::currentTestFailed())
                return;
        }
    }
private slots:
    void everyScreenSaysWhatItIs_data() { everyLanguage({100}); }
    void everyScreenSaysWhatItIs()
    {
        onEveryScreen([](const shell::Window &window, const char *id) {
            QCOMPARE(window.screen()->objectName(), QLatin1String(id));
            QVERIFY2(!window.screen()->title().isEmpty() && !window.screen()->accessibleName().isEmpty(), id);
            for (const auto *button : window.findChildren<QAbstractButton *>()) {
                if (button->isVisible() && button->focusPolicy() != Qt::NoFocus)
                    QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(), id);
            }
            for (const auto *field : window.findChildren<QLineEdit *>())
                QVERIFY2(!field->accessibleName().isEmpty(), id);
        });
    }
    void everyTargetIsLargeEnough_data() { everyLanguage({100}); }
    void everyTargetIsLargeEnough()
    {
        onEveryScreen([](const shell::Window &window, const char *id) {
            for (const auto *target : window.findChildren<QWidget *>()) {
                if (!target->isVisible() || target->focusPolicy() == Qt::NoFocus
                    || !(qobject_cast<const QAbstractButton *>(target)
                         || qobject_cast<const QLineEdit *>(target)))
                    continue;
                QVERIFY2(target->width() >= 44 && target->height() >= 44,
                         qPrintable(QStringLiteral("%1: %2 %3x%4")
                                        .arg(QLatin1String(id), target->accessibleName())
                                        .arg(target->width())
                                        .arg(target->height())));
            }
        });
    }
    void nothingIsClipped_data() { everyLanguage({100, 150, 200}); }
    void nothingIsClipped()
    {
        onEveryScreen([](const shell::Window &window, const char *id) {
            const QString clipped = gui::clippedText(window);
            QVERIFY2(clipped.isEmpty(), qPrintable(QLatin1String(id) + QLatin1String(": ") + clipped));
            for (const auto *button : window.findChildren<QPushButton *>()) {
                if (button->isVisible())
                    QVERIFY2(button->width() >= button->sizeHint().width() - 2,
                             qPrintable(QLatin1String(id) + QLatin1String(": ") + button->text()));
            }
            const auto *scroll = window.findChild<QScrollArea *>();
            QVERIFY2(scroll->widget()->width() <= scroll->viewport()->width(), id);
            QVERIFY2(window.width() == 1024 && window.height() == 768, id);
        });
    }
    void aChangeOfLanguageOrSizeKeepsWhatWasTyped()
    {
        Practising shown(QStringLiteral("ja"));
        auto &[visit, window] = shown;
        window.begin(QStringLiteral("A-2"));
        auto *field = window.screen()->findChild<QLineEdit *>();
        field->setText(QStringLiteral("taro@example.ne.jp"));
        const QString japanese = window.screen()->title();
        visit.language().set(QStringLiteral("en"));
        QCoreApplication::processEvents();
        QVERIFY(window.screen()->title() != japanese);
        window.setTextSize(200);
        QCOMPARE(window.screen()->findChild<QLineEdit *>()->text(), QStringLiteral("taro@example.ne.jp"));
        window.navigation().jump(QStringLiteral("A-4"));
        window.navigation().back();
        QCOMPARE(window.screen()->findChild<QLineEdit *>()->text(), QStringLiteral("taro@example.ne.jp"));
    }
    void aWrongAddressIsSaidAndDoesNotGoOn_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no at") << QStringLiteral("hanako");
        QTest::newRow("two at") << QStringLiteral("a@b@example.ne.jp");
        QTest::newRow("no domain") << QStringLiteral("hanako@");
    }
    void aWrongAddressIsSaidAndDoesNotGoOn()
    {
        QFETCH(QString, typed);
        Practising shown;
        auto &[visit, window] = shown;
        window.begin(QStringLiteral("A-2"));
        window.screen()->findChild<QLineEdit *>()->setText(typed);
        window.screen()->goNext();
        QCOMPARE(window.navigation().current(), QStringLiteral("A-2"));
    }
    void thePasswordScreenSaysThatStaffNeverAsk()
    {
        for (const shell::Language::Choice &choice : shell::Language::choices()) {
            Practising shown(choice.code);
            auto &[visit, window] = shown;
            window.begin(QStringLiteral("R-3"));
            bool said = false;
            for (const auto *text : window.screen()->findChildren<widgets::Paragraph *>())
                said
                    |= text->text().contains(QStringLiteral("係の者がパスワードをお聞きすることはありません"))
                    || text->text().contains(QStringLiteral("never ask you for your password"));
            QVERIFY2(said, qPrintable(choice.code));
            QCOMPARE(window.screen()->findChild<QLineEdit *>()->echoMode(), QLineEdit::Password);
        }
    }
    void practiceOffersNoSafe()
    {
        Practising shown;
        auto &[visit, window] = shown;
        window.begin(QStringLiteral("R-3"));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.screen()->findChild<QLineEdit *>()->isVisible());
        QVERIFY(!window.screen()->findChild<QCheckBox *>()->isVisible());
    }
    void aSheetIsNotClipped_data() { everyLanguage({100, 200}); }
    void aSheetIsNotClipped()
    {
        QFETCH(QString, language);
        QFETCH(int, percent);
        Practising shown(language);
        auto &[visit, window] = shown;
        QVERIFY(shown.isShown(percent, QSize(640, 480)));
        shell::JumpSheet jump(&window);
        shell::ContactSheet contact(visit, QStringLiteral("A-1"), &window);
        for (QDialog *sheet : {static_cast<QDialog *>(&jump), static_cast<QDialog *>(&contact)}) {
            sheet->show();
            QVERIFY(QTest::qWaitForWindowExposed(sheet));
            if (sheet == &jump)
                jump.sayUnknown();
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
            QVERIFY(sheet->height() <= sheet->screen()->availableGeometry().height());
            QCOMPARE(gui::clippedText(*sheet), QString());
            const auto *scroll = sheet->findChild<QScrollArea *>();
            QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
            sheet->hide();
        }
    }
    void tabGoesAsItIsRead()
    {
        Practising shown;
        auto &[visit, window] = shown;
        window.begin(QStringLiteral("A-4"));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QWidget *header = window.findChild<shell::Header *>(),
                      *footer = window.findChild<shell::Footer *>();
        const auto partOf = [&](const QWidget *widget) {
            return header->isAncestorOf(widget) ? 0 : footer->isAncestorOf(widget) ? 2 : 1;
        };
        for (const bool forward : {true, false}) {
            QWidget *const start = QApplication::focusWidget();
            int turns = 0, steps = 0;
            do {
                const int before = partOf(QApplication::focusWidget());
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab,
                                forward ? Qt::NoModifier : Qt::ShiftModifier);
                const int now = partOf(QApplication::focusWidget());
                turns += now != before;
                QVERIFY(now == before || now == (before + (forward ? 1 : 2)) % 3);
            } while (QApplication::focusWidget() != start && ++steps < 100);
            QCOMPARE(turns, 3);
        }
    }
    void theVisitCanBeWalkedWithTheKeyboardAlone();
};

/// Presses Enter on the next action when it becomes possible, Tab and Space before it where a choice is
/// asked.
void Screens::theVisitCanBeWalkedWithTheKeyboardAlone()
{
    SKIP_WHERE_NO_TLS_SERVER();
    Practising shown(QStringLiteral("ja"));
    auto &[visit, window] = shown;
    QVERIFY(shown.isShown(100, QSize(1024, 768)));
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *next = window.findChild<QPushButton *>(QStringLiteral("next"));
    const auto press = [&](Qt::Key key) {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key);
    };
    const auto tabTo = [&](auto wanted) {
        for (int i = 0; i < 60; ++i) {
            if (QWidget *focus = QApplication::focusWidget(); focus && wanted(focus))
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    };
    const auto isNext = [&](const QWidget *widget) { return widget == next; };
    const auto isAside = [](const QWidget *widget) { return widget->objectName() == QLatin1String("aside"); };
    const auto card = [&](const QString &words) {
        return [words](const QWidget *widget) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            return button && button->text().contains(words);
        };
    };
    QStringList path;
    for (int i = 0; i < 40 && window.navigation().current() != QLatin1String("Z-9"); ++i) {
        const QString at = window.navigation().current();
        path += at;
        QVERIFY2(support::until([&] { return window.screen()->isQuiet(); }), qPrintable(at));
        if (at == QLatin1String("A-4"))
            QVERIFY(tabTo(card(QStringLiteral("何通も"))));
        if (at == QLatin1String("Z-2"))
            QVERIFY(tabTo(card(QStringLiteral("はい"))));
        if (at == QLatin1String("A-4") || at == QLatin1String("Z-2"))
            press(Qt::Key_Space);
        if (at == QLatin1String("R-3") && window.screen()->findChild<QLineEdit *>()->isEnabled()
            && window.screen()->findChild<QLineEdit *>()->isVisible()) {
            QVERIFY(tabTo(
                [](const QWidget *widget) { return qobject_cast<const QLineEdit *>(widget) != nullptr; }));
            QTest::keyClicks(QApplication::focusWidget(), visit.diagnosis().practicePassword());
        }
        const bool stop = at == QLatin1String("S-5");
        QVERIFY2(stop ? tabTo(isAside) : tabTo(isNext), qPrintable(at));
        press(Qt::Key_Space);
        QVERIFY2(support::until([&] { return window.screen()->isQuiet(); }), qPrintable(at));
    }
    QVERIFY2(window.navigation().current() == QLatin1String("Z-9"), qPrintable(path.join(QLatin1Char(' '))));
    for (const char *id : {"A-2", "A-3", "S-5", "S-6", "R-3", "S-7", "S-9", "Z-2", "Z-3"})
        QVERIFY2(path.contains(QLatin1String(id)), qPrintable(path.join(QLatin1Char(' '))));
}

QTEST_MAIN(Screens)
#include "test_screens.moc"
