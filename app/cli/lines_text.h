// The live list as text: a mark and a word for each line.
#pragma once

#include "cli/words.h"
#include "session/diagnosis.h"

namespace cli {

void sayLine(const session::Line &line, const Words &words);
void sayLines(const QList<session::Line> &lines, const Words &words);

/// Columns a terminal needs for a text: characters of full width take two (Unicode TR 11).
int columns(const QString &text);
/// Filled with blanks up to `width` columns.
QString padded(const QString &text, int width);

} // namespace cli
