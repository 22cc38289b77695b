#include "mailapps/plain_file.h"

#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace mailapps {

#ifdef Q_OS_UNIX
OpenedFile openPlainFile(const QString &path, qint64 cap)
{
    // O_NONBLOCK: a FIFO in place of a file must not hold us; it has no effect on ordinary files.
    int fd = -1;
    do
        fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    while (fd < 0 && errno == EINTR);
    if (fd < 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return {nullptr, QStringLiteral("missing")};
        if (errno == ENXIO || errno == ELOOP || errno == ENODEV)
            return {nullptr, QStringLiteral("not-a-file")};
        return {nullptr, QStringLiteral("permission")};
    }
    struct stat status = {};
    if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(fd);
        return {nullptr, QStringLiteral("not-a-file")};
    }
    if (cap > 0 && status.st_size > cap) {
        ::close(fd);
        return {nullptr, QStringLiteral("too-large")};
    }
#ifdef POSIX_FADV_SEQUENTIAL
    ::posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL); // read once, from the start: the disk may run ahead
#endif
    auto file = std::make_unique<QFile>();
    if (!file->open(fd, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(fd);
        return {nullptr, QStringLiteral("permission")};
    }
    return {std::move(file), {}};
}
#else
OpenedFile openPlainFile(const QString &path, qint64 cap)
{
    const QFileInfo about(path);
    if (!about.exists())
        return {nullptr, QStringLiteral("missing")};
    if (!about.isFile())
        return {nullptr, QStringLiteral("not-a-file")};
    if (cap > 0 && about.size() > cap)
        return {nullptr, QStringLiteral("too-large")};
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {nullptr, QStringLiteral("permission")};
    return {std::move(file), {}};
}
#endif

FileBytes readPlainFile(const QString &path, qint64 cap)
{
    OpenedFile opened = openPlainFile(path, cap);
    if (!opened.file)
        return {{}, opened.why};
    // One reservation instead of doubling: a large file is held once.
    FileBytes result;
    result.bytes.resize(opened.file->size());
    qint64 have = 0;
    while (have < result.bytes.size()) {
        const qint64 got = opened.file->read(result.bytes.data() + have, result.bytes.size() - have);
        if (got < 0)
            return {{}, QStringLiteral("permission")};
        if (got == 0)
            break;
        have += got;
    }
    result.bytes.truncate(have);
    return result;
}

} // namespace mailapps
