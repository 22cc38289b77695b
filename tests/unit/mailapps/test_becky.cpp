#include "mailapps/becky.h"

#include "model/charset.h"
#include "support/mail_home.h"
#include "support/reading.h"

#include <QTest>

using support::only;
using support::reasons;
using support::told;

namespace {

QByteArray sjis(const char *text)
{
    return *model::toCp932(QString::fromUtf8(text));
}

const QByteArray ini = "[Account]\r\nName=" + sjis("自宅") + "\r\nYourName=" + sjis("能登 太郎")
    + "\r\nMailAddress=taro@example.ne.jp\r\nMailServer=pop.example.ne.jp\r\nUserID=taro\r\n"
      "PassWd=c2VjcmV0\r\nSMTPServer=smtp.example.ne.jp\r\n";
const QByteArray waiting = "Date: Mon, 16 Nov 2026 09:00:00 +0900\r\nMessage-ID: <1@x>\r\n\r\nhello\r\n.\r\n";

/// A home with Becky!'s data in it.
class Home
{
public:
    explicit Home(const QString &folder = QStringLiteral("Documents/Becky")) : m_data(folder) { }

    QString path(const QString &below = {}) const { return m_folder.filePath(below); }
    QString data(const QString &below = {}) const { return path(m_data + u'/' + below); }
    void write(const char *file, const QByteArray &bytes) const
    {
        support::writeFile(data(QString::fromUtf8(file)), bytes);
    }
    model::MailApp app(const QByteArray &dataDir = {}) const
    {
        if (dataDir.isEmpty())
            return mailapps::readBecky(mailapps::opened({path(), {}}));
        support::writeFile(
            path(QStringLiteral("x.reg")),
            "REGEDIT4\r\n\r\n[HKEY_CURRENT_USER\\Software\\RimArts\\B2\\Settings]\r\n\"DataDir\"=\""
                + QByteArray(dataDir).replace('\\', "\\\\") + "\"\r\n");
        return mailapps::readBecky(mailapps::opened({path(), path(QStringLiteral("x.reg"))}));
    }

private:
    QTemporaryDir m_folder;
    QString m_data;
};

} // namespace

class TestBecky : public QObject
{
    Q_OBJECT

private slots:
    void isNotFoundInAnEmptyHome();
    void readsAMailbox();
    void readsServers_data();
    void readsServers();
    void takesNoAccountFromWhatIsNone_data();
    void takesNoAccountFromWhatIsNone();
    void findsItsData_data();
    void findsItsData();
    void keepsTheOrderOfTheList_data();
    void keepsTheOrderOfTheList();
    void tellsTheOutboxFromSentMail_data();
    void tellsTheOutboxFromSentMail();
    void doesNotFollowLinksThatLeadOut();
};

void TestBecky::isNotFoundInAnEmptyHome()
{
    const Home home;
    QVERIFY(home.app().profiles.isEmpty());
    QVERIFY(QDir(home.data()).mkpath(QStringLiteral("."))); // a folder of that name is not the program
    QVERIFY(home.app().profiles.isEmpty());
    QVERIFY(mailapps::readAll({home.path(), {}}).isEmpty());
}

void TestBecky::readsAMailbox()
{
    const Home home;
    home.write("5f3a0001.mb/Mailbox.ini", ini);
    home.write("5f3a0001.mb/!!!!Unsent/0.bmf", waiting);
    const model::MailApp app = home.app();
    QCOMPARE(app.id, QStringLiteral("becky"));
    const model::AppProfile profile = only(app);
    QCOMPARE(reasons(profile), QStringList());
    QCOMPARE(profile.path + u'/', home.data());
    const model::Account account = profile.accounts.value(0);
    QCOMPARE(account.key, QStringLiteral("5f3a0001.mb"));
    QCOMPARE(account.place, home.data(QStringLiteral("5f3a0001.mb/Mailbox.ini")));
    QCOMPARE(account.address, QStringLiteral("taro@example.ne.jp"));
    QCOMPARE(account.fullName, QString::fromUtf8("能登 太郎"));
    QVERIFY(!profile.timeoutSeconds && !account.timeoutSeconds && !profile.offline);
    QCOMPARE(profile.outboxes.value(0).count, 1);
    QCOMPARE(profile.outboxes.value(0).messageIds, QStringList(QStringLiteral("1@x")));
}

void TestBecky::readsServers_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("incoming");
    QTest::addColumn<QString>("outgoing");
    QTest::addColumn<int>("leave"); ///< -1: not said; days; 999: for ever
    const char *const in = "pop3 pop.example.ne.jp:110 plain taro password";
    const char *const out = "smtp smtp.example.ne.jp:25 plain  none";
    const auto row = [&](const char *name, const QByteArray &more, const char *incoming, const char *outgoing,
                         int leave = 0) { QTest::newRow(name) << more << incoming << outgoing << leave; };
    row("nothing more", "", in, out);
    row("POP3", "Protocol=0\r\n", in, out);
    row("TLS", "SSLPOP=1\r\nPOP3Port=995\r\nSSLSMTP=1\r\nSMTPPort=465\r\n",
        "pop3 pop.example.ne.jp:995 tls taro password", "smtp smtp.example.ne.jp:465 tls  none");
    row("TLS on the old ports, as it is written", "SSLPOP=1\r\n",
        "pop3 pop.example.ne.jp:110 tls taro password", out);
    row("another number on the old port", "SSLPOP=2\r\n", "pop3 pop.example.ne.jp:110 starttls taro password",
        out);
    row("another number on the TLS port", "SSLPOP=2\r\nPOP3Port=995\r\n",
        "pop3 pop.example.ne.jp:995 tls taro password", out);
    row("IMAP", "Protocol=1\r\nIMAP4Port=993\r\nSSLIMAP=1\r\n", "imap pop.example.ne.jp:993 tls taro ", out,
        -1);
    row("IMAP keeps out of POP3's keys", "Protocol=1\r\nPOP3Port=995\r\nSSLPOP=1\r\nLeaveServer=1\r\n",
        "imap pop.example.ne.jp:143 plain taro ", out, -1);
    row("APOP", "POP3Auth=1\r\n", "pop3 pop.example.ne.jp:110 plain taro encrypted", out);
    row("CRAM-MD5", "POP3Auth=2\r\n", "pop3 pop.example.ne.jp:110 plain taro encrypted", out);
    row("NTLM", "POP3Auth=3\r\n", "pop3 pop.example.ne.jp:110 plain taro ntlm", out);
    row("unknown way to log in", "POP3Auth=9\r\n", "pop3 pop.example.ne.jp:110 plain taro ", out);
    row("submission", "SMTPPort=587\r\nSMTPAUTH=1\r\nSMTPAUTHMODE=1\r\n", in,
        "smtp smtp.example.ne.jp:587 plain taro encrypted");
    for (const char *mode : {"2", "4", "6"})
        row(QByteArray("mode " + QByteArray(mode)).constData(),
            "SMTPAUTH=1\r\nSMTPAUTHMODE=" + QByteArray(mode) + "\r\n", in,
            "smtp smtp.example.ne.jp:25 plain taro password");
    row("any mode", "SMTPAUTH=1\r\n", in, "smtp smtp.example.ne.jp:25 plain taro any");
    row("a mode that is switched off", "SMTPAUTH=0\r\nSMTPAUTHMODE=1\r\n", in, out);
    row("left for ever", "LeaveServer=1\r\n", in, out, 999);
    row("left for a week", "LeaveServer=1\r\nKeepDays=7\r\n", in, out, 7);
    row("days without the switch", "LeaveServer=0\r\nKeepDays=7\r\n", in, out);
    row("negative days", "LeaveServer=1\r\nKeepDays=-1\r\n", in, out, 999);
    row("ports out of range", "POP3Port=70000\r\nSMTPPort=-1\r\n", in, out);
    row("words for numbers", "POP3Port=pop3\r\nSSLPOP=yes\r\nPOP3Auth=apop\r\n", in, out);
    row("blanks and quotes", " POP3Port = \"10110\" \r\n", "pop3 pop.example.ne.jp:10110 plain taro password",
        out);
    row("the first of two counts", "POP3Port=10110\r\nPOP3Port=995\r\n",
        "pop3 pop.example.ne.jp:10110 plain taro password", out);
}

void TestBecky::readsServers()
{
    QFETCH(QByteArray, more);
    const auto account = mailapps::becky::account(
        mailapps::KeyValueFile(ini + more, mailapps::KeyValueFile::Dialect::Windows));
    QVERIFY(account);
    QTEST(told(account->incoming), "incoming");
    QTEST(told(account->outgoing), "outgoing");
    const int days = account->leaveDays.value_or(account->leaveOnServer.value_or(false) ? 999 : 0);
    QTEST(account->leaveOnServer ? days : -1, "leave");
}

void TestBecky::takesNoAccountFromWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("said");
    QTest::newRow("another section") << QByteArray("[Accounts]\r\nMailServer=x\r\n") << "";
    QTest::newRow("no servers") << QByteArray("[Account]\r\nMailAddress=a@b\r\n") << "";
    QTest::newRow("nothing") << QByteArray() << "Mailbox.ini:0:half-written";
    QTest::newRow("zeros") << QByteArray(512, '\0') << "Mailbox.ini:1:half-written";
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE[\0A\0", 6) << "Mailbox.ini:0:encoding";
    QTest::newRow("too large") << "[Account]\r\nMailServer=x\r\n" + QByteArray(2 * 1024 * 1024, ' ')
                               << "Mailbox.ini:0:too-large";
}

void TestBecky::takesNoAccountFromWhatIsNone()
{
    QFETCH(QByteArray, file);
    const Home home;
    home.write("a.mb/Mailbox.ini", file);
    home.write("a.mb/!!!!Unsent/0.bmf", waiting);
    const model::AppProfile profile = only(home.app());
    QCOMPARE(profile.accounts.size(), 0);
    QTEST(reasons(profile).join(u' '), "said");
    QCOMPARE(profile.outboxes.value(0).count, 1); // mail waits all the same
}

void TestBecky::findsItsData_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QByteArray>("dataDir");
    QTest::addColumn<QString>("said");
    for (const char *usual :
         {"Documents", "OneDrive/Documents", "OneDrive/ドキュメント", "ドキュメント", "My Documents"})
        QTest::newRow(usual) << QString::fromUtf8(usual) + QStringLiteral("/Becky") << QByteArray() << "";
    QTest::newRow("chosen") << "Mail/Becky" << QByteArray("C:\\Users\\taro\\Mail\\Becky\\") << "";
    QTest::newRow("chosen, of XP") << "Mail/Becky"
                                   << QByteArray("C:\\Documents and Settings\\taro\\Mail\\Becky") << "";
    QTest::newRow("chosen, the usual place")
        << "Documents/Becky" << QByteArray("C:\\Users\\taro\\Documents\\Becky\\") << "";
    QTest::newRow("chosen, elsewhere on the drive") << "" << QByteArray("C:\\Becky!\\taro\\") << "outside";
    QTest::newRow("chosen, on a server") << "" << QByteArray("\\\\server\\share\\Becky") << "outside";
    QTest::newRow("chosen, up and out") << "" << QByteArray("C:\\Users\\taro\\..\\..\\..\\etc") << "outside";
    QTest::newRow("chosen, gone") << "" << QByteArray("C:\\Users\\taro\\gone") << "missing";
}

void TestBecky::findsItsData()
{
    QFETCH(QString, folder);
    QFETCH(QByteArray, dataDir);
    QFETCH(QString, said);
    const Home home(folder);
    if (!folder.isEmpty())
        home.write("a.mb/Mailbox.ini", ini);
    const model::MailApp app = home.app(dataDir);
    QCOMPARE(app.profiles.size(), 1);
    QCOMPARE(app.profiles.first().accounts.size(), folder.isEmpty() ? 0 : 1);
    QCOMPARE(app.profiles.first().unreadable.size(), said.isEmpty() ? 0 : 1);
    if (!said.isEmpty())
        QCOMPARE(app.profiles.first().unreadable.first().why, said);
}

void TestBecky::keepsTheOrderOfTheList_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("said");
    const QString all = QString::fromUtf8("b.mb a.mb 表.mb");
    QTest::newRow("as listed") << "b.mb\r\na.mb\r\n" + sjis("表.mb") + "\r\n" << all << "";
    QTest::newRow("with backslashes") << "b.mb\\\r\na.mb\\\r\n" + sjis("表.mb") + "\\" << all << "";
    QTest::newRow("not all of them") << QByteArray("b.mb\r\n") << all << "";
    QTest::newRow("twice") << QByteArray("b.mb\r\nb.mb\r\n") << all << "";
    QTest::newRow("none") << QByteArray() << QString::fromUtf8("a.mb b.mb 表.mb") << "";
    QTest::newRow("one that is gone") << QByteArray("b.mb\r\nc.mb\r\n") << all << "c.mb:0:missing";
    QTest::newRow("something else") << QByteArray("b.mb\r\n[Folder]\r\nx=y\r\n\\\r\n..\r\n") << all << "";
    QTest::newRow("leading out") << QByteArray("..\\..\\x.mb\r\nb.mb\r\n..\r\n/etc.mb\r\n") << all << "";
    QTest::newRow("no code page 932") << QByteArray("\xFF\xFF.mb\r\nb.mb\r\n") << all << "";
}

void TestBecky::keepsTheOrderOfTheList()
{
    QFETCH(QByteArray, list);
    const Home home;
    for (const char *name : {"a.mb", "b.mb", "表.mb"})
        home.write((QByteArray(name) + "/Mailbox.ini").constData(), ini);
    home.write("Folder.lst", list);
    const model::AppProfile profile = only(home.app());
    QStringList keys;
    for (const model::Account &account : profile.accounts)
        keys.append(account.key);
    QTEST(keys.join(u' '), "keys");
    QTEST(reasons(profile).join(u' '), "said");
}

void TestBecky::tellsTheOutboxFromSentMail_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<int>("count");
    const QString unsent = QStringLiteral("!!!!Unsent/0.bmf"), outbox = QStringLiteral("!!!!Outbox/0.bmf");
    const QString sent = QStringLiteral("!!!!Outbox/!!!Sent/0.bmf");
    QTest::newRow("unsent") << QStringList{unsent} << 1;
    QTest::newRow("sent, where sent mail has no folder of its own") << QStringList{outbox} << 0;
    QTest::newRow("both of that kind") << QStringList{unsent, outbox} << 1;
    QTest::newRow("waiting beside a folder of sent mail") << QStringList{outbox, sent} << 1;
    QTest::newRow("sent alone") << QStringList{sent} << 0;
    QTest::newRow("drafts") << QStringList{QStringLiteral("!!!!Outbox/!!!Draft/0.bmf"), sent} << 0;
    QTest::newRow("received, thrown away")
        << QStringList{QStringLiteral("!!!!Inbox/0.bmf"), QStringLiteral("!Trash/0.bmf")} << 0;
}

void TestBecky::tellsTheOutboxFromSentMail()
{
    QFETCH(QStringList, files);
    const Home home;
    home.write("a.mb/Mailbox.ini", ini);
    for (const QString &file : std::as_const(files))
        home.write(("a.mb/" + file.toUtf8()).constData(), waiting);
    int count = 0;
    for (const model::Outbox &outbox : only(home.app()).outboxes)
        count += outbox.count;
    QTEST(count, "count");
}

void TestBecky::doesNotFollowLinksThatLeadOut()
{
    const Home home;
    const QTemporaryDir other;
    support::writeFile(other.filePath(QStringLiteral("Mailbox.ini")), ini);
    support::writeFile(other.filePath(QStringLiteral("0.bmf")), waiting);
    home.write("a.mb/Mailbox.ini", ini);
    home.write("Folder.lst", "b.mb\r\n");
    if (!support::makeLink(other.path(), home.data(QStringLiteral("a.mb/!!!!Unsent"))))
        QSKIP("no links here");
    if (!support::makeLink(other.path(), home.data(QStringLiteral("b.mb"))))
        QSKIP("no links here");
    const model::AppProfile profile = only(home.app());
    QCOMPARE(reasons(profile),
             QStringList({QStringLiteral("!!!!Unsent:0:outside"), QStringLiteral("b.mb:0:outside")}));
    QCOMPARE(profile.accounts.size(), 1);
    QCOMPARE(profile.outboxes.size(), 0);
}

QTEST_GUILESS_MAIN(TestBecky)
#include "test_becky.moc"
