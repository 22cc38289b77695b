#include "remedies/disk.h"

#ifdef Q_OS_UNIX

#include <QFileInfo>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/vfs.h>
#endif

namespace remedies::disk {

using model::Outcome;
using model::Refusal;

namespace {

template <typename Call>
auto uninterrupted(Call call)
{
    auto result = call();
    while (result < 0 && errno == EINTR)
        result = call();
    return result;
}

Refusal refusalFor(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return Refusal::DiskFull;
    case EROFS:
    case EACCES:
    case EPERM:
        return Refusal::NotWritable;
    case ELOOP:
    case EMLINK:
        return Refusal::LinkedFile;
    case ENOENT:
    case ENOTDIR:
        return Refusal::NotFound;
    case EISDIR:
    case ENXIO:
    case ENODEV:
        return Refusal::NotPlainFile;
    default:
        return Refusal::InputOutput;
    }
}

Outcome failed(const QString &path, const char *call)
{
    const int error = errno;
    return refuse(refusalFor(error), path,
                  QStringLiteral("%1: %2").arg(QString::fromLatin1(call),
                                               QString::fromLocal8Bit(std::strerror(error))));
}

Source refusedSource(const Outcome &outcome)
{
    return {nullptr, {}, outcome};
}

/// Network disks may lock and rename in ways that cannot be relied on: read yes, edit no.
bool onNetwork(int fd)
{
#ifdef Q_OS_LINUX
    struct statfs volume = {};
    if (::fstatfs(fd, &volume) != 0)
        return false;
    switch (quint32(volume.f_type)) {
    case 0x6969u: // NFS
    case 0x517Bu: // SMB
    case 0xFF534D42u: // CIFS
    case 0xFE534D42u: // SMB2
        return true;
    }
#else
    Q_UNUSED(fd);
#endif
    return false;
}

/// Many systems give everybody a group of the same name with nobody else in it, and open folders to that.
bool isGroupOfOne(gid_t id)
{
    const struct group *found = ::getgrgid(id);
    const struct passwd *self = ::getpwuid(::geteuid());
    return found && self && !found->gr_mem[0] && std::strcmp(found->gr_name, self->pw_name) == 0;
}

Outcome checkFolder(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    const int fd = uninterrupted(
        [&] { return ::open(path.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC); });
    if (fd < 0) {
        if (errno == ENOTDIR && QFileInfo(folder).isSymLink())
            return refuse(Refusal::LinkedFile, folder);
        return failed(folder, "open");
    }
    struct stat status = {};
    const bool known = ::fstat(fd, &status) == 0;
    const bool network = onNetwork(fd);
    ::close(fd);
    if (!known)
        return refuse(Refusal::InputOutput, folder);
    if (network)
        return refuse(Refusal::NotWritable, folder, QStringLiteral("network"));
    if (status.st_uid != ::geteuid())
        return refuse(Refusal::ForeignOwner, folder);
    if (status.st_mode & S_IWOTH)
        return refuse(Refusal::ForeignOwner, folder, QStringLiteral("open to all"));
    if ((status.st_mode & S_IWGRP) && !isGroupOfOne(status.st_gid))
        return refuse(Refusal::ForeignOwner, folder, QStringLiteral("open to a group"));
    if (!(status.st_mode & S_IWUSR))
        return refuse(Refusal::NotWritable, folder, QStringLiteral("read-only"));
    return {};
}

} // namespace

Source openPlain(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    const int fd = uninterrupted([&] { return ::open(name.constData(), flags); });
    if (fd < 0)
        return refusedSource(failed(path, "open"));
    struct stat status = {};
    const bool plain = ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
    auto file = std::make_unique<QFile>();
    if (!plain
        || !file->open(fd, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(fd);
        return refusedSource(refuse(Refusal::NotPlainFile, path));
    }
    Source source;
    source.file = std::move(file);
    source.stand.device = status.st_dev;
    source.stand.inode = status.st_ino;
    source.stand.mode = status.st_mode & 07777;
    source.stand.group = status.st_gid;
    source.stand.size = status.st_size;
    return source;
}

Source openOwn(const QString &path, qint64 cap)
{
    const Outcome folder = checkFolder(QFileInfo(path).path());
    if (!folder.ok())
        return refusedSource(folder);
    Source source = openPlain(path);
    if (!source.file)
        return source;
    struct stat status = {};
    if (::fstat(source.file->handle(), &status) != 0)
        return refusedSource(failed(path, "fstat"));
    if (status.st_nlink > 1)
        return refusedSource(refuse(Refusal::LinkedFile, path, QStringLiteral("hard link")));
    if (status.st_uid != ::geteuid())
        return refusedSource(refuse(Refusal::ForeignOwner, path));
    if (!(status.st_mode & S_IWUSR))
        return refusedSource(refuse(Refusal::NotWritable, path, QStringLiteral("read-only")));
    if (cap > 0 && status.st_size > cap)
        return refusedSource(refuse(Refusal::NotPlainFile, path, QStringLiteral("too large")));
    return source;
}

NewFile::~NewFile()
{
    if (m_handle >= 0)
        ::close(int(m_handle));
    if (m_created)
        ::unlink(QFile::encodeName(m_path).constData());
}

Outcome NewFile::create()
{
    // A limit on file size (ulimit -f) sends a signal that ends the program; with it ignored, write() says
    // EFBIG.
    static const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
    Q_UNUSED(ignored);
    const QByteArray name = QFile::encodeName(m_path);
    m_handle = uninterrupted(
        [&] { return ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600); });
    if (m_handle < 0)
        return failed(m_path, "create");
    m_created = true;
    return {};
}

Outcome NewFile::write(const char *bytes, qint64 size)
{
    while (size > 0) {
        const ssize_t written = uninterrupted([&] { return ::write(int(m_handle), bytes, size_t(size)); });
        if (written <= 0)
            return failed(m_path, "write");
        bytes += written;
        size -= written;
    }
    return {};
}

Outcome NewFile::finish(const Stand &like)
{
    const int fd = int(m_handle);
    // The group is a courtesy: one that we are no member of cannot be given, and changes nobody's rights
    // then.
    if (like.group >= 0 && ::fchown(fd, uid_t(-1), gid_t(like.group)) != 0 && errno != EPERM)
        return failed(m_path, "fchown");
    if (::fchmod(fd, mode_t(like.mode)) != 0)
        return failed(m_path, "fchmod");
    if (uninterrupted([&] { return ::fsync(fd); }) != 0)
        return failed(m_path, "fsync");
    m_handle = -1;
    // Not repeated on EINTR: Linux has closed it then, and the number may belong to someone else.
    if (::close(fd) != 0 && errno != EINTR)
        return failed(m_path, "close");
    m_created = false;
    return {};
}

Lock::~Lock()
{
    if (m_handle >= 0)
        ::close(int(m_handle));
}

bool Lock::take(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const int flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    const int fd = uninterrupted([&] { return ::open(name.constData(), flags, 0600); });
    if (fd < 0)
        return false;
    if (uninterrupted([&] { return ::flock(fd, LOCK_EX | LOCK_NB); }) != 0) {
        ::close(fd);
        return false;
    }
    m_handle = fd;
    return true;
}

Outcome append(const QString &path, const QByteArray &line)
{
    const QByteArray name = QFile::encodeName(path);
    const int flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    const int fd = uninterrupted([&] { return ::open(name.constData(), flags, 0600); });
    if (fd < 0)
        return failed(path, "open");
    struct stat before = {};
    Outcome outcome;
    if (::fstat(fd, &before) != 0 || !S_ISREG(before.st_mode))
        outcome = refuse(Refusal::NotPlainFile, path);
    const char *at = line.constData();
    qint64 left = line.size();
    while (outcome.ok() && left > 0) {
        const ssize_t written = uninterrupted([&] { return ::write(fd, at, size_t(left)); });
        if (written <= 0)
            outcome = failed(path, "write");
        at += written;
        left -= written;
    }
    if (outcome.ok() && uninterrupted([&] { return ::fsync(fd); }) != 0)
        outcome = failed(path, "fsync");
    // A torn line would be skipped when read; taken back it does not even puzzle a person.
    if (!outcome.ok() && outcome.refusal != Refusal::NotPlainFile && ::ftruncate(fd, before.st_size) != 0)
        outcome.detail += QStringLiteral(", ftruncate");
    ::close(fd);
    return outcome;
}

Outcome replace(const QString &temp, const QString &path)
{
    if (::rename(QFile::encodeName(temp).constData(), QFile::encodeName(path).constData()) != 0)
        return failed(path, "rename");
    return {};
}

Outcome remove(const QString &path)
{
    return ::unlink(QFile::encodeName(path).constData()) == 0 ? Outcome() : failed(path, "unlink");
}

Outcome placeNew(const QString &temp, const QString &path)
{
    // link() refuses a name that is taken; a plain rename() would overwrite it.
    const QByteArray from = QFile::encodeName(temp), to = QFile::encodeName(path);
    struct stat first = {}, second = {};
    const auto halfDone = [&] { // by an earlier try that ended between the two calls
        return ::lstat(from.constData(), &first) == 0 && ::lstat(to.constData(), &second) == 0
            && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
    };
    if (::link(from.constData(), to.constData()) != 0) {
        if (errno != EEXIST)
            return failed(path, "link");
        if (!halfDone())
            return refuse(Refusal::ChangedMeanwhile, path);
    }
    if (::unlink(from.constData()) != 0)
        return failed(temp, "unlink");
    return {};
}

Outcome syncFolder(const QString &folder)
{
    const QByteArray name = QFile::encodeName(folder);
    const int fd
        = uninterrupted([&] { return ::open(name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); });
    if (fd < 0)
        return failed(folder, "open");
    const int result = uninterrupted([&] { return ::fsync(fd); });
    // EINVAL: this kind of disk cannot do it, and needs no more.
    const Outcome outcome = result == 0 || errno == EINVAL ? Outcome() : failed(folder, "fsync");
    ::close(fd);
    return outcome;
}

bool sameVolume(const QString &one, const QString &other)
{
    struct stat first = {}, second = {};
    return ::stat(QFile::encodeName(one).constData(), &first) == 0
        && ::stat(QFile::encodeName(other).constData(), &second) == 0 && first.st_dev == second.st_dev;
}

} // namespace remedies::disk

#endif
