// A mail program on this PC: its profiles, accounts, waiting time, and what waits in its outbox. Only ever
// read.
#pragma once

#include "model/account.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <optional>

namespace model {

struct Outbox
{
    QString path;
    int count = 0;
    qint64 bytes = 0; ///< of the messages that wait, not of the file
    QDateTime oldest; ///< Date: of the oldest; invalid if none can be read
    QStringList messageIds; ///< at most 1000, in order
    bool complete = true; ///< false: a bound was hit, count and bytes are a lower limit
};

struct Store
{
    QString path;
    qint64 bytes = 0;
    qint64 limit = 0; ///< 0: none known
};

/// What could not be read, so that it is said instead of silently left out.
struct Unreadable
{
    QString path;
    int line = 0; ///< 0: the whole file
    QString why; ///< "permission", "too-large", "not-a-file", "half-written", "encoding",
                 ///< "malformed", "missing", "outside" (not this person's place: not followed)
};

struct AppProfile
{
    QString path;
    QString name;
    bool isDefault = false;
    bool running = false; ///< this profile is open in the program now
    QList<Account> accounts;
    std::optional<int> timeoutSeconds; ///< how long it waits for a reply, the shortest of its accounts;
                                       ///< empty: not readable
    bool timeoutIsDefault = true; ///< not set by the person
    std::optional<bool> offline;
    QList<Outbox> outboxes;
    QList<Store> stores;
    QList<Unreadable> unreadable;
};

struct MailApp
{
    QString
        id; ///< "thunderbird", "outlook", …: names the file in mailapps/ and the folder in resources/guides/
    QString version; ///< empty if unknown
    bool running = false;
    QList<AppProfile> profiles;
};

} // namespace model
