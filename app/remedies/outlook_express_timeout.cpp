#include "remedies/outlook_express_timeout.h"

#include "remedies/concerned.h"
#include "remedies/live_mail_timeout.h"
#include "remedies/owner.h"
#include "remedies/registry_edit.h"
#include "remedies/timeout_need.h"

#include <algorithm>

namespace remedies {

namespace {

constexpr int standard = 60; // what the program waits where nothing is written down

int now(const std::optional<RegistryData> &data)
{
    bool number = false;
    const int seconds = data ? data->words().toInt(&number) : standard;
    // Of another type, or beyond what an int holds: not ours to exchange.
    return number || !data ? seconds : std::numeric_limits<int>::max();
}

} // namespace

bool OutlookExpressTimeout::applies(const model::Case &visit) const
{
    return !preview(visit).isEmpty();
}

QList<model::Change> OutlookExpressTimeout::preview(const model::Case &visit) const
{
    const int wanted = std::min(wantedTimeout(visit), liveMailLongest);
    QList<model::Change> changes;
    for (const model::AppProfile &profile : profilesConcerned(visit, QStringLiteral("outlook-express")))
        for (const model::Account &account : accountsConcerned(visit, profile)) {
            if (account.place.isEmpty() || !account.incoming)
                continue;
            const bool imap = account.incoming->endpoint.protocol == model::Protocol::Imap;
            for (const QString &name :
                 {QStringLiteral("SMTP Timeout"),
                  imap ? QStringLiteral("IMAP Timeout") : QStringLiteral("POP3 Timeout")}) {
                std::optional<RegistryData> data;
                if (mayChangeValue(account.place, name) && m_registry->read(account.place, name, &data).ok()
                    && now(data) < wanted)
                    changes.append(
                        {account.place, name, data ? data->words() : QString(), QString::number(wanted)});
            }
        }
    return changes;
}

model::Outcome OutlookExpressTimeout::apply(const model::Case &visit, Journal &journal) const
{
    QList<ValueEdit> edits;
    for (const model::Change &change : preview(visit))
        edits.append({change.file, change.key, programOwner({QStringLiteral("msimn.exe")}),
                      RegistryData::number(change.newValue.toUInt())});
    if (!edits.isEmpty())
        return RegistryEdit(journal, id()).run(edits);
    model::Outcome none;
    none.refusal = model::Refusal::NotApplicable;
    return none;
}

bool OutlookExpressTimeout::verify(const model::JournalEntry &entry) const
{
    return !entry.changes.isEmpty()
        && std::all_of(entry.changes.begin(), entry.changes.end(), [this](const model::Change &change) {
               std::optional<RegistryData> data;
               return m_registry->read(change.file, change.key, &data).ok() && data
                   && data->words() == change.newValue;
           });
}

} // namespace remedies
