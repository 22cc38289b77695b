// The settings of one account as the family of Outlook Express names them, wherever they are kept: elements
// of an .oeaccount file (SMTP_Timeout) or values of a registry key (SMTP Timeout).
#pragma once

#include "mailapps/registry.h"
#include "model/mailapp.h"

#include <QString>
#include <optional>

namespace mailapps {

class OeFields
{
public:
    virtual ~OeFields() = default;

    // `name` in the spelling of .oeaccount files. Empty where it is absent or of another type: these
    // programs write down only what differs from their default.
    virtual std::optional<QString> text(const QString &name) const = 0;
    virtual std::optional<quint32> number(const QString &name) const = 0;
    /// Where it stands, to name it in model::Unreadable; 0 if there are no lines.
    virtual int line(const QString &name) const = 0;
};

/// An account in the registry, as Outlook Express keeps it.
class OeRegistryFields : public OeFields
{
public:
    OeRegistryFields(const Registry &registry, const QString &key) : m_registry(registry), m_key(key) { }

    std::optional<QString> text(const QString &name) const override;
    std::optional<quint32> number(const QString &name) const override;
    int line(const QString &) const override { return 0; }

private:
    const Registry &m_registry;
    QString m_key;
};

namespace oe {

/// Seconds without a word from the server, in all of the family ("New Handling for Account Data", MSDN).
inline constexpr int defaultTimeout = 60;
inline constexpr int longestTimeout = 24 * 3600;

struct FoundAccount
{
    model::Account account; ///< timeoutSeconds: of sending, which is what makes duplicates
    bool timeoutIsSet = false;
};

/// Nothing for newsgroups, address books and Hotmail: there is no POP3 or IMAP server. `place` is where the
/// fields stand; a number out of its range goes to `unreadable` and is not believed. `leftByDefault`: what it
/// means for mail on the server if nothing is said.
std::optional<FoundAccount> account(const OeFields &fields, const QString &place,
                                    std::optional<bool> leftByDefault, QList<model::Unreadable> *unreadable);

/// Takes it into the profile: the one named `first` to the front, the shortest waiting time to the profile.
void add(model::AppProfile &profile, const FoundAccount &found, const QString &first);

} // namespace oe

} // namespace mailapps
