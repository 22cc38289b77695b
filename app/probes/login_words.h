// What a server means when it does not let somebody in. Only an explicit refusal of the credentials, by code
// or in words, is LoginRefused; a refusal that says nothing of the kind is Unwelcome.
#pragma once

#include "model/failure.h"
#include "net/imap_reply.h"
#include "net/pop3_reply.h"
#include "net/smtp_reply.h"

namespace probes {

model::Failure loginFailure(const net::SmtpReply &reply); ///< RFC 4954 section 6, RFC 5248
model::Failure loginFailure(const net::ImapReply &reply); ///< RFC 5530
model::Failure loginFailure(const net::Pop3Reply &reply); ///< RFC 2449, RFC 3206

} // namespace probes
