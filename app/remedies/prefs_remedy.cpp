#include "remedies/prefs_remedy.h"

#include "mailapps/plain_file.h"
#include "remedies/owner.h"
#include "remedies/safe_edit.h"

#include <algorithm>

namespace remedies {

using mailapps::Prefs;
using model::Outcome;
using model::Refusal;

namespace {

const QString program = QStringLiteral("thunderbird");

QString prefsFile(const QString &profile)
{
    return profile + QStringLiteral("/prefs.js");
}

QString userFile(const QString &profile)
{
    return profile + QStringLiteral("/user.js");
}

Prefs read(const QString &path)
{
    return Prefs(mailapps::readPlainFile(path, mailapps::prefsCap).bytes);
}

QString current(const Prefs &prefs, const QByteArray &name)
{
    const auto pref = prefs.find(name);
    return pref ? prefs.valueOf(*pref) : QString();
}

QByteArray with(const Prefs &prefs, const Wish &wish)
{
    if (const int *number = std::get_if<int>(&wish.value))
        return prefs.withNumber(wish.name, *number);
    if (const bool *flag = std::get_if<bool>(&wish.value))
        return prefs.withFlag(wish.name, *flag);
    return prefs.withText(wish.name, std::get<QString>(wish.value));
}

bool allSound(const QList<Wish> &wishes)
{
    return std::all_of(wishes.begin(), wishes.end(), [](const Wish &wish) { return wish.isSound(); });
}

/// Settings that are not whole are not touched: what follows the break could be lost at the program's next
/// start.
Refusal mayPatch(const Prefs &prefs)
{
    return prefs.problems().isEmpty() && !prefs.all().empty() ? Refusal::None : Refusal::Unreadable;
}

Patch patched(const QString &path, const QByteArray &bytes, const QList<Wish> &wishes)
{
    Patch patch;
    patch.bytes = bytes;
    for (const Wish &wish : wishes) {
        const Prefs prefs(patch.bytes);
        patch.changes.append({path, QString::fromLatin1(wish.name), current(prefs, wish.name), wish.text()});
        patch.bytes = with(prefs, wish);
    }
    return patch;
}

} // namespace

QString Wish::text() const
{
    if (const int *number = std::get_if<int>(&value))
        return QString::number(*number);
    if (const bool *flag = std::get_if<bool>(&value))
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    return std::get<QString>(value);
}

bool Wish::isSound() const
{
    constexpr qsizetype longest = 1024;
    const auto ofAName = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'
            || c == '_' || c == '-';
    };
    if (name.isEmpty() || name.size() > longest || !std::all_of(name.begin(), name.end(), ofAName))
        return false;
    const QString *words = std::get_if<QString>(&value);
    return !words
        || (!words->isEmpty() && words->size() <= longest
            && std::all_of(words->begin(), words->end(),
                           [](QChar c) { return c > u' ' && c < u'\x7F' && c != u'"' && c != u'\\'; }));
}

Prefs prefsOf(const model::AppProfile &profile)
{
    return read(prefsFile(profile.path));
}

Prefs userPrefsOf(const model::AppProfile &profile)
{
    return read(userFile(profile.path));
}

bool PrefsRemedy::applies(const model::Case &visit) const
{
    const auto profiles = profilesConcerned(visit, program);
    return std::any_of(profiles.begin(), profiles.end(),
                       [&](const model::AppProfile &profile) { return concerns(visit, profile); });
}

QList<model::Change> PrefsRemedy::preview(const model::Case &visit) const
{
    QList<model::Change> changes;
    for (const model::AppProfile &profile : profilesConcerned(visit, program)) {
        if (!concerns(visit, profile))
            continue;
        const Prefs prefs = read(prefsFile(profile.path));
        if (mayPatch(prefs) != Refusal::None)
            continue;
        const Prefs user = read(userFile(profile.path));
        const QList<Wish> list = wishes(visit, profile, prefs);
        for (const Wish &wish : allSound(list) ? list : QList<Wish>()) {
            if (user.contains(wish.name)) {
                const QString value = current(user, wish.name);
                changes.append({userFile(profile.path), QString::fromLatin1(wish.name), value, value});
                continue;
            }
            changes.append({prefsFile(profile.path), QString::fromLatin1(wish.name),
                            current(prefs, wish.name), wish.text()});
        }
    }
    return changes;
}

Outcome PrefsRemedy::apply(const model::Case &visit, Journal &journal) const
{
    QList<Edit> edits;
    Outcome none;
    none.refusal = Refusal::NotApplicable;
    for (const model::AppProfile &profile : profilesConcerned(visit, program)) {
        if (!concerns(visit, profile))
            continue;
        const QString path = prefsFile(profile.path);
        const mailapps::FileBytes file = mailapps::readPlainFile(path, mailapps::prefsCap);
        const Prefs prefs(file.bytes);
        const Prefs user = read(userFile(profile.path));
        const QList<Wish> list = wishes(visit, profile, prefs);
        // A file that cannot be read is passed on: the edit knows best what to call it.
        const bool sound = file.why.isEmpty() && mayPatch(prefs) == Refusal::None;
        if (sound && (list.isEmpty() || !allSound(list)))
            continue;
        if (std::any_of(list.begin(), list.end(),
                        [&](const Wish &wish) { return user.contains(wish.name); })) {
            none.file = userFile(profile.path);
            none.detail = QStringLiteral("user.js");
            continue;
        }
        edits.append(
            {path, thunderbirdOwner(profile.path), [this, visit, profile, path](const QByteArray &bytes) {
                 const Prefs now(bytes);
                 Patch patch;
                 patch.refusal = mayPatch(now);
                 patch.detail = now.problems().isEmpty()
                     ? QString()
                     : QStringLiteral("line %1").arg(now.problems().first().line);
                 if (patch.refusal != Refusal::None)
                     return patch;
                 const QList<Wish> wanted = wishes(visit, profile, now);
                 if (!allSound(wanted)) {
                     patch.refusal = Refusal::Unreadable;
                     return patch;
                 }
                 return patched(path, bytes, wanted);
             }});
    }
    if (edits.isEmpty())
        return none;
    Outcome outcome = SafeEdit(journal, id()).run(edits);
    if (outcome.ok() && outcome.detail.isEmpty() && !none.detail.isEmpty()) {
        outcome.detail = none.detail;
        outcome.file = none.file;
    }
    return outcome;
}

bool PrefsRemedy::verify(const model::JournalEntry &entry) const
{
    return !entry.changes.isEmpty()
        && std::all_of(entry.changes.begin(), entry.changes.end(), [](const model::Change &change) {
               return current(read(change.file), change.key.toLatin1()) == change.newValue;
           });
}

} // namespace remedies
