#include "wizard/screens/change_words.h"

#include "wizard/screens/words.h"

#include <QFileInfo>

namespace wizard::screens {

QString ChangeWords::remedy(const QString &id)
{
    if (id == u"thunderbird.raise-timeout")
        return tr("Make Thunderbird wait longer for an answer", "@change");
    if (id == u"thunderbird.set-outbox-aside")
        return tr("Move the mail waiting in the outbox to a safe place", "@change");
    if (id == u"thunderbird.go-online")
        return tr("Bring Thunderbird back online", "@change");
    return id;
}

QString ChangeWords::what(const model::Change &change)
{
    if (change.key == u"mailnews.tcptimeout")
        return tr("How long to wait for an answer", "@setting");
    if (change.key == u"messages")
        return tr("Messages waiting in the outbox", "@setting");
    if (change.key == u"network.online")
        return tr("Connected to the Internet at the next start", "@setting");
    if (change.key == u"offline.startup_state")
        return tr("How it starts: with the Internet or without", "@setting");
    if (change.key.isEmpty())
        return tr("Where the mail is kept: “%1”", "@setting").arg(QFileInfo(change.file).fileName());
    return change.key;
}

QString ChangeWords::value(const model::Change &change, const QString &value)
{
    if (value.isEmpty())
        return change.key.isEmpty() ? tr("nothing", "@value") : tr("not set", "@value");
    bool number = false;
    const int amount = value.toInt(&number);
    if (change.key == u"mailnews.tcptimeout" && number)
        return Words::seconds(amount);
    if (change.key == u"network.online")
        return value == u"true" ? tr("Yes", "@value") : tr("No", "@value");
    constexpr int alwaysOffline = 3; // Thunderbird's own number
    if (change.key == u"offline.startup_state" && number)
        return amount == alwaysOffline ? tr("Without the Internet", "@value")
                                       : tr("With the Internet", "@value");
    return value;
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
