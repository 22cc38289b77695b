// Who speaks, when it is not the mail server that was asked for: told from the first bytes.
#pragma once

#include "model/failure.h"
#include "model/protocol.h"

#include <QByteArray>
#include <QString>
#include <optional>

namespace net {

struct Stranger
{
    model::Failure failure = model::Failure::NotMail; ///< NotMail, WrongService or TlsOnPlainPort
    QString service; ///< WrongService: "http", "ssh", "ftp", "smtp", "pop3", "imap"
};

/// Nothing while the bytes may still become a greeting of `expected`. `bytes`: all that came so far.
std::optional<Stranger> strangerIn(const QByteArray &bytes, model::Protocol expected);

} // namespace net
