#include "remedies/set_aside.h"

#include "mailapps/outbox.h"
#include "remedies/aside_split.h"
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
using Kind = MailFolder::Kind;

namespace {

/// For names, folders and what a file system rounds up.
constexpr qint64 spareBytes = 1024 * 1024;
constexpr qint64 blockBytes = 4096;

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

bool oneFile(Kind kind)
{
    return kind == Kind::Mbox || kind == Kind::Bmf;
}

bool isNumber(const QString &name)
{
    return !name.isEmpty()
        && std::all_of(name.begin(), name.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QStringList filesOf(const MailFolder &folder)
{
    if (oneFile(folder.kind))
        return {folder.path};
    QStringList files;
    const QStringList names
        = QDir(folder.path).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    for (const QString &name : names)
        if (folder.kind == Kind::MhFolder ? isNumber(name)
                                          : name.endsWith(QStringLiteral(".eml"), Qt::CaseInsensitive))
            files.append(folder.path + u'/' + name);
    return files;
}

/// How the whole of a file is called among the copies.
QString copyName(const Part &part, Kind kind, int number)
{
    const QString name = QFileInfo(part.path).fileName();
    switch (kind) {
    case Kind::Mbox:
        return name + QStringLiteral(".mbox");
    case Kind::Bmf:
        return name;
    case Kind::EmlFolder:
        return messageFileName(number, messageDate(part.path)); // it can be opened as it is
    case Kind::MhFolder:
        return name + QStringLiteral(".queued");
    }
    Q_UNREACHABLE();
}

Outcome splitCopy(const Part &part, Kind kind, int *number)
{
    switch (kind) {
    case Kind::Mbox:
        return splitMbox(part.backup, number);
    case Kind::Bmf:
        return splitBmf(part.backup, number);
    case Kind::EmlFolder:
        return {};
    case Kind::MhFolder:
        return unwrapQueued(part.backup, number);
    }
    Q_UNREACHABLE();
}

QString folderOf(const QString &path)
{
    return QFileInfo(path).path();
}

/// A last look that costs nothing, between the hashes of many files and their going.
Outcome stillTheSame(const Part &part)
{
    const disk::Source now = disk::openOwn(part.path, mailapps::mboxCap);
    if (!now.file)
        return now.outcome;
    return now.stand.sameFile(part.like) && now.stand.size == part.like.size
        ? Outcome()
        : disk::refuse(Refusal::ChangedMeanwhile, part.path);
}

Outcome withNeed(Outcome outcome, const Part &part)
{
    if (outcome.refusal == Refusal::DiskFull)
        outcome.bytesNeeded = 2 * part.like.size + spareBytes;
    return outcome;
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
    const QString where = oneFile(folder.kind) ? folderOf(folder.path) : folder.path;
    if (disk::sameVolume(journal.folder(), where))
        return journal.folder() + QStringLiteral("/aside");
    return folderOf(folder.profile) + QStringLiteral("/todoku-aside");
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
        outcome = examineAgain(record);
    if (outcome.ok()) {
        record.begun = true;
        outcome = state.keep(record);
    }
    if (outcome.ok())
        outcome = empty(record);
    if (outcome.ok()) {
        record.entry.state = EntryState::Done;
        outcome = state.keep(record);
    }
    if (!outcome.ok())
        state.rollBack(record);
    else
        passed(AsideStep::Recorded);
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
    m_kinds.clear();
    int taken = 0;
    for (const MailFolder &folder : folders) {
        if (inUse(folder.owner))
            return disk::refuse(Refusal::ProgramRunning, folder.path);
        if (!oneFile(folder.kind) && !QFileInfo(folder.path).isDir())
            return disk::refuse(QFileInfo::exists(folder.path) ? Refusal::NotPlainFile : Refusal::NotFound,
                                folder.path);
        const QStringList files = filesOf(folder);
        if (files.size() > messageCap)
            return disk::refuse(Refusal::NotPlainFile, folder.path, QStringLiteral("too many"));
        const QString place = SetAside::place(m_journal, folder);
        const QString own = QStringLiteral("%1/%2-%3").arg(place, record.entry.id).arg(taken + 1);
        const qsizetype before = record.parts.size();
        for (const QString &file : files) {
            const Outcome outcome = take(folder, file, own, record);
            if (!outcome.ok())
                return outcome;
        }
        if (record.parts.size() == before)
            continue;
        ++taken;
        // Once as a whole, once message by message; all that was taken so far, for it may be one disk.
        qint64 needed = spareBytes;
        for (const Part &part : std::as_const(record.parts))
            needed += 2 * (part.like.size + blockBytes);
        Outcome outcome = disk::makeFolder(place);
        if (outcome.ok())
            outcome = disk::room(place, needed);
        if (!outcome.ok())
            return outcome;
        const bool whole = oneFile(folder.kind);
        record.entry.changes.append({folder.path, {}, folder.path, whole ? record.parts.last().backup : own});
        const QString index = folder.kind == Kind::Mbox ? folder.path + QStringLiteral(".msf") : folder.index;
        if (!index.isEmpty() && QFileInfo::exists(index))
            record.moves.append({index, own + u'/' + QFileInfo(index).fileName()});
    }
    if (record.parts.isEmpty())
        return disk::refuse(Refusal::NotApplicable, {});
    record.entry.backup = record.parts.first().backup;
    return {};
}

/// One file into the record; one without a byte holds no message and stays.
Outcome SetAside::take(const MailFolder &folder, const QString &path, const QString &own, Record &record)
{
    Part part;
    part.path = path;
    part.owner = folder.owner;
    part.beside = true;
    part.after = oneFile(folder.kind) ? hashOfNothing() : QByteArray();
    const Outcome outcome = disk::examine(path, mailapps::mboxCap, &part.like);
    if (!outcome.ok() || part.like.size == 0)
        return outcome;
    part.before = part.like.hash;
    const bool first = record.parts.isEmpty() || folderOf(record.parts.last().backup) != own;
    m_number = first ? 1 : m_number + 1;
    part.backup = own + u'/' + copyName(part, folder.kind, m_number);
    part.temp = QStringLiteral("%1.todoku-%2").arg(path, record.entry.id);
    record.parts.append(part);
    m_kinds.append(folder.kind);
    return {};
}

Outcome SetAside::copy(const Record &record)
{
    QString own;
    for (const Part &part : record.parts) {
        Outcome outcome;
        if (folderOf(part.backup) != own) {
            outcome = own.isEmpty() ? Outcome() : disk::syncFolder(own);
            own = folderOf(part.backup);
            if (outcome.ok())
                outcome = disk::makeFolder(own);
        }
        if (outcome.ok())
            outcome = disk::copyNew(part.path, part.backup, closed(), part.before);
        if (!outcome.ok())
            return withNeed(outcome, part);
    }
    const Outcome outcome = disk::syncFolder(own);
    if (outcome.ok())
        passed(AsideStep::Copied);
    return outcome;
}

Outcome SetAside::split(const Record &record)
{
    QString own;
    int number = 0;
    for (qsizetype i = 0; i < record.parts.size(); ++i) {
        const Part &part = record.parts[i];
        number = folderOf(part.backup) == own ? number : 0;
        own = folderOf(part.backup);
        const bool last = i + 1 == record.parts.size() || folderOf(record.parts[i + 1].backup) != own;
        Outcome outcome = splitCopy(part, m_kinds[i], &number);
        if (outcome.ok() && last)
            outcome = disk::syncFolder(own);
        if (!outcome.ok())
            return withNeed(outcome, part);
    }
    passed(AsideStep::Split);
    return {};
}

Outcome SetAside::examineAgain(const Record &record)
{
    for (const Part &part : record.parts) {
        Outcome outcome = part.after.isEmpty() ? Outcome() : disk::writeNew(part.temp, {}, part.like);
        disk::Stand now;
        if (outcome.ok())
            outcome = disk::examine(part.path, mailapps::mboxCap, &now);
        if (!outcome.ok())
            return outcome;
        if (now.hash != part.before || !now.sameFile(part.like))
            return disk::refuse(Refusal::ChangedMeanwhile, part.path);
    }
    return {};
}

Outcome SetAside::empty(const Record &record)
{
    passed(AsideStep::Begun);
    // Asked last: hashing a large folder takes seconds in which a person may start the program.
    QString asked;
    for (const Part &part : record.parts) {
        if (part.owner != asked && inUse(part.owner))
            return disk::refuse(Refusal::ProgramRunning, part.path);
        asked = part.owner;
    }
    // The index first: mail without its index is read anew, an index without its mail shows what is not
    // there.
    const Outcome indexes = takeIndexes(record);
    if (!indexes.ok())
        return indexes;
    QStringList touched;
    for (const Part &part : record.parts) {
        Outcome outcome = stillTheSame(part);
        if (outcome.ok())
            outcome = part.after.isEmpty() ? disk::remove(part.path) : disk::replace(part.temp, part.path);
        if (!outcome.ok())
            return outcome;
        if (!touched.contains(folderOf(part.path)))
            touched.append(folderOf(part.path));
    }
    for (const QString &folder : std::as_const(touched)) {
        const Outcome outcome = disk::syncFolder(folder);
        if (!outcome.ok())
            return outcome;
    }
    passed(AsideStep::Emptied);
    return {};
}

} // namespace remedies
