// What the system knows about a TCP connection and Qt does not tell: cut or closed, and what is still unsent.
#pragma once

#include <QtGlobal>
#include <optional>

namespace net {

/// Holds its own descriptor of the connection, because Qt closes its own before it reports an error. Where
/// the system cannot be asked (neither Linux nor Windows 10 since 1703) the answers are empty.
class ConnectionWatch
{
public:
    ConnectionWatch() = default;
    ~ConnectionWatch() { release(); }
    ConnectionWatch(const ConnectionWatch &) = delete;
    ConnectionWatch &operator=(const ConnectionWatch &) = delete;

    void hold(qintptr descriptor);
    /// The peer gets our FIN only after this.
    void release();

    /// True: RST. False: FIN. Ask after the connection has ended.
    std::optional<bool> wasReset() const;
    /// Bytes given to the system that the peer has not acknowledged yet; on Windows those that are on their
    /// way.
    std::optional<qint64> unacknowledged() const;
    /// Packets that had to be sent again since the first one, that of the handshake included.
    std::optional<int> retransmits() const;

private:
    qintptr m_descriptor = -1;
};

} // namespace net
