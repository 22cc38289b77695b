// How long a mail program should wait for this server.
#pragma once

#include "model/case.h"

namespace remedies {

/// Seconds. The longest wait that was measured between the final dot and its reply (Submit facts,
/// dot_to_reply_ms), doubled, because a larger mail or a busier hour takes longer, rounded up to the next
/// whole minute, at least 300 and at most 3600: RFC 5321 4.5.3.2.6 asks a sender for 600, and who waits for
/// an hour hides a fault instead of bridging a delay. If the provider recommends more, that; never above
/// 3600. Nothing measured: what the provider recommends, else 600.
int wantedTimeout(const model::Case &visit);

} // namespace remedies
