// Practice on Windows leaves no key behind, and touches none that is not its own.
#include "practice/kept_keys.h"
#include "practice/practice_provider.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTest>

#include <windows.h>

#include <wincrypt.h>

namespace {

QByteArray resource(const char *name)
{
    QFile file(QStringLiteral(":/practice/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A key of this person, in a container of this name, gone with the object.
class KeptKey
{
public:
    explicit KeptKey(const wchar_t *name) : m_name(name)
    {
        remove(); // of a run that was cut off
        CryptAcquireContextW(&m_provider, name, MS_ENHANCED_PROV_W, PROV_RSA_FULL, CRYPT_NEWKEYSET);
    }
    ~KeptKey()
    {
        CryptReleaseContext(m_provider, 0);
        remove();
    }
    KeptKey(const KeptKey &) = delete;
    KeptKey &operator=(const KeptKey &) = delete;

    bool make()
    {
        HCRYPTKEY key = 0;
        return CryptGenKey(m_provider, AT_KEYEXCHANGE, 0x04000000 /* 1024 bits */, &key)
            && CryptDestroyKey(key);
    }
    bool take(const QSslKey &given)
    {
        const QByteArray der = given.toDer();
        BYTE *blob = nullptr;
        DWORD size = 0;
        HCRYPTKEY key = 0;
        const bool taken
            = CryptDecodeObjectEx(X509_ASN_ENCODING | PKCS_7_ASN_ENCODING, PKCS_RSA_PRIVATE_KEY,
                                  reinterpret_cast<const BYTE *>(der.constData()), DWORD(der.size()),
                                  CRYPT_DECODE_ALLOC_FLAG, nullptr, static_cast<void *>(&blob), &size)
            && CryptImportKey(m_provider, blob, size, 0, CRYPT_EXPORTABLE, &key) && CryptDestroyKey(key);
        LocalFree(blob);
        return taken;
    }
    bool isThere() const
    {
        HCRYPTPROV opened = 0;
        return CryptAcquireContextW(&opened, m_name, MS_ENHANCED_PROV_W, PROV_RSA_FULL, CRYPT_SILENT)
            && CryptReleaseContext(opened, 0);
    }

private:
    void remove() const
    {
        HCRYPTPROV none = 0;
        CryptAcquireContextW(&none, m_name, MS_ENHANCED_PROV_W, PROV_RSA_FULL, CRYPT_DELETEKEYSET);
    }

    const wchar_t *m_name;
    HCRYPTPROV m_provider = 0;
};

} // namespace

class TestKeptKeys : public QObject
{
    Q_OBJECT
private slots:
    void ofOthersStay();
    void ofAPracticeThatWasCutOffAreRemoved();
    void goWithTheLastPractice();
    void ofRealConnectionsAreGoneAfterwards();

private:
    QSslCertificate leaf() const { return QSslCertificate(resource("good.crt")); }
    QSslKey leafKey() const { return QSslKey(resource("leaf.key"), QSsl::Rsa); }
};

void TestKeptKeys::ofOthersStay()
{
    KeptKey ours(L"made-by-practice"), theirs(L"somebody-else's"), another(L"made-by-practice-too");
    QVERIFY(theirs.make());
    {
        const practice::KeptKeys practised(leaf());
        QVERIFY(ours.take(leafKey()) && another.take(leafKey()));
        QCOMPARE(practice::keptKeys(leaf()), 2);
    }
    QCOMPARE(practice::keptKeys(leaf()), 0);
    QVERIFY(!ours.isThere() && !another.isThere());
    QVERIFY(theirs.isThere());
}

void TestKeptKeys::ofAPracticeThatWasCutOffAreRemoved()
{
    KeptKey before(L"of-a-practice-that-was-cut-off");
    QVERIFY(before.take(leafKey()));
    practice::PracticeProvider provider;
    QVERIFY(provider.start({}));
    QVERIFY(!before.isThere());
}

void TestKeptKeys::goWithTheLastPractice()
{
    KeptKey during(L"of-a-connection");
    practice::PracticeProvider first;
    QVERIFY(first.start({}));
    QVERIFY(during.take(leafKey()));
    {
        practice::PracticeProvider second;
        QVERIFY(second.start({}));
        QVERIFY(during.isThere());
    }
    QVERIFY(during.isThere()); // the first one may be answering with it
}

void TestKeptKeys::ofRealConnectionsAreGoneAfterwards()
{
    QCOMPARE(practice::keptKeys(leaf()), 0);
    {
        practice::PracticeProvider provider;
        QVERIFY(provider.start({}));
        const auto door = provider.route().of(QStringLiteral("imap.practice.example"), 993);
        QSslSocket caller;
        caller.connectToHostEncrypted(door->address, door->port);
        QVERIFY(QTest::qWaitFor([this] { return practice::keptKeys(leaf()) > 0; }, 30'000));
    }
    QCOMPARE(practice::keptKeys(leaf()), 0);
}

QTEST_GUILESS_MAIN(TestKeptKeys)
#include "test_kept_keys_windows.moc"
