// Mail that a POP3 user never sees: the folder for unwanted mail, looked at over IMAP with the same password.
#pragma once

#include "probes/probe.h"

namespace probes::junk {

/// Once a POP3 log-in has worked, over a verified IMAP door, where IMAP is not asked anyway; and never with
/// the last try of the log-in budget.
QList<Job> due(const model::Case &visit, const net::Environment &environment);
std::unique_ptr<Probe> make(const Job &job, const Context &context);

} // namespace probes::junk
