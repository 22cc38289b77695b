#include "wizard/screens/change_words.h"

#include "wizard/screens/setting_kind.h"
#include "wizard/screens/words.h"

#include <QFileInfo>

namespace wizard::screens {

using Kind = SettingKind::Kind;

QString ChangeWords::remedy(const knowledge::Knowledge &knowledge, const QString &id, const QString &language)
{
    const QString task = id.section(u'.', 1);
    const QString program = Words::program(knowledge, id.section(u'.', 0, 0), language);
    if (task == u"raise-timeout")
        return tr("Make %1 wait longer for an answer", "@change").arg(program);
    if (task == u"set-outbox-aside")
        return tr("Move the mail waiting in the outbox to a safe place", "@change");
    if (task == u"go-online")
        return tr("Bring %1 back online", "@change").arg(program);
    if (task == u"servers-as-pack")
        return tr("Set up %1 as your mail company says", "@change").arg(program);
    if (task == u"leave-on-server")
        return tr("Let old copies leave the mailbox after a while", "@change");
    return id;
}

QString ChangeWords::what(const model::Change &change)
{
    const SettingKind setting = SettingKind::of(change.key);
    const bool sending = setting.side == SettingKind::Side::Sending;
    switch (setting.kind) {
    case Kind::Wait:
        if (setting.side == SettingKind::Side::Both)
            return tr("How long to wait for an answer", "@setting");
        return sending ? tr("How long to wait for an answer when sending", "@setting")
                       : tr("How long to wait for an answer when receiving", "@setting");
    case Kind::Host:
        return sending ? tr("Server for sending", "@setting") : tr("Server for receiving", "@setting");
    case Kind::Port:
        return sending ? tr("Port for sending", "@setting") : tr("Port for receiving", "@setting");
    case Kind::SocketType:
    case Kind::SecureConnection:
        return sending ? tr("Encryption when sending", "@setting")
                       : tr("Encryption when receiving", "@setting");
    case Kind::AuthMethod:
    case Kind::Sicily:
        return sending ? tr("Logging in to send", "@setting") : tr("Logging in to receive", "@setting");
    case Kind::User:
        return sending ? tr("User name for sending", "@setting") : tr("User name for receiving", "@setting");
    case Kind::Days:
        return tr("How long copies stay in the mailbox", "@setting");
    case Kind::Expire:
        return tr("Remove old copies from the mailbox", "@setting");
    case Kind::SentFolder:
        return tr("Where copies of sent mail are kept", "@setting");
    case Kind::DraftFolder:
        return tr("Where drafts are kept", "@setting");
    case Kind::ArchiveFolder:
        return tr("Where archived mail is kept", "@setting");
    case Kind::TemplateFolder:
        return tr("Where templates are kept", "@setting");
    case Kind::JunkFolder:
        return tr("Where junk mail is moved", "@setting");
    case Kind::Waiting:
        return tr("Messages waiting in the outbox", "@setting");
    case Kind::Online:
        return tr("Connected to the Internet at the next start", "@setting");
    case Kind::Startup:
        return tr("How it starts: with the Internet or without", "@setting");
    case Kind::File:
        return tr("Where the mail is kept: “%1”", "@setting").arg(QFileInfo(change.file).fileName());
    case Kind::Other:
        return change.key;
    }
    Q_UNREACHABLE();
}

static QString encryption(int number)
{
    switch (number) { // Thunderbird's own numbers
    case 0:
        return ChangeWords::tr("None", "@value of encryption");
    case 2:
        return ChangeWords::tr("STARTTLS", "@value of encryption");
    case 3:
        return ChangeWords::tr("SSL/TLS", "@value of encryption");
    default:
        return {};
    }
}

static QString authentication(int number)
{
    switch (number) { // Thunderbird's own numbers
    case 1:
        return ChangeWords::tr("Without logging in", "@value of logging in");
    case 3:
        return ChangeWords::tr("With the ordinary password", "@value of logging in");
    case 6:
        return ChangeWords::tr("With secure password authentication (SPA)", "@value of logging in");
    default:
        return {};
    }
}

static QString sicily(int number, bool sending)
{
    switch (number) { // Windows Live Mail's own numbers
    case 0:
        return authentication(sending ? 1 : 3);
    case 1:
        return authentication(6);
    case 2:
        return ChangeWords::tr("In the same way as for receiving", "@value of logging in");
    case 3:
        return ChangeWords::tr("With a name of its own", "@value of logging in");
    default:
        return {};
    }
}

QString ChangeWords::value(const model::Change &change, const QString &value)
{
    const SettingKind setting = SettingKind::of(change.key);
    if (value.isEmpty())
        return setting.kind == Kind::File ? tr("nothing", "@value") : tr("not set", "@value");
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    QString words;
    if (setting.kind == Kind::Online || setting.kind == Kind::Expire)
        words = value == u"true" ? tr("Yes", "@value") : tr("No", "@value");
    if (!isNumber)
        return words.isEmpty() ? value : words;
    constexpr int alwaysOffline = 3; // Thunderbird's own number
    if (setting.kind == Kind::Wait)
        words = Words::seconds(number);
    else if (setting.kind == Kind::Days)
        words = tr("%n day(s)", "@value", number);
    else if (setting.kind == Kind::Startup)
        words = number == alwaysOffline ? tr("Without the Internet", "@value")
                                        : tr("With the Internet", "@value");
    else if (setting.kind == Kind::SocketType)
        words = encryption(number);
    else if (setting.kind == Kind::SecureConnection)
        words = encryption(number == 0 ? 0 : 3);
    else if (setting.kind == Kind::AuthMethod)
        words = authentication(number);
    else if (setting.kind == Kind::Sicily)
        words = sicily(number, setting.side == SettingKind::Side::Sending);
    return words.isEmpty() ? value : words;
}

bool ChangeWords::asksForPassword(const model::Change &change)
{
    const Kind kind = SettingKind::of(change.key).kind;
    return kind == Kind::Host || kind == Kind::User;
}

QString ChangeWords::state(model::EntryState state)
{
    switch (state) {
    case model::EntryState::Intended:
        return tr("Started, not finished", "@state of a change");
    case model::EntryState::Done:
        return tr("Changed", "@state of a change");
    case model::EntryState::Undone:
        return tr("Put back", "@state of a change");
    case model::EntryState::RolledBack:
        return tr("Put back by itself", "@state of a change");
    case model::EntryState::Conflict:
        return tr("Changed again by someone else", "@state of a change");
    }
    Q_UNREACHABLE();
}

} // namespace wizard::screens
