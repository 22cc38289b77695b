#include "remedies/live_mail_servers.h"

#include "mailapps/oe_account.h"
#include "model/amiss.h"
#include "remedies/concerned.h"
#include "remedies/live_mail_timeout.h"
#include "remedies/owner.h"
#include "remedies/right_names.h"

#include <variant>

namespace remedies {

using mailapps::OeAccount;
using model::Amiss;
using model::Refusal;
using model::Security;

namespace {

/// One element as it should be.
struct Element
{
    QString name;
    std::variant<quint32, QString> value;
};

/// SMTP_Use_Sicily (Microsoft's SMTPAUTHTYPE): 0 none, 1 SPA, 2 as for receiving, 3 with a name of its own.
constexpr quint32 asForReceiving = 2, nameOfItsOwn = 3;

bool moves(const QList<Amiss> &amiss)
{
    return amiss.contains(Amiss::Host) || amiss.contains(Amiss::Port) || amiss.contains(Amiss::Encryption);
}

/// `prefix`: "POP3", "IMAP", "SMTP".
QList<Element> endpointOf(const model::ServerSettings &set, const model::Comparison &with,
                          const QString &prefix)
{
    const model::Endpoint &right = with.right->endpoint;
    // To encryption from the first byte, or from an open door to another; never to one that is less.
    const bool known = right.security == Security::Tls
        || (right.security == Security::Plain && set.endpoint.security == Security::Plain);
    if (!moves(with.amiss) || !known || !isServerName(right.host))
        return {};
    QList<Element> list;
    if (with.amiss.contains(Amiss::Host))
        list.append({prefix + QStringLiteral("_Server"), right.host});
    if (set.endpoint.port != right.port)
        list.append({prefix + QStringLiteral("_Port"), quint32(right.port)});
    if (right.security == Security::Tls)
        list.append({prefix + QStringLiteral("_Secure_Connection"), 1U});
    return list;
}

QList<Element> loginOf(const model::Case &visit, const model::ServerSettings &set,
                       const model::Comparison &with, const QString &prefix, const OeAccount &file)
{
    const bool outgoing = prefix == u"SMTP";
    const bool hidden = set.endpoint.security != Security::Plain
        || (with.right->endpoint.security == Security::Tls && moves(with.amiss));
    QList<Element> list;
    if (hidden && (with.amiss.contains(Amiss::NoLogin) || with.amiss.contains(Amiss::Spa)))
        list.append({prefix + QStringLiteral("_Use_Sicily"), outgoing ? asForReceiving : 0U});
    const QString user = acceptedUser(visit, *with.right);
    // Where sending logs in as receiving does, its own name is not looked at.
    const bool ownName
        = !outgoing || file.number(QStringLiteral("SMTP_Use_Sicily")).value_or(0) == nameOfItsOwn;
    if (with.amiss.contains(Amiss::User) && !user.isEmpty() && ownName)
        list.append({prefix + QStringLiteral("_User_Name"), user});
    return list;
}

QString shown(const OeAccount &file, const Element &element)
{
    if (std::holds_alternative<QString>(element.value))
        return file.text(element.name).value_or(QString());
    const auto number = file.number(element.name);
    return number ? QString::number(*number) : QString();
}

QString wordsOf(const Element &element)
{
    const quint32 *number = std::get_if<quint32>(&element.value);
    return number ? QString::number(*number) : std::get<QString>(element.value);
}

Patch patched(const QString &path, const QByteArray &bytes, const QList<Element> &elements)
{
    Patch patch;
    patch.bytes = bytes;
    for (const Element &element : elements) {
        const QString old = shown(OeAccount(patch.bytes), element), now = wordsOf(element);
        if (old == now)
            continue;
        const quint32 *number = std::get_if<quint32>(&element.value);
        const auto changed = number
            ? OeAccount::withNumber(patch.bytes, element.name, *number)
            : OeAccount::withText(patch.bytes, element.name, std::get<QString>(element.value));
        if (!changed) {
            patch.refusal = Refusal::Unreadable;
            return patch;
        }
        patch.bytes = *changed;
        patch.changes.append({path, element.name, old, now});
    }
    if (patch.changes.isEmpty())
        patch.refusal = Refusal::NotApplicable;
    return patch;
}

/// The file still says what the visit has seen of this server; who changed it since knows better.
bool stillSo(const OeAccount &file, const model::ServerSettings &set, const QString &prefix)
{
    return file.text(prefix + QStringLiteral("_Server"))
               .value_or(QString())
               .trimmed()
               .compare(set.endpoint.host, Qt::CaseInsensitive)
        == 0;
}

} // namespace

QList<Edit> LiveMailServers::edits(const model::Case &visit) const
{
    QList<Edit> list;
    for (const model::AppProfile &profile : profilesConcerned(visit, m_program))
        for (const model::Account &account : accountsConcerned(visit, profile)) {
            if (account.place.isEmpty())
                continue;
            const auto patch = [visit, account](const QByteArray &bytes) {
                const OeAccount file(bytes);
                Patch none;
                none.refusal = Refusal::Unreadable;
                if (!file.isWhole())
                    return none;
                QList<Element> wanted;
                for (const bool outgoing : {false, true}) {
                    const auto &set = outgoing ? account.outgoing : account.incoming;
                    const model::Comparison with = compared(visit, account, set, outgoing);
                    if (!with.right)
                        continue;
                    const QString prefix = model::name(set->endpoint.protocol).toUpper();
                    if (stillSo(file, *set, prefix))
                        wanted += endpointOf(*set, with, prefix) + loginOf(visit, *set, with, prefix, file);
                }
                return patched(account.place, bytes, wanted);
            };
            list.append({account.place, programOwner(liveMailExecutables()), patch});
        }
    return list;
}

std::optional<QString> LiveMailServers::valueIn(const QByteArray &file, const QString &key) const
{
    const OeAccount account(file);
    if (const auto number = account.number(key))
        return QString::number(*number);
    return account.text(key);
}

} // namespace remedies
