// The style sheet, made from the design tokens: there is no colour and no size anywhere else.
#pragma once

#include "wizard/shell/tokens.h"

#include <QString>

namespace wizard::shell {

/// Widgets say what they are through the property "role" and how they stand through "state"; the sheet does
/// the rest.
QString sheetFor(const Tokens &tokens);

} // namespace wizard::shell
