// Untagged answers of IMAP taken apart: numbers, folders, quota, fetched items (RFC 9051 section 7).
#pragma once

#include "net/imap_reply.h"

#include <QDateTime>
#include <QJsonObject>
#include <optional>

namespace probes {

/// At most 18 digits, nothing else.
std::optional<qint64> imapNumber(const QByteArray &digits);

/// LIST (\HasNoChildren \Junk) "/" "name"
struct ListedFolder
{
    QByteArrayList attributes; ///< upper case
    QByteArray separator; ///< empty for NIL
    QByteArray name; ///< as on the wire, unquoted
};
std::optional<ListedFolder> listedFolder(const QByteArray &untagged);

/// One number of a STATUS answer; also where the name holds brackets.
std::optional<qint64> statusItem(const net::ImapReply &reply, const QByteArray &item);

/// quota_used and quota_limit in bytes: QUOTA "" (STORAGE used limit …), in units of 1024 (RFC 9208 section
/// 5.3.1).
QJsonObject quotaIn(const net::ImapReply &reply);

/// FETCH with RFC822.SIZE, INTERNALDATE and one literal, each where it was told.
struct FetchedItem
{
    int number = 0;
    qint64 bytes = 0;
    QDateTime arrived;
    QByteArray literal;
};
std::optional<FetchedItem> fetchedItem(const QByteArray &untagged);

/// "* 23 EXISTS"; nothing if none was told that makes sense.
std::optional<qint64> existsIn(const net::ImapReply &reply);

} // namespace probes
