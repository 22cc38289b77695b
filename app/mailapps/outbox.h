// Messages that wait to be sent, in a local folder of the Mozilla family: an mbox file or a maildir.
#pragma once

#include "mailapps/mbox.h"
#include "model/mailapp.h"

#include <optional>

namespace mailapps {

/// At most so many Message-IDs are kept (model::Outbox).
inline constexpr int messageIdCap = 1000;
/// Above this it is no mail folder: an mbox of the program ends at 4 GiB, a sparse file of a terabyte would
/// hold us for minutes.
inline constexpr qint64 mboxCap = 16LL * 1024 * 1024 * 1024;

/// Nothing if there is no such folder. What cannot be read is appended to `unreadable`.
std::optional<model::Outbox> readOutbox(const QString &path, QList<model::Unreadable> *unreadable);

/// One more message that waits, of `bytes` bytes. An expunged one does not.
void countMessage(model::Outbox &outbox, const MboxMessage &message, qint64 bytes);

} // namespace mailapps
