// What Windows keeps of the practice certificate. Qt hands the key to Schannel for every connection that is
// answered, and Windows writes each into the person's key store (%APPDATA%\Microsoft\Crypto), for good.
#pragma once

#include <QSslCertificate>

namespace practice {

/// How many keys of this person belong to the certificate, an RSA one; on other systems there are none.
int keptKeys(const QSslCertificate &certificate);

/// To be held while the certificate is in use, which nobody else may have. Of all that this person runs, the
/// first holder removes what an earlier one could not, and the last one removes the rest.
class KeptKeys
{
public:
    explicit KeptKeys(const QSslCertificate &certificate);
    ~KeptKeys();
    KeptKeys(const KeptKeys &) = delete;
    KeptKeys &operator=(const KeptKeys &) = delete;

private:
    QSslCertificate m_certificate;
    void *m_inUse = nullptr; ///< a mutex that everybody who holds one has open
};

} // namespace practice
