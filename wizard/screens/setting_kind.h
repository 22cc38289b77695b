// What a key in a mail program's settings is about, whichever program it is: "mail.smtpserver.smtp1.port",
// "SMTP_Port".
#pragma once

#include <QString>

namespace wizard::screens {

struct SettingKind
{
    enum class Kind
    {
        Wait,
        Host,
        Port,
        SocketType, ///< Thunderbird: 0, 2, 3
        SecureConnection, ///< Live Mail: 0, 1
        AuthMethod, ///< Thunderbird's numbers
        Sicily, ///< Live Mail's numbers
        User,
        Days,
        Expire,
        SentFolder,
        DraftFolder,
        ArchiveFolder,
        TemplateFolder,
        JunkFolder,
        Waiting, ///< messages in an outbox
        Online,
        Startup,
        File, ///< no key: a whole file
        Other
    };
    enum class Side
    {
        Both,
        Receiving,
        Sending
    };
    Kind kind = Kind::Other;
    Side side = Side::Both;

    static SettingKind of(const QString &key);
};

} // namespace wizard::screens
