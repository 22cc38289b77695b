// The stages of a visit, in the order in which a connection goes through them.
#pragma once

#include <QString>
#include <optional>

namespace model {

enum class Step
{
    Link, ///< does this PC have a network at all
    Gateway, ///< the router at the end of our own cable
    NameServer, ///< one configured name server asked by itself, or asked for a name that cannot exist
    Web, ///< a page whose content is known, over plain HTTP
    Control, ///< a door at which nobody can be: whoever answers stands in between
    Resolve, ///< name to addresses
    Connect, ///< TCP handshake with one address
    Greeting, ///< the server's first line
    Secure, ///< STARTTLS/STLS exchange and TLS handshake
    Capabilities, ///< EHLO, CAPABILITY, CAPA, as seen after encryption
    TlsLook, ///< hello of our own: what the other side can encrypt, what its certificate is made of
    Path, ///< the way to a door measured: repeated connections, large answers in small segments
    Login, ///< one authentication attempt
    Mailbox, ///< count, size, quota; read-only
    Junk, ///< the folder for unwanted mail, over IMAP
    Fetch, ///< messages read into nothing: where the way through the mailbox is blocked
    Submit, ///< a test message sent to oneself, timed
    Arrive, ///< that message seen in the mailbox
};

/// Lower case, as in JSON: "resolve", "connect", …
QString name(Step step);
std::optional<Step> stepNamed(const QString &name);

} // namespace model
