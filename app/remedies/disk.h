// The few things done to a disk on behalf of a remedy, each one checked: no short write, no ignored fsync, no
// followed link. QSaveFile is not used: with a full disk it can put a truncated file in place and say it went
// well, it ignores a failing fsync, follows links and splits hard links (Qt 6.4).
#pragma once

#include "model/change.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <memory>

namespace remedies::disk {

/// What a file was when it was looked at.
struct Stand
{
    quint64 device = 0, inode = 0;
    quint32 mode = 0; ///< permission bits
    qint64 group = -1;
    qint64 size = 0;
    QByteArray hash; ///< SHA-256, hexadecimal

    bool sameFile(const Stand &other) const { return device == other.device && inode == other.inode; }
};

struct Source
{
    std::unique_ptr<QFile> file; ///< null: see outcome
    Stand stand; ///< without hash
    model::Outcome outcome;
};

/// Opens for reading what is ours to replace: an ordinary file of at most `cap` bytes (0: any), no link, one
/// name only, owned by us and writable by its mode, in a folder that is no link and that others cannot write
/// to, on a disk of this machine. Never waits, never reads.
Source openOwn(const QString &path, qint64 cap);
/// The same for a file that we made: only plain and no link.
Source openPlain(const QString &path);

/// A file that did not exist before, readable by its owner alone. Dies with the object unless finished.
class NewFile
{
public:
    explicit NewFile(const QString &path) : m_path(path) { }
    ~NewFile();
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;

    model::Outcome create();
    model::Outcome write(const char *bytes, qint64 size);
    /// Mode of `like`, everything on the disk, closed.
    model::Outcome finish(const Stand &like);

private:
    QString m_path;
    qintptr m_handle = -1;
    bool m_created = false;
};

/// One holder of a file at a time. The system lets go of it when the holder ends, however it ends: nothing
/// that a dead process left behind can look like a live one. (QLockFile takes an empty file, which is what a
/// process leaves that dies between making and writing it, for a lock that holds for ever.)
class Lock
{
public:
    Lock() = default;
    ~Lock();
    Lock(const Lock &) = delete;
    Lock &operator=(const Lock &) = delete;

    /// False: somebody else holds it, or the disk knows no locks. Never waits. The file stays.
    bool take(const QString &path);

private:
    qintptr m_handle = -1;
};

// Portable pieces made of the above
model::Outcome examine(const QString &path, qint64 cap, Stand *stand, QByteArray *content = nullptr);
/// SHA-256 of a file of ours; empty if it cannot be read.
QByteArray hashOf(const QString &path);
/// `expected`: hash that the source must have and that the copy is read back for.
model::Outcome copyNew(const QString &from, const QString &to, const Stand &like, const QByteArray &expected);
model::Outcome writeNew(const QString &to, const QByteArray &bytes, const Stand &like);

/// Adds a line to a file of ours (made if absent, mode 0600) and waits until it is on the disk; what could
/// not be written whole is taken back.
model::Outcome append(const QString &path, const QByteArray &line);
/// Puts `temp` in the place of `path` in one step.
model::Outcome replace(const QString &temp, const QString &path);
/// Gives `temp` the name `path` only if nothing has it.
model::Outcome placeNew(const QString &temp, const QString &path);
/// Takes a file away for good: only what has a verified copy, or was a copy.
model::Outcome remove(const QString &path);
model::Outcome syncFolder(const QString &folder);
/// With its parents, mode 0700.
model::Outcome makeFolder(const QString &folder);
bool sameVolume(const QString &one, const QString &other);
/// DiskFull with bytesNeeded if fewer than `bytes` are free for us; bytesNeeded is the whole amount.
model::Outcome room(const QString &folder, qint64 bytes);

model::Outcome refuse(model::Refusal refusal, const QString &file, const QString &detail = {});

} // namespace remedies::disk
