#include "mailapps/profile_lock.h"

#include <QFile>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace mailapps {

#ifdef Q_OS_WIN
bool profileInUse(const QString &profile)
{
    // The program holds parent.lock open without sharing; nobody else can open it for writing meanwhile.
    const std::wstring path = (profile + QStringLiteral("\\parent.lock")).toStdWString();
    const HANDLE handle
        = CreateFileW(path.c_str(), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                      nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle != INVALID_HANDLE_VALUE) {
        CloseHandle(handle);
        return false;
    }
    return GetLastError() == ERROR_SHARING_VIOLATION;
}
#else
namespace {

/// The symlink `lock` points to "IP:+PID" (the plus: the holder also has the fcntl lock).
bool linkedProcessLives(const QString &profile)
{
    QByteArray target(256, '\0');
    const ssize_t length = ::readlink(QFile::encodeName(profile + QStringLiteral("/lock")).constData(),
                                      target.data(), size_t(target.size()));
    if (length <= 0)
        return false;
    target.truncate(length);
    const qsizetype colon = target.lastIndexOf(':');
    QByteArray number = target.mid(colon + 1);
    if (number.startsWith('+'))
        number.remove(0, 1);
    bool ok = false;
    const int pid = number.toInt(&ok);
    if (colon < 0 || !ok || pid <= 0)
        return false;
    return ::kill(pid, 0) == 0 || errno == EPERM;
}

bool lockHeld(const QString &profile)
{
    const QByteArray path = QFile::encodeName(profile + QStringLiteral("/.parentlock"));
    const int fd = ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    if (fd < 0)
        return false;
    struct flock question = {};
    question.l_type = F_WRLCK;
    question.l_whence = SEEK_SET;
    const bool asked = ::fcntl(fd, F_GETLK, &question) == 0;
    ::close(fd);
    return asked && question.l_type != F_UNLCK;
}

} // namespace

bool profileInUse(const QString &profile)
{
    return lockHeld(profile) || linkedProcessLives(profile);
}
#endif

} // namespace mailapps
