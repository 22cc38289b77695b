#include "support/mail_home.h"
#include "support/outlook_export.h"
#include "support/places.h"
#include "support/small_pst.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringEncoder>
#include <QTest>

namespace {

struct Run
{
    int exit = -1;
    QByteArray out, err;
};

Run run(const QStringList &arguments)
{
    QProcess program;
    program.start(support::inBin("todoku-cli"), arguments);
    if (!program.waitForFinished())
        return {};
    return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
}

/// Without pictures of whole documents in the expectations: "accounts.0.incoming.port".
QString at(QJsonValue value, const char *path)
{
    for (const QString &part : QString::fromLatin1(path).split(u'.'))
        value = value.isArray() ? value.toArray().at(part.toInt()) : value.toObject().value(part);
    return value.toVariant().toString();
}

QByteArray registry()
{
    support::OutlookExport made;
    made.order({2}).account("00000002", "ED475411");
    made.text("Display Name", "届 太郎").text("Email", "taro@example.ne.jp");
    made.text("POP3 Server", "pop.example.ne.jp").text("POP3 User", "taro").number("POP3 Port", 995);
    made.number("POP3 Use SSL", 1).text("SMTP Server", "smtp.example.ne.jp").number("SMTP Port", 587);
    made.number("SMTP Secure Connection", 3).number("SMTP Use Auth", 1).number("Leave on Server", 0x000e0003);
    made.text("POP3 Password", "kanariya").binary("SMTP Password", "kanariya");
    made.binary("Delivery Store EntryID",
                support::OutlookExport::storeEntryId(R"(C:\Users\taro\Documents\Outlook ファイル\taro.pst)"));
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    return encoder(QString::fromUtf8(made.bytes().replace("\n", "\r\n")));
}

} // namespace

class TestOutlookExport : public QObject
{
    Q_OBJECT

private slots:
    void tellsAllThatAnExportAndAHomeHold();
    void refusesWhatIsNoExport_data();
    void refusesWhatIsNoExport();
    void readsTheRestOfADamagedExport();

private:
    QStringList arguments() const
    {
        return {QStringLiteral("mailapps"),
                QStringLiteral("--home"),
                m_folder.path(),
                QStringLiteral("--json"),
                QStringLiteral("--registry"),
                m_folder.filePath(QStringLiteral("a.reg"))};
    }
    void write(const QByteArray &bytes) const
    {
        support::writeFile(m_folder.filePath(QStringLiteral("a.reg")), bytes);
    }

    QTemporaryDir m_folder;
};

void TestOutlookExport::tellsAllThatAnExportAndAHomeHold()
{
    support::SmallPst pst;
    pst.messages = {{1000, 1'772'323'200, QStringLiteral("<a@b>")}, {2000, 1'772'330'000, {}}};
    const QString store = m_folder.filePath(QStringLiteral("Documents/Outlook ファイル/taro.pst"));
    support::writeFile(store, pst.bytes());
    write(registry());
    const Run told = run(arguments());
    QCOMPARE(told.err, QByteArray());
    QCOMPARE(told.exit, 0);
    QVERIFY(!told.out.contains("kanariya"));
    const QJsonValue app
        = QJsonDocument::fromJson(told.out).object().value(QStringLiteral("apps")).toArray().at(0);
    const QList<std::pair<const char *, QString>> expected{
        {"id", QStringLiteral("outlook")},
        {"version", QStringLiteral("16.0")},
        {"profiles.0.name", QStringLiteral("Outlook")},
        {"profiles.0.default", QStringLiteral("true")},
        {"profiles.0.timeout_s", QString()},
        {"profiles.0.offline", QString()},
        {"profiles.0.accounts.0.address", QStringLiteral("taro@example.ne.jp")},
        {"profiles.0.accounts.0.name", QStringLiteral("届 太郎")},
        {"profiles.0.accounts.0.timeout_s", QString()},
        {"profiles.0.accounts.0.leave_on_server", QStringLiteral("true")},
        {"profiles.0.accounts.0.leave_days", QStringLiteral("14")},
        {"profiles.0.accounts.0.place",
         QStringLiteral("HKCU\\Software\\Microsoft\\Office\\16.0\\Outlook\\Profiles\\Outlook")
             + QString::fromLatin1(support::OutlookExport::accounts) + QStringLiteral("\\00000002")},
        {"profiles.0.accounts.0.incoming.protocol", QStringLiteral("pop3")},
        {"profiles.0.accounts.0.incoming.port", QStringLiteral("995")},
        {"profiles.0.accounts.0.incoming.security", QStringLiteral("tls")},
        {"profiles.0.accounts.0.outgoing.port", QStringLiteral("587")},
        {"profiles.0.accounts.0.outgoing.security", QStringLiteral("starttls")},
        {"profiles.0.accounts.0.outgoing.user", QStringLiteral("taro")},
        {"profiles.0.outbox.count", QStringLiteral("2")},
        {"profiles.0.outbox.bytes", QStringLiteral("3000")},
        {"profiles.0.outbox.oldest", QStringLiteral("2026-03-01T00:00:00Z")},
        {"profiles.0.outbox.complete", QStringLiteral("true")},
        {"profiles.0.stores.0.path", store},
        {"profiles.0.stores.0.limit", QStringLiteral("53687091200")},
        {"profiles.0.unreadable.0.why", QString()},
    };
    for (const auto &[path, value] : expected)
        QVERIFY2(at(app, path) == value, qPrintable(QString::fromLatin1(path) + u' ' + at(app, path)));
}

void TestOutlookExport::refusesWhatIsNoExport_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("Hello");
    QTest::newRow("zeros") << QByteArray(5000, '\0');
}

void TestOutlookExport::refusesWhatIsNoExport()
{
    QFETCH(QByteArray, bytes);
    write(bytes);
    const Run told = run(arguments());
    QCOMPARE(told.exit, 2);
    QVERIFY2(told.err.contains("a.reg"), told.err.constData());
    QCOMPARE(told.out, QByteArray());
}

void TestOutlookExport::readsTheRestOfADamagedExport()
{
    write(QByteArray(
              "Windows Registry Editor Version 5.00\n\n[HKEY_CURRENT_USER\\Software]\n\"x\"=dword:what\n")
          + support::OutlookExport()
                .order({})
                .account("00000002", "ED475411")
                .text("POP3 Server", "pop.example")
                .bytes()
                .mid(37));
    const Run told = run(arguments());
    QCOMPARE(told.exit, 0);
    QVERIFY2(told.err.contains("a.reg:4"), told.err.constData());
    QVERIFY(told.out.contains("\"pop.example\""));
}

QTEST_GUILESS_MAIN(TestOutlookExport)
#include "test_outlook_export.moc"
