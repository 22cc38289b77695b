// What Windows keeps of the practice certificate. Qt hands the key to Schannel for every connection that is
// answered, and Windows writes each into the person's key store (%APPDATA%\Microsoft\Crypto), for good.
#pragma once

class QSslCertificate;

namespace practice {

/// Removes every key of this person that belongs to the certificate, an RSA one that nobody else has.
/// Returns how many; on other systems there are none.
int removeKeptKeys(const QSslCertificate &certificate);

} // namespace practice
