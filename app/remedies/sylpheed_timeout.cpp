#include "remedies/sylpheed_timeout.h"

#include "remedies/concerned.h"
#include "remedies/owner.h"
#include "remedies/timeout_need.h"

namespace remedies {

namespace sylpheed = mailapps::sylpheed;

using mailapps::KeyValueFile;
using model::Refusal;

namespace {

const QString key = QString::fromLatin1(sylpheed::timeoutKey.toByteArray());

Patch raised(const QString &path, const QByteArray &bytes, int wanted)
{
    Patch patch;
    const KeyValueFile settings(bytes, KeyValueFile::Dialect::Sylpheed);
    const auto now = settings.number(sylpheed::common, sylpheed::timeoutKey);
    const auto changed = settings.with(sylpheed::common, sylpheed::timeoutKey, QString::number(wanted));
    if (!settings.problems().isEmpty() || !changed) {
        patch.refusal = Refusal::Unreadable;
        return patch;
    }
    // Nought and less: waits for ever.
    if (now && (*now <= 0 || *now >= wanted)) {
        patch.refusal = Refusal::NotApplicable;
        return patch;
    }
    patch.bytes = *changed;
    patch.changes = {{path, key, now ? QString::number(*now) : QString(), QString::number(wanted)}};
    return patch;
}

} // namespace

QList<Edit> SylpheedTimeout::edits(const model::Case &visit) const
{
    const int wanted = wantedTimeout(visit);
    QList<Edit> list;
    for (const model::AppProfile &profile : profilesConcerned(visit, m_program.id)) {
        if (!profile.timeoutSeconds || *profile.timeoutSeconds >= wanted)
            continue;
        const QString path = profile.path + u'/' + m_program.settings;
        list.append({path, programOwner(m_program.executables),
                     [path, wanted](const QByteArray &bytes) { return raised(path, bytes, wanted); }});
    }
    return list;
}

std::optional<QString> SylpheedTimeout::valueIn(const QByteArray &file, const QString &name) const
{
    const KeyValueFile settings(file, KeyValueFile::Dialect::Sylpheed);
    return settings.text(sylpheed::common, name.toLatin1());
}

} // namespace remedies
