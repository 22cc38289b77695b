// windows-live-mail.raise-timeout on .oeaccount files, which keep their encoding and every other byte.
#include "remedies/remedy.h"

#include "support/edit_home.h"

#include <QStringEncoder>
#include <QTest>

using model::Refusal;
using remedies::Journal;

namespace {

const QString remedyId = QStringLiteral("windows-live-mail.raise-timeout");

const remedies::Remedy &remedy()
{
    return *remedies::remedyNamed(remedyId);
}

QByteArray encoded(const QString &fields, bool wide)
{
    const QString text = QStringLiteral("<?xml version=\"1.0\" encoding=\"utf-16\" ?>\r\n<MessageAccount>\r\n"
                                        "  <Account_Name type=\"SZ\">届く</Account_Name>\r\n")
        + fields + QStringLiteral("</MessageAccount>\r\n");
    QStringEncoder encoder(wide ? QStringConverter::Utf16LE : QStringConverter::Utf8,
                           wide ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

QString field(const char *name, const char *value)
{
    return QStringLiteral("  <%1 type=\"DWORD\">%2</%1>\r\n").arg(QLatin1String(name), QLatin1String(value));
}

class Home
{
public:
    QString file() const { return m_folder.filePath(QStringLiteral("Example/account{1}.oeaccount")); }
    QString journal() const { return m_folder.filePath(QStringLiteral("todoku")); }
    model::Case visit(model::Protocol protocol) const
    {
        model::Account account;
        account.address = QStringLiteral("taro@example.ne.jp");
        account.place = file();
        account.incoming.emplace();
        account.incoming->endpoint.protocol = protocol;
        model::AppProfile profile;
        profile.path = m_folder.path();
        profile.accounts = {account};
        model::MailApp app;
        app.id = QStringLiteral("windows-live-mail");
        app.profiles = {profile};
        model::Case found;
        found.address = account.address;
        found.apps = {app};
        return found;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestLiveMailTimeout : public QObject
{
    Q_OBJECT

private slots:
    void raises_data();
    void raises();
    void doesNotRaise_data();
    void doesNotRaise();
    void asksForNoMoreThanTheDialogOffers();
};

void TestLiveMailTimeout::raises_data()
{
    QTest::addColumn<model::Protocol>("protocol");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("old");
    using model::Protocol;
    const QString smtp = field("SMTP_Timeout", "0000012c"), pop = field("POP3_Timeout", "0000012c"),
                  imap = field("IMAP_Timeout", "0000012c");
    const QString port = field("POP3_Port", "000003e3");
    QTest::newRow("both stand there")
        << Protocol::Pop3 << field("SMTP_Timeout", "0000003c") + port + field("POP3_Timeout", "96")
        << smtp + port + pop << QStringList{QStringLiteral("60"), QStringLiteral("150")};
    QTest::newRow("none stands there: not written is a minute")
        << Protocol::Pop3 << port << port + smtp + pop << QStringList{QString(), QString()};
    QTest::newRow("of IMAP") << Protocol::Imap << field("IMAP_Timeout", "3c") << imap + smtp
                             << QStringList{QString(), QStringLiteral("60")};
    QTest::newRow("one is long enough")
        << Protocol::Pop3 << field("SMTP_Timeout", "00000258") + port
        << field("SMTP_Timeout", "00000258") + port + pop << QStringList{QString()};
}

void TestLiveMailTimeout::raises()
{
    QFETCH(model::Protocol, protocol);
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QStringList, old);
    for (const bool wide : {true, false}) {
        const Home home;
        support::writeFile(home.file(), encoded(before, wide));
        const model::Case visit = home.visit(protocol);
        const auto preview = remedy().preview(visit);
        QStringList olds;
        for (const model::Change &change : preview)
            olds.append(change.oldValue);
        QCOMPARE(olds, old);
        QCOMPARE(support::readFile(home.file()), encoded(before, wide));
        Journal journal(home.journal());
        const model::Outcome outcome = remedy().apply(visit, journal);
        QVERIFY2(outcome.ok(), qPrintable(model::name(outcome.refusal)));
        const QByteArray file = support::readFile(home.file());
        if (!before.contains(QStringLiteral("IMAP")) && before.contains(QStringLiteral("POP3_Timeout")))
            QCOMPARE(file, encoded(after, wide));
        QCOMPARE(file.startsWith("\xFF\xFE"), wide);
        QVERIFY(remedy().verify(journal.entries().value(0)));
        QVERIFY(!remedy().applies(visit));
        QVERIFY(journal.undo(outcome.entry).ok());
        QCOMPARE(support::readFile(home.file()), encoded(before, wide));
    }
}

void TestLiveMailTimeout::doesNotRaise_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Refusal>("refusal");
    const QString enough = field("SMTP_Timeout", "0000012c") + field("POP3_Timeout", "00000258");
    QTest::newRow("long enough") << encoded(enough, true) << Refusal::NotApplicable;
    QTest::newRow("half-written") << encoded({}, true).chopped(20) << Refusal::Unreadable;
    QTest::newRow("empty") << QByteArray() << Refusal::Unreadable;
    QTest::newRow("not an account") << QByteArray("<html></html>") << Refusal::Unreadable;
    QTest::newRow("twice") << encoded(field("SMTP_Timeout", "3c") + field("SMTP_Timeout", "3c"), true)
                           << Refusal::Unreadable;
    QTest::newRow("as a text") << encoded(QStringLiteral("<SMTP_Timeout type=\"SZ\">60</SMTP_Timeout>"), true)
                               << Refusal::Unreadable;
}

void TestLiveMailTimeout::doesNotRaise()
{
    QFETCH(QByteArray, file);
    const Home home;
    support::writeFile(home.file(), file);
    const model::Case visit = home.visit(model::Protocol::Pop3);
    QVERIFY(!remedy().applies(visit));
    Journal journal(home.journal());
    QTEST(remedy().apply(visit, journal).refusal, "refusal");
    QCOMPARE(support::readFile(home.file()), file);
    QVERIFY(journal.entries().isEmpty());
}

void TestLiveMailTimeout::asksForNoMoreThanTheDialogOffers()
{
    const Home home;
    support::writeFile(home.file(), encoded({}, true));
    model::Case visit = home.visit(model::Protocol::Pop3);
    visit.provider.emplace();
    visit.provider->recommendedTimeoutSeconds = 900;
    for (const model::Change &change : remedy().preview(visit))
        QCOMPARE(change.newValue, QStringLiteral("300"));
    visit.apps[0].id = QStringLiteral("windows-mail");
    QVERIFY(!remedy().applies(visit));
    QVERIFY(remedies::remedyNamed(QStringLiteral("windows-mail.raise-timeout"))->applies(visit));
}

QTEST_GUILESS_MAIN(TestLiveMailTimeout)
#include "test_live_mail_timeout.moc"
