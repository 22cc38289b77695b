#include "net/tls_certificate.h"

#include <QCryptographicHash>

namespace net {

namespace {

constexpr int leastRsa = 2048;
constexpr int leastElliptic = 224;

enum Tag
{
    Integer = 0x02,
    BitString = 0x03,
    ObjectId = 0x06,
    Sequence = 0x30,
    Version = 0xa0
};

/// Walks over the DER elements (X.690) that stand side by side in some bytes.
class Elements
{
public:
    explicit Elements(const QByteArray &bytes) : m_rest(bytes) { }

    int tag() const { return m_rest.isEmpty() ? -1 : static_cast<unsigned char>(m_rest.at(0)); }
    /// The content of the next element if it has this tag; else empty, and nothing is left.
    QByteArray take(Tag wanted)
    {
        const int found = tag();
        const QByteArray content = next();
        if (found == wanted)
            return content;
        m_rest.clear();
        return {};
    }
    QByteArray next()
    {
        qsizetype header = 2;
        if (m_rest.size() < header)
            return nothing();
        qsizetype length = byte(1);
        if (length & 0x80) {
            const qsizetype digits = length & 0x7f;
            if (digits < 1 || digits > 4 || m_rest.size() < header + digits)
                return nothing();
            length = 0;
            for (qsizetype i = 0; i < digits; ++i)
                length = length * 256 + byte(2 + i);
            header += digits;
        }
        if (length > m_rest.size() - header)
            return nothing();
        const QByteArray content = m_rest.mid(header, length);
        m_rest.remove(0, header + length);
        return content;
    }

private:
    qsizetype byte(qsizetype at) const { return static_cast<unsigned char>(m_rest.at(at)); }
    QByteArray nothing()
    {
        m_rest.clear();
        return {};
    }

    QByteArray m_rest;
};

struct Known
{
    QByteArray oid;
    const char *name;
};

QString nameIn(const QList<Known> &table, const QByteArray &oid)
{
    for (const Known &known : table)
        if (known.oid == oid)
            return QString::fromLatin1(known.name);
    return {};
}

QString weakSignature(const QByteArray &oid)
{
    static const QList<Known> table = {
        {QByteArrayLiteral("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x02"), "MD2"}, // md2WithRSAEncryption
        {QByteArrayLiteral("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x04"), "MD5"}, // md5WithRSAEncryption
        {QByteArrayLiteral("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x05"), "SHA-1"}, // sha1WithRSAEncryption
        {QByteArrayLiteral("\x2b\x0e\x03\x02\x1d"), "SHA-1"}, // the same, as OIW named it
        {QByteArrayLiteral("\x2a\x86\x48\xce\x3d\x04\x01"), "SHA-1"}, // ecdsa-with-SHA1
        {QByteArrayLiteral("\x2a\x86\x48\xce\x38\x04\x03"), "SHA-1"}, // id-dsa-with-sha1
    };
    return nameIn(table, oid);
}

QString keyKind(const QByteArray &oid)
{
    static const QList<Known> table = {
        {QByteArrayLiteral("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01"), "RSA"},
        {QByteArrayLiteral("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a"), "RSA"}, // RSASSA-PSS
        {QByteArrayLiteral("\x2a\x86\x48\xce\x38\x04\x01"), "DSA"},
        {QByteArrayLiteral("\x2a\x86\x48\xce\x3d\x02\x01"), "EC"},
    };
    return nameIn(table, oid);
}

/// SubjectPublicKeyInfo, RFC 5280 section 4.1.2.7, RFC 3279 section 2.3.
void readKey(const QByteArray &content, CertificateMake &make)
{
    Elements info(content);
    Elements algorithm(info.take(Sequence));
    const QByteArray bits = info.take(BitString);
    make.key = keyKind(algorithm.take(ObjectId));
    const QByteArray key = bits.mid(1); // behind the number of unused bits
    if (make.key == u"RSA") {
        make.keyBits = bitsOf(Elements(Elements(key).take(Sequence)).take(Integer));
    } else if (make.key == u"DSA") {
        make.keyBits = bitsOf(Elements(algorithm.take(Sequence)).take(Integer));
    } else if (make.key == u"EC" && !key.isEmpty()) {
        // The size of the point is the size of the curve, whatever its name: RFC 5480 section 2.2.
        const bool whole = key.at(0) == 4;
        make.keyBits = int((key.size() - 1) * 8 / (whole ? 2 : 1));
    }
}

} // namespace

int bitsOf(const QByteArray &bigEndian)
{
    for (qsizetype i = 0; i < bigEndian.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bigEndian.at(i));
        if (byte == 0)
            continue;
        int bits = int(bigEndian.size() - i - 1) * 8;
        for (int rest = byte; rest > 0; rest >>= 1)
            ++bits;
        return bits;
    }
    return 0;
}

CertificateMake makeOf(const QByteArray &der)
{
    CertificateMake make;
    Elements certificate(Elements(der).take(Sequence));
    Elements tbs(certificate.take(Sequence));
    make.signature = weakSignature(Elements(certificate.take(Sequence)).take(ObjectId));
    if (tbs.tag() == Version)
        tbs.next();
    tbs.take(Integer); // serial number
    tbs.take(Sequence); // signature, once more
    const QByteArray issuer = tbs.take(Sequence);
    tbs.take(Sequence); // validity
    make.ownIssuer = !issuer.isEmpty() && issuer == tbs.take(Sequence);
    readKey(tbs.take(Sequence), make);
    return make;
}

QStringList weaknessesOf(const QByteArrayList &chain)
{
    QStringList weak;
    for (const QByteArray &der : chain) {
        const CertificateMake make = makeOf(der);
        if (!make.ownIssuer && !make.signature.isEmpty())
            weak.append(make.signature);
        if (make.keyBits > 0 && make.keyBits < (make.key == u"EC" ? leastElliptic : leastRsa))
            weak.append(QStringLiteral("%1 %2").arg(make.key).arg(make.keyBits));
    }
    weak.removeDuplicates();
    return weak;
}

QString printOf(const QByteArray &der)
{
    return QString::fromLatin1(QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex());
}

} // namespace net
