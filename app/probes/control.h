// A door at which nobody can be: whoever answers there stands on the line and answers for every server. Only
// asked when sending shows trouble.
#pragma once

#include "probes/probe.h"

namespace probes::control {

/// An address kept for examples (RFC 5737), at which no machine of the world stands.
inline constexpr auto nobody = "198.51.100.251";

/// One job for each port through which the person sends and which behaves oddly.
QList<Job> due(const model::Case &visit, const net::Environment &environment);
/// One fact: failure None and the words of the greeting where somebody answered.
std::unique_ptr<Probe> make(const Job &job, const Context &context);

} // namespace probes::control
