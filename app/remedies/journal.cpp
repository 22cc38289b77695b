#include "remedies/journal.h"

#include "remedies/journal_state.h"

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

const QString idKey = QStringLiteral("id");
const QString restoredKey = QStringLiteral("restored"); ///< a line that says no more than that of one part

QString ownFolder()
{
#ifdef Q_OS_WIN
    return QDir::fromNativeSeparators(qEnvironmentVariable("LOCALAPPDATA")) + QStringLiteral("/Todoku");
#else
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/todoku");
#endif
}

} // namespace

Journal::State::State(const QString &given, std::shared_ptr<RegistryStore> store)
    : folder(folderFor(given)), registry(store ? std::move(store) : machineRegistryStore())
{
    load();
    if (!disk::makeFolder(folder).ok())
        return;
    auto candidate = std::make_unique<disk::Lock>();
    if (candidate->take(folder + QStringLiteral("/lock")))
        lock = std::move(candidate);
}

void Journal::State::load()
{
    disk::Source source = disk::openPlain(file());
    if (!source.file || source.stand.size > journalCap)
        return;
    for (const QByteArray &line : source.file->readAll().split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.contains(restoredKey)) {
            Record *known = find(object[idKey].toString());
            const int part = object[restoredKey].toInt(-1);
            if (known && part >= 0 && part < known->parts.size())
                known->parts[part].restored = true;
            continue;
        }
        const auto record = recordFrom(object);
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

Outcome Journal::State::write(const QJsonObject &object)
{
    // The line break comes first, too: behind a torn line this one must still stand alone.
    const QByteArray line = '\n' + QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    const bool fresh = !QFileInfo::exists(file());
    const Outcome outcome = disk::append(file(), line);
    return outcome.ok() && fresh ? disk::syncFolder(folder) : outcome;
}

Outcome Journal::State::keep(const Record &record)
{
    const Outcome outcome = write(toJson(record));
    if (!outcome.ok())
        return outcome;
    if (Record *known = find(record.entry.id))
        *known = record;
    else
        records.append(record);
    return {};
}

Outcome Journal::State::keepRestored(Record &record, qsizetype part)
{
    record.parts[part].restored = true;
    return write({{idKey, record.entry.id}, {restoredKey, int(part)}});
}

Journal::Journal(const QString &folder, std::shared_ptr<RegistryStore> registry)
    : m_state(std::make_unique<State>(folder, std::move(registry)))
{
}

Journal::~Journal() = default;

QString Journal::folderFor(const QString &given)
{
    return QDir::cleanPath(QDir(given.isEmpty() ? ownFolder() : given).absolutePath());
}

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
        if (record.undoes.isEmpty())
            found.append(record.entry);
    return found;
}

} // namespace remedies
