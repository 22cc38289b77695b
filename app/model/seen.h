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
TODOKU_SEEN(ownTls, "own_tls"); ///< string: the newest TLS of this PC, where that is not 1.3
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
// Mailbox, Junk, Fetch
TODOKU_SEEN(logins, "logins"); ///< int: log-ins this fact took beside those that are facts of their own
TODOKU_SEEN(sampled, "sampled"); ///< int: messages whose headers were looked at
TODOKU_SEEN(oldest, "oldest"); ///< string: ISO 8601 UTC, the oldest message looked at
TODOKU_SEEN(largest,
            "largest"); ///< [object] number, bytes, and where known from, subject, date: largest first
TODOKU_SEEN(tag, "tag"); ///< string: the mark of spam that stood most often in subjects
TODOKU_SEEN(tagged, "tagged"); ///< int: messages with that mark
TODOKU_SEEN(ownCopies,
            "own_copies"); ///< bool: what is there several times came from the person's own address
TODOKU_SEEN(folder, "folder"); ///< string: name of the folder for unwanted mail, as people read it
TODOKU_SEEN(unseen, "unseen"); ///< int: messages in it that nobody has opened
TODOKU_SEEN(hidden, "hidden"); ///< bool: the person's mail program uses POP3 and cannot show that folder
TODOKU_SEEN(searched, "searched"); ///< int: messages that were looked through, with those at which it broke
TODOKU_SEEN(rate, "rate"); ///< int: bytes a second while messages were read
TODOKU_SEEN(number, "number"); ///< int: of one message in the mailbox, from 1
TODOKU_SEEN(uidl, "uidl"); ///< string: the server's own name of that message (RFC 1939 section 7)
TODOKU_SEEN(from, "from"); ///< string: private, decoded and cleaned, as the next two
TODOKU_SEEN(subject, "subject");
TODOKU_SEEN(date, "date"); ///< string: ISO 8601 UTC, or as it came where it cannot be read
TODOKU_SEEN(defect, "defect"); ///< string: "drops", "stalls", "refused", "early-end", "endless", "giant", or
                               ///< a name of probes/message_lint.h
TODOKU_SEEN(tries, "tries"); ///< int: how often the fetch broke at that message
TODOKU_SEEN(neededMs,
            "needed_ms"); ///< int: how long that message alone takes, measured or reckoned by the rate

// The line and the name service: Gateway, NameServer, Web, Control, Path, and what Resolve learns beside it
TODOKU_SEEN(answeredBy, "answered_by"); ///< string: Resolve: "hosts" (the hosts file) or "name-server"
TODOKU_SEEN(hostsLine, "hosts_line"); ///< int: line of the hosts file that names the host, from 1
TODOKU_SEEN(neighbour, "neighbour"); ///< bool: the gateway answers on the cable, though on no port
TODOKU_SEEN(madeUp, "made_up"); ///< bool: NameServer was asked for a name that cannot exist
TODOKU_SEEN(record, "record"); ///< string: NameServer: "mx", "srv", "cname": what was asked for
TODOKU_SEEN(targets, "targets"); ///< [string] of those records, "." where the service is declared absent
TODOKU_SEEN(loops, "loops"); ///< bool: the aliases of a name lead back to themselves, or never end
TODOKU_SEEN(httpStatus, "http_status"); ///< int: Web
TODOKU_SEEN(asExpected, "as_expected"); ///< bool: Web: the page whose content is known; absent: not known
TODOKU_SEEN(redirectHost, "redirect_host"); ///< string: Web: where the answer leads, without path
TODOKU_SEEN(clockAhead, "clock_ahead_s"); ///< int: Web: seconds by which this PC's clock is ahead of the page
TODOKU_SEEN(proxy, "proxy"); ///< string: Web: asked through this proxy, "host:port"
TODOKU_SEEN(segmentBytes, "segment_bytes"); ///< int: Path: the largest segments that were asked for
TODOKU_SEEN(usualPassed,
            "usual_passed"); ///< bool: Path: at the same moment it passed with usual segments as well
TODOKU_SEEN(connections, "connections"); ///< int: Path: tried in a row
TODOKU_SEEN(lost, "lost"); ///< int: Path: of those, how many lost a packet or never stood
TODOKU_SEEN(ownAddress, "own_address"); ///< string: SMTP Capabilities: our address as the server sees it

// Secure and TlsLook: what certificates and hellos show beside it
TODOKU_SEEN(hello, "hello"); ///< string: TlsLook: name of the hello that was said (net/tls_hello.h)
TODOKU_SEEN(alertLevel, "alert_level"); ///< int: 1 warning, 2 fatal
TODOKU_SEEN(cipher,
            "cipher"); ///< string: RC4, 3DES, DES, EXPORT: the old suite that was chosen; absent: a sound one
TODOKU_SEEN(dhBits, "dh_bits"); ///< int: size of the group of a DHE suite
TODOKU_SEEN(asksCertificate, "asks_certificate"); ///< bool: a certificate of the client is wanted
TODOKU_SEEN(certificateCount, "certificate_count"); ///< int: in the chain as sent
TODOKU_SEEN(certificateBytes, "certificate_bytes"); ///< int: of the whole chain
TODOKU_SEEN(certificateHouse, "certificate_house"); ///< string: organisation of the issuer
TODOKU_SEEN(certificatePrint, "certificate_print"); ///< string: SHA-256 of the server's own certificate
TODOKU_SEEN(weakness, "weakness"); ///< [string] SHA-1, MD5, "RSA 1024", "EC 192": what is weak in the chain
TODOKU_SEEN(again, "again"); ///< bool: asked once more, alone and after a pause

#undef TODOKU_SEEN

} // namespace model::seen
