#include "practice/kept_keys.h"

#ifdef Q_OS_WIN
#include <QByteArrayList>
#include <algorithm>
#include <iterator>

#include <windows.h>

#include <wincrypt.h>
#endif

namespace practice {

#ifdef Q_OS_WIN

namespace {

/// As Windows writes the public half of an RSA key (PUBLICKEYBLOB), without the header, which says what the
/// key is for; empty if there is none.
QByteArray withoutHeader(const QByteArray &blob)
{
    return blob.mid(qsizetype(sizeof(BLOBHEADER)));
}

QByteArray publicKeyOf(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const CERT_CONTEXT *const context = CertCreateCertificateContext(
        X509_ASN_ENCODING, reinterpret_cast<const BYTE *>(der.constData()), DWORD(der.size()));
    if (!context)
        return {};
    const CRYPT_BIT_BLOB &key = context->pCertInfo->SubjectPublicKeyInfo.PublicKey;
    const auto decode = [&key](void *into, DWORD *size) {
        return CryptDecodeObject(X509_ASN_ENCODING, RSA_CSP_PUBLICKEYBLOB, key.pbData, key.cbData, 0, into,
                                 size);
    };
    DWORD size = 0;
    QByteArray blob;
    if (decode(nullptr, &size)) {
        blob.resize(qsizetype(size));
        blob.truncate(decode(blob.data(), &size) ? qsizetype(size) : 0);
    }
    CertFreeCertificateContext(context);
    return withoutHeader(blob);
}

constexpr const char *provider = MS_ENHANCED_PROV_A; // where PKCS #12 goes that names no other

QByteArrayList containers()
{
    QByteArrayList names;
    HCRYPTPROV all = 0;
    if (!CryptAcquireContextA(&all, nullptr, provider, PROV_RSA_FULL, CRYPT_VERIFYCONTEXT | CRYPT_SILENT))
        return names;
    char name[MAX_PATH + 1] = {};
    DWORD size = sizeof name;
    for (DWORD which = CRYPT_FIRST;
         CryptGetProvParam(all, PP_ENUMCONTAINERS, reinterpret_cast<BYTE *>(name), &size, which);
         which = CRYPT_NEXT, size = sizeof name)
        names.append(QByteArray(name));
    CryptReleaseContext(all, 0);
    return names;
}

bool holds(const QByteArray &container, const QByteArray &publicKey)
{
    HCRYPTPROV opened = 0;
    if (!CryptAcquireContextA(&opened, container.constData(), provider, PROV_RSA_FULL, CRYPT_SILENT))
        return false;
    bool found = false;
    for (const DWORD use : {DWORD(AT_KEYEXCHANGE), DWORD(AT_SIGNATURE)}) {
        HCRYPTKEY key = 0;
        if (found || !CryptGetUserKey(opened, use, &key))
            continue;
        DWORD size = 0;
        CryptExportKey(key, 0, PUBLICKEYBLOB, 0, nullptr, &size);
        QByteArray blob(qsizetype(size), '\0');
        if (CryptExportKey(key, 0, PUBLICKEYBLOB, 0, reinterpret_cast<BYTE *>(blob.data()), &size))
            found = withoutHeader(blob.left(qsizetype(size))) == publicKey;
        CryptDestroyKey(key);
    }
    CryptReleaseContext(opened, 0);
    return found;
}

/// The containers that hold it; all are read first, for removing one may shift the others.
QByteArrayList holders(const QSslCertificate &certificate)
{
    QByteArrayList found;
    const QByteArray ours = publicKeyOf(certificate);
    const QByteArrayList all = ours.isEmpty() ? QByteArrayList() : containers();
    std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                 [&ours](const QByteArray &name) { return holds(name, ours); });
    return found;
}

void removeAll(const QSslCertificate &certificate)
{
    const QByteArrayList names = holders(certificate);
    for (const QByteArray &name : names) {
        HCRYPTPROV none = 0;
        CryptAcquireContextA(&none, name.constData(), provider, PROV_RSA_FULL,
                             CRYPT_DELETEKEYSET | CRYPT_SILENT);
    }
}

/// Null: it cannot be had. `alone`: nobody else had it open.
void *openInUse(bool *alone)
{
    void *const mutex = CreateMutexW(nullptr, FALSE, L"Local\\Todoku practice keys");
    *alone = mutex && GetLastError() != ERROR_ALREADY_EXISTS;
    return mutex;
}

} // namespace

int keptKeys(const QSslCertificate &certificate)
{
    return int(holders(certificate).size());
}

KeptKeys::KeptKeys(const QSslCertificate &certificate) : m_certificate(certificate)
{
    bool alone = false;
    m_inUse = openInUse(&alone);
    if (alone)
        removeAll(m_certificate);
}

KeptKeys::~KeptKeys()
{
    if (!m_inUse)
        return;
    CloseHandle(m_inUse);
    bool alone = false;
    void *const mutex = openInUse(&alone);
    if (alone)
        removeAll(m_certificate);
    if (mutex)
        CloseHandle(mutex);
}

#else

int keptKeys(const QSslCertificate &)
{
    return 0;
}

KeptKeys::KeptKeys(const QSslCertificate &certificate) : m_certificate(certificate) { }

KeptKeys::~KeptKeys() = default;

#endif

} // namespace practice
