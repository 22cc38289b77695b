// libpff is not used for this: it reads all nodes of a file as it opens it and puts each below its parent by
// searching them all (10 000 nodes take 0.4 s, 40 000 take 10 s), cannot be stopped meanwhile, and the files
// in question are the largest ones.
#include "mailapps/pst_outbox.h"

#include "mailapps/outbox.h"
#include "mailapps/plain_file.h"
#include "mailapps/pst_bytes.h"
#include "mailapps/pst_content.h"

namespace mailapps {

namespace {

constexpr quint32 storeNode = 0x21; ///< [MS-PST] 2.4.1
constexpr quint32 folderType = 0x02, contentsType = 0x0e, typeMask = 0x1f;
// MAPI property numbers ([MS-OXPROPS]).
constexpr quint16 outboxEntryId = 0x35e2, messageSize = 0x0e08, submitTime = 0x0039, changeTime = 0x3008,
                  internetMessageId = 0x1035;
constexpr qsizetype entryIdSize = 24, messageIdLength = 998; // RFC 5322 2.1.1

/// 100 ns since 1601. Invalid for what is no time of a mail.
QDateTime fromFileTime(quint64 time)
{
    constexpr qint64 epoch = 11'644'473'600; // 1970 in seconds since 1601
    const qint64 seconds = qint64(time / 10'000'000) - epoch;
    constexpr qint64 year2200 = 7'258'118'400;
    return seconds > 0 && seconds < year2200 ? QDateTime::fromSecsSinceEpoch(seconds).toUTC() : QDateTime();
}

void count(model::Outbox &outbox, const pst::Table &table)
{
    outbox.count = int(table.rows.size());
    outbox.complete = table.isComplete;
    for (const pst::Row &row : table.rows) {
        outbox.bytes += qint64(quint32(row.numbers.value(messageSize)));
        const quint64 sent = row.numbers.value(submitTime, row.numbers.value(changeTime));
        const QDateTime date = fromFileTime(sent);
        if (date.isValid() && (!outbox.oldest.isValid() || date < outbox.oldest))
            outbox.oldest = date;
    }
}

/// Outlook gives a message its Message-ID as it sends it: only those that were tried have one.
QStringList messageIds(pst::File &file, const pst::Table &table)
{
    QStringList found;
    for (const pst::Row &row : table.rows) {
        if (file.isSpent() || found.size() >= messageIdCap)
            break;
        const auto message = pst::Properties::of(file, row.nid);
        QString id = message ? message->text(internetMessageId).trimmed() : QString();
        if (id.startsWith(u'<') && id.endsWith(u'>'))
            id = id.mid(1, id.size() - 2);
        if (!id.isEmpty() && id.size() <= messageIdLength)
            found.append(id);
    }
    return found;
}

} // namespace

std::optional<model::Outbox> readPstOutbox(const QString &path, QList<model::Unreadable> *unreadable)
{
    const auto wrong = [&](const QString &why) -> std::optional<model::Outbox> {
        unreadable->append({path, 0, why});
        return std::nullopt;
    };
    const OpenedFile opened = openPlainFile(path);
    if (!opened.file)
        return wrong(opened.why);
    if (opened.file->size() < pst::headerSize)
        return wrong(QStringLiteral("half-written"));
    pst::File file(*opened.file);
    if (file.kind() != pst::Kind::Ansi && file.kind() != pst::Kind::Unicode)
        return wrong(QStringLiteral("malformed"));
    const auto store = pst::Properties::of(file, storeNode);
    if (!store)
        return wrong(QStringLiteral("malformed"));
    const QByteArray entryId = store->bytes(outboxEntryId);
    if (entryId.isEmpty())
        return std::nullopt; // an archive
    const auto folder = pst::numberAt<quint32>(entryId, entryIdSize - 4);
    if (entryId.size() != entryIdSize || (folder & typeMask) != folderType)
        return wrong(QStringLiteral("malformed"));
    const auto table
        = pst::readTable(file, (folder & ~typeMask) | contentsType, {messageSize, submitTime, changeTime});
    if (!table)
        return wrong(QStringLiteral("malformed"));
    model::Outbox outbox;
    outbox.path = path;
    count(outbox, *table);
    outbox.messageIds = messageIds(file, *table);
    if (!outbox.complete)
        unreadable->append({path, 0, QStringLiteral("malformed")});
    return outbox;
}

} // namespace mailapps
