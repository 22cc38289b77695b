#include "knowledge/guide_watch.h"

#include <QTest>

using namespace knowledge;

class TestGuideWatch : public QObject
{
    Q_OBJECT
    static model::AppProfile profile(bool running)
    {
        model::AppProfile one;
        one.running = running;
        return one;
    }
    static model::MailApp app(const QList<model::AppProfile> &profiles, bool running = false)
    {
        model::MailApp made;
        made.running = running;
        made.profiles = profiles;
        return made;
    }
    static model::AppProfile withOffline(std::optional<bool> offline, bool running = false)
    {
        auto one = profile(running);
        one.offline = offline;
        return one;
    }
    static model::AppProfile withOutbox(int count, bool complete = true)
    {
        auto one = profile(true);
        model::Outbox box;
        box.count = count;
        box.complete = complete;
        one.outboxes = {box};
        return one;
    }
    static model::AppProfile withTimeout(std::optional<int> seconds, bool running = true)
    {
        auto one = profile(running);
        one.timeoutSeconds = seconds;
        return one;
    }

    static model::AppProfile withStore(qint64 bytes, qint64 limit)
    {
        auto one = profile(false);
        one.stores = {{QStringLiteral("mail.pst"), bytes, limit}};
        return one;
    }
    static model::Provider pack()
    {
        model::Provider made;
        made.domains = {QStringLiteral("example.ne.jp")};
        made.incoming
            = {{{QStringLiteral("pop.example.ne.jp"), 995, model::Protocol::Pop3, model::Security::Tls},
                {QStringLiteral("local")},
                true}};
        made.outgoing
            = {{{QStringLiteral("smtp.example.ne.jp"), 587, model::Protocol::Smtp, model::Security::StartTls},
                {QStringLiteral("address")},
                true}};
        return made;
    }
    static model::Account asInThePack()
    {
        model::Account made;
        made.address = QStringLiteral("hanako@example.ne.jp");
        made.incoming = {pack().incoming[0].endpoint, QStringLiteral("hanako"), QStringLiteral("password")};
        made.outgoing = {pack().outgoing[0].endpoint, QStringLiteral("hanako@example.ne.jp"),
                         QStringLiteral("password")};
        return made;
    }

private slots:
    void tellsWhatIsDone_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<model::MailApp>("seen");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("whenExpected");
        QTest::addColumn<bool>("whenNotExpected");
        const auto row = [](const char *name, const char *kind, const model::MailApp &seen, int seconds,
                            bool yes, bool no) {
            QTest::newRow(name) << QString::fromLatin1(kind) << seen << seconds << yes << no;
        };

        row("offline", "app-offline", app({withOffline(true)}), 0, true, false);
        row("online", "app-online", app({withOffline(false)}), 0, true, false);
        row("online is not offline", "app-offline", app({withOffline(false)}), 0, false, true);
        row("one online, one offline", "app-online", app({withOffline(false), withOffline(true)}), 0, false,
            true);
        row("offline unknown", "app-offline", app({withOffline(std::nullopt)}), 0, false, false);
        row("online unknown", "app-online", app({withOffline(std::nullopt)}), 0, false, false);
        row("offline as of the last closing", "app-offline", app({withOffline(true, true)}, true), 0, false,
            false);
        row("online as of the last closing", "app-online", app({withOffline(false, true)}, true), 0, false,
            false);

        row("outbox empty", "outbox-empty", app({withOutbox(0)}), 0, true, false);
        row("one waits", "outbox-empty", app({withOutbox(1)}), 0, false, true);
        row("outbox read in part", "outbox-empty", app({withOutbox(0, false)}), 0, false, false);
        row("one waits, rest not read", "outbox-empty", app({withOutbox(1, false)}), 0, false, true);
        row("no outbox was seen", "outbox-empty", app({profile(true)}), 0, false, false);
        auto broken = withOutbox(0);
        broken.unreadable = {{QStringLiteral("Unsent Messages"), 0, QStringLiteral("permission")}};
        row("outbox not readable", "outbox-empty", app({broken}), 0, false, false);

        row("waits long enough", "timeout-at-least", app({withTimeout(600)}), 600, true, false);
        row("a second short", "timeout-at-least", app({withTimeout(599)}), 600, false, true);
        row("timeout unknown", "timeout-at-least", app({withTimeout(std::nullopt)}), 600, false, false);
        row("nothing measured", "timeout-at-least", app({withTimeout(600)}), 0, false, false);
        row("only the open profile counts", "timeout-at-least",
            app({withTimeout(100, false), withTimeout(600)}), 600, true, false);
        auto usual = withTimeout(600, false);
        usual.isDefault = true;
        row("closed: the default counts", "timeout-at-least", app({withTimeout(100, false), usual}), 600,
            true, false);
        row("closed, no default: all count", "timeout-at-least",
            app({withTimeout(100, false), withTimeout(600, false)}), 600, false, true);

        row("closed", "app-closed", app({profile(false)}), 0, true, false);
        row("open", "app-closed", app({profile(false)}, true), 0, false, true);
        row("not closed is running", "app-running", app({profile(false)}, true), 0, true, false);
        row("closed is not running", "app-running", app({profile(false)}), 0, false, true);

        row("a file with room", "store-has-room", app({withStore(10, 100)}), 0, true, false);
        row("a file that is nearly full", "store-has-room", app({withStore(75, 100)}), 0, false, true);
        row("a file without a known limit", "store-has-room", app({withStore(10, 0)}), 0, false, false);
        row("no file was seen", "store-has-room", app({profile(false)}), 0, false, false);

        row("a profile is still open", "app-closed", app({profile(true)}), 0, false, true);

        row("no profile", "app-offline", app({}), 0, false, false);
        row("cannot be seen", "", app({withOffline(true)}), 0, false, false);
        row("unknown kind", "sun-shines", app({withOffline(true)}), 0, false, false);
    }
    void tellsWhatIsDone()
    {
        QFETCH(QString, kind);
        QFETCH(model::MailApp, seen);
        QFETCH(int, seconds);
        const GuideAim aim{seconds, {}, {}};
        QTEST(fulfilled({kind, true}, seen, aim), "whenExpected");
        QTEST(fulfilled({kind, false}, seen, aim), "whenNotExpected");
    }

    void tellsWhatIsSetForAnAccount_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<model::Account>("set");
        QTest::addColumn<bool>("whenExpected");
        QTest::addColumn<bool>("whenNotExpected");
        const auto row = [](const char *name, const char *kind, bool yes, bool no, auto spoil) {
            model::Account account = asInThePack();
            spoil(account);
            QTest::newRow(name) << QString::fromLatin1(kind) << account << yes << no;
        };
        const char *leaves = "leaves-forever", *in = "receiving-as-pack", *out = "sending-as-pack",
                   *user = "user-as-pack";
        row("takes all away", leaves, false, true, [](auto &a) { a.leaveOnServer = false; });
        row("leaves without an end", leaves, true, false, [](auto &a) { a.leaveOnServer = true; });
        row("leaves for 14 days", leaves, false, true, [](auto &a) {
            a.leaveOnServer = true;
            a.leaveDays = 14;
        });
        row("leaving unknown", leaves, false, false, [](auto &a) { a.leaveOnServer.reset(); });
        row("IMAP leaves by nature", leaves, false, false, [](auto &a) {
            a.leaveOnServer = true;
            a.incoming->endpoint.protocol = model::Protocol::Imap;
        });
        row("leaving without a server", leaves, false, false, [](auto &a) {
            a.leaveOnServer = true;
            a.incoming.reset();
        });

        row("receives as the pack says", in, true, false, [](auto &) {});
        row("another case of the host", in, true, false,
            [](auto &a) { a.incoming->endpoint.host = QStringLiteral("POP.example.ne.jp"); });
        row("another incoming host", in, false, true,
            [](auto &a) { a.incoming->endpoint.host = QStringLiteral("pop.example.com"); });
        row("another incoming port", in, false, true, [](auto &a) { a.incoming->endpoint.port = 110; });
        row("no encryption", in, false, true,
            [](auto &a) { a.incoming->endpoint.security = model::Security::Plain; });
        row("no incoming server", in, false, false, [](auto &a) { a.incoming.reset(); });
        row("incoming host not readable", in, false, false,
            [](auto &a) { a.incoming->endpoint.host.clear(); });
        row("an address of another provider", in, false, false,
            [](auto &a) { a.address = QStringLiteral("hanako@example.com"); });

        row("sends as the pack says", out, true, false, [](auto &) {});
        row("port 25", out, false, true, [](auto &a) { a.outgoing->endpoint.port = 25; });
        row("does not say who it is", out, false, true,
            [](auto &a) { a.outgoing->auth = QStringLiteral("none"); });
        row("authentication unknown", out, false, false, [](auto &a) { a.outgoing->auth.clear(); });
        row("wrong port, authentication unknown", out, false, true, [](auto &a) {
            a.outgoing->endpoint.port = 25;
            a.outgoing->auth.clear();
        });
        row("no outgoing server", out, false, false, [](auto &a) { a.outgoing.reset(); });

        const char *all = "settings-as-pack";
        row("both directions as the pack says", all, true, false, [](auto &) {});
        row("one direction is not", all, false, true, [](auto &a) { a.incoming->endpoint.port = 110; });
        row("one direction is not known", all, false, false, [](auto &a) { a.outgoing.reset(); });

        row("both names as the pack says", user, true, false, [](auto &) {});
        row("the outgoing server is given the incoming name", user, true, false,
            [](auto &a) { a.outgoing->user.clear(); });
        row("the incoming name is another form", user, false, true,
            [](auto &a) { a.incoming->user = QStringLiteral("hanako@example.ne.jp"); });
        row("the outgoing name is another form", user, false, true,
            [](auto &a) { a.outgoing->user = QStringLiteral("hanako"); });
        row("no name at all", user, false, false, [](auto &a) { a.incoming->user.clear(); });
        row("at another door", user, false, false, [](auto &a) { a.incoming->endpoint.port = 110; });
        row("no incoming server for a name", user, false, false, [](auto &a) { a.incoming.reset(); });
    }
    void tellsWhatIsSetForAnAccount()
    {
        QFETCH(QString, kind);
        QFETCH(model::Account, set);
        auto one = profile(true);
        one.accounts = {set};
        const GuideAim aim{0, {}, pack()};
        QTEST(fulfilled({kind, true}, app({one}), aim), "whenExpected");
        QTEST(fulfilled({kind, false}, app({one}), aim), "whenNotExpected");
    }
    void looksAtTheAccountThatIsMeant()
    {
        auto one = profile(true);
        auto other = asInThePack();
        other.address = QStringLiteral("taro@example.ne.jp");
        other.outgoing->endpoint.port = 25;
        one.accounts = {other, asInThePack()};
        const GuideWatch sends{QStringLiteral("sending-as-pack"), true};
        QVERIFY(fulfilled(sends, app({one}), {0, QStringLiteral("Hanako@example.ne.jp"), pack()}));
        QVERIFY(!fulfilled(sends, app({one}), {0, QStringLiteral("taro@example.ne.jp"), pack()}));
        QVERIFY(!fulfilled(sends, app({one}), {0, QString(), pack()})); // not all of them
        QVERIFY(!fulfilled(sends, app({one}), {0, QStringLiteral("jiro@example.ne.jp"), pack()}));
    }
    void withoutAPackNothingIsAsThePack()
    {
        auto one = profile(true);
        one.accounts = {asInThePack()};
        auto guessed = pack();
        guessed.guessed = true; // servers typed by hand: which door is right is not known
        for (const char *kind :
             {"receiving-as-pack", "sending-as-pack", "settings-as-pack", "user-as-pack"}) {
            for (const bool expected : {true, false}) {
                const GuideWatch watch{QString::fromLatin1(kind), expected};
                QVERIFY(!fulfilled(watch, app({one}), {}));
                QVERIFY(!fulfilled(watch, app({one}), {0, QString(), guessed}));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestGuideWatch)
#include "test_guide_watch.moc"
