// One part of an entry: how it stands now, and back to what it was.
#include "remedies/journal_state.h"

#include "remedies/owner.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace remedies {

using model::Outcome;
using model::Refusal;

namespace {

bool isNumber(const QString &name)
{
    return !name.isEmpty()
        && std::all_of(name.begin(), name.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// A name for mail whose own is taken, in a form that the program takes for mail, too.
QString nameBeside(const QString &path, const QString &id, const QStringList &taken)
{
    const QFileInfo file(path);
    const bool numbered = isNumber(file.fileName());
    // Programs that count go on behind the highest number; any other name they would not see.
    qulonglong highest = 0;
    if (numbered) {
        const QStringList names = QDir(file.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System);
        for (const QString &name : names + taken)
            if (isNumber(QFileInfo(name).fileName()))
                highest = std::max(highest, QFileInfo(name).fileName().toULongLong());
    }
    static const QStringList kept{QStringLiteral("eml"), QStringLiteral("bmf")};
    const bool hasSuffix = kept.contains(file.suffix().toLower());
    // The name of a mail folder is what the program shows: the entry's id tells the person which day it is
    // from.
    const QString stem = file.path() + u'/' + (hasSuffix ? file.completeBaseName() : file.fileName());
    const QString suffix = hasSuffix ? u'.' + file.suffix() : QString();
    for (int number = 1;; ++number) {
        const QString tail = number == 1 ? QString() : QStringLiteral("-%1").arg(number);
        const QString name = numbered
            ? QStringLiteral("%1/%2").arg(file.path()).arg(highest + qulonglong(number))
            : stem + u' ' + id + tail + suffix;
        if (!taken.contains(name) && !QFileInfo::exists(name) && !QFileInfo(name).isSymLink())
            return name;
    }
}

} // namespace

Outcome takeIndexes(const Record &record)
{
    for (const Move &move : record.moves) {
        const Outcome outcome = QFileInfo::exists(move.from) ? disk::placeNew(move.from, move.to) : Outcome();
        if (!outcome.ok())
            return outcome;
    }
    return {};
}

void returnIndexes(const Record &record)
{
    for (const Move &move : record.moves)
        if (!QFileInfo::exists(move.from) && QFileInfo::exists(move.to))
            disk::placeNew(move.to, move.from);
}

namespace {

Now valueNow(const Part &part, const RegistryStore &registry)
{
    std::optional<RegistryData> data;
    const Outcome outcome = registry.read(part.path, part.name, &data);
    if (!outcome.ok())
        return outcome.refusal == Refusal::NotFound ? Now::Gone : Now::Other;
    const QByteArray word = encoded(data);
    return word == part.before ? Now::Before : word == part.after ? Now::After : Now::Other;
}

} // namespace

Outcome setValue(RegistryStore &registry, const Part &part, const QByteArray &word)
{
    std::optional<RegistryData> data;
    if (!decode(word, &data) || !mayChangeValue(part.path, part.name))
        return disk::refuse(Refusal::NotApplicable, part.path, part.name);
    return data ? registry.write(part.path, part.name, *data) : registry.remove(part.path, part.name);
}

Now now(const Part &part, const RegistryStore &registry)
{
    if (part.registry)
        return valueNow(part, registry);
    const QFileInfo about(part.path);
    if (!about.exists() && !about.isSymLink())
        return part.after.isEmpty() ? Now::After : Now::Gone;
    const QByteArray hash = disk::hashOf(part.path);
    if (hash.isEmpty())
        return Now::Other;
    return hash == part.before ? Now::Before : hash == part.after ? Now::After : Now::Other;
}

Outcome Journal::State::restoreValue(const Part &part)
{
    if (inUse(part.owner))
        return disk::refuse(Refusal::ProgramRunning, part.path);
    if (now(part) != Now::After)
        return disk::refuse(Refusal::ChangedMeanwhile, part.path);
    const Outcome outcome = setValue(*registry, part, part.before);
    if (outcome.ok() && now(part) != Now::Before)
        return disk::refuse(Refusal::InputOutput, part.path, QStringLiteral("read back differently"));
    return outcome;
}

Outcome Journal::State::restore(const Part &part)
{
    if (part.registry)
        return restoreValue(part);
    if (disk::hashOf(part.backup) != part.before)
        return disk::refuse(Refusal::Unreadable, part.backup, QStringLiteral("backup"));
    QFile::remove(part.temp); // of an undo that was interrupted; its name is in the journal, so it is ours
    Outcome outcome = disk::copyNew(part.backup, part.temp, part.like, part.before);
    if (!outcome.ok())
        return outcome;
    disk::Stand stand;
    const bool there = QFileInfo::exists(part.path);
    outcome = there ? disk::examine(part.path, 0, &stand) : Outcome();
    if (outcome.ok() && there && stand.hash != part.after)
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

Outcome Journal::State::goAhead(const Part &part)
{
    if (now(part) != Now::Before)
        return {};
    if (disk::hashOf(part.backup) != part.before)
        return disk::refuse(Refusal::Unreadable, part.backup, QStringLiteral("backup"));
    Outcome outcome = part.after.isEmpty() ? Outcome() : disk::writeNew(part.temp, {}, part.like);
    if (outcome.ok() && inUse(part.owner))
        outcome = disk::refuse(Refusal::ProgramRunning, part.path);
    if (outcome.ok())
        outcome = part.after.isEmpty() ? disk::remove(part.path) : disk::replace(part.temp, part.path);
    return outcome.ok() ? disk::syncFolder(QFileInfo(part.path).path()) : outcome;
}

Outcome Journal::State::chooseNames(Record &record)
{
    QStringList taken;
    for (const Part &part : std::as_const(record.parts))
        if (!part.back.isEmpty())
            taken.append(part.back);
    bool chosen = false;
    for (Part &part : record.parts) {
        if (!part.beside || now(part) != Now::Other)
            continue;
        const bool free = !QFileInfo::exists(part.back) || disk::hashOf(part.back) == part.before;
        if (!part.back.isEmpty() && free)
            continue;
        part.back = nameBeside(part.path, record.entry.id, taken);
        taken.append(part.back);
        chosen = true;
    }
    return chosen ? keep(record) : Outcome();
}

Outcome Journal::State::restoreBeside(const Part &part)
{
    if (disk::hashOf(part.back) == part.before)
        return {};
    if (disk::hashOf(part.backup) != part.before)
        return disk::refuse(Refusal::Unreadable, part.backup, QStringLiteral("backup"));
    if (inUse(part.owner))
        return disk::refuse(Refusal::ProgramRunning, part.path);
    QFile::remove(part.temp);
    Outcome outcome = disk::copyNew(part.backup, part.temp, part.like, part.before);
    if (outcome.ok())
        outcome = disk::placeNew(part.temp, part.back);
    if (!outcome.ok())
        QFile::remove(part.temp);
    return outcome.ok() ? disk::syncFolder(QFileInfo(part.path).path()) : outcome;
}

} // namespace remedies
