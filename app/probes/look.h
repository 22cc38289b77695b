// Who answers at one door, over one address: connection, greeting, encryption, capabilities. No log-in.
#pragma once

#include "net/dialogue_base.h"
#include "probes/probe.h"

namespace probes::look {

/// One job for each door and address, all side by side.
QList<Job> due(const model::Case &visit, const net::Environment &environment);
std::unique_ptr<Probe> make(const Job &job, const Context &context);
/// The conversation alone, for other probes that look at a door.
std::unique_ptr<net::DialogueBase> dialogueFor(const Job &job, const net::Environment &environment);

} // namespace probes::look
