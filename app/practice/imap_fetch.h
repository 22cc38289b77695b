// What FETCH says of a message, one item at a time (RFC 3501 section 6.4.5).
#pragma once

#include "practice/mailbox.h"

namespace practice {

/// ALL, FAST and FULL as the items they stand for; anything else as it is.
QList<QByteArray> expandFetchMacro(const QByteArray &item);
/// True if asking for it marks the message as read.
bool fetchMarksSeen(const QByteArray &item);
/// "RFC822.SIZE 120". Empty if the item is not known.
QByteArray fetchItem(const Message &message, const QByteArray &item);
/// "(\Seen $Junk)"
QByteArray flagList(const Message &message);

} // namespace practice
