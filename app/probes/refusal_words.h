// What a server's sentence means where it refuses a log-in without a code that says so. Pure.
#pragma once

#include "model/failure.h"

#include <QByteArray>

namespace probes {

/// The failure that a sentence speaks of. `withCode`: a code beside it has already refused the credentials;
/// then only words that plainly say something else change that. Without such a code a sentence that says
/// nothing clear is Unwelcome: refused, and nobody knows why. Never LoginRefused by default.
model::Failure refusalIn(const QByteArray &text, bool withCode = false);

} // namespace probes
