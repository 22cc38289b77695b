// Mozilla Thunderbird, and Betterbird, which shares its files: profiles, accounts, waiting time, outbox.
#pragma once

#include "mailapps/prefs_js.h"
#include "mailapps/reader.h"

#include <QStringList>

namespace mailapps {

model::MailApp readThunderbird(const Places &places);

/// Every folder that may hold a profiles.ini under this home, on all systems and as every package: a home may
/// be read that was copied from another machine.
QStringList thunderbirdRoots(const QString &home);

namespace thunderbird {

/// Seconds without a word from the server until a transmission is given up (mailnews.js, 115 to 153).
inline constexpr int defaultTimeout = 100;
inline constexpr QByteArrayView timeoutPref{"mailnews.tcptimeout"};
inline constexpr QByteArrayView startupPref{"offline.startup_state"};
inline constexpr QByteArrayView onlinePref{"network.online"};

/// offline.startup_state (all-thunderbird.js).
enum Startup
{
    RememberLast = 0,
    Ask = 1,
    AlwaysOnline = 2,
    AlwaysOffline = 3,
    Automatic = 4
};

/// What counts at the next start: user.js is read after prefs.js and wins.
class Settings
{
public:
    Settings() = default;
    Settings(Prefs prefs, Prefs user);

    QString text(const QByteArray &name, const QString &otherwise = {}) const;
    std::optional<int> number(const QByteArray &name) const;
    std::optional<bool> flag(const QByteArray &name) const;
    bool overridden(QByteArrayView name) const { return m_user.contains(name); }

private:
    Prefs m_prefs, m_user;
};

QList<model::Account> accounts(const Settings &settings);

/// Where the settings of an account stand: "mail.server.server1.", "mail.smtpserver.smtp1."; empty: nowhere.
struct Branches
{
    QByteArray incoming, outgoing;
};
Branches branchesOf(const Settings &settings, const QString &account);
/// Folders of all outboxes, existing or not; one that may not be looked at goes to `unreadable`.
QStringList outboxPaths(const Settings &settings, const QString &profile, const QStringList &trusted,
                        QList<model::Unreadable> *unreadable);
std::optional<bool> offline(const Settings &settings);
/// Mail files above 100 MB one by one, then everything together under the profile's path.
QList<model::Store> stores(const QString &profile);

} // namespace thunderbird

} // namespace mailapps
