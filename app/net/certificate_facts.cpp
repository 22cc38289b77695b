#include "net/certificate_facts.h"

#include "model/seen.h"
#include "net/bounds.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QJsonArray>
#include <QSslKey>
#include <QString>

namespace net {

namespace {

/// One DER element at the beginning of `der`: its content, and how many bytes it takes in all.
struct Element
{
    QByteArray content;
    qsizetype whole = 0;
};

Element elementIn(const QByteArray &der)
{
    if (der.size() < 2)
        return {};
    const auto byte = [&der](qsizetype at) { return qsizetype(static_cast<unsigned char>(der.at(at))); };
    qsizetype length = byte(1);
    qsizetype header = 2;
    if (length & 0x80) {
        const qsizetype digits = length & 0x7f;
        if (digits < 1 || digits > 4 || der.size() < 2 + digits)
            return {};
        length = 0;
        for (qsizetype i = 0; i < digits; ++i)
            length = length * 256 + byte(2 + i);
        header += digits;
    }
    if (length > der.size() - header)
        return {};
    return {der.mid(header, length), header + length};
}

/// The object identifier of the algorithm that signed it: Certificate { tbs, AlgorithmIdentifier { oid … } …
/// }, RFC 5280 section 4.1.
QByteArray signatureAlgorithm(const QSslCertificate &certificate)
{
    const QByteArray inside = elementIn(certificate.toDer()).content;
    const qsizetype tbs = elementIn(inside).whole;
    return tbs ? elementIn(elementIn(inside.mid(tbs)).content).content : QByteArray();
}

bool signedWeakly(const QSslCertificate &certificate)
{
    static const QByteArrayList weak = {
        QByteArrayLiteral("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x02"), // md2WithRSAEncryption
        QByteArrayLiteral("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x04"), // md5WithRSAEncryption
        QByteArrayLiteral("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x05"), // sha1WithRSAEncryption
        QByteArrayLiteral("\x2a\x86\x48\xce\x3d\x04\x01"), // ecdsa-with-SHA1
        QByteArrayLiteral("\x2a\x86\x48\xce\x38\x04\x03"), // id-dsa-with-sha1
    };
    return weak.contains(signatureAlgorithm(certificate));
}

QString reasonOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return QStringLiteral("expired");
    case QSslError::CertificateNotYetValid:
        return QStringLiteral("not-yet-valid");
    case QSslError::HostNameMismatch:
        return QStringLiteral("name");
    case QSslError::SelfSignedCertificate:
        return QStringLiteral("self-signed");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
    case QSslError::UnableToGetLocalIssuerCertificate:
        return QStringLiteral("unknown-authority");
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::InvalidCaCertificate:
    case QSslError::PathLengthExceeded:
    case QSslError::CertificateSignatureFailed:
    case QSslError::NoPeerCertificate:
        return QStringLiteral("chain");
    default: // Qt's list, not ours, and it grows
        return QStringLiteral("other");
    }
}

} // namespace

bool isWeak(const QSslCertificate &certificate)
{
    if (certificate.isNull())
        return false;
    const QSslKey key = certificate.publicKey();
    const int least = key.algorithm() == QSsl::Ec ? 224 : 2048;
    // A root's own signature proves nothing and is not checked by anyone: only its key counts.
    return (key.length() > 0 && key.length() < least)
        || (!certificate.isSelfSigned() && signedWeakly(certificate));
}

QStringList certificateErrors(const QList<QSslError> &errors, const QList<QSslCertificate> &chain)
{
    QStringList seen;
    for (const QSslError &error : errors)
        if (error.error() != QSslError::NoError)
            seen.append(reasonOf(error));
    for (const QSslCertificate &certificate : chain) {
        if (isWeak(certificate)) {
            seen.append(QStringLiteral("weak"));
            seen.removeAll(QStringLiteral("other")); // the library's word for the same thing
        }
    }
    // "Cannot get the issuer" comes with "cannot verify the first": one cause, and the authority is the
    // better word for it unless the server sent only its own certificate, which may mean a missing link.
    if (seen.contains(QStringLiteral("unknown-authority")) && chain.size() > 1)
        seen.removeAll(QStringLiteral("chain"));

    QStringList ordered;
    for (const char *reason :
         {"expired", "not-yet-valid", "name", "self-signed", "unknown-authority", "chain", "weak", "other"})
        if (seen.contains(QLatin1String(reason)))
            ordered.append(QLatin1String(reason));
    return ordered;
}

QJsonObject certificateFacts(const QList<QSslCertificate> &chain)
{
    if (chain.isEmpty())
        return {};
    const QSslCertificate &own = chain.first();
    QJsonArray names;
    const auto alternatives = own.subjectAlternativeNames();
    for (const QString &name : alternatives)
        if (names.size() < Bounds::linesPerReply)
            names.append(name.left(255));
    if (names.isEmpty())
        for (const QString &name : own.subjectInfo(QSslCertificate::CommonName))
            names.append(name.left(255));
    const QStringList common = own.issuerInfo(QSslCertificate::CommonName);
    const QStringList organisation = own.issuerInfo(QSslCertificate::Organization);
    const QString issuer = common.isEmpty() ? organisation.value(0) : common.first();
    return {{model::seen::certificateNames, names},
            {model::seen::certificateIssuer, issuer.left(255)},
            {model::seen::certificateFrom, own.effectiveDate().toUTC().toString(Qt::ISODate)},
            {model::seen::certificateUntil, own.expiryDate().toUTC().toString(Qt::ISODate)}};
}

} // namespace net
