#include "remedies/registry_edit.h"

#include "remedies/journal_state.h"
#include "remedies/owner.h"

#include <QCryptographicHash>
#include <algorithm>

namespace remedies {

using model::EntryState;
using model::Outcome;
using model::Refusal;

RegistryEdit::RegistryEdit(Journal &journal, const QString &remedy, EditObserver observer)
    : m_journal(journal), m_remedy(remedy), m_observer(std::move(observer))
{
}

void RegistryEdit::passed(EditStep step) const
{
    if (m_observer)
        m_observer(step);
}

Outcome RegistryEdit::run(const QList<ValueEdit> &edits)
{
    Journal::State &state = *m_journal.m_state;
    Record record;
    QByteArray backup;
    Outcome outcome = prepare(edits, record, backup);
    if (!outcome.ok())
        return outcome;
    passed(EditStep::Agreed);
    outcome = state.keep(record);
    if (!outcome.ok())
        return outcome;
    passed(EditStep::Intended);
    disk::Stand closed;
    closed.mode = 0600;
    outcome = disk::writeNew(record.entry.backup, backup, closed);
    if (outcome.ok())
        outcome = disk::syncFolder(state.backups());
    if (outcome.ok()) {
        passed(EditStep::BackedUp);
        passed(EditStep::Written); // a value needs no copy beside it: the system exchanges it in one step
        outcome = exchange(record);
    }
    if (outcome.ok()) {
        record.entry.state = EntryState::Done;
        outcome = state.keep(record);
    }
    outcome.entry = record.entry.id;
    if (!outcome.ok()) {
        state.rollBack(record);
        return outcome;
    }
    passed(EditStep::Recorded);
    if (std::any_of(edits.begin(), edits.end(), [](const ValueEdit &edit) { return inUse(edit.owner); }))
        outcome.detail = QStringLiteral("program-started");
    return outcome;
}

Outcome RegistryEdit::prepare(const QList<ValueEdit> &edits, Record &record, QByteArray &backup)
{
    Journal::State &state = *m_journal.m_state;
    if (!m_journal.writable())
        return disk::refuse(Refusal::AnotherTodoku, m_journal.folder());
    for (const ValueEdit &edit : edits) {
        if (!mayChangeValue(edit.key, edit.name))
            return disk::refuse(Refusal::NotApplicable, edit.key, edit.name);
        if (inUse(edit.owner))
            return disk::refuse(Refusal::ProgramRunning, edit.key);
    }
    passed(EditStep::Running);

    record.entry.id = state.newId();
    record.entry.remedy = m_remedy;
    record.entry.at = QDateTime::currentDateTimeUtc();
    record.entry.backup = QStringLiteral("%1/%2.reg").arg(state.backups(), record.entry.id);
    QList<RegistryLine> lines;
    for (const ValueEdit &edit : edits) {
        std::optional<RegistryData> old;
        const Outcome outcome = state.registry->read(edit.key, edit.name, &old);
        if (!outcome.ok())
            return outcome;
        if (old == edit.wanted)
            continue;
        Part part;
        part.registry = true;
        part.path = edit.key;
        part.name = edit.name;
        part.owner = edit.owner;
        part.backup = record.entry.backup;
        part.before = encoded(old);
        part.after = encoded(edit.wanted);
        record.parts.append(part);
        record.entry.changes.append(
            {edit.key, edit.name, old ? old->words() : QString(), edit.wanted.words()});
        lines.append({edit.key, edit.name, old});
    }
    passed(EditStep::Examined);
    if (record.parts.isEmpty())
        return disk::refuse(Refusal::NotApplicable, {});
    backup = registryFile(lines);
    passed(EditStep::Patched);

    const Outcome outcome = disk::makeFolder(state.backups());
    return outcome.ok() ? disk::room(state.backups(), backup.size() + 64 * 1024) : outcome;
}

Outcome RegistryEdit::exchange(const Record &record)
{
    RegistryStore &registry = *m_journal.m_state->registry;
    for (const Part &part : record.parts) {
        if (inUse(part.owner))
            return disk::refuse(Refusal::ProgramRunning, part.path);
        if (now(part, registry) != Now::Before)
            return disk::refuse(Refusal::ChangedMeanwhile, part.path);
        passed(EditStep::Rechecked);
        const Outcome outcome = setValue(registry, part, part.after);
        if (!outcome.ok())
            return outcome;
        passed(EditStep::Replaced);
        passed(EditStep::Synced);
        if (now(part, registry) != Now::After)
            return disk::refuse(Refusal::ChangedMeanwhile, part.path);
        passed(EditStep::ReadBack);
    }
    return {};
}

} // namespace remedies
