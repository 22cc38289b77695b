#include "model/protocol.h"

namespace model {

QString name(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Pop3:
        return QStringLiteral("pop3");
    case Protocol::Imap:
        return QStringLiteral("imap");
    case Protocol::Smtp:
        return QStringLiteral("smtp");
    }
    Q_UNREACHABLE();
}

QString name(Security security)
{
    switch (security) {
    case Security::Plain:
        return QStringLiteral("plain");
    case Security::StartTls:
        return QStringLiteral("starttls");
    case Security::Tls:
        return QStringLiteral("tls");
    }
    Q_UNREACHABLE();
}

std::optional<Protocol> protocolNamed(const QString &text)
{
    for (const Protocol protocol : {Protocol::Pop3, Protocol::Imap, Protocol::Smtp})
        if (name(protocol) == text)
            return protocol;
    return std::nullopt;
}

std::optional<Security> securityNamed(const QString &text)
{
    for (const Security security : {Security::Plain, Security::StartTls, Security::Tls})
        if (name(security) == text)
            return security;
    return std::nullopt;
}

quint16 defaultPort(Protocol protocol, Security security)
{
    const bool tls = security == Security::Tls;
    switch (protocol) {
    case Protocol::Pop3:
        return tls ? 995 : 110;
    case Protocol::Imap:
        return tls ? 993 : 143;
    case Protocol::Smtp:
        return tls ? 465 : security == Security::StartTls ? 587 : 25;
    }
    Q_UNREACHABLE();
}

} // namespace model
