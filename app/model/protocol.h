// Which mail protocol is spoken, and how the connection is protected.
#pragma once

#include <QString>
#include <optional>

namespace model {

enum class Protocol
{
    Pop3,
    Imap,
    Smtp
};

/// Plain: never encrypted. StartTls: encrypted after a command (RFC 2595, RFC 3207). Tls: from the first byte
/// (RFC 8314).
enum class Security
{
    Plain,
    StartTls,
    Tls
};

/// The words used in packs, JSON and reports: "pop3", "imap", "smtp"; "plain", "starttls", "tls".
QString name(Protocol protocol);
QString name(Security security);
std::optional<Protocol> protocolNamed(const QString &name);
std::optional<Security> securityNamed(const QString &name);

/// The registered port: 110/995, 143/993, and for sending 587 (STARTTLS), 465 (TLS), 25 (plain).
quint16 defaultPort(Protocol protocol, Security security);

} // namespace model
