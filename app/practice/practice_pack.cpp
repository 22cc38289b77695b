#include "practice/practice_pack.h"

namespace practice {

namespace {

const QString popHost = QStringLiteral("pop.practice.example");
const QString imapHost = QStringLiteral("imap.practice.example");
const QString smtpHost = QStringLiteral("smtp.practice.example");

using model::Protocol;
using model::Security;

model::ProviderServer server(const QString &host, Door door, Protocol protocol, Security security)
{
    return {{host, quint16(door), protocol, security},
            {QStringLiteral("address"), QStringLiteral("local")},
            true};
}

QList<model::ProviderServer> incoming(const Behaviour &behaviour)
{
    // Faults of doors that change to TLS on demand are met only by those who use such doors.
    const bool onDemand = behaviour.greeting == Greeting::Preauth || behaviour.startTls != StartTls::Offered
        || behaviour.tlsOnPlainDoors;
    if (onDemand)
        return {server(imapHost, Door::Imap, Protocol::Imap, Security::StartTls),
                server(popHost, Door::Pop3, Protocol::Pop3, Security::StartTls)};
    return {server(imapHost, Door::Imaps, Protocol::Imap, Security::Tls),
            server(popHost, Door::Pop3s, Protocol::Pop3, Security::Tls)};
}

} // namespace

QStringList practiceHosts(Door door)
{
    const QString all = QString::fromLatin1(Office::serverName());
    switch (door) {
    case Door::Smtp:
    case Door::Submission:
    case Door::Submissions:
        return {smtpHost, all};
    case Door::Imap:
    case Door::Imaps:
        return {imapHost, all};
    case Door::Pop3:
    case Door::Pop3s:
        return {popHost, all};
    }
    return {};
}

model::Provider practicePack(const Office &office)
{
    model::Provider pack;
    pack.id = QStringLiteral("practice");
    pack.serial = 1;
    pack.name = {{QStringLiteral("ja"), QStringLiteral("れんしゅうプロバイダー")},
                 {QStringLiteral("en"), QStringLiteral("Practice Provider")}};
    pack.domains = {QString::fromLatin1(Office::domain())};
    pack.incoming = incoming(office.behaviour);
    pack.outgoing = {server(smtpHost, Door::Submission, Protocol::Smtp, Security::StartTls),
                     server(smtpHost, Door::Submissions, Protocol::Smtp, Security::Tls)};
    pack.limits.messageBytes = office.behaviour.sizeLimit;
    pack.limits.mailboxBytes = office.mailbox.limitBytes();
    pack.limits.mailboxMessages = office.behaviour.messageLimit;
    pack.limits.recipients = 100;
    pack.recommendedTimeoutSeconds = 600;
    pack.words
        = {{QStringLiteral("login"), QStringLiteral("expired"), QStringLiteral("login.contract-ended")}};
    pack.webmail
        = {{pack.domains, QStringLiteral("https://webmail.practice.example/"), QStringLiteral("address")}};
    pack.spam.tags = {QStringLiteral("*** SPAM ***")};
    pack.spam.junkFolders = {QStringLiteral("迷惑メール")};
    pack.spam.junkRetentionDays = 14;
    pack.outsideSending = QStringLiteral("authenticated");
    pack.networks = {QStringLiteral("192.0.2.0/24")};
    // Numbers of this form are not given to anybody.
    pack.contact.phone = QStringLiteral("0564-00-0000");
    pack.contact.hours = {{QStringLiteral("ja"), QStringLiteral("平日 9:00–17:00")},
                          {QStringLiteral("en"), QStringLiteral("weekdays 9:00–17:00")}};
    pack.contact.url = QStringLiteral("https://practice.example/support");
    return pack;
}

} // namespace practice
