// The mailbox from both sides: what must be said of it, and the near misses of which nothing may be said.
#include "unit/rules/visit_builder.h"

#include <QtTest>

using namespace support;

namespace {

Visit popUser()
{
    Visit visit;
    visit.app("thunderbird", 100).profiles.first().accounts.first().incoming
        = ServerSettings{pop, visit.address, QStringLiteral("password")};
    visit.works(pop).works(smtp);
    visit.fact(Step::Login, pop);
    return visit;
}

Visit &message(Visit &visit, const char *defect, Failure failure = Failure::None,
               const QJsonObject &more = {})
{
    QJsonObject seen{{seen::number, 7},
                     {seen::bytes, 5000},
                     {seen::uidl, QStringLiteral("u7")},
                     {seen::from, QStringLiteral("a@x.example")},
                     {seen::subject, QStringLiteral("s")},
                     {seen::date, QStringLiteral("2026-11-01T01:00:00Z")},
                     {seen::defect, QString::fromLatin1(defect)}};
    for (auto value = more.begin(); value != more.end(); ++value)
        seen.insert(value.key(), value.value());
    visit.fact(Step::Fetch, pop, failure, seen);
    return visit;
}

QString grave(const Visit &visit, const char *id)
{
    const Verdict verdict = rules::judge(visit, usual());
    const Finding *found = find(verdict, id);
    return found ? name(found->severity) : QStringLiteral("none");
}

} // namespace

class MailboxRules : public QObject
{
    Q_OBJECT
private slots:
    void weighsADefect_data()
    {
        QTest::addColumn<int>("failure");
        QTest::addColumn<QString>("severity");
        const auto row = [](const char *defect, Failure failure, const char *severity) {
            QTest::newRow(defect) << int(failure) << QString::fromLatin1(severity);
        };
        row("drops", Failure::ClosedEarly, "blocks");
        row("stalls", Failure::Silent, "blocks");
        row("early-end", Failure::ProtocolError, "blocks");
        row("refused", Failure::None, "blocks");
        row("endless", Failure::None, "blocks");
        row("nul", Failure::None, "hurts");
        row("broken-header", Failure::None, "hurts");
        row("bare-cr", Failure::None, "hurts");
        for (const char *ugly : {"long-header-line", "no-boundary", "double-field", "bad-date",
                                 "eight-bit-header", "long-line", "bad-base64", "unclosed"})
            row(ugly, Failure::None, "note");
    }
    void weighsADefect()
    {
        QFETCH(int, failure);
        QFETCH(QString, severity);
        Visit visit = popUser();
        message(visit, QTest::currentDataTag(), Failure(failure));
        QCOMPARE(grave(visit, "mailbox.poison-message"), severity);
        const Verdict verdict = rules::judge(visit, usual());
        QCOMPARE(brokenPromise(verdict), QString());
        QCOMPARE(verdict.id(),
                 severity == u"note" ? QStringLiteral("healthy") : QStringLiteral("mailbox.poison-message"));
    }
    void namesTheGravestFirst()
    {
        Visit visit = popUser();
        message(visit, "long-line");
        message(visit, "nul", Failure::None, {{seen::number, 2}});
        message(visit, "drops", Failure::ClosedEarly, {{seen::number, 9}});
        const Verdict verdict = rules::judge(visit, usual());
        const Finding *found = find(verdict, "mailbox.poison-message");
        QVERIFY(found);
        QCOMPARE(found->values.value(QStringLiteral("number")).toInt(), 9);
        QCOMPARE(found->values.value(QStringLiteral("date")).toString(), QStringLiteral("2026-11-01"));
    }
    void aBreakAtNoMessageIsNoPoison()
    {
        Visit visit = popUser();
        visit.fact(Step::Fetch, pop, Failure::ClosedEarly, {{seen::searched, 4}});
        QCOMPARE(grave(visit, "mailbox.poison-message"), QStringLiteral("none"));
        QCOMPARE(rules::judge(visit, usual()).id(), QStringLiteral("unknown"));
    }
    void aGiantIsOneOnlyForWhoWaitsLess_data()
    {
        QTest::addColumn<qint64>("neededMs");
        QTest::addColumn<QString>("severity");
        QTest::newRow("not measured") << qint64(0) << QStringLiteral("none");
        QTest::newRow("in time") << qint64(99'000) << QStringLiteral("none");
        QTest::newRow("exactly in time") << qint64(100'000) << QStringLiteral("none");
        QTest::newRow("too long") << qint64(131'000) << QStringLiteral("hurts");
    }
    void aGiantIsOneOnlyForWhoWaitsLess()
    {
        QFETCH(qint64, neededMs);
        Visit visit = popUser();
        message(visit, "giant", Failure::None, {{seen::neededMs, neededMs}});
        rules::Context context = usual();
        context.waiting.append({QStringLiteral("thunderbird"), 100, true});
        const Verdict verdict = rules::judge(visit, context);
        const Finding *found = find(verdict, "mailbox.giant-message");
        QTEST(found ? name(found->severity) : QStringLiteral("none"), "severity");
        QCOMPARE(brokenPromise(verdict), QString());
        QVERIFY(!find(verdict, "mailbox.poison-message"));
    }
    void leftOnServer_data()
    {
        QTest::addColumn<bool>("pop3");
        QTest::addColumn<int>("messages");
        QTest::addColumn<QString>("oldest");
        QTest::addColumn<bool>("said");
        QTest::newRow("years of mail") << true << 1500 << QStringLiteral("2022-01-01T00:00:00Z") << true;
        QTest::newRow("many, all new") << true << 1500 << QStringLiteral("2026-11-01T00:00:00Z") << false;
        QTest::newRow("a few old ones") << true << 20 << QStringLiteral("2022-01-01T00:00:00Z") << false;
        QTest::newRow("no date") << true << 1500 << QString() << false;
        QTest::newRow("with IMAP it is meant to stay")
            << false << 1500 << QStringLiteral("2022-01-01T00:00:00Z") << false;
    }
    void leftOnServer()
    {
        QFETCH(bool, pop3);
        QFETCH(int, messages);
        QFETCH(QString, oldest);
        Visit visit = pop3 ? popUser() : Visit();
        const Endpoint door = pop3 ? pop : imap;
        if (!pop3)
            visit.app("thunderbird", 100);
        visit.fact(Step::Mailbox, door, Failure::None, {{seen::messages, messages}, {seen::bytes, 1000}});
        visit.fact(Step::Mailbox, door, Failure::None, {{seen::sampled, 5}, {seen::oldest, oldest}});
        const Verdict verdict = rules::judge(visit, usual());
        QTEST(find(verdict, "mailbox.left-on-server") != nullptr, "said");
        QCOMPARE(brokenPromise(verdict), QString());
    }
    void copies_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("own");
        QTest::addColumn<QString>("side");
        QTest::newRow("twice: a list and a direct copy") << 2 << false << QString();
        QTest::newRow("somebody else's program") << 4 << false << QStringLiteral("partner");
        QTest::newRow("one's own") << 4 << true << QStringLiteral("this-pc");
    }
    void copies()
    {
        QFETCH(int, count);
        QFETCH(bool, own);
        Visit visit = popUser();
        visit.fact(Step::Mailbox, pop, Failure::None,
                   {{seen::copies, count}, {seen::ownCopies, own}, {seen::subject, QStringLiteral("s")}});
        const Verdict verdict = rules::judge(visit, usual());
        const Finding *found = find(verdict, "mailbox.duplicates");
        QTEST(found ? name(found->side) : QString(), "side");
    }
    void junk_data()
    {
        QTest::addColumn<QString>("symptom");
        QTest::addColumn<int>("unseen");
        QTest::addColumn<QString>("severity");
        QTest::newRow("nothing unread") << QString() << 0 << QStringLiteral("none");
        QTest::newRow("something unread") << QString() << 3 << QStringLiteral("note");
        QTest::newRow("mail is missed") << QStringLiteral("mail-missing") << 3 << QStringLiteral("hurts");
        QTest::newRow("sending is the trouble")
            << QStringLiteral("cannot-send") << 3 << QStringLiteral("note");
    }
    void junk()
    {
        QFETCH(QString, symptom);
        QFETCH(int, unseen);
        Visit visit = popUser();
        visit.symptom = symptom;
        visit.fact(Step::Junk, imap, Failure::None,
                   {{seen::folder, QStringLiteral("Junk")}, {seen::unseen, unseen}, {seen::hidden, true}});
        QTEST(grave(visit, "mailbox.mail-in-junk"), "severity");
        QCOMPARE(brokenPromise(rules::judge(visit, usual())), QString());
    }
    void aJunkFolderThatCannotBeLookedAtAccusesNobody_data()
    {
        QTest::addColumn<int>("failure");
        for (const Failure failure : {Failure::LoginRefused, Failure::LoginForbidden, Failure::Unwelcome,
                                      Failure::Busy, Failure::Silent, Failure::Refused})
            QTest::newRow(qPrintable(name(failure))) << int(failure);
    }
    void aJunkFolderThatCannotBeLookedAtAccusesNobody()
    {
        QFETCH(int, failure);
        Visit visit = popUser();
        visit.fact(Step::Junk, imap, Failure(failure), {{seen::logins, 1}});
        QCOMPARE(rules::judge(visit, usual()).id(), QStringLiteral("healthy"));
    }
    void aMarkIsANote()
    {
        Visit visit = popUser();
        visit.fact(Step::Mailbox, pop, Failure::None,
                   {{seen::tag, QStringLiteral("*** SPAM ***")}, {seen::tagged, 2}});
        QCOMPARE(grave(visit, "mailbox.tagged-spam"), QStringLiteral("note"));
        QCOMPARE(rules::judge(visit, usual()).id(), QStringLiteral("healthy"));
    }
    void theServersOwnQuotaBeatsTheContract()
    {
        Visit visit = popUser();
        visit.provider->limits.mailboxBytes = 1000;
        visit.fact(Step::Mailbox, pop, Failure::None, {{seen::messages, 3}, {seen::bytes, 5000}});
        QCOMPARE(grave(visit, "mailbox.full"), QStringLiteral("blocks"));
        visit.fact(Step::Mailbox, imap, Failure::None,
                   {{seen::messages, 3}, {seen::quotaUsed, 5000}, {seen::quotaLimit, 100'000}});
        QCOMPARE(grave(visit, "mailbox.full"), QStringLiteral("none"));
    }
};

QTEST_GUILESS_MAIN(MailboxRules)
#include "test_mailbox.moc"
