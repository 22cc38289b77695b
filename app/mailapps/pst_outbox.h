// What waits in the outbox of an Outlook data file (.pst). Only of one that Outlook does not have open: it
// writes its changes out of order.
#pragma once

#include "model/mailapp.h"

#include <optional>

namespace mailapps {

/// Nothing if the file has no outbox. What cannot be read is appended to `unreadable`.
std::optional<model::Outbox> readPstOutbox(const QString &path, QList<model::Unreadable> *unreadable);

} // namespace mailapps
