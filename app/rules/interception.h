// Which known product made the certificate, or the greeting, of a connection.
#pragma once

#include "model/fact.h"
#include "rules/rule.h"

namespace rules {

/// Null: none that is known. `context` keeps it.
const Interceptor *interceptorBehind(const model::Fact &fact, const Context &context);

} // namespace rules
