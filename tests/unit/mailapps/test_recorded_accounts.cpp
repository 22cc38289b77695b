// Real files of Windows Live Mail and Outlook Express out of other people's collections, with what their
// owners' tests say stands in them.
#include "mailapps/dbx.h"
#include "mailapps/oe_account.h"
#include "mailapps/windows_live_mail.h"

#include "support/places.h"
#include "support/reading.h"
#include "support/windows_home.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace {

const QString folder = support::inSource("../shared/data/mailapps/");

} // namespace

class TestRecordedAccounts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsEveryField();
    void changesOnlyTheWaitingTime();
    void countsTheMessagesOfEveryFolder();
};

void TestRecordedAccounts::initTestCase()
{
    if (!QFileInfo::exists(folder + QStringLiteral("live-mail/expected.json")))
        QSKIP("the recorded account files are not beside this project");
}

void TestRecordedAccounts::readsEveryField()
{
    const QJsonObject all
        = QJsonDocument::fromJson(support::readFile(folder + QStringLiteral("live-mail/expected.json")))
              .object();
    int mail = 0;
    for (auto file = all.begin(); file != all.end(); ++file) {
        if (!file.key().endsWith(QStringLiteral(".oeaccount")))
            continue;
        const support::WindowsHome home;
        home.write(QStringLiteral("AppData/Local/Microsoft/Windows Live Mail/x/") + file.key(),
                   support::readFile(folder + QStringLiteral("live-mail/") + file.key()));
        const QJsonObject expected = file.value().toObject();
        const auto text = [&](const char *part, const char *key) {
            return expected[QLatin1String(part)][QLatin1String(key)].toString();
        };
        const model::MailApp app = mailapps::readWindowsLiveMail(home.places());
        if (text("incoming", "type") == u"nntp") {
            QVERIFY(app.profiles.isEmpty());
            continue;
        }
        ++mail;
        const model::AppProfile profile = support::only(app);
        QCOMPARE(support::reasons(profile), QStringList());
        QCOMPARE(profile.accounts.size(), 1);
        const model::Account account = profile.accounts.first();
        QCOMPARE(account.address, text("identity", "email"));
        QCOMPARE(account.fullName, text("identity", "fullName"));
        QCOMPARE(model::name(account.incoming->endpoint.protocol), text("incoming", "type"));
        QCOMPARE(account.incoming->endpoint.host, text("incoming", "host"));
        QCOMPARE(int(account.incoming->endpoint.port), expected[u"incoming"][u"port"].toInt());
        QCOMPARE(account.incoming->endpoint.security == model::Security::Tls,
                 expected[u"incoming"][u"ssl"].toBool());
        QCOMPARE(account.incoming->user, text("incoming", "user"));
        QCOMPARE(account.incoming->auth, text("incoming", "auth"));
        QCOMPARE(account.outgoing->endpoint.host, text("smtp", "host"));
        // 0: the program's default.
        const int port = expected[u"smtp"][u"port"].toInt();
        QCOMPARE(int(account.outgoing->endpoint.port), port ? port : 25);
        QCOMPARE(account.outgoing->user, text("smtp", "user"));
        QCOMPARE(account.outgoing->auth, text("smtp", "auth"));
    }
    QVERIFY(mail > 0);
}

void TestRecordedAccounts::changesOnlyTheWaitingTime()
{
    const QDir files(folder + QStringLiteral("live-mail"));
    for (const QString &name : files.entryList({QStringLiteral("*.oeaccount")})) {
        const QByteArray before = support::readFile(files.filePath(name));
        const auto after = mailapps::OeAccount::withNumber(before, QStringLiteral("SMTP_Timeout"), 600);
        QVERIFY(after);
        QString text
            = QString::fromUtf16(reinterpret_cast<const char16_t *>(after->constData()), after->size() / 2);
        QVERIFY(text.contains(
            u"\r\n    <SMTP_Timeout type=\"DWORD\">00000258</SMTP_Timeout>\r\n</MessageAccount>"));
        text.remove(QStringLiteral("    <SMTP_Timeout type=\"DWORD\">00000258</SMTP_Timeout>\r\n"));
        QCOMPARE(
            text,
            QString::fromUtf16(reinterpret_cast<const char16_t *>(before.constData()), before.size() / 2));
        QCOMPARE(mailapps::OeAccount(*after).number(QStringLiteral("SMTP_Timeout")), 600u);
    }
}

void TestRecordedAccounts::countsTheMessagesOfEveryFolder()
{
    const QDir files(folder + QStringLiteral("outlook-express"));
    QHash<QString, int> truth;
    for (const QByteArray &line : support::readFile(files.filePath(QStringLiteral("truth.tsv"))).split('\n'))
        if (!line.startsWith('#') && line.contains('\t'))
            truth.insert(QString::fromUtf8(line.split('\t').at(0)).section(u'/', -1),
                         line.split('\t').at(1).toInt());
    QVERIFY(!truth.isEmpty());
    for (const QString &name : files.entryList({QStringLiteral("*.dbx")})) {
        const mailapps::Dbx dbx = mailapps::readDbx(files.filePath(name));
        QCOMPARE(dbx.why, QString());
        QCOMPARE(dbx.kind == mailapps::Dbx::Kind::Folder, truth.contains(name));
        QCOMPARE(dbx.messages, truth.value(name));
    }
}

QTEST_APPLESS_MAIN(TestRecordedAccounts)

#include "test_recorded_accounts.moc"
