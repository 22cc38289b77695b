// The way to a door measured once more, where it showed that packets get lost: large ones, or any.
#pragma once

#include "probes/probe.h"

namespace probes::path {

/// Job::detail: "small" (the look at a door again, with small segments) or "row" (a row of connections,
/// losses counted).
QList<Job> due(const model::Case &visit, const net::Environment &environment);
std::unique_ptr<Probe> make(const Job &job, const Context &context);

} // namespace probes::path
