#include "remedies/live_mail_timeout.h"

#include "mailapps/oe_account.h"
#include "remedies/concerned.h"
#include "remedies/owner.h"
#include "remedies/timeout_need.h"

#include <algorithm>

namespace remedies {

using mailapps::OeAccount;
using model::Refusal;

namespace {

constexpr quint32 standard = 60; // what the program waits where nothing is written down

Patch raised(const QString &path, const QByteArray &bytes, const QStringList &names, quint32 wanted)
{
    Patch patch;
    patch.bytes = bytes;
    for (const QString &name : names) {
        const OeAccount account(patch.bytes);
        const auto now = account.number(name);
        if (now.value_or(standard) >= wanted && account.isWhole())
            continue;
        const auto changed = OeAccount::withNumber(patch.bytes, name, wanted);
        if (!changed) {
            patch.refusal = Refusal::Unreadable;
            return patch;
        }
        patch.bytes = *changed;
        patch.changes.append({path, name, now ? QString::number(*now) : QString(), QString::number(wanted)});
    }
    if (patch.changes.isEmpty())
        patch.refusal = Refusal::NotApplicable;
    return patch;
}

} // namespace

QStringList liveMailExecutables()
{
    return {QStringLiteral("wlmail.exe"), QStringLiteral("WinMail.exe")};
}

QList<Edit> LiveMailTimeout::edits(const model::Case &visit) const
{
    const quint32 wanted = quint32(std::min(wantedTimeout(visit), liveMailLongest));
    QList<Edit> list;
    for (const model::AppProfile &profile : profilesConcerned(visit, m_program))
        for (const model::Account &account : accountsConcerned(visit, profile)) {
            if (account.place.isEmpty() || !account.incoming)
                continue;
            const bool imap = account.incoming->endpoint.protocol == model::Protocol::Imap;
            const QStringList names{QStringLiteral("SMTP_Timeout"),
                                    imap ? QStringLiteral("IMAP_Timeout") : QStringLiteral("POP3_Timeout")};
            list.append({account.place, programOwner(liveMailExecutables()),
                         [path = account.place, names, wanted](const QByteArray &bytes) {
                             return raised(path, bytes, names, wanted);
                         }});
        }
    return list;
}

std::optional<QString> LiveMailTimeout::valueIn(const QByteArray &file, const QString &key) const
{
    const auto number = OeAccount(file).number(key);
    return number ? std::optional(QString::number(*number)) : std::nullopt;
}

} // namespace remedies
