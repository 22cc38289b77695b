#include "remedies/journal_state.h"

#include <QJsonArray>

namespace remedies {

namespace {

using namespace Qt::Literals::StringLiterals;

std::optional<model::EntryState> stateNamed(const QString &name)
{
    using model::EntryState;
    for (const EntryState state : {EntryState::Intended, EntryState::Done, EntryState::Undone,
                                   EntryState::RolledBack, EntryState::Conflict})
        if (model::name(state) == name)
            return state;
    return std::nullopt;
}

bool isHash(const QByteArray &text)
{
    return text.size() == 64 && QByteArray::fromHex(text).toHex() == text;
}

/// Whether the part says enough to act upon.
bool isSound(const Part &part)
{
    if (part.path.isEmpty() || part.owner.isEmpty() || part.backup.isEmpty())
        return false;
    std::optional<RegistryData> data;
    if (part.registry)
        return mayChangeValue(part.path, part.name) && decode(part.before, &data)
            && decode(part.after, &data);
    // Nothing at all is what only mail may leave behind: there, what somebody wrote since is never in the
    // way.
    const bool goes = part.beside && part.after.isEmpty();
    return !part.temp.isEmpty() && isHash(part.before) && (goes || isHash(part.after));
}

std::optional<Part> partFrom(const QJsonObject &object)
{
    Part part;
    part.registry = object["registry"_L1].toBool();
    part.name = object["name"_L1].toString();
    part.path = object["path"_L1].toString();
    part.owner = object["owner"_L1].toString();
    part.backup = object["backup"_L1].toString();
    part.temp = object["temp"_L1].toString();
    part.before = object["before"_L1].toString().toLatin1();
    part.after = object["after"_L1].toString().toLatin1();
    part.like.mode = quint32(object["mode"_L1].toInteger(0600));
    part.like.group = object["group"_L1].toInteger(-1);
    part.like.size = object["size"_L1].toInteger();
    part.beside = object["beside"_L1].toBool();
    part.back = object["back"_L1].toString();
    part.restored = object["restored"_L1].toBool();
    return isSound(part) ? std::optional(part) : std::nullopt;
}

} // namespace

QJsonObject toJson(const Record &record)
{
    QJsonArray changes, parts, moves;
    for (const model::Change &change : record.entry.changes)
        changes.append(QJsonObject{{"file"_L1, change.file},
                                   {"key"_L1, change.key},
                                   {"old"_L1, change.oldValue},
                                   {"new"_L1, change.newValue}});
    for (const Part &part : record.parts)
        parts.append(QJsonObject{{"registry"_L1, part.registry},
                                 {"path"_L1, part.path},
                                 {"name"_L1, part.name},
                                 {"owner"_L1, part.owner},
                                 {"backup"_L1, part.backup},
                                 {"temp"_L1, part.temp},
                                 {"before"_L1, QString::fromLatin1(part.before)},
                                 {"after"_L1, QString::fromLatin1(part.after)},
                                 {"mode"_L1, qint64(part.like.mode)},
                                 {"group"_L1, part.like.group},
                                 {"size"_L1, part.like.size},
                                 {"beside"_L1, part.beside},
                                 {"back"_L1, part.back},
                                 {"restored"_L1, part.restored}});
    for (const Move &move : record.moves)
        moves.append(QJsonObject{{"from"_L1, move.from}, {"to"_L1, move.to}});
    return {{"id"_L1, record.entry.id},
            {"remedy"_L1, record.entry.remedy},
            {"at"_L1, record.entry.at.toUTC().toString(Qt::ISODateWithMs)},
            {"state"_L1, model::name(record.entry.state)},
            {"undoing"_L1, record.undoing},
            {"begun"_L1, record.begun},
            {"undoes"_L1, record.undoes},
            {"backup"_L1, record.entry.backup},
            {"changes"_L1, changes},
            {"parts"_L1, parts},
            {"moves"_L1, moves}};
}

std::optional<Record> recordFrom(const QJsonObject &object)
{
    Record record;
    record.entry.id = object["id"_L1].toString();
    record.entry.remedy = object["remedy"_L1].toString();
    record.entry.at = QDateTime::fromString(object["at"_L1].toString(), Qt::ISODateWithMs);
    record.entry.backup = object["backup"_L1].toString();
    record.undoing = object["undoing"_L1].toBool();
    record.begun = object["begun"_L1].toBool();
    record.undoes = object["undoes"_L1].toString();
    const auto state = stateNamed(object["state"_L1].toString());
    if (!state || record.entry.id.isEmpty() || record.entry.id.contains(u'/'))
        return std::nullopt;
    record.entry.state = *state;
    for (const QJsonValue &value : object["changes"_L1].toArray())
        record.entry.changes.append({value["file"_L1].toString(), value["key"_L1].toString(),
                                     value["old"_L1].toString(), value["new"_L1].toString()});
    for (const QJsonValue &value : object["parts"_L1].toArray()) {
        const auto part = partFrom(value.toObject());
        if (!part)
            return std::nullopt;
        record.parts.append(*part);
    }
    for (const QJsonValue &value : object["moves"_L1].toArray())
        record.moves.append({value["from"_L1].toString(), value["to"_L1].toString()});
    return record;
}

} // namespace remedies
