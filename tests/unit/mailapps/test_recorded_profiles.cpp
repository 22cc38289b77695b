// Real settings files of other people's collections, with what their owners' tests say stands in them.
#include "mailapps/plain_file.h"
#include "mailapps/profiles_ini.h"
#include "mailapps/thunderbird.h"

#include "support/mail_home.h"
#include "support/places.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using mailapps::Prefs;

namespace {

const QString folder = support::inSource("../shared/data/mailapps/thunderbird");

void compareServer(const model::ServerSettings &found, const QJsonObject &expected)
{
    const auto text = [&](const char *key) { return expected[QLatin1String(key)].toString(); };
    QCOMPARE(found.endpoint.host, text("host"));
    if (expected.contains(QStringLiteral("type")))
        QCOMPARE(model::name(found.endpoint.protocol), text("type"));
    if (expected.contains(QStringLiteral("port")))
        QCOMPARE(int(found.endpoint.port), expected[QStringLiteral("port")].toInt());
    if (expected.contains(QStringLiteral("security")))
        QCOMPARE(model::name(found.endpoint.security),
                 text("security").replace(QStringLiteral("none"), QStringLiteral("plain")));
    if (expected.contains(QStringLiteral("user")))
        QCOMPARE(found.user, text("user"));
    if (expected.contains(QStringLiteral("auth")))
        QCOMPARE(found.auth, text("auth"));
}

} // namespace

class TestRecordedProfiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsEveryField_data();
    void readsEveryField();
    void listsProfilesAndDoesNotFollowTheOneElsewhere();
};

void TestRecordedProfiles::initTestCase()
{
    if (!QFileInfo::exists(folder + QStringLiteral("/expected.json")))
        QSKIP("the recorded settings files are not beside this project");
}

void TestRecordedProfiles::readsEveryField_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QJsonArray>("expected");
    const QJsonObject all
        = QJsonDocument::fromJson(support::readFile(folder + QStringLiteral("/expected.json"))).object();
    for (const QString &file : all.keys())
        if (!file.startsWith(u'_'))
            QTest::newRow(qPrintable(file)) << file << all[file].toArray();
}

void TestRecordedProfiles::readsEveryField()
{
    QFETCH(QString, file);
    QFETCH(QJsonArray, expected);
    const QByteArray bytes = support::readFile(folder + u'/' + file);
    const Prefs prefs(bytes);
    QVERIFY(prefs.problems().isEmpty());
    const support::MailHome home(bytes);
    const auto accounts = mailapps::readThunderbird({home.path(), {}}).profiles.value(0).accounts;
    QVERIFY(!expected.isEmpty());
    QCOMPARE(accounts.size(), expected.size());
    for (qsizetype i = 0; i < accounts.size(); ++i) {
        const QJsonObject account = expected[i].toObject();
        QCOMPARE(accounts[i].key, account[QStringLiteral("account")].toString());
        QCOMPARE(accounts[i].address, account[QStringLiteral("email")].toString());
        if (account.contains(QStringLiteral("fullName")))
            QCOMPARE(accounts[i].fullName, account[QStringLiteral("fullName")].toString());
        if (account.contains(QStringLiteral("label"))) {
            const QString server = *prefs.text("mail.account." + accounts[i].key.toUtf8() + ".server");
            QCOMPARE(prefs.text("mail.server." + server.toUtf8() + ".name"),
                     account[QStringLiteral("label")].toString());
        }
        compareServer(*accounts[i].incoming, account);
        QVERIFY(accounts[i].outgoing);
        compareServer(*accounts[i].outgoing, account[QStringLiteral("smtp")].toObject());
    }
}

void TestRecordedProfiles::listsProfilesAndDoesNotFollowTheOneElsewhere()
{
    const support::MailHome home;
    home.write(QStringLiteral(".thunderbird/profiles.ini"),
               support::readFile(folder + QStringLiteral("/profiles.ini")));
    const auto profiles = mailapps::readThunderbird({home.path(), {}}).profiles;
    QCOMPARE(profiles.size(), 3);
    QCOMPARE(profiles[0].name, QStringLiteral("old"));
    QVERIFY(!profiles[0].isDefault && profiles[1].isDefault && !profiles[2].isDefault);
    QCOMPARE(profiles[1].path, home.root() + QStringLiteral("/Profiles/b.default-release"));
    QCOMPARE(profiles[1].unreadable.value(0).why, QStringLiteral("missing"));
    QCOMPARE(profiles[2].path, QStringLiteral("/mnt/tb"));
    QCOMPARE(profiles[2].unreadable.value(0).why, QStringLiteral("outside"));
}

QTEST_GUILESS_MAIN(TestRecordedProfiles)
#include "test_recorded_profiles.moc"
