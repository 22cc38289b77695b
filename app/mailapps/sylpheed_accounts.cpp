#include "mailapps/sylpheed.h"

namespace mailapps::sylpheed {

namespace {

/// libsylph/account.h; the second and third are POP3 with APOP, and long gone.
enum Kind
{
    Pop3 = 0,
    Apop = 1,
    Rpop = 2,
    Imap = 3,
    News = 4
};

/// The settings of one account.
class Section
{
public:
    Section(const KeyValueFile &file, const QString &name) : m_file(file), m_name(name) { }

    QString text(QByteArrayView key) const { return m_file.text(m_name, key).value_or(QString()).trimmed(); }
    int number(QByteArrayView key, int otherwise) const
    {
        return m_file.number(m_name, key).value_or(otherwise);
    }
    bool flag(QByteArrayView key, bool otherwise) const
    {
        return m_file.flag(m_name, key).value_or(otherwise);
    }

private:
    const KeyValueFile &m_file;
    QString m_name;
};

/// ssl_pop, ssl_imap, ssl_smtp.
model::Security security(int kind)
{
    if (kind == 1)
        return model::Security::Tls;
    return kind == 2 ? model::Security::StartTls : model::Security::Plain;
}

/// `set`: a port of one's own is only used where its switch is on.
quint16 port(const Section &section, const QByteArray &set, const QByteArray &key, quint16 usual)
{
    const int own = section.flag(set, false) ? section.number(key, 0) : 0;
    return own > 0 && own <= 65535 ? quint16(own) : usual;
}

/// imap_auth_method and smtp_auth_method; in Claws Mail PLAIN has another number.
QString auth(int method, int plain)
{
    switch (method) {
    case 0:
        return QStringLiteral("any");
    case 1: // LOGIN
        return QStringLiteral("password");
    case 2: // CRAM-MD5
    case 4: // DIGEST-MD5
        return QStringLiteral("encrypted");
    }
    return method == plain ? QStringLiteral("password") : QString();
}

QString host(const QString &written)
{
    QString name = written.toLower();
    while (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

std::optional<model::ServerSettings> incoming(const Section &section, const Program &program)
{
    const int kind = section.number("protocol", Pop3);
    const bool imap = kind == Imap;
    model::ServerSettings found;
    found.endpoint.host = host(section.text("receive_server"));
    if (found.endpoint.host.isEmpty() || kind < Pop3 || kind > Imap)
        return std::nullopt;
    found.endpoint.protocol = imap ? model::Protocol::Imap : model::Protocol::Pop3;
    found.endpoint.security = security(section.number(imap ? "ssl_imap" : "ssl_pop", 0));
    const quint16 usual = model::defaultPort(found.endpoint.protocol, found.endpoint.security);
    found.endpoint.port
        = port(section, imap ? "set_imapport" : "set_popport", imap ? "imap_port" : "pop_port", usual);
    found.user = section.text("user_id");
    if (imap)
        found.auth = auth(section.number("imap_auth_method", 0), program.plainAuth);
    else if (section.flag("use_apop_auth", false) || kind == Apop)
        found.auth = QStringLiteral("encrypted");
    else
        found.auth = QStringLiteral("password");
    return found;
}

std::optional<model::ServerSettings> outgoing(const Section &section, const Program &program)
{
    model::ServerSettings found;
    found.endpoint.host = host(section.text("smtp_server"));
    if (found.endpoint.host.isEmpty())
        return std::nullopt;
    found.endpoint.protocol = model::Protocol::Smtp;
    found.endpoint.security = security(section.number("ssl_smtp", 0));
    // With STARTTLS too these programs go to 25 unless they are told another port.
    const quint16 usual = found.endpoint.security == model::Security::Tls ? 465 : 25;
    found.endpoint.port = port(section, "set_smtpport", "smtp_port", usual);
    if (!section.flag("use_smtp_auth", false)) {
        found.auth = QStringLiteral("none");
        return found;
    }
    const QString own = section.text("smtp_user_id");
    found.user = own.isEmpty() ? section.text("user_id") : own;
    found.auth = auth(section.number("smtp_auth_method", 0), program.plainAuth);
    return found;
}

std::optional<model::Account> account(const Section &section, const Program &program)
{
    if (section.number("protocol", Pop3) == News)
        return std::nullopt;
    model::Account account;
    account.address = section.text("address");
    account.fullName = section.text("name");
    account.incoming = incoming(section, program);
    account.outgoing = outgoing(section, program);
    if (!account.incoming && !account.outgoing)
        return std::nullopt;
    if (account.incoming && account.incoming->endpoint.protocol == model::Protocol::Pop3) {
        // "Remove after N days" counts from when a message was fetched; 0 days: at once (libsylph/pop.c).
        const bool removes = section.flag("remove_mail", true);
        const int days = section.number("message_leave_time", 7);
        account.leaveOnServer = !removes || days > 0;
        if (removes && days > 0)
            account.leaveDays = days;
    }
    return account;
}

} // namespace

QList<model::Account> accounts(const KeyValueFile &accountrc, const Program &program)
{
    QList<model::Account> found;
    for (const QString &name : accountrc.sections()) {
        if (!name.startsWith(QStringLiteral("Account: ")))
            continue;
        const Section section(accountrc, name);
        auto one = account(section, program);
        if (!one)
            continue;
        one->key = name;
        if (section.flag("is_default", false))
            found.prepend(*one);
        else
            found.append(*one);
    }
    return found;
}

std::optional<bool> offline(const KeyValueFile &settings, const Program &program)
{
    if (!settings.sections().contains(common, Qt::CaseInsensitive))
        return std::nullopt;
    if (program.claws)
        return settings.flag(common, "work_offline").value_or(false);
    // 1: always online, 0: always offline, else as it was left (src/mainwindow.c).
    const int atStart = settings.number(common, "startup_online_mode").value_or(1);
    if (atStart == 0 || atStart == 1)
        return atStart == 0;
    return !settings.flag(common, "online_mode").value_or(true);
}

} // namespace mailapps::sylpheed
