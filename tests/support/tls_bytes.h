// What TLS servers say in clear text, byte by byte (RFC 6101, 5246, 8446): recorded forms, put together anew.
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace support {

inline QByteArray bigEndian(qsizetype value, int bytes)
{
    QByteArray out;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out.append(char((value >> shift) & 0xff));
    return out;
}

inline QByteArray tlsRecord(int type, int version, const QByteArray &content)
{
    return QByteArray(1, char(type)) + bigEndian(version, 2) + bigEndian(content.size(), 2) + content;
}

inline QByteArray tlsAlert(int level, int number, int version = 0x0303)
{
    return tlsRecord(21, version, QByteArray(1, char(level)) + char(number));
}

inline QByteArray handshakeMessage(int type, const QByteArray &content)
{
    return QByteArray(1, char(type)) + bigEndian(content.size(), 3) + content;
}

/// `selected` not 0: supported_versions names it (TLS 1.3).
inline QByteArray serverHello(int version, int cipher, int selected = 0)
{
    QByteArray content
        = bigEndian(version, 2) + QByteArray(32, 'r') + char(0) + bigEndian(cipher, 2) + char(0);
    if (selected)
        content += bigEndian(6, 2) + bigEndian(43, 2) + bigEndian(2, 2) + bigEndian(selected, 2);
    return handshakeMessage(2, content);
}

inline QByteArray certificateMessage(const QByteArrayList &ders)
{
    QByteArray list;
    for (const QByteArray &der : ders)
        list += bigEndian(der.size(), 3) + der;
    return handshakeMessage(11, bigEndian(list.size(), 3) + list);
}

/// ServerDHParams with a prime of so many bits.
inline QByteArray dheKeyExchange(int bits)
{
    const QByteArray prime = char(0x80) + QByteArray(bits / 8 - 1, '\x11');
    return handshakeMessage(
        12, bigEndian(prime.size(), 2) + prime + bigEndian(1, 2) + '\2' + bigEndian(1, 2) + '\3');
}

inline QByteArray certificateRequest()
{
    return handshakeMessage(13, QByteArray("\x01\x01\x00\x02\x04\x01\x00\x00", 8));
}

inline QByteArray helloDone()
{
    return handshakeMessage(14, {});
}

/// A certificate's shape without a real key: signature algorithm, kind of key, bits of it.
inline QByteArray derElement(int tag, const QByteArray &content)
{
    QByteArray length(1, char(content.size()));
    if (content.size() > 127)
        length = char(0x82) + bigEndian(content.size(), 2);
    return QByteArray(1, char(tag)) + length + content;
}

inline QByteArray madeUpCertificate(const QByteArray &signatureOid, const QByteArray &keyOid,
                                    const QByteArray &key, const QByteArray &issuer = "authority",
                                    const QByteArray &parameters = {})
{
    const QByteArray algorithm = derElement(0x30, derElement(6, signatureOid));
    const QByteArray tbs = derElement(0xa0, derElement(2, "\2")) + derElement(2, "\7") + algorithm
        + derElement(0x30, issuer) + derElement(0x30, "dates") + derElement(0x30, "server")
        + derElement(0x30,
                     derElement(0x30, derElement(6, keyOid) + parameters) + derElement(3, char(0) + key));
    return derElement(0x30, derElement(0x30, tbs) + algorithm + derElement(3, QByteArray(8, 's')));
}

inline QByteArray rsaKey(int bits)
{
    return derElement(0x30, derElement(2, char(0) + QByteArray(bits / 8, '\xc5')) + derElement(2, "\1\0\1"));
}

inline const QByteArray sha256Rsa = QByteArrayLiteral("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b");
inline const QByteArray sha1Rsa = QByteArrayLiteral("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x05");
inline const QByteArray md5Rsa = QByteArrayLiteral("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x04");
inline const QByteArray rsaOid = QByteArrayLiteral("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01");
inline const QByteArray ecOid = QByteArrayLiteral("\x2a\x86\x48\xce\x3d\x02\x01");

} // namespace support
