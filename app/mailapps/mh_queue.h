// The outbox of Sylpheed and Claws Mail: a folder of the MH kind, one file a message, its name a number.
#pragma once

#include "mailapps/mbox.h"
#include "model/mailapp.h"

#include <optional>

namespace mailapps {

/// Nothing if there is no such folder: it is made when the first message waits. What cannot be read is
/// appended to `unreadable`.
std::optional<model::Outbox> readMhQueue(const QString &folder, QList<model::Unreadable> *unreadable);

/// How many bytes at the start of such a file are the program's own notes (sender, recipients, account …) and
/// not the message; all, if the message has not begun yet.
qsizetype queueNotes(const QByteArray &bytes);

} // namespace mailapps
