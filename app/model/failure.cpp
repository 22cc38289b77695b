#include "model/failure.h"

namespace model {

QString name(Failure failure)
{
    switch (failure) {
    case Failure::None:
        return QStringLiteral("none");
    case Failure::NoNetwork:
        return QStringLiteral("no-network");
    case Failure::LocalResource:
        return QStringLiteral("local-resource");
    case Failure::NameUnknown:
        return QStringLiteral("name-unknown");
    case Failure::NameWithoutAddress:
        return QStringLiteral("name-without-address");
    case Failure::ResolverSilent:
        return QStringLiteral("resolver-silent");
    case Failure::ResolverFailed:
        return QStringLiteral("resolver-failed");
    case Failure::ResolverRefused:
        return QStringLiteral("resolver-refused");
    case Failure::NameMalformed:
        return QStringLiteral("name-malformed");
    case Failure::ConnectTimeout:
        return QStringLiteral("connect-timeout");
    case Failure::Refused:
        return QStringLiteral("refused");
    case Failure::Unreachable:
        return QStringLiteral("unreachable");
    case Failure::ClosedEarly:
        return QStringLiteral("closed-early");
    case Failure::Reset:
        return QStringLiteral("reset");
    case Failure::Silent:
        return QStringLiteral("silent");
    case Failure::Drip:
        return QStringLiteral("drip");
    case Failure::NotMail:
        return QStringLiteral("not-mail");
    case Failure::WrongService:
        return QStringLiteral("wrong-service");
    case Failure::TlsOnPlainPort:
        return QStringLiteral("tls-on-plain-port");
    case Failure::PlainOnTlsPort:
        return QStringLiteral("plain-on-tls-port");
    case Failure::Busy:
        return QStringLiteral("busy");
    case Failure::Unwelcome:
        return QStringLiteral("unwelcome");
    case Failure::ProtocolError:
        return QStringLiteral("protocol-error");
    case Failure::Endless:
        return QStringLiteral("endless");
    case Failure::NotOffered:
        return QStringLiteral("not-offered");
    case Failure::TlsRefused:
        return QStringLiteral("tls-refused");
    case Failure::TlsInjected:
        return QStringLiteral("tls-injected");
    case Failure::Preauth:
        return QStringLiteral("preauth");
    case Failure::HandshakeTimeout:
        return QStringLiteral("handshake-timeout");
    case Failure::HandshakeFailed:
        return QStringLiteral("handshake-failed");
    case Failure::TlsTooOld:
        return QStringLiteral("tls-too-old");
    case Failure::CertificateRejected:
        return QStringLiteral("certificate-rejected");
    case Failure::LoginRefused:
        return QStringLiteral("login-refused");
    case Failure::LoginTemporary:
        return QStringLiteral("login-temporary");
    case Failure::LoginNotOffered:
        return QStringLiteral("login-not-offered");
    case Failure::LoginNeedsEncryption:
        return QStringLiteral("login-needs-encryption");
    case Failure::LoginForbidden:
        return QStringLiteral("login-forbidden");
    case Failure::MailboxInUse:
        return QStringLiteral("mailbox-in-use");
    case Failure::NotTried:
        return QStringLiteral("not-tried");
    case Failure::SenderRefused:
        return QStringLiteral("sender-refused");
    case Failure::RecipientRefused:
        return QStringLiteral("recipient-refused");
    case Failure::MessageRefused:
        return QStringLiteral("message-refused");
    case Failure::TooBig:
        return QStringLiteral("too-big");
    case Failure::NotArrived:
        return QStringLiteral("not-arrived");
    case Failure::Cancelled:
        return QStringLiteral("cancelled");
    }
    Q_UNREACHABLE();
}

QList<Failure> allFailures()
{
    QList<Failure> all;
    for (int i = 0; i <= int(Failure::Cancelled); ++i)
        all.append(Failure(i));
    return all;
}

std::optional<Failure> failureNamed(const QString &text)
{
    for (const Failure failure : allFailures())
        if (name(failure) == text)
            return failure;
    return std::nullopt;
}

} // namespace model
