// An ordinary file of another program, opened for reading only: never a folder, a pipe or a device, never
// waited for.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <memory>

namespace mailapps {

struct OpenedFile
{
    std::unique_ptr<QFile> file; ///< unbuffered, at the start; null if it may not be read
    QString why; ///< word of model::Unreadable: "missing", "permission", "not-a-file", "too-large"
};

/// `cap` in bytes; 0: no cap (the caller streams). Returns at once, whatever stands there.
OpenedFile openPlainFile(const QString &path, qint64 cap = 0);

struct FileBytes
{
    QByteArray bytes;
    QString why; ///< empty: all of the file was read
};

FileBytes readPlainFile(const QString &path, qint64 cap);

/// Size of an INI file that is believed.
inline constexpr qint64 iniCap = 1024 * 1024;

/// prefs.js: ordinary ones have 50 KiB; 500 000 prefs, which a runaway extension has been seen to write, are
/// about 40 MiB and must still be read. Above this it is no settings file any more.
inline constexpr qint64 prefsCap = 64 * 1024 * 1024;

} // namespace mailapps
