// Domains as they are often mistyped, and what was meant.
#pragma once

#include <QString>

namespace messages {

/// Empty if the domain is no known slip.
QString meantDomain(const QString &domain);

} // namespace messages
