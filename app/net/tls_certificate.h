// What a certificate is made of, read from its own bytes: TLS libraries say "unknown error" to a weak one.
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QStringList>

namespace net {

/// RFC 5280 section 4.1. Everything empty or 0 where the bytes cannot be read that far.
struct CertificateMake
{
    QString signature; ///< "MD2", "MD5", "SHA-1"; empty: none of these
    QString key; ///< "RSA", "DSA", "EC"; empty: another kind
    int keyBits = 0;
    bool ownIssuer = false; ///< issuer and subject are the same name: a root
};
CertificateMake makeOf(const QByteArray &der);

/// Why a chain is weak: "MD5", "SHA-1", "RSA 1024", "EC 192"; each once, the server's own certificate first.
/// A root's own signature proves nothing and is checked by nobody: only its key counts.
QStringList weaknessesOf(const QByteArrayList &chain);

/// SHA-256 of the bytes, lower-case hexadecimal.
QString printOf(const QByteArray &der);

/// Significant bits of a big-endian number.
int bitsOf(const QByteArray &bigEndian);

} // namespace net
