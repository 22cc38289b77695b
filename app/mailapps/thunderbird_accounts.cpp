#include "mailapps/thunderbird.h"

namespace mailapps::thunderbird {

namespace {

/// A comma list of keys ("account1,account2"), without repetitions.
QStringList keys(const QString &list)
{
    QStringList found;
    for (const QString &key : list.split(u',', Qt::SkipEmptyParts))
        if (!key.trimmed().isEmpty() && !found.contains(key.trimmed()))
            found.append(key.trimmed());
    return found;
}

/// The settings of one server, with the program-wide default behind each (mail.server.default.*).
class Server
{
public:
    Server(const Settings &settings, const char *branch, const QString &key)
        : m_settings(settings), m_own(QByteArray(branch) + key.toUtf8() + '.'),
          m_default(QByteArray(branch) + "default.")
    {
    }

    QString text(const QByteArray &name) const
    {
        return m_settings.text(m_own + name, m_settings.text(m_default + name));
    }
    int number(const QByteArray &name, int otherwise) const
    {
        const auto own = m_settings.number(m_own + name);
        return own ? *own : m_settings.number(m_default + name).value_or(otherwise);
    }
    bool flag(const QByteArray &name, bool otherwise) const
    {
        const auto own = m_settings.flag(m_own + name);
        return own ? *own : m_settings.flag(m_default + name).value_or(otherwise);
    }

private:
    const Settings &m_settings;
    QByteArray m_own, m_default;
};

/// MailNewsTypes2.idl nsMsgSocketType; 1 (try STARTTLS) is treated as 2 by every version since 115.
model::Security security(int socketType)
{
    if (socketType == 3)
        return model::Security::Tls;
    return socketType == 1 || socketType == 2 ? model::Security::StartTls : model::Security::Plain;
}

/// MailNewsTypes2.idl nsMsgAuthMethod.
QString auth(int method)
{
    switch (method) {
    case 1:
        return QStringLiteral("none");
    case 3:
        return QStringLiteral("password");
    case 4:
    case 8: // "any secure method"
        return QStringLiteral("encrypted");
    case 5:
        return QStringLiteral("gssapi");
    case 6:
        return QStringLiteral("ntlm");
    case 9:
        return QStringLiteral("any");
    case 10:
        return QStringLiteral("oauth2");
    }
    return {};
}

quint16 port(int stored, model::Protocol protocol, model::Security security)
{
    if (stored > 0 && stored <= 65535)
        return quint16(stored);
    // Thunderbird submits to 587 even without encryption, where the registered port would be 25.
    if (protocol == model::Protocol::Smtp && security == model::Security::Plain)
        return 587;
    return model::defaultPort(protocol, security);
}

QString host(const Server &server)
{
    // A server that was renamed before 102 has its true name in realhostname.
    const QString real = server.text("realhostname");
    QString name = (real.isEmpty() ? server.text("hostname") : real).trimmed().toLower();
    while (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

std::optional<model::ServerSettings> settingsOf(const Server &server, model::Protocol protocol, bool incoming)
{
    model::ServerSettings found;
    found.endpoint.host = host(server);
    if (found.endpoint.host.isEmpty())
        return std::nullopt;
    found.endpoint.protocol = protocol;
    found.endpoint.security = security(server.number(incoming ? "socketType" : "try_ssl", 0));
    found.endpoint.port = port(server.number("port", -1), protocol, found.endpoint.security);
    const QString real = incoming ? server.text("realuserName") : QString();
    found.user = !real.isEmpty() ? real : server.text(incoming ? "userName" : "username");
    found.auth = auth(server.number("authMethod", 3));
    return found;
}

QString outgoingKey(const Settings &settings, const QByteArray &identity)
{
    QString key = identity.isEmpty() ? QString() : settings.text(identity + "smtpServer");
    const QStringList all = keys(settings.text("mail.smtpservers"));
    if (key.isEmpty() || settings.text("mail.smtpserver." + key.toUtf8() + ".hostname").isEmpty())
        key = settings.text("mail.smtp.defaultserver", all.value(0));
    return key;
}

std::optional<model::ServerSettings> outgoing(const Settings &settings, const QByteArray &identity)
{
    const QString key = outgoingKey(settings, identity);
    if (key.isEmpty())
        return std::nullopt;
    return settingsOf(Server(settings, "mail.smtpserver.", key), model::Protocol::Smtp, false);
}

/// "mail.identity.id1." of the account's first identity; empty if it has none.
QByteArray identityOf(const Settings &settings, const QString &account)
{
    const QString key = keys(settings.text("mail.account." + account.toUtf8() + ".identities")).value(0);
    return key.isEmpty() ? QByteArray() : "mail.identity." + key.toUtf8() + '.';
}

std::optional<model::Account> account(const Settings &settings, const QString &key)
{
    const QByteArray branch = "mail.account." + key.toUtf8() + '.';
    const Server server(settings, "mail.server.", settings.text(branch + "server"));
    const auto protocol = model::protocolNamed(server.text("type"));
    // "none" is Local Folders; rss, nntp and Exchange are no mail account that we can speak with.
    if (!protocol || *protocol == model::Protocol::Smtp)
        return std::nullopt;

    model::Account account;
    account.key = key;
    account.incoming = settingsOf(server, *protocol, true);
    const QByteArray identity = identityOf(settings, key);
    if (!identity.isEmpty()) {
        account.address = settings.text(identity + "useremail");
        account.fullName = settings.text(identity + "fullName");
    }
    if (account.address.isEmpty() && account.incoming && account.incoming->user.contains(u'@'))
        account.address = account.incoming->user;
    account.outgoing = outgoing(settings, identity);
    if (*protocol == model::Protocol::Pop3) {
        account.leaveOnServer = server.flag("leave_on_server", false);
        if (*account.leaveOnServer && server.flag("delete_by_age_from_server", false))
            account.leaveDays = server.number("num_days_to_leave_on_server", 7);
    }
    return account;
}

} // namespace

Settings::Settings(Prefs prefs, Prefs user) : m_prefs(std::move(prefs)), m_user(std::move(user)) { }

QString Settings::text(const QByteArray &name, const QString &otherwise) const
{
    const auto value = m_user.text(name);
    return value ? *value : m_prefs.text(name).value_or(otherwise);
}

std::optional<int> Settings::number(const QByteArray &name) const
{
    const auto value = m_user.number(name);
    return value ? value : m_prefs.number(name);
}

std::optional<bool> Settings::flag(const QByteArray &name) const
{
    const auto value = m_user.flag(name);
    return value ? value : m_prefs.flag(name);
}

QList<model::Account> accounts(const Settings &settings)
{
    QStringList order = keys(settings.text("mail.accountmanager.accounts"));
    const QString first = settings.text("mail.accountmanager.defaultaccount");
    if (order.removeOne(first))
        order.prepend(first);
    QList<model::Account> found;
    for (const QString &key : std::as_const(order))
        if (const auto one = account(settings, key))
            found.append(*one);
    return found;
}

Branches branchesOf(const Settings &settings, const QString &account)
{
    const auto branch = [](const char *kind, const QString &key) {
        return key.isEmpty() ? QByteArray() : kind + key.toUtf8() + '.';
    };
    return {branch("mail.server.", settings.text("mail.account." + account.toUtf8() + ".server")),
            branch("mail.smtpserver.", outgoingKey(settings, identityOf(settings, account)))};
}

std::optional<bool> offline(const Settings &settings)
{
    const bool wasOnline = settings.flag(onlinePref.toByteArray()).value_or(true);
    switch (settings.number(startupPref.toByteArray()).value_or(AlwaysOnline)) {
    case AlwaysOffline:
        return true;
    case RememberLast:
        return !wasOnline;
    case Ask:
        // It asks at the start only after a session that ended offline; the answer is not known before.
        return wasOnline ? std::optional<bool>(false) : std::nullopt;
    case Automatic:
    default:
        return false;
    }
}

} // namespace mailapps::thunderbird
