// Names that may be written into a mail program: of a server, and to log in with.
#pragma once

#include "model/case.h"

namespace remedies {

/// The visit's address in the form with which a log-in at this provider went well in this visit, if the pack
/// names that form for this door; else empty. A name that nobody tried is not written into settings.
QString acceptedUser(const model::Case &visit, const model::ProviderServer &right);

/// Labels of letters, digits and hyphens (RFC 1123 section 2.1), or an IP literal: nothing else is written.
bool isServerName(const QString &host);

} // namespace remedies
