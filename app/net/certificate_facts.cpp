#include "net/certificate_facts.h"

#include "model/seen.h"
#include "net/bounds.h"
#include "net/tls_certificate.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QJsonArray>
#include <QString>
#include <algorithm>

namespace net {

namespace {

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
    return !weaknessesOf({certificate.toDer()}).isEmpty();
}

QStringList certificateErrors(const QList<QSslError> &errors, const QList<QSslCertificate> &chain)
{
    QStringList seen;
    for (const QSslError &error : errors)
        if (error.error() != QSslError::NoError)
            seen.append(reasonOf(error));
    // Schannel says "untrusted" to a certificate that vouches for itself, OpenSSL says that it does.
    if (seen.contains(QStringLiteral("unknown-authority")) && chain.size() == 1
        && chain.first().isSelfSigned())
        std::replace(seen.begin(), seen.end(), QStringLiteral("unknown-authority"),
                     QStringLiteral("self-signed"));
    for (const QSslCertificate &certificate : chain) {
        if (isWeak(certificate)) {
            seen.append(QStringLiteral("weak"));
            // The library's words for the same thing: Schannel finds no issuer by a signature that it does
            // not take.
            seen.removeAll(QStringLiteral("other"));
            seen.removeAll(QStringLiteral("chain"));
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
    QJsonObject facts{{model::seen::certificateNames, names},
                      {model::seen::certificateIssuer, issuer.left(255)},
                      {model::seen::certificatePrint, printOf(own.toDer())},
                      {model::seen::certificateFrom, own.effectiveDate().toUTC().toString(Qt::ISODate)},
                      {model::seen::certificateUntil, own.expiryDate().toUTC().toString(Qt::ISODate)}};
    if (!organisation.isEmpty())
        facts.insert(model::seen::certificateHouse, organisation.first().left(255));
    QByteArrayList ders;
    for (const QSslCertificate &certificate : chain)
        ders.append(certificate.toDer());
    if (const QStringList weak = weaknessesOf(ders); !weak.isEmpty())
        facts.insert(model::seen::weakness, QJsonArray::fromStringList(weak));
    return facts;
}

} // namespace net
