#include "mailapps/processes.h"

#include "mailapps/reader.h"

#ifdef Q_OS_WIN
#include <windows.h>

#include <tlhelp32.h>
#else
#include <QDir>
#include <QFile>

#include <sys/stat.h>
#include <unistd.h>
#endif

namespace mailapps {

#ifdef Q_OS_WIN
bool anyRuns(const QStringList &executables)
{
    const HANDLE snapshot = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    if (snapshot == INVALID_HANDLE_VALUE)
        return false;
    PROCESSENTRY32W entry = {};
    entry.dwSize = sizeof entry;
    DWORD ours = 0, theirs = 0;
    ProcessIdToSessionId(GetCurrentProcessId(), &ours);
    bool found = false;
    for (BOOL more = Process32FirstW(snapshot, &entry); more && !found;
         more = Process32NextW(snapshot, &entry))
        found = entry.szExeFile[0] != 0 // the system's own has no name
            && executables.contains(QString::fromWCharArray(entry.szExeFile), Qt::CaseInsensitive)
            && ProcessIdToSessionId(entry.th32ProcessID, &theirs) && ours == theirs;
    CloseHandle(snapshot);
    return found;
}
#else
bool anyRuns(const QStringList &executables)
{
    constexpr qsizetype longest = 15; // TASK_COMM_LEN without its NUL
    QStringList wanted;
    for (const QString &name : executables)
        wanted.append(name.left(longest));
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &process : processes) {
        if (!process.at(0).isDigit())
            continue;
        QFile file(QStringLiteral("/proc/%1/comm").arg(process));
        if (!file.open(QIODevice::ReadOnly)
            || !wanted.contains(QString::fromLocal8Bit(file.readAll()).trimmed(), Qt::CaseInsensitive))
            continue;
        struct stat owner = {};
        const QByteArray folder = QFile::encodeName(QStringLiteral("/proc/") + process);
        if (::stat(folder.constData(), &owner) == 0 && owner.st_uid == ::geteuid())
            return true;
    }
    return false;
}
#endif

bool anyRuns(const QStringList &executables, const Places &places)
{
    return places.runs ? places.runs(executables) : anyRuns(executables);
}

} // namespace mailapps
