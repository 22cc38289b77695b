// Everything one visit knows: what the person said, what the PC showed, and every fact. All else is derived
// from it.
#pragma once

#include "model/fact.h"
#include "model/mailapp.h"
#include "model/provider.h"

#include <QDateTime>
#include <QList>
#include <optional>

namespace model {

struct Case
{
    // What the person said
    QString address; ///< corrected form; empty for a guest
    QString symptom; ///< "cannot-receive", "cannot-send", "sent-many-times", "password-asked", …; empty: not
                     ///< asked
    QString appId; ///< mail program chosen; empty: all that were found
    bool passwordGiven = false; ///< never the password itself
    QList<qint64> timingSizes; ///< bytes of the test mails that were agreed to; empty: no consent

    // What is known beforehand
    std::optional<Provider> provider;
    QList<MailApp> apps;
    bool appsRead = false;
    QDateTime startedAt; ///< UTC, of this PC's clock
    bool practice = false; ///< spoken with the practice provider, not with the world

    // What was seen
    QList<Fact> facts;

    /// Numbers the fact and keeps it.
    void add(Fact fact);

    QList<Fact> at(Step step) const;
    /// The first account of any program found (the chosen one first) whose address is ours; else nothing.
    std::optional<Account> account() const;
    /// Log-ins the server turned away, whatever its reason or without one; the budget allows two a visit
    /// (faults.md 3.0).
    int failedLogins() const;
    /// All of them, also those of probes that log in again for a question of their own (seen "logins").
    int loginsUsed() const;
    /// True if any endpoint of the protocol was spoken to as far as its capabilities.
    bool reached(Protocol protocol) const;
};

} // namespace model
