#include "mailapps/oe_fields.h"

namespace mailapps {

namespace {

QString named(const char *name)
{
    return QString::fromLatin1(name);
}

/// The fields of one account, with what is wrong in them.
class Reading
{
public:
    Reading(const OeFields &fields, const QString &place, QList<model::Unreadable> *unreadable)
        : m_fields(fields), m_place(place), m_unreadable(unreadable)
    {
    }

    QString text(const QString &name) const { return m_fields.text(name).value_or(QString()).trimmed(); }
    quint32 number(const QString &name) const { return m_fields.number(name).value_or(0); }
    bool flag(const QString &name) const { return number(name) != 0; }

    /// Nothing if it stands there and cannot be: then it is not known what the program makes of it.
    std::optional<int> within(const QString &name, quint32 least, quint32 most, int otherwise)
    {
        const auto written = m_fields.number(name);
        if (!written)
            return otherwise;
        if (*written >= least && *written <= most)
            return int(*written);
        m_unreadable->append({m_place, m_fields.line(name), QStringLiteral("malformed")});
        return std::nullopt;
    }

private:
    const OeFields &m_fields;
    QString m_place;
    QList<model::Unreadable> *m_unreadable;
};

/// That sending over a port other than 465 begins in the clear and asks for STARTTLS is not documented; it is
/// what servers expect there, and nobody's settings are written from it.
model::Security security(bool encrypted, model::Protocol protocol, int port)
{
    if (!encrypted)
        return model::Security::Plain;
    return protocol != model::Protocol::Smtp || port == 465 ? model::Security::Tls
                                                            : model::Security::StartTls;
}

/// `branch`: "POP3_", "IMAP_", "SMTP_".
model::ServerSettings server(Reading &reading, const QString &branch, model::Protocol protocol)
{
    model::ServerSettings found;
    QString host = reading.text(branch + named("Server")).toLower();
    while (host.endsWith(u'.'))
        host.chop(1);
    // Only what differs from the default is written down, and the default is the port without encryption.
    const int usual = model::defaultPort(protocol, model::Security::Plain);
    const int port = reading.within(branch + named("Port"), 1, 65535, usual).value_or(usual);
    found.endpoint.host = host;
    found.endpoint.protocol = protocol;
    found.endpoint.security = security(reading.flag(branch + named("Secure_Connection")), protocol, port);
    found.endpoint.port = quint16(port);
    found.user = reading.text(branch + named("User_Name"));
    return found;
}

std::optional<model::ServerSettings> outgoing(Reading &reading, const model::ServerSettings &incoming)
{
    model::ServerSettings found = server(reading, named("SMTP_"), model::Protocol::Smtp);
    if (found.endpoint.host.isEmpty())
        return std::nullopt;
    // SMTPAUTHTYPE of imnxport.h.
    switch (reading.number(named("SMTP_Use_Sicily"))) {
    case 0:
        found.auth = named("none");
        found.user.clear();
        break;
    case 1:
        found.auth = named("ntlm");
        break;
    case 2:
        found.auth = incoming.auth;
        found.user = incoming.user;
        break;
    case 3:
        found.auth = named("password");
        break;
    }
    return found;
}

} // namespace

std::optional<QString> OeRegistryFields::text(const QString &name) const
{
    const auto value = m_registry.value(m_key, QString(name).replace(u'_', u' '));
    return value && value->type != RegistryValue::Type::Number ? std::optional<QString>(value->text())
                                                               : std::nullopt;
}

std::optional<quint32> OeRegistryFields::number(const QString &name) const
{
    return m_registry.number(m_key, QString(name).replace(u'_', u' '));
}

std::optional<oe::FoundAccount> oe::account(const OeFields &fields, const QString &place,
                                            std::optional<bool> leftByDefault,
                                            QList<model::Unreadable> *unreadable)
{
    QList<model::Unreadable> wrong;
    Reading reading(fields, place, &wrong);
    const bool fetches = !reading.text(named("POP3_Server")).isEmpty();
    if (!fetches && reading.text(named("IMAP_Server")).isEmpty())
        return std::nullopt;

    FoundAccount found;
    model::Account &account = found.account;
    account.place = place;
    account.address = reading.text(named("SMTP_Email_Address"));
    account.fullName = reading.text(named("SMTP_Display_Name"));
    const QString branch = fetches ? named("POP3_") : named("IMAP_");
    account.incoming = server(reading, branch, fetches ? model::Protocol::Pop3 : model::Protocol::Imap);
    const quint32 method = reading.number(branch + named("Use_Sicily"));
    account.incoming->auth = method == 0 ? named("password") : method == 1 ? named("ntlm") : QString();
    if (account.address.isEmpty() && account.incoming->user.contains(u'@'))
        account.address = account.incoming->user;
    account.outgoing = outgoing(reading, *account.incoming);
    if (fetches) {
        const auto leave = fields.number(named("Leave_Mail_On_Server"));
        account.leaveOnServer = leave ? std::optional<bool>(*leave != 0) : leftByDefault;
        if (account.leaveOnServer.value_or(false) && reading.flag(named("Remove_When_Expired")))
            account.leaveDays = reading.within(named("Expire_Days"), 1, 36'500, 5); // as the window offers it
    }
    // Receiving waits by a number of its own, but one slider sets both, and only sending makes duplicates.
    account.timeoutSeconds = reading.within(named("SMTP_Timeout"), 1, longestTimeout, defaultTimeout);
    found.timeoutIsSet = fields.number(named("SMTP_Timeout")).has_value();
    unreadable->append(wrong);
    return found;
}

void oe::add(model::AppProfile &profile, const FoundAccount &found, const QString &first)
{
    const auto seconds = found.account.timeoutSeconds;
    if (seconds && (!profile.timeoutSeconds || *seconds < *profile.timeoutSeconds)) {
        profile.timeoutSeconds = seconds;
        profile.timeoutIsDefault = !found.timeoutIsSet;
    }
    if (!first.isEmpty() && found.account.key.compare(first, Qt::CaseInsensitive) == 0)
        profile.accounts.prepend(found.account);
    else
        profile.accounts.append(found.account);
}

} // namespace mailapps
