// Every mail program leads through what it can do, and through nothing that it cannot.
#include "knowledge/guide_reader.h"
#include "knowledge/knowledge.h"

#include <QSet>
#include <QtTest>

using namespace knowledge;

namespace {

Guides shipped()
{
    const auto read = Guides::read(QStringLiteral(":/"));
    if (const auto *error = std::get_if<LoadError>(&read))
        qFatal("%s", qPrintable(error->text()));
    return std::get<Guides>(read);
}

const char *const account = "leave-on-server port-587-and-authentication encryption user-name save-password";
const char *const outbox = "go-offline empty-outbox go-online";

} // namespace

class GuidesShipped : public QObject
{
    Q_OBJECT
private slots:
    void leadsThroughWhatTheProgramHas_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("tasks");
        const auto row = [](const char *program, std::initializer_list<const char *> parts) {
            QStringList tasks;
            for (const char *part : parts)
                tasks += QString::fromLatin1(part).split(u' ');
            QTest::newRow(program) << QString::fromLatin1(program) << tasks;
        };
        row("thunderbird",
            {outbox, account, "raise-timeout compact-store move-store-aside find-junk allow-sender close"});
        row("becky", {outbox, account, "raise-timeout close"}); // no more is known of it
        row("sylpheed", {outbox, account, "raise-timeout find-junk allow-sender close"});
        row("claws-mail", {outbox, account, "raise-timeout close"}); // its junk filter is a plug-in
        row("hidemaru",
            {account, "empty-outbox raise-timeout find-junk allow-sender"}); // has no offline mode
        row("apple-mail", {outbox, account, "find-junk allow-sender"}); // no waiting time to set
    }
    void leadsThroughWhatTheProgramHas()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, tasks);
        QStringList there;
        for (const auto &guide : shipped().list()) {
            if (guide.first == program)
                there += guide.second;
        }
        QCOMPARE(QSet<QString>(there.cbegin(), there.cend()), QSet<QString>(tasks.cbegin(), tasks.cend()));
    }
    void theProgramOfEachWalkThroughHasAName()
    {
        const auto loaded = Knowledge::load();
        QVERIFY(std::holds_alternative<Knowledge>(loaded));
        QSet<QString> known;
        for (const MailProgram &program : std::get<Knowledge>(loaded).mailPrograms())
            known += program.id;
        for (const auto &guide : shipped().list())
            QVERIFY2(known.contains(guide.first), qPrintable(guide.first));
    }
    void whatCannotBeSeenIsNotWatched()
    {
        // No reader tells a waiting time of these, nor the outbox of the last two.
        const QHash<QString, QStringList> blind{
            {QStringLiteral("becky"), {QStringLiteral("timeout-at-least")}},
            {QStringLiteral("hidemaru"),
             {QStringLiteral("timeout-at-least"), QStringLiteral("outbox-empty")}},
            {QStringLiteral("apple-mail"),
             {QStringLiteral("timeout-at-least"), QStringLiteral("outbox-empty")}}};
        const Guides guides = shipped();
        for (const auto &[program, task] : guides.list()) {
            const Guide guide = *guides.guide(program, task, QStringLiteral("en"));
            for (const GuideStep &step : guide.steps)
                QVERIFY2(!blind.value(program).contains(step.watch.kind),
                         qPrintable(program + u' ' + step.id));
        }
    }
    void aChangeThatTheProgramKeepsEndsWithItsButton()
    {
        // A walk-through that stops at the field leaves the person without a saved change.
        const QSet<QString> last{QStringLiteral("ok"),        QStringLiteral("save"),
                                 QStringLiteral("close-tab"), QStringLiteral("finish"),
                                 QStringLiteral("close"),     QStringLiteral("restart"),
                                 QStringLiteral("test")};
        const Guides guides = shipped();
        const QStringList changes = QString::fromLatin1(account).split(u' ')
            << QStringLiteral("raise-timeout");
        int seen = 0;
        for (const auto &[program, task] : guides.list()) {
            if (!changes.contains(task) || program.startsWith(u"outlook") || program.startsWith(u"windows"))
                continue;
            ++seen;
            const Guide guide = *guides.guide(program, task, QStringLiteral("en"));
            QVERIFY2(last.contains(guide.steps.constLast().id), qPrintable(program + u' ' + task));
        }
        QVERIFY(seen >= 30);
    }
};

QTEST_GUILESS_MAIN(GuidesShipped)
#include "test_guides_shipped.moc"
