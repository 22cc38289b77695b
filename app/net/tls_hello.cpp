#include "net/tls_hello.h"

#include <QHostAddress>

namespace net {

namespace {

constexpr qsizetype randomBytes = 32;
constexpr qsizetype usualSize = 517; // what OpenSSL pads to, so that sizes are compared and not libraries

// Registered numbers: IANA "TLS Cipher Suites" and "TLS Supported Groups".
const QList<quint16> ciphers13{0x1301, 0x1302, 0x1303};
const QList<quint16> ciphers12{0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0x009e, 0x009f, 0xc009,
                               0xc013, 0xc00a, 0xc014, 0x0033, 0x0039, 0x009c, 0x009d, 0x002f, 0x0035};
const QList<quint16> fewCiphers{0xc02b, 0xc02f, 0xc030, 0x009c, 0x002f, 0x0035};
// 3DES, RC4, DES, the short ones of export days, Camellia and SEED: offered only to see who asks for them.
const QList<quint16> oldCiphers{0x000a, 0x0016, 0x0013, 0xc008, 0xc012, 0x0005, 0x0004,
                                0xc007, 0xc011, 0x0041, 0x0084, 0x0045, 0x0088, 0x0096,
                                0x0032, 0x0038, 0x0009, 0x0015, 0x0003, 0x0008};
const QList<quint16> groups{29, 23, 24, 25};
const QList<quint16> oldGroups{29, 23, 24, 25, 22, 21, 20, 19, 18, 14, 13, 9, 1};
const QList<quint16> signatures{0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501,
                                0x0806, 0x0601, 0x0807, 0x0203, 0x0201};

QByteArray number(qsizetype value, int bytes)
{
    QByteArray out;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out.append(char((value >> shift) & 0xff));
    return out;
}

/// A vector: its length in `bytes` bytes, then itself (RFC 8446 section 3.4).
QByteArray vector(const QByteArray &content, int bytes)
{
    return number(content.size(), bytes) + content;
}

QByteArray numbers(const QList<quint16> &values)
{
    QByteArray out;
    for (const quint16 value : values)
        out += number(value, 2);
    return out;
}

QByteArray extension(quint16 type, const QByteArray &content)
{
    return number(type, 2) + vector(content, 2);
}

bool mayBeSaid(const QString &serverName)
{
    return !serverName.isEmpty() && serverName.size() <= 255 && QHostAddress(serverName).isNull();
}

QByteArray extensionsOf(const TlsHello &hello, const QByteArray &random)
{
    QByteArray out;
    if (mayBeSaid(hello.serverName))
        out += extension(0, vector(QByteArray(1, '\0') + vector(hello.serverName.toLatin1(), 2), 2));
    if (!hello.groups.isEmpty()) {
        out += extension(10, vector(numbers(hello.groups), 2));
        out += extension(11, vector(QByteArray(1, '\0'), 1)); // uncompressed points, RFC 8422 section 5.1.2
    }
    if (hello.version >= 0x0303)
        out += extension(13, vector(numbers(signatures), 2));
    if (hello.offers13) {
        out += extension(43, vector(numbers({0x0304, 0x0303}), 1));
        out += extension(45, vector(QByteArray(1, '\1'), 1)); // psk_dhe_ke
        // Any 32 bytes are a point of X25519: the answer is read only as far as it is in clear text.
        out += extension(51, vector(number(29, 2) + vector(random.mid(randomBytes, randomBytes), 2), 2));
    }
    return out;
}

} // namespace

QByteArray recordOf(const TlsHello &hello, const QByteArray &random)
{
    if (random.size() < randomBytes * (hello.offers13 ? 2 : 1))
        return {};
    QByteArray body = number(hello.version, 2) + random.left(randomBytes);
    // A session id makes TLS 1.3 look like a resumed 1.2 to boxes in between (RFC 8446 appendix D.4).
    body += vector(hello.offers13 ? random.left(randomBytes) : QByteArray(), 1);
    QList<quint16> offered = hello.offers13 ? ciphers13 : QList<quint16>();
    offered += hello.ciphers;
    body += vector(numbers(offered), 2) + vector(QByteArray(1, '\0'), 1);
    if (hello.extensions) {
        QByteArray extensions = extensionsOf(hello, random);
        const qsizetype missing = hello.paddedTo - (4 + body.size() + 2 + extensions.size() + 4);
        if (hello.paddedTo > 0 && missing >= 0)
            extensions += extension(21, QByteArray(missing, '\0'));
        body += vector(extensions, 2);
    }
    const QByteArray message = QByteArray(1, '\1') + vector(body, 3);
    return QByteArray(1, '\x16') + number(hello.record, 2) + vector(message, 2);
}

QStringList helloNames()
{
    return {QStringLiteral("modern"), QStringLiteral("tls12"),  QStringLiteral("small"),
            QStringLiteral("legacy"), QStringLiteral("no-sni"), QStringLiteral("tls11"),
            QStringLiteral("tls10"),  QStringLiteral("ssl3")};
}

TlsHello helloNamed(const QString &name, const QString &serverName)
{
    TlsHello hello;
    hello.serverName = serverName;
    hello.ciphers = ciphers12;
    hello.groups = groups;
    if (name == u"modern" || name == u"no-sni") {
        hello.offers13 = true;
        hello.paddedTo = usualSize;
        if (name == u"no-sni")
            hello.serverName.clear();
        return hello;
    }
    if (name == u"tls12") {
        hello.paddedTo = usualSize;
        return hello;
    }
    if (name == u"small") {
        hello.ciphers = fewCiphers;
        return hello;
    }
    hello.ciphers = ciphers12 + oldCiphers;
    hello.groups = oldGroups;
    if (name == u"tls11")
        hello.version = 0x0302;
    if (name == u"tls10")
        hello.version = 0x0301;
    if (name == u"ssl3") {
        hello.version = 0x0300;
        hello.record = 0x0300;
        hello.extensions = false;
    }
    return hello;
}

} // namespace net
