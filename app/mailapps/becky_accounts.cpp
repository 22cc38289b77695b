#include "mailapps/becky.h"

#include <QDir>

namespace mailapps::becky {

namespace {

const QString section = QStringLiteral("Account");

QString host(const QString &written)
{
    QString name = written.toLower();
    while (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

/// A host with its port and protection; nothing if there is no host.
std::optional<model::ServerSettings> server(const KeyValueFile &ini, model::Protocol protocol,
                                            QByteArrayView name, QByteArrayView portKey,
                                            QByteArrayView tlsKey)
{
    model::ServerSettings found;
    found.endpoint.protocol = protocol;
    found.endpoint.host = host(ini.text(section, name).value_or(QString()));
    if (found.endpoint.host.isEmpty())
        return std::nullopt;
    const int port = ini.number(section, portKey).value_or(0);
    const quint16 usual = model::defaultPort(protocol, model::Security::Plain);
    found.endpoint.port = port > 0 && port <= 65535 ? quint16(port) : usual;
    // 1 is TLS from the first byte; of other numbers only "encrypted" is known, and the port tells the rest.
    const int tls = ini.number(section, tlsKey).value_or(0);
    if (tls == 1 || (tls > 1 && found.endpoint.port == model::defaultPort(protocol, model::Security::Tls)))
        found.endpoint.security = model::Security::Tls;
    else
        found.endpoint.security = tls > 1 ? model::Security::StartTls : model::Security::Plain;
    found.user = ini.text(section, "UserID").value_or(QString());
    return found;
}

QString popAuth(int kind)
{
    switch (kind) {
    case 0:
        return QStringLiteral("password");
    case 1: // APOP
    case 2: // CRAM-MD5
        return QStringLiteral("encrypted");
    case 3:
        return QStringLiteral("ntlm");
    }
    return {};
}

QString smtpAuth(int mode)
{
    switch (mode) {
    case 1:
        return QStringLiteral("encrypted");
    case 2:
    case 4:
    case 6:
        return QStringLiteral("password");
    }
    return QStringLiteral("any");
}

} // namespace

std::optional<model::Account> account(const KeyValueFile &ini)
{
    const bool imap = ini.number(section, "Protocol").value_or(0) == 1;
    model::Account account;
    account.address = ini.text(section, "MailAddress").value_or(QString());
    account.fullName = ini.text(section, "YourName").value_or(QString());
    account.incoming = imap ? server(ini, model::Protocol::Imap, "MailServer", "IMAP4Port", "SSLIMAP")
                            : server(ini, model::Protocol::Pop3, "MailServer", "POP3Port", "SSLPOP");
    account.outgoing = server(ini, model::Protocol::Smtp, "SMTPServer", "SMTPPort", "SSLSMTP");
    if (!account.incoming && !account.outgoing)
        return std::nullopt;
    if (account.incoming && !imap) {
        account.incoming->auth = popAuth(ini.number(section, "POP3Auth").value_or(0));
        account.leaveOnServer = ini.number(section, "LeaveServer").value_or(0) == 1;
        const int days = ini.number(section, "KeepDays").value_or(0);
        if (*account.leaveOnServer && days > 0)
            account.leaveDays = days;
    }
    if (account.outgoing) {
        const bool authenticates = ini.number(section, "SMTPAUTH").value_or(0) == 1;
        account.outgoing->auth = authenticates ? smtpAuth(ini.number(section, "SMTPAUTHMODE").value_or(0))
                                               : QStringLiteral("none");
        if (!authenticates)
            account.outgoing->user.clear();
    }
    return account;
}

QStringList outboxes(const QString &mailbox)
{
    const QDir folder(mailbox);
    QStringList found;
    if (folder.exists(QStringLiteral("!!!!Unsent")))
        found.append(folder.filePath(QStringLiteral("!!!!Unsent")));
    // Two layouts are known. In one, sent mail lies in !!!!Outbox itself; in the other in !!!!Outbox/!!!Sent,
    // and what lies in !!!!Outbox itself waits: the program calls that folder 送信箱.
    if (folder.exists(QStringLiteral("!!!!Outbox/!!!Sent")))
        found.append(folder.filePath(QStringLiteral("!!!!Outbox")));
    return found;
}

} // namespace mailapps::becky
