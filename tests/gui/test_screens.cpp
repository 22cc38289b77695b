#include "support/loop.h"
#include "wizard/screens/catalogue.h"
#include "wizard/shell/footer.h"
#include "wizard/shell/window.h"
#include "wizard/widgets/paragraph.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLineEdit>
#include <QPushButton>
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
        shell::Visit visit(practice());
        visit.language().set(language);
        shell::Window window(visit, screens::catalogue(), shell::brandNamed(QStringLiteral("todoku")));
        window.setTextSize(percent);
        window.resize(1024, 768);
        window.begin();
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
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
            for (const auto *text : window.findChildren<widgets::Paragraph *>()) {
                if (text->isVisible())
                    QVERIFY2(text->height() >= text->heightForWidth(text->width()),
                             qPrintable(QLatin1String(id) + QLatin1String(": ") + text->text()));
            }
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
        shell::Visit visit(practice());
        visit.language().set(QStringLiteral("ja"));
        shell::Window window(visit, screens::catalogue(), shell::brandNamed(QStringLiteral("todoku")));
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
        shell::Visit visit(practice());
        shell::Window window(visit, screens::catalogue(), shell::brandNamed(QStringLiteral("todoku")));
        window.begin(QStringLiteral("A-2"));
        window.screen()->findChild<QLineEdit *>()->setText(typed);
        window.screen()->goNext();
        QCOMPARE(window.navigation().current(), QStringLiteral("A-2"));
    }
    void thePasswordScreenSaysThatStaffNeverAsk()
    {
        for (const shell::Language::Choice &choice : shell::Language::choices()) {
            shell::Visit visit(practice());
            visit.language().set(choice.code);
            shell::Window window(visit, screens::catalogue(), shell::brandNamed(QStringLiteral("todoku")));
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
    void theVisitCanBeWalkedWithTheKeyboardAlone();
};

/// Presses Enter on the next action when it becomes possible, Tab and Space before it where a choice is
/// asked.
void Screens::theVisitCanBeWalkedWithTheKeyboardAlone()
{
    shell::Visit visit(practice());
    visit.language().set(QStringLiteral("ja"));
    shell::Window window(visit, screens::catalogue(), shell::brandNamed(QStringLiteral("todoku")));
    window.resize(1024, 768);
    window.begin();
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
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
