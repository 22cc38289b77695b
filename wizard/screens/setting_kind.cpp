#include "wizard/screens/setting_kind.h"

#include <QHash>

namespace wizard::screens {

using Kind = SettingKind::Kind;
using Side = SettingKind::Side;

/// The last word of a key: "port" of "mail.server.server1.port", "Port" of "POP3_Port".
static const QHash<QString, Kind> &words()
{
    static const QHash<QString, Kind> table{
        {QStringLiteral("tcptimeout"), Kind::Wait},
        {QStringLiteral("io_timeout_secs"), Kind::Wait},
        {QStringLiteral("timeout"), Kind::Wait},
        {QStringLiteral("hostname"), Kind::Host},
        {QStringLiteral("server"), Kind::Host},
        {QStringLiteral("port"), Kind::Port},
        {QStringLiteral("sockettype"), Kind::SocketType},
        {QStringLiteral("try_ssl"), Kind::SocketType},
        {QStringLiteral("secure_connection"), Kind::SecureConnection},
        {QStringLiteral("authmethod"), Kind::AuthMethod},
        {QStringLiteral("use_sicily"), Kind::Sicily},
        {QStringLiteral("username"), Kind::User},
        {QStringLiteral("user_name"), Kind::User},
        {QStringLiteral("num_days_to_leave_on_server"), Kind::Days},
        {QStringLiteral("delete_by_age_from_server"), Kind::Expire},
        {QStringLiteral("fcc_folder"), Kind::SentFolder},
        {QStringLiteral("draft_folder"), Kind::DraftFolder},
        {QStringLiteral("archive_folder"), Kind::ArchiveFolder},
        {QStringLiteral("stationery_folder"), Kind::TemplateFolder},
        {QStringLiteral("spamactiontargetaccount"), Kind::JunkFolder},
        {QStringLiteral("spamactiontargetfolder"), Kind::JunkFolder},
        {QStringLiteral("messages"), Kind::Waiting},
        {QStringLiteral("online"), Kind::Online},
        {QStringLiteral("startup_state"), Kind::Startup},
    };
    return table;
}

SettingKind SettingKind::of(const QString &key)
{
    if (key.isEmpty())
        return {Kind::File, Side::Both};
    QString name = key.toLower();
    Side side = Side::Both;
    for (const QString &protocol : {QStringLiteral("smtp"), QStringLiteral("pop3"), QStringLiteral("imap")}) {
        // "SMTP_Timeout" in a file of Live Mail, "SMTP Timeout" in the registry
        if (!name.startsWith(protocol + u'_') && !name.startsWith(protocol + u' '))
            continue;
        side = protocol == u"smtp" ? Side::Sending : Side::Receiving;
        name = name.mid(protocol.size() + 1).replace(u' ', u'_');
    }
    if (name.startsWith(u"mail.smtpserver."))
        side = Side::Sending;
    else if (name.startsWith(u"mail.server."))
        side = Side::Receiving;
    return {words().value(name.section(u'.', -1), Kind::Other), side};
}

} // namespace wizard::screens
