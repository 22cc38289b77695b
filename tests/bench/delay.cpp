// A cable that takes its time: two TUN devices, one in each of two network namespaces, and every packet that
// goes in at one end comes out at the other after the given delay, in order. Kernels without netem have
// nothing else. delay CLIENT-NAMESPACE SERVER-NAMESPACE DEVICE MILLISECONDS-ONE-WAY; prints "up" when both
// ends are there.
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <string>
#include <vector>

#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock; // CLOCK_MONOTONIC, as the timer below

struct Packet
{
    Clock::time_point due;
    std::vector<char> bytes;
};

struct End
{
    int device = -1;
    std::deque<Packet> arriving; ///< for this end, the earliest first
};

[[noreturn]] void fail(const std::string &what)
{
    std::perror(what.c_str());
    std::exit(1);
}

int openEnd(const std::string &space, const char *name)
{
    const int where = open(("/run/netns/" + space).c_str(), O_RDONLY | O_CLOEXEC);
    if (where < 0 || setns(where, CLONE_NEWNET) != 0)
        fail("namespace " + space);
    close(where);
    const int device = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    ifreq request{};
    request.ifr_flags = IFF_TUN | IFF_NO_PI;
    std::snprintf(request.ifr_name, sizeof request.ifr_name, "%s", name);
    if (device < 0 || ioctl(device, TUNSETIFF, &request) != 0)
        fail("device in " + space);
    return device;
}

void take(const End &from, End &to, Clock::duration delay)
{
    std::array<char, 65536> buffer; // NOLINT: filled by read
    for (;;) {
        const ssize_t size = read(from.device, buffer.data(), buffer.size());
        if (size <= 0)
            return;
        to.arriving.push_back({Clock::now() + delay, {buffer.data(), buffer.data() + size}});
    }
}

void deliver(End &end)
{
    while (!end.arriving.empty() && end.arriving.front().due <= Clock::now()) {
        const std::vector<char> &bytes = end.arriving.front().bytes;
        // A packet that the device will not have is lost, as on any cable.
        if (write(end.device, bytes.data(), bytes.size()) < 0 && errno == EAGAIN)
            return;
        end.arriving.pop_front();
    }
}

void setTimer(int timer, const std::array<End, 2> &ends)
{
    Clock::time_point next = Clock::time_point::max();
    for (const End &end : ends)
        if (!end.arriving.empty())
            next = std::min(next, end.arriving.front().due);
    itimerspec when{};
    if (next != Clock::time_point::max()) {
        const auto since
            = std::chrono::duration_cast<std::chrono::nanoseconds>(next.time_since_epoch()).count();
        when.it_value = {since / 1'000'000'000, since % 1'000'000'000};
    }
    timerfd_settime(timer, TFD_TIMER_ABSTIME, &when, nullptr);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 5) {
        std::fprintf(stderr, "delay CLIENT-NAMESPACE SERVER-NAMESPACE DEVICE MILLISECONDS\n");
        return 2;
    }
    std::array<End, 2> ends;
    ends[0].device = openEnd(argv[1], argv[3]);
    ends[1].device = openEnd(argv[2], argv[3]);
    const auto delay = std::chrono::microseconds(long(std::atof(argv[4]) * 1000));
    const int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    std::puts("up");
    std::fflush(stdout);
    std::array<pollfd, 3> watched{
        {{ends[0].device, POLLIN, 0}, {ends[1].device, POLLIN, 0}, {timer, POLLIN, 0}}};
    for (;;) {
        if (poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR)
            fail("poll");
        unsigned long long expired = 0;
        if (read(timer, &expired, sizeof expired) < 0 && errno != EAGAIN)
            fail("timer");
        take(ends[0], ends[1], delay);
        take(ends[1], ends[0], delay);
        for (End &end : ends)
            deliver(end);
        setTimer(timer, ends);
    }
}
