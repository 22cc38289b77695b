#include "network.h"

#include <QFile>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/ethtool.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace scenario {

using namespace Qt::StringLiterals;

#ifdef Q_OS_LINUX

namespace {

QString because(const char *what)
{
    return QString::fromLatin1(what) + ": "_L1 + QString::fromLocal8Bit(std::strerror(errno));
}

bool tell(const char *path, const QByteArray &text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/// Packets must cross the cable in the size in which they would cross a real one: the wall judges by size.
void sendRealPackets(const char *device)
{
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    for (const unsigned command : {ETHTOOL_STSO, ETHTOOL_SGSO}) {
        ethtool_value off{command, 0};
        ifreq request{};
        std::strncpy(request.ifr_name, device, IFNAMSIZ - 1);
        request.ifr_data = reinterpret_cast<char *>(&off);
        ioctl(socket, SIOCETHTOOL, &request);
    }
    ::close(socket);
}

} // namespace

Network::~Network()
{
    for (const int descriptor : {m_street, m_pc})
        if (descriptor >= 0)
            ::close(descriptor);
}

QString Network::enter()
{
    const uid_t user = geteuid();
    const gid_t group = getegid();
    if (unshare(CLONE_NEWNET | CLONE_NEWNS | (user == 0 ? 0 : CLONE_NEWUSER)) != 0)
        return because("unshare");
    if (user != 0
        && !(tell("/proc/self/setgroups", "deny")
             && tell("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1")
             && tell("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1")))
        return because("uid_map");
    if (mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return because("mount");
    m_street = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
    if (m_street < 0 || unshare(CLONE_NEWNET) != 0)
        return because("unshare");
    m_pc = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
    if (m_pc < 0 || setns(m_street, CLONE_NEWNET) != 0)
        return because("setns");
    return {};
}

void Network::putOnPc(QProcess &program) const
{
    program.setChildProcessModifier([place = m_pc] {
        if (setns(place, CLONE_NEWNET) != 0)
            _exit(126);
    });
}

QString Network::run(const QString &program, const QStringList &arguments, const QString &input, bool onPc)
{
    QProcess tool;
    if (onPc)
        putOnPc(tool);
    tool.start(program, arguments);
    tool.write(input.toUtf8());
    tool.closeWriteChannel();
    if (tool.waitForFinished(20'000) && tool.exitStatus() == QProcess::NormalExit && tool.exitCode() == 0)
        return {};
    return program + ": "_L1 + tool.errorString() + u' '
        + QString::fromLocal8Bit(tool.readAllStandardError());
}

QString Network::cable()
{
    const QString pc = QStringLiteral("/proc/%1/fd/%2").arg(getpid()).arg(m_pc);
    return run(u"ip"_s, {u"-batch"_s, u"-"_s},
               "link set lo up\nlink add street type veth peer name eth0\nlink set eth0 netns "_L1 + pc
                   + "\nlink set street up\n"_L1,
               false);
}

QString Network::pcSide(const Street &street)
{
    QString lines = u"link set lo up\n"_s;
    const auto at = [](const char *address) { return QString::fromLatin1(address); };
    if (street.link != "no-link"_L1)
        lines += "link set eth0 up\n"_L1;
    if (street.link == "link-local"_L1)
        lines += "address add 169.254.7.10/16 dev eth0\n"_L1;
    const bool any = street.link != "no-link"_L1 && street.link != "link-local"_L1;
    if (any && street.link != "v6-only"_L1)
        lines += "address add "_L1 + at(pcAddress) + "/24 dev eth0\nroute add default via "_L1
            + at(gatewayAddress) + u'\n';
    if (any && street.link != "v4-only"_L1)
        lines += "address add "_L1 + at(pcAddress6) + "/64 dev eth0 nodad\nroute add default via "_L1
            + at(gatewayAddress6) + u'\n';
    const QString wrong = run(u"ip"_s, {u"-batch"_s, u"-"_s}, lines, true);
    if (street.rate.isEmpty() || !wrong.isEmpty())
        return wrong;
    return run(u"tc"_s, {u"-batch"_s, u"-"_s},
               "qdisc add dev eth0 root tbf rate "_L1 + street.rate + " burst 3000 latency 2s\n"_L1, true);
}

QString Network::streetSide(const Street &street)
{
    QString lines;
    if (street.link != "no-gateway"_L1)
        lines += "address add "_L1 + QString::fromLatin1(gatewayAddress) + "/24 dev street\naddress add "_L1
            + QString::fromLatin1(gatewayAddress6) + "/64 dev street nodad\n"_L1;
    for (const QString &address : street.addresses) {
        const bool six = address.contains(u':');
        if (address == QLatin1String(gatewayAddress) || address == QLatin1String(gatewayAddress6))
            continue;
        lines += "address add "_L1 + address + (six ? "/128 dev lo nodad\n"_L1 : "/32 dev lo\n"_L1);
    }
    if (const QString wrong = run(u"ip"_s, {u"-batch"_s, u"-"_s}, lines, false); !wrong.isEmpty())
        return wrong;
    return hang(street.wall, u"street"_s, false);
}

/// Rules for what comes in through a device. What goes out would be judged before it is cut into packets.
QString Network::hang(const QStringList &rules, const QString &device, bool onPc)
{
    if (rules.isEmpty())
        return {};
    return run(u"nft"_s, {u"-f"_s, u"-"_s},
               "table inet wall {\n chain in { type filter hook prerouting priority 0;\n  iifname != \""_L1
                   + device + "\" accept\n"_L1 + rules.join(u'\n') + "\n }\n}\n"_L1,
               onPc);
}

QString Network::build(const Street &street)
{
    for (const auto &[file, place] :
         {std::pair{street.hostsFile, "/etc/hosts"}, {street.resolvFile, "/etc/resolv.conf"}})
        if (!file.isEmpty() && QFile::exists(QString::fromLatin1(place))
            && mount(file.toLocal8Bit().constData(), place, nullptr, MS_BIND, nullptr) != 0)
            return because(place);
    QString wrong = cable();
    if (wrong.isEmpty())
        wrong = pcSide(street);
    if (wrong.isEmpty())
        wrong = streetSide(street);
    if (wrong.isEmpty())
        wrong = hang(street.way, u"eth0"_s, true);
    sendRealPackets("street");
    return wrong;
}

#else

Network::~Network() = default;
QString Network::enter()
{
    return u"net worlds need Linux"_s;
}
void Network::putOnPc(QProcess &) const { }
QString Network::build(const Street &)
{
    return enter();
}

#endif

QStringList Network::links()
{
    return {u"up"_s, u"no-link"_s, u"link-local"_s, u"no-gateway"_s, u"v6-only"_s, u"v4-only"_s};
}

} // namespace scenario
