#include "mailapps/outbox.h"

#include "mailapps/plain_file.h"

#include <QDirIterator>
#include <QFileInfo>

namespace mailapps {

namespace {

constexpr int maildirCap = 100'000;
constexpr qint64 headerBytes = 64 * 1024;

void readMbox(model::Outbox &outbox, QList<model::Unreadable> *unreadable)
{
    const OpenedFile opened = openPlainFile(outbox.path, mboxCap);
    if (!opened.file) {
        outbox.complete = false;
        unreadable->append({outbox.path, 0, opened.why});
        return;
    }
    const bool whole = scanMbox(*opened.file, [&](const MboxMessage &message) {
        countMessage(outbox, message, message.bytes());
        return true;
    });
    if (!whole) {
        outbox.complete = false;
        unreadable->append({outbox.path, 0, QStringLiteral("permission")});
    }
}

void readMaildir(model::Outbox &outbox, QList<model::Unreadable> *unreadable)
{
    QStringList files;
    for (const QString &part : {QStringLiteral("/cur"), QStringLiteral("/new")}) {
        QDirIterator entry(outbox.path + part, QDir::Files | QDir::Hidden | QDir::System);
        while (entry.hasNext() && files.size() < maildirCap)
            files.append(entry.next());
    }
    outbox.complete = files.size() < maildirCap;
    files.sort();
    for (const QString &path : files) {
        const OpenedFile opened = openPlainFile(path);
        if (!opened.file) {
            outbox.complete = false;
            unreadable->append({path, 0, opened.why});
            continue;
        }
        countMessage(outbox, scanHeaders(opened.file->read(headerBytes)), opened.file->size());
    }
}

} // namespace

void countMessage(model::Outbox &outbox, const MboxMessage &message, qint64 bytes)
{
    if (message.expunged)
        return;
    ++outbox.count;
    outbox.bytes += bytes;
    if (message.date.isValid() && (!outbox.oldest.isValid() || message.date < outbox.oldest))
        outbox.oldest = message.date;
    if (!message.messageId.isEmpty() && outbox.messageIds.size() < messageIdCap)
        outbox.messageIds.append(message.messageId);
}

std::optional<model::Outbox> readOutbox(const QString &path, QList<model::Unreadable> *unreadable)
{
    const QFileInfo about(path);
    if (!about.exists() && !about.isSymLink())
        return std::nullopt;
    model::Outbox outbox;
    outbox.path = path;
    if (about.isDir() && QFileInfo(path + QStringLiteral("/cur")).isDir())
        readMaildir(outbox, unreadable);
    else
        readMbox(outbox, unreadable);
    return outbox;
}

} // namespace mailapps
