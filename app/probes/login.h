// One log-in attempt, where the look before it found verified encryption; one after the other across the
// visit.
#pragma once

#include "probes/probe.h"

namespace probes {

struct Credential;

namespace login {

/// The attempts so far and the next one. None without a password, and none beyond
/// Bounds::failedLoginsPerVisit refusals.
QList<Job> due(const model::Case &visit, const net::Environment &environment);
std::unique_ptr<Probe> make(const Job &job, const Context &context);

/// True if a log-in with this protocol belongs to the visit: the mail program uses it, or the pack lists it.
bool plansProtocol(const model::Case &visit, const net::Environment &environment, model::Protocol protocol);
/// For another probe: the verified door and form of name with which a log-in is likeliest to work. No key.
std::optional<Job> bestDoor(const model::Case &visit, const net::Environment &environment,
                            model::Protocol protocol);

/// For other probes that log in: with the form of name that worked before, else the first.
Credential credentialFor(const model::Case &visit, const model::Endpoint &endpoint, const QString &form,
                         const model::Secret *password);

} // namespace login

} // namespace probes
