// What the hellos of our own tell about a handshake that failed: told from what the other side answered, not
// from the words of a TLS library, which differ from system to system.
#pragma once

#include "model/case.h"
#include "model/finding.h"

#include <optional>

namespace rules {

/// The finding that explains this failed handshake (server.plain-on-tls-port, tls.too-old,
/// tls.handshake-failed with its "cause"); nothing if no hello was said to that door, or none of them tells
/// more than the failure itself.
///
/// Causes: only-tls13 (and this PC has none), no-common-parameters, client-certificate, needs-sni,
/// breaks-on-sni, breaks-on-tls13, breaks-on-large-hello, weak-key-exchange, certificate-too-large,
/// plain-text, version-refused, server-error, unknown.
std::optional<model::Finding> explainedByHellos(const model::Case &visit, const model::Fact &failed);

/// The same from the failure and the alert alone, for where no hello was said.
model::Finding handshakeFailed(const model::Fact &failed);

} // namespace rules
