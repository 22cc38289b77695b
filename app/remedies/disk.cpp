#include "remedies/disk.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace remedies::disk {

using model::Outcome;
using model::Refusal;

namespace {

constexpr qint64 chunkBytes = 1024 * 1024;

/// Walks through the open file; `each` may refuse.
template <typename Each>
Outcome stream(QFile &file, const QString &path, Each each)
{
    QByteArray chunk(chunkBytes, Qt::Uninitialized);
    for (;;) {
        const qint64 got = file.read(chunk.data(), chunk.size());
        if (got < 0)
            return refuse(Refusal::InputOutput, path, file.errorString());
        if (got == 0)
            return {};
        const Outcome outcome = each(chunk.constData(), got);
        if (!outcome.ok())
            return outcome;
    }
}

Outcome readBack(const QString &path, const QByteArray &expected)
{
    if (hashOf(path) == expected)
        return {};
    QFile::remove(path);
    return refuse(Refusal::InputOutput, path, QStringLiteral("read back differently"));
}

} // namespace

Outcome refuse(Refusal refusal, const QString &file, const QString &detail)
{
    Outcome outcome;
    outcome.refusal = refusal;
    outcome.file = file;
    outcome.detail = detail;
    return outcome;
}

Outcome examine(const QString &path, qint64 cap, Stand *stand, QByteArray *content)
{
    Source source = openOwn(path, cap);
    if (!source.file)
        return source.outcome;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const Outcome read = stream(*source.file, path, [&](const char *bytes, qint64 size) {
        hash.addData(QByteArrayView(bytes, size));
        if (content)
            content->append(bytes, size);
        return Outcome();
    });
    *stand = source.stand;
    stand->hash = hash.result().toHex();
    return read;
}

QByteArray hashOf(const QString &path)
{
    Source source = openPlain(path);
    if (!source.file)
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const Outcome read = stream(*source.file, path, [&](const char *bytes, qint64 size) {
        hash.addData(QByteArrayView(bytes, size));
        return Outcome();
    });
    return read.ok() ? hash.result().toHex() : QByteArray();
}

Outcome copyNew(const QString &from, const QString &to, const Stand &like, const QByteArray &expected)
{
    Source source = openPlain(from);
    if (!source.file)
        return source.outcome;
    NewFile target(to);
    Outcome outcome = target.create();
    if (!outcome.ok())
        return outcome;
    outcome = stream(*source.file, from,
                     [&](const char *bytes, qint64 size) { return target.write(bytes, size); });
    if (outcome.ok())
        outcome = target.finish(like);
    if (outcome.refusal == Refusal::DiskFull)
        outcome.bytesNeeded = source.stand.size;
    return outcome.ok() ? readBack(to, expected) : outcome;
}

Outcome writeNew(const QString &to, const QByteArray &bytes, const Stand &like)
{
    NewFile target(to);
    Outcome outcome = target.create();
    if (outcome.ok())
        outcome = target.write(bytes.constData(), bytes.size());
    if (outcome.ok())
        outcome = target.finish(like);
    if (outcome.refusal == Refusal::DiskFull)
        outcome.bytesNeeded = bytes.size();
    return outcome.ok() ? readBack(to, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex())
                        : outcome;
}

Outcome makeFolder(const QString &folder)
{
    const QFileInfo about(folder);
    if (about.isSymLink())
        return refuse(Refusal::LinkedFile, folder);
    if (about.isDir())
        return {};
    if (about.exists())
        return refuse(Refusal::NotPlainFile, folder);
    // The parents get the ordinary mode, as any program's would; what is ours is closed to others.
    if (!QDir().mkpath(about.path())
        || !QDir().mkdir(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return refuse(Refusal::NotWritable, folder, QStringLiteral("mkdir"));
    return syncFolder(about.path());
}

Outcome room(const QString &folder, qint64 bytes)
{
    const QStorageInfo volume(folder);
    if (!volume.isValid() || volume.bytesAvailable() >= bytes)
        return {}; // where the system does not tell, the writes themselves will
    Outcome outcome = refuse(Refusal::DiskFull, folder);
    outcome.bytesNeeded = bytes;
    return outcome;
}

} // namespace remedies::disk
