// The provider pack of the practice provider, and the names under which its doors are found.
#pragma once

#include "model/provider.h"
#include "practice/office.h"

namespace practice {

/// The service's own name and mail.practice.example, which serves everything.
QStringList practiceHosts(Door door);
/// Follows the chosen faults where they would otherwise not be met: the doors to try, the room in the
/// mailbox.
model::Provider practicePack(const Office &office);

} // namespace practice
