// Sends a connection somewhere else while name and certificate checks stay those of the host that was asked
// for.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <optional>

namespace net {

/// Where to connect instead.
struct Detour
{
    QString address; ///< IP literal
    quint16 port = 0;
};

class Route
{
public:
    /// "HOST:PORT=ADDR:PORT" as on the command line; IPv6 literals in brackets. False if it cannot be read.
    bool add(const QString &text);
    void add(const QString &host, quint16 port, const Detour &detour);
    std::optional<Detour> of(const QString &host, quint16 port) const;
    /// True if any port of this host is routed: then its name need not resolve.
    bool knows(const QString &host) const;
    /// Where the ports of this host are sent, each address once; empty if it is not routed.
    QStringList addressesOf(const QString &host) const;
    bool isEmpty() const { return m_detours.isEmpty(); }

private:
    QHash<QString, Detour> m_detours;
};

} // namespace net
