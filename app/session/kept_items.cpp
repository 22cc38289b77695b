#include "session/kept_items.h"

#include "remedies/disk.h"
#include "remedies/journal.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace session {

namespace disk = remedies::disk;

namespace {

const QString keptKey = QStringLiteral("kept");
const QString goneKey = QStringLiteral("gone");

/// Thousands of accounts; a larger file is not ours.
constexpr qint64 listCap = 1024 * 1024;
constexpr qsizetype longestName = 1000;

/// What is listed gets removed, and to Windows all saved passwords of a person are of one kind: a list that
/// somebody meddled with must not reach another program's.
bool isOurs(const QString &item)
{
    return item.size() <= longestName && item.startsWith(u"todoku/") && !item.section(u'/', 1, 1).isEmpty()
        && !item.section(u'/', 2, 2).isEmpty() && !item.section(u'/', 3).isEmpty()
        && std::all_of(item.begin(), item.end(), [](QChar c) { return c.isPrint(); });
}

bool append(const QString &file, const QJsonObject &object)
{
    // The line break comes first, too: behind a torn line this one must still stand alone
    return disk::append(file, '\n' + QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n').ok();
}

} // namespace

KeptItems::KeptItems(const QString &folder)
    : m_file(remedies::Journal::folderFor(folder) + QStringLiteral("/kept.jsonl"))
{
}

std::optional<QStringList> KeptItems::all() const
{
    QStringList items;
    disk::Source source = disk::openPlain(m_file);
    if (source.outcome.refusal == model::Refusal::NotFound)
        return items;
    if (!source.file || source.stand.size > listCap)
        return std::nullopt;
    const QByteArray content = source.file->readAll();
    if (source.file->error() != QFile::NoError)
        return std::nullopt;
    for (const QByteArray &line : content.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        items.removeAll(object[goneKey].toString());
        const QString kept = object[keptKey].toString();
        if (isOurs(kept) && !items.contains(kept))
            items.append(kept);
    }
    return items;
}

bool KeptItems::has(const QString &item) const
{
    return all().value_or(QStringList()).contains(item);
}

bool KeptItems::note(const QString &item)
{
    const auto items = all();
    if (!items || !isOurs(item))
        return false;
    if (items->contains(item))
        return true;
    const QString folder = QFileInfo(m_file).path();
    const bool fresh = !QFileInfo::exists(m_file);
    return disk::makeFolder(folder).ok() && append(m_file, {{keptKey, item}})
        && (!fresh || disk::syncFolder(folder).ok());
}

bool KeptItems::strike(const QString &item)
{
    const auto items = all();
    if (!items || !items->contains(item))
        return items.has_value();
    // The last one takes the file along: nobody's name stays behind, and a full disk is no obstacle
    return items->size() == 1 ? disk::remove(m_file).ok() : append(m_file, {{goneKey, item}});
}

} // namespace session
