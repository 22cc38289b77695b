// The timing test as it came out: runs, the patience of mail programs, and the waiting time that is needed.
#pragma once

#include "rules/rule.h"
#include "session/diagnosis.h"

namespace session {

/// One run per size that was agreed to, in that order; those not finished yet are empty. `firstFact`: facts
/// before this index belong to an earlier test.
QList<TimingRun> timingRunsOf(const model::Case &visit, qsizetype firstFact = 0);

/// Found programs with the timeout that they really have, then the common ones with their defaults.
QList<Patience> patienceOf(const model::Case &visit, const QList<knowledge::MailProgram> &programs);

/// The same for rules.
rules::Context contextOf(const model::Case &visit, const knowledge::Knowledge &knowledge);

} // namespace session
