// The first message of a TLS client, written by ourselves: to learn what the other side can do, not to talk
// to it.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace net {

/// What a ClientHello offers (RFC 5246 section 7.4.1.2, RFC 8446 section 4.1.2).
struct TlsHello
{
    quint16 record = 0x0301; ///< version of the record around it; what old servers look at first
    quint16 version = 0x0303; ///< the highest offered up to TLS 1.2
    bool offers13 = false; ///< TLS 1.3 as well, by supported_versions
    bool extensions = true; ///< false: none at all, as SSL 3 has none
    QString serverName; ///< SNI (RFC 6066 section 3); empty or an IP literal: not said
    QList<quint16> ciphers;
    QList<quint16> groups; ///< empty: none named
    qsizetype paddedTo = 0; ///< bytes of the handshake message at least (RFC 7685); 0: as short as it is
};

/// The record as it goes to the wire. `random`: 32 bytes; 64 where `offers13`, for the key that nobody will
/// use. Empty if there are fewer.
QByteArray recordOf(const TlsHello &hello, const QByteArray &random);

/// The hellos that tell faults apart, in the order in which they are asked. "modern": what mail programs say
/// today; "tls12": the same without TLS 1.3; "small": TLS 1.2 in under 256 bytes; "legacy": every cipher that
/// ever was; "no-sni": modern, without a server name; "tls11", "tls10", "ssl3": that version alone.
QStringList helloNames();
TlsHello helloNamed(const QString &name, const QString &serverName);

} // namespace net
