// A mail folder of Becky! Internet Mail 2: one or more .bmf files of messages, each ended by a line that
// holds a single dot. Walked through once, in bounded memory.
#pragma once

#include "model/mailapp.h"

namespace mailapps {

/// Adds what waits in the .bmf files of this folder, not of folders below it. What cannot be read is appended
/// to `unreadable`.
void readBmfFolder(const QString &folder, model::Outbox &outbox, QList<model::Unreadable> *unreadable);

} // namespace mailapps
