#include "mailapps/outlook.h"

#include "mailapps/pst_bytes.h"

namespace mailapps::outlook {

namespace {

using model::Protocol;
using model::Security;

const QString accountsKey = QStringLiteral("\\9375CFF0413111d3B88A00104B2A6676");
const QString mailOrder = QStringLiteral("{ED475418-B0D6-11D2-8C3B-00104B2A6676}");
constexpr int accountCap = 200;

QString id(quint32 number)
{
    return QStringLiteral("%1").arg(number, 8, 16, QLatin1Char('0')).toUpper();
}

/// The ids of the mail accounts as they are shown. Without the list: all that there are.
QStringList order(const Registry &registry, const Key &key)
{
    const QByteArray list = key.bytes(mailOrder);
    QStringList found;
    for (qsizetype at = 0; at + 4 <= list.size() && found.size() < accountCap; at += 4)
        if (const QString one = id(pst::numberAt<quint32>(list, at)); !found.contains(one))
            found.append(one);
    const QStringList keys = registry.keys(key.path());
    if (list.size() % 4 != 0 || (list.isEmpty() && !keys.isEmpty()))
        key.wrong(mailOrder, list.isEmpty() ? QStringLiteral("missing") : QStringLiteral("malformed"));
    if (found.isEmpty())
        for (const QString &one : keys.mid(0, accountCap))
            if (one.size() == 8 && id(one.toUInt(nullptr, 16)) == one.toUpper())
                found.append(one.toUpper());
    return found;
}

/// {ED475411-…} and so on; where it is missing, by the values that are there.
std::optional<Protocol> protocolOf(const Key &key)
{
    const QString kind = key.text(QStringLiteral("clsid")).toUpper();
    if (kind.startsWith(u"{ED475411-"))
        return Protocol::Pop3;
    if (kind.startsWith(u"{ED475412-"))
        return Protocol::Imap;
    if (!kind.isEmpty() || !key.text(QStringLiteral("Service Name")).isEmpty())
        return std::nullopt;
    if (!key.text(QStringLiteral("POP3 Server")).isEmpty())
        return Protocol::Pop3;
    return key.text(QStringLiteral("IMAP Server")).isEmpty() ? std::nullopt : std::optional(Protocol::Imap);
}

QString host(const Key &key, const QString &name)
{
    QString found = key.text(name).toLower();
    while (found.endsWith(u'.'))
        found.chop(1);
    for (const QChar character : std::as_const(found))
        if (character.isSpace() || character == u'/' || character == u'\\' || character == u'@') {
            key.wrong(name);
            return {};
        }
    return found;
}

quint16 port(const Key &key, const QString &name, Protocol protocol)
{
    const quint32 stored = key.number(name).value_or(0);
    if (stored > 65535)
        key.wrong(name);
    // Only what differs from the default is written, and the default is the port without encryption.
    return stored > 0 && stored <= 65535 ? quint16(stored) : model::defaultPort(protocol, Security::Plain);
}

/// Encryption that is left to Outlook ("Auto"), or that only a flag tells.
Security byPort(quint16 port)
{
    return port == 465 || port == 993 || port == 995 ? Security::Tls : Security::StartTls;
}

/// `prefix`: "POP3", "IMAP" or "SMTP".
Security security(const Key &key, const QString &prefix, quint16 port)
{
    const bool ssl = key.flag(prefix + QStringLiteral(" Use SSL"));
    const QString name = prefix + QStringLiteral(" Secure Connection");
    const auto connection = key.number(name);
    if (connection > 3u)
        key.wrong(name);
    switch (connection.value_or(4)) {
    case 0:
        return Security::Plain;
    case 1:
        return Security::Tls;
    case 2:
        return Security::StartTls;
    case 3:
        return byPort(port);
    }
    if (!ssl)
        return Security::Plain;
    return prefix == u"SMTP" ? byPort(port) : Security::Tls;
}

QString auth(const Key &key, const QString &prefix)
{
    const bool spa
        = key.flag(prefix + QStringLiteral(" Use SPA")) || key.flag(prefix + QStringLiteral(" Use Sicily"));
    return spa ? QStringLiteral("ntlm") : QStringLiteral("password");
}

std::optional<model::ServerSettings> server(const Key &key, const QString &prefix, Protocol protocol)
{
    model::ServerSettings found;
    found.endpoint.host = host(key, prefix + QStringLiteral(" Server"));
    found.endpoint.protocol = protocol;
    found.endpoint.port = port(key, prefix + QStringLiteral(" Port"), protocol);
    found.endpoint.security = security(key, prefix, found.endpoint.port);
    found.user = key.text(prefix + QStringLiteral(" User"));
    found.auth = auth(key, prefix);
    return found.endpoint.host.isEmpty() ? std::nullopt : std::optional(found);
}

std::optional<model::ServerSettings> outgoing(const Key &key,
                                              const std::optional<model::ServerSettings> &incoming)
{
    auto found = server(key, QStringLiteral("SMTP"), Protocol::Smtp);
    if (!found)
        return std::nullopt;
    const bool authenticates = key.flag(QStringLiteral("SMTP Use Auth"));
    const quint32 method = key.number(QStringLiteral("SMTP Auth Method")).value_or(0);
    if (authenticates && method == 1)
        return found; // a user and password of its own
    const bool asIncoming = authenticates && method == 0 && incoming;
    found->user = asIncoming ? incoming->user : QString();
    found->auth = asIncoming ? incoming->auth : QStringLiteral("none"); // 2: fetches mail before it sends
    return found;
}

void readLeaving(const Key &key, model::Account *account)
{
    const quint32 bits = key.number(QStringLiteral("Leave on Server")).value_or(0);
    account->leaveOnServer = (bits & 1) != 0;
    if ((bits & 3) == 3 && bits >> 16 > 0)
        account->leaveDays = int(bits >> 16);
}

} // namespace

QList<FoundAccount> accounts(const Registry &registry, const QString &profile,
                             QList<model::Unreadable> *unreadable)
{
    const Key all(registry, profile + accountsKey, unreadable);
    QList<FoundAccount> found;
    if (!registry.contains(all.path()))
        return found;
    for (const QString &one : order(registry, all)) {
        const Key key(registry, all.path() + u'\\' + one, unreadable);
        if (!registry.contains(key.path())) {
            all.wrong(one, QStringLiteral("missing"));
            continue;
        }
        const auto protocol = protocolOf(key);
        if (!protocol)
            continue;
        FoundAccount next;
        model::Account &account = next.account;
        account.key = one;
        account.place = key.path();
        account.fullName = key.text(QStringLiteral("Display Name"));
        account.address = key.text(QStringLiteral("Email"));
        const bool pop = *protocol == Protocol::Pop3;
        account.incoming = server(key, pop ? QStringLiteral("POP3") : QStringLiteral("IMAP"), *protocol);
        account.outgoing = outgoing(key, account.incoming);
        if (account.address.isEmpty() && account.incoming && account.incoming->user.contains(u'@'))
            account.address = account.incoming->user;
        if (pop)
            readLeaving(key, &account);
        next.storePath = pathOfEntryId(key.bytes(QStringLiteral("Delivery Store EntryID")));
        found.append(next);
    }
    return found;
}

} // namespace mailapps::outlook
