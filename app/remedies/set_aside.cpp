#include "remedies/set_aside.h"

#include "mailapps/mbox.h"
#include "mailapps/outbox.h"
#include "remedies/journal_state.h"
#include "remedies/owner.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace remedies {

using model::EntryState;
using model::Outcome;
using model::Refusal;

namespace {

constexpr qint64 chunkBytes = 1024 * 1024;
/// For names, folders and what a file system rounds up.
constexpr qint64 spareBytes = 1024 * 1024;

disk::Stand closed()
{
    disk::Stand stand;
    stand.mode = 0600;
    return stand;
}

QByteArray hashOfNothing()
{
    return QCryptographicHash::hash(QByteArrayView(), QCryptographicHash::Sha256).toHex();
}

/// Made of a number and a time alone: what stands in a subject or a Message-ID never becomes part of a path.
QString fileName(int number, const QDateTime &date)
{
    const QString time = date.isValid() ? date.toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss"))
                                        : QStringLiteral("undated");
    return QStringLiteral("%1-%2.eml").arg(number, 5, 10, QLatin1Char('0')).arg(time);
}

Outcome writeMessage(QFile &from, const mailapps::MboxMessage &message, const QString &to)
{
    disk::NewFile target(to);
    Outcome outcome = target.create();
    if (outcome.ok() && !from.seek(message.body))
        outcome = disk::refuse(Refusal::InputOutput, to, QStringLiteral("seek"));
    for (qint64 left = message.bytes(); outcome.ok() && left > 0;) {
        const QByteArray chunk = from.read(std::min(left, chunkBytes));
        if (chunk.isEmpty())
            return disk::refuse(Refusal::InputOutput, to, QStringLiteral("read"));
        outcome = target.write(chunk.constData(), chunk.size());
        left -= chunk.size();
    }
    return outcome.ok() ? target.finish(closed()) : outcome;
}

Outcome splitFile(const QString &mbox)
{
    disk::Source scanned = disk::openPlain(mbox);
    disk::Source read = disk::openPlain(mbox); // a second position in the same file
    if (!scanned.file || !read.file)
        return scanned.file ? read.outcome : scanned.outcome;
    Outcome outcome;
    int number = 0;
    const bool whole = mailapps::scanMbox(*scanned.file, [&](const mailapps::MboxMessage &message) {
        if (!message.expunged)
            outcome = writeMessage(*read.file, message,
                                   QFileInfo(mbox).path() + u'/' + fileName(++number, message.date));
        return outcome.ok();
    });
    if (outcome.ok() && !whole)
        outcome = disk::refuse(Refusal::InputOutput, mbox, QStringLiteral("read"));
    return outcome.ok() ? disk::syncFolder(QFileInfo(mbox).path()) : outcome;
}

/// Of an attempt that came to nothing: copies of a file that stands untouched.
void discard(const Record &record)
{
    for (const Part &part : record.parts)
        if (disk::hashOf(part.path) == part.before)
            QDir(QFileInfo(part.backup).path()).removeRecursively();
}

} // namespace

SetAside::SetAside(Journal &journal, const QString &remedy, Observer observer)
    : m_journal(journal), m_remedy(remedy), m_observer(std::move(observer))
{
}

void SetAside::passed(AsideStep step) const
{
    if (m_observer)
        m_observer(step);
}

QString SetAside::place(const Journal &journal, const MailFolder &folder)
{
    if (disk::sameVolume(journal.folder(), QFileInfo(folder.path).path()))
        return journal.folder() + QStringLiteral("/aside");
    return QFileInfo(folder.profile).path() + QStringLiteral("/todoku-aside");
}

Outcome SetAside::run(const QList<MailFolder> &folders)
{
    Journal::State &state = *m_journal.m_state;
    Record record;
    Outcome outcome = prepare(folders, record);
    if (outcome.ok())
        outcome = state.keep(record);
    if (!outcome.ok())
        return outcome;
    passed(AsideStep::Intended);
    outcome = copy(record);
    if (outcome.ok())
        outcome = split(record);
    if (outcome.ok())
        outcome = empty(record);
    if (outcome.ok()) {
        record.entry.state = EntryState::Done;
        outcome = state.keep(record);
    }
    if (!outcome.ok()) {
        state.rollBack(record);
        discard(record);
    } else {
        passed(AsideStep::Recorded);
    }
    outcome.entry = record.entry.id;
    return outcome;
}

Outcome SetAside::prepare(const QList<MailFolder> &folders, Record &record)
{
    if (!m_journal.writable())
        return disk::refuse(Refusal::AnotherTodoku, m_journal.folder());
    record.entry.id = m_journal.m_state->newId();
    record.entry.remedy = m_remedy;
    record.entry.at = QDateTime::currentDateTimeUtc();
    qint64 needed = spareBytes;
    for (const MailFolder &folder : folders) {
        if (inUse(folder.owner))
            return disk::refuse(Refusal::ProgramRunning, folder.path);
        Part part;
        part.path = folder.path;
        part.owner = folder.owner;
        part.beside = true;
        part.after = hashOfNothing();
        Outcome outcome = disk::examine(folder.path, mailapps::mboxCap, &part.like);
        if (!outcome.ok())
            return outcome;
        if (part.like.size == 0)
            continue;
        part.before = part.like.hash;
        const QString place = SetAside::place(m_journal, folder);
        const QString own
            = QStringLiteral("%1/%2-%3").arg(place, record.entry.id).arg(record.parts.size() + 1);
        part.backup = own + u'/' + QFileInfo(folder.path).fileName() + QStringLiteral(".mbox");
        part.temp = QStringLiteral("%1.todoku-%2").arg(folder.path, record.entry.id);
        // Once as a whole, once message by message.
        needed += 2 * part.like.size;
        outcome = disk::makeFolder(place);
        if (outcome.ok())
            outcome = disk::room(place, needed);
        if (!outcome.ok())
            return outcome;
        record.parts.append(part);
        record.entry.changes.append({folder.path, {}, folder.path, part.backup});
        const QString index = folder.path + QStringLiteral(".msf");
        if (QFileInfo::exists(index))
            record.moves.append({index, own + u'/' + QFileInfo(index).fileName()});
    }
    if (record.parts.isEmpty())
        return disk::refuse(Refusal::NotApplicable, {});
    record.entry.backup = record.parts.first().backup;
    return {};
}

Outcome SetAside::copy(const Record &record)
{
    for (const Part &part : record.parts) {
        const QString own = QFileInfo(part.backup).path();
        Outcome outcome = disk::makeFolder(own);
        if (outcome.ok())
            outcome = disk::copyNew(part.path, part.backup, closed(), part.before);
        if (outcome.refusal == Refusal::DiskFull)
            outcome.bytesNeeded = 2 * part.like.size + spareBytes;
        if (outcome.ok())
            outcome = disk::syncFolder(own);
        if (!outcome.ok())
            return outcome;
    }
    passed(AsideStep::Copied);
    return {};
}

Outcome SetAside::split(const Record &record)
{
    for (const Part &part : record.parts) {
        Outcome outcome = splitFile(part.backup);
        if (outcome.refusal == Refusal::DiskFull)
            outcome.bytesNeeded = 2 * part.like.size + spareBytes;
        if (!outcome.ok())
            return outcome;
    }
    passed(AsideStep::Split);
    return {};
}

Outcome SetAside::empty(const Record &record)
{
    for (const Part &part : record.parts) {
        Outcome outcome = disk::writeNew(part.temp, {}, part.like);
        if (!outcome.ok())
            return outcome;
        disk::Stand now;
        outcome = disk::examine(part.path, mailapps::mboxCap, &now);
        if (!outcome.ok())
            return outcome;
        if (now.hash != part.before || !now.sameFile(part.like))
            return disk::refuse(Refusal::ChangedMeanwhile, part.path);
        // Asked last: hashing a large folder takes seconds in which a person may start the program.
        if (inUse(part.owner))
            return disk::refuse(Refusal::ProgramRunning, part.path);
        outcome = disk::replace(part.temp, part.path);
        if (outcome.ok())
            outcome = disk::syncFolder(QFileInfo(part.path).path());
        if (!outcome.ok())
            return outcome;
    }
    // The index goes last: should its move fail, the program sees that it is stale and makes a new one.
    for (const Move &move : record.moves)
        disk::placeNew(move.from, move.to);
    passed(AsideStep::Emptied);
    return {};
}

} // namespace remedies
