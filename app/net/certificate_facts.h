// What a certificate says and what is wrong with it, as values for Fact::seen.
#pragma once

#include <QJsonObject>
#include <QList>
#include <QSslCertificate>
#include <QSslError>
#include <QStringList>

namespace net {

/// Reasons why the identity is not proven: expired, not-yet-valid, name, self-signed, unknown-authority,
/// chain, weak, other. Each once, in this order. Empty only if there is neither an error nor a weakness.
QStringList certificateErrors(const QList<QSslError> &errors, const QList<QSslCertificate> &chain);

/// certificate_names, certificate_issuer, certificate_from, certificate_until of the server's own certificate
/// (the first of the chain); empty object for an empty chain.
QJsonObject certificateFacts(const QList<QSslCertificate> &chain);

/// Signed with MD5 or SHA-1, or an RSA or DSA key below 2048 bits, or an elliptic one below 224. The TLS
/// library says "unknown error" to all of these.
bool isWeak(const QSslCertificate &certificate);

} // namespace net
