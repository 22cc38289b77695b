// The report on disk: Markdown and HTML as the engine makes them, PDF printed from the same HTML.
#pragma once

#include "session/diagnosis.h"

#include <QString>

namespace wizard::screens {

/// False if the file could not be written. The ending of the path decides; none means PDF.
bool saveReport(const session::Diagnosis &diagnosis, const QString &path, const QString &language);

} // namespace wizard::screens
