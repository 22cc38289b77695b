// Reads a Case that was kept with --save-case.
#pragma once

#include "cli/words.h"
#include "model/case.h"

#include <optional>

namespace cli {

/// Nothing, after a word on stderr, if the file cannot be read.
std::optional<model::Case> readSavedCase(const QString &path, const Words &words);

} // namespace cli
