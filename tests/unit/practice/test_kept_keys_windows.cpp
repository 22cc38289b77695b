// Practice on Windows leaves no key behind, and touches none that is not its own.
#include "practice/kept_keys.h"
#include "practice/practice_provider.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
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
        CryptAcquireContextW(&m_provider, name, MS_ENHANCED_PROV_W, PROV_RSA_FULL, CRYPT_NEWKEYSET);
    }
    ~KeptKey()
    {
        CryptReleaseContext(m_provider, 0);
        CryptAcquireContextW(&m_provider, m_name, MS_ENHANCED_PROV_W, PROV_RSA_FULL, CRYPT_DELETEKEYSET);
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
    const wchar_t *m_name;
    HCRYPTPROV m_provider = 0;
};

} // namespace

class KeptKeys : public QObject
{
    Q_OBJECT
private slots:
    void ofOthersStay();
    void ofPracticeAreGoneWithIt();

private:
    QSslCertificate leaf() const { return QSslCertificate(resource("good.crt")); }
    QSslKey leafKey() const { return QSslKey(resource("leaf.key"), QSsl::Rsa); }
};

void KeptKeys::ofOthersStay()
{
    KeptKey ours(L"made-by-practice"), theirs(L"somebody-else's"), another(L"made-by-practice-too");
    QVERIFY(ours.take(leafKey()) && another.take(leafKey()) && theirs.make());
    QCOMPARE(practice::removeKeptKeys(leaf()), 2);
    QVERIFY(!ours.isThere() && !another.isThere());
    QVERIFY(theirs.isThere());
    QCOMPARE(practice::removeKeptKeys(leaf()), 0);
}

void KeptKeys::ofPracticeAreGoneWithIt()
{
    KeptKey before(L"of-a-practice-that-was-cut-off"), during(L"of-a-connection");
    QVERIFY(before.take(leafKey()));
    {
        practice::PracticeProvider provider;
        QVERIFY(provider.start({}));
        QVERIFY(!before.isThere());
        QVERIFY(during.take(leafKey()));
    }
    QVERIFY(!during.isThere());
}

QTEST_GUILESS_MAIN(KeptKeys)
#include "test_kept_keys_windows.moc"
