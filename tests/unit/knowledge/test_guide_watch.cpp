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
        QTEST(fulfilled({kind, true}, seen, seconds), "whenExpected");
        QTEST(fulfilled({kind, false}, seen, seconds), "whenNotExpected");
    }
};

QTEST_GUILESS_MAIN(TestGuideWatch)
#include "test_guide_watch.moc"
