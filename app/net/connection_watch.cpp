#include "net/connection_watch.h"

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace net {

#ifdef Q_OS_LINUX

void ConnectionWatch::hold(qintptr descriptor)
{
    release();
    m_descriptor = fcntl(int(descriptor), F_DUPFD_CLOEXEC, 0);
}

void ConnectionWatch::release()
{
    if (m_descriptor >= 0)
        ::close(int(m_descriptor));
    m_descriptor = -1;
}

std::optional<bool> ConnectionWatch::wasReset() const
{
    tcp_info info{};
    socklen_t length = sizeof info;
    if (m_descriptor < 0 || getsockopt(int(m_descriptor), IPPROTO_TCP, TCP_INFO, &info, &length) != 0)
        return std::nullopt;
    // After a FIN it waits for our close; an RST ends it at once.
    return info.tcpi_state == TCP_CLOSE;
}

std::optional<qint64> ConnectionWatch::unacknowledged() const
{
    int bytes = 0;
    if (m_descriptor < 0 || ioctl(int(m_descriptor), SIOCOUTQ, &bytes) != 0)
        return std::nullopt;
    return bytes;
}

std::optional<int> ConnectionWatch::retransmits() const
{
    tcp_info info{};
    socklen_t length = sizeof info;
    if (m_descriptor < 0 || getsockopt(int(m_descriptor), IPPROTO_TCP, TCP_INFO, &info, &length) != 0)
        return std::nullopt;
    return int(info.tcpi_total_retrans);
}

#elif !defined(Q_OS_WIN)

void ConnectionWatch::hold(qintptr) { }
void ConnectionWatch::release() { }
std::optional<bool> ConnectionWatch::wasReset() const
{
    return std::nullopt;
}
std::optional<qint64> ConnectionWatch::unacknowledged() const
{
    return std::nullopt;
}
std::optional<int> ConnectionWatch::retransmits() const
{
    return std::nullopt;
}

#endif

} // namespace net
