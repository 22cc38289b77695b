// The stages of a visit, in the order in which a connection goes through them.
#pragma once

#include <QString>
#include <optional>

namespace model {

enum class Step
{
    Link, ///< does this PC have a network at all
    Resolve, ///< name to addresses
    Connect, ///< TCP handshake with one address
    Greeting, ///< the server's first line
    Secure, ///< STARTTLS/STLS exchange and TLS handshake
    Capabilities, ///< EHLO, CAPABILITY, CAPA, as seen after encryption
    Login, ///< one authentication attempt
    Mailbox, ///< count, size, quota; read-only
    Submit, ///< a test message sent to oneself, timed
    Arrive, ///< that message seen in the mailbox
};

/// Lower case, as in JSON: "resolve", "connect", …
QString name(Step step);
std::optional<Step> stepNamed(const QString &name);

} // namespace model
