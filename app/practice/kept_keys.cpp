#include "practice/kept_keys.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <QByteArrayList>
#include <QSslCertificate>
#include <algorithm>

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
        if (!decode(blob.data(), &size))
            blob.clear();
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
        found = CryptExportKey(key, 0, PUBLICKEYBLOB, 0, reinterpret_cast<BYTE *>(blob.data()), &size)
            && withoutHeader(blob) == publicKey;
        CryptDestroyKey(key);
    }
    CryptReleaseContext(opened, 0);
    return found;
}

} // namespace

int removeKeptKeys(const QSslCertificate &certificate)
{
    const QByteArray ours = publicKeyOf(certificate);
    if (ours.isEmpty())
        return 0;
    const QByteArrayList names = containers(); // all first: removing one may shift the others
    return int(std::count_if(names.begin(), names.end(), [&ours](const QByteArray &name) {
        HCRYPTPROV none = 0;
        return holds(name, ours)
            && CryptAcquireContextA(&none, name.constData(), provider, PROV_RSA_FULL,
                                    CRYPT_DELETEKEYSET | CRYPT_SILENT);
    }));
}

#else

int removeKeptKeys(const QSslCertificate &)
{
    return 0;
}

#endif

} // namespace practice
