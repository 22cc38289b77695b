// Every key that a remedy may change has plain words, in every language, and its values too.
#include "wizard/screens/change_words.h"

#include "knowledge/knowledge.h"
#include "remedies/remedy.h"
#include "wizard/screens/setting_kind.h"
#include "wizard/shell/language.h"

#include <QTest>

using namespace wizard;
using screens::ChangeWords;
using Kind = screens::SettingKind::Kind;
using Side = screens::SettingKind::Side;

class TestChangeWords : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheKey_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("side");
        const auto row = [](const char *key, Kind kind, Side side = Side::Both) {
            QTest::newRow(key) << QString::fromLatin1(key) << int(kind) << int(side);
        };
        row("mailnews.tcptimeout", Kind::Wait);
        row("io_timeout_secs", Kind::Wait);
        row("SMTP_Timeout", Kind::Wait, Side::Sending);
        row("POP3 Timeout", Kind::Wait, Side::Receiving);
        row("IMAP_Timeout", Kind::Wait, Side::Receiving);
        row("mail.server.server1.hostname", Kind::Host, Side::Receiving);
        row("mail.smtpserver.smtp1.hostname", Kind::Host, Side::Sending);
        row("POP3_Server", Kind::Host, Side::Receiving);
        row("SMTP_Port", Kind::Port, Side::Sending);
        row("mail.server.server1.port", Kind::Port, Side::Receiving);
        row("mail.server.server1.socketType", Kind::SocketType, Side::Receiving);
        row("mail.smtpserver.smtp1.try_ssl", Kind::SocketType, Side::Sending);
        row("SMTP_Secure_Connection", Kind::SecureConnection, Side::Sending);
        row("mail.smtpserver.smtp1.authMethod", Kind::AuthMethod, Side::Sending);
        row("SMTP_Use_Sicily", Kind::Sicily, Side::Sending);
        row("mail.server.server1.userName", Kind::User, Side::Receiving);
        row("mail.smtpserver.smtp1.username", Kind::User, Side::Sending);
        row("POP3_User_Name", Kind::User, Side::Receiving);
        row("mail.server.server1.num_days_to_leave_on_server", Kind::Days, Side::Receiving);
        row("mail.server.server1.delete_by_age_from_server", Kind::Expire, Side::Receiving);
        row("mail.identity.id1.fcc_folder", Kind::SentFolder);
        row("mail.identity.id1.draft_folder", Kind::DraftFolder);
        row("mail.identity.id1.archive_folder", Kind::ArchiveFolder);
        row("mail.identity.id1.stationery_folder", Kind::TemplateFolder);
        row("mail.server.server1.spamActionTargetAccount", Kind::JunkFolder, Side::Receiving);
        row("messages", Kind::Waiting);
        row("network.online", Kind::Online);
        row("offline.startup_state", Kind::Startup);
        row("", Kind::File);
        row("mail.identity.id1.useremail", Kind::Other);
        row("SMTPish_Port", Kind::Other);
    }

    void knowsTheKey()
    {
        QFETCH(QString, key);
        QFETCH(int, kind);
        QFETCH(int, side);
        const screens::SettingKind found = screens::SettingKind::of(key);
        QCOMPARE(int(found.kind), kind);
        QCOMPARE(int(found.side), side);
        const model::Change change{QStringLiteral("/a/b"), key, {}, {}};
        QCOMPARE(ChangeWords::what(change) == key && !key.isEmpty(), found.kind == Kind::Other);
    }

    void saysTheValue_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *key, const char *value, const char *words) {
            QTest::addRow("%s %s", key, value)
                << QString::fromLatin1(key) << QString::fromLatin1(value) << QString::fromLatin1(words);
        };
        row("io_timeout_secs", "", "not set");
        row("mail.server.s.socketType", "0", "None");
        row("mail.server.s.socketType", "2", "STARTTLS");
        row("POP3_Secure_Connection", "1", "SSL/TLS");
        row("mail.server.s.socketType", "7", "7");
        row("mail.smtpserver.s.authMethod", "1", "Without logging in");
        row("SMTP_Use_Sicily", "0", "Without logging in");
        row("POP3_Use_Sicily", "0", "With the ordinary password");
        row("SMTP_Use_Sicily", "2", "In the same way as for receiving");
        row("SMTP_Use_Sicily", "9", "9");
        row("mail.server.s.delete_by_age_from_server", "true", "Yes");
        row("mail.server.s.delete_by_age_from_server", "false", "No");
        row("mail.server.s.port", "995", "995");
        row("mail.server.s.hostname", "pop.example.ne.jp", "pop.example.ne.jp");
        row("", "", "nothing");
    }

    void saysTheValue()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, words);
        QCOMPARE(ChangeWords::value({QStringLiteral("/a"), key, {}, {}}, value), words);
    }

    void everyRemedyHasAHeading()
    {
        auto loaded = knowledge::Knowledge::load();
        const auto *known = std::get_if<knowledge::Knowledge>(&loaded);
        QVERIFY(known);
        const knowledge::Knowledge &knowledge = *known;
        for (const remedies::Remedy *remedy : remedies::catalogue()) {
            const QString heading = ChangeWords::remedy(knowledge, remedy->id(), QStringLiteral("en"));
            QVERIFY2(!heading.isEmpty() && heading != remedy->id(), qPrintable(remedy->id()));
            QVERIFY2(!heading.contains(u'%'), qPrintable(heading));
        }
        const QString unknown = QStringLiteral("x.y");
        QCOMPARE(ChangeWords::remedy(knowledge, unknown, QStringLiteral("en")), unknown);
    }
};

QTEST_MAIN(TestChangeWords)
#include "test_change_words.moc"
