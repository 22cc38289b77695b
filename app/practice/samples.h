// Fills the practice mailbox: the sample messages of resources/practice/mail, one with a big picture, and
// what faults of the mailbox add.
#pragma once

#include "practice/behaviour.h"
#include "practice/mailbox.h"

namespace practice {

/// "迷惑メール" as IMAP names it (RFC 3501 section 5.1.3).
QByteArray junkFolder();
/// Message-IDs, without brackets, of the letter at which POP3 breaks and of the one that is very large.
QByteArray breakingLetter();
QByteArray giantLetter();
/// False if a sample is missing from the program or cannot be read.
bool fillMailbox(Mailbox &mailbox, const Behaviour &behaviour);

} // namespace practice
