// Replies as values of Fact::seen: the server's words, its code, what it offers.
#pragma once

#include "net/imap_reply.h"
#include "net/pop3_reply.h"
#include "net/smtp_reply.h"

#include <QJsonObject>

namespace probes {

QJsonObject seenOf(const net::SmtpReply &reply); ///< reply, code
QJsonObject seenOf(const net::Pop3Reply &reply);
QJsonObject seenOf(const net::ImapReply &reply);

/// capabilities, mechanisms, size_limit
QJsonObject offersOf(const net::SmtpReply &ehlo);
QJsonObject offersOf(const net::Pop3Reply &capa);
QJsonObject offersOf(const QByteArrayList &imapCapabilities);

} // namespace probes
