// Only on Unix: a keychain in a session of its own. What is kept can be forgotten, by each of the three ways.
#include "session/kept_password.h"

#include "support/loop.h"
#include "support/places.h"
#include "support/private_keyring.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using secrets::Keyring;
using session::KeptItems;
using session::KeptPassword;

namespace {

const QString password = QStringLiteral("kanaria-7f3e91");

model::Case visitOf(const QString &user)
{
    model::Case visit;
    visit.address = user + QStringLiteral("@example.ne.jp");
    model::ProviderServer server;
    server.endpoint.protocol = model::Protocol::Imap;
    server.endpoint.host = QStringLiteral("imap.example.ne.jp");
    visit.provider = model::Provider();
    visit.provider->incoming = {server};
    return visit;
}

struct Forgotten
{
    int gone = -1, left = -1;
};

template <typename Begin>
Forgotten forget(KeptPassword &kept, Begin begin)
{
    Forgotten heard;
    QObject here;
    QObject::connect(&kept, &KeptPassword::hasForgotten, &here, [&heard](int gone, int left) {
        heard = {gone, left};
    });
    begin();
    support::until([&heard] { return heard.gone >= 0; });
    return heard;
}

/// Asked of the keychain itself, not of the list.
Keyring::Result inKeychain(const QString &item)
{
    Keyring keyring;
    std::optional<Keyring::Result> heard;
    QObject::connect(&keyring, &Keyring::hasRead, &keyring,
                     [&heard](const QString &, Keyring::Result result, model::Secret *) { heard = result; });
    keyring.read(item);
    support::until([&heard] { return heard.has_value(); });
    return heard.value_or(Keyring::Result::Timeout);
}

/// Kept, and the keychain has it.
bool keep(KeptPassword &kept, const model::Case &visit)
{
    kept.keep(visit, model::Secret(password));
    return support::until(
        [&visit] { return inKeychain(KeptPassword::itemOf(visit)) == Keyring::Result::Done; });
}

struct Run
{
    int exit = -1;
    QByteArray out, err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Run run(const char *program, const QStringList &arguments)
{
    QProcess process;
    process.start(support::inBin(program), arguments);
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

int number(const QJsonObject &json, const char *key)
{
    return json[QLatin1String(key)].toInt(-1);
}

} // namespace

class KeptPasswordTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    const model::Case m_hanako = visitOf(QStringLiteral("hanako")), m_taro = visitOf(QStringLiteral("taro"));
    const QString m_first = KeptPassword::itemOf(m_hanako), m_second = KeptPassword::itemOf(m_taro);

private slots:
    void passesEverythingWithARealKeyring()
    {
        if (support::inPrivateKeyring())
            QSKIP("runs outside the private session");
        support::runInPrivateKeyring(QStringLiteral("KeptPasswordTest::keepsListsAndForgets"));
    }
    void keepsNothingWhereThereIsNoKeychain()
    {
        if (support::inPrivateKeyring())
            QSKIP("runs outside the private session");
        withoutKeychain();
        KeptPassword kept(m_folder.path());
        kept.keep(m_hanako, model::Secret(password));
        QVERIFY2(kept.items().has(m_first), "listed before it is written");
        QVERIFY(support::until([&] { return !kept.items().has(m_first); }));
    }
    void keepsNothingThatCannotBeListed()
    {
        if (!support::inPrivateKeyring())
            QSKIP("runs inside the private session");
        QTemporaryDir folder;
        KeptPassword kept(folder.path());
        QVERIFY(QDir().mkpath(kept.items().file()));
        kept.keep(m_hanako, model::Secret(password));
        QTest::qWait(500);
        QCOMPARE(inKeychain(m_first), Keyring::Result::NotFound);
    }
    void whatCannotBeRemovedStaysListed()
    {
        if (support::inPrivateKeyring())
            QSKIP("runs outside the private session");
        withoutKeychain();
        KeptPassword kept(m_folder.path());
        QVERIFY(KeptItems(m_folder.path()).note(m_first) && KeptItems(m_folder.path()).note(m_second));
        const Forgotten all = forget(kept, [&] { kept.forgetAll(); });
        QCOMPARE(all.gone, 0);
        QCOMPARE(all.left, 2);
        const Forgotten one = forget(kept, [&] { kept.forget(m_hanako); });
        QCOMPARE(one.left, 1);
        QCOMPARE(kept.items().all()->size(), 2);

        const Run told = run("todoku-cli", cli({QStringLiteral("forget"), QStringLiteral("--json")}));
        QCOMPARE(told.exit, 1);
        QCOMPARE(number(told.json(), "forgotten"), 0);
        QCOMPARE(number(told.json(), "left"), 2);
        const Run said = run("todoku-cli", cli({QStringLiteral("--lang"), QStringLiteral("en")}));
        QCOMPARE(said.exit, 0);
        QVERIFY2(said.out.contains("imap.example.ne.jp  hanako@example.ne.jp  (imap)"), said.out.constData());
    }
    void anUnreadableListIsAnAnswer()
    {
        QTemporaryDir folder;
        QVERIFY(QDir().mkpath(KeptItems(folder.path()).file()));
        const Run told
            = run("todoku-cli", {QStringLiteral("keychain"), QStringLiteral("--journal"), folder.path()});
        QCOMPARE(told.exit, 2);
        QVERIFY(told.err.startsWith("todoku-cli: " + KeptItems(folder.path()).file().toUtf8()));
        KeptPassword kept(folder.path());
        QCOMPARE(forget(kept, [&] { kept.forgetAll(); }).gone, 0);
    }
    void anUnknownVerbIsRefused() { QCOMPARE(run("todoku-cli", cli({QStringLiteral("remember")})).exit, 2); }

    // From here on: inside the private session
    void keepsListsAndForgets()
    {
        if (!support::inPrivateKeyring())
            QSKIP("runs inside the private session");
        KeptPassword kept(m_folder.path());
        QVERIFY(keep(kept, m_hanako) && keep(kept, m_taro));
        QCOMPARE(kept.items().all(), std::optional(QStringList{m_first, m_second}));
        QFile list(kept.items().file());
        QVERIFY(list.open(QIODevice::ReadOnly));
        QVERIFY(!list.readAll().contains(password.toUtf8()));

        const Forgotten one = forget(kept, [&] { kept.forget(m_hanako); });
        QCOMPARE(one.gone, 1);
        QCOMPARE(one.left, 0);
        QCOMPARE(inKeychain(m_first), Keyring::Result::NotFound);
        QCOMPARE(inKeychain(m_second), Keyring::Result::Done);
        QCOMPARE(kept.items().all(), std::optional(QStringList{m_second}));

        QVERIFY(KeptItems(m_folder.path()).note(m_first)); // and what is gone already counts as gone
        const Forgotten all = forget(kept, [&] { kept.forgetAll(); });
        QCOMPARE(all.gone, 2);
        QCOMPARE(all.left, 0);
        QCOMPARE(inKeychain(m_second), Keyring::Result::NotFound);
        QVERIFY(!QFileInfo::exists(kept.items().file()));
    }
    void listsWhatIsFoundAndStrikesWhatIsNot()
    {
        if (!support::inPrivateKeyring())
            QSKIP("runs inside the private session");
        KeptPassword kept(m_folder.path());
        QVERIFY(keep(kept, m_hanako));
        QVERIFY(KeptItems(m_folder.path()).strike(m_first)); // as if kept before there was a list
        QVERIFY(KeptItems(m_folder.path()).note(m_second));
        int heard = 0;
        connect(&kept, &KeptPassword::hasRead, this, [&heard] { ++heard; });
        kept.read(m_hanako);
        kept.read(m_taro);
        QVERIFY(support::until([&heard] { return heard == 2; }));
        QCOMPARE(kept.items().all(), std::optional(QStringList{m_first}));
        QCOMPARE(forget(kept, [&] { kept.forgetAll(); }).gone, 1);
    }
    void theCommandForgets()
    {
        if (!support::inPrivateKeyring())
            QSKIP("runs inside the private session");
        KeptPassword kept(m_folder.path());
        QVERIFY(keep(kept, m_hanako));
        const Run listed = run("todoku-cli", cli({QStringLiteral("--json")}));
        QCOMPARE(listed.exit, 0);
        QCOMPARE(listed.json()[QStringLiteral("items")].toArray().at(0)[QStringLiteral("item")].toString(),
                 m_first);
        QCOMPARE(number(listed.json(), "forgotten"), 0);
        QCOMPARE(number(listed.json(), "left"), 1);
        const Run told = run("todoku-cli", cli({QStringLiteral("forget"), QStringLiteral("--json")}));
        QCOMPARE(told.exit, 0);
        QCOMPARE(number(told.json(), "forgotten"), 1);
        QCOMPARE(number(told.json(), "left"), 0);
        QVERIFY(told.json()[QStringLiteral("items")].toArray().isEmpty());
        QCOMPARE(inKeychain(m_first), Keyring::Result::NotFound);
    }
    void theUninstallersCallForgetsWithoutADisplay()
    {
        if (!support::inPrivateKeyring())
            QSKIP("runs inside the private session");
        if (!QFile::exists(support::inBin("todoku")))
            QSKIP("the program with windows was not built");
        qputenv("QT_QPA_PLATFORM", "none-such"); // a window would end it
        const QStringList call{QStringLiteral("--forget-passwords")};
        KeptPassword kept({}); // the person's own folder, which is a private one here
        QVERIFY(kept.items().file().startsWith(support::privateKeyringHome()));
        QCOMPARE(run("todoku", call).exit, 0);
        QVERIFY2(!QFileInfo::exists(QFileInfo(kept.items().file()).path()), "nothing kept: nothing made");
        QVERIFY(keep(kept, m_hanako));
        const Run told = run("todoku", call);
        QVERIFY2(told.exit == 0, told.err.constData());
        QCOMPARE(inKeychain(m_first), Keyring::Result::NotFound);
        QVERIFY(!QFileInfo::exists(kept.items().file()));

        QVERIFY(KeptItems().note(m_first));
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); // the last test in this session
        QCOMPARE(run("todoku", call).exit, 1);
        QVERIFY(kept.items().has(m_first));
    }

private:
    QStringList cli(const QStringList &arguments) const
    {
        return QStringList{QStringLiteral("keychain"), QStringLiteral("--journal"), m_folder.path()}
        + arguments;
    }
    static void withoutKeychain()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", "/nonexistent");
    }
};

QTEST_GUILESS_MAIN(KeptPasswordTest)
#include "test_kept_password.moc"
