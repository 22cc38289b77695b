// A street of its own for one world: network namespaces for the person's PC and for everything beyond the
// router, with a cable between them, the world's addresses and a wall of packet filter rules. Linux only.
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace scenario {

/// Where things are in every net world.
inline constexpr const char *pcAddress = "192.168.7.10";
inline constexpr const char *gatewayAddress = "192.168.7.1";
inline constexpr const char *pcAddress6 = "2001:db8:7::10";
inline constexpr const char *gatewayAddress6 = "2001:db8:7::1";

struct Street
{
    QString link = QStringLiteral("up"); ///< see Network::links()
    QString rate; ///< what the PC may send, as tc writes it ("256kbit"); empty: no limit
    QStringList addresses; ///< of servers, IPv4 and IPv6
    QStringList wall; ///< nft rules for what comes in from the PC
    QStringList way; ///< nft rules for what comes to the PC
    QString hostsFile,
        resolvFile; ///< shown to the program as /etc/hosts and /etc/resolv.conf; empty: the machine's
};

class Network
{
public:
    ~Network();
    static QStringList links();

    /// Moves this process into fresh namespaces; to be called before there is any thread. Empty, or why it is
    /// not permitted here.
    QString enter();
    bool entered() const { return m_pc >= 0; }
    /// Cable, addresses, routes and wall. Empty, or what went wrong.
    QString build(const Street &street);
    /// What is started through this process stands on the PC's side of the cable.
    void putOnPc(QProcess &program) const;

private:
    QString run(const QString &program, const QStringList &arguments, const QString &input, bool onPc);
    QString cable();
    QString pcSide(const Street &street);
    QString streetSide(const Street &street);
    QString hang(const QStringList &rules, const QString &device, bool onPc);

    int m_street = -1, m_pc = -1;
};

} // namespace scenario
