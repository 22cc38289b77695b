// A server that follows a script to the letter and remembers every byte that a client said, encrypted or not.
#pragma once

#include "model/endpoint.h"
#include "net/environment.h"

#include <QByteArray>
#include <QList>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

namespace support {

struct Act
{
    enum class Kind
    {
        Send,
        Hear, ///< one line that begins so; anything else ends the script
        HearBytes, ///< any bytes up to and with these
        Tls, ///< server side handshake with the certificate of this name
        Pause, ///< one short turn, so that what follows is another segment
        Flood, ///< these bytes for ever
        Drip, ///< these bytes one at a time, one each few milliseconds, then for ever the last
        Close,
        Reset,
    };
    Kind kind = Kind::Send;
    QByteArray bytes;
};

inline Act send(const QByteArray &bytes)
{
    return {Act::Kind::Send, bytes};
}
inline Act hearLine(const QByteArray &start)
{
    return {Act::Kind::Hear, start};
}
inline Act hearBytes(const QByteArray &end)
{
    return {Act::Kind::HearBytes, end};
}
/// A file of resources/practice without its ending, or the path of a certificate with its key beside it.
inline Act tls(const QByteArray &certificate = "good")
{
    return {Act::Kind::Tls, certificate};
}
inline Act pauseNow()
{
    return {Act::Kind::Pause, {}};
}
inline Act flood(const QByteArray &bytes)
{
    return {Act::Kind::Flood, bytes};
}
inline Act drip(const QByteArray &bytes)
{
    return {Act::Kind::Drip, bytes};
}
inline Act closeNow()
{
    return {Act::Kind::Close, {}};
}
inline Act resetNow()
{
    return {Act::Kind::Reset, {}};
}

using Script = QList<Act>;

class ScriptedServer : public QTcpServer
{
public:
    /// One connection after the other gets the next script; the last one serves all further.
    explicit ScriptedServer(const QList<Script> &scripts);

    quint16 port() const { return serverPort(); }
    QByteArray heard() const { return m_heard; }
    /// Of that, what was not encrypted.
    QByteArray heardInClear() const { return m_clear; }
    int connections() const { return m_connections; }

    /// A world in which `host:port` of every standard port leads here, trusting the practice authority.
    net::Environment environment(const model::Endpoint &endpoint, double boundsFactor = 0.05) const;

private:
    friend class Player;
    void incomingConnection(qintptr descriptor) override;

    QList<Script> m_scripts;
    QByteArray m_heard, m_clear;
    int m_connections = 0;
};

/// smtp.practice.example:587 and the like, as the certificates name them.
model::Endpoint practiceDoor(model::Protocol protocol, model::Security security);

} // namespace support
