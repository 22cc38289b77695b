// Why a step did not succeed: a closed list, independent of language, library and operating system.
#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace model {

enum class Failure
{
    None,
    // this PC and the line
    NoNetwork, ///< no interface up, or only link-local addresses
    LocalResource, ///< out of sockets, out of memory
    // name service
    NameUnknown, ///< NXDOMAIN
    NameWithoutAddress, ///< NODATA for A and AAAA
    ResolverSilent, ///< no answer within the bound
    ResolverFailed, ///< SERVFAIL
    ResolverRefused, ///< REFUSED, NOTIMP
    NameMalformed, ///< not a host name, or an answer that cannot be read
    // connection
    ConnectTimeout, ///< nobody answered the SYN
    Refused, ///< RST to the SYN
    Unreachable, ///< ICMP: no route, administratively prohibited
    ClosedEarly, ///< FIN where a reply was due
    Reset, ///< RST after the connection stood
    // dialogue
    Silent, ///< connected, no reply within the bound
    Drip, ///< bytes come, but below the minimum progress
    NotMail, ///< bytes that are no mail protocol
    WrongService, ///< HTTP, SSH, FTP …: named in seen["service"]
    TlsOnPlainPort, ///< TLS record where a plain greeting was due
    PlainOnTlsPort, ///< plain greeting where TLS was due
    Busy, ///< 421, * BYE, 4xx greeting
    Unwelcome, ///< 5xx greeting, -ERR greeting; a log-in refused without a reason
    ProtocolError, ///< reply out of turn, foreign tag, mixed codes
    Endless, ///< a bound of net/bounds.h was hit
    // encryption
    NotOffered, ///< STARTTLS or STLS missing
    TlsRefused, ///< offered, then refused
    TlsInjected, ///< plain bytes behind the STARTTLS reply
    Preauth, ///< IMAP PREAUTH where encryption is wanted
    HandshakeTimeout,
    HandshakeFailed, ///< alert or TLS library error; evidence in seen["tls"]
    TlsTooOld, ///< the peer speaks only SSL 3, TLS 1.0 or 1.1
    CertificateRejected, ///< handshake done, identity not proven; reasons in seen["certificate_errors"]
    // log-in
    LoginRefused, ///< an explicit refusal of the credentials by the server
    LoginTemporary, ///< try later: do not change the password
    LoginNotOffered, ///< no mechanism that we may use
    LoginNeedsEncryption,
    LoginForbidden, ///< account stopped, contract ended, needs another kind of log-in; code in seen["code"]
    MailboxInUse, ///< [IN-USE]: another program has it open
    NotTried, ///< would have needed something that is not allowed: unverified encryption, used-up budget
    // mailbox and sending
    SenderRefused,
    RecipientRefused,
    MessageRefused, ///< refused at or after DATA, seen["reply"]
    TooBig,
    NotArrived, ///< sent, but not seen in the mailbox within the bound
    Cancelled,
};

/// Kebab case, as in JSON: "none", "connect-timeout", …
QString name(Failure failure);
std::optional<Failure> failureNamed(const QString &name);

/// Every value once, in the order above.
QList<Failure> allFailures();

} // namespace model
