// what is kept can be forgotten where it is asked for, and the person is told how it went.
#include "session/kept_password.h"
#include "support/loop.h"
#include "support/private_keyring.h"
#include "support/skips.h"
#include "wizard/screens/catalogue.h"
#include "wizard/shell/window.h"
#include "wizard/widgets/paragraph.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace wizard;
using session::KeptItems;

namespace {

struct Words
{
    QString button, gone, failed;
};

Words wordsOf(const QString &language)
{
    if (language == u"ja")
        return {QStringLiteral("保存したパスワードを消す"), QStringLiteral("パスワードを消しました"),
                QStringLiteral("いまは消せませんでした")};
    return {QStringLiteral("Forget the kept password"), QStringLiteral("The kept password has been removed"),
            QStringLiteral("could not be removed just now")};
}

QPushButton *visibleButton(const shell::Window &window, const QString &text)
{
    for (auto *button : window.screen()->findChildren<QPushButton *>())
        if (button->text() == text && button->isVisible())
            return button;
    return nullptr;
}

bool says(const shell::Window &window, const QString &words)
{
    for (const auto *paragraph : window.screen()->findChildren<widgets::Paragraph *>())
        if (paragraph->isVisible() && paragraph->text().contains(words))
            return true;
    return false;
}

} // namespace

class ForgetPassword : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    static void everyLanguage()
    {
        QTest::addColumn<QString>("language");
        for (const shell::Language::Choice &choice : shell::Language::choices())
            QTest::addRow("%s", qPrintable(choice.code)) << choice.code;
    }
    /// Practice, at the password screen, in the language of the row. `kept` of its account: listed, and in
    /// the keychain where there is one.
    template <typename Look>
    void atThePassword(bool kept, Look look)
    {
        QFETCH(QString, language);
        session::Options options;
        options.practice = true;
        options.practiceFaults = QStringList{QStringLiteral("slow-scan")};
        options.journalFolder = m_folder.path();
        shell::Visit visit(options);
        visit.language().set(language);
        if (kept) {
            const QString item = session::KeptPassword::itemOf(visit.diagnosis().visit());
            QVERIFY(KeptItems(options.journalFolder).note(item));
        }
        shell::Window window(visit, screens::catalogue(), shell::brandNamed(QStringLiteral("todoku")));
        window.begin(QStringLiteral("R-3"));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        look(visit, window, wordsOf(language));
    }

private slots:
    void passesEverythingWithARealKeyring()
    {
        if (support::inPrivateKeyring())
            QSKIP("runs outside the private session");
        support::runInPrivateKeyring(QStringLiteral("ForgetPassword::isGoneAndToldSo(ja)"));
    }
    void isNotOfferedWhereNothingIsKept_data() { everyLanguage(); }
    void isNotOfferedWhereNothingIsKept()
    {
        atThePassword(false, [](shell::Visit &, const shell::Window &window, const Words &words) {
            QVERIFY(!visibleButton(window, words.button));
        });
    }
    void saysSoWhereItCannotBeRemoved_data() { everyLanguage(); }
    void saysSoWhereItCannotBeRemoved()
    {
        SKIP_ON_WINDOWS("the Credential Store is always there");
        if (support::inPrivateKeyring())
            QSKIP("runs outside the private session");
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", "/nonexistent");
        atThePassword(true, [](shell::Visit &, const shell::Window &window, const Words &words) {
            QPushButton *button = visibleButton(window, words.button);
            QVERIFY(button);
            QCOMPARE(button->property("role").toString(), QStringLiteral("quiet"));
            button->click();
            QVERIFY(support::until([&] { return window.screen()->isQuiet(); }));
            QVERIFY(says(window, words.failed));
            QVERIFY2(visibleButton(window, words.button) && button->isEnabled(), "to be tried again");
        });
    }

    // From here on: inside the private session
    void isGoneAndToldSo_data() { everyLanguage(); }
    void isGoneAndToldSo()
    {
        if (!support::inPrivateKeyring())
            QSKIP("runs inside the private session");
        atThePassword(true, [this](shell::Visit &visit, const shell::Window &window, const Words &words) {
            using secrets::Keyring;
            Keyring keyring;
            std::optional<Keyring::Result> heard;
            const QString item = session::KeptPassword::itemOf(visit.diagnosis().visit());
            connect(&keyring, &Keyring::hasWritten, this,
                    [&heard](const QString &, Keyring::Result result) { heard = result; });
            connect(&keyring, &Keyring::hasRead, this,
                    [&heard](const QString &, Keyring::Result result) { heard = result; });
            keyring.write(item, model::Secret(QStringLiteral("kanaria")));
            QVERIFY(support::until([&heard] { return heard.has_value(); }));
            QCOMPARE(*heard, Keyring::Result::Done);
            visibleButton(window, words.button)->click();
            QVERIFY(support::until([&] { return window.screen()->isQuiet(); }));
            QVERIFY(says(window, words.gone));
            QVERIFY(!visibleButton(window, words.button));
            QVERIFY(window.screen()->findChild<QLineEdit *>()->isEnabled());
            QCOMPARE(KeptItems(m_folder.path()).all(), std::optional(QStringList()));
            heard.reset();
            keyring.read(item);
            QVERIFY(support::until([&heard] { return heard.has_value(); }));
            QCOMPARE(*heard, Keyring::Result::NotFound);
        });
    }
};

QTEST_MAIN(ForgetPassword)
#include "test_forget_password.moc"
