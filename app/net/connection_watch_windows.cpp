#include "net/connection_watch.h"

#ifdef Q_OS_WIN

// Order matters, and the empty line keeps it: the second needs what stands before.
#include <winsock2.h>

#include <mstcpip.h>

namespace net {

namespace {

/// TCP_INFO_v0 of Windows' mstcpip.h; Debian's is older.
struct TcpInfo
{
    int state;
    ULONG mss;
    ULONG64 connectionTimeMs;
    BOOLEAN timestampsEnabled;
    ULONG rttUs, minRttUs, bytesInFlight, cwnd, sndWnd, rcvWnd, rcvBuf;
    ULONG64 bytesOut, bytesIn;
    ULONG bytesReordered, bytesRetrans, fastRetrans, dupAcksIn, timeoutEpisodes;
    UCHAR synRetrans;
};
static_assert(sizeof(TcpInfo) == 88);

constexpr DWORD tcpInfo = _WSAIORW(IOC_VENDOR, 39); // SIO_TCP_INFO, since Windows 10 1703
constexpr int closed = 0; // TCPSTATE_CLOSED

/// 0, or the error of WSAIoctl; `info` is filled where it is 0.
int ask(qintptr descriptor, TcpInfo *info)
{
    DWORD version = 0, length = 0;
    if (WSAIoctl(SOCKET(descriptor), tcpInfo, &version, sizeof version, info, sizeof *info, &length, nullptr,
                 nullptr)
        != 0)
        return WSAGetLastError();
    return length == sizeof *info ? 0 : WSAEOPNOTSUPP;
}

} // namespace

void ConnectionWatch::hold(qintptr descriptor)
{
    release();
    WSAPROTOCOL_INFOW own{};
    if (WSADuplicateSocketW(SOCKET(descriptor), GetCurrentProcessId(), &own) == 0)
        m_descriptor = qintptr(WSASocketW(FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, &own, 0,
                                          WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT));
}

void ConnectionWatch::release()
{
    if (m_descriptor >= 0)
        closesocket(SOCKET(m_descriptor));
    m_descriptor = -1;
}

std::optional<bool> ConnectionWatch::wasReset() const
{
    TcpInfo info{};
    const int wrong = m_descriptor < 0 ? WSAEOPNOTSUPP : ask(m_descriptor, &info);
    if (wrong == WSAECONNRESET || wrong == WSAECONNABORTED)
        return true;
    if (wrong != 0)
        return std::nullopt;
    // After a FIN it waits for our close; an RST ends it at once.
    return info.state == closed;
}

std::optional<qint64> ConnectionWatch::unacknowledged() const
{
    TcpInfo info{};
    if (m_descriptor < 0 || ask(m_descriptor, &info) != 0)
        return std::nullopt;
    return info.bytesInFlight;
}

std::optional<int> ConnectionWatch::retransmits() const
{
    TcpInfo info{};
    if (m_descriptor < 0 || ask(m_descriptor, &info) != 0)
        return std::nullopt;
    return int(info.fastRetrans + info.timeoutEpisodes + info.synRetrans);
}

} // namespace net

#endif
