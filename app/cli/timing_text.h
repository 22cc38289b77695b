// The timing test's result, as JSON (interfaces.md, `timing`) and as a table.
#pragma once

#include "cli/words.h"
#include "session/diagnosis.h"

#include <QJsonObject>

namespace cli {

QJsonObject timingJson(const session::Diagnosis &diagnosis);
void sayTiming(const session::Diagnosis &diagnosis, const Words &words);
/// At least one reply to a final dot was heard.
bool anyMeasured(const session::Diagnosis &diagnosis);

} // namespace cli
