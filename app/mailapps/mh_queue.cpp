#include "mailapps/mh_queue.h"

#include "mailapps/outbox.h"
#include "mailapps/plain_file.h"

#include <QDirIterator>
#include <QFileInfo>
#include <algorithm>
#include <iterator>

namespace mailapps {

namespace {

constexpr int filesCap = 100'000;
constexpr qint64 headBytes = 64 * 1024;

/// compose_queue() of both programs begins with these, in this order; older versions with S. A file that
/// begins otherwise was put there by hand and is a message from its first byte.
constexpr QByteArrayView firstNotes[]{"AF:", "NF:", "PS:", "SRH:", "S:", "SSV:", "R:", "MID:"};
/// Claws Mail ends its notes with a line of its own, Sylpheed with a blank one.
constexpr QByteArrayView endOfNotes[]{"X-Claws-End-Special-Headers:", "X-Sylpheed-End-Special-Headers:"};
/// No note is called so: where one comes, the message has begun.
constexpr QByteArrayView ofMessage[]{"Date:", "From:", "Message-ID:", "Received:", "Subject:", "To:"};

template <size_t N>
bool isOneOf(QByteArrayView line, const QByteArrayView (&names)[N])
{
    return std::any_of(std::begin(names), std::end(names), [&](QByteArrayView name) {
        return line.first(std::min(name.size(), line.size())).compare(name, Qt::CaseInsensitive) == 0;
    });
}

std::optional<quint64> numberOf(const QString &name)
{
    bool ok = false;
    const bool digits = std::all_of(name.begin(), name.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const quint64 number = name.toULongLong(&ok);
    return digits && ok && number > 0 ? std::optional(number) : std::nullopt;
}

} // namespace

qsizetype queueNotes(const QByteArray &bytes)
{
    if (!isOneOf(bytes, firstNotes))
        return 0;
    for (qsizetype begin = 0; begin < bytes.size();) {
        const qsizetype lineBreak = bytes.indexOf('\n', begin);
        const qsizetype next = lineBreak < 0 ? bytes.size() : lineBreak + 1;
        const QByteArrayView line = QByteArrayView(bytes).sliced(begin, next - begin);
        if (line == "\n" || line == "\r\n" || isOneOf(line, endOfNotes))
            return next;
        if (isOneOf(line, ofMessage))
            return begin;
        begin = next;
    }
    return bytes.size();
}

std::optional<model::Outbox> readMhQueue(const QString &folder, QList<model::Unreadable> *unreadable)
{
    const QFileInfo about(folder);
    if (!about.exists())
        return std::nullopt;
    model::Outbox outbox;
    outbox.path = folder;
    if (!about.isDir() || !about.isReadable() || !about.isExecutable()) {
        outbox.complete = false;
        unreadable->append(
            {folder, 0, about.isDir() ? QStringLiteral("permission") : QStringLiteral("not-a-file")});
        return outbox;
    }
    QList<std::pair<quint64, QString>> files;
    QDirIterator entry(folder, QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    while (entry.hasNext() && files.size() < filesCap) {
        const QString path = entry.next();
        // A folder whose name is a number lies within the queue, it does not wait.
        if (const auto number = numberOf(entry.fileName()); number && !entry.fileInfo().isDir())
            files.append({*number, path});
    }
    outbox.complete = files.size() < filesCap;
    std::sort(files.begin(), files.end());
    for (const auto &[number, path] : std::as_const(files)) {
        const OpenedFile opened = openPlainFile(path);
        if (!opened.file) {
            outbox.complete = false;
            unreadable->append({path, 0, opened.why});
            continue;
        }
        const QByteArray head = opened.file->read(headBytes);
        const qsizetype notes = queueNotes(head);
        countMessage(outbox, scanHeaders(head.mid(notes)), opened.file->size() - notes);
    }
    return outbox;
}

} // namespace mailapps
