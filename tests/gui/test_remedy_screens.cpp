// S-5, S-7, S-9: the change of the program that is used, shown in plain words and exactly, then made.
#include "support/loop.h"
#include "support/mail_home.h"
#include "support/skips.h"
#include "wizard/screens/catalogue.h"
#include "wizard/shell/brand.h"
#include "wizard/shell/window.h"
#include "wizard/widgets/card_button.h"
#include "wizard/widgets/paragraph.h"

#include <QPixmap>
#include <QTest>

using namespace wizard;

namespace {

const QString thunderbird = QStringLiteral("thunderbird"), sylpheed = QStringLiteral("sylpheed");

/// A Thunderbird whose account fetches through a port at which nobody is, and a Sylpheed with mail that
/// waits.
class Home : public support::MailHome
{
public:
    Home()
        : MailHome("user_pref(\"mail.account.account1.identities\", \"id1\");\n"
                   "user_pref(\"mail.account.account1.server\", \"server1\");\n"
                   "user_pref(\"mail.accountmanager.accounts\", \"account1\");\n"
                   "user_pref(\"mail.identity.id1.useremail\", \"hanako@practice.example\");\n"
                   "user_pref(\"mail.server.server1.hostname\", \"imap.practise.example\");\n"
                   "user_pref(\"mail.server.server1.directory-rel\", \"[ProfD]ImapMail/imap\");\n"
                   "user_pref(\"mail.server.server1.port\", 1);\n"
                   "user_pref(\"mail.server.server1.type\", \"imap\");\n"
                   "user_pref(\"mail.server.server1.userName\", \"hanako@practice.example\");\n")
    {
        write(QStringLiteral(".sylpheed-2.0/sylpheedrc"), "[Common]\nio_timeout_secs=60\n");
        write(
            QStringLiteral(".sylpheed-2.0/accountrc"),
            "[Account: 1]\naddress=hanako@practice.example\nprotocol=0\nreceive_server=pop.practice.example\n"
            "smtp_server=smtp.practice.example\nuser_id=hanako\n");
        write(QStringLiteral(".sylpheed-2.0/folderlist.xml"),
              "<?xml version=\"1.0\"?><folderlist><folder type=\"mh\" name=\"m\" path=\"Mail\">"
              "<folderitem type=\"queue\" path=\"queue\"/></folder></folderlist>\n");
        for (const char *number : {"1", "2"})
            write(
                QStringLiteral("Mail/queue/") + QLatin1String(number),
                "S:<hanako@practice.example>\n\nSubject: hi\nDate: Sat, 28 Nov 2026 10:00:00 +0900\n\nhi\n");
    }
    session::Options options() const
    {
        session::Options options;
        options.practice = true;
        options.timeoutScale = 0.2;
        options.home = path();
        options.journalFolder = path(QStringLiteral("todoku"));
        return options;
    }
};

bool says(const shell::Window &window, const QString &words)
{
    const auto paragraphs = window.screen()->findChildren<widgets::Paragraph *>();
    return std::any_of(paragraphs.begin(), paragraphs.end(), [&words](const widgets::Paragraph *paragraph) {
        return paragraph->text().contains(words);
    });
}

/// A visit that has looked, at the screen of that number.
struct Walk
{
    Walk(const Home &home, const QString &screen, const QString &program = {}) : visit(home.options())
    {
        visit.language().set(qEnvironmentVariable("TODOKU_SHOT_LANG", QStringLiteral("en")));
        window.setTextSize(qEnvironmentVariable("TODOKU_SHOT_SIZE", QStringLiteral("100")).toInt());
        window.resize(1024, 768);
        window.show();
        window.begin(QStringLiteral("A-3"));
        looked = support::until([this] { return window.screen()->isQuiet(); });
        visit.chosenApp = program;
        window.navigation().jump(screen);
    }
    shell::Screen &screen() { return *window.screen(); }
    QString at() { return window.navigation().current(); }
    void shot(const QString &name)
    {
        if (!qEnvironmentVariableIsSet("TODOKU_SHOTS"))
            return;
        QTest::qWait(150);
        window.grab().save(qEnvironmentVariable("TODOKU_SHOTS") + u'/' + name + QStringLiteral(".png"));
    }

    shell::Visit visit;
    shell::Window window{visit, screens::catalogue(), shell::brandNamed(QStringLiteral("todoku"))};
    bool looked = false;
};

} // namespace

class RemedyScreens : public QObject
{
    Q_OBJECT

private slots:
    void waitsLongerInTheProgramThatIsUsed_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("remedy");
        QTest::newRow("one") << thunderbird << "thunderbird.raise-timeout";
        QTest::newRow("the other") << sylpheed << "sylpheed.raise-timeout";
        QTest::newRow("none: the first that needs it") << QString() << "thunderbird.raise-timeout";
    }

    void waitsLongerInTheProgramThatIsUsed()
    {
        QFETCH(QString, program);
        QFETCH(QString, remedy);
        const Home home;
        Walk walk(home, QStringLiteral("S-7"), program);
        QVERIFY(walk.looked);
        walk.shot(QStringLiteral("S-7-") + program);
        walk.screen().goNext();
        QCOMPARE(walk.at(), QStringLiteral("S-9"));
        QCOMPARE(walk.visit.chosenRemedy, remedy);
        walk.shot(QStringLiteral("S-9-") + remedy);
        QVERIFY(says(walk.window, QStringLiteral("How long to wait for an answer")));
        QVERIFY(says(walk.window, QStringLiteral("600 seconds")));
        walk.screen().goNext();
        QVERIFY(support::until([&] { return walk.screen().isQuiet(); }));
        walk.shot(QStringLiteral("S-9-done-") + remedy);
        walk.screen().goNext();
        QCOMPARE(walk.at(), QStringLiteral("Z-2"));
        walk.shot(QStringLiteral("Z-2-") + remedy);
    }

    void hasNothingToOfferForAProgramWithoutAChange()
    {
        const Home home;
        Walk walk(home, QStringLiteral("S-7"), QStringLiteral("outlook"));
        QVERIFY(walk.screen().aside().text.isEmpty());
        walk.screen().goNext();
        QCOMPARE(walk.at(), QStringLiteral("Z-2")); // by hand
    }

    void changesItsOfferWithTheProgram()
    {
        const Home home;
        Walk walk(home, QStringLiteral("S-7"), QStringLiteral("outlook"));
        for (auto *card : walk.screen().findChildren<widgets::CardButton *>())
            if (card->isVisible() && card->accessibleName().contains(QStringLiteral("Sylpheed")))
                card->click();
        walk.screen().goNext();
        QCOMPARE(walk.visit.chosenRemedy, QStringLiteral("sylpheed.raise-timeout"));
    }

    void setsAsideWhatWaitsInTheProgramThatIsUsed()
    {
        const Home home;
        Walk walk(home, QStringLiteral("S-5"), sylpheed);
        walk.shot(QStringLiteral("S-5-sylpheed"));
        QVERIFY(says(walk.window, QStringLiteral("2 waiting mails")));
        QVERIFY(!Walk(home, QStringLiteral("S-5"), thunderbird).visit.chosenApp.isEmpty());
        Walk other(home, QStringLiteral("S-5"), thunderbird);
        for (const auto *card : other.screen().findChildren<widgets::CardButton *>())
            QVERIFY(!card->isVisible()
                    || !card->accessibleName().contains(QStringLiteral("let this program")));
    }

    void showsEverySettingOfTheServers()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        const Home home;
        Walk walk(home, QStringLiteral("Z-1"));
        QCOMPARE(walk.visit.diagnosis().verdict().findings.value(0).id, QStringLiteral("app.wrong-host"));
        walk.shot(QStringLiteral("Z-1-wrong-host"));
        walk.screen().goNext();
        QCOMPARE(walk.at(), QStringLiteral("S-9"));
        walk.shot(QStringLiteral("S-9-servers"));
        for (const char *words :
             {"Server for receiving", "imap.practise.example", "imap.practice.example", "Port for receiving",
              "Encryption when receiving", "SSL/TLS", "password once more"})
            QVERIFY2(says(walk.window, QString::fromLatin1(words)), words);
        const QByteArray before = support::readFile(home.prefs());
        walk.screen().goNext();
        QVERIFY(support::until([&] { return walk.screen().isQuiet(); }));
        QVERIFY(support::readFile(home.prefs()) != before);
        walk.screen().goNext();
        QCOMPARE(walk.at(), QStringLiteral("Z-2"));
        walk.window.navigation().jump(QStringLiteral("Z-3"));
        walk.shot(QStringLiteral("Z-3"));
        QVERIFY(says(walk.window, QStringLiteral("Set up Thunderbird")));
    }

    void leavesTheServersAloneWhereThePersonSaysNo()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        const Home home;
        Walk walk(home, QStringLiteral("Z-1"));
        walk.screen().goNext();
        QCOMPARE(walk.visit.chosenRemedy, QStringLiteral("thunderbird.servers-as-pack"));
        const QByteArray before = support::readFile(home.prefs());
        walk.screen().goAside();
        QCOMPARE(walk.at(), QStringLiteral("Z-1"));
        QCOMPARE(support::readFile(home.prefs()), before);
    }
};

QTEST_MAIN(RemedyScreens)
#include "test_remedy_screens.moc"
