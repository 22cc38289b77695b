#include "session/remedies_of_visit.h"

#include "remedies/remedy.h"

#include <QJsonArray>

namespace session {

namespace {

struct Pair
{
    QLatin1String finding;
    QLatin1String task; ///< of a remedy "program.task"
};

// The plain table: one line per pair
constexpr Pair pairs[] = {
    {QLatin1String("submit.reply-slower-than-program"), QLatin1String("raise-timeout")},
    {QLatin1String("app.timeout-too-short"), QLatin1String("raise-timeout")},
    {QLatin1String("app.outbox-stuck"), QLatin1String("set-outbox-aside")},
    {QLatin1String("app.offline"), QLatin1String("go-online")},
    {QLatin1String("app.wrong-host"), QLatin1String("servers-as-pack")},
    {QLatin1String("app.wrong-port"), QLatin1String("servers-as-pack")},
    {QLatin1String("app.no-encryption"), QLatin1String("servers-as-pack")},
    {QLatin1String("app.auth-off"), QLatin1String("servers-as-pack")},
    {QLatin1String("app.spa-on"), QLatin1String("servers-as-pack")},
    {QLatin1String("app.user-form"), QLatin1String("servers-as-pack")},
    {QLatin1String("app.leave-on-server"), QLatin1String("leave-on-server")},
};

/// A finding about one program is put right in that program alone. The wait for the server's answer concerns
/// several: there its values list them.
bool concerns(const model::Finding &finding, const QString &program)
{
    const QJsonValue several = finding.values.value(QLatin1String("programs"));
    if (several.isArray())
        return several.toArray().contains(program);
    const QString one = finding.values.value(QLatin1String("program")).toString();
    return one.isEmpty() || one == program;
}

} // namespace

QStringList applicableRemedies(const model::Case &visit)
{
    QStringList ids;
    for (const remedies::Remedy *remedy : remedies::catalogue())
        if (remedy->applies(visit))
            ids.append(remedy->id());
    return ids;
}

void addRemedies(model::Verdict &verdict, const model::Case &visit)
{
    const QStringList applicable = applicableRemedies(visit);
    for (model::Finding &finding : verdict.findings) {
        // A rule may name what would help; whether it can help here and now only the remedy knows
        finding.remedies.removeIf([&applicable](const QString &id) { return !applicable.contains(id); });
        for (const Pair &pair : pairs)
            for (const QString &id : applicable)
                if (finding.id == pair.finding && id.section(u'.', 1) == pair.task
                    && concerns(finding, id.section(u'.', 0, 0)) && !finding.remedies.contains(id))
                    finding.remedies.append(id);
    }
}

} // namespace session
