// remedy: changes with preview, backup and undo. Reads the mail programs of this PC; with --case also what
// was measured before.
#include "remedies/remedy.h"

#include "cli/catalogue.h"
#include "cli/output.h"
#include "cli/walk.h"

#include <algorithm>

namespace cli {

namespace {

QString text(const char *key)
{
    return QString::fromLatin1(key);
}

QJsonObject entryJson(const model::JournalEntry &entry)
{
    return {{text("entry"), entry.id},
            {text("remedy"), entry.remedy},
            {text("at"), entry.at.toUTC().toString(Qt::ISODate)},
            {text("state"), model::name(entry.state)},
            {text("changes"), toJson(entry.changes)},
            {text("backup"), entry.backup}};
}

/// The entry of that id, or the newest one of that remedy that still stands.
std::optional<model::JournalEntry> entryOf(const QList<model::JournalEntry> &journal, const QString &id)
{
    for (auto entry = journal.rbegin(); entry != journal.rend(); ++entry)
        if (entry->id == id || (entry->remedy == id && entry->state == model::EntryState::Done))
            return *entry;
    return std::nullopt;
}

int list(Walk &walk, const Call &call)
{
    const QStringList ids = walk.diagnosis().remedies();
    const QList<model::JournalEntry> journal = walk.diagnosis().journal();
    if (call.json) {
        QJsonArray remedies, entries;
        for (const QString &id : ids)
            remedies.append(
                QJsonObject{{text("id"), id}, {text("changes"), toJson(walk.diagnosis().preview(id))}});
        for (const model::JournalEntry &entry : journal)
            entries.append(entryJson(entry));
        printJson({{text("remedies"), remedies}, {text("journal"), entries}});
        return Fine;
    }
    if (ids.isEmpty())
        say(call.words(QStringLiteral("remedy.none")));
    for (const QString &id : ids) {
        say(id);
        sayChanges(walk.diagnosis().preview(id), call.words);
    }
    for (const model::JournalEntry &entry : journal)
        say(call.words(QStringLiteral("remedy.entry"))
                .arg(entry.id, entry.remedy,
                     call.words(QStringLiteral("entry.") + model::name(entry.state))));
    return Fine;
}

int preview(Walk &walk, const Call &call, const QString &id)
{
    const QList<model::Change> changes = walk.diagnosis().preview(id);
    if (call.json)
        printJson({{text("remedy"), id}, {text("changes"), toJson(changes)}, {text("state"), text("none")}});
    else if (changes.isEmpty())
        say(call.words(QStringLiteral("remedy.nothing")).arg(id));
    else
        sayChanges(changes, call.words);
    return changes.isEmpty() ? Undecided : Fine;
}

/// What became of it, the same for apply and undo.
int report(const Call &call, const QString &what, const model::Outcome &outcome,
           const QList<model::Change> &changes, const QString &state)
{
    if (call.json)
        printJson({{text("changes"), toJson(changes)},
                   {text("entry"), outcome.entry},
                   {text("state"), outcome.ok() ? state : text("refused")},
                   {text("refusal"), model::name(outcome.refusal)},
                   {text("file"), outcome.file},
                   {text("detail"), outcome.detail},
                   {text("bytes_needed"), outcome.bytesNeeded},
                   {text("conflict"), toJson(outcome.conflict)}});
    else
        sayConflict(outcome.conflict, call.words);
    if (!outcome.ok()) {
        const QString why
            = call.words(QStringLiteral("refusal.") + model::name(outcome.refusal)).arg(outcome.file);
        const bool absent = outcome.refusal == model::Refusal::NotFound;
        return refuse(what, why,
                      absent                                                 ? Usage
                          : outcome.refusal == model::Refusal::NotApplicable ? Undecided
                                                                             : Found);
    }
    if (!call.json) {
        sayChanges(changes, call.words);
        say(call.words(QStringLiteral("remedy.") + state).arg(outcome.entry));
        if (outcome.detail == u"keys-only")
            say(call.words(QStringLiteral("remedy.keys-only")));
    }
    return Fine;
}

int apply(Walk &walk, const Call &call, const QString &id)
{
    if (!call.parser.isSet(QStringLiteral("yes")))
        return refuse(id, call.words(QStringLiteral("error.remedy-yes")));
    const QList<model::Change> changes = walk.diagnosis().preview(id);
    model::Outcome outcome;
    QObject here;
    QObject::connect(&walk.diagnosis(), &session::Diagnosis::applied, &here,
                     [&outcome](const QString &, const model::Outcome &heard) { outcome = heard; });
    walk.waitFor(&session::Diagnosis::applied, [&] { walk.diagnosis().apply(id); });
    return report(call, id, outcome, outcome.ok() ? changes : QList<model::Change>(), QStringLiteral("done"));
}

int verify(Walk &walk, const Call &call, const QString &id)
{
    const auto entry = entryOf(walk.diagnosis().journal(), id);
    if (!entry)
        return refuse(id, call.words(QStringLiteral("refusal.not-found")).arg(id), Undecided);
    const remedies::Remedy *remedy = remedies::remedyNamed(entry->remedy);
    const bool stands = remedy && entry->state == model::EntryState::Done && remedy->verify(*entry);
    if (call.json) {
        QJsonObject document = entryJson(*entry);
        document.insert(text("verified"), stands);
        printJson(document);
    } else {
        say(call.words(stands ? QStringLiteral("remedy.verified") : QStringLiteral("remedy.not-verified"))
                .arg(entry->id));
    }
    return stands ? Fine : Found;
}

int undo(Walk &walk, const Call &call, const QString &id)
{
    const auto entry = entryOf(walk.diagnosis().journal(), id);
    if (!entry)
        return refuse(id, call.words(QStringLiteral("refusal.not-found")).arg(id));
    QList<model::Change> back;
    for (const model::Change &change : entry->changes)
        back.append({change.file, change.key, change.newValue, change.oldValue});
    model::Outcome outcome;
    QObject here;
    QObject::connect(&walk.diagnosis(), &session::Diagnosis::undone, &here,
                     [&outcome](const QString &, const model::Outcome &heard) { outcome = heard; });
    walk.waitFor(&session::Diagnosis::undone, [&] { walk.diagnosis().undo(entry->id); });
    outcome.entry = entry->id;
    return report(call, entry->id, outcome, outcome.ok() ? back : QList<model::Change>(),
                  QStringLiteral("undone"));
}

} // namespace

void declareRemedy(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("yes"), QStringLiteral("Yes, make the change.")});
    parser.addOption({QStringLiteral("case"), QStringLiteral("What was seen before (--save-case)."),
                      QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("address"), QStringLiteral("Mail address."), QStringLiteral("A")});
    parser.addOption({QStringLiteral("app"), QStringLiteral("Mail program in use."), QStringLiteral("ID")});
}

int runRemedy(const Call &call)
{
    const QString verb = call.arguments.value(0);
    const QString id = call.arguments.value(1);
    static const QStringList verbs{text("list"), text("preview"), text("apply"), text("verify"),
                                   text("undo")};
    if (!verbs.contains(verb) || call.arguments.size() != (verb == u"list" ? 1 : 2))
        return refuse(QStringLiteral("remedy %1").arg(verb).trimmed(),
                      call.words(QStringLiteral("error.remedy")));
    if ((verb == u"preview" || verb == u"apply") && !remedies::remedyNamed(id))
        return refuse(id, call.words(QStringLiteral("error.remedy-unknown")));
    Walk walk(call);
    if (const int exit = walk.prepare(); exit != Fine)
        return exit;
    if (!walk.readApps())
        return Undecided;
    if (verb == u"list")
        return list(walk, call);
    if (verb == u"preview")
        return preview(walk, call, id);
    if (verb == u"apply")
        return apply(walk, call, id);
    return verb == u"verify" ? verify(walk, call, id) : undo(walk, call, id);
}

} // namespace cli
