// ENVELOPE of a message (RFC 3501 section 7.4.2), and the split of address lists that it needs.
#pragma once

#include "practice/mailbox.h"

namespace practice {

QByteArray imapEnvelope(const Message &message);
/// A quoted string, a literal where quoting cannot carry it, or NIL for nothing.
QByteArray nstring(const QByteArray &text);

} // namespace practice
