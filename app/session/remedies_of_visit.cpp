#include "session/remedies_of_visit.h"

#include "remedies/remedy.h"

namespace session {

namespace {

struct Pair
{
    QLatin1String finding;
    QLatin1String remedy;
};

// The plain table: one line per pair
constexpr Pair pairs[] = {
    {QLatin1String("submit.reply-slower-than-program"), QLatin1String("thunderbird.raise-timeout")},
    {QLatin1String("app.timeout-too-short"), QLatin1String("thunderbird.raise-timeout")},
    {QLatin1String("app.outbox-stuck"), QLatin1String("thunderbird.set-outbox-aside")},
    {QLatin1String("app.offline"), QLatin1String("thunderbird.go-online")},
    {QLatin1String("app.wrong-host"), QLatin1String("thunderbird.servers-as-pack")},
    {QLatin1String("app.wrong-port"), QLatin1String("thunderbird.servers-as-pack")},
    {QLatin1String("app.no-encryption"), QLatin1String("thunderbird.servers-as-pack")},
    {QLatin1String("app.auth-off"), QLatin1String("thunderbird.servers-as-pack")},
    {QLatin1String("app.spa-on"), QLatin1String("thunderbird.servers-as-pack")},
    {QLatin1String("app.user-form"), QLatin1String("thunderbird.servers-as-pack")},
    {QLatin1String("app.leave-on-server"), QLatin1String("thunderbird.leave-on-server")},
};

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
            if (finding.id == pair.finding && applicable.contains(pair.remedy)
                && !finding.remedies.contains(pair.remedy))
                finding.remedies.append(pair.remedy);
    }
}

} // namespace session
