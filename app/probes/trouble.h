// Signs so far that something other than the person's servers may be the cause. A visit without them asks
// nobody else.
#pragma once

#include "model/case.h"
#include "net/environment.h"

namespace probes {

/// No door that the person needs on some host could be reached, and no other of that host either; or the name
/// service failed for it. Nothing is said while an answer may still come.
bool outOfReach(const model::Case &visit, const net::Environment &environment);

/// outOfReach(); or a certificate of theirs was rejected, somebody else answered in place of the server, or a
/// server's date is not ours: whoever stands in between, and the time, can be asked of a page that is known.
bool worthAPage(const model::Case &visit, const net::Environment &environment);

/// Something stands that does not begin on this PC itself.
bool anythingReached(const model::Case &visit);

/// Routed worlds stay closed: true if this place may be spoken to.
bool mayAsk(const net::Environment &environment, const QString &host, quint16 port);

/// Hosts of doors that the person needs, or, where none is named, all that were tried; each once, without
/// those on this PC.
QStringList neededHosts(const model::Case &visit, const net::Environment &environment);

} // namespace probes
