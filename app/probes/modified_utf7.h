// Folder names of IMAP4rev1: UTF-7 with "&" for "+" and "," for "/" (RFC 3501 section 5.1.3).
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace probes {

/// Nothing if this is no modified UTF-7: a server with UTF8=ACCEPT, or one that does not care.
std::optional<QString> fromModifiedUtf7(const QByteArray &name);
QByteArray toModifiedUtf7(const QString &name);

} // namespace probes
