// What the remedies share that change settings in Thunderbird's prefs.js.
#pragma once

#include "mailapps/prefs_js.h"
#include "remedies/concerned.h"
#include "remedies/remedy.h"

#include <variant>

namespace remedies {

/// One setting as it should be.
struct Wish
{
    QByteArray name;
    std::variant<int, bool, QString> value;

    QString text() const;
    /// False: nothing is written to this profile at all. Names of settings are made from words of the file
    /// (server1, id1), texts from those of a provider's pack: neither may carry a character that means
    /// something to the program that reads them.
    bool isSound() const;
};

class PrefsRemedy : public Remedy
{
public:
    bool applies(const model::Case &visit) const override;
    /// A change in user.js whose old and new value are the same stands in the way: that file is the person's
    /// own word and is read after prefs.js.
    QList<model::Change> preview(const model::Case &visit) const override;
    /// All profiles or none. NotApplicable with detail "user.js" where only user.js would help; ok with
    /// detail "user.js" where it overrides in some profiles.
    model::Outcome apply(const model::Case &visit, Journal &journal) const override;
    bool verify(const model::JournalEntry &entry) const override;

protected:
    /// Does the case say that this profile needs it?
    virtual bool concerns(const model::Case &visit, const model::AppProfile &profile) const = 0;
    /// What is to be changed in these settings of the profile; empty: nothing (any more).
    virtual QList<Wish> wishes(const model::Case &visit, const model::AppProfile &profile,
                               const mailapps::Prefs &prefs) const = 0;
};

/// prefs.js of a profile as it stands now; empty if it cannot be read.
mailapps::Prefs prefsOf(const model::AppProfile &profile);
mailapps::Prefs userPrefsOf(const model::AppProfile &profile);

} // namespace remedies
