// The system's own list of names and addresses, which is asked before any name server.
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace net {

struct HostsEntry
{
    int line = 0; ///< from 1
    QString address; ///< IP literal
};

/// The first entry for this host in the text of a hosts file (hosts(5)); names are compared without regard to
/// case.
std::optional<HostsEntry> hostsEntry(const QByteArray &text, const QString &host);

/// The same in the file at `path`, at most 1 MiB of it; empty: where the system keeps it.
std::optional<HostsEntry> hostsEntryIn(const QString &path, const QString &host);

} // namespace net
