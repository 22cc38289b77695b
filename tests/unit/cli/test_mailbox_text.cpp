// The JSON of `mailbox` has the fields of the contract, and says null where nothing is known.
#include "cli/mailbox_text.h"

#include <QJsonArray>
#include <QtTest>

using cli::mailboxJson;
using session::MailboxSummary;

class MailboxText : public QObject
{
    Q_OBJECT
private slots:
    void hasEveryFieldEvenWhereNothingIsKnown()
    {
        const QJsonObject json = mailboxJson({}, {});
        for (const char *field :
             {"messages", "bytes", "oldest", "largest", "quota", "junk", "blocked_at", "searched"})
            QVERIFY2(json.contains(QLatin1String(field)), field);
        for (const char *field : {"messages", "bytes", "oldest", "quota", "junk", "blocked_at"})
            QVERIFY2(json.value(QLatin1String(field)).isNull(), field);
        QVERIFY(json.value(QStringLiteral("largest")).toArray().isEmpty());
        QVERIFY(!json.contains(QStringLiteral("rescued")));
    }
    void tellsTheBlockerAsTheContractDoes()
    {
        MailboxSummary summary;
        summary.messages = 3;
        summary.quotaUsed = 512;
        summary.quotaLimit = 1024;
        summary.blocker
            = session::Blocker{{2, 5000, QStringLiteral("a@x.example"), {}, QStringLiteral("2026-11-01")},
                               QStringLiteral("u2"),
                               QStringLiteral("drops"),
                               {},
                               {}};
        const QJsonObject json
            = mailboxJson(summary, cli::Rescued{QStringLiteral("f.eml"), QStringLiteral("incomplete")});
        const QJsonObject blocked = json.value(QStringLiteral("blocked_at")).toObject();
        for (const char *field : {"number", "uidl", "bytes", "from", "subject", "date", "defect"})
            QVERIFY2(blocked.contains(QLatin1String(field)), field);
        QVERIFY(blocked.value(QStringLiteral("subject")).isNull());
        QCOMPARE(json.value(QStringLiteral("quota")).toObject().value(QStringLiteral("percent")).toInt(), 50);
        QVERIFY(!json.value(QStringLiteral("rescued")).toObject().value(QStringLiteral("complete")).toBool());
    }
    void noQuotaIsNotAFullOne_data()
    {
        QTest::addColumn<qint64>("limit");
        QTest::newRow("none") << qint64(0);
        QTest::newRow("nonsense") << qint64(-5);
    }
    void noQuotaIsNotAFullOne()
    {
        QFETCH(qint64, limit);
        MailboxSummary summary;
        summary.quotaUsed = 100;
        summary.quotaLimit = limit;
        QVERIFY(mailboxJson(summary, {}).value(QStringLiteral("quota")).isNull());
    }
    void everySentenceExistsInEveryLanguage_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *key :
             {"help.mailbox", "mailbox.blocked", "mailbox.count", "mailbox.junk", "mailbox.junk-hidden",
              "mailbox.largest", "mailbox.message", "mailbox.not-seen", "mailbox.oldest", "mailbox.quota",
              "mailbox.searched", "rescue.done", "rescue.exists", "rescue.incomplete", "rescue.not-tried",
              "rescue.not-writable", "rescue.nothing"})
            QTest::newRow(key) << QString::fromLatin1(key);
    }
    void everySentenceExistsInEveryLanguage()
    {
        QFETCH(QString, key);
        QVERIFY(cli::Words(QStringLiteral("en")).has(key));
        QVERIFY(cli::Words(QStringLiteral("ja"))(key) != cli::Words(QStringLiteral("en"))(key)
                || key == u"mailbox.message");
    }
};

QTEST_GUILESS_MAIN(MailboxText)
#include "test_mailbox_text.moc"
