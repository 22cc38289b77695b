// Whether a mail program runs now, by the names of its executable. Only of the person who is logged in.
#pragma once

#include <QStringList>

namespace mailapps {

struct Places;

/// Names without regard to case, as the system lists them: "OUTLOOK.EXE", "sylpheed" (Linux cuts at 15
/// characters; so does this).
bool anyRuns(const QStringList &executables);
/// The same, but as the places say where they do.
bool anyRuns(const QStringList &executables, const Places &places);

} // namespace mailapps
