// Which messages a SEARCH means (RFC 3501 section 6.4.4).
#pragma once

#include "practice/imap_command.h"
#include "practice/mailbox.h"

namespace practice {

/// One message with its number, and what "*" means in both countings.
struct SearchedMessage
{
    const Message &message;
    quint32 number;
    quint32 lastNumber;
    quint32 lastUid;
};

/// No value if a key is not known or lacks its argument. Text is compared as it stands in the message,
/// without decoding, and without regard to the case of ASCII.
std::optional<bool> matches(const SearchedMessage &searched, const ImapWords &keys);

} // namespace practice
