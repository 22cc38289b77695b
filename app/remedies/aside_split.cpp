#include "remedies/aside_split.h"

#include "mailapps/mbox.h"
#include "remedies/bmf_splitter.h"
#include "remedies/disk.h"

#include <QFileInfo>
#include <algorithm>

namespace remedies {

using model::Outcome;
using model::Refusal;

namespace {

constexpr qint64 chunkBytes = 1024 * 1024;
/// Headers end before this; what programs put before a message that waits has a few lines.
constexpr qint64 headBytes = 64 * 1024;

disk::Stand closed()
{
    disk::Stand stand;
    stand.mode = 0600;
    return stand;
}

Outcome unread(const QString &path)
{
    return disk::refuse(Refusal::InputOutput, path, QStringLiteral("read"));
}

QString beside(const QString &copy, int number, const QDateTime &date)
{
    return QFileInfo(copy).path() + u'/' + messageFileName(number, date);
}

/// Bytes begin … begin+size-1 of `from` as a file of their own.
Outcome writeMessage(QFile &from, qint64 begin, qint64 size, const QString &to)
{
    disk::NewFile target(to);
    Outcome outcome = target.create();
    if (outcome.ok() && !from.seek(begin))
        outcome = unread(to);
    for (qint64 left = size; outcome.ok() && left > 0;) {
        const QByteArray chunk = from.read(std::min(left, chunkBytes));
        if (chunk.isEmpty())
            return unread(to);
        outcome = target.write(chunk.constData(), chunk.size());
        left -= chunk.size();
    }
    return outcome.ok() ? target.finish(closed()) : outcome;
}

/// Where the message begins behind the lines of a queue; 0 where it has none. The rule of both programs:
/// their end line, in old versions an empty line, and none at all if an ordinary header comes first.
qint64 behindQueueLines(const QByteArray &head)
{
    static const QByteArrayList ends{"X-Claws-End-Special-Headers:", "X-Sylpheed-End-Special-Headers:"};
    static const QByteArrayList ordinary{"Date: ", "To: ", "From: ", "Subject: "};
    const auto begins = [](const QByteArray &line, const QByteArrayList &words) {
        return std::any_of(words.begin(), words.end(),
                           [&](const QByteArray &word) { return line.startsWith(word); });
    };
    for (qsizetype at = 0; at < head.size();) {
        const qsizetype end = head.indexOf('\n', at);
        const qsizetype next = end < 0 ? head.size() : end + 1;
        const QByteArray line = head.mid(at, next - at);
        if (begins(line, ordinary))
            return 0;
        if (begins(line, ends) || line.trimmed().isEmpty())
            return next;
        at = next;
    }
    return 0;
}

} // namespace

QString messageFileName(int number, const QDateTime &date)
{
    const QString time = date.isValid() ? date.toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss"))
                                        : QStringLiteral("undated");
    return QStringLiteral("%1-%2.eml").arg(number, 5, 10, QLatin1Char('0')).arg(time);
}

QDateTime messageDate(const QString &path)
{
    disk::Source source = disk::openPlain(path);
    return source.file ? mailapps::scanHeaders(source.file->read(headBytes)).date : QDateTime();
}

Outcome splitMbox(const QString &copy, int *number)
{
    disk::Source scanned = disk::openPlain(copy);
    disk::Source read = disk::openPlain(copy); // a second position in the same file
    if (!scanned.file || !read.file)
        return scanned.file ? read.outcome : scanned.outcome;
    Outcome outcome;
    const bool whole = mailapps::scanMbox(*scanned.file, [&](const mailapps::MboxMessage &message) {
        if (!message.expunged)
            outcome = writeMessage(*read.file, message.body, message.bytes(),
                                   beside(copy, ++*number, message.date));
        return outcome.ok();
    });
    return outcome.ok() && !whole ? unread(copy) : outcome;
}

Outcome splitBmf(const QString &copy, int *number)
{
    disk::Source source = disk::openPlain(copy);
    if (!source.file)
        return source.outcome;
    // A message is named by its date, so its head is kept until it has been seen.
    QByteArray head;
    std::unique_ptr<disk::NewFile> target;
    const auto open = [&] {
        target = std::make_unique<disk::NewFile>(beside(copy, ++*number, mailapps::scanHeaders(head).date));
        const Outcome outcome = target->create();
        return outcome.ok() ? target->write(head.constData(), head.size()) : outcome;
    };
    BmfSplitter splitter(
        [&](const char *bytes, qsizetype size) {
            if (target)
                return target->write(bytes, size);
            head.append(bytes, size);
            return head.size() < headBytes ? Outcome() : open();
        },
        [&] {
            Outcome outcome = target || head.isEmpty() ? Outcome() : open();
            if (outcome.ok() && target)
                outcome = target->finish(closed());
            target.reset();
            head.clear();
            return outcome;
        });
    for (;;) {
        QByteArray chunk(chunkBytes, Qt::Uninitialized);
        const qint64 got = source.file->read(chunk.data(), chunk.size());
        if (got < 0)
            return unread(copy);
        chunk.truncate(got);
        const Outcome outcome = got == 0 ? splitter.end() : splitter.feed(chunk);
        if (!outcome.ok() || got == 0)
            return outcome;
    }
}

Outcome unwrapQueued(const QString &copy, int *number)
{
    disk::Source source = disk::openPlain(copy);
    if (!source.file)
        return source.outcome;
    const QByteArray head = source.file->read(headBytes);
    if (head.isEmpty() && source.stand.size > 0)
        return unread(copy);
    // Lines without a message behind them are all that there is: better those than nothing.
    const qint64 found = behindQueueLines(head);
    const qint64 begin = found < source.stand.size ? found : 0;
    const QDateTime date = mailapps::scanHeaders(head.mid(begin)).date;
    return writeMessage(*source.file, begin, source.stand.size - begin, beside(copy, ++*number, date));
}

} // namespace remedies
