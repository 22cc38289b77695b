// outlook-express.raise-timeout on a made-up registry: two values of the accounts concerned, and no other.
#include "remedies/outlook_express_timeout.h"

#include "support/edit_home.h"
#include "support/registry_file.h"

#include <QTest>

using model::Refusal;
using remedies::Journal;
using remedies::OutlookExpressTimeout;
using remedies::RegistryData;

namespace {

const QString accounts = QStringLiteral("HKCU\\Software\\Microsoft\\Internet Account Manager\\Accounts\\");
const QString ours = accounts + QStringLiteral("00000001"), theirs = accounts + QStringLiteral("00000002");
const QString smtp = QStringLiteral("SMTP Timeout"), pop = QStringLiteral("POP3 Timeout");

class Home
{
public:
    explicit Home(std::optional<RegistryData> smtpNow = {}, std::optional<RegistryData> popNow = {})
    {
        const QString name = QStringLiteral("POP3 Server");
        QList<remedies::RegistryLine> lines{{ours, name, RegistryData::text(QStringLiteral("a"))}};
        if (smtpNow)
            lines.append({ours, smtp, smtpNow});
        if (popNow)
            lines.append({ours, pop, popNow});
        lines.append({theirs, name, RegistryData::text(QStringLiteral("b"))});
        support::writeFile(file(), remedies::registryFile(lines));
        store = std::make_shared<support::RegistryFile>(file());
    }
    QString file() const { return m_folder.filePath(QStringLiteral("user.reg")); }
    QString journal() const { return m_folder.filePath(QStringLiteral("todoku")); }
    model::Case visit(model::Protocol protocol = model::Protocol::Pop3, const QString &key = ours) const
    {
        model::Case found;
        found.address = QStringLiteral("taro@example.ne.jp");
        found.apps.resize(1);
        found.apps[0].id = QStringLiteral("outlook-express");
        found.apps[0].profiles.resize(1);
        model::Account mine, other;
        mine.address = found.address;
        mine.place = key;
        mine.incoming.emplace();
        mine.incoming->endpoint.protocol = protocol;
        other = mine;
        other.address = QStringLiteral("hanako@example.ne.jp");
        other.place = theirs;
        found.apps[0].profiles[0].accounts = {mine, other};
        return found;
    }
    QString words(const QString &key, const QString &name) const
    {
        std::optional<RegistryData> data;
        return store->read(key, name, &data).ok() && data ? data->words() : QStringLiteral("-");
    }

    std::shared_ptr<support::RegistryFile> store;

private:
    QTemporaryDir m_folder;
};

} // namespace

Q_DECLARE_METATYPE(remedies::RegistryData)

class TestOutlookExpressTimeout : public QObject
{
    Q_OBJECT

private slots:
    void raises_data()
    {
        QTest::addColumn<int>("smtpNow");
        QTest::addColumn<int>("popNow");
        QTest::addColumn<QStringList>("changed");
        QTest::newRow("as it is written") << 60 << 60 << QStringList{smtp, pop};
        QTest::newRow("not written") << 0 << 0 << QStringList{smtp, pop};
        QTest::newRow("one is long enough") << 300 << 90 << QStringList{pop};
        QTest::newRow("longer than the dialog offers stays") << 3600 << 0 << QStringList{pop};
    }

    void raises()
    {
        QFETCH(int, smtpNow);
        QFETCH(int, popNow);
        QFETCH(QStringList, changed);
        const auto value = [](int seconds) {
            return seconds ? std::optional(RegistryData::number(quint32(seconds))) : std::nullopt;
        };
        const Home home(value(smtpNow), value(popNow));
        const OutlookExpressTimeout remedy(home.store);
        const QByteArray before = support::readFile(home.file());
        QStringList shown;
        for (const model::Change &change : remedy.preview(home.visit())) {
            QCOMPARE(change.file, ours);
            QCOMPARE(change.newValue, QStringLiteral("300"));
            shown.append(change.key);
        }
        QCOMPARE(shown, changed);
        QCOMPARE(support::readFile(home.file()), before);
        Journal journal(home.journal(), home.store);
        const model::Outcome outcome = remedy.apply(home.visit(), journal);
        QVERIFY2(outcome.ok(), qPrintable(model::name(outcome.refusal)));
        for (const QString &name : changed)
            QCOMPARE(home.words(ours, name), QStringLiteral("300"));
        QCOMPARE(home.words(theirs, smtp), QStringLiteral("-"));
        QVERIFY(QFileInfo(journal.entries().value(0).backup).suffix() == u"reg");
        QVERIFY(remedy.verify(journal.entries().value(0)));
        QVERIFY(!remedy.applies(home.visit()));
        QVERIFY(journal.undo(outcome.entry).ok());
        QCOMPARE(home.words(ours, smtp), smtpNow ? QString::number(smtpNow) : QStringLiteral("-"));
        QCOMPARE(home.words(ours, pop), popNow ? QString::number(popNow) : QStringLiteral("-"));
    }

    void ofImapTheOtherValue()
    {
        const Home home;
        QCOMPARE(OutlookExpressTimeout(home.store).preview(home.visit(model::Protocol::Imap)).last().key,
                 QStringLiteral("IMAP Timeout"));
    }

    void doesNotTouch_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("address");
        const QString taro = QStringLiteral("taro@example.ne.jp");
        QTest::newRow("no such account any more") << accounts + QStringLiteral("00000009") << taro;
        QTest::newRow("an account without a place") << QString() << taro;
        QTest::newRow("not the person's own part")
            << QStringLiteral("HKLM\\Software\\Microsoft\\Internet Account Manager\\Accounts\\00000001")
            << taro;
        QTest::newRow("nobody's account") << ours << QStringLiteral("jiro@example.ne.jp");
    }

    void doesNotTouch()
    {
        QFETCH(QString, key);
        QFETCH(QString, address);
        const Home home(RegistryData::number(60));
        const QByteArray before = support::readFile(home.file());
        model::Case visit = home.visit(model::Protocol::Pop3, key);
        visit.address = address;
        const OutlookExpressTimeout remedy(home.store);
        QVERIFY(!remedy.applies(visit));
        Journal journal(home.journal(), home.store);
        QCOMPARE(remedy.apply(visit, journal).refusal, Refusal::NotApplicable);
        QCOMPARE(support::readFile(home.file()), before);
    }

    void leavesAValueOfAnotherKind_data()
    {
        QTest::addColumn<RegistryData>("data");
        QTest::newRow("a text") << RegistryData::text(QStringLiteral("sixty"));
        QTest::newRow("bytes") << RegistryData{3, "\x3C"};
        QTest::newRow("beyond reason") << RegistryData::number(0xFFFFFFFFU);
    }

    void leavesAValueOfAnotherKind()
    {
        QFETCH(RegistryData, data);
        const Home home(data, RegistryData::number(300));
        QVERIFY(!OutlookExpressTimeout(home.store).applies(home.visit()));
    }

    void tellsWhenItWasTakenBack()
    {
        const Home home(RegistryData::number(60), RegistryData::number(60));
        const OutlookExpressTimeout remedy(home.store);
        Journal journal(home.journal(), home.store);
        QVERIFY(remedy.apply(home.visit(), journal).ok());
        home.store->remove(ours, smtp);
        QVERIFY(!remedy.verify(journal.entries().value(0)));
    }

    void anExportOfSomebodyElseIsNotThisRegistry()
    {
        // What was read from --registry names keys that this machine need not have.
        QVERIFY(!OutlookExpressTimeout().applies(Home().visit()));
    }
};

QTEST_GUILESS_MAIN(TestOutlookExpressTimeout)
#include "test_outlook_express_timeout.moc"
