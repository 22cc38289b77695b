// Has the test message come into the mailbox, when, and how often? Reads only.
#pragma once

#include "probes/probe.h"

namespace probes::arrive {

/// After each accepted test message, where a log-in to the mailbox has worked. With POP3 one after the other:
/// a mailbox is locked while it is open.
QList<Job> due(const model::Case &visit, const net::Environment &environment);
std::unique_ptr<Probe> make(const Job &job, const Context &context);

constexpr int pauseMs = 2'000; ///< between two looks; shorter where the bound is short

} // namespace probes::arrive
