// A conversation that stood and then went dumb just where something large was due.
#pragma once

#include "model/fact.h"

namespace model {

/// Connected, and then nothing came although a certificate or a list of capabilities had to come. Probes ask
/// such a door again with small segments; rules read what came of it.
inline bool isStalled(const Fact &fact)
{
    return fact.failure == Failure::HandshakeTimeout
        || ((fact.step == Step::Secure || fact.step == Step::Capabilities)
            && (fact.failure == Failure::Silent || fact.failure == Failure::Drip));
}

} // namespace model
