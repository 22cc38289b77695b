// Pages of the web whose content is known, out of resources/knowledge/web-checks.json.
#pragma once

#include "knowledge/load_error.h"
#include "model/web_check.h"

#include <QList>
#include <variant>

namespace knowledge {

/// Refused: unknown or doubled keys, a host twice, what is no host name or address, a path that does not
/// begin with
/// "/", a body where the status brings none.
std::variant<QList<model::WebCheck>, LoadError> readWebChecks(const QString &path);

} // namespace knowledge
