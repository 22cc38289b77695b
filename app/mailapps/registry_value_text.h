// One value as a registry export writes it: "text", dword:0000003c, hex(2):25,00,….
#pragma once

#include "mailapps/registry.h"

namespace mailapps {

/// The text between the quote at `at` and its partner, with \\ and \" resolved; `at` ends behind the partner,
/// or is -1 where there is none.
QString quoted(const QString &line, qsizetype &at);

/// `written` is what stands behind the "=", without white space around it. `ansi`: hex(1), hex(2) and hex(7)
/// hold bytes of code page 932 instead of UTF-16. Nothing if it is malformed.
std::optional<RegistryValue> valueOf(const QString &written, bool ansi);

} // namespace mailapps
