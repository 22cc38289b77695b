// The keychain as it really is, in a session of its own, and the PC that has none.
#include "secrets/keyring.h"

#include "support/loop.h"
#include "support/private_keyring.h"
#include "support/skips.h"

#include <QDirIterator>
#include <QtTest>

#include <optional>

using secrets::Keyring;

namespace {

const QString item = QStringLiteral("todoku/imap/imap.example.ne.jp/taro");
const QString canary = QStringLiteral("kanaria-7f3e91-パス");

struct Answer
{
    std::optional<Keyring::Result> result;
    QByteArray password;
};

Answer read(Keyring &keyring, const QString &name)
{
    Answer answer;
    QObject here;
    QObject::connect(
        &keyring, &Keyring::hasRead, &here,
        [&](const QString &, Keyring::Result result, model::Secret *password) {
            answer = {result, QByteArray(password->reveal().constData(), password->reveal().size())};
        });
    keyring.read(name);
    support::until([&] { return answer.result.has_value(); });
    return answer;
}

template <typename Signal, typename Call>
std::optional<Keyring::Result> resultOf(Keyring &keyring, Signal signal, Call call)
{
    std::optional<Keyring::Result> heard;
    QObject here;
    QObject::connect(&keyring, signal, &here,
                     [&](const QString &, Keyring::Result result) { heard = result; });
    call();
    support::until([&] { return heard.has_value(); });
    return heard;
}

} // namespace

class KeyringTest : public QObject
{
    Q_OBJECT
private slots:
    void withoutASessionBusItIsUnavailableAtOnce_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("no address at all") << QByteArray();
        QTest::newRow("socket is gone") << QByteArray("unix:path=/nonexistent/bus");
        QTest::newRow("socket is gone, with an id") << QByteArray("unix:path=/nonexistent/bus,guid=00");
    }
    void withoutASessionBusItIsUnavailableAtOnce()
    {
        SKIP_ON_WINDOWS("the Credential Store needs no bus");
        QFETCH(QByteArray, address);
        if (support::inPrivateKeyring())
            QSKIP("runs outside the private session");
        qputenv("XDG_RUNTIME_DIR", "/nonexistent");
        if (address.isEmpty())
            qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        else
            qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        Keyring keyring; // with its ordinary bound of ten seconds: the answer must not wait for it
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(read(keyring, item).result, std::optional(Keyring::Result::Unavailable));
        const auto written
            = resultOf(keyring, &Keyring::hasWritten, [&] { keyring.write(item, model::Secret(canary)); });
        QCOMPARE(written, std::optional(Keyring::Result::Unavailable));
        const auto removed = resultOf(keyring, &Keyring::hasRemoved, [&] { keyring.remove(item); });
        QCOMPARE(removed, std::optional(Keyring::Result::Unavailable));
        QVERIFY(clock.elapsed() < 9'000);
    }
    void answersNeverComeFromInsideTheCall()
    {
        if (support::inPrivateKeyring())
            QSKIP("runs outside the private session");
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", "/nonexistent");
        Keyring keyring;
        bool heard = false;
        connect(&keyring, &Keyring::hasRead, this, [&] { heard = true; });
        keyring.read(item);
        QVERIFY(!heard);
        QVERIFY(support::until([&] { return heard; }));
    }
    void deletingTheKeyringCancels()
    {
        if (support::inPrivateKeyring())
            QSKIP("runs outside the private session");
        bool heard = false;
        {
            Keyring keyring;
            connect(&keyring, &Keyring::hasRead, this, [&] { heard = true; });
            keyring.read(item);
        }
        QCoreApplication::processEvents();
        QVERIFY(!heard);
    }
    void passesEverythingWithARealKeyring()
    {
        if (support::inPrivateKeyring())
            QSKIP("runs outside the private session");
        support::runInPrivateKeyring(QStringLiteral("KeyringTest::keepsReadsAndForgets"));
    }

    // From here on: inside the private session
    void unknownItemIsNotFound()
    {
        if (!support::inPrivateKeyring())
            QSKIP("runs inside the private session");
        Keyring keyring;
        const Answer answer = read(keyring, QStringLiteral("todoku/pop3/nowhere/nobody"));
        QCOMPARE(answer.result, std::optional(Keyring::Result::NotFound));
        QVERIFY(answer.password.isEmpty());
        const auto removed = resultOf(keyring, &Keyring::hasRemoved,
                                      [&] { keyring.remove(QStringLiteral("todoku/pop3/nowhere/nobody")); });
        QVERIFY2(removed == std::optional(Keyring::Result::NotFound)
                     || removed == std::optional(Keyring::Result::Done),
                 "nothing to remove is no trouble");
    }
    void keepsReadsAndForgets()
    {
        if (!support::inPrivateKeyring())
            QSKIP("runs inside the private session");
        Keyring keyring;
        QCOMPARE(resultOf(keyring, &Keyring::hasWritten, [&] { keyring.write(item, model::Secret(canary)); }),
                 std::optional(Keyring::Result::Done));
        Answer answer = read(keyring, item);
        QCOMPARE(answer.result, std::optional(Keyring::Result::Done));
        QCOMPARE(answer.password, canary.toUtf8());
        notInPlainTextOnDisk();
        QCOMPARE(resultOf(keyring, &Keyring::hasRemoved, [&] { keyring.remove(item); }),
                 std::optional(Keyring::Result::Done));
        answer = read(keyring, item);
        QCOMPARE(answer.result, std::optional(Keyring::Result::NotFound));
    }
    void overlongItemIsAFailureAndNoPassword()
    {
        if (!support::inPrivateKeyring())
            QSKIP("runs inside the private session");
        const QString other = QStringLiteral("todoku/imap/other/taro");
        Keyring keyring;
        QVERIFY(resultOf(keyring, &Keyring::hasWritten,
                         [&] { keyring.write(other, model::Secret(QString(3000, u'x'))); }));
        const Answer answer = read(keyring, other);
        QCOMPARE(answer.result, std::optional(Keyring::Result::Failed));
        QVERIFY(answer.password.isEmpty());
    }
    void aSlowKeychainEndsAtTheBound()
    {
        if (!support::inPrivateKeyring())
            QSKIP("runs inside the private session");
        Keyring keyring;
        keyring.setBound(0); // any real answer is later than this
        QCOMPARE(read(keyring, item).result, std::optional(Keyring::Result::Timeout));
    }

private:
    static void notInPlainTextOnDisk()
    {
        const QByteArray utf8 = canary.toUtf8();
        const QByteArray utf16(reinterpret_cast<const char *>(canary.utf16()), canary.size() * 2);
        int files = 0;
        QDirIterator walk(support::privateKeyringHome(), QDir::Files | QDir::Hidden,
                          QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            ++files;
            const QByteArray content = file.readAll();
            QVERIFY2(!content.contains(utf8) && !content.contains(utf16)
                         && !content.contains(utf8.toBase64()),
                     qPrintable(file.fileName()));
        }
        QVERIFY2(files > 0, "the keyring must have written its file, else nothing was looked at");
    }
};

QTEST_GUILESS_MAIN(KeyringTest)
#include "test_keyring.moc"
