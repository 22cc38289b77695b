// The keys of Fact::seen. Probes write them, rules read them; no other key may be used.
#pragma once

#include <QLatin1String>

namespace model::seen {

#define TODOKU_SEEN(name, text)                                                                              \
    inline constexpr QLatin1String name                                                                      \
    {                                                                                                        \
        text                                                                                                 \
    }

// Any step
TODOKU_SEEN(configured,
            "configured"); ///< bool: the account's settings or the provider's pack name this host and port
// Resolve
TODOKU_SEEN(addresses, "addresses"); ///< [string] IP literals, as answered
TODOKU_SEEN(failureV4, "failure_v4"); ///< string: why there is no IPv4 address; absent if there is one
TODOKU_SEEN(failureV6, "failure_v6"); ///< string: why there is no IPv6 address; absent if there is one
// Greeting, Capabilities and any reply
TODOKU_SEEN(reply,
            "reply"); ///< string: the server's own words, cleaned, <= 500 characters, unverified before TLS
TODOKU_SEEN(code, "code"); ///< string: "535", "AUTHENTICATIONFAILED", "IN-USE", "5.7.8"
TODOKU_SEEN(service, "service"); ///< string: "http", "ssh", "ftp"
TODOKU_SEEN(capabilities, "capabilities"); ///< [string] upper case, one per keyword with its arguments
TODOKU_SEEN(sizeLimit, "size_limit"); ///< int: bytes, SMTP SIZE (RFC 1870)
TODOKU_SEEN(mechanisms, "mechanisms"); ///< [string] SASL mechanisms offered after encryption
// Secure
TODOKU_SEEN(tlsVersion, "tls_version"); ///< string: "1.2", "1.3"
TODOKU_SEEN(tlsError, "tls_error"); ///< string: what the TLS library said
TODOKU_SEEN(alert, "alert"); ///< int: TLS alert number (RFC 8446 section 6)
TODOKU_SEEN(certificateErrors, "certificate_errors"); ///< [string] expired, not-yet-valid, name, self-signed,
                                                      ///< unknown-authority, chain, weak, other
TODOKU_SEEN(certificateNames, "certificate_names"); ///< [string] names in the certificate
TODOKU_SEEN(certificateIssuer, "certificate_issuer"); ///< string
TODOKU_SEEN(certificateFrom, "certificate_from"); ///< string: ISO 8601 UTC
TODOKU_SEEN(certificateUntil, "certificate_until"); ///< string: ISO 8601 UTC
TODOKU_SEEN(strayBytes, "stray_bytes"); ///< int: bytes found behind the STARTTLS reply
// Login
TODOKU_SEEN(mechanism, "mechanism"); ///< string: PLAIN, LOGIN, USER
TODOKU_SEEN(userForm, "user_form"); ///< string: address, local, percent, dot, as in the pack; or "given"
// Mailbox
TODOKU_SEEN(messages, "messages"); ///< int
TODOKU_SEEN(bytes, "bytes"); ///< int: Mailbox: total; Submit: size of the test message on the wire
TODOKU_SEEN(quotaUsed, "quota_used"); ///< int: bytes
TODOKU_SEEN(quotaLimit, "quota_limit"); ///< int: bytes
TODOKU_SEEN(repliedAt,
            "replied_at"); ///< int: Submit: when the reply to the dot came, ms since 1970, this PC's clock
// Submit: milliseconds of each stage
TODOKU_SEEN(connectMs, "connect_ms");
TODOKU_SEEN(tlsMs, "tls_ms");
TODOKU_SEEN(authMs, "auth_ms");
TODOKU_SEEN(uploadMs, "upload_ms"); ///< DATA's 354 until the last byte was handed to the system
TODOKU_SEEN(dotToReplyMs,
            "dot_to_reply_ms"); ///< the final dot until its reply: the wait that makes duplicates
TODOKU_SEEN(messageId, "message_id"); ///< string: of the test message
TODOKU_SEEN(arrivedMs, "arrived_ms"); ///< Arrive: the reply to the dot until first seen in the mailbox
TODOKU_SEEN(copies, "copies"); ///< int: how many copies of that Message-ID were found

#undef TODOKU_SEEN

} // namespace model::seen
