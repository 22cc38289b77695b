// Whose waiting time counts for this person.
#pragma once

#include "model/case.h"
#include "rules/rule.h"

#include <QList>

namespace rules {

/// The programs whose patience counts for this person: the chosen one; else those found that
/// carry the visit's address; else all common ones.
QList<Waiting> relevantWaiting(const model::Case &visit, const Context &context);

} // namespace rules
