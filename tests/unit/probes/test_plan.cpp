// Which doors are asked, under which name, and that nobody else's server is ever handed a password.
#include "model/seen.h"
#include "probes/login.h"
#include "probes/plan.h"
#include "probes/probe.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using model::Endpoint;
using model::Failure;
using model::Protocol;
using model::Security;
using model::Step;

namespace {

const Endpoint imaps{QStringLiteral("imap.example.ne.jp"), 993, Protocol::Imap, Security::Tls};
const Endpoint submission{QStringLiteral("smtp.example.ne.jp"), 587, Protocol::Smtp, Security::StartTls};

model::Case visitOf(const QString &address)
{
    model::Case visit;
    visit.address = address;
    visit.passwordGiven = true;
    return visit;
}

model::Case withAccount(const Endpoint &incoming, const QString &user)
{
    model::Case visit = visitOf(QStringLiteral("hanako@example.ne.jp"));
    model::Account account;
    account.address = visit.address;
    account.incoming = model::ServerSettings{incoming, user, QStringLiteral("password")};
    model::AppProfile profile;
    profile.accounts = {account};
    model::MailApp app;
    app.profiles = {profile};
    visit.apps = {app};
    return visit;
}

model::Case withPack(const QStringList &forms)
{
    model::Case visit = visitOf(QStringLiteral("hanako@example.ne.jp"));
    model::Provider pack;
    pack.incoming = {{imaps, forms, true}};
    pack.outgoing = {{submission, forms, true}};
    visit.provider = pack;
    return visit;
}

/// The look at this door went well.
void seeVerified(model::Case &visit, const Endpoint &endpoint)
{
    model::Fact fact;
    fact.endpoint = endpoint;
    fact.address = QStringLiteral("192.0.2.7");
    for (const Step step : {Step::Secure, Step::Capabilities}) {
        fact.step = step;
        visit.add(fact);
    }
}

void resolve(model::Case &visit, const QString &host, const QStringList &addresses)
{
    model::Fact fact;
    fact.step = Step::Resolve;
    fact.endpoint.host = host;
    fact.seen = {{model::seen::addresses, QJsonArray::fromStringList(addresses)}};
    visit.add(fact);
}

QStringList texts(const QList<probes::Door> &doors)
{
    QStringList list;
    for (const probes::Door &door : doors)
        list.append(door.endpoint.host + u':' + QString::number(door.endpoint.port)
                    + (door.configured ? QStringLiteral("!") : QString()));
    return list;
}

void attempt(model::Case &visit, const probes::Job &job, Failure failure)
{
    model::Fact fact;
    fact.step = Step::Login;
    fact.endpoint = job.endpoint;
    fact.address = job.address;
    fact.failure = failure;
    fact.seen = {{model::seen::userForm, job.detail}};
    visit.add(fact);
}

} // namespace

class Plan : public QObject
{
    Q_OBJECT
private slots:
    void asksUsualNamesOnlyBelowTheMailDomain_data();
    void asksUsualNamesOnlyBelowTheMailDomain();
    void asksNoUsualNamesWhereSettingsAreKnown();
    void marksWhatIsConfigured();
    void asksARoutedHostOnlyWhereItsRouteLeads();
    void asksEachFormOfTheNameOnce_data();
    void asksEachFormOfTheNameOnce();
    void refusesNamesThatAreCommands_data();
    void refusesNamesThatAreCommands();
    void takesNoMoreAddressesThanItMay();
    void trustsOnlyTheAddressThatWasVerified();
    void logsInOneFormAfterTheOther_data();
    void logsInOneFormAfterTheOther();
    void leavesTheServerAloneAfterTwoRefusals();
    void hasEveryKindOnceInItsCatalogue();
};

void Plan::asksUsualNamesOnlyBelowTheMailDomain_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("domain");
    const auto row = [](const char *address, const char *domain) {
        QTest::newRow(address) << QString::fromLatin1(address) << QString::fromLatin1(domain);
    };
    row("hanako@example.ne.jp", "example.ne.jp");
    row("hanako@Mail.Example.NE.jp", "mail.example.ne.jp");
    row("a@b@example.net", "example.net");
    row("hanako", "");
    row("hanako@", "");
    row("", "");
}

void Plan::asksUsualNamesOnlyBelowTheMailDomain()
{
    QFETCH(QString, address);
    QFETCH(QString, domain);
    const auto doors = probes::doors(visitOf(address), {});
    QCOMPARE(doors.isEmpty(), domain.isEmpty());
    for (const probes::Door &door : doors) {
        QVERIFY2(door.endpoint.host.endsWith(u'.' + domain), qPrintable(door.endpoint.host));
        QVERIFY(!door.configured);
        QCOMPARE(door.endpoint.host.count(u'.'), domain.count(u'.') + 1);
        QVERIFY(!probes::isConfigured(visitOf(address), door.endpoint));
    }
    const QStringList all = texts(doors);
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
}

void Plan::asksNoUsualNamesWhereSettingsAreKnown()
{
    const QStringList doors = texts(probes::doors(withAccount(imaps, {}), {}));
    QCOMPARE(
        doors,
        (QStringList{QStringLiteral("imap.example.ne.jp:993!"), QStringLiteral("imap.example.ne.jp:143")}));
    QCOMPARE(probes::hosts(withPack({}), {}), (QStringList{imaps.host, submission.host}));
}

void Plan::marksWhatIsConfigured()
{
    // As a person may have written it: capitals, a dot at the end, no port.
    model::Case visit
        = withAccount({QStringLiteral(" Imap.Example.ne.JP. "), 0, Protocol::Imap, Security::Tls}, {});
    const auto doors = probes::doors(visit, {});
    QCOMPARE(texts(doors).first(), QStringLiteral("imap.example.ne.jp:993!"));
    QVERIFY(probes::isConfigured(visit, imaps));
    Endpoint other = imaps;
    other.port = 143;
    QVERIFY(!probes::isConfigured(visit, other));
    other.port = 0; // the host alone
    QVERIFY(probes::isConfigured(visit, other));
    other.host = QStringLiteral("map.example.ne.jp");
    QVERIFY(!probes::isConfigured(visit, other));
    // The pack names the same door: still one.
    visit.provider = withPack({}).provider;
    QCOMPARE(texts(probes::doors(visit, {})).count(QStringLiteral("imap.example.ne.jp:993!")), 1);
}

void Plan::asksARoutedHostOnlyWhereItsRouteLeads()
{
    net::Environment environment;
    environment.route.add(imaps.host, 993, {QStringLiteral("127.0.0.1"), 40'993});
    QCOMPARE(texts(probes::doors(withAccount(imaps, {}), environment)),
             QStringList{QStringLiteral("imap.example.ne.jp:993!")});
    // What the settings name is asked all the same: that it leads nowhere is worth knowing.
    Endpoint elsewhere = imaps;
    elsewhere.port = 1'993;
    QVERIFY(texts(probes::doors(withAccount(elsewhere, {}), environment))
                .contains(QStringLiteral("imap.example.ne.jp:1993!")));
}

void Plan::asksEachFormOfTheNameOnce_data()
{
    QTest::addColumn<QString>("user"); // of the account
    QTest::addColumn<QStringList>("pack");
    QTest::addColumn<QStringList>("forms");
    const auto row
        = [](const char *name, const char *user, const QByteArrayList &pack, const QByteArrayList &forms) {
              QStringList given, expected;
              for (const QByteArray &one : pack)
                  given.append(QString::fromLatin1(one));
              for (const QByteArray &one : forms)
                  expected.append(QString::fromLatin1(one));
              QTest::newRow(name) << QString::fromLatin1(user) << given << expected;
          };
    row("nothing known", "", {}, {"address", "local"});
    row("the pack's", "", {"percent", "dot"}, {"percent", "dot"});
    row("twice in the pack", "", {"local", "local", "address"}, {"local", "address"});
    row("the account's own first", "h-1234", {"local"}, {"given", "local"});
    row("the account's is the address", "hanako@example.ne.jp", {}, {"given", "local"});
    row("the account's is the local part", "hanako", {"address", "local"}, {"given", "address"});
    row("only an id, which nobody can make up", "", {"id"}, {});
    row("an unknown form", "", {"backwards", "local"}, {"local"});
    row("a name with a line end", "x\r\nDELE 1", {"local"}, {"local"});
}

void Plan::asksEachFormOfTheNameOnce()
{
    QFETCH(QString, user);
    QFETCH(QStringList, pack);
    QFETCH(QStringList, forms);
    model::Case visit = withAccount(imaps, user);
    visit.provider = withPack(pack).provider;
    QCOMPARE(probes::userForms(visit, imaps), forms);
    QSet<QString> users;
    for (const QString &form : std::as_const(forms))
        users.insert(probes::userFor(visit, imaps, form));
    QCOMPARE(users.size(), forms.size());
    // A name stored for one server says nothing about another.
    Endpoint other = imaps;
    other.host = QStringLiteral("imap.example.net");
    QVERIFY(!probes::userForms(visit, other).contains(QStringLiteral("given")));
    QVERIFY(probes::userFor(visit, submission, QStringLiteral("given")).isEmpty());
}

void Plan::refusesNamesThatAreCommands_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {QString(), QStringLiteral("a\rb"), QStringLiteral("a\nb"), QStringLiteral("a") + QChar(0),
          QStringLiteral("a\tb"), QString(QChar(0x7f)), QString(QChar(0x85)), QString(321, u'a')})
        QTest::addRow("%d: %s", int(text.size()), text.left(3).toUtf8().toHex().constData()) << text;
}

void Plan::refusesNamesThatAreCommands()
{
    QFETCH(QString, text);
    QVERIFY(!probes::isCommandSafe(text));
    QVERIFY(probes::isCommandSafe(QStringLiteral("花子@example.ne.jp")));
}

void Plan::takesNoMoreAddressesThanItMay()
{
    model::Case visit = withAccount(imaps, {});
    QVERIFY(!probes::addressesOf(visit, imaps.host));
    QVERIFY(!probes::isSettled(visit, {}, imaps));
    QStringList many;
    for (int i = 1; i <= 20; ++i)
        many.append(QStringLiteral("192.0.2.%1").arg(i % 15));
    resolve(visit, imaps.host, many);
    resolve(visit, QStringLiteral("other.example"), {QStringLiteral("192.0.2.99")});
    const auto addresses = probes::addressesOf(visit, imaps.host);
    QVERIFY(addresses);
    QCOMPARE(*addresses, many.first(net::Bounds::addressesPerName));

    // A name without an address has nothing left to look at.
    resolve(visit, submission.host, {});
    QVERIFY(probes::addressesOf(visit, submission.host)->isEmpty());
    QVERIFY(probes::isSettled(visit, {}, submission));
    net::Environment environment;
    environment.route.add(imaps.host, 993, {QStringLiteral("127.0.0.1"), 40'993});
    QCOMPARE(probes::addressesFor(visit, environment, imaps), QStringList{QStringLiteral("127.0.0.1")});
}

void Plan::trustsOnlyTheAddressThatWasVerified()
{
    model::Case visit = withAccount(imaps, {});
    QVERIFY(probes::verifiedAddress(visit, imaps).isEmpty());
    model::Fact fact;
    fact.endpoint = imaps;
    fact.step = Step::Secure;
    fact.address = QStringLiteral("192.0.2.1");
    fact.failure = Failure::CertificateRejected;
    visit.add(fact);
    fact.step = Step::Capabilities; // a false server may say anything
    fact.failure = Failure::None;
    visit.add(fact);
    QVERIFY(probes::verifiedAddress(visit, imaps).isEmpty());
    fact.step = Step::Secure;
    fact.address = QStringLiteral("192.0.2.2"); // verified, but it said nothing more
    visit.add(fact);
    QVERIFY(probes::verifiedAddress(visit, imaps).isEmpty());
    seeVerified(visit, submission);
    QVERIFY(probes::verifiedAddress(visit, imaps).isEmpty());
    seeVerified(visit, imaps);
    QCOMPARE(probes::verifiedAddress(visit, imaps), QStringLiteral("192.0.2.7"));
    QVERIFY(probes::login::due(visitOf(visit.address), {}).isEmpty());
}

void Plan::logsInOneFormAfterTheOther_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<bool>("anotherForm");
    for (const Failure failure : model::allFailures())
        QTest::newRow(qPrintable(model::name(failure))) << failure << (failure == Failure::LoginRefused);
}

void Plan::logsInOneFormAfterTheOther()
{
    QFETCH(Failure, failure);
    QFETCH(bool, anotherForm);
    model::Case visit = withAccount(imaps, {});
    resolve(visit, imaps.host, {QStringLiteral("192.0.2.7")});
    seeVerified(visit, imaps);
    const auto first = probes::login::due(visit, {});
    QCOMPARE(first.size(), 1);
    QCOMPARE(first.first().detail, QStringLiteral("address"));
    attempt(visit, first.first(), failure);
    const auto second = probes::login::due(visit, {});
    QCOMPARE(second.size(), anotherForm ? 2 : 1);
    QCOMPARE(second.first().key, first.first().key); // the same question, which is not asked twice
    QCOMPARE(second.last().detail, anotherForm ? QStringLiteral("local") : QStringLiteral("address"));
    visit.passwordGiven = false;
    QVERIFY(probes::login::due(visit, {}).isEmpty());
}

void Plan::leavesTheServerAloneAfterTwoRefusals()
{
    // Refused without a reason counts as well: the server may lock the account all the same.
    for (const auto &[first, second] : {std::pair(Failure::LoginRefused, Failure::LoginRefused),
                                        std::pair(Failure::LoginRefused, Failure::Unwelcome)}) {
        model::Case visit
            = withPack({QStringLiteral("address"), QStringLiteral("local"), QStringLiteral("percent")});
        for (const Endpoint &endpoint : {imaps, submission}) {
            resolve(visit, endpoint.host, {QStringLiteral("192.0.2.7")});
            seeVerified(visit, endpoint);
        }
        attempt(visit, probes::login::due(visit, {}).last(), first);
        QCOMPARE(probes::login::due(visit, {}).size(), 2);
        attempt(visit, probes::login::due(visit, {}).last(), second);
        const auto left = probes::login::due(visit, {});
        QCOMPARE(left.size(), 2); // those that were asked
        for (const probes::Job &job : left)
            QCOMPARE(job.endpoint, imaps);
    }
}

void Plan::hasEveryKindOnceInItsCatalogue()
{
    QStringList names;
    for (const probes::Kind &kind : probes::catalogue()) {
        QVERIFY(kind.due && kind.make);
        names.append(QLatin1String(kind.name));
    }
    QCOMPARE(names.join(u' '),
             QStringLiteral(
                 "link resolve gateway name-server web control path look tls-look again fetch junk login "
                 "submit arrive"));

    // Keys tell the questions of one visit apart, across all kinds.
    model::Case visit = withPack({QStringLiteral("address")});
    for (const Endpoint &endpoint : {imaps, submission}) {
        resolve(visit, endpoint.host, {QStringLiteral("192.0.2.7"), QStringLiteral("2001:db8::7")});
        seeVerified(visit, endpoint);
    }
    QStringList keys;
    for (const probes::Kind &kind : probes::catalogue())
        for (const probes::Job &job : kind.due(visit, {}))
            keys.append(job.key);
    QVERIFY(keys.size() >= 8);
    QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), keys.size());
    // A guest with nothing to ask about is asked about nothing but this PC.
    for (const probes::Kind &kind : probes::catalogue())
        QCOMPARE(kind.due({}, {}).size(), QByteArray(kind.name) == "link" ? 1 : 0);
}

QTEST_GUILESS_MAIN(Plan)
#include "test_plan.moc"
