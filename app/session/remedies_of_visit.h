// Which remedies belong to which findings: only those that would change something now.
#pragma once

#include "model/case.h"
#include "model/finding.h"

namespace session {

/// Ids of all remedies that apply to the case, in catalogue order.
QStringList applicableRemedies(const model::Case &visit);

void addRemedies(model::Verdict &verdict, const model::Case &visit);

} // namespace session
