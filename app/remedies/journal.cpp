#include "remedies/journal.h"

#include "remedies/journal_state.h"
#include "remedies/owner.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>
#include <algorithm>

namespace remedies {

using model::EntryState;
using model::Outcome;
using model::Refusal;

namespace {

/// Ten thousand changes; a larger file is not ours.
constexpr qint64 journalCap = 64 * 1024 * 1024;

QString ownFolder()
{
#ifdef Q_OS_WIN
    return QDir::fromNativeSeparators(qEnvironmentVariable("LOCALAPPDATA")) + QStringLiteral("/Todoku");
#else
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/todoku");
#endif
}

} // namespace

Journal::State::State(const QString &given)
    : folder(QDir::cleanPath(QDir(given.isEmpty() ? ownFolder() : given).absolutePath()))
{
    load();
    if (!disk::makeFolder(folder).ok())
        return;
    // The system's lock dies with its holder; pid, program name and boot in the file tell a holder that was
    // killed from one that lives, also where the disk knows no locks.
    auto candidate = std::make_unique<QLockFile>(folder + QStringLiteral("/lock"));
    candidate->setStaleLockTime(0);
    if (candidate->tryLock(0))
        lock = std::move(candidate);
}

void Journal::State::load()
{
    disk::Source source = disk::openPlain(file());
    if (!source.file || source.stand.size > journalCap)
        return;
    for (const QByteArray &line : source.file->readAll().split('\n')) {
        const QJsonDocument document = QJsonDocument::fromJson(line);
        const auto record = recordFrom(document.object());
        if (!record)
            continue; // the torn end of a line that was being written: its entry has not begun
        if (Record *known = find(record->entry.id))
            *known = *record;
        else
            records.append(*record);
    }
}

QString Journal::State::newId() const
{
    const QString time = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    for (int number = 1;; ++number) {
        const QString id = QStringLiteral("%1-%2").arg(time).arg(number);
        const bool taken = std::any_of(records.begin(), records.end(),
                                       [&](const Record &record) { return record.entry.id == id; });
        if (!taken)
            return id;
    }
}

Record *Journal::State::find(const QString &id)
{
    const auto found = std::find_if(records.begin(), records.end(),
                                    [&](const Record &record) { return record.entry.id == id; });
    return found == records.end() ? nullptr : &*found;
}

Outcome Journal::State::keep(const Record &record)
{
    // The line break comes first, too: behind a torn line this one must still stand alone.
    const QByteArray line = '\n' + QJsonDocument(toJson(record)).toJson(QJsonDocument::Compact) + '\n';
    const bool fresh = !QFileInfo::exists(file());
    const Outcome outcome = disk::append(file(), line);
    if (!outcome.ok())
        return outcome;
    const Outcome synced = fresh ? disk::syncFolder(folder) : Outcome();
    if (!synced.ok())
        return synced;
    if (Record *known = find(record.entry.id))
        *known = record;
    else
        records.append(record);
    return {};
}

Outcome Journal::State::restore(const Part &part)
{
    if (disk::hashOf(part.backup) != part.before)
        return disk::refuse(Refusal::Unreadable, part.backup, QStringLiteral("backup"));
    QFile::remove(part.temp); // of an undo that was interrupted; its name is in the journal, so it is ours
    Outcome outcome = disk::copyNew(part.backup, part.temp, part.like, part.before);
    if (!outcome.ok())
        return outcome;
    disk::Stand now;
    const bool there = QFileInfo::exists(part.path);
    outcome = there ? disk::examine(part.path, 0, &now) : Outcome();
    if (outcome.ok() && there && now.hash != part.after)
        outcome = disk::refuse(Refusal::ChangedMeanwhile, part.path);
    if (outcome.ok() && inUse(part.owner))
        outcome = disk::refuse(Refusal::ProgramRunning, part.path);
    if (outcome.ok())
        outcome = there ? disk::replace(part.temp, part.path) : disk::placeNew(part.temp, part.path);
    if (!outcome.ok()) {
        QFile::remove(part.temp);
        return outcome;
    }
    outcome = disk::syncFolder(QFileInfo(part.path).path());
    if (outcome.ok() && disk::hashOf(part.path) != part.before)
        outcome = disk::refuse(Refusal::InputOutput, part.path, QStringLiteral("read back differently"));
    return outcome;
}

Outcome Journal::State::restoreBeside(const Part &part, const QString &id, QString *where)
{
    // The name of a mail folder is what the program shows: the entry's id tells the person which day it is
    // from.
    *where = part.path + u' ' + id;
    if (disk::hashOf(*where) == part.before)
        return {};
    if (disk::hashOf(part.backup) != part.before)
        return disk::refuse(Refusal::Unreadable, part.backup, QStringLiteral("backup"));
    if (inUse(part.owner))
        return disk::refuse(Refusal::ProgramRunning, part.path);
    QFile::remove(part.temp);
    Outcome outcome = disk::copyNew(part.backup, part.temp, part.like, part.before);
    if (outcome.ok())
        outcome = disk::placeNew(part.temp, *where);
    if (!outcome.ok())
        QFile::remove(part.temp);
    return outcome.ok() ? disk::syncFolder(QFileInfo(part.path).path()) : outcome;
}

Journal::Journal(const QString &folder) : m_state(std::make_unique<State>(folder)) { }

Journal::~Journal() = default;

bool Journal::writable() const
{
    return m_state->lock != nullptr;
}

QString Journal::folder() const
{
    return m_state->folder;
}

QList<model::JournalEntry> Journal::entries() const
{
    QList<model::JournalEntry> found;
    for (const Record &record : std::as_const(m_state->records))
        found.append(record.entry);
    return found;
}

} // namespace remedies
