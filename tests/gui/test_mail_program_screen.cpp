// a setting that differs leads to its walk-through in the right program.
#include "support/loop.h"
#include "support/mail_home.h"
#include "support/skips.h"
#include "wizard/screens/catalogue.h"
#include "wizard/screens/guide_panel.h"
#include "wizard/shell/brand.h"
#include "wizard/shell/window.h"
#include "wizard/widgets/card_button.h"
#include "wizard/widgets/paragraph.h"

#include <QTest>

using namespace wizard;

namespace {

/// Fetches through a port at which nobody is; the practice provider's own port answers.
QByteArray wrongPort()
{
    return "user_pref(\"mail.account.account1.identities\", \"id1\");\n"
           "user_pref(\"mail.account.account1.server\", \"server1\");\n"
           "user_pref(\"mail.accountmanager.accounts\", \"account1\");\n"
           "user_pref(\"mail.identity.id1.useremail\", \"hanako@practice.example\");\n"
           "user_pref(\"mail.server.server1.hostname\", \"imap.practice.example\");\n"
           "user_pref(\"mail.server.server1.port\", 1);\n"
           "user_pref(\"mail.server.server1.socketType\", 3);\n"
           "user_pref(\"mail.server.server1.type\", \"imap\");\n"
           "user_pref(\"mail.server.server1.userName\", \"hanako@practice.example\");\n"
           "user_pref(\"mailnews.tcptimeout\", 600);\n";
}

session::Options practice(const QString &home)
{
    session::Options options;
    options.practice = true;
    options.timeoutScale = 0.2;
    options.home = home;
    options.journalFolder = home + QStringLiteral("/todoku");
    return options;
}

bool says(shell::Window &window, const QString &words)
{
    const auto paragraphs = window.screen()->findChildren<widgets::Paragraph *>();
    return std::any_of(paragraphs.begin(), paragraphs.end(), [&words](const widgets::Paragraph *paragraph) {
        return paragraph->text().contains(words);
    });
}

void look(shell::Visit &visit, shell::Window &window)
{
    visit.language().set(QStringLiteral("en"));
    window.begin(QStringLiteral("A-3"));
    QVERIFY(support::until([&] { return window.screen()->isQuiet(); }));
}

} // namespace

class MailProgramScreen : public QObject
{
    Q_OBJECT
private slots:
    void isWhereAWrongSettingLeads();
    void asksWhichProgramWhereNoneWasFound();
};

void MailProgramScreen::isWhereAWrongSettingLeads()
{
    SKIP_WHERE_NO_TLS_SERVER();
    const support::MailHome home(wrongPort());
    shell::Visit visit(practice(home.path()));
    shell::Window window(visit, screens::catalogue(), shell::brandNamed(QStringLiteral("todoku")));
    look(visit, window);
    const model::Verdict verdict = visit.diagnosis().verdict();
    QVERIFY(!verdict.findings.isEmpty());
    QCOMPARE(verdict.findings.constFirst().id, QStringLiteral("app.wrong-port"));
    window.navigation().jump(QStringLiteral("Z-1"));
    window.screen()->goNext();
    QCOMPARE(window.navigation().current(), QStringLiteral("R-7"));
    QVERIFY(window.screen()->title().contains(QStringLiteral("Thunderbird")));
    QVERIFY(says(window, QStringLiteral("lost")));
    // The change that we would make comes first, the pictures on request.
    const auto *guide = window.screen()->findChild<screens::GuidePanel *>();
    QVERIFY(guide->isHidden());
    window.screen()->goAside();
    QVERIFY(!guide->isHidden());
    window.screen()->goNext();
    QCOMPARE(window.navigation().current(), QStringLiteral("Z-2"));
    window.navigation().jump(QStringLiteral("Z-1"));
    window.screen()->goNext();
    window.screen()->goNext();
    QCOMPARE(window.navigation().current(), QStringLiteral("S-9"));
    QCOMPARE(visit.chosenRemedy, QStringLiteral("thunderbird.servers-as-pack"));
}

void MailProgramScreen::asksWhichProgramWhereNoneWasFound()
{
    const QTemporaryDir empty;
    shell::Visit visit(practice(empty.path()));
    shell::Window window(visit, screens::catalogue(), shell::brandNamed(QStringLiteral("todoku")));
    look(visit, window);
    QVERIFY(visit.diagnosis().visit().apps.isEmpty());
    window.navigation().jump(QStringLiteral("R-7"));
    const auto cards = window.screen()->findChildren<widgets::CardButton *>();
    QVERIFY(!cards.isEmpty());
    QVERIFY(visit.chosenApp.isEmpty());
    cards.constFirst()->click();
    QVERIFY(!visit.chosenApp.isEmpty());
    QVERIFY(cards.constFirst()->isChecked());
}

QTEST_MAIN(MailProgramScreen)
#include "test_mail_program_screen.moc"
