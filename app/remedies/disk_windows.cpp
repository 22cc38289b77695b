#include "remedies/disk.h"

#ifdef Q_OS_WIN

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QThread>
#include <windows.h>

namespace remedies::disk {

using model::Outcome;
using model::Refusal;

namespace {

constexpr int retries = 20;
constexpr unsigned long retryMs = 100;
// Of winerror.h; the headers of MinGW 10 lack the first.
constexpr DWORD diskQuotaExceeded = 1295, cannotRemoveReplaced = 1175;

/// Longer than MAX_PATH, and without the trimming of trailing dots and spaces.
std::wstring native(const QString &path)
{
    QString full = QDir::toNativeSeparators(QDir::cleanPath(path));
    if (full.startsWith(u'\\') && !full.startsWith(QStringLiteral("\\\\")))
        full.prepend(QDir::currentPath().left(2)); // of the drive we are on, which the long form has to name
    return (full.startsWith(QStringLiteral("\\\\")) ? full : QStringLiteral("\\\\?\\") + full).toStdWString();
}

Refusal refusalFor(DWORD error)
{
    switch (error) {
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
    case diskQuotaExceeded:
        return Refusal::DiskFull;
    case ERROR_ACCESS_DENIED:
    case ERROR_WRITE_PROTECT:
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
        return Refusal::NotWritable;
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
        return Refusal::NotFound;
    default:
        return Refusal::InputOutput;
    }
}

Outcome failed(const QString &path, const char *call)
{
    const DWORD error = GetLastError();
    return refuse(refusalFor(error), path,
                  QStringLiteral("%1: %2").arg(QString::fromLatin1(call)).arg(error));
}

/// Virus scanners and indexers open a file for moments: only their errors are worth a second try.
template <typename Call>
bool patiently(Call call)
{
    for (int attempt = 0; attempt < retries; ++attempt) {
        if (call())
            return true;
        const DWORD error = GetLastError();
        if (error != ERROR_ACCESS_DENIED && error != ERROR_SHARING_VIOLATION && error != ERROR_LOCK_VIOLATION
            && error != cannotRemoveReplaced)
            return false;
        QThread::msleep(retryMs);
        SetLastError(error);
    }
    return false;
}

/// A reparse point that is another name for something. Files that OneDrive keeps are reparse points as well.
bool isLink(HANDLE file, const BY_HANDLE_FILE_INFORMATION &about)
{
    if (!(about.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT))
        return false;
    FILE_ATTRIBUTE_TAG_INFO tag = {};
    return !GetFileInformationByHandleEx(file, FileAttributeTagInfo, &tag, sizeof tag)
        || IsReparseTagNameSurrogate(tag.ReparseTag);
}

} // namespace

Source openPlain(const QString &path)
{
    const HANDLE handle
        = CreateFileW(native(path).c_str(), GENERIC_READ, FILE_SHARE_READ, nullptr,
                      // with the second a folder opens, too, and can be told from a refusal
                      OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT | FILE_FLAG_BACKUP_SEMANTICS, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return {nullptr, {}, failed(path, "CreateFile")};
    BY_HANDLE_FILE_INFORMATION about = {};
    const bool known = GetFileInformationByHandle(handle, &about) && GetFileType(handle) == FILE_TYPE_DISK;
    const bool link = known && isLink(handle, about);
    CloseHandle(handle);
    if (!known || (about.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY))
        return {nullptr, {}, refuse(Refusal::NotPlainFile, path)};
    if (link || about.nNumberOfLinks > 1)
        return {nullptr, {}, refuse(Refusal::LinkedFile, path)};
    Source source;
    source.stand.device = about.dwVolumeSerialNumber;
    source.stand.inode = (quint64(about.nFileIndexHigh) << 32) | about.nFileIndexLow;
    source.stand.mode = about.dwFileAttributes;
    source.stand.size = qint64((quint64(about.nFileSizeHigh) << 32) | about.nFileSizeLow);
    source.file = std::make_unique<QFile>(path);
    if (!source.file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {nullptr, {}, refuse(Refusal::NotWritable, path, source.file->errorString())};
    return source;
}

Source openOwn(const QString &path, qint64 cap)
{
    const QFileInfo folder(QFileInfo(path).path());
    if (folder.isSymLink() || folder.isJunction())
        return {nullptr, {}, refuse(Refusal::LinkedFile, folder.filePath())};
    if (path.startsWith(QStringLiteral("//")) || path.startsWith(QStringLiteral("\\\\")))
        return {nullptr, {}, refuse(Refusal::NotWritable, path, QStringLiteral("network"))};
    Source source = openPlain(path);
    if (!source.file)
        return source;
    if (source.stand.mode & (FILE_ATTRIBUTE_READONLY | FILE_ATTRIBUTE_SYSTEM))
        return {nullptr, {}, refuse(Refusal::NotWritable, path, QStringLiteral("read-only"))};
    if (cap > 0 && source.stand.size > cap)
        return {nullptr, {}, refuse(Refusal::NotPlainFile, path, QStringLiteral("too large"))};
    return source;
}

NewFile::~NewFile()
{
    if (m_handle != -1)
        CloseHandle(HANDLE(m_handle));
    if (m_created)
        DeleteFileW(native(m_path).c_str());
}

Outcome NewFile::create()
{
    // The folder's own access list is inherited: below the person's profile that is the person alone.
    m_handle = qintptr(CreateFileW(native(m_path).c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW,
                                   FILE_ATTRIBUTE_NORMAL, nullptr));
    if (HANDLE(m_handle) == INVALID_HANDLE_VALUE) {
        m_handle = -1;
        return failed(m_path, "CreateFile");
    }
    m_created = true;
    return {};
}

Outcome NewFile::write(const char *bytes, qint64 size)
{
    while (size > 0) {
        DWORD written = 0;
        const DWORD part = DWORD(qMin<qint64>(size, 1 << 20));
        if (!WriteFile(HANDLE(m_handle), bytes, part, &written, nullptr) || written == 0)
            return failed(m_path, "WriteFile");
        bytes += written;
        size -= written;
    }
    return {};
}

Outcome NewFile::finish(const Stand &)
{
    if (!FlushFileBuffers(HANDLE(m_handle)))
        return failed(m_path, "FlushFileBuffers");
    const HANDLE handle = HANDLE(m_handle);
    m_handle = -1;
    if (!CloseHandle(handle))
        return failed(m_path, "CloseHandle");
    m_created = false;
    return {};
}

Lock::~Lock()
{
    if (m_handle != -1)
        CloseHandle(HANDLE(m_handle));
}

bool Lock::take(const QString &path)
{
    m_handle = qintptr(CreateFileW(native(path).c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr,
                                   OPEN_ALWAYS, FILE_FLAG_OPEN_REPARSE_POINT, nullptr));
    return HANDLE(m_handle) != INVALID_HANDLE_VALUE;
}

Outcome append(const QString &path, const QByteArray &line)
{
    const HANDLE handle = CreateFileW(native(path).c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ,
                                      nullptr, OPEN_ALWAYS, FILE_FLAG_OPEN_REPARSE_POINT, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return failed(path, "CreateFile");
    LARGE_INTEGER end = {}, zero = {};
    DWORD written = 0;
    Outcome outcome;
    if (!SetFilePointerEx(handle, zero, &end, FILE_END)
        || !WriteFile(handle, line.constData(), DWORD(line.size()), &written, nullptr)
        || written != DWORD(line.size()) || !FlushFileBuffers(handle)) {
        outcome = failed(path, "WriteFile");
        if (SetFilePointerEx(handle, end, nullptr, FILE_BEGIN))
            SetEndOfFile(handle);
    }
    CloseHandle(handle);
    return outcome;
}

Outcome replace(const QString &temp, const QString &path)
{
    // ReplaceFile keeps the access list, the streams and the attributes of the file that is replaced.
    const std::wstring from = native(temp), to = native(path);
    if (patiently([&] { return ReplaceFileW(to.c_str(), from.c_str(), nullptr, 0, nullptr, nullptr) != 0; }))
        return {};
    const Outcome outcome = failed(path, "ReplaceFile");
    // It may have taken the old file away and not put the new one there (ERROR_UNABLE_TO_MOVE_REPLACEMENT):
    // then what is missing is put there without what else it keeps.
    const bool gone
        = GetFileAttributesW(to.c_str()) == INVALID_FILE_ATTRIBUTES && GetLastError() == ERROR_FILE_NOT_FOUND;
    return gone ? placeNew(temp, path) : outcome;
}

Outcome placeNew(const QString &temp, const QString &path)
{
    const std::wstring from = native(temp), to = native(path);
    if (patiently([&] { return MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_WRITE_THROUGH) != 0; }))
        return {};
    return GetLastError() == ERROR_ALREADY_EXISTS ? refuse(Refusal::ChangedMeanwhile, path)
                                                  : failed(path, "MoveFileEx");
}

Outcome remove(const QString &path)
{
    const std::wstring name = native(path);
    return patiently([&] { return DeleteFileW(name.c_str()) != 0; }) ? Outcome() : failed(path, "DeleteFile");
}

Outcome syncFolder(const QString &)
{
    return {}; // NTFS journals its folders; there is no call for it
}

bool sameVolume(const QString &one, const QString &other)
{
    return QStorageInfo(one).rootPath() == QStorageInfo(other).rootPath();
}

} // namespace remedies::disk

#endif
