// An undo that finds the place changed since: what stands there now beside what was written, and, where our
// own keys are as we left them, those keys alone.
#include "remedies/journal_state.h"

#include "mailapps/plain_file.h"
#include "remedies/owner.h"
#include "remedies/safe_edit.h"
#include "remedies/settings_format.h"

#include <QFileInfo>

namespace remedies {

using model::Change;
using model::Clash;
using model::Outcome;
using model::Refusal;

namespace {

/// What of an entry is about this place.
QList<Change> changesOf(const Record &record, const Part &part)
{
    QList<Change> found;
    for (const Change &change : record.entry.changes)
        if (change.file == part.path && (!part.registry || change.key == part.name))
            found.append(change);
    return found.isEmpty() ? QList<Change>{{part.path, part.name, {}, {}}} : found;
}

/// The words for what stands there now; nothing if there are none.
std::optional<QString> wordsNow(const Change &change, const Part &part, const RegistryStore &registry)
{
    if (part.registry) {
        std::optional<RegistryData> data;
        const bool read = registry.read(part.path, part.name, &data).ok();
        return !read ? std::nullopt : std::optional(data ? data->words() : QString());
    }
    const SettingsFormat *format = formatOf(part.path);
    if (!format || change.key.isEmpty())
        return std::nullopt;
    const mailapps::FileBytes file = mailapps::readPlainFile(part.path, mailapps::prefsCap);
    return file.why.isEmpty() ? format->value(file.bytes, change.key) : std::nullopt;
}

Patch refused(Refusal refusal, const QString &detail = {})
{
    Patch patch;
    patch.refusal = refusal;
    patch.detail = detail;
    return patch;
}

/// Our keys as they were; the rest stays.
Patch keysBack(const QByteArray &bytes, const QByteArray &old, const QList<Change> &changes)
{
    Patch patch;
    patch.bytes = bytes;
    for (const Change &change : changes) {
        const SettingsFormat *format = formatOf(change.file);
        if (!format || format->value(patch.bytes, change.key) != change.newValue)
            return refused(Refusal::ChangedMeanwhile);
        const auto changed = format->withKeyFrom(patch.bytes, old, change.key);
        if (!changed)
            return refused(Refusal::Unreadable);
        patch.bytes = *changed;
        patch.changes.append({change.file, change.key, change.newValue, change.oldValue});
    }
    return patch;
}

} // namespace

QList<Clash> Journal::State::clashes(const Record &record) const
{
    QList<Clash> found;
    for (const Part &part : record.parts)
        found += clashes(record, part, now(part));
    return found;
}

QList<Clash> Journal::State::clashes(const Record &record, const Part &part, Now state) const
{
    QList<Clash> found;
    if (part.beside || state == Now::Before || state == Now::After)
        return found;
    for (const Change &change : changesOf(record, part)) {
        const auto words = wordsNow(change, part, *registry);
        // A value of the registry is one key: if it were ours, it would not be in the way.
        if (part.registry || !words || *words != change.newValue)
            found.append({change, words.value_or(QString()), words.has_value()});
    }
    return found;
}

bool Journal::State::stands(const Record &record, const Part &part) const
{
    const Now state = now(part);
    return state == Now::After || (state == Now::Other && clashes(record, part, state).isEmpty());
}

Outcome Journal::undoKeys(const QString &id)
{
    const Record record = *m_state->find(id);
    QList<Edit> edits;
    for (const Part &part : record.parts) {
        const Now state = m_state->now(part);
        if (state == Now::Before)
            continue;
        const mailapps::FileBytes backup = mailapps::readPlainFile(part.backup, mailapps::prefsCap);
        if (disk::hashOf(part.backup) != part.before)
            return disk::refuse(Refusal::Unreadable, part.backup, QStringLiteral("backup"));
        const QList<Change> changes = changesOf(record, part);
        edits.append({part.path, part.owner, [backup, changes, state](const QByteArray &bytes) {
                          if (state != Now::After)
                              return keysBack(bytes, backup.bytes, changes);
                          Patch whole;
                          whole.bytes = backup.bytes;
                          return whole;
                      }});
    }
    SafeEdit edit(*this, record.entry.remedy);
    edit.m_undoes = id;
    Outcome outcome = edit.run(edits);
    if (outcome.ok() && outcome.detail.isEmpty())
        outcome.detail = QStringLiteral("keys-only");
    return outcome.ok() ? m_state->noteUndone(id, outcome) : outcome;
}

Outcome Journal::State::noteUndone(const QString &id, const Outcome &outcome)
{
    const Record *known = find(id);
    if (!known || known->entry.state == model::EntryState::Undone)
        return outcome;
    Record record = *known;
    record.entry.state = model::EntryState::Undone;
    const Outcome kept = keep(record);
    return kept.ok() ? outcome : kept;
}

} // namespace remedies
